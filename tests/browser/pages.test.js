// @ts-check
/**
 * Real pages of the web, selected whole, copied and pasted: how much of the article is taken for it, and how much of the
 * rest for noise. The pages stay outside the project: `PAGES` names their folder (`NNN.html`), `GOLD` the one with the
 * annotated articles (`NNN.txt`, and `NNN.ann` with the noise lines of these). Without them there is nothing to run.
 *
 * Some annotated texts are the first part of what their page tells; the paragraphs that follow count as others though they
 * are not noise. The share of noise is therefore asked of all pages together.
 */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE, launch, serve, test, watched } from './harness.js';

const { PAGES, GOLD } = process.env;

/** Shares of words: of the article, and of everything else. */
const ARTICLE = 0.95;
const NOISE = 0.8;

/** @param {string} text */
const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The longest common subsequence of two lists of words.
 *
 * @param {string[]} a
 * @param {string[]} b
 * @returns {number[]} for each word of `a` the index of its partner in `b`, -1 without one
 */
function aligned(a, b) {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  }
  const partners = a.map(() => -1);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) partners[i++] = j++;
    else if (rows[i + 1][j] >= rows[i][j + 1]) i++;
    else j++;
  }
  return partners;
}

/** The article without the lines that its annotation calls noise. @param {string} gold @param {string} name */
function articleOf(gold, name) {
  const noise = readFileSync(join(gold, `${name}.ann`), 'utf8').split('\n').filter((line) => line.startsWith('N\t')).map((line) => line.slice(2).split(' [...] '));
  return readFileSync(join(gold, `${name}.txt`), 'utf8').split('\n').filter((line) => !noise.some(([first, last = '']) => line.trim().startsWith(first) && line.trim().endsWith(last)));
}

test('pages pasted whole', async (t) => {
  const [folder, gold] = [String(PAGES), String(GOLD)];
  const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const pages = Object.fromEntries(names.map((name) => [`/pages/${name}`, readFileSync(join(folder, name), 'utf8').replace(/<script\b[\s\S]*?<\/script>/gi, '')]));
  const host = await serve({ pages, headers: { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" } });
  const [server, browser] = await Promise.all([serve(), launch()]);
  const { page, close } = await watched(browser, server.url);
  if (ENGINE === 'chromium') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  /** @type {string[]} */
  const below = [];
  let [allAway, allOthers] = [0, 0];
  try {
    for (const file of names) {
      const name = file.replace('.html', '');
      await page.goto(`${host.url}pages/${file}`);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('ControlOrMeta+C');
      await page.waitForTimeout(300); // until the system has it
      await page.goto(server.url);
      await page.locator('#paste').focus();
      await page.keyboard.press('ControlOrMeta+V');
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('reperes-article')).report);
      const blocks = await page.evaluate(() => {
        const { report, text } = /** @type {import('../../www/article-element.js').ReperesArticle} */ (document.querySelector('reperes-article'));
        return report?.blocks.map(({ start, end, kind }) => ({ text: text.slice(start, end), noise: kind === 'noise' })) ?? [];
      });
      const pasted = blocks.flatMap(({ text, noise }) => words(text).map((word) => ({ word, noise })));
      const article = words(articleOf(gold, name).join('\n'));
      const partners = aligned(article, pasted.map(({ word }) => word));
      const kept = partners.filter((at) => at >= 0 && !pasted[at].noise).length / article.length;
      const ofArticle = new Set(partners);
      const others = pasted.filter((_, i) => !ofArticle.has(i));
      const away = others.filter(({ noise }) => noise).length;
      allAway += away;
      allOthers += others.length;
      const line = `${name}: ${(100 * kept).toFixed(1)} % of ${article.length} words of the article kept, ${(100 * away / others.length).toFixed(1)} % of ${others.length} others away`;
      t.diagnostic(line);
      if (kept < ARTICLE) below.push(line);
    }
  } finally {
    await close();
    await Promise.all([browser.close(), server.close(), host.close()]);
  }
  assert.deepEqual(below, []);
  assert.ok(allAway / allOthers >= NOISE, `${allAway} of ${allOthers} others away`);
}, { skip: PAGES && GOLD ? false : 'PAGES and GOLD name no folders' });
