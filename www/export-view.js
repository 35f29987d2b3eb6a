// @ts-check
/**
 * The formats in which an article can be taken away, each with what it is for.
 *
 * @import { Report } from './report.d.ts'
 * @import { ExportFormat } from './exporter.d.ts'
 * @import { MoreStrings } from './more-strings.js'
 * @import { Page, Tools } from './more-dialog.js'
 */

import { h } from './dom.js';
import { fragments } from './exporter.js';

/** Endings and types of files. @type {Record<string, [string, string]>} */
const FILES = {
  markdown: ['md', 'text/markdown'],
  html: ['html', 'text/html'],
  csv: ['csv', 'text/csv'],
  'json-ld': ['jsonld', 'application/ld+json'],
  annotations: ['annotations.jsonld', 'application/ld+json'],
  json: ['json', 'application/json'],
};

/** Characters of a passage that its line in the list shows. */
const SHOWN = 90;

/** @param {Page} page @param {MoreStrings} strings @param {Tools} tools */
export function exportView({ article }, strings, { button, copy, save }) {
  const words = strings.export;
  const report = /** @type {Report} */ (article.report);
  const url = h('input', { type: 'url', id: 'more-url', placeholder: 'https://…', 'aria-describedby': 'more-about-url', inputmode: 'url', autocomplete: 'off' });
  const dialect = h('input', { type: 'checkbox', checked: strings.locale === 'fr' });
  const address = () => url.value.trim();
  /** @param {string} format @returns {Promise<string>} */
  const written = (format) => article.export(/** @type {ExportFormat} */ (format), { url: address() || null });
  /** @param {string} label @param {string} name */
  const saving = (label, name, format = () => name) => button(label, async () => {
    const [ending, type] = FILES[name] ?? FILES.csv;
    save(await written(format()), type, `${fileName(article.text, report)}${name in FILES ? '' : `.${name}`}.${ending}`);
  });
  /** @param {string} name @param {...HTMLElement} actions */
  const row = (name, ...actions) => h('li', { 'data-format': name },
    h('div', {}, h('h3', {}, words.formats[name][0]), h('p', {}, words.formats[name][1]), name === 'csv' && h('label', {}, dialect, ' ', words.dialect)),
    h('div', { class: 'more-actions' }, actions));
  const tables = Object.entries(words.tables).map(([table, label]) => saving(label, table, () => `${table}.${dialect.checked ? 'fr.' : ''}csv`));
  const copying = (/** @type {string} */ name) => button(strings.copy, async () => copy(await written(name)));

  return {
    title: words.title,
    about: words.about,
    content: [
      h('p', { class: 'more-field' },
        h('label', { for: 'more-url' }, words.url), url,
        h('small', { id: 'more-about-url' }, words.aboutUrl)),
      h('ul', { class: 'more-list' },
        row('markdown', copying('markdown'), saving(strings.save, 'markdown')),
        row('html', saving(strings.save, 'html')),
        row('csv', ...tables),
        row('json-ld', copying('json-ld'), saving(strings.save, 'json-ld')),
        row('annotations', saving(strings.save, 'annotations')),
        row('json', saving(strings.save, 'json'))),
      linkTo(article.text, report, words, url, (link) => button(strings.copy, () => copy(link.value))),
    ],
  };
}

/**
 * The link to one of the passages that prove something.
 *
 * @param {string} text
 * @param {Report} report
 * @param {MoreStrings['export']} words
 * @param {HTMLInputElement} url
 * @param {(link: HTMLInputElement) => HTMLElement} copyButton
 */
function linkTo(text, report, words, url, copyButton) {
  /** @type {{ start: number, end: number }[]} */
  const places = [];
  /** @param {{ start: number, end: number }} place @param {string} [label] */
  const option = (place, label = text.slice(place.start, place.end)) => h('option', { value: places.push(place) - 1 }, clipped(label));
  const groups = {
    essentials: report.essentials.map(({ evidence, fr }) => option(evidence, fr)),
    quotes: report.quotes.map((quote) => option(quote)),
    facts: report.facts.map(({ evidence }) => option(evidence)),
  };
  const choice = h('select', { 'aria-label': words.link },
    h('option', { value: '' }, words.choose),
    Object.entries(groups).map(([name, options]) => options.length > 0 && h('optgroup', { label: words.groups[/** @type {keyof typeof groups} */ (name)] }, options)));
  const link = h('input', { readonly: true, 'aria-label': words.address });
  const hint = h('small', {});
  const result = h('div', { class: 'more-link', hidden: true }, link, copyButton(link));
  const show = async () => {
    result.hidden = choice.value === '';
    hint.textContent = '';
    if (result.hidden) return;
    const [fragment] = await fragments(text, [places[Number(choice.value)]]);
    const base = url.value.trim().split('#')[0];
    link.value = base + fragment;
    hint.textContent = base ? '' : words.noUrl;
  };
  choice.addEventListener('change', show);
  url.addEventListener('input', show);
  return h('section', { class: 'more-passage' }, h('h3', {}, words.link), h('p', {}, words.aboutLink), choice, result, hint);
}

/** @param {string} words on one line, cut where a word ends */
function clipped(words) {
  const line = words.trim().replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/\s\S*$/, '')}…` : line;
}

/** What a file of the article is called, without its ending: the day, and the first words of its headline. @param {string} text @param {Report} report */
function fileName(text, report) {
  const headline = report.blocks.find(({ kind }) => kind === 'headline');
  const title = headline ? text.slice(headline.start, headline.end) : 'reperes';
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g)?.slice(0, 6).join('-') || 'reperes';
  return [report.published, plain].filter(Boolean).join('-');
}
