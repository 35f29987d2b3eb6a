// @ts-check
/**
 * The article as marked text: real `<mark>` elements, one for each run, and nothing but the words of the article in
 * them, so that copied text is clean. A block is drawn anew when what lies over it changes.
 *
 * @import { Report, BlockEntry, Range } from './report.d.ts'
 * @import { Strings } from './strings.js'
 * @import { Layer, Run } from './segments.js'
 * @typedef {(chosen: { mention: number | null, quote: number | null, mark: HTMLElement }) => void} OnChoose
 */

import { fill, h, settle } from './dom.js';
import { formatScore } from './format.js';
import { cut, evidenceOver, firstBlockEndingAfter, layersOf } from './segments.js';

/** Below this score a mention, quotation or fact is drawn as doubtful. Lower hides doubt, higher makes all look doubtful. */
export const DOUBTFUL = 0.5;

/**
 * An article of more blocks than this is drawn in stretches, and marked as they come near the window. No article of a
 * newspaper has as many; a book has thousands, which the browser could not hold as marks all at once.
 */
const LONG = 400;

/** Of more lines than this only the number is shown where they are not part of the article. */
const UNFOLDED = 3;

/** Blocks in a stretch: few enough to be marked within a frame or two, enough that there are not too many to watch. */
const STRETCH = 50;

export class TextView {
  element = h('article', { class: 'text', part: 'text' });
  /** @type {Report | null} */
  #report = null;
  #text = '';
  /** @type {Strings | null} */
  #strings = null;
  /** What lies over each block: names, values and quotations. @type {Map<number, Layer[]>} */
  #layers = new Map();
  /** What lies over each block: evidence. @type {Map<number, Layer[]>} */
  #evidence = new Map();
  /** @type {HTMLElement[]} one for each block */
  #blocks = [];
  /** Blocks of the text that was shown before, by their kind and words. @type {Map<string, HTMLElement[]>} */
  #spare = new Map();
  /** How each block was drawn. @type {WeakMap<HTMLElement, string>} */
  #looks = new WeakMap();
  /** Blocks whose marks are not drawn yet. @type {Set<number>} */
  #plain = new Set();
  /** @type {IntersectionObserver | null} watches the stretches of a long article */
  #observer = null;

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
    // French spacing: what stands with a mark stays on its line. As many signs as before.
    this.#text = text.replace(/(?<=«) | (?=[»:;!?])/g, '\xa0');
    this.#strings = strings;
    this.#layers = layersOf(report, hidden);
    this.#evidence = new Map();
    this.element.lang = report.language === 'und' ? '' : report.language;
    this.element.setAttribute('aria-label', strings.text);
    const headed = report.blocks.some(({ kind }) => kind === 'headline');
    this.#spare = Map.groupBy(this.#blocks, (block) => block.className + block.textContent);
    this.#blocks = report.blocks.map((block, index) => this.#block(block, index, headed));
    this.#plain = new Set(this.#blocks.keys());
    const children = this.#grouped();
    this.#observer?.disconnect();
    if (this.#blocks.length <= LONG) {
      this.#blocks.forEach((element, block) => element.closest('details:not([open])') || this.#draw(block));
      settle(this.element, children);
    } else fill(this.element, this.#stretches(children));
    this.#rove(this.#mark('[tabindex]'));
  }

  /**
   * Marks spans of the text as evidence, and takes the mark from those that were.
   *
   * @param {readonly Range[]} spans
   */
  set evidence(spans) {
    if (!this.#report) return;
    const before = this.#evidence;
    this.#evidence = evidenceOver(this.#report.blocks, spans);
    const focused = /** @type {ShadowRoot | Document} */ (this.element.getRootNode()).activeElement;
    const at = focused instanceof HTMLElement && this.element.contains(focused) ? focused.dataset.start : undefined;
    for (const block of new Set([...before.keys(), ...this.#evidence.keys()])) if (!this.#plain.has(block)) this.#draw(block);
    if (at !== undefined) this.#mark(`[data-start="${at}"]`)?.focus({ preventScroll: true });
    if (!this.#mark('[tabindex="0"]')) this.#rove(this.#mark('[tabindex]'));
  }

  /** @param {Range} span @returns {HTMLElement | null} the first mark in a span of evidence */
  markIn({ start, end }) {
    const block = firstBlockEndingAfter(this.#report?.blocks ?? [], start);
    if (this.#plain.has(block)) this.#draw(block);
    for (const mark of this.#blocks[block]?.querySelectorAll('mark') ?? []) {
      const at = Number(mark.dataset.start);
      if (at < start || at >= end) continue;
      mark.closest('details')?.setAttribute('open', '');
      return mark;
    }
    return null;
  }

  /** There is nothing outside of its element. */
  remove() {}

  /** One block, with the marks that it had or as plain text. @param {BlockEntry} block @param {number} index @param {boolean} headed @returns {HTMLElement} */
  #block({ start, end, kind, repeatOf }, index, headed) {
    const tag = kind === 'headline' ? 'h2' : kind === 'subhead' ? (headed ? 'h3' : 'h2') : kind === 'listItem' && repeatOf === null ? 'li' : 'p';
    const words = this.#text.slice(start, end);
    const spare = this.#spare.get(`block ${kind}${words}`)?.shift();
    const block = spare?.localName === tag ? spare : h(tag, { class: `block ${kind}`, 'data-bare': tag === 'li' && /^[\p{L}\p{N}«"“]/u.test(words) }, words);
    block.dataset.block = String(index);
    block.toggleAttribute('data-repeat', repeatOf !== null);
    if (repeatOf !== null) block.title = this.#strings?.repeat ?? '';
    return block;
  }

  /** The blocks with their list items in lists, and what is not part of the article folded. @returns {HTMLElement[]} */
  #grouped() {
    /** @type {HTMLElement[]} */
    const children = [];
    /** @type {HTMLElement | null} */
    let group = null;
    let key = '';
    this.#report?.blocks.forEach(({ kind, repeatOf }, i) => {
      const now = kind === 'noise' ? kind : repeatOf !== null ? 'repeat' : kind === 'listItem' ? kind : '';
      if (!now) group = null;
      else if (!group || key !== now) group = h(now === 'listItem' ? 'ul' : 'details', { class: now === 'listItem' ? 'list' : 'fold' });
      key = now;
      group?.append(this.#blocks[i]);
      const top = group ?? this.#blocks[i];
      if (children.at(-1) !== top) children.push(top);
    });
    for (const group of children) {
      if (group.tagName !== 'DETAILS') continue;
      const { length } = group.children;
      const repeats = group.firstElementChild?.hasAttribute('data-repeat');
      group.toggleAttribute('open', length <= UNFOLDED);
      group.addEventListener('toggle', () => this.#drawIn(group), { once: true });
      group.prepend(h('summary', {}, h('span', {}, repeats ? this.#strings?.repeats(length) : this.#strings?.outside(length))));
    }
    return children;
  }

  /** Watched groups of blocks, whose marks are drawn as they come near. @param {HTMLElement[]} children */
  #stretches(children) {
    const observer = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        this.#drawIn(target);
      }
      if (!this.#mark('[tabindex="0"]')) this.#rove(this.#mark('[tabindex]'));
    }, { rootMargin: '100%' });
    this.#observer = observer;
    /** @type {HTMLElement[]} */
    const stretches = [];
    for (let i = 0; i < children.length; i += STRETCH) stretches.push(h('div', { class: 'stretch' }, children.slice(i, i + STRETCH)));
    stretches.forEach((stretch) => observer.observe(stretch));
    return stretches;
  }

  /** Draws what is not folded. @param {Element} group  of blocks */
  #drawIn(group) {
    for (const element of group.querySelectorAll('.block')) {
      const block = Number(/** @type {HTMLElement} */ (element).dataset.block);
      if (this.#plain.has(block) && !element.closest('details:not([open])')) this.#draw(block);
    }
  }

  /** Draws what lies over a block. @param {number} block */
  #draw(block) {
    this.#plain.delete(block);
    const source = /** @type {Report} */ (this.#report).blocks[block];
    const layers = (this.#layers.get(block) ?? []).concat(this.#evidence.get(block) ?? []);
    const element = this.#blocks[block];
    const runs = cut(source, layers).map((run) => ({
      words: this.#text.slice(run.start, run.end),
      mark: run.mention === null && run.quote === null && !run.evidence ? null : this.#marked(run),
    }));
    // What looks as it did (someone types elsewhere) only learns where it is now.
    const look = runs.map(({ words, mark }) => (mark ? `<${mark.title}${mark['data-kind']}${mark['data-quote'] !== null}${mark['data-evidence']}>${words}` : words)).join('|');
    if (this.#looks.get(element) === look) {
      const marks = element.querySelectorAll('mark');
      runs.flatMap(({ mark }) => mark ?? []).forEach((mark, i) => {
        for (const name of /** @type {const} */ (['data-start', 'data-mention', 'data-quote'])) {
          const value = mark[name];
          if (value !== null && marks[i].getAttribute(name) !== String(value)) marks[i].setAttribute(name, String(value));
        }
      });
      return;
    }
    this.#looks.set(element, look);
    fill(element, runs.map(({ words, mark }) => (mark ? h('mark', mark, words) : words)));
  }

  /** The attributes of its mark. @param {Run} run */
  #marked({ start, mention, quote, evidence }) {
    const report = /** @type {Report} */ (this.#report);
    const strings = /** @type {Strings} */ (this.#strings);
    const source = mention !== null ? report.mentions[mention] : quote !== null ? report.quotes[quote] : null;
    const kind = mention !== null ? report.mentions[mention].kind : quote !== null ? 'quote' : null;
    const label = quote !== null && mention === null ? strings.kind[report.quotes[quote].kind] : kind && strings.kind[kind];
    return {
      'data-start': start,
      'data-kind': kind,
      'data-mention': mention,
      'data-quote': quote,
      'data-evidence': evidence,
      'data-doubt': source !== null && source.score < DOUBTFUL,
      tabindex: source && -1,
      title: source && `${label} · ${source.by} · ${formatScore(source.score, strings.locale)}`,
      'aria-describedby': kind && `kind-${kind}`,
    };
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
