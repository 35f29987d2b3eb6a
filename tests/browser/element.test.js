// @ts-check
/** `<reperes-article>` in pages that are not ours: a shadow root that takes nothing from its host and leaves nothing in it. */

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ENGINE, drawn, launch, serve, test, watched } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */

const ARTICLE = `
  <h1>Un pont neuf à Lyon</h1>
  <p>Le maire de Lyon a   promis
     <b>mardi</b> 12 millions d'euros.</p>
  <script>void 'not read'</script>
  <ul><li>Première ligne</li><li>Deuxième<br>ligne</li></ul>`;

const HOSTILE = `
  *, *::before, *::after { all: unset !important; display: block !important; color: red !important; font: 40px fantasy !important; }
  reperes-article { all: initial; font-size: 60px; letter-spacing: 1em; text-transform: uppercase; direction: rtl; line-height: 5; }
  mark { display: none !important; }`;

/** @param {string} body @param {string} [head] */
const html = (body, head = '') => `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Hôte</title>${head}
  <script type="module" src="/reperes.js"></script><body>${body}</body></html>`;

const PAGES = {
  '/embed.html': html(`<p id="before">Avant</p><reperes-article published="2025-02-11">${ARTICLE}</reperes-article><p id="after">Après</p>`),
  '/hostile.html': html(`<reperes-article published="2025-02-11">${ARTICLE}</reperes-article>`, `<style>${HOSTILE}</style>`),
  '/plain.html': html(`<reperes-article published="2025-02-11">
    Un pont neuf à Lyon

    Le maire l'a dit mardi.
    Il coûte 12 millions d'euros.
  </reperes-article>`),
  '/two.html': html('<reperes-article published="2025-02-11">Il arrive mardi à Lyon.</reperes-article><reperes-article published="2024-02-11">Elle part mardi pour Paris.</reperes-article>'),
  '/bad-date.html': html('<reperes-article published="2025-13-40">Il arrive mardi à Lyon.</reperes-article>'),
  '/host.html': html(`<main id="story">${ARTICLE}</main><reperes-article for="#story" published="2025-02-11"></reperes-article>`),
  '/later.html': html(`<reperes-article for="#story" published="2025-02-11"></reperes-article>`),
  '/apart.html': html(`<reperes-article id="story" facts="none" published="2025-02-11">${ARTICLE}</reperes-article><aside><reperes-article for="#story"></reperes-article></aside>`),
  '/theme.html': html(`<style>reperes-article { --reperes-ink: rgb(1, 2, 3) }</style><reperes-article theme="dark" facts="below" kinds="place" published="2025-02-11">${ARTICLE}</reperes-article>`),
  '/polluted.html': html(`<reperes-article published="2025-02-11">${ARTICLE}</reperes-article>`, `<script>
    Object.prototype.polluted = 'x'; Array.prototype.first = function () {}; String.prototype.extra = 'x';
    customElements.define('other-element', class extends HTMLElement {});</script>`),
  '/empty.html': html('<reperes-article></reperes-article>'),
  '/english.html': html('<reperes-article ui-lang="en"></reperes-article>'),
};

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; img-src data:";

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve({ pages: PAGES })]);
});
after(async () => {
  await browser.close();
  await server.close();
});

/** @param {keyof typeof PAGES} path @param {(page: Page) => Promise<void>} use @param {Awaited<ReturnType<typeof serve>>} [from] */
async function embedded(path, use, from = server) {
  const { page, complaints, close } = await watched(browser, from.url);
  try {
    await page.goto(new URL(path, from.url).href);
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await close();
  }
}

/** @param {Page} page */
const lines = (page) => page.evaluate(() => /** @type {any} */ (document.querySelector('reperes-article')).text.split('\n'));

test('block elements and line breaks are lines, white space collapses, scripts are not read', () =>
  embedded('/embed.html', async (page) => {
    await page.locator('.text .block').first().waitFor();
    assert.deepEqual(await lines(page), [
      'Un pont neuf à Lyon', '', "Le maire de Lyon a promis mardi 12 millions d'euros.", '', 'Première ligne', 'Deuxième', 'ligne',
    ]);
  }));

test('plain text keeps its lines', () =>
  embedded('/plain.html', async (page) => {
    await page.locator('.text .block').first().waitFor();
    assert.deepEqual(await lines(page), ['Un pont neuf à Lyon', '', "Le maire l'a dit mardi.", "Il coûte 12 millions d'euros."]);
  }));

test('the host page and the light DOM stay as they were', () =>
  embedded('/embed.html', async (page) => {
    await page.locator('.text .block').first().waitFor();
    const [light, sheets] = await page.evaluate(() => [
      document.querySelector('reperes-article')?.innerHTML.replace(/\s+/g, ' '),
      document.styleSheets.length + document.adoptedStyleSheets.length,
    ]);
    assert.equal(light, ARTICLE.replace(/\s+/g, ' '));
    assert.equal(sheets, 0);
    assert.deepEqual(await page.evaluate(() => Object.keys(globalThis).filter((key) => /rep[eè]res/i.test(key))), []);
  }));

test('the host’s style sheets change nothing', async () => {
  /** @param {Page} page */
  const look = async (page) => {
    await drawn(page);
    return page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('reperes-article')?.shadowRoot);
      return ['.text', '.headline', '.paragraph', '.text mark', '.facts', '.line', '.switch'].map((selector) => {
        const element = root.querySelector(selector);
        if (!element) return [selector, null];
        const { display, color, fontSize, fontFamily, letterSpacing, textTransform, direction, lineHeight } = getComputedStyle(element);
        return [selector, display, color, fontSize, fontFamily, letterSpacing, textTransform, direction, lineHeight];
      });
    });
  };
  /** @type {unknown} */
  let friendly;
  await embedded('/embed.html', async (page) => {
    friendly = await look(page);
  });
  await embedded('/hostile.html', async (page) => assert.deepEqual(await look(page), friendly));
});

test('a strict content security policy is enough', async () => {
  const strict = await serve({ pages: PAGES, headers: { 'content-security-policy': STRICT } });
  try {
    await embedded('/plain.html', async (page) => {
      await drawn(page);
      assert.equal(await page.locator('.text').evaluate((text) => getComputedStyle(text).display), 'block');
    }, strict);
  } finally {
    await strict.close();
  }
});

test('a policy that forbids WebAssembly leaves the host’s own text, and says why', async () => {
  const strict = await serve({ pages: PAGES, headers: { 'content-security-policy': STRICT.replace(" 'wasm-unsafe-eval'", '') } });
  const { page, close } = await watched(browser, strict.url);
  try {
    await page.goto(new URL('/plain.html', strict.url).href);
    await page.locator('.status', { hasText: /n’autorise pas WebAssembly/ }).waitFor();
    assert.ok(await page.getByText('Il coûte 12 millions').isVisible());
  } finally {
    await close();
    await strict.close();
  }
});

test('attributes and text are live', () =>
  embedded('/plain.html', async (page) => {
    await page.locator('.text .block').first().waitFor();
    await page.evaluate(() => {
      const article = /** @type {HTMLElement} */ (document.querySelector('reperes-article'));
      article.textContent = 'Il part mardi pour Nice.';
      article.setAttribute('published', '2024-03-06');
      article.setAttribute('kinds', 'person date');
    });
    await page.locator('.text', { hasText: 'Nice' }).waitFor();
    await page.locator('.facts .dates', { hasText: 'mardi 5 mars 2024' }).waitFor();
    assert.equal(await page.locator('.text mark[data-kind="place"]').count(), 0);
    await page.evaluate(() => document.querySelector('reperes-article')?.removeAttribute('kinds'));
    assert.equal(await page.locator('.text mark[data-kind="place"]').count(), 1);
  }));

test('events carry the report, whose offsets slice the text', () =>
  embedded('/plain.html', async (page) => {
    const words = await page.evaluate(() => new Promise((resolve) => {
      document.body.addEventListener('reperes-report', (event) => {
        const { detail, target } = /** @type {any} */ (event);
        resolve(detail.mentions.map((/** @type {any} */ { start, end }) => target.text.slice(start, end)));
      });
      document.querySelector('reperes-article')?.append(' Le maire attend 20 millions.');
    }));
    assert.ok(/** @type {string[]} */ (words).includes('Lyon'), String(words));
  }));

test('several on one page share one engine and keep apart', () =>
  embedded('/two.html', async (page) => {
    const [first, second] = [page.locator('reperes-article').nth(0), page.locator('reperes-article').nth(1)];
    await first.locator('.facts .dates', { hasText: '2025' }).waitFor();
    await second.locator('.facts .dates', { hasText: '2024' }).waitFor();
    if (ENGINE === 'chromium') assert.equal(page.workers().length, 1); // the others' drivers do not tell
  }));

test('an article in the host’s own markup is marked where it stands, and the host stays as it was', () =>
  embedded('/host.html', async (page) => {
    await page.locator('reperes-article').locator('.facts .places .line', { hasText: 'Lyon' }).waitFor();
    const before = await page.locator('#story').evaluate((story) => story.outerHTML);
    const marked = () => page.evaluate(() => [...CSS.highlights].map(([name, ranges]) => `${name}: ${[...ranges].map((range) => String(range).replace(/\s+/g, ' '))}`).sort());
    assert.ok((await marked()).includes('reperes-place: Lyon,Lyon'), String(await marked()));
    await page.locator('reperes-article').locator('.facts .figures .line').first().click();
    assert.ok((await marked()).some((mark) => /^reperes-evidence: 12 millions d'euros/.test(mark)), String(await marked()));
    await page.evaluate(() => document.querySelector('reperes-article')?.remove());
    assert.deepEqual(await marked(), []);
    assert.deepEqual(await page.evaluate(() => [document.querySelector('#story')?.outerHTML, document.adoptedStyleSheets.length]), [before, 0]);
  }));

test('an article that comes after the element that names it is read, so is another in its place', () =>
  embedded('/later.html', async (page) => {
    const marked = () => page.evaluate(() => [...CSS.highlights.get('reperes-place') ?? []].map(String));
    await page.waitForFunction(() => customElements.get('reperes-article'));
    assert.deepEqual([await marked(), await page.locator('.status').innerText()], [[], '']);
    for (const place of ['Lyon', 'Nice']) {
      await page.evaluate((place) => {
        document.getElementById('story')?.remove();
        const story = document.createElement('main');
        story.append(`Le maire de ${place} a promis mardi 12 millions d'euros.`);
        document.body.append(story);
        setTimeout(() => { story.id = 'story'; });
      }, place);
      await page.locator('reperes-article').locator('.facts .places .line', { hasText: place }).waitFor();
      assert.deepEqual(await marked(), [place]);
    }
    await page.evaluate(() => {
      document.querySelector('reperes-article')?.setAttribute('for', '#');
      document.getElementById('story')?.remove();
    });
    assert.deepEqual(await marked(), []);
    await page.evaluate(() => document.querySelector('reperes-article')?.remove());
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
  }));

test('the facts of an article can stand elsewhere, and lead to it', () =>
  embedded('/apart.html', async (page) => {
    const facts = page.locator('aside > reperes-article');
    await facts.locator('.facts .places .line').first().click();
    assert.equal(await page.locator('#story').locator('.text mark[data-evidence]').first().innerText(), 'Lyon');
    assert.equal(await page.locator('#story').locator('.facts').isVisible(), false);
    assert.equal(await facts.locator('.text').isVisible(), false);
  }));

test('theme, kinds and the place of the facts are the host’s to say', () =>
  embedded('/theme.html', async (page) => {
    await drawn(page);
    const look = await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('reperes-article')?.shadowRoot);
      const [text, facts] = ['.text', '.facts'].map((name) => /** @type {Element} */ (root.querySelector(name)).getBoundingClientRect());
      const { colorScheme, color } = getComputedStyle(/** @type {Element} */ (root.querySelector('.frame')));
      return [colorScheme, color, facts.top >= text.bottom, [...new Set([...root.querySelectorAll('mark')].map((mark) => mark.dataset.kind))]];
    });
    assert.deepEqual(look, ['dark', 'rgb(1, 2, 3)', true, ['place']]);
  }));

test('a host that has changed the prototypes changes nothing', () =>
  embedded('/polluted.html', async (page) => {
    await page.locator('.text mark[data-kind="money"]').waitFor();
    assert.match(await page.locator('.facts .figures .value').first().innerText(), /^12\smillions\sd’euros$/);
  }));

test('hosts may read again, select, and hear of both', () =>
  embedded('/plain.html', async (page) => {
    await drawn(page);
    const heard = await page.evaluate(async () => {
      const article = /** @type {import('../../www/article-element.js').ReperesArticle} */ (document.querySelector('reperes-article'));
      /** @type {unknown[]} */
      const heard = [];
      document.addEventListener('reperes-select', (event) => heard.push(/** @type {CustomEvent} */ (event).detail));
      article.options = { published: '2024-03-06' };
      article.removeAttribute('published');
      const report = await article.read();
      const lyon = report.entities.findIndex(({ name }) => name === 'Lyon');
      article.select({ type: 'entity', id: lyon });
      return [report.published, lyon >= 0, heard.length, article.shadowRoot?.querySelector('mark[data-evidence]')?.textContent];
    });
    assert.deepEqual(heard, ['2024-03-06', true, 1, 'Lyon']);
  }));

test('the rules of a house are the host’s to set, and what is wrong with one is said', () =>
  embedded('/plain.html', async (page) => {
    await drawn(page);
    const [kinds, errors] = await page.evaluate(async () => {
      const article = /** @type {import('../../www/article-element.js').ReperesArticle} */ (document.querySelector('reperes-article'));
      article.rules = [{ name: 'Lyon', type: 'organisation' }];
      const { entities } = await article.read();
      /** @type {string[]} */
      const errors = [];
      for (const rules of [[{ name: 'Lyon', type: 'ville' }], [{ name: ' ' }], [{ nom: 'Lyon' }], 'Lyon', [['Lyon']], [{ name: 'L'.repeat(1_000_001) }], [{ name: { name: {} } }]]) {
        article.rules = [];
        article.options = { rules: /** @type {any} */ (rules) };
        await article.read().catch((error) => errors.push(`${error.name}: ${error.message.slice(0, 80)}`));
      }
      return [entities.map(({ name, kind }) => `${name}: ${kind}`), errors];
    });
    assert.deepEqual(kinds, ['Lyon: organisation']);
    assert.deepEqual(errors.map((error) => error.replace(/ got .*/, '')), [
      'TypeError: option `rules`: expected person, organisation, place, event, work or none as the', 'TypeError: option `rules`: expected names with letters or figures,',
      'TypeError: option `nom` is not known; the options are: name, type, aliases', 'TypeError: option `rules`: expected a list,',
      'TypeError: option `0` is not known; the options are: name, type, aliases', 'TypeError: option `rules`: expected at most 1 MB of names,', 'TypeError: option `rules`: expected a string for each name, type and alias,',
    ]);
  }));

test('removed and put back it reads again', () =>
  embedded('/plain.html', async (page) => {
    await page.locator('.text .block').first().waitFor();
    await page.evaluate(() => {
      const article = /** @type {HTMLElement} */ (document.querySelector('reperes-article'));
      article.remove();
      article.textContent = 'Paul Roy attend.';
      document.body.append(article);
    });
    await page.locator('.text', { hasText: 'Paul Roy' }).waitFor();
  }));

test('an impossible date is said in plain words, and the article is read without it', () =>
  embedded('/bad-date.html', async (page) => {
    await page.locator('.status', { hasText: /«\s2025-13-40\s».*2025-02-11/ }).waitFor();
    assert.match(await page.locator('.text').innerText(), /Il arrive mardi/);
  }));

test('an empty element invites, in the language of the page', async () => {
  await embedded('/empty.html', (page) => page.locator('.status', { hasText: /Collez ici/ }).waitFor());
  await embedded('/english.html', (page) => page.locator('.status', { hasText: /Paste a French news article/ }).waitFor());
});

test('the module loads where there is no browser', async () => {
  const { ReperesArticle } = await import('../../www/article-element.js');
  assert.equal(typeof ReperesArticle, 'function');
});
