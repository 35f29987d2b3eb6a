// @ts-check
/**
 * A read article: the marked text, the facts beside it, the legend above and the card, and what leads from each to the
 * others. Takes a report and draws it; knows nothing of elements, attributes or engines.
 *
 * @import { Report } from './report.d.ts'
 * @import { Strings } from './strings.js'
 * @import { Target } from './element.d.ts'
 * @import { Outline } from './outline.js'
 * @import { OnChoose } from './text-view.js'
 * @typedef {{ target: Target, place: number, mention: number | null, quote: number | null }} Selection
 *
 * @typedef {object} Text  what shows the text and the evidence in it
 * @property {HTMLElement} element
 * @property {(report: Report, text: string, strings: Strings, hidden: ReadonlySet<string>) => void} show
 * @property {readonly import('./report.d.ts').Range[]} evidence
 * @property {(span: import('./report.d.ts').Range) => HTMLElement | null} markIn  what can be scrolled to and stood by
 * @property {() => void} remove  takes away what it has done outside of its element
 */

import { CardView } from './card-view.js';
import { h } from './dom.js';
import { KINDS, LegendView } from './legend-view.js';
import { outline, placesOf, targetKey } from './outline.js';
import { pictures } from './picture-choice.js';
import { SidebarView } from './sidebar-view.js';
import { TextView } from './text-view.js';

/**
 * Keys that lead to the next place of something, with Shift to the one before: n as in name, c as in citation, f as in fact.
 *
 * @type {Record<string, 'mentions' | 'quotes' | 'facts'>}
 */
const STEPS = { n: 'mentions', N: 'mentions', c: 'quotes', C: 'quotes', f: 'facts', F: 'facts' };

/** Milliseconds by which the facts follow a text that changes: while keys follow each other faster, only the text is drawn. The first time they follow at once. */
const FACTS_FOLLOW = 150;

/** Windows in which the facts stand below the text and a card at the foot; as in the style sheet. */
const NARROW = '(max-width: 40em)';

export class ArticleView {
  #legend;
  #text;
  #onSelect;
  #sidebar = new SidebarView({ onFollow: (target, line) => this.#follow(target, line), onWhy: (from) => this.#explain(from) });
  #card;
  #descriptions = h('div', { hidden: true });

  /** @type {{ report: Report, text: string, outline: Outline, strings: Strings } | null} */
  #article = null;
  /** @type {Selection | null} */
  #selection = null;
  /** The line of the sidebar that the card was opened from, to go back to. @type {HTMLElement | null} */
  #origin = null;

  /**
   * @param {object} setting
   * @param {(kind: string) => void} setting.onToggle    called when a kind is switched on or off in the legend
   * @param {(target: Target) => void} setting.onSelect  called when the evidence of something is shown
   * @param {(change: import('./corrections.js').Change) => void} setting.onCorrect
   * @param {HTMLElement} setting.below                  what stands below the facts
   * @param {((onChoose: OnChoose) => Text) | null} [setting.text]  makes what shows the text, where it is not shown here
   */
  constructor({ onToggle, onSelect, onCorrect, below, text }) {
    this.#card = new CardView({ onFollow: (target) => this.select(target), onStep: (by) => this.#step(by), onCorrect });
    this.#sidebar.element.append(below);
    /** @type {OnChoose} */
    const choose = (chosen) => this.#choose(chosen);
    this.#text = text ? text(choose) : new TextView(choose);
    this.#onSelect = onSelect;
    this.#legend = new LegendView(onToggle, () => this.#sidebar.jump(), (words, by) => this.#find(words, by));
    this.element = h('div', { class: 'reader' },
      this.#legend.element,
      h('div', { class: 'columns' }, this.#text.element, this.#sidebar.element),
      this.#descriptions);
    this.element.addEventListener('keydown', (event) => {
      const typing = /** @type {Element} */ (event.target).tagName === 'INPUT';
      if (event.key === 'Escape') this.clear();
      else if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      else if (Object.hasOwn(STEPS, event.key)) this.#walk(STEPS[event.key], event.shiftKey ? -1 : 1);
      else if (event.key === '/') {
        event.preventDefault();
        this.#legend.find();
      }
    });
  }

  /** Takes away what it has done outside of its own element. */
  remove() {
    this.clear();
    this.#text.remove();
  }

  /** The card, which stands outside of everything that could clip it. */
  get card() {
    return this.#card.element;
  }

  /**
   * @param {Report} report
   * @param {string} text  the text that was read
   * @param {Strings} strings
   * @param {ReadonlySet<string>} hidden  kinds that are not marked
   * @param {boolean} [marksOnly]  of names and values alone: what else there is will come with the rest
   */
  show(report, text, strings, hidden, marksOnly) {
    this.#card.close();
    this.#selection = null;
    this.#at = -1;
    /** @type {Outline | undefined} */
    let facts;
    const article = { report, text, strings, get outline() { return (facts ??= outline(report, text)); } };
    this.#article = marksOnly ? null : article;
    this.#sidebar.current = null;
    const [drawn, beside] = [this.#drawn, () => this.#legend.show(report, strings, hidden, marksOnly && /["«“]/.test(text))];
    if (!drawn) beside(); // it stands above the text, which would move
    this.#text.show(report, text, strings, hidden);
    this.#descriptions.replaceChildren(...KINDS.map((kind) => h('span', { id: `kind-${kind}` }, `${strings.kind[kind]}. ${strings.openCard}`)));
    if (marksOnly) return;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => {
      if (drawn) beside();
      this.#sidebar.show(article.outline, strings, pictures(article));
    }, drawn ? FACTS_FOLLOW : 0);
    this.#drawn = true;
  }

  /** @param {ReadonlySet<string>} hidden */
  hide(hidden) {
    if (!this.#article) return;
    this.#card.close();
    this.#legend.hidden = hidden;
    this.#text.show(this.#article.report, this.#article.text, this.#article.strings, hidden);
    this.#selection = null;
    this.#sidebar.current = null;
  }

  /** Closes the card and takes the marks of evidence away. */
  clear() {
    this.#card.close();
    this.#selection = null;
    this.#text.evidence = [];
    this.#sidebar.current = null;
  }

  /** A mark was clicked: its card. @param {{ mention: number | null, quote: number | null, mark: HTMLElement }} chosen */
  #choose({ mention, quote, mark }) {
    if (!this.#article) return;
    const { report } = this.#article;
    const target = this.#targetOf(mention, quote);
    const places = placesOf(target, report);
    const at = Number(mark.dataset.start);
    const place = Math.max(0, places.findIndex(([{ start, end }]) => start <= at && at < end));
    this.#origin = null;
    this.#at = at;
    this.#mark({ target, place, mention, quote });
    this.#openCard();
  }

  /** @param {number | null} mention @param {number | null} quote @returns {Target} */
  #targetOf(mention, quote) {
    if (mention === null) return { type: 'quote', id: quote ?? 0 };
    const entity = this.#article?.report.mentions[mention].entity ?? null;
    if (entity !== null) return { type: 'entity', id: entity };
    const { figures = [], dates = [] } = this.#article?.outline ?? {};
    return [...figures, ...dates].find(({ target }) => target.type === 'mentions' && target.ids.includes(mention))?.target ?? { type: 'mentions', ids: [mention] };
  }

  /** A line of the sidebar was clicked: its evidence, and on a second click the next one. @param {Target} target @param {HTMLElement} line */
  #follow(target, line) {
    const again = this.#selection && targetKey(this.#selection.target) === targetKey(target);
    this.select(target, again ? this.#selection?.place : -1);
    if (!matchMedia(NARROW).matches) return;
    this.#origin = line;
    this.#openCard();
  }

  /** The card of what is selected, from beside its line in the sidebar. @param {HTMLElement} from */
  #explain(from) {
    this.#origin = from;
    this.#openCard();
  }

  /** Shows the evidence of a target. @param {Target} target @param {number} [after]  the place that was shown before */
  select(target, after = -1) {
    if (!this.#article) return;
    const cardWasOpen = this.#card.open;
    const places = placesOf(target, this.#article.report);
    this.#mark({ target, place: places.length ? (after + 1) % places.length : 0, mention: null, quote: null });
    this.#reveal();
    if (cardWasOpen) this.#openCard();
  }

  /** @param {number} by */
  #step(by) {
    if (!this.#article || !this.#selection) return;
    const { target, place } = this.#selection;
    const { length } = placesOf(target, this.#article.report);
    this.#mark({ target, place: (place + by + length) % length, mention: null, quote: null });
    this.#reveal();
    this.#openCard();
  }

  /** @param {Selection} selection */
  #mark(selection) {
    if (!this.#article) return;
    this.#selection = selection;
    this.#text.evidence = placesOf(selection.target, this.#article.report).flat();
    const event = this.#article.report.timeline.findIndex(({ date }) => date === selection.mention); // told beside its date
    this.#sidebar.current = event < 0 ? selection.target : { type: 'event', id: event };
    this.#onSelect(selection.target);
  }

  /**
   * To the next mention, quotation or fact from where the reader is.
   *
   * @param {'mentions' | 'quotes' | 'facts'} list
   * @param {number} by  1 or -1
   */
  #walk(list, by) {
    if (!this.#article) return;
    const { report } = this.#article;
    const starts = list === 'facts' ? report.facts.map(({ evidence }) => evidence.start) : report[list].map(({ start }) => start);
    const order = [...starts.keys()].sort((a, b) => starts[a] - starts[b]);
    const next = by > 0 ? order.find((id) => starts[id] > this.#at) : order.findLast((id) => starts[id] < this.#at);
    const id = next ?? order.at(by > 0 ? 0 : -1);
    if (id === undefined) return;
    const target = list === 'mentions' ? this.#targetOf(id, null) : /** @type {Target} */ ({ type: list === 'quotes' ? 'quote' : 'fact', id });
    const place = placesOf(target, report).findIndex(([{ start }]) => start === starts[id]);
    this.#mark({ target, place: Math.max(0, place), mention: list === 'mentions' ? id : null, quote: null });
    this.#at = starts[id];
    this.#reveal();
    if (this.#card.open) this.#openCard();
    else this.#anchor()?.focus({ preventScroll: true });
  }

  /**
   * Marks words wherever they stand in the text, whatever their case and accents.
   *
   * @param {string} words
   * @param {number} by  from the place that is shown: 1 to the next, -1 to the one before, 0 to the first
   */
  #find(words, by) {
    if (!this.#article) return;
    this.clear();
    const [text, sought] = [plain(this.#article.text), plain(words.trim())];
    const found = [];
    for (let start = sought ? text.indexOf(sought) : -1; start >= 0; start = text.indexOf(sought, start + sought.length)) found.push({ start, end: start + sought.length });
    this.#text.evidence = found;
    this.#found = by && found.length ? (this.#found + by + found.length) % found.length : 0;
    if (found.length) this.#scrollTo(this.#text.markIn(found[this.#found]));
  }

  /** Which of the places of the words that are looked for is in view. */
  #found = 0;

  /** When the facts of a text that changes are drawn. @type {ReturnType<typeof setTimeout> | undefined} */
  #later;
  /** Whether facts were drawn already. */
  #drawn = false;

  /** Where in the text the reader is: what was last walked to or chosen. */
  #at = -1;

  /** Brings the current place into view. */
  #reveal() {
    this.#scrollTo(this.#anchor());
  }

  /** @param {HTMLElement | null} mark */
  #scrollTo(mark) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || this.#card.open;
    mark?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
  }

  /** @returns {HTMLElement | null} the first mark of the current place */
  #anchor() {
    if (!this.#article || !this.#selection) return null;
    const place = placesOf(this.#selection.target, this.#article.report)[this.#selection.place];
    return place ? this.#text.markIn(place[0]) : null;
  }

  #openCard() {
    if (!this.#article || !this.#selection) return;
    const { target, mention, quote, place } = this.#selection;
    const places = placesOf(target, this.#article.report).length;
    const origin = this.#origin;
    this.#card.show({ target, mention, quote, place, places }, this.#article, {
      anchor: origin && !matchMedia(NARROW).matches ? origin : this.#anchor(),
      closeLabel: origin ? this.#article.strings.back : this.#article.strings.close,
      whenClosed: () => {
        if (origin) origin.scrollIntoView({ block: 'center', behavior: 'instant' });
        (origin ?? this.#anchor())?.focus({ preventScroll: true });
      },
    });
  }
}

/** Without case and accents, each letter where it was. @param {string} text */
const plain = (text) => text.toLowerCase().replace(/[À-ſ]/g, (letter) => letter.normalize('NFD')[0]).replace(/’/g, "'");
