// @ts-check
/**
 * Two articles side by side: what differs as a list, and both texts with what they have in common greyed; each line leads to its words in both.
 *
 * @import { Comparison, Range, Report } from './report.d.ts'
 * @import { MoreStrings } from './more-strings.js'
 * @import { Page, Tools } from './more-dialog.js'
 * @typedef {{ text: string, report: Report }} Article
 * @typedef {[Range | null, Range | null]} Evidence  in the one, in the other
 */

import { fill, h } from './dom.js';
import { compareReports } from './exporter.js';
import { cut, firstBlockEndingAfter } from './segments.js';

/** @param {Page} page @param {MoreStrings} strings @param {Tools} tools */
export function compareView({ article }, strings, { button, say }) {
  const words = strings.compare;
  const paste = h('textarea', { id: 'more-other', rows: 7, lang: 'fr', spellcheck: 'false' });
  const day = h('input', { type: 'date', id: 'more-day', min: '1000-01-01', max: '9999-12-31' });
  const result = h('div', { class: 'more-result' });
  // Another element reads the other article, with the page's own reader.
  const other = /** @type {import('./element.d.ts').ReperesArticle} */ (h(/** @type {any} */ ('reperes-article'), { hidden: true, facts: 'none' }));
  const compare = async () => {
    if (!paste.value.trim()) return paste.focus();
    say(words.reading);
    other.textContent = paste.value;
    if (day.value && day.validity.valid) other.setAttribute('published', day.value);
    else other.removeAttribute('published');
    await null;
    const report = await other.read();
    const articles = /** @type {[Article, Article]} */ ([
      { text: article.text, report: article.report ?? await article.read() },
      { text: other.text, report },
    ]);
    const comparison = await compareReports(...articles);
    say('');
    fill(result, compared(comparison, articles, words, strings.locale));
    result.querySelector('h3')?.focus();
  };
  return {
    title: words.title,
    about: words.about,
    wide: true,
    content: [
      h('div', { class: 'more-field' },
        h('label', { for: 'more-other' }, words.other), paste,
        h('div', { class: 'more-actions' }, h('label', { for: 'more-day' }, words.day), day, button(words.compare, compare))),
      result,
      other,
    ],
  };
}

/** @param {Comparison} comparison @param {[Article, Article]} articles @param {MoreStrings['compare']} words @param {string} locale */
function compared(comparison, articles, words, locale) {
  const [one, other] = articles;
  /** @param {Range} range @param {Article} article */
  const text = ({ start, end }, article) => article.text.slice(start, end).trim().replace(/\s+/g, ' ');
  const panes = articles.map((article, side) => new Pane(article, [words.this, words.that][side],
    comparison.passages.map(({ a, b }) => [a, b][side]),
    [...comparison.quotes.flatMap(({ removed, added }) => [removed, added][side]),
      ...comparison.figures.map(({ a, b }) => article.report.mentions[[a, b][side]])]));
  /** @param {Evidence} evidence @param {...(Node | string)} label */
  const line = (evidence, ...label) => h('li', {}, h('button', { type: 'button', class: 'more-line', onclick: () => panes.forEach((pane, side) => pane.show(evidence[side])) }, label));
  /** @param {number} id @param {Article} article */
  const speaker = (id, { report, text }) => {
    const who = report.quotes[id].speaker;
    return who ? (who.entity !== null ? report.entities[who.entity].name : text.slice(who.start, who.end)) : words.nobody;
  };
  /** @param {Range} range @param {Article} article @param {readonly Range[]} changed @param {'del' | 'ins'} tag */
  const said = ({ start, end }, article, changed, tag) => h('span', { class: 'more-said' },
    cut({ start, end }, changed.map((range, index) => ({ ...range, layer: /** @type {const} */ ('mention'), index })))
      .map((run) => (run.mention === null ? article.text.slice(run.start, run.end) : h(tag, {}, article.text.slice(run.start, run.end)))));
  const percent = comparison.shared.map((share) => (Math.floor(share * 100) / 100).toLocaleString(locale, { style: 'percent' })); // one word that differs is not all in common
  const sections = /** @type {[string, HTMLElement[]][]} */ ([
    [words.figures, comparison.figures.map(({ what, a, b }) => {
      const [x, y] = [one.report.mentions[a], other.report.mentions[b]];
      return line([x, y], h('b', {}, text(what, one)), '\u00A0: ', text(x, one), ' → ', text(y, other));
    })],
    [words.quotes, comparison.quotes.map(({ a, b, removed, added }) => {
      const [x, y] = [one.report.quotes[a], other.report.quotes[b]];
      return line([x, y], h('b', {}, speaker(a, one)), said(x, one, removed, 'del'), said(y, other, added, 'ins'));
    })],
    ...articles.flatMap((article, side) => {
      const { facts, quotes, voices } = comparison.alone[side];
      /** @param {Range} range @returns {Evidence} */
      const here = ({ start, end }) => (side ? [null, { start, end }] : [{ start, end }, null]);
      const { report } = article;
      return /** @type {[string, HTMLElement[]][]} */ ([
        [words.voices[side], voices.map((id) => {
          const voice = report.voices[id];
          const quote = report.quotes.find(({ speaker }) => speaker && (voice.entity !== null ? speaker.entity === voice.entity : article.text.slice(speaker.start, speaker.end) === voice.text));
          return line(here(quote ?? { start: 0, end: 0 }), h('b', {}, voice.entity !== null ? report.entities[voice.entity].name : voice.text ?? words.nobody));
        })],
        [words.facts[side], facts.map((id) => line(here(report.facts[id].evidence), text(report.facts[id].evidence, article)))],
        [words.lone[side], quotes.map((id) => line(here(report.quotes[id]), h('b', {}, speaker(id, article)), h('span', { class: 'more-said' }, text(report.quotes[id], article))))],
      ]);
    }),
  ]).filter(([, lines]) => lines.length);
  return [
    h('h3', { tabindex: -1 }, words.shared(...percent)),
    sections.length ? null : h('p', {}, words.nothing),
    h('div', { class: 'more-differences' }, sections.map(([title, lines]) => h('section', {}, h('h4', {}, title), h('ul', {}, lines)))),
    h('div', { class: 'more-panes' }, panes.map(({ element }) => element)),
  ];
}

/** One of the two texts. */
class Pane {
  #article;
  #common;
  #changed;
  #body = h('div', { class: 'more-text', tabindex: 0, role: 'region', lang: 'fr' });

  /** @param {Article} article @param {string} title @param {Range[]} common @param {Range[]} changed */
  constructor(article, title, common, changed) {
    this.#article = article;
    this.#common = merged(common);
    this.#changed = merged(changed);
    this.#body.setAttribute('aria-label', title);
    this.element = h('section', {}, h('h4', {}, title), this.#body);
    this.show(null);
  }

  /** Shows the words that prove something, if this text has some. @param {Range | null} evidence */
  show(evidence) {
    const { text, report } = this.#article;
    const layers = /** @type {const} */ ([['quote', this.#common], ['mention', this.#changed], ['evidence', evidence ? [evidence] : []]]);
    fill(this.#body, report.blocks.map((block) => h('p', { class: `more-${block.kind}` }, cut(block, layers.flatMap(([layer, ranges]) => {
      const over = [];
      for (let i = firstBlockEndingAfter(ranges, block.start); i < ranges.length && ranges[i].start < block.end; i += 1) over.push({ start: ranges[i].start, end: ranges[i].end, layer, index: i });
      return over;
    })).map((run) => {
      const words = text.slice(run.start, run.end);
      return run.evidence ? h('mark', {}, words) : run.mention !== null ? h('strong', {}, words) : run.quote !== null ? h('span', { class: 'more-common' }, words) : words;
    }))));
    const mark = this.#body.querySelector('mark');
    if (mark) this.#body.scrollTop += mark.getBoundingClientRect().top - this.#body.getBoundingClientRect().top - this.#body.clientHeight / 3;
  }
}

/** Ranges in order, those that overlap or touch as one. @param {readonly Range[]} ranges @returns {Range[]} */
function merged(ranges) {
  /** @type {Range[]} */
  const all = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}
