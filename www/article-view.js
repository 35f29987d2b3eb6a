// @ts-check
/**
 * A read article: the marked text, the facts beside it, the legend above and the card, and what leads from each to the
 * others. Takes a report and draws it; knows nothing of elements, attributes or engines.
 *
 * @import { Report } from './report.d.ts'
 * @import { Strings } from './strings.js'
 * @import { Outline, Target } from './outline.js'
 * @typedef {{ target: Target, place: number, mention: number | null, quote: number | null }} Selection
 */

import { CardView } from './card-view.js';
import { h } from './dom.js';
import { KINDS, LegendView } from './legend-view.js';
import { outline, placesOf, targetKey } from './outline.js';
import { SidebarView } from './sidebar-view.js';
import { TextView } from './text-view.js';

/** Windows in which the facts stand below the text and a card at the foot; as in the style sheet. */
const NARROW = '(max-width: 40em)';

export class ArticleView {
  #legend;
  #text = new TextView((chosen) => this.#choose(chosen));
  #sidebar = new SidebarView((target, line) => this.#follow(target, line));
  #card = new CardView({ onFollow: (target) => this.#select(target), onStep: (by) => this.#step(by) });
  #descriptions = h('div', { hidden: true });

  /** @type {{ report: Report, text: string, outline: Outline, strings: Strings } | null} */
  #article = null;
  /** @type {Selection | null} */
  #selection = null;
  /** The line of the sidebar that the card was opened from, to go back to. @type {HTMLElement | null} */
  #origin = null;
  /** The target of each value that a line of the sidebar stands for. @type {Map<number, Target>} */
  #targets = new Map();

  /** @param {(kind: string) => void} onToggle  called when a kind is switched on or off in the legend */
  constructor(onToggle) {
    this.#legend = new LegendView(onToggle, () => this.#sidebar.jump());
    this.element = h('div', { class: 'reader' },
      this.#legend.element,
      h('div', { class: 'columns' }, this.#text.element, this.#sidebar.element),
      this.#descriptions);
    this.element.addEventListener('keydown', ({ key }) => key === 'Escape' && this.clear());
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
   */
  show(report, text, strings, hidden) {
    this.#card.close();
    this.#selection = null;
    this.#article = { report, text, strings, outline: outline(report, text) };
    const { figures, dates } = this.#article.outline;
    this.#targets = new Map([...figures, ...dates].flatMap(({ target }) =>
      target.type === 'mentions' ? target.ids.map((id) => /** @type {const} */ ([id, target])) : []));
    this.#legend.show(report, strings, hidden);
    this.#text.show(report, text, strings, hidden);
    this.#sidebar.show(this.#article.outline, strings);
    this.#descriptions.replaceChildren(...KINDS.map((kind) => h('span', { id: `kind-${kind}` }, `${strings.kind[kind]}. ${strings.openCard}`)));
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
    this.#mark({ target, place, mention, quote });
    this.#openCard();
  }

  /** @param {number | null} mention @param {number | null} quote @returns {Target} */
  #targetOf(mention, quote) {
    if (mention === null) return { type: 'quote', id: quote ?? 0 };
    const entity = this.#article?.report.mentions[mention].entity ?? null;
    return entity !== null ? { type: 'entity', id: entity } : this.#targets.get(mention) ?? { type: 'mentions', ids: [mention] };
  }

  /** A line of the sidebar was clicked: its evidence, and on a second click the next one. @param {Target} target @param {HTMLElement} line */
  #follow(target, line) {
    const again = this.#selection && targetKey(this.#selection.target) === targetKey(target);
    this.#select(target, again ? this.#selection?.place : -1);
    if (!matchMedia(NARROW).matches) return;
    this.#origin = line;
    this.#openCard();
  }

  /** @param {Target} target @param {number} [after]  the place that was shown before */
  #select(target, after = -1) {
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
    this.#sidebar.current = selection.target;
  }

  /** Brings the current place into view. */
  #reveal() {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || this.#card.open;
    this.#anchor()?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
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
      anchor: this.#anchor(),
      closeLabel: origin ? this.#article.strings.back : this.#article.strings.close,
      whenClosed: () => {
        if (origin) origin.scrollIntoView({ block: 'center', behavior: 'instant' });
        (origin ?? this.#anchor())?.focus({ preventScroll: true });
      },
    });
  }
}
