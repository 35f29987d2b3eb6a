// @ts-check
/**
 * The kinds that are marked in the text, each drawn as it is there, each a switch.
 *
 * @import { Report } from './report.d.ts'
 * @import { Strings } from './strings.js'
 */

import { h } from './dom.js';
import { toldOnce } from './outline.js';

/** Every kind that a switch can hide, in the order of the legend. */
export const KINDS = ['person', 'organisation', 'place', 'event', 'work', 'quote', 'money', 'percent', 'quantity', 'count', 'date', 'time', 'duration'];

export class LegendView {
  element = h('div', { class: 'legend', part: 'legend', role: 'group' });
  #onToggle;
  #onJump;
  #find = h('input', { type: 'search', class: 'find', enterkeyhint: 'next' });

  /**
   * @param {(kind: string) => void} onToggle  called when a kind is clicked
   * @param {() => void} onJump                called to go to the facts, where they stand below the text
   * @param {(words: string, by: number) => void} onFind  called to find words in the text: the first (0), next (1) or previous (-1) place
   */
  constructor(onToggle, onJump, onFind) {
    this.#onToggle = onToggle;
    this.#onJump = onJump;
    this.#find.addEventListener('input', () => onFind(this.#find.value, 0));
    this.#find.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') onFind(this.#find.value, event.shiftKey ? -1 : 1);
    });
  }

  /** The field to find words with takes the focus. */
  find() {
    this.#find.focus();
    this.#find.select();
  }

  /** @param {Report} report @param {Strings} strings @param {ReadonlySet<string>} hidden @param {boolean} [quotes]  whether quotations may yet be found */
  show(report, strings, hidden, quotes) {
    this.element.setAttribute('aria-label', strings.legend);
    const counts = new Map([['quote', quotes ? '…' : report.quotes.length]]);
    const told = toldOnce(report);
    for (const mention of report.mentions) if (told(mention)) counts.set(mention.kind, Number(counts.get(mention.kind) ?? 0) + 1);
    const jump = h('button', { type: 'button', class: 'jump', onclick: this.#onJump }, `${strings.aside}\u00A0↓`);
    this.#find.placeholder = strings.find;
    this.#find.setAttribute('aria-label', strings.find);
    this.element.replaceChildren(jump, ...KINDS.filter((kind) => counts.get(kind)).map((kind) =>
      h('button', { type: 'button', class: 'switch', 'data-switch': kind, 'aria-pressed': String(!hidden.has(kind)), title: strings.show, onclick: () => this.#onToggle(kind) },
        h('span', { class: 'sample', 'data-kind': kind }, strings.kinds[kind]),
        ' ',
        h('span', { class: 'times' }, String(counts.get(kind))))), this.#find);
  }

  /** @param {ReadonlySet<string>} hidden */
  set hidden(hidden) {
    for (const button of this.element.querySelectorAll('[data-switch]')) {
      button.setAttribute('aria-pressed', String(!hidden.has(button.getAttribute('data-switch') ?? '')));
    }
  }
}
