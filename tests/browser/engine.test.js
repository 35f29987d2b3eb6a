// @ts-check
/** The engine behind the element: in a worker and on the main thread alike, the latest wins, a trap breaks one reading only. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { ENGINE, launch, serve, test, watched, www } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */

const SAMPLE = readFileSync(join(www, 'sample.txt'), 'utf8');
const BLANK = '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Essai</title>';

/** A reader that traps on one text, as a module does that meets a state it never should. */
const FRAGILE = `
  let broken = false;
  export const initSync = () => {};
  export const read = (text, options, marksOnly) => {
    if (broken || text === 'trap') { broken = true; throw new WebAssembly.RuntimeError('unreachable'); }
    return { [marksOnly ? 'marked' : 'read']: text };
  };`;

/** @type {Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** @param {(page: Page) => Promise<void>} use @param {Record<string, string>} [pages] */
async function withEngine(use, pages = {}) {
  const server = await serve({ pages: { '/blank.html': BLANK, ...pages } });
  const { page, complaints, close } = await watched(browser, server.url);
  try {
    await page.goto(new URL('/blank.html', server.url).href);
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
    await server.close();
  }
}

test('the worker and the main thread give the same report and the same errors', () =>
  withEngine(async (page) => {
    const [worker, main] = await page.evaluate(async (text) => {
      // @ts-ignore: a path of the server
      const { Engine } = await import('/engine.js');
      return Promise.all([true, false].map(async (worker) => {
        const engine = new Engine({ worker });
        await engine.warm();
        /** @param {string} text @param {any} options */
        const attempt = (text, options) => engine.read(text, options).catch((/** @type {Error} */ { name, message }) => ({ name, message }));
        const report = await attempt(text, { published: '2025-10-14' });
        delete report.elapsedMs;
        return [report, await attempt(text, { published: '2025-02-30' }), await attempt(text, { publised: 'x' })];
      }));
    }, SAMPLE);
    if (ENGINE === 'chromium') assert.equal(page.workers().length, 1); // the others' drivers do not tell
    assert.deepEqual(worker, main);
    assert.equal(worker[0].version, 1);
    assert.deepEqual(worker.slice(1).map(({ name }) => name), ['TypeError', 'TypeError']);
    assert.match(worker[1].message, /published.*2025-02-30/);
    assert.match(worker[2].message, /publised/);
  }));

test('an aborted text is never read', () =>
  withEngine(async (page) => {
    const outcomes = await page.evaluate(async () => {
      // @ts-ignore: a path of the server
      const { Engine } = await import('/engine.js');
      const engine = new Engine();
      const controllers = ['un', 'deux', 'trois'].map((text) => ({ controller: new AbortController(), text }));
      const readings = controllers.map(({ controller, text }) => engine.read(text, {}, controller.signal));
      controllers[1].controller.abort();
      return (await Promise.allSettled(readings)).map((/** @type {any} */ { status, value, reason }) => value?.read ?? reason?.name ?? status);
    });
    assert.deepEqual(outcomes, ['un', 'AbortError', 'trois']);
  }, { '/pkg/reperes.js': FRAGILE }));

test('a short text needs no worker; a second one starts it', () =>
  withEngine(async (page) => {
    const workers = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/worker.js')).length);
    await page.evaluate(async () => {
      // @ts-ignore: a path of the server
      const { Engine } = await import('/engine.js');
      Object.assign(globalThis, { engine: new Engine() });
      await /** @type {any} */ (globalThis).engine.read('un');
    });
    assert.equal(await workers(), 0);
    await page.evaluate(() => /** @type {any} */ (globalThis).engine.read('deux'));
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/worker.js')));
  }, { '/pkg/reperes.js': FRAGILE }));

test('where the reader starts in the page, names and values come before the rest, and once', () =>
  withEngine(async (page) => {
    const heard = await page.evaluate(async () => {
      // @ts-ignore: a path of the server
      const { Engine } = await import('/engine.js');
      /** @type {string[]} */
      const heard = [];
      const engine = new Engine();
      for (const text of ['un', 'deux']) {
        const report = await engine.read(text, {}, undefined, (/** @type {any} */ report) => heard.push(`marks of ${report.marked}`));
        heard.push(`all of ${report.read}`);
      }
      const other = new Engine();
      const controller = new AbortController();
      await other.read('trois', {}, controller.signal, () => controller.abort()).catch((/** @type {Error} */ { name }) => heard.push(name));
      const trapped = new Engine({ worker: false });
      await trapped.read('trap', {}, undefined, () => heard.push('never')).catch((/** @type {Error} */ { name }) => heard.push(name));
      heard.push((await trapped.read('quatre')).read);
      return heard;
    });
    assert.deepEqual(heard, ['marks of un', 'all of un', 'all of deux', 'AbortError', 'RuntimeError', 'quatre']);
  }, { '/pkg/reperes.js': FRAGILE }));

test('a text whose reading trapped is read once more by a new instance, and nobody notices', () =>
  withEngine(async (page) => {
    const outcomes = await page.evaluate(async () => {
      // @ts-ignore: a path of the server
      const { Engine } = await import('/engine.js');
      const engine = new Engine({ worker: false });
      const outcomes = [];
      for (const text of ['un', 'deux', 'trois']) outcomes.push((await engine.read(text)).read);
      return outcomes;
    });
    assert.deepEqual(outcomes, ['un by 1', 'deux by 2', 'trois by 2']);
  }, {
    '/pkg/reperes.js': `
      const instance = (globalThis.instances = (globalThis.instances ?? 0) + 1);
      export const initSync = () => {};
      export const read = (text) => {
        if (text === 'deux' && instance === 1) throw new WebAssembly.RuntimeError('Out of bounds memory access');
        return { read: text + ' by ' + instance };
      };`,
  }));

for (const [where, worker, warm] of /** @type {const} */ ([['in the worker', true, true], ['on the main thread', false, true], ['before there is a worker', true, false]])) {
  test(`after a trap the next text is read by a new instance, ${where}`, () =>
    withEngine(async (page) => {
      const outcomes = await page.evaluate(async ([worker, warm]) => {
        // @ts-ignore: a path of the server
        const { Engine } = await import('/engine.js');
        const engine = new Engine({ worker });
        if (warm) await engine.warm();
        const readings = ['un', 'trap', 'deux', 'trois'].map((text) => engine.read(text));
        return (await Promise.allSettled(readings)).map((/** @type {any} */ { status, value, reason }) => value?.read ?? reason?.name ?? status);
      }, [worker, warm]);
      assert.deepEqual(outcomes, ['un', 'RuntimeError', 'deux', 'trois']);
    }, { '/pkg/reperes.js': FRAGILE }));
}
