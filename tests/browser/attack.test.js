// @ts-check
/**
 * The page under attack: what the public collection of naughty strings (npm: big-list-of-naughty-strings) holds of markup
 * and scripts, by every way in. No script runs, no request leaves, no markup appears, and the words are shown as words.
 */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { drawn, launch, serve, test, watched } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */
/** @typedef {import('../../www/article-element.js').ReperesArticle} Article */

/** @type {string[]} */
const PAYLOADS = createRequire(import.meta.url)('big-list-of-naughty-strings').filter((/** @type {string} */ one) => /<|javascript:|\bon\w+=|__proto__|constructor/i.test(one));

/** As strict as the page's own policy, with the reports of a server's. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types reperes reperes-page";
const HOST = '<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Hôte</title><script type="module" src="/reperes.js"></script><body><main id="story"></main></body></html>';

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ pages: { '/host.html': HOST }, headers: { 'content-security-policy': POLICY } })]);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** @param {(page: Page) => Promise<void>} use @param {string} [path] @param {RegExp} [allow]  what the browser may complain of */
async function attacked(use, path = '', allow = undefined) {
  const { page, complaints, close } = await watched(browser, server.url);
  try {
    await page.goto(server.url + path);
    await page.evaluate(() => {
      /** @type {string[]} */
      const harm = [];
      for (const name of /** @type {const} */ (['alert', 'confirm', 'prompt', 'print', 'open'])) globalThis[name] = /** @type {any} */ (() => harm.push(name));
      // A handler of what is parsed in an inert document never runs; the browser reports it as refused all the same.
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective: what, sourceFile }) => /-attr$/.test(what) || harm.push(`${what} ${sourceFile}`));
      Object.assign(globalThis, { harm });
    });
    await use(page);
    // What would have run or been asked for comes a moment later.
    await page.waitForTimeout(100);
    assert.deepEqual(await page.evaluate(harmed), []);
    assert.deepEqual(complaints.filter((one) => !allow?.test(one) && !/inline (?:event handler|style)|event handler.*blocked|script-src-attr|style-src-attr/.test(one)), []);
  } finally {
    await close();
  }
}

/** In the page: what it has come to, beside the words that it was given. */
function harmed() {
  const { harm } = /** @type {any} */ (globalThis);
  const own = /^(article|aside|b|button|circle|code|datalist|dd|details|div|dl|dt|footer|form|g|h[23]|input|label|li|line|mark|option|p|path|progress|rect|section|select|slot|span|summary|svg|text|title|ul)$/;
  for (const article of document.querySelectorAll('reperes-article')) {
    for (const element of article.shadowRoot?.querySelectorAll('*') ?? []) {
      if (!own.test(element.localName)) harm.push(`<${element.localName}>`);
      for (const { name } of element.attributes) if (/^on|^(src|href|action|srcdoc|style)$/.test(name) && element.localName !== 'svg' && !element.closest('svg')) harm.push(`${element.localName} ${name}`);
    }
  }
  for (const { name } of performance.getEntriesByType('resource')) if (!name.startsWith(location.origin) && !name.startsWith('data:')) harm.push(name);
  if (document.querySelector('main :is(script, iframe, img, svg, object, embed, base, meta, link)')) harm.push('markup in the page');
  for (const prototype of [Object.prototype, Array.prototype, Map.prototype]) if ('polluted' in prototype) harm.push('a prototype');
  return harm;
}

/** Once all that was handed over before is read. @param {Page} page */
const settled = (page) => page.evaluate(() => new Promise((resolve) => {
  const article = /** @type {Article} */ (document.querySelector('reperes-article'));
  article.addEventListener('reperes-report', () => setTimeout(resolve, 50), { once: true });
  article.read().catch(resolve);
}));

test('as text they stay words', () =>
  attacked(async (page) => {
    const text = PAYLOADS.join('\n');
    await page.evaluate((text) => {
      const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
      paste.value = text;
      paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await settled(page);
    const shown = await page.evaluate(() => /** @type {Article} */ (document.querySelector('reperes-article')).shadowRoot?.querySelector('.text')?.textContent ?? '');
    const bare = (/** @type {string} */ words) => words.replace(/\s|\d+ paragraphes? répétés?/gu, '');
    for (const words of PAYLOADS.filter((one) => !/[\0-\x08\x0e-\x1f]/.test(one))) assert.ok(bare(shown).includes(bare(words)), words);
  }));

/** Hands each to the page as a clipboard or a drop does. @param {Page} page @param {'paste' | 'drop' | 'file'} how @param {(one: string) => string} [wrap] */
const handOver = (page, how, wrap = (one) => one) => page.evaluate(async ([how, payloads]) => {
  for (const words of payloads) {
    const data = { files: how === 'file' ? [new File([words], 'page.html', { type: 'text/html' })] : [], getData: (/** @type {string} */ type) => (type === 'text/html' ? words : words.replace(/<[^>]*>/g, '')) };
    const event = new Event(how === 'paste' ? 'paste' : 'drop', { bubbles: true, cancelable: true });
    Object.defineProperty(event, how === 'paste' ? 'clipboardData' : 'dataTransfer', { value: data });
    document.body.dispatchEvent(event);
    await new Promise((resolve) => setTimeout(resolve));
  }
}, /** @type {const} */ ([how, PAYLOADS.map(wrap)]));

for (const how of /** @type {const} */ (['paste', 'drop', 'file'])) {
  test(`as a web page they become words: ${how}`, () =>
    attacked(async (page) => {
      await handOver(page, how, (one) => `<p>Claire Morel est à Lyon.</p>${one}`);
      await page.waitForFunction(() => /Claire Morel/.test(/** @type {HTMLTextAreaElement} */ (document.getElementById('paste')).value));
      await settled(page);
    }));
}

test('in the address they are nothing', () =>
  attacked(async (page) => {
    await page.evaluate(async (payloads) => {
      for (let i = 0; i < payloads.length; i += 20) {
        location.hash = payloads.slice(i, i + 20).join(' ');
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, PAYLOADS);
  }, `#${encodeURIComponent(PAYLOADS.join(' '))}`));

test('in attributes, in rules, in options and in the host’s own text they are values and words', () =>
  attacked(async (page) => {
    await page.evaluate(async (payloads) => {
      await customElements.whenDefined('reperes-article');
      const [story, article] = [document.getElementById('story'), /** @type {Article} */ (document.createElement('reperes-article'))];
      document.body.append(article);
      for (const words of payloads.filter((_, i) => i % 5 === 0)) {
        for (const name of ['published', 'kinds', 'theme', 'lang', 'ui-lang', 'facts', 'for']) article.setAttribute(name, words);
        article.options = { published: words };
        article.rules = [{ name: words, type: 'person', aliases: [words, '__proto__'] }, { name: 'constructor', type: 'place' }];
        article.textContent = `${words} est à Lyon.`;
        await new Promise((resolve) => setTimeout(resolve));
      }
      for (const { name } of [...article.attributes]) article.removeAttribute(name);
      article.options = {};
      article.rules = [{ name: '<img src=x onerror=alert(1)>', type: 'person', aliases: ['__proto__'] }];
      article.textContent = '__proto__, constructor et <img src=x onerror=alert(1)> sont à Lyon, a dit Claire Morel.';
      await article.read();
      story?.append(payloads.join('\n'));
      article.setAttribute('for', '#story');
      await article.read();
    }, PAYLOADS);
    await settled(page);
  }, 'host.html'));

test('prototypes that JSON brings stay as they are', () =>
  attacked(async (page) => {
    await page.evaluate(async () => {
      await customElements.whenDefined('reperes-article');
      localStorage.setItem('reperes-names', '[{"name":"Lyon","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]');
      const article = /** @type {Article} */ (document.createElement('reperes-article'));
      article.textContent = 'Claire Morel est à Lyon.';
      document.body.append(article);
      await article.read().catch(() => {}); // the reader knows no such option
      localStorage.clear();
      article.rules = [];
      await article.read();
    });
  }, 'host.html'));

test('trusted types are enforced, and the page works with them', () =>
  attacked(async (page) => {
    const refused = await page.evaluate(() => {
      if (!('trustedTypes' in globalThis)) return 'TypeError'; // a browser without them
      // What is asked for here is reported: this once it is meant.
      document.addEventListener('securitypolicyviolation', (event) => event.stopImmediatePropagation(), { capture: true });
      globalThis.addEventListener('securitypolicyviolation', (event) => event.stopImmediatePropagation(), { capture: true });
      try {
        Object.assign(document.createElement('div'), { innerHTML: '<b>' });
        return '';
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    });
    assert.equal(refused, 'TypeError');
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/worker.js')));
    await handOver(page, 'paste', () => '<p>Claire Morel est à Lyon.</p>');
    await settled(page);
  }, '', /TrustedHTML|trusted[- ]types?/i));

test('rules that are too many or too deep are refused with words, and the text stays', () =>
  attacked(async (page) => {
    await page.locator('#paste').fill('Claire Morel est à Lyon.');
    await drawn(page);
    /** @param {string} open @param {number} times @param {string} [close] */
    const choose = (open, times, close = '') => page.evaluate(([open, times, close]) => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector('reperes-article')?.shadowRoot?.querySelector('input[type=file]'));
      const file = new File([open.repeat(times), close.repeat(times)], 'names.json', { type: 'application/json' });
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      input.dispatchEvent(new Event('change'));
    }, /** @type {const} */ ([open, times, close]));
    for (const [open, times, close] of /** @type {[string, number, string?][]} */ ([[' '.repeat(1000), 50_000], ['[', 10_000, ']'], ['{"name":', 10_000, '}'], ['x', 1]])) {
      await page.evaluate(() => /** @type {Article} */ (document.querySelector('reperes-article')).read());
      await choose(open, times, close);
      await page.locator('.status', { hasText: /names\.json.*1\sMo/ }).waitFor();
      assert.ok(await page.locator('.text', { hasText: 'Claire Morel est à Lyon.' }).isVisible());
    }
    const said = await page.evaluate(async () => {
      const article = /** @type {Article} */ (document.querySelector('reperes-article'));
      /** @type {any} */
      let deep = 'Lyon';
      for (let i = 0; i < 10_000; i++) deep = { name: [deep] };
      article.rules = [deep];
      return article.read().then(() => '', ({ name }) => name);
    });
    assert.notEqual(said, '');
    assert.ok(await page.getByText('Claire Morel est à Lyon.').last().isVisible());
  }));
