// @ts-check
/** What the page loads only when someone asks: exports, a link to share, a comparison. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { LONGEST, pack, unpack } from '../../www/share.js';
import { drawn, launch, serve, test, watched, www } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */

const SAMPLE = readFileSync(join(www, 'sample.txt'), 'utf8');

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  await browser.close();
  await server.close();
});

/**
 * A page with the sample, which must complain of nothing.
 *
 * @param {(page: Page) => Promise<void>} use
 * @param {{ hash?: string, url?: string, allow?: RegExp }} [options]  with a fragment there is no sample
 */
async function withPage(use, { hash = '', url = server.url, allow } = {}) {
  const { page, complaints, close } = await watched(browser, url);
  try {
    await page.goto(url + hash);
    if (!hash) {
      await page.click('#sample');
      await drawn(page);
    }
    await use(page);
    assert.deepEqual(complaints.filter((complaint) => !allow?.test(complaint)), []);
  } finally {
    await close();
  }
}

/** What is saved or copied from now on lands in `globalThis.taken`. @param {Page} page */
const watchTaken = (page) => page.evaluate(() => {
  /** @type {any} */ (globalThis).taken = [];
  const { taken } = /** @type {any} */ (globalThis);
  URL.createObjectURL = (blob) => {
    /** @type {Blob} */ (blob).arrayBuffer().then((bytes) => taken.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
    return 'data:,';
  };
  HTMLAnchorElement.prototype.click = function () { taken.name = this.download; };
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (/** @type {string} */ text) => { taken.push(text); } } });
});

/** @param {Page} page @returns {Promise<[string, string]>} what was saved or copied last, and the name of its file */
async function taken(page) {
  await page.locator('.more-status', { hasText: /\S/ }).waitFor();
  for (let tries = 0; tries < 50; tries += 1) {
    const found = await page.evaluate(() => [/** @type {any} */ (globalThis).taken.at(-1) ?? null, /** @type {any} */ (globalThis).taken.name ?? '']);
    if (found[0] !== null) return /** @type {any} */ (found);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail('nothing was saved');
}

test('until someone asks, nothing of it is loaded', () =>
  withPage(async (page) => {
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => /export|more/.test(path)));
    assert.deepEqual(await loaded(), []);
    await page.click('#more [value="export"]');
    await page.locator('dialog.more').waitFor();
    assert.ok((await loaded()).some((path) => path.endsWith('/more.js')));
    assert.ok(!(await loaded()).some((path) => path.endsWith('.wasm')), 'the module comes when something is exported');
  }));

/** @type {[string, number, RegExp, (text: string) => unknown][]} */
const FORMATS = [
  ['markdown', 1, /\.md$/, (text) => assert.match(text, /^# .+\n[\s\S]*## Qui est qui/)],
  ['html', 0, /\.html$/, (text) => assert.match(text, /^<!doctype html>[\s\S]*<mark class="person"/)],
  ['csv', 0, /\.facts\.csv$/, (text) => assert.match(text, /^\u{feff}kind;subject;/u)],
  ['csv', 1, /\.quotes\.csv$/, (text) => assert.match(text, /;speaker;/)],
  ['csv', 2, /\.figures\.csv$/, (text) => assert.match(text, /measure;outcome;/)],
  ['json-ld', 1, /\.jsonld$/, (text) => assert.equal(JSON.parse(text)['@type'], 'NewsArticle')],
  ['annotations', 0, /\.annotations\.jsonld$/, (text) => assert.equal(JSON.parse(text).type, 'AnnotationPage')],
  ['json', 0, /\.json$/, (text) => assert.equal(JSON.parse(text).version, 1)],
];

for (const [format, button, name, check] of FORMATS) {
  test(`the article is saved: ${format}, ${name.source}`, () =>
    withPage(async (page) => {
      await watchTaken(page);
      await page.click('#more [value="export"]');
      await page.locator(`[data-format="${format}"] button`).nth(button).click();
      const [text, file] = await taken(page);
      assert.match(file, name);
      check(text);
    }));
}

test('the sheet is copied with what the reader corrected', () =>
  withPage(async (page) => {
    await watchTaken(page);
    await page.evaluate(() => { /** @type {any} */ (document.getElementById('article')).rules = [{ name: 'Thomas Wagner', aliases: ['Thomas Weibel', 'Weibel'] }]; });
    await page.locator('.facts', { hasText: 'Thomas Wagner' }).waitFor();
    await page.click('#more [value="export"]');
    await page.locator('[data-format="markdown"] button').first().click();
    const [text] = await taken(page);
    assert.match(text, /Thomas Wagner/);
  }));

test('a passage has its link, at the address that is given', () =>
  withPage(async (page) => {
    await page.click('#more [value="export"]');
    await page.fill('#more-url', 'https://example.org/a#b');
    await page.evaluate(() => {
      const choice = /** @type {HTMLSelectElement} */ (document.querySelector('.more-passage select'));
      choice.selectedIndex = 1;
      choice.dispatchEvent(new Event('change'));
    });
    await page.locator('.more-link input').waitFor();
    for (let tries = 0; tries < 50; tries += 1) {
      const link = await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('.more-link input')).value);
      if (/^https:\/\/example\.org\/a#:~:text=.+/.test(link)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.fail('no link');
  }));

test('where the module of exports is missing, the dialog says so, and the page reads on', async () => {
  const broken = await serve({ missing: /export\/reperes_bg\.wasm$/ });
  try {
    await withPage(async (page) => {
      await page.click('#more [value="export"]');
      await page.locator('[data-format="html"] button').first().click();
      await page.locator('.more-status', { hasText: 'n’a pas pu être chargé' }).waitFor();
    }, { url: broken.url, allow: /404|Error/ });
  } finally {
    await broken.close();
  }
});

test('the element exports too', () =>
  withPage(async (page) => {
    const [quotes, error] = await page.evaluate(async () => {
      const article = /** @type {any} */ (document.getElementById('article'));
      return [await article.export('quotes.csv', { url: 'https://example.org/a' }), await article.export('pdf').catch((/** @type {Error} */ problem) => `${problem.name}: ${problem.message}`)];
    });
    assert.match(quotes, /https:\/\/example\.org\/a#:~:text=/);
    assert.match(error, /^TypeError: .*json-ld/);
  }));

test('an article travels in a link, with its date and its corrections', async () => {
  let hash = '';
  await withPage(async (page) => {
    await page.evaluate(() => { /** @type {any} */ (document.getElementById('article')).rules = [{ name: 'Thomas Wagner', aliases: ['Thomas Weibel', 'Weibel'] }]; });
    await page.locator('.facts', { hasText: 'Thomas Wagner' }).waitFor();
    await page.click('#more [value="share"]');
    await page.locator('.more-length', { hasText: '100' }).waitFor();
    const link = await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('.more-share textarea')).value);
    assert.ok(link.startsWith(`${server.url}#article=1.`), link);
    hash = link.slice(server.url.length);
  });
  await withPage(async (page) => {
    await page.locator('#hint', { hasText: 'reçu par un lien' }).waitFor();
    await page.locator('.facts', { hasText: 'Thomas Wagner' }).waitFor();
    const [text, day] = await page.evaluate(() => ['paste', 'published'].map((id) => /** @type {HTMLInputElement} */ (document.getElementById(id)).value));
    assert.equal(text.trim(), SAMPLE.trim());
    assert.equal(day, '2025-10-14');
    const kept = await page.evaluate(() => localStorage.length);
    assert.equal(kept, 0, 'corrections of others are not kept');
  }, { hash });
});

for (const [what, damage, message] of /** @type {[string, (hash: string) => string, string][]} */ ([
  ['cut', (hash) => hash.slice(0, -20), 'incomplet ou abîmé'],
  ['changed', (hash) => hash.slice(0, 60) + (hash[60] === 'A' ? 'B' : 'A') + hash.slice(61), 'incomplet ou abîmé'],
  ['of a later version', (hash) => hash.replace('=1.', '=2.'), 'version plus récente'],
])) {
  test(`a link that is ${what} is told`, async () => {
    const hash = await pack({ text: 'Claire Morel a dit oui à Brenne.', date: '', told: new Map(), rules: [], edits: new Map() });
    await withPage((page) => page.locator('#hint', { hasText: message }).waitFor(), { hash: damage(hash) });
  });
}

test('what is packed comes back whole, and nothing else does', async () => {
  const shared = { text: '« Été » 🎈\n'.repeat(2000), date: '2025-02-11', told: new Map([['Été', /** @type {const} */ ('headline')]]), rules: [{ name: 'A', aliases: ['B'] }], edits: new Map([['fact,1,2', null], ['quote,3', 'C']]) };
  assert.deepEqual(await unpack(await pack(shared)), shared);
  assert.ok((await pack(shared)).length < LONGEST);
  for (const bad of ['#article=', '#article=1.', '#article=1.%', '#article=0.abc', '#article=1.eJwDAAAAAAE']) await assert.rejects(unpack(bad), /./, bad);
  const wrong = { ...shared, rules: /** @type {any} */ ([{ name: 1 }]) };
  await assert.rejects(unpack(await pack(wrong)));
});

test('an article that does not fit is told with its length and the limit', () =>
  withPage(async (page) => {
    await page.evaluate(() => {
      const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
      let state = 1; // words that no compression makes small
      const word = () => { state = (state * 48271) % 2147483647; return state.toString(36); };
      paste.value = Array.from({ length: 30_000 }, word).join(' ');
      paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.click('#more [value="share"]');
    await page.locator('.more-problem', { hasText: 'la limite est de 100' }).waitFor();
  }));

test('two versions are compared, and each difference leads to its words in both', () =>
  withPage(async (page) => {
    await page.evaluate(() => {
      const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
      paste.value = 'Grève à la maternité de Brenne\n\nLa manifestation a réuni 300 soignants devant l’hôpital de Brenne, selon la préfecture.\n\n« Nous ne laisserons personne accoucher sur la route », a déclaré Claire Morel, la maire de Brenne.\n\n« Rien n’est décidé », a assuré Paul Martel, le préfet.';
      paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.locator('.facts', { hasText: 'Paul Martel' }).waitFor();
    await page.click('#more [value="compare"]');
    await page.fill('#more-other', 'Grève à la maternité de Brenne\n\nLa manifestation a réuni 500 soignants devant l’hôpital de Brenne, selon la préfecture.\n\n« Nous ne laisserons aucune femme accoucher sur la route », a déclaré Claire Morel, la maire de Brenne.');
    await page.locator('.more-field button').click();
    await page.locator('.more-differences', { hasText: 'soignants' }).waitFor();
    for (const [section, words] of [['Chiffres qui diffèrent', '300 soignants → 500'], ['mots ont changé', 'personne'], ['Ne parlent que dans cet article', 'Paul Martel']]) {
      await page.locator('.more-differences section', { hasText: new RegExp(`${section}[^]*${words}`) }).waitFor();
    }
    assert.deepEqual([await page.locator('.more del').allTextContents(), await page.locator('.more ins').allTextContents()], [['personne'], ['aucune femme']]);
    assert.ok(await page.locator('.more-common').count());
    await page.locator('.more-line').first().click();
    assert.equal((await page.locator('.more-text mark').allTextContents()).join(' ').replace(/\D+/g, ' ').trim(), '300 500');
  }));
