// @ts-check
/**
 * `npm run compare`: how long the module takes for the articles of the file that `ARTICLES` names, in headless Chromium. Prints the measures as the last line, in JSON.
 */

import { readFileSync } from 'node:fs';
import { launch, serve, watched } from './harness.js';

/** @type {{ name: string, text: string }[]} */
const articles = JSON.parse(readFileSync(process.env.ARTICLES ?? '', 'utf8')).articles;
const server = await serve({ pages: { '/bench.html': '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Mesure</title>' } });
const browser = await launch();
const { page, close } = await watched(browser, server.url);
await page.goto(`${server.url}bench.html`);
const measures = await page.evaluate(async (articles) => {
  const TIME_EACH_MS = 3000;
  const MOST_TIMES = 40;
  const LEAST_TIMES = 4; // of which the first does not count
  const begun = performance.now();
  const { default: init, read } = await import(/** @type {any} */ ('/pkg/reperes.js'));
  const module = await init({ module_or_path: '/pkg/reperes_bg.wasm' });
  read('Oui.');
  const start = performance.now() - begun;
  /** @type {Record<string, number[]>} */
  const times = {};
  for (const { name, text } of articles) {
    /** @type {number[]} */
    const own = times[name] = [];
    const started = performance.now();
    for (let time = 0; time < LEAST_TIMES || (time < MOST_TIMES && performance.now() - started < TIME_EACH_MS); time += 1) {
      const begun = performance.now();
      read(text, { published: '2025-02-11' });
      if (time > 0) own.push(performance.now() - begun);
    }
  }
  return { start, memory: module.memory.buffer.byteLength / 1e6, times: { chromium: times } };
}, articles);
console.log(JSON.stringify({ version: browser.version(), ...measures }));
await close();
await browser.close();
await server.close();
