// @ts-check
/**
 * Marks in an article that stands in the host's own markup: as highlights of the browser, so that not one node or attribute
 * of the host is touched. Their look is one style sheet, adopted by the document while there is a mark.
 *
 * @import { Report, Range as Span } from './report.d.ts'
 * @import { OnChoose } from './text-view.js'
 */

import { h } from './dom.js';
import { textsOf } from './lines.js';

/** Colours as in `style.css`; a highlight can't take a variable of the shadow root. */
const LOOKS = /** @type {Record<string, string>} */ ({
  person: '#c2410c, #ff9f6e', organisation: '#1d5fb4, #86b9ff', place: '#15803d, #7bd494', event: '#7c3aad, #d0a4f5', work: '#b0286f, #ff9bcb',
  money: '#8a6200, #e6bf55', percent: '#985b14, #e8ac6c', quantity: '#766b00, #d3c95a', count: '#6f5a45, #c8b199',
  date: '#0a737d, #67cdd8', time: '#33698c, #8fc3e3', duration: '#2c6e63, #83cdbf',
});

/** How many articles are marked in this document. */
let marked = 0;
/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @returns {CSSStyleSheet} made when it is first needed */
function look() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`${Object.entries(LOOKS).map(([kind, colours]) => `::highlight(reperes-${kind}){text-decoration:underline;text-decoration-color:light-dark(${colours});text-decoration-thickness:2px}`).join('')}
      ::highlight(reperes-quote){background-color:light-dark(#f4ecd6,#2c291f)}::highlight(reperes-evidence){background-color:light-dark(#ffdf6b,#6a5200)}`);
  }
  return sheet;
}

/** What the element's own view of a text is to it, for a text that stands in the host. */
export class HostText {
  /** Nothing is shown here. */
  element = h('div', { hidden: true });
  #root;
  #leaving = new AbortController();
  /** The node and the offset of each character that is not white space. @type {[Text, number][]} */
  #places = [];
  /** How many such characters stand before each offset of the text that was read. */
  #before = new Uint32Array();
  /** What was given to the browser. @type {{ name: string, range: globalThis.Range, mention: number | null, quote: number | null, start: number }[]} */
  #given = [];

  /** @param {Element} root @param {OnChoose} onChoose  called when a mark is clicked */
  constructor(root, onChoose) {
    this.#root = root;
    if (!marked++) document.adoptedStyleSheets = [...document.adoptedStyleSheets, look()];
    root.addEventListener('click', (event) => {
      const { clientX: x, clientY: y } = /** @type {MouseEvent} */ (event);
      const hit = this.#given.findLast(({ range }) => [...range.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom));
      if (hit && document.getSelection()?.isCollapsed !== false) onChoose({ mention: hit.mention, quote: hit.quote, mark: this.#mark(hit.range, hit.start) });
    }, { signal: this.#leaving.signal });
  }

  /** @param {Report} report @param {string} text @param {unknown} _ @param {ReadonlySet<string>} hidden  kinds that are not marked */
  show({ mentions, quotes }, text, _, hidden) {
    this.#places = [];
    for (const node of textsOf(this.#root)) for (const { index } of node.data.matchAll(/\S/g)) this.#places.push([node, index]);
    this.#before = new Uint32Array(text.length + 1);
    for (let i = 0; i < text.length; i++) this.#before[i + 1] = this.#before[i] + (/\S/.test(text[i]) ? 1 : 0);
    this.#take(() => true);
    if (!hidden.has('quote')) quotes.forEach((quote, index) => this.#give('quote', quote, null, index));
    mentions.forEach((mention, index) => hidden.has(mention.kind) || this.#give(mention.kind, mention, index, null));
  }

  /** @param {readonly Span[]} spans */
  set evidence(spans) {
    this.#take((name) => name === 'reperes-evidence');
    for (const span of spans) this.#give('evidence', span, null, null);
  }

  /** @param {Span} span @returns {HTMLElement | null} what can be scrolled to and stood by */
  markIn(span) {
    const range = this.#range(span);
    return range && this.#mark(range, span.start);
  }

  /** Takes everything away. */
  remove() {
    this.#take(() => true);
    this.#leaving.abort();
    if (!--marked) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  }

  /** A stretch of the host's text as if it were an element. @param {globalThis.Range} range @param {number} start @returns {HTMLElement} */
  #mark(range, start) {
    return /** @type {any} */ ({
      dataset: { start },
      getClientRects: () => range.getClientRects(),
      scrollIntoView: (/** @type {ScrollIntoViewOptions} */ how) => range.startContainer.parentElement?.scrollIntoView(how),
      focus() {},
    });
  }

  /** @param {Span} span @returns {globalThis.Range | null} where it stands in the host, if it still does */
  #range({ start, end }) {
    const [from, to] = [this.#places[this.#before[start]], this.#places[this.#before[end] - 1]];
    if (!from || !to || from[0].length <= from[1] || to[0].length <= to[1]) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(to[0], to[1] + 1);
    return range;
  }

  /** @param {string} kind @param {Span} span @param {number | null} mention @param {number | null} quote */
  #give(kind, span, mention, quote) {
    const [name, range] = [`reperes-${kind}`, this.#range(span)];
    if (!range) return;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    highlight.priority = kind === 'evidence' ? 2 : kind === 'quote' ? 0 : 1;
    CSS.highlights.set(name, highlight.add(range));
    this.#given.push({ name, range, mention, quote, start: span.start });
  }

  /** @param {(name: string) => boolean} which */
  #take(which) {
    this.#given = this.#given.filter(({ name, range }) => {
      if (!which(name)) return true;
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (!highlight?.size) CSS.highlights.delete(name);
      return false;
    });
  }
}
