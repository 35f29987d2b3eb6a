// @ts-check
/**
 * What goes wrong around the reader: a module that is cut short, is another, has no memory or traps; storage, clock and
 * host that do not hold. Each is said, and the text stays. What `page.test.js` and `element.test.js` show already (no
 * module, no WebAssembly, no worker, a policy that forbids them) is not shown again.
 *
 * `PASTES` and `INSTANCES` in the environment say how many; 10000 and 1000 for all of them.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { ENGINE, drawn, launch, serve, test, watched, www } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */
/** @typedef {import('../../www/article-element.js').ReperesArticle} Article */

const PASTES = Number(process.env.PASTES ?? 200);
const INSTANCES = Number(process.env.INSTANCES ?? 100);

const MODULE = readFileSync(join(www, 'pkg/reperes_bg.wasm'));
const GLUE = readFileSync(join(www, 'pkg/reperes.js'), 'utf8');
const TEXT = 'Claire Morel est arrivée mardi à Lyon.';
const HOST = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Hôte</title><script type="module" src="/reperes.js"></script><body><reperes-article published="2025-02-11">${TEXT}</reperes-article></body></html>`;

/** @type {Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/**
 * @param {(page: Page) => Promise<void>} use
 * @param {{ pages?: Record<string, string | Uint8Array>, init?: () => void, allow?: RegExp }} [options]  `init` runs before the page's scripts
 */
async function withHost(use, { pages = {}, init, allow } = {}) {
  const server = await serve({ pages: { '/host.html': init ? HOST.replace('<script', `<script>(${init})()</script><script`) : HOST, ...pages } });
  const { page, complaints, close } = await watched(browser, server.url);
  try {
    await page.goto(`${server.url}host.html`);
    await use(page);
    assert.deepEqual(complaints.filter((complaint) => !allow?.test(complaint)), []);
  } finally {
    await close();
    await server.close();
  }
}

/** @param {Page} page @param {RegExp} words  said beside the text, which is there */
async function said(page, words) {
  await page.locator('.status', { hasText: words }).waitFor();
  assert.ok(await page.getByText(TEXT).first().isVisible());
}

/** In the page. @param {string} text */
const reads = (text) => {
  const article = /** @type {Article} */ (document.querySelector('reperes-article'));
  article.textContent = text;
  return article.read().then(({ mentions }) => String(mentions.length > 0), ({ name }) => String(name));
};

/** The smallest module, which exports nothing. */
const OTHER = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

for (const [what, module] of /** @type {[string, Uint8Array][]} */ ([
  ['cut short', MODULE.subarray(0, MODULE.length >> 1)],
  ['empty', new Uint8Array()],
  ['of another version', OTHER],
  ['no module at all', Buffer.from('<!doctype html><title>404</title>')],
])) {
  test(`a module that is ${what}: said, and the text stays`, () =>
    withHost((page) => said(page, /n’a pas pu être chargé/), { pages: { '/pkg/reperes_bg.wasm': module } }));
}

/** The module with no more memory than it begins with, and `pages` of 64 kB. @param {number} pages */
function withLittleMemory(pages) {
  /** @param {number} at @returns {[number, number]} a number in LEB128, and where it ends */
  const number = (at) => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = MODULE[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return [value, at];
    }
  };
  /** @param {number} value @returns {number[]} */
  const leb = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)]);
  for (let at = 8; at < MODULE.length;) {
    const [section, [length, body]] = [MODULE[at], number(at + 1)];
    if (section === 5) {
      const [least] = number(body + 2); // one memory, its flags, its least
      const memory = [1, 1, ...leb(least), ...leb(least + pages)];
      return Buffer.concat([MODULE.subarray(0, at), Buffer.from([5, ...leb(memory.length), ...memory]), MODULE.subarray(body + length)]);
    }
    at = body + length;
  }
  throw new Error('the module has no memory');
}

test('without memory for a long text it is said, the text stays, and a short one is read', () =>
  withHost(async (page) => {
    await drawn(page);
    const long = `${TEXT} `.repeat(40_000);
    assert.equal(await page.evaluate(reads, long), 'RuntimeError');
    await said(page, /s’est interrompue/);
    assert.equal(await page.evaluate(reads, TEXT), 'true');
    await drawn(page);
  }, { pages: { '/pkg/reperes_bg.wasm': withLittleMemory(64) } }));

test('without memory for the module itself it is said, and the text stays', () =>
  withHost((page) => said(page, /n’a pas pu être chargé/), {
    init: () => {
      WebAssembly.Instance = globalThis.Worker = /** @type {any} */ (function () {
        throw new RangeError('WebAssembly.Memory(): could not allocate memory');
      });
    },
  }));

test('a trap in mid-read is said, the text stays, and the next text is read', () =>
  withHost(async (page) => {
    await drawn(page);
    assert.equal(await page.evaluate(reads, `piège. ${TEXT}`), 'RuntimeError');
    await said(page, /s’est interrompue/);
    assert.equal(await page.evaluate(reads, TEXT), 'true');
  }, {
    pages: {
      '/pkg/reperes.js': `${GLUE.replace('export function read(', 'function readWell(')}
        let trapped = false;
        export function read(text, options) {
          if (trapped || /piège/.test(text)) { trapped = true; throw new WebAssembly.RuntimeError('unreachable'); }
          return readWell(text, options);
        }`,
    },
  }));

for (const [what, init] of /** @type {[string, () => void][]} */ ([
  ['full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
  ['denied', () => { Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }); }],
])) {
  test(`storage that is ${what}: what can't be kept is said, and the article is read`, () =>
    withHost(async (page) => {
      await drawn(page);
      await page.locator('.tools summary').click();
      const keep = page.locator('.tools input[type=checkbox]');
      await keep.click();
      await said(page, /n’a pas pu les garder/);
      assert.equal(await keep.evaluate((input) => /** @type {HTMLInputElement} */ (input).checked), false);
    }, { init }));
}

for (const [what, init] of /** @type {[string, () => void][]} */ ([
  ['stands in another century', () => {
    const [Real, now] = [Date, Date.now];
    globalThis.Date = /** @type {any} */ (class extends Real { constructor(/** @type {any[]} */ ...given) { super(.../** @type {[number]} */ (given.length ? given : [-6e12])); } });
    Date.now = () => now() - 6e12;
  }],
  ['stands still', () => { Performance.prototype.now = () => 0; }],
  ['is none', () => { Performance.prototype.now = () => { throw new Error('no clock'); }; }],
])) {
  test(`a clock that ${what} changes nothing`, () =>
    withHost(async (page) => {
      await page.locator('.facts .dates', { hasText: 'mardi 11 février 2025' }).waitFor();
      assert.equal(await page.evaluate(reads, TEXT), 'true');
    }, { init }));
}

test('an element that is removed while it reads leaves nothing, and reads when it is back', () =>
  withHost(async (page) => {
    await drawn(page);
    const outcome = await page.evaluate(async (text) => {
      const article = /** @type {Article} */ (document.querySelector('reperes-article'));
      article.textContent = text.repeat(20);
      const reading = article.read().then(() => 'read', ({ name }) => name);
      article.remove();
      const outcome = await reading;
      article.textContent = text;
      document.body.append(article);
      return outcome;
    }, `${TEXT} `);
    assert.equal(outcome, 'AbortError');
    await drawn(page);
    assert.equal((await page.locator('.text').innerText()).trim(), TEXT);
  }));

test('many instances on one page are all read, by one engine', () =>
  withHost(async (page) => {
    await page.evaluate(([text, instances]) => {
      for (let i = 1; i < instances; i++) {
        const article = document.createElement('reperes-article');
        article.append(`${i}. ${text}`);
        document.body.append(article);
      }
    }, /** @type {const} */ ([TEXT, INSTANCES]));
    await page.waitForFunction((instances) => [...document.querySelectorAll('reperes-article')].filter((article) => article.shadowRoot?.querySelector('mark')).length === instances, INSTANCES);
    await page.evaluate(() => document.querySelectorAll('reperes-article').forEach((article) => article.remove()));
  }));

test('pastes in a row are all read, and the heap stays flat', () =>
  withHost(async (page) => {
    await drawn(page);
    const session = ENGINE === 'chromium' ? await page.context().newCDPSession(page) : null;
    /** Bytes on the heap when all that can go is gone. */
    const heap = async () => {
      if (!session) return 0; // the others' drivers do not tell
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    const pastes = (/** @type {number} */ times) => page.evaluate(async ([text, times]) => {
      const article = /** @type {Article} */ (document.querySelector('reperes-article'));
      for (let i = 0; i < times; i++) {
        article.textContent = `${i}. ${text} « Nous partons ${i} fois », a dit Paul Roy.`;
        await article.read();
      }
    }, /** @type {const} */ ([TEXT, times]));
    await pastes(PASTES / 2);
    const half = await heap();
    await pastes(PASTES / 2);
    assert.equal(await page.evaluate(() => document.querySelectorAll('reperes-article').length), 1);
    const grown = (await heap()) - half;
    assert.ok(grown < 300_000, `${grown} bytes more after ${PASTES / 2} more`);
  }));
