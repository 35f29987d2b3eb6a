// @ts-check
/**
 * `npm run bench`: from navigation to the first mark, cold, in headless Chromium from a server on this machine, for the
 * sample article as a publisher embeds it; and how long the main thread is held while someone types in an article of a
 * thousand words. Prints every measure and the medians, in milliseconds.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, serve, watched, www } from './harness.js';

const TIMES = 10;
const WORDS = 1000;
const KEYS = 30;

/** @param {number[]} all */
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
/** @param {number[]} all */
const list = (all) => all.map((one) => one.toFixed(0)).join(' ');

const sample = readFileSync(join(www, 'sample.txt'), 'utf8');
const embedded = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Mesure</title>
  <link rel="preload" href="pkg/reperes_bg.wasm" as="fetch" type="application/wasm" crossorigin><script type="module" src="reperes.js"></script>
  <body><reperes-article published="2025-10-14">${sample.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</reperes-article>`;
const server = await serve({ pages: { '/mesure.html': embedded }, headers: { 'cache-control': 'no-store' } });

/** @type {number[]} */
const first = [];
for (let i = 0; i < TIMES; i++) {
  const browser = await launch(); // a new one each time: nothing is compiled yet, nothing is kept
  const { page, close } = await watched(browser, server.url);
  await page.addInitScript(() => {
    addEventListener('reperes-report', (event) => requestAnimationFrame(() => {
      const marked = /** @type {Element} */ (event.target).shadowRoot?.querySelector('mark');
      if (marked) /** @type {any} */ (globalThis).firstMark = performance.now();
    }));
  });
  await page.goto(`${server.url}mesure.html`);
  await page.waitForFunction(() => 'firstMark' in globalThis);
  first.push(await page.evaluate(() => /** @type {any} */ (globalThis).firstMark));
  await close();
  await browser.close();
}
console.log(`navigation to first mark: ${list(first)}; median ${median(first).toFixed(0)} ms`);

const browser = await launch();
const { page, close } = await watched(browser, server.url);
await page.goto(server.url);
const words = sample.repeat(3).split(/(?<=\s)/).slice(0, WORDS).join('');
await page.evaluate((words) => {
  const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
  paste.value = words;
  paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, words);
await page.locator('.text mark').first().waitFor();
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable', { timeDomain: 'threadTicks' }); // the thread's own time, whoever else uses the machine
await page.evaluate(() => {
  const held = /** @type {number[]} */ (/** @type {any} */ (globalThis).held = []);
  new PerformanceObserver((entries) => held.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: 'long-animation-frame' });
});
await page.locator('#paste').focus();
/** @type {number[]} */
const keys = [];
for (let i = 0; i < KEYS; i++) {
  const before = await taken();
  await page.keyboard.press('a');
  await page.waitForTimeout(120);
  keys.push(await taken() - before);
}
console.log(`main thread for each key in ${WORDS} words: ${list(keys)}; median ${median(keys).toFixed(0)} ms in all its tasks; frames over 50 ms: ${list(await page.evaluate(() => /** @type {any} */ (globalThis).held))}`);
await close();
await browser.close();
await server.close();

/** @returns {Promise<number>} milliseconds that the page's main thread has worked */
async function taken() {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}
