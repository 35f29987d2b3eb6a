// @ts-check
/**
 * `<reperes-article published="2025-02-11">…</reperes-article>`: the article that stands in it, with its names, figures
 * and voices marked and the facts beside it. This module defines the class and has no other effect; `reperes.js`
 * registers it.
 *
 * The text in the light DOM is the input, and what is shown until it is read or where it can't be. Attributes are the
 * state: `published` (day or month of publication), `lang` (`fr` or `en`, of the interface; else that of the nearest
 * ancestor), `hide` (kinds that are not marked, as in `count date`; the legend writes it).
 *
 * Fires `reperes-read` (detail: the report, whose offsets slice `element.text`) and `reperes-error` (detail: the error).
 *
 * @import { Report } from './report.d.ts'
 */

import { ArticleView } from './article-view.js';
import { h } from './dom.js';
import { sharedEngine } from './engine.js';
import { linesOf } from './lines.js';
import { stringsFor } from './strings.js';

/** Off the browser, in a server's renderer, the module loads all the same. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class ReperesArticle extends Base {
  static observedAttributes = ['published', 'lang', 'hide'];

  /** @type {Report | null} */
  #report = null;
  #text = '';
  #view = new ArticleView((kind) => this.#toggle(kind));
  #status = h('p', { class: 'status', part: 'status', role: 'status' });
  #content = h('div', { class: 'content' });
  #observer = new MutationObserver(() => this.#read());
  /** @type {AbortController | null} what is being read now */
  #reading = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet().sheet];
    root.append(h('div', { class: 'frame', part: 'frame' }, this.#status, this.#content), h('div', { class: 'layer' }, this.#view.card));
  }

  /** The report of the text as last read, `null` before. @returns {Report | null} */
  get report() {
    return this.#report;
  }

  /** The text that the report is about. @returns {string} */
  get text() {
    return this.#text;
  }

  connectedCallback() {
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
    sharedEngine().warm();
    this.#read();
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#reading?.abort();
    this.#view.clear();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now) return;
    if (name === 'published') this.#read();
    else if (name === 'hide') this.#view.hide(this.#hidden);
    else if (this.#report) this.#show(this.#report);
    else this.#read();
  }

  get #strings() {
    return stringsFor(/** @type {HTMLElement | null} */ (this.closest('[lang]'))?.lang);
  }

  /** @returns {ReadonlySet<string>} */
  get #hidden() {
    return new Set(this.getAttribute('hide')?.split(/\s+/).filter(Boolean));
  }

  /** @param {string} kind */
  #toggle(kind) {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    if (hidden.size) this.setAttribute('hide', [...hidden].join(' '));
    else this.removeAttribute('hide');
  }

  /** Reads the text that stands here now; whatever was being read before no longer matters. */
  async #read() {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    const strings = this.#strings;
    this.#text = linesOf(this);
    if (!this.#text) this.#report = null;
    if (!this.#report) this.#fallBack();
    if (!this.#text) return this.#say(strings.empty, 'invitation');
    const published = this.getAttribute('published')?.trim() || undefined;
    if (!this.#report) this.#say(strings.reading, 'quiet');
    /** @type {[Report, unknown]} */
    let outcome;
    try {
      outcome = await readWithOrWithout(this.#text, published, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (this.#report) {
        this.#report = null;
        this.#fallBack();
      }
      this.#say(messageOf(error, strings), 'problem');
      return this.#fire('reperes-error', error);
    }
    await styleSheet().ready;
    if (signal.aborted) return;
    const [report, problem] = outcome;
    this.#report = report;
    this.#problem = problem && published ? published : null;
    this.#show(report);
    if (problem) this.#fire('reperes-error', problem);
    this.#fire('reperes-read', report);
  }

  /** A `published` that could not be used. @type {string | null} */
  #problem = null;

  /** @param {Report} report */
  #show(report) {
    const strings = this.#strings;
    this.#view.show(report, this.#text, strings, this.#hidden);
    if (!this.#view.element.isConnected) this.#content.replaceChildren(this.#view.element);
    const notes = [
      this.#problem !== null && strings.badDate(this.#problem),
      report.notes.some(({ code }) => code === 'notFrench') && strings.notFrench,
    ].filter((note) => note !== false);
    const count = /** @param {(kind: string) => boolean} is */ (is) => report.mentions.filter(({ kind }) => is(kind)).length;
    if (notes.length) this.#say(notes.join(' '), 'problem');
    else {
      this.#say(strings.summary({
        people: report.entities.filter(({ kind }) => kind === 'person').length,
        quotes: report.quotes.length,
        figures: count((kind) => ['money', 'percent', 'quantity', 'count'].includes(kind)),
        dates: count((kind) => kind === 'date'),
      }), 'quiet');
    }
  }

  /**
   * The text without marks: the host's own elements as they stand, plain text as paragraphs (a million lines in one
   * text node would take the browser seconds to lay out).
   */
  #fallBack() {
    this.#content.replaceChildren(this.childElementCount
      ? h('div', { class: 'fallback' }, h('slot'))
      : h('div', { class: 'fallback' }, stretches(this.#text)));
  }

  /** @param {string} words @param {'quiet' | 'invitation' | 'problem'} tone */
  #say(words, tone) {
    this.#status.dataset.tone = tone;
    this.#status.lang = this.#strings.locale;
    this.#status.textContent = words;
  }

  /** @param {string} type @param {unknown} detail */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

/** Lines of plain text in groups that the browser lays out as they come into view. @param {string} text */
function stretches(text) {
  const lines = text.split('\n').filter(Boolean);
  const groups = [];
  for (let i = 0; i < lines.length; i += 50) groups.push(h('div', { class: 'stretch' }, lines.slice(i, i + 50).map((line) => h('p', { class: 'block' }, line))));
  return groups;
}

/**
 * A date that can't be used is no reason not to read.
 *
 * @param {string} text
 * @param {string | undefined} published
 * @param {AbortSignal} signal
 * @returns {Promise<[Report, unknown]>} the report, and what was wrong with the date
 */
async function readWithOrWithout(text, published, signal) {
  const engine = sharedEngine();
  try {
    return [await engine.read(text, published ? { published } : {}, signal), null];
  } catch (error) {
    if (!published || /** @type {Error} */ (error).name !== 'TypeError') throw error;
    return [await engine.read(text, {}, signal), error];
  }
}

/** @param {unknown} error @param {import('./strings.js').Strings} strings @returns {string} */
function messageOf(error, strings) {
  switch (/** @type {Error} */ (error).name) {
    case 'RangeError': return strings.tooLong;
    case 'NoWebAssembly': return strings.noWebAssembly;
    case 'Unavailable': return strings.unavailable;
    default: return strings.failed;
  }
}

/** @type {{ sheet: CSSStyleSheet, ready: Promise<void> } | undefined} */
let shared;

/** One style sheet for all elements of the page: there at once, filled when it has come. Without it the text is plain. */
function styleSheet() {
  if (!shared) {
    const sheet = new CSSStyleSheet();
    const ready = fetch(new URL('./style.css', import.meta.url))
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(response.statusText))))
      .then((css) => sheet.replaceSync(css))
      .catch(() => {});
    shared = { sheet, ready };
  }
  return shared;
}
