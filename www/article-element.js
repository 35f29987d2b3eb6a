// @ts-check
/**
 * `<reperes-article published="2025-02-11">…</reperes-article>`: the article that stands in it, with its names, figures
 * and voices marked and the facts beside it. This module defines the class and has no other effect; `reperes.js`
 * registers it. What hosts may set, call and hear is declared in `element.d.ts`.
 *
 * The text in the light DOM is the input, and what is shown until it is read or where it can't be. With `for` the input
 * stands elsewhere: an article in the host's own markup, which is then marked where it is, or another
 * `<reperes-article>`, whose facts are shown here. Attributes are the state.
 *
 * @import { Report } from './report.d.ts'
 * @import { ReadOptions, Rule, Target } from './element.d.ts'
 * @import { Change, Corrections } from './corrections.js'
 */

import { ArticleView } from './article-view.js';
import { correctionTools } from './correction-view.js';
import { corrected, moved, rulesOf } from './corrections.js';
import { fill, h } from './dom.js';
import { sharedEngine } from './engine.js';
import { HostText } from './host-marks.js';
import { KINDS } from './legend-view.js';
import { readLines, textOf } from './lines.js';
import { loadExporter, loadStyle } from './parts.js';
import { stringsFor } from './strings.js';
import { kindOf } from './structure.js';

/** From this many characters on the reader sees that a text is being read, and can stop it. */
const LONG = 1_000_000;

/** A text that begins or ends with as many characters as another is that one, edited. */
const ENDS = 50;

/** Where rules are kept on the device. */
const STORE = 'reperes-names';

/** Off the browser, in a server's renderer, the module loads all the same. @type {typeof HTMLElement} */
const Base = globalThis.HTMLElement ?? class {};

export class ReperesArticle extends Base {
  static observedAttributes = ['published', 'lang', 'ui-lang', 'kinds', 'for'];

  /** @type {Report | null} */
  #report = null;
  /** The report before its reader corrected it. @type {Report | null} */
  #asRead = null;
  #text = '';
  /** @type {Corrections} */
  #corrections = { rules: [], edits: new Map() };
  /** The corrections before each change. @type {Corrections[]} */
  #before = [];
  /** Whether corrections went with a passage of this text that was edited away. */
  #lost = false;
  #kept = false;
  #tools = h('details', { class: 'section tools' });
  /** @type {ReadOptions} */
  #options = {};
  /** @type {ArticleView | null} made for the kind of input that there is */
  #view = null;
  #status = h('p', { class: 'status', part: 'status', role: 'status' });
  #content = h('div', { class: 'content' });
  #layer = h('div', { class: 'layer' });
  #observer = new MutationObserver(() => this.#read());
  /** @type {AbortController | null} what is being read now */
  #reading = null;
  /** Ends what holds as long as this input is looked at. @type {AbortController | null} */
  #looking = null;
  /** A `published` that could not be used. @type {string | null} */
  #problem = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styleSheet().sheet];
    root.append(h('div', { class: 'frame', part: 'frame' }, this.#status, this.#content), this.#layer);
  }

  /** The report of the text as last read, `null` before. @returns {Report | null} */
  get report() {
    return this.#report;
  }

  /** The text that the report is about. @returns {string} */
  get text() {
    return this.#text;
  }

  /** What is known of the text beside `published`, which goes first. @returns {ReadOptions} */
  get options() {
    return this.#options;
  }

  set options(options) {
    this.#options = { ...options };
    if (this.isConnected) this.#read();
  }

  /** What the house says of names: the reader's own corrections among it. @returns {readonly Rule[]} */
  get rules() {
    return this.#corrections.rules;
  }

  set rules(rules) {
    this.#corrections = { ...this.#corrections, rules: [...rules] };
    if (this.isConnected) this.#read();
  }

  /** What the reader has corrected, to be kept elsewhere. */
  get corrections() {
    return this.#corrections;
  }

  set corrections(corrections) {
    this.#before.push(this.#corrections);
    this.#corrections = corrections;
    this.#read();
  }

  /** Takes the last correction back. */
  undo() {
    const before = this.#before.pop();
    if (before) this.#correct(() => before, false);
  }

  /** Reads once more. @returns {Promise<Report>} rejects as the engine does */
  read() {
    return new Promise((resolve, reject) => this.#read(resolve, reject));
  }

  /** Shows the evidence of something in the report, as a click on its line does; nothing selected with `null`. @param {Target | null} target */
  select(target) {
    if (target) this.#view?.select(target);
    else this.#view?.clear();
  }

  /** The article in a format of others, as it is corrected. @param {import('./exporter.d.ts').ExportFormat} format @param {{ url?: string | null }} [options] */
  async export(format, options) {
    const report = this.#report ?? await this.read();
    return (await loadExporter()).exportReport({ text: this.#text, report }, format, options);
  }

  connectedCallback() {
    this.#recall();
    for (const name of /** @type {const} */ (['options', 'rules'])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name]; // set before the element was defined
      delete (/** @type {Partial<this>} */ (this))[name];
      Object.assign(this, { [name]: value });
    }
    this.#look();
  }

  disconnectedCallback() {
    this.#looking?.abort();
    this.#looking = null;
    this.#reading?.abort();
    this.#observer.disconnect();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.#looking || before === now) return;
    if (name === 'for') this.#look();
    else if (name === 'published') this.#read();
    else if (name === 'kinds') this.#view?.hide(this.#hidden);
    else if (this.#report) this.#show(this.#report);
    else this.#read();
  }

  /** In `ui-lang`, else in the language of what stands around, else in that of the article. @returns {import('./strings.js').Strings} */
  get #strings() {
    const around = this.parentElement?.closest('[lang]') ?? this;
    return stringsFor(this.getAttribute('ui-lang') ?? around.getAttribute('lang'));
  }

  /** Kinds that are not marked: those that `kinds` leaves out, where it is there. @returns {ReadonlySet<string>} */
  get #hidden() {
    const shown = this.getAttribute('kinds')?.split(/\s+/);
    return new Set(shown ? KINDS.filter((kind) => !shown.includes(kind)) : []);
  }

  /** @param {string} kind */
  #toggle(kind) {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    if (hidden.size) this.setAttribute('kinds', KINDS.filter((one) => !hidden.has(one)).join(' '));
    else this.removeAttribute('kinds');
  }

  /** Rules that the reader has kept on this device. */
  #recall() {
    try {
      const kept = localStorage.getItem(STORE);
      this.#kept = kept !== null;
      if (kept && !this.rules.length) this.#corrections = { ...this.#corrections, rules: rulesOf(JSON.parse(kept)) };
    } catch {} // there is no storage, or something else in it
  }

  /** Keeps them, if they are to be kept. @param {boolean} [keep] @returns {boolean} whether they are */
  #keep(keep = this.#kept) {
    try {
      if (keep) localStorage.setItem(STORE, JSON.stringify(this.rules));
      else localStorage.removeItem(STORE);
    } catch { // there is no storage, or it is full
      if (keep) this.#say(this.#strings.notKept, 'problem');
      keep = false;
    }
    return (this.#kept = keep);
  }

  /** The reader corrects, in the whole article at once. @param {Change} change @param {boolean} [anew]  rather than back */
  async #correct(change, anew = true) {
    const before = this.#corrections;
    this.#lost = false;
    if (anew) this.#before.push(before);
    this.#corrections = change(before);
    const was = this.#kept;
    if (was) this.#keep();
    if (this.rules !== before.rules) await this.read().catch(() => {});
    else if (this.#asRead) this.#take(this.#asRead);
    const strings = this.#strings;
    const undo = this.#offer(`${strings.corrected} ${was && !this.#kept ? strings.notKept : ''}`, strings.undo, () => this.undo());
    if (anew) undo.focus({ preventScroll: true });
    else if (this.#report) this.#summarise(this.#report);
  }

  /** What is read. @returns {Element} */
  get #source() {
    const selector = this.getAttribute('for');
    try {
      return (selector && /** @type {Document} */ (this.getRootNode()).querySelector(selector)) || this;
    } catch {
      return this; // it is none
    }
  }

  /** Looks at what is to be read, from now on. */
  #look() {
    this.#looking?.abort();
    this.#observer.disconnect();
    const { signal } = (this.#looking = new AbortController());
    const source = this.#source;
    const other = source !== this && source instanceof ReperesArticle ? source : null;
    const away = source !== this && !other;
    const view = new ArticleView({
      onToggle: (kind) => this.#toggle(kind),
      onSelect: (target) => {
        if (other) other.select(target);
        this.#fire('reperes-select', target);
      },
      onCorrect: (change) => (other ?? this).#correct(change),
      below: this.#tools,
      text: away ? (onChoose) => new HostText(source, onChoose) : null,
    });
    this.#view = view;
    this.toggleAttribute('data-away', source !== this);
    this.#content.replaceChildren();
    this.#layer.replaceChildren(view.card);
    // What `for` names may come later, or be put in another's place.
    const coming = new MutationObserver(() => this.#source !== source && this.#look());
    if (this.hasAttribute('for')) coming.observe(this.getRootNode(), { childList: true, subtree: true, attributeFilter: ['id', 'class'] });
    signal.addEventListener('abort', () => {
      view.remove();
      coming.disconnect();
    });
    if (other) {
      const show = () => {
        if (!other.report) return;
        this.#text = other.text;
        this.#corrections = other.#corrections;
        this.#before = other.#before;
        this.#kept = other.#kept;
        this.#show((this.#report = other.report));
      };
      other.addEventListener('reperes-report', show, { signal });
      return show();
    }
    this.#observer.observe(source, { childList: true, characterData: true, subtree: true });
    this.#read();
  }

  /**
   * Reads the text that stands here now; whatever was being read before no longer matters.
   *
   * @param {(report: Report) => void} [resolve]
   * @param {(error: unknown) => void} [reject]
   */
  async #read(resolve, reject) {
    this.#reading?.abort();
    this.#observer.takeRecords(); // whatever has changed is read now
    const { signal } = (this.#reading = new AbortController());
    signal.addEventListener('abort', () => reject?.(signal.reason));
    const strings = this.#strings;
    const source = this.#source;
    const lines = readLines(source);
    const text = textOf(lines);
    if (text !== this.#text) {
      const follow = (/** @type {Corrections} */ { rules, edits }) => ({ rules, edits: moved(edits, this.#text, text) });
      const { size } = this.#corrections.edits;
      this.#corrections = follow(this.#corrections);
      // Of another article nobody expects them.
      const same = [[0, ENDS], [-ENDS]].some(([from, to]) => text.slice(from, to) === this.#text.slice(from, to));
      this.#lost = same && (this.#lost || this.#corrections.edits.size < size);
      this.#before = this.#before.map(follow);
    }
    this.#text = text;
    const kinds = lines.map((line) => kindOf(line, source) || null);
    if (!this.#text) this.#report = null;
    if (!this.#report) this.#fallBack();
    if (!this.#text) {
      sharedEngine().warm();
      return this.#say(this.hasAttribute('for') ? '' : strings.empty, 'invitation');
    }
    const published = this.getAttribute('published')?.trim() || this.#options.published;
    if (this.#text.length >= LONG) this.#sayReading();
    else if (!this.#report) this.#say(strings.reading, 'quiet');
    /** @type {[Report, unknown]} */
    let outcome;
    try {
      outcome = await readWithOrWithout(this.#text, { ...(kinds.some(Boolean) && { lines: kinds }), ...this.#options, ...(this.rules.length && { rules: this.rules }), published }, signal, async (marks) => {
        await styleSheet().ready;
        if (!signal.aborted) this.#draw(marks, true);
      });
    } catch (error) {
      if (signal.aborted) return;
      this.#report = null;
      this.#fallBack();
      this.#say(messageOf(error, strings), 'problem');
      reject?.(error);
      return this.#fire('reperes-error', error);
    }
    await styleSheet().ready;
    if (signal.aborted) return;
    const [report, problem] = outcome;
    this.#problem = problem && published ? published : null;
    if (problem) this.#fire('reperes-error', problem);
    const taken = this.#take(report);
    resolve?.(taken);
  }

  /** What was read, as its reader corrects it. @param {Report} report @returns {Report} */
  #take(report) {
    this.#asRead = report;
    this.#report = corrected(report, this.#text, this.#corrections.edits);
    this.#show(this.#report);
    this.#fire('reperes-report', this.#report);
    return this.#report;
  }

  /** @param {Report} report */
  #show(report) {
    const strings = this.#strings;
    this.#draw(report);
    fill(this.#tools, correctionTools(this.#corrections, strings, {
      kept: this.#kept,
      onUndo: this.#before.length ? () => this.undo() : null,
      onCorrect: (change) => this.#correct(change),
      onKeep: (keep) => this.#keep(keep),
      onProblem: () => this.#say(strings.badRules, 'problem'),
    }));
    this.#summarise(report);
  }

  /** @param {Report} report @param {boolean} [marksOnly] */
  #draw(report, marksOnly) {
    const view = /** @type {ArticleView} */ (this.#view);
    view.show(report, this.#text, this.#strings, this.#hidden, marksOnly);
    if (!view.element.isConnected) this.#content.replaceChildren(view.element);
  }

  /** @param {Report} report */
  #summarise(report) {
    const strings = this.#strings;
    const notes = [
      this.#problem !== null && strings.badDate(this.#problem),
      report.notes.some(({ code }) => code === 'notFrench') && strings.notFrench,
      this.#lost && strings.lost,
    ].filter((note) => note !== false);
    if (notes.length) this.#say(notes.join(' '), 'problem');
    else {
      this.#say(strings.summary({
        people: report.entities.filter(({ kind }) => kind === 'person').length,
        quotes: report.quotes.length,
        facts: report.facts.length,
      }), 'quiet');
    }
  }

  /**
   * The text without marks: the host's own elements as they stand, plain text as paragraphs (a million lines in one
   * text node would take the browser seconds to lay out).
   */
  #fallBack() {
    if (this.#source !== this) return this.#content.replaceChildren();
    this.#content.replaceChildren(this.childElementCount
      ? h('div', { class: 'fallback' }, h('slot'))
      : h('div', { class: 'fallback' }, stretches(this.#text)));
  }

  /** A long text is being read, and need not be. */
  #sayReading() {
    const strings = this.#strings;
    this.#offer(strings.reading, strings.cancel, () => {
      this.#reading?.abort();
      this.#say(strings.cancelled, 'problem');
    }).before(h('progress', { 'aria-label': strings.reading }));
  }

  /** Says something, with a button. @param {string} words @param {string} label @param {() => void} onclick */
  #offer(words, label, onclick) {
    this.#say(`${words} `, 'progress');
    const button = h('button', { type: 'button', onclick }, label);
    this.#status.append(button);
    return button;
  }

  /** @param {string} words @param {'quiet' | 'invitation' | 'problem' | 'progress'} tone */
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
 * @param {ReadOptions} options
 * @param {AbortSignal} signal
 * @param {import('./engine.js').OnMarks} onMarks
 * @returns {Promise<[Report, unknown]>} the report, and what was wrong with the date
 */
async function readWithOrWithout(text, { published, ...options }, signal, onMarks) {
  const engine = sharedEngine();
  try {
    return [await engine.read(text, { ...options, published }, signal, onMarks), null];
  } catch (error) {
    if (!published || /** @type {Error} */ (error).name !== 'TypeError') throw error;
    return [await engine.read(text, options, signal), error];
  }
}

/** @param {unknown} error @param {import('./strings.js').Strings} strings @returns {string} */
function messageOf(error, strings) {
  switch (/** @type {Error} */ (error).name) {
    case 'RangeError': return strings.tooLong;
    case 'TypeError': return strings.badRules;
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
    const ready = loadStyle().then((css) => sheet.replaceSync(css)).catch(() => {});
    shared = { sheet, ready };
  }
  return shared;
}
