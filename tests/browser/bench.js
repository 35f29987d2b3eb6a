// @ts-check
/**
 * `npm run bench`: from navigation to the first mark, cold, in headless Chromium from a server on this machine, for the
 * sample article as a publisher embeds it; and the longest task of the main thread while someone types in an article of a
 * thousand words, with pauses in which the facts follow. Prints every measure and the medians, in milliseconds. A task
 * counts by the thread's own time, whoever else uses the machine; navigation by the clock, so the machine must be idle.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, serve, watched, www } from './harness.js';

const TIMES = 10;
const WORDS = 1000;
const KEYS = 30;
/** Every so many keys the typist stops to think. */
const PAUSE = 3;

/** @param {number[]} all */
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
/** @param {number[]} all */
const list = (all) => all.map((one) => one.toFixed(0)).join(' ');

const sample = readFileSync(join(www, 'sample.txt'), 'utf8');
const embedded = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Mesure</title>
  <link rel="preload" href="pkg/reperes_bg.wasm" as="fetch" type="application/wasm" crossorigin><link rel="preload" href="style.css" as="fetch" crossorigin>
  <link rel="modulepreload" href="pkg/reperes.js"><script type="module" src="reperes.js"></script>
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
await page.locator('#paste').focus();
await page.waitForTimeout(1000);
const session = await browser.newBrowserCDPSession();
/** @type {any[]} */
const events = [];
session.on('Tracing.dataCollected', ({ value }) => void events.push(...value));
await session.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] }, transferMode: 'ReportEvents' });
for (let i = 0; i < KEYS; i++) {
  await page.keyboard.press('a');
  await page.waitForTimeout(i % PAUSE ? 80 : 600);
}
const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
await session.send('Tracing.end');
await complete;
const threads = new Set(events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'input').map(({ pid, tid }) => `${pid} ${tid}`));
const tasks = events.filter(({ name, pid, tid }) => /RunTask$/.test(name) && threads.has(`${pid} ${tid}`)).map(({ tdur = 0 }) => tdur / 1000).sort((a, b) => b - a);
console.log(`typing in ${WORDS} words, the longest tasks of ${tasks.length} for ${KEYS} keys: ${tasks.slice(0, 10).map((task) => task.toFixed(1)).join(' ')}; longest ${tasks[0]?.toFixed(1)} ms`);
await close();
await browser.close();
await server.close();
