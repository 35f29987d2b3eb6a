// @ts-check
/**
 * What the browser tests share: a server of this repository's own files, a real browser, and a page that is watched.
 *
 * `ENGINE` names the browser: `chromium` (by itself), `firefox` or `webkit`; `CHROMIUM`, `FIREFOX` and `WEBKIT` name their
 * programs where they do not lie in the path. Playwright drives the first two as they are installed: Firefox by WebDriver
 * BiDi, of which 1.58 is the newest Playwright that today's Firefox understands. WebKit has a driver in `webkit.js`.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import nodeTest from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright-core';
import { launchWebKit, Silent } from './webkit.js';

/** @import { Browser, BrowserContextOptions, Page } from 'playwright-core' */

export const here = dirname(fileURLToPath(import.meta.url));
/** What is tested: the sources, or in `WWW` what was packed from them (`dist`). */
export const www = join(here, '../..', process.env.WWW ?? 'www');

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8', '.wasm': 'application/wasm',
});

/**
 * Serves `www/`, and what a test adds to it or takes from it.
 *
 * @param {{ missing?: RegExp, headers?: Record<string, string>, pages?: Record<string, string | Uint8Array>, asked?: (path: string) => void }} [options]
 *   `missing`: paths that are answered with 404; `pages`: other files by path; `asked`: hears of every request
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ missing, headers = {}, pages = {}, asked = () => {} } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    asked(decodeURIComponent(request.url ?? ''));
    if (pages[path] !== undefined) {
      response.writeHead(200, { 'content-type': TYPES[extname(path)], ...headers }).end(pages[path]);
      return;
    }
    const file = join(www, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (missing?.test(path) || !file.startsWith(www) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    // In one piece, as servers that keep files in memory answer: a stream hands the module over in 24, each a turn of this process.
    const bytes = readFileSync(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': bytes.length, ...headers }).end(bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** @type {string} */
export const ENGINE = process.env.ENGINE ?? 'chromium';

/** @param {string} variable that may name it @param {string[]} names @returns {string} the path of a program */
function program(variable, ...names) {
  const named = process.env[variable];
  if (named) return named;
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  throw new Error(`no ${names[0]}: install it, or name it in the environment variable ${variable}`);
}

/**
 * A test of Node's. Where WebKit's driver gave no answer it is run once more, and says so; what fails is not.
 *
 * @param {string} name
 * @param {(context: import('node:test').TestContext) => unknown} use
 * @param {import('node:test').TestOptions} [options]
 */
export const test = (name, use, options = {}) => nodeTest(name, options, async (context) => {
  try {
    await use(context);
  } catch (error) {
    if (!(error instanceof Silent)) throw error;
    context.diagnostic(`run once more: ${error.message}`);
    await use(context);
  }
});

/** @param {{ args?: string[] }} [options]  of Chromium's command line @returns {Promise<Browser>} */
export async function launch({ args = [] } = {}) {
  switch (ENGINE) {
    case 'chromium':
      return chromium.launch({
        executablePath: program('CHROMIUM', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', ...args],
      });
    case 'firefox':
      return firefox.launch({
        channel: 'moz-firefox', // the interface is BiDi; the program is the one that is named
        executablePath: program('FIREFOX', 'firefox-esr', 'firefox'),
        firefoxUserPrefs: { 'dom.events.testing.asyncClipboard': true }, // the clipboard without a click
      });
    case 'webkit':
      return /** @type {any} */ (await launchWebKit());
    default:
      throw new Error(`ENGINE is chromium, firefox or webkit, not ${ENGINE}`);
  }
}

/**
 * A page that notes every error and every request that is not to `url`; WebKit's driver tells of neither.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {BrowserContextOptions} [options]
 * @returns {Promise<{ page: Page, complaints: string[], close: () => Promise<void> }>}
 */
export async function watched(browser, url, options = {}) {
  const { viewport = { width: 1280, height: 720 } } = options;
  /** @type {string[]} */
  const complaints = [];
  if (ENGINE === 'webkit') {
    const page = /** @type {any} */ (await browser.newPage());
    if (viewport) await page.setViewportSize(viewport);
    return { page, complaints, close: () => page.close() };
  }
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(60_000); // machines that test do much else
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(`request: ${request.url()}`);
  });
  return { page, complaints, close: () => context.close() };
}

/**
 * Pastes into what has the focus, or into the box: from the clipboard, by key, as people do.
 *
 * @param {Page} page
 * @param {string} text
 * @param {{ into?: string | null }} [options]  `into: null` leaves the focus where it is
 */
export async function pasteText(page, text, { into = '#paste' } = {}) {
  if (ENGINE === 'chromium') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(async ([text, engine]) => {
    if (engine !== 'webkit') return navigator.clipboard.writeText(text);
    const box = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(box);
    box.select();
    document.execCommand('copy'); // which its settings allow without a click
    box.remove();
  }, [text, ENGINE]);
  if (into) await page.locator(into).focus();
  await page.keyboard.press('ControlOrMeta+V');
}

/**
 * Waits until all of an article is read and drawn, the last section of its facts too: names and values are marked before.
 *
 * @param {Page} page
 */
export const drawn = (page) => page.waitForFunction(() => [.../** @type {NodeListOf<any>} */ (document.querySelectorAll('reperes-article'))].some(({ report, shadowRoot }) =>
  report && shadowRoot.querySelector('.text mark') && [...shadowRoot.querySelectorAll('.facts > .section:not(.tools)')].every(({ hidden, firstChild }) => hidden || firstChild)));
