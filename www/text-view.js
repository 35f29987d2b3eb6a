// @ts-check
/**
 * The article as marked text: real `<mark>` elements, one for each run, and nothing but the words of the article in
 * them, so that copied text is clean. A block is drawn anew when what lies over it changes.
 *
 * @import { Report, Range } from './report.d.ts'
 * @import { Strings } from './strings.js'
 * @import { Paragraph, Run } from './segments.js'
 * @typedef {(chosen: { mention: number | null, quote: number | null, mark: HTMLElement }) => void} OnChoose
 */

import { h } from './dom.js';
import { firstBlockEndingAfter, segments } from './segments.js';
import { formatScore } from './format.js';

/** Below this score a mention, quotation or fact is drawn as doubtful. Lower hides doubt, higher makes all look doubtful. */
export const DOUBTFUL = 0.5;

export class TextView {
  element = h('article', { class: 'text', part: 'text' });
  /** @type {Report | null} */
  #report = null;
  #text = '';
  /** @type {Strings | null} */
  #strings = null;
  /** @type {ReadonlySet<string>} */
  #hidden = new Set();
  /** @type {readonly Range[]} */
  #evidence = [];
  /** @type {HTMLElement[]} one for each block */
  #blocks = [];

  /** @param {OnChoose} onChoose  called when a mark is clicked, or Enter is pressed on it */
  constructor(onChoose) {
    /** @param {Event} event */
    const choose = (event) => {
      const mark = this.#markAt(event);
      if (!mark || (mark.dataset.mention === undefined && mark.dataset.quote === undefined)) return false;
      onChoose({ mention: numberOrNull(mark.dataset.mention), quote: numberOrNull(mark.dataset.quote), mark });
      return true;
    };
    this.element.addEventListener('click', (event) => {
      if (document.getSelection()?.isCollapsed !== false) choose(event); // not at the end of selecting words to copy
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' || event.key === ' ' ? choose(event) : this.#move(event)) event.preventDefault();
    });
    this.element.addEventListener('focusin', (event) => this.#rove(this.#markAt(event)));
  }

  /**
   * @param {Report} report
   * @param {string} text
   * @param {Strings} strings
   * @param {ReadonlySet<string>} hidden  kinds that are not marked
   */
  show(report, text, strings, hidden) {
    this.#report = report;
    this.#text = text;
    this.#strings = strings;
    this.#hidden = hidden;
    this.#evidence = [];
    this.element.lang = report.language === 'und' ? '' : report.language;
    this.element.setAttribute('aria-label', strings.text);
    const headed = report.blocks.some(({ kind }) => kind === 'headline');
    /** @type {HTMLElement | null} */
    let list = null;
    const drawn = segments(report, { hidden });
    this.#blocks = drawn.map((paragraph) => this.#block(paragraph, headed));
    const children = this.#blocks.flatMap((block, i) => {
      if (drawn[i].source.kind !== 'listItem') {
        list = null;
        return [block];
      }
      if (list) return list.append(block), [];
      list = h('ul', { class: 'list' }, block);
      return [list];
    });
    this.element.replaceChildren(...children);
    this.element.toggleAttribute('data-long', drawn.length > 200);
    this.#rove(this.element.querySelector('mark'));
  }

  /**
   * Marks spans of the text as evidence, and takes the mark from those that were.
   *
   * @param {readonly Range[]} spans
   */
  set evidence(spans) {
    if (!this.#report) return;
    const { blocks } = this.#report;
    const touched = new Set();
    for (const span of [...this.#evidence, ...spans]) {
      for (let i = firstBlockEndingAfter(blocks, span.start); i < blocks.length && blocks[i].start < span.end; i++) touched.add(i);
    }
    this.#evidence = spans;
    const focused = /** @type {ShadowRoot | Document} */ (this.element.getRootNode()).activeElement;
    const at = focused instanceof HTMLElement && this.element.contains(focused) ? focused.dataset.start : undefined;
    const drawn = segments(this.#report, { hidden: this.#hidden, evidence: spans, only: touched });
    for (const paragraph of drawn) this.#blocks[paragraph.block].replaceChildren(...this.#runs(paragraph));
    if (at !== undefined) this.#mark(`[data-start="${at}"]`)?.focus({ preventScroll: true });
    if (!this.#mark('[tabindex="0"]')) this.#rove(this.#mark('[tabindex]'));
  }

  /** @param {Range} span @returns {HTMLElement | null} the first mark in a span of evidence */
  markIn({ start, end }) {
    const block = this.#blocks[firstBlockEndingAfter(this.#report?.blocks ?? [], start)];
    for (const mark of block?.querySelectorAll('mark') ?? []) {
      const at = Number(mark.dataset.start);
      if (at >= start && at < end) return mark;
    }
    return null;
  }

  /** @param {Paragraph} paragraph @param {boolean} headed @returns {HTMLElement} */
  #block(paragraph, headed) {
    const { kind, repeatOf } = paragraph.source;
    const tag = kind === 'headline' ? 'h2' : kind === 'subhead' ? (headed ? 'h3' : 'h2') : kind === 'listItem' ? 'li' : 'p';
    return h(
      tag,
      { class: `block ${kind}`, 'data-repeat': repeatOf !== null, title: repeatOf !== null && this.#strings?.repeat },
      ...this.#runs(paragraph),
    );
  }

  /** @param {Paragraph} paragraph @returns {(Node | string)[]} */
  #runs({ runs }) {
    return runs.map((run) => {
      const words = this.#text.slice(run.start, run.end);
      return run.mention === null && run.quote === null && !run.evidence ? words : this.#marked(run, words);
    });
  }

  /** @param {Run} run @param {string} words @returns {HTMLElement} */
  #marked({ start, mention, quote, evidence }, words) {
    const report = /** @type {Report} */ (this.#report);
    const strings = /** @type {Strings} */ (this.#strings);
    const source = mention !== null ? report.mentions[mention] : quote !== null ? report.quotes[quote] : null;
    const kind = mention !== null ? report.mentions[mention].kind : quote !== null ? 'quote' : null;
    const label = quote !== null && mention === null ? strings.kind[report.quotes[quote].kind] : kind && strings.kind[kind];
    return h(
      'mark',
      {
        'data-start': start,
        'data-kind': kind,
        'data-mention': mention,
        'data-quote': quote,
        'data-evidence': evidence,
        'data-doubt': source !== null && source.score < DOUBTFUL,
        tabindex: source && -1,
        title: source && `${label} · ${source.by} · ${formatScore(source.score, strings.locale)}`,
        'aria-describedby': kind && `kind-${kind}`,
      },
      words,
    );
  }

  /** @param {Event} event @returns {HTMLElement | null} */
  #markAt({ target }) {
    return target instanceof Element ? target.closest('mark') : null;
  }

  /** @param {string} selector @returns {HTMLElement | null} */
  #mark(selector) {
    return this.element.querySelector(`mark${selector}`);
  }

  /** One mark at a time is a stop of the Tab key; the arrows lead on from it. @param {HTMLElement | null} mark */
  #rove(mark) {
    if (!mark?.hasAttribute('tabindex')) return;
    this.#mark('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    mark.setAttribute('tabindex', '0');
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key moved the focus */
  #move(event) {
    const mark = this.#markAt(event);
    if (!mark || !['ArrowRight', 'ArrowLeft', 'Home', 'End'].includes(event.key)) return false;
    const marks = /** @type {HTMLElement[]} */ ([...this.element.querySelectorAll('mark[tabindex]')]);
    const at = marks.indexOf(mark);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key] ?? at;
    marks[to]?.focus();
    return true;
  }
}

/** @param {string | undefined} value @returns {number | null} */
const numberOrNull = (value) => (value === undefined ? null : Number(value));
