// @ts-check
/** The page in a real browser: paste, marks, sidebar, clicks both ways, legend, sample, and what goes wrong. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { ENGINE, drawn, launch, pasteText, serve, test, watched, www } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */

const SAMPLE = readFileSync(join(www, 'sample.txt'), 'utf8');
const TOO_LONG = 10_000_001;
/** WebKit compiles what it reads with much later than others. */
const BOOK = ENGINE === 'webkit' ? 300_000 : 1_000_000;

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
 * A fresh page; at the end it must have complained of nothing.
 *
 * @param {(page: Page) => Promise<void>} use
 * @param {{ allow?: RegExp, url?: string } & import('playwright-core').BrowserContextOptions} [options]
 */
async function withPage(use, { allow, url = server.url, ...context } = {}) {
  const { page, complaints, close } = await watched(browser, url, context);
  try {
    await page.goto(url);
    await use(page);
    assert.deepEqual(complaints.filter((complaint) => !allow?.test(complaint)), []);
  } finally {
    await close();
  }
}

/** @param {Page} page */
async function readSample(page) {
  await page.click('#sample');
  await drawn(page);
}

/** @param {Page} page @returns {Promise<string>} the words that are marked as evidence */
const evidence = (page) => page.locator('.text mark[data-evidence]').allTextContents().then((words) => words.join(' '));

/** @param {Page} page @param {RegExp} words */
const statusSays = (page, words) => page.locator('.status', { hasText: words }).waitFor();

test('a paste is read without a click: marks by kind, and the facts beside', () =>
  withPage(async (page) => {
    await pasteText(page, SAMPLE);
    await drawn(page);
    for (const kind of ['person', 'organisation', 'place', 'money', 'percent', 'count', 'date', 'quote']) {
      assert.ok(await page.locator(`.text mark[data-kind="${kind}"]`).count(), `no mark of kind ${kind}`);
    }
    for (const section of ['essentials', 'voices', 'people', 'figures', 'dates', 'places']) {
      assert.ok(await page.locator(`.facts .${section} .line`).count(), `nothing in the section ${section}`);
    }
  }));

test('a paste anywhere on the page is meant for the box', () =>
  withPage(async (page) => {
    await page.locator('h1').click();
    await pasteText(page, 'Claire Morel est à Lyon.', { into: null });
    await page.locator('.text', { hasText: 'Claire Morel' }).waitFor();
    assert.equal(await page.locator('#paste').inputValue(), 'Claire Morel est à Lyon.');
  }));

test('after a paste the box shows the first line, and asks for the date where one is needed', () =>
  withPage(async (page) => {
    await pasteText(page, `${'Claire Morel arrive mardi à Lyon.\n'.repeat(60)}`);
    await page.locator('#hint', { hasText: /dates relatives/ }).waitFor();
    assert.equal(await page.locator('#paste').evaluate((paste) => paste.scrollTop), 0);
    await page.fill('#published', '2025-02-11');
    await page.locator('.facts .dates', { hasText: 'mardi 11 février 2025' }).waitFor();
    assert.equal(await page.locator('#hint').innerText(), '');
  }));

test('the text on the page is the text that was pasted, word for word', () =>
  withPage(async (page) => {
    await readSample(page);
    const shown = await page.locator('.text .block').allTextContents();
    assert.deepEqual(shown, SAMPLE.split('\n').filter((line) => line.trim()));
    assert.equal(await page.locator('#paste').inputValue(), SAMPLE);
  }));

test('headline, subheads, list items, noise and repeats are drawn as such', () =>
  withPage(async (page) => {
    await readSample(page);
    assert.match(await page.locator('.text h2').innerText(), /^Sommet de Grenoble/);
    assert.ok(await page.locator('.text h3').count() >= 2);
    assert.equal(await page.locator('.text ul.list > li').count(), 3);
    assert.match((await page.locator('.text .noise').allTextContents()).join(), /Lire aussi/);
    assert.equal(await page.locator('.text [data-repeat]').count(), 1);
  }));

test('a fact leads to its evidence, and says so', () =>
  withPage(async (page) => {
    await readSample(page);
    const saying = page.locator('.facts .saying').first();
    const said = (await saying.locator('.said').innerText()).replace(/^«\s|\s»$/g, '');
    await saying.click();
    assert.ok((await evidence(page)).replace(/\s+/g, ' ').includes(said.replace(/\s+/g, ' ').slice(0, 30)), await evidence(page));
    assert.equal(await saying.getAttribute('aria-current'), 'true');
    await page.waitForFunction(() => {
      const mark = document.querySelector('reperes-article')?.shadowRoot?.querySelector('mark[data-evidence]')?.getBoundingClientRect();
      return mark && mark.top >= 0 && mark.bottom <= innerHeight;
    });
    await page.keyboard.press('Escape');
    assert.equal(await evidence(page), '');
  }));

test('a second click on a name leads to the next place of it', () =>
  withPage(async (page) => {
    await readSample(page);
    const name = page.locator('.facts .person .name', { hasText: 'Ingrid Solberg' });
    await name.click();
    assert.match(await evidence(page), /Solberg.*Solberg/);
  }));

test('a mark opens its card: who, roles, quotations, rule and confidence', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.text mark[data-kind="person"]', { hasText: 'Ingrid Solberg' }).first().click();
    const card = page.locator('.card');
    await card.waitFor();
    assert.match(await card.innerText(), /personne\s+Ingrid Solberg/i);
    assert.match(await card.locator('.why').innerText(), /^[a-z.]+\S* · confiance \d+/);
    assert.equal(await page.locator('.facts [aria-current]').first().innerText(), 'Ingrid Solberg');
    await page.keyboard.press('Escape');
    assert.equal(await card.isVisible(), false);
  }));

test('the card of an amount shows its normal form', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.text mark[data-kind="money"]', { hasText: '2,4 milliards' }).click();
    assert.match(await page.locator('.card').innerText(), /2,4\smilliards\sd’euros[\s\S]*2400000000 EUR/);
  }));

test('the card of a relative date shows the day it means', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.text mark[data-kind="date"]', { hasText: 'la veille' }).first().click();
    assert.match(await page.locator('.card').innerText(), /lundi 13 octobre 2025[\s\S]*2025-10-13/);
  }));

test('the legend switches kinds on and off, in the attribute of the element', () =>
  withPage(async (page) => {
    await readSample(page);
    const article = page.locator('reperes-article');
    const dates = page.locator('.text mark[data-kind="date"]');
    const button = page.locator('[data-switch="date"]');
    const count = await dates.count();
    assert.ok(count > 0);
    await button.click();
    assert.equal(await dates.count(), 0);
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    assert.match(await article.getAttribute('kinds') ?? '', /^person (?!.*date)/);
    await button.click();
    assert.equal(await dates.count(), count);
    assert.deepEqual([await article.getAttribute('kinds'), await button.getAttribute('aria-pressed')], [null, 'true']);
  }));

test('marks are one stop of the Tab key; arrows move, Enter opens, Escape returns', () =>
  withPage(async (page) => {
    await readSample(page);
    assert.equal(await page.locator('.text mark[tabindex="0"]').count(), 1);
    await page.locator('.text mark[tabindex="0"]').focus();
    const first = await page.locator('.text mark:focus').innerText();
    await page.keyboard.press('ArrowRight');
    const second = await page.locator('.text mark:focus').innerText();
    assert.notEqual(first, second);
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.text mark:focus').innerText(), second);
    assert.equal(await page.locator('.text mark[tabindex="0"]').count(), 1);
  }));

test('the date of publication moves the relative dates at once', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.fill('#published', '2025-11-18');
    await page.locator('.facts .dates', { hasText: 'lundi 17 novembre 2025' }).waitFor();
  }));

test('a date that is not complete is refused in plain words, and the article stays', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('#published').focus();
    await page.keyboard.press('Delete');
    await page.locator('#hint', { hasText: /n’existe pas ou n’est pas complète/ }).waitFor();
    assert.equal(await page.locator('#published').getAttribute('aria-invalid'), 'true');
    assert.ok(await page.locator('.text .block').count());
  }));

test('an empty paste shows the invitation, not an error', () =>
  withPage(async (page) => {
    await pasteText(page, '   \n\n ');
    assert.match(await page.locator('#paste').getAttribute('placeholder') ?? '', /Collez ici/);
    assert.equal(await page.locator('reperes-article').isVisible(), false);
    await readSample(page);
    await page.click('#clear');
    assert.equal(await page.locator('#paste').inputValue(), '');
    assert.equal(await page.locator('reperes-article').isVisible(), false);
  }));

test('the latest text wins', () =>
  withPage(async (page) => {
    await page.evaluate((sample) => {
      const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
      for (const text of [sample.repeat(20), 'Marie Dupont est arrivée à Lyon.', 'Paul Roy est parti à Paris.']) {
        paste.value = text;
        paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    }, SAMPLE);
    await page.locator('.text', { hasText: 'Paul Roy' }).waitFor();
    await page.waitForTimeout(200);
    assert.equal(await page.locator('.text').innerText(), 'Paul Roy est parti à Paris.');
  }));

test('a text that is not French is read as far as it goes, and the page says so', () =>
  withPage(async (page) => {
    await pasteText(page, 'The government said on Tuesday that it would not sign the agreement, and that the talks with the other countries would go on for another week before anything could be decided.');
    await statusSays(page, /ne semble pas être en français/);
    assert.match(await page.locator('.text').innerText(), /^The government/);
  }));

/** Fills the box at one go, as a paste does, with lines up to a length. @param {Page} page @param {number} length @param {string} sentence */
const fillBox = (page, length, sentence) =>
  page.evaluate(([length, sentence]) => {
    const line = Array(20).fill(sentence).join(' ');
    const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
    paste.value = Array.from({ length: Math.ceil(Number(length) / line.length) }, (_, i) => `${i} : ${line}\n`).join('');
    paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, /** @type {const} */ ([length, sentence]));

test('more than 10 MB is refused with the limit, and the pasted text is kept', () =>
  withPage(async (page) => {
    page.setDefaultTimeout(240_000); // the browser itself takes seconds to lay out such a box
    await fillBox(page, TOO_LONG, 'Paris attend.');
    await statusSays(page, /10\sMo/);
    assert.ok((await page.locator('#paste').inputValue()).length >= TOO_LONG);
    assert.ok(await page.locator('#paste').isVisible());
  }));

test('a book is read, marked where it is looked at, and answers', () =>
  withPage(async (page) => {
    page.setDefaultTimeout(240_000);
    await fillBox(page, BOOK, 'Paris attend le maire de Lyon.');
    await page.locator('.text mark[data-kind="place"]').first().waitFor();
    const { report, marks } = await page.evaluate(() => {
      const article = /** @type {import('../../www/article-element.js').ReperesArticle} */ (document.querySelector('reperes-article'));
      return { report: article.report?.mentions.length ?? 0, marks: article.shadowRoot?.querySelectorAll('mark').length ?? 0 };
    });
    assert.ok(report > BOOK / 20 && marks > 0 && marks < report / 5, `${marks} marks of ${report}`);
    await page.locator('.facts .places .line', { hasText: 'Lyon' }).click();
    assert.match(await evidence(page), /^Lyon/);
    await page.locator('.text .block').last().scrollIntoViewIfNeeded();
    await page.locator('.text .block').last().locator('mark').first().waitFor();
  }));

test('a long text says that it is being read, and can be stopped; the next one is read', () =>
  withPage(async (page) => {
    page.setDefaultTimeout(240_000);
    await fillBox(page, 4_000_000, 'Paris attend le maire de Lyon, a dit mardi Claire Morel.');
    await page.locator('.status progress').waitFor();
    await page.locator('.status button').click();
    await statusSays(page, /a été arrêtée/);
    await page.evaluate(() => {
      const paste = /** @type {HTMLTextAreaElement} */ (document.getElementById('paste'));
      paste.value = 'Paul Roy est parti à Paris.';
      paste.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.locator('.text mark', { hasText: 'Paul Roy' }).waitFor();
  }));

test('without the WebAssembly file the text stays readable and the page says why', async () => {
  const broken = await serve({ missing: /\.wasm$/ });
  try {
    await withPage(async (page) => {
      await page.click('#sample');
      await statusSays(page, /n’a pas pu être chargé/);
      assert.ok(await page.getByText('Thomas Weibel, le patron du groupe').last().isVisible());
    }, { url: broken.url, allow: /404|wasm/i });
  } finally {
    await broken.close();
  }
});

test('a browser that refuses WebAssembly leaves the text readable and the page says why', async () => {
  const strict = await serve({ headers: { 'content-security-policy': "script-src 'self'" } });
  try {
    await withPage(async (page) => {
      await page.click('#sample');
      await statusSays(page, /n’autorise pas WebAssembly/);
      assert.ok(await page.getByText('Thomas Weibel, le patron du groupe').last().isVisible());
    }, { url: strict.url, allow: /Content Security Policy|wasm-unsafe-eval/ });
  } finally {
    await strict.close();
  }
});

test('where there is no worker the main thread reads', async () => {
  const alone = await serve({ missing: /worker\.js$/ });
  try {
    await withPage(async (page) => {
      await page.click('#sample');
      await drawn(page);
    }, { url: alone.url, allow: /404|worker\.js/ });
  } finally {
    await alone.close();
  }
});

test('the page speaks English too', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.click('#language');
    await page.locator('.facts', { hasText: 'Who says what' }).waitFor();
    assert.equal(await page.locator('#sample').innerText(), 'Try a sample');
    await page.click('#language');
    await page.locator('.facts', { hasText: 'Qui dit quoi' }).waitFor();
    assert.equal(await page.locator('#sample').innerText(), 'Essayer avec un exemple');
  }));

test('on a phone the facts stand below, and the card leads back to the list', () =>
  withPage(async (page) => {
    await readSample(page);
    const [text, facts] = await Promise.all(['.text', '.facts'].map((name) => page.locator(name).boundingBox()));
    assert.ok(text && facts && facts.y >= text.y + text.height);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
    const line = page.locator('.facts .saying').first();
    await line.click();
    await page.locator('.card').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => {
      const line = document.querySelector('reperes-article')?.shadowRoot?.activeElement;
      const { top = -1, bottom = 0 } = line?.matches('.saying') ? line.getBoundingClientRect() : {};
      return top >= 0 && bottom <= innerHeight;
    });
  }, { viewport: { width: 390, height: 844 } }));

test('copied text is clean: the words of the article alone', () =>
  withPage(async (page) => {
    await readSample(page);
    if (ENGINE === 'chromium') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (document.querySelector('reperes-article')?.shadowRoot);
      const text = /** @type {Element} */ (root.querySelector('.text'));
      document.getSelection()?.setBaseAndExtent(text, 0, text, text.childNodes.length);
    });
    await page.keyboard.press('ControlOrMeta+C');
    await page.waitForTimeout(300);
    await page.fill('#paste', '. '); // into a text that is there it is inserted without its markup
    await page.locator('#paste').focus();
    await page.keyboard.press('ControlOrMeta+V');
    const words = (/** @type {string} */ text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
    await drawn(page);
    assert.deepEqual(words(await page.locator('#paste').inputValue()), words(SAMPLE));
  }));

/** A small page of the web, with what stands around an article. */
const WEB_PAGE = `<html><body>
  <nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li><li><a href="/meteo">Météo</a></li></ul></nav>
  <script>document.title = 'run'</script><img src="nowhere.png" onerror="document.title = 'run'">
  <div class="cookie-banner"><p>Nous et nos partenaires déposons des traceurs pour mesurer l’audience de ce site et vous proposer des contenus.</p></div>
  <main><h1>Un pont neuf à Vireux</h1>
    <p>Le maire de Vireux, Paul Lamy, a promis mardi douze millions d’euros pour reconstruire le pont emporté par la crue.</p>
    <h2>Deux ans de travaux</h2>
    <p>« Nous ouvrirons avant l’été », a déclaré Claire Morel, l’ingénieure qui conduit le chantier depuis le mois de janvier.</p>
    <ul><li>une passerelle pour les piétons</li><li>une voie pour les vélos</li></ul></main>
  <footer><a href="/mentions">Mentions légales</a> <a href="/contact">Contact</a></footer></body></html>`;

/** The blocks of the report by kind, once there is one: the text is drawn before. @param {Page} page @returns {Promise<string[]>} */
async function blocks(page) {
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('reperes-article')).report);
  return page.evaluate(() => {
    const { report, text } = /** @type {any} */ (document.querySelector('reperes-article'));
    return report.blocks.map((/** @type {any} */ { start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
  });
}

/** Gives the page something as a drop does. @param {Page} page @param {string} name @param {string} type @param {string} content */
const drop = (page, name, type, content) => page.evaluate(([name, type, content]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], name, { type }));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}, [name, type, content]);

test('a web page is read for its article: menus and notices are noise, titles and lists are such, nothing runs', () =>
  withPage(async (page) => {
    await drop(page, 'page.html', 'text/html', WEB_PAGE);
    await page.locator('.text h2', { hasText: 'Un pont neuf' }).waitFor();
    assert.deepEqual((await blocks(page)).map((block) => block.slice(0, 30)), [
      'noise: Accueil', 'noise: Sport', 'noise: Météo', 'noise: Nous et nos partenaires', 'headline: Un pont neuf à Vireux', 'paragraph: Le maire de Vireux,',
      'subhead: Deux ans de travaux', 'paragraph: « Nous ouvrirons av', 'listItem: une passerelle pour l', 'listItem: une voie pour les vél', 'noise: Mentions légales Contac',
    ].map((block) => block.slice(0, 30)));
    assert.notEqual(await page.evaluate(() => document.title), 'run');
    assert.equal(await page.locator('.text details:not([open])').count(), 1);
  }));

test('a text file is read whatever its encoding, another file is refused', () =>
  withPage(async (page) => {
    await drop(page, 'article.txt', 'text/plain', 'Claire Morel est arrivée à Lyon.');
    await page.locator('.text', { hasText: 'arrivée à Lyon' }).waitFor();
    // The report comes after the marks, and with it another hint.
    await blocks(page);
    await drop(page, 'image.png', 'image/png', 'x');
    await page.locator('#hint', { hasText: /fichiers de texte/ }).waitFor();
    assert.equal(await page.locator('#paste').inputValue(), 'Claire Morel est arrivée à Lyon.');
  }));

test('the last text comes back, with its date', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.click('#clear');
    assert.equal(await page.locator('reperes-article').isVisible(), false);
    await page.click('#undo');
    await page.locator('.text', { hasText: 'Sommet de Grenoble' }).waitFor();
    assert.equal(await page.locator('#published').inputValue(), '2025-10-14');
    assert.equal(await page.locator('#undo').isVisible(), false);
  }));

test('a date that stands in the text is shown, and gives way to another', () =>
  withPage(async (page) => {
    await pasteText(page, 'Un pont à Lyon\n\nPublié le 11 février 2025 à 18h42\n\nClaire Morel est arrivée mardi à Lyon.');
    await page.locator('#hint', { hasText: /Trouvée dans le texte/ }).waitFor();
    assert.equal(await page.locator('#published').inputValue(), '2025-02-11');
    await page.fill('#published', '2024-03-06');
    await page.locator('.facts .dates', { hasText: 'mardi 5 mars 2024' }).waitFor();
  }));

test('keys lead to the next name, quotation and fact, and back', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.text mark[tabindex="0"]').focus();
    await page.keyboard.press('c');
    assert.match(await evidence(page), /^Nous n'avons pas gravi/);
    await page.keyboard.press('c');
    assert.match(await evidence(page), /Il fallait un texte/);
    await page.keyboard.press('Shift+C');
    assert.match(await evidence(page), /^Nous n'avons pas gravi/);
    await page.keyboard.press('f');
    assert.notEqual(await page.locator('.text mark[data-evidence]').count(), 0);
    await page.keyboard.press('n');
    assert.notEqual(await page.locator('.text mark[data-evidence]').count(), 0);
  }));

test('words are found whatever their case and accents', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.text mark[tabindex="0"]').focus();
    await page.keyboard.press('/');
    await page.fill('.find', 'declaration');
    assert.equal(await evidence(page), 'déclaration déclaration déclaration');
    await page.locator('.find').focus();
    await page.keyboard.press('Enter');
    await page.fill('.find', '');
    assert.equal(await evidence(page), '');
  }));

test('a line says why it is there: rule and confidence', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.facts .saying').first().click();
    await page.locator('.facts .why-line').click();
    assert.match(await page.locator('.card .why').innerText(), /quote\S+ · confiance \d+/);
    await page.keyboard.press('Escape');
  }));

test('pictures hold the same data in words, and are saved', () =>
  withPage(async (page) => {
    await readSample(page);
    for (const [section, words] of /** @type {const} */ ([
      ['voices', /Part des mots cités.*Ingrid Solberg \(femme\)\s: \d+\s%/], ['people', /Où chacun.*Ingrid Solberg/], ['figures', /Les montants.*2,4\smilliards/], ['dates', /La chronologie.*2025/],
    ])) {
      assert.match(await page.locator(`.facts .${section} .picture svg`).getAttribute('aria-label') ?? '', words);
    }
    const saved = await page.evaluate(async () => {
      /** @type {Promise<string>[]} */
      const saved = [];
      let made = new Blob();
      URL.createObjectURL = (blob) => ((made = /** @type {Blob} */ (blob)), 'blob:');
      HTMLAnchorElement.prototype.click = function () {
        saved.push(made.text().then((text) => `${this.download} ${made.type} ${text.slice(0, 4)}`));
      };
      for (const button of document.querySelector('reperes-article')?.shadowRoot?.querySelectorAll('.voices .save button') ?? []) {
        /** @type {HTMLElement} */ (button).click();
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      return Promise.all(saved);
    });
    assert.match(saved[0], /\.svg image\/svg\+xml <svg/);
    assert.match(saved[1], /\.png image\/png .PNG/);
  }));

test('a date in the text leads to the line that tells what happened then', () =>
  withPage(async (page) => {
    await readSample(page);
    await page.locator('.text mark[data-kind="date"]', { hasText: '2019' }).first().click();
    assert.match(await page.locator('.facts .dates [aria-current]').innerText(), /^2019\s[\s\S]*fondée/);
  }));

/** What the reader has corrected, at the end of the facts. @param {Page} page */
const tools = async (page) => {
  const tools = page.locator('.tools');
  if (await tools.getAttribute('open') === null) await tools.locator('summary').click();
  await tools.locator('.tool').first().waitFor(); // a click that misses fails here, where it can be told
  return tools;
};

/** Opens the card of a name in the text, and in it what corrects it. @param {Page} page @param {string} name */
async function correct(page, name) {
  await page.locator('.text mark[data-mention]', { hasText: name }).first().click();
  await page.locator('.card .correct summary').click();
  return page.locator('.card .correct');
}

test('a name is renamed, retagged and removed in the whole article, and each comes back', () =>
  withPage(async (page) => {
    await readSample(page);
    const people = page.locator('.facts .people');
    const form = await correct(page, 'Ingrid Solberg');
    await form.locator('input').fill('Ingrid Solberg-Hansen');
    await form.locator('form > .tool').last().click();
    await people.locator('.name', { hasText: 'Ingrid Solberg-Hansen' }).waitFor();
    await page.locator('.facts .voices .name', { hasText: 'Ingrid Solberg-Hansen' }).waitFor();
    const marks = await page.locator('.text mark[data-kind="person"]', { hasText: 'Solberg' }).count();
    await statusSays(page, /Corrigé dans tout l’article/);
    await page.locator('.status button').click();
    await people.locator('.name', { hasText: /^Ingrid Solberg$/ }).waitFor();
    /** @param {string} type */
    const retag = async (type) => {
      await (await correct(page, 'Solberg')).locator('select').evaluate((select, type) => (/** @type {HTMLSelectElement} */ (select).value = type), type);
      await page.locator('.card .correct form > .tool').last().click();
    };
    await retag('organisation');
    await page.locator('.text mark[data-kind="organisation"]', { hasText: 'Solberg' }).nth(marks - 1).waitFor();
    await (await tools(page)).locator('.tool', { hasText: 'Annuler' }).click();
    await page.locator('.text mark[data-kind="person"]', { hasText: 'Solberg' }).first().waitFor();
    await retag('none');
    await page.locator('.text mark[data-mention]', { hasText: 'Solberg' }).first().waitFor({ state: 'hidden' });
  }));

test('two names are joined by the name of one, and separated again', () =>
  withPage(async (page) => {
    await pasteText(page, 'Ingrid Solberg est arrivée à Lyon. Marta Hansen a refusé de répondre. Ingrid Solberg a souri.');
    await page.locator('.facts .people .name', { hasText: 'Marta Hansen' }).waitFor();
    const form = await correct(page, 'Marta Hansen');
    await form.locator('input').fill('Ingrid Solberg');
    await form.locator('form > .tool').last().click();
    await page.locator('.facts .people .name', { hasText: 'Marta Hansen' }).waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.facts .people .name').count(), 1);
    await (await correct(page, 'Marta Hansen')).locator('.tool', { hasText: 'Séparer' }).click();
    await page.locator('.facts .people .name', { hasText: 'Marta Hansen' }).waitFor();
  }));

test('who speaks is corrected, and a fact removed', () =>
  withPage(async (page) => {
    await readSample(page);
    const said = page.locator('.facts .voices .saying').first();
    const words = (await said.locator('.said').innerText()).slice(0, 30);
    await said.click();
    await page.locator('.facts .why-line').click();
    await page.locator('.card .correct summary').click();
    await page.locator('.card .correct input').fill('Thomas Weibel');
    await page.locator('.card .correct .tool').click();
    await page.locator('.facts .voice', { hasText: 'Thomas Weibel' }).locator('.saying', { hasText: words }).waitFor();
    const role = page.locator('.facts .people .role').first();
    const [text, count] = [await role.innerText(), await page.locator('.facts .people .role').count()];
    await role.click();
    await page.locator('.facts .why-line').click();
    await page.locator('.card .correct summary').click();
    await page.locator('.card .correct .tool', { hasText: 'Retirer' }).click();
    await page.waitForFunction((count) => document.querySelector('reperes-article')?.shadowRoot?.querySelectorAll('.people .role').length === count - 1, count);
    await page.locator('.status button').click();
    await page.locator('.facts .people .role', { hasText: text }).first().waitFor();
    // What was corrected stays where the text is edited elsewhere, before it or after.
    for (const [before, behind] of [['Un mot de plus. ', ''], ['', ' Et à la fin.']]) {
      await page.locator('#paste').evaluate((paste, [before, behind]) => {
        const box = /** @type {HTMLTextAreaElement} */ (paste);
        box.value = before + box.value.trimEnd() + behind;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, [before, behind]);
      await page.locator('.text', { hasText: (before + behind).trim() }).waitFor();
      await page.waitForTimeout(400); // the facts follow
      await page.locator('.facts .voice', { hasText: 'Thomas Weibel' }).locator('.saying', { hasText: words }).waitFor();
    }
    // Where that very passage is edited it goes, and the page says so while the text is this one.
    const edit = (/** @type {[string, string]} */ change) => page.locator('#paste').evaluate((paste, [from, to]) => {
      const box = /** @type {HTMLTextAreaElement} */ (paste);
      box.value = box.value.replace(from, to);
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, change);
    const status = page.locator('.status', { hasText: 'Des corrections sont tombées avec le passage modifié.' });
    assert.equal(await status.count(), 0);
    await edit([words.replace(/^«\s*/, ''), 'Une autre chose']);
    await status.waitFor();
    await edit(['Et à la fin.', 'Et plus rien.']);
    await page.locator('.text', { hasText: 'Et plus rien.' }).waitFor();
    assert.equal(await status.count(), 1);
    await page.locator('#paste').fill('Tout autre chose\n\nLe maire Paul Durand a dit non.');
    await status.waitFor({ state: 'hidden' });
  }));

test('corrected names are kept on the device when asked, written to a file and read from one', () =>
  withPage(async (page) => {
    await readSample(page);
    const form = await correct(page, 'Ingrid Solberg');
    await form.locator('input').fill('Ingrid Solberg-Hansen');
    await form.locator('form > .tool').last().click();
    await page.locator('.facts .people .name', { hasText: 'Ingrid Solberg-Hansen' }).waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await (await tools(page)).locator('input[type="checkbox"]').click();
    const saved = await page.evaluate(async () => {
      let made = new Blob();
      URL.createObjectURL = (blob) => ((made = /** @type {Blob} */ (blob)), 'blob:');
      HTMLAnchorElement.prototype.click = () => {};
      /** @type {HTMLElement | undefined} */ ([...document.querySelector('reperes-article')?.shadowRoot?.querySelectorAll('.tools .tool') ?? []].find((tool) => /names/.test(tool.textContent ?? '')))?.click();
      return made.text();
    });
    assert.deepEqual(JSON.parse(saved).map((/** @type {any} */ { name, type }) => [name, type]), [['Ingrid Solberg-Hansen', 'person']]);
    await page.goto(`${server.url}index.html`);
    await readSample(page);
    await page.locator('.facts .people .name', { hasText: 'Ingrid Solberg-Hansen' }).waitFor();
    await (await tools(page)).locator('input[type="checkbox"]').click();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.evaluate(() => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector('reperes-article')?.shadowRoot?.querySelector('input[type="file"]'));
      const data = new DataTransfer();
      data.items.add(new File(['[{ "name": "Grenoble", "type": "organisation" }]'], 'names.json'));
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
    });
    await page.locator('.text mark[data-kind="organisation"]', { hasText: 'Grenoble' }).first().waitFor();
  }));
