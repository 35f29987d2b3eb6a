// @ts-check
/** What the browser tests share: a server of this repository's own files, a real Chromium, and a page that is watched. */

import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

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
 * @param {{ missing?: RegExp, headers?: Record<string, string>, pages?: Record<string, string> }} [options]
 *   `missing`: paths that are answered with 404; `pages`: other files by path
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ missing, headers = {}, pages = {} } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (pages[path] !== undefined) {
      response.writeHead(200, { 'content-type': TYPES[extname(path)], ...headers }).end(pages[path]);
      return;
    }
    const file = join(www, normalize(path.endsWith('/') ? `${path}index.html` : path));
    if (missing?.test(path) || !file.startsWith(www) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...headers });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** @returns {string} the path of a Chromium: `CHROMIUM`, or the first that is in `PATH` */
function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  throw new Error('no Chromium: install one, or name it in the environment variable CHROMIUM');
}

/** @param {{ args?: string[] }} [options] */
export const launch = ({ args = [] } = {}) =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', ...args],
  });

/**
 * A page that notes every error and every request that is not to `url`.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function watched(browser, url, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
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
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @param {{ into?: string | null }} [options]  `into: null` leaves the focus where it is
 */
export async function pasteText(page, text, { into = '#paste' } = {}) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  if (into) await page.locator(into).focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('ControlOrMeta+V');
}
