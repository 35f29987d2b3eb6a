// @ts-check
/**
 * What ships, in a browser: the page as one file from the disk with the network cut, pages that other bundlers built from the npm package, and links to words.
 * `cargo xtask test` packs dist/, and in `WORK` lie the exports and what was built.
 */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { drawn, here, launch } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */

const ROOT = join(here, '../..');
const WORK = process.env.WORK ?? join(ROOT, 'target/consumers');
const ORIGIN = 'https://example.org';

/** @type {Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/**
 * @param {(page: Page, complaints: string[]) => Promise<void>} use
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function withPage(use, options = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', ...options });
  context.setDefaultTimeout(30_000); // machines that test do much else
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  try {
    await use(page, complaints);
  } finally {
    await context.close();
  }
}

test('one file reads an article, marks it and asks nobody', () =>
  withPage(async (page, complaints) => {
    /** @type {string[]} */
    const workers = [];
    page.on('worker', (worker) => workers.push(worker.url()));
    page.on('request', (request) => !/^(?:file|data|blob):/.test(request.url()) && complaints.push(request.url()));
    await page.goto(pathToFileURL(join(ROOT, 'dist/reperes.html')).href);
    await page.click('#sample');
    await drawn(page);
    assert.ok((await page.locator('.text mark').count()) > 20);
    assert.equal(await page.locator('.text mark').first().evaluate((mark) => mark.matches(':host *') || getComputedStyle(mark).backgroundColor !== 'rgb(255, 255, 0)'), true, 'the style sheet has come');
    assert.equal(workers.length, 1, 'a worker reads');
    assert.deepEqual(complaints, []);
    await page.click('#more [value="export"]');
    await page.locator('[data-format="markdown"] button').last().click();
    await page.locator('.more-status', { hasText: '.md' }).waitFor();
    await page.keyboard.press('Escape');
    await page.click('#more [value="share"]');
    await page.locator('.more-share button').waitFor();
    const link = await page.locator('.more-share textarea').inputValue();
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('#hint', { hasText: 'reçu par un lien' }).waitFor();
    await page.click('#more [value="compare"]');
    await page.fill('#more-other', 'Claire Morel a dit « oui » à Brenne.');
    await page.locator('.more-field button').click();
    await page.locator('.more-panes').waitFor();
    assert.deepEqual(complaints, []);
    assert.match(await page.locator('meta[http-equiv]').getAttribute('content') ?? '', /connect-src 'none'/);
    assert.equal(await page.evaluate((url) => fetch(url).then(() => 'answered', () => 'refused'), ORIGIN), 'refused');
  }, { offline: true }));

/** @param {Page} page @param {(path: string) => { path: string } | { body: string, contentType: string } | null} answer */
const answering = (page, answer) => page.context().route(`${ORIGIN}/**`, (route) => {
  const found = answer(new URL(route.request().url()).pathname);
  return found ? route.fulfill(found) : route.fulfill({ status: 404 });
});

/** @param {Page} page */
const exported = (page) => page.locator('[data-read="Claire Morel"][data-exported^="# Repères"][data-element*="Claire Morel"]').waitFor({ state: 'attached' });
/** @param {Page} page */
const counted = (page) => page.locator('#quotes', { hasText: /^1$/ }).waitFor();

for (const [example, check] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
  ['page', exported],
  ['webpack', exported],
  ['react', counted],
  ['vue', counted],
])) {
  test(`what a bundler built of the package reads: ${example}`, () =>
    withPage(async (page, complaints) => {
      const folder = join(WORK, example);
      await answering(page, (path) => {
        const file = join(folder, normalize(path === '/' ? '/index.html' : path));
        return existsSync(file) ? { path: file } : null;
      });
      await page.goto(`${ORIGIN}/`);
      await drawn(page);
      await check(page);
      assert.deepEqual(complaints.filter((complaint) => !complaint.includes('404')), []);
    }));
}

test('a plain page takes the package as it was unpacked, without a bundler', () =>
  withPage(async (page, complaints) => {
    const folder = join(ROOT, 'tests/consumers/node_modules/reperes');
    const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>T</title><script type="module" src="reperes/define.js"></script>
      <reperes-article published="2025-02-11">« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.</reperes-article>`;
    await answering(page, (path) => {
      if (path === '/') return { body: html, contentType: 'text/html; charset=utf-8' };
      const file = join(folder, normalize(path.replace(/^\/reperes/, '')));
      return existsSync(file) ? { path: file } : null;
    });
    await page.goto(`${ORIGIN}/`);
    await drawn(page);
    assert.match(await page.locator('reperes-article').evaluate((/** @type {any} */ article) => article.export('markdown')), /Claire Morel/);
    assert.deepEqual(complaints.filter((complaint) => !complaint.includes('404')), []);
  }));

/** @type {{ name: string, html: string, blocks: string[], links: { block: number, fragment: string }[] }[]} */
const cases = JSON.parse(readFileSync(join(WORK, 'cases.json'), 'utf8'));

test('the static page needs no script, and its links lead to the words', () =>
  withPage(async (page, complaints) => {
    const { html } = cases.find(({ name }) => name.includes('pont')) ?? assert.fail('no article');
    await answering(page, () => ({ body: html, contentType: 'text/html; charset=utf-8' }));
    await page.goto(`${ORIGIN}/a`);
    await page.locator('aside li a').first().click();
    assert.ok(await page.locator(':target').count());
    assert.deepEqual(complaints, []);
  }, { javaScriptEnabled: false }));

test('a browser finds the words that a fragment names, and no others', () =>
  withPage(async (page) => {
    const { blocks, links } = cases.find(({ name }) => name.includes('pont')) ?? assert.fail('no article');
    // Each line far from the others: where the page stands tells which one was found.
    const lines = blocks.map((line, index) => `<p id="b${index}" style="margin:0 0 300vh">${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n');
    await answering(page, () => ({ body: `<!doctype html><meta charset="utf-8">${lines}`, contentType: 'text/html; charset=utf-8' }));
    for (const [index, { block, fragment }] of links.entries()) {
      await page.goto(`${ORIGIN}/${index}${fragment}`);
      const seen = await page.waitForFunction((wanted) => {
        const box = document.getElementById(wanted)?.getBoundingClientRect();
        return box && box.top < innerHeight && box.bottom > 0;
      }, `b${block}`, { timeout: 5000 }).then(() => true, () => false);
      assert.ok(seen, `${fragment} leads elsewhere than to « ${blocks[block]} »`);
    }
  }));
