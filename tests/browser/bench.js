// @ts-check
/**
 * `npm run bench`: from navigation to the first mark and to the whole report, cold, in headless Chromium from a server on this machine, for the
 * sample article as a publisher embeds it; and the longest task of the main thread while someone types in an article of a
 * thousand words, with pauses in which the facts follow. Prints every measure and the medians, in milliseconds. A task
 * counts by the thread's own time, whoever else uses the machine; navigation by the clock, so the machine must be idle.
 *
 * Cold is a new browser each time, in which nothing is compiled and nothing kept. One navigates at once, while the browser
 * itself still starts and takes the processors; one a second later, as people do. Beside each, in turn with it, stands what a
 * page takes that is the same text with one mark in it and no script: no page is there sooner, in this browser on this machine.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, serve, watched, www } from './harness.js';

const TIMES = 10;
/** Milliseconds from navigation within which every page has its mark. */
const DONE = 2000;
const WORDS = 1000;
const KEYS = 30;
/** Every so many keys the typist stops to think. */
const PAUSE = 3;

/** @param {number[]} all */
const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
/** @param {number[]} all */
const list = (all) => all.map((one) => one.toFixed(0)).join(' ');

const sample = readFileSync(join(www, 'sample.txt'), 'utf8');
const escaped = sample.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const embedded = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Mesure</title>
  ${readFileSync(join(www, 'embed.html'), 'utf8').replace('…', () => escaped)}`;
const still = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Mesure</title><body>${escaped.replace(/\p{L}+/u, '<mark>$&</mark>').replace(/\n/g, '<p>')}`;
const server = await serve({ pages: { '/mesure.html': embedded, '/still.html': still }, headers: { 'cache-control': 'no-store' } });

/**
 * From navigation to the frame that has the first mark, and to the report of the whole, in a new browser.
 *
 * @param {string} path
 * @param {number} wait  before it navigates
 * @returns {Promise<{ mark: number, report: number }>}
 */
async function open(path, wait) {
  const browser = await launch();
  const { page, close } = await watched(browser, server.url);
  await page.addInitScript(() => {
    const times = /** @type {any} */ (globalThis).times = { mark: NaN, report: NaN };
    /** @param {ParentNode} root */
    const look = (root) => {
      if (Number.isNaN(times.mark) && root.querySelector('mark')) requestAnimationFrame(() => (times.mark ||= performance.now()));
    };
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      new MutationObserver(() => look(root)).observe(root, { childList: true, subtree: true });
      return root;
    };
    addEventListener('DOMContentLoaded', () => look(document));
    addEventListener('reperes-report', () => (times.report = performance.now()));
  });
  await page.waitForTimeout(wait);
  await page.goto(server.url + path);
  await page.waitForTimeout(DONE); // asked sooner, the driver would run its own script in the page that is measured
  const times = await page.evaluate(() => /** @type {any} */ (globalThis).times);
  if (Number.isNaN(times.mark)) throw new Error(`no mark within ${DONE} ms`);
  await close();
  await browser.close();
  return times;
}

for (const [wait, when] of /** @type {const} */ ([[0, 'just started'], [1000, 'a second old']])) {
  /** @type {number[][]} */
  const [first, whole, least] = [[], [], []];
  for (let i = 0; i < TIMES; i++) {
    const { mark, report } = await open('mesure.html', wait);
    first.push(mark);
    whole.push(report);
    least.push((await open('still.html', wait)).mark);
  }
  console.log(`navigation to first mark, browser ${when}: ${list(first)}; median ${median(first).toFixed(0)} ms`);
  console.log(`  and to the whole report: ${list(whole)}; median ${median(whole).toFixed(0)} ms`);
  console.log(`  and of a page without scripts: ${list(least)}; median ${median(least).toFixed(0)} ms`);
}

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
