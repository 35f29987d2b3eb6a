// @ts-check
/**
 * The card of a name, a value, a quotation or a fact: everything that is known of it, and the rule that says so. It
 * stands in the top layer beside the mark it belongs to, or at the foot of a narrow window.
 *
 * @import { Report } from './report.d.ts'
 * @import { Strings } from './strings.js'
 * @import { Target } from './element.d.ts'
 * @import { Outline } from './outline.js'
 * @import { Change } from './corrections.js'
 *
 * @typedef {{ report: Report, text: string, outline: Outline, strings: Strings }} Article
 *
 * @typedef {object} Subject
 * @property {Target} target
 * @property {number | null} mention   the mention that was clicked, if one was
 * @property {number | null} quote     the quotation that it stands in
 * @property {number} place            which of the target's places is shown
 * @property {number} places
 */

import { correctionForm } from './correction-view.js';
import { h } from './dom.js';
import { formatScore, formatValue } from './format.js';
import { speakerOf } from './outline.js';

/** Pixels between a mark and its card, and between the card and the edge of the window. */
const GAP = 8;

export class CardView {
  element = h('div', { class: 'card', part: 'card', role: 'dialog', popover: 'auto', tabindex: -1, 'aria-labelledby': 'card-name' });
  #actions;
  /** @type {HTMLElement | null} */
  #anchor = null;
  /** @type {(() => void) | null} */
  #whenClosed = null;

  /**
   * @param {object} actions
   * @param {(target: Target) => void} actions.onFollow  a line of the card was clicked
   * @param {(by: number) => void} actions.onStep        to the previous (-1) or next (1) place
   * @param {(change: Change) => void} actions.onCorrect
   */
  constructor(actions) {
    this.#actions = actions;
    // Before it closes the focus is still where it was: in the card, or where a click elsewhere has put it.
    this.element.addEventListener('beforetoggle', (event) => {
      if (/** @type {ToggleEvent} */ (event).newState === 'open') return;
      const focused = /** @type {ShadowRoot} */ (this.element.getRootNode()).activeElement;
      const whenClosed = this.element.contains(focused) ? this.#whenClosed : null;
      this.#whenClosed = null;
      queueMicrotask(() => whenClosed?.());
    });
    this.element.addEventListener('toggle', () => this.open && this.stand(this.#anchor), true); // it grows as it is unfolded
  }

  get open() {
    return this.element.matches(':popover-open');
  }

  /**
   * @param {Subject} subject
   * @param {Article} article
   * @param {object} setting
   * @param {HTMLElement | null} setting.anchor   the mark to stand by
   * @param {string} setting.closeLabel
   * @param {() => void} setting.whenClosed       called when the card closes with the focus in it
   */
  show(subject, article, { anchor, closeLabel, whenClosed }) {
    this.element.replaceChildren(
      h('button', { type: 'button', class: 'close', 'aria-label': closeLabel, title: closeLabel, onclick: () => this.close() }, '×'),
      ...this.#content(subject, article),
      correctionForm(subject, article, this.#actions.onCorrect) ?? '',
      this.#footer(subject, article),
    );
    if (!this.open) this.element.showPopover();
    this.#whenClosed = whenClosed;
    this.#anchor = anchor;
    this.stand(anchor);
    this.element.focus({ preventScroll: true });
  }

  close() {
    if (this.open) this.element.hidePopover();
  }

  /** Below the mark, else above it, always within the window. @param {HTMLElement | null} anchor */
  stand(anchor) {
    const mark = anchor?.getClientRects()[0];
    if (!mark) return;
    const { offsetWidth: width, offsetHeight: height, style } = this.element;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = mark.bottom + GAP;
    const top = below + height + GAP <= clientHeight ? below : Math.max(GAP, mark.top - GAP - height);
    style.left = `${Math.max(GAP, Math.min(mark.left, clientWidth - width - GAP))}px`;
    style.top = `${top}px`;
  }

  /** @param {Subject} subject @param {Article} article @returns {Node[]} */
  #content({ target, mention, quote }, { report, text, outline, strings }) {
    /** @param {{ start: number, end: number } | null} span */
    const words = (span) => span && text.slice(span.start, span.end);
    switch (target.type) {
      case 'entity': {
        const entity = report.entities[target.id];
        const roles = outline.people.find(({ id }) => id === target.id)?.roles ?? [];
        const voice = outline.voices.find((one) => one.target?.type === 'entity' && one.target.id === target.id);
        const inside = quote !== null ? speakerOf(report.quotes[quote], report, text).name : null;
        return [
          ...title(entity.name, strings.kind[entity.kind], entity.kind),
          details([
            [strings.aliases, entity.aliases.join(', ')],
            [strings.roles, roles.length > 0 && h('ul', {}, roles.map((role) => h('li', {}, this.#link(role.target, role.text))))],
            [strings.sayings, voice && h('ul', { class: 'sayings' }, voice.sayings.slice(0, 3).map((saying) =>
              h('li', {}, this.#link(saying.target, saying.kind === 'direct' ? `«\u00A0${saying.text.trim()}\u00A0»` : saying.text))))],
            [strings.inQuote, inside && quote !== null && this.#link({ type: 'quote', id: quote }, inside)],
          ]),
        ];
      }
      case 'mentions': {
        const { kind, value, of, ...span } = report.mentions[mention ?? target.ids[0]];
        const form = /** @type {any} */ (value);
        return [
          ...title(formatValue(kind, value, strings.locale) ?? words(span) ?? '', strings.kind[kind], kind),
          details([
            [strings.of, words(of)],
            [strings.written, words(span)],
            [strings.normal, h('code', {}, normalForm(form))],
            [strings.resolved, strings.anchor[form?.anchor] ?? (kind === 'date' && !form?.start && strings.unresolved)],
          ]),
        ];
      }
      case 'quote': {
        const said = report.quotes[target.id];
        const { name, target: speaker } = speakerOf(said, report, text);
        return [
          ...title(name ?? strings.anonymous, strings.kind[said.kind], 'quote'),
          details([
            [strings.says, speaker && name && this.#link(speaker, name)],
            [strings.written, said.speaker && words(said.speaker) !== name && words(said.speaker)],
            [strings.cue, words(said.cue)],
          ]),
        ];
      }
      case 'fact': {
        const fact = report.facts[target.id];
        const source = fact.source && ('quote' in fact.source
          ? this.#link({ type: 'quote', id: fact.source.quote }, speakerOf(report.quotes[fact.source.quote], report, text).name ?? strings.kind.quote)
          : this.#link({ type: 'entity', id: fact.source.entity }, report.entities[fact.source.entity].name));
        return [
          ...title(fact.arguments.map((argument) => argument.text).join(' → '), strings.kind[fact.kind] ?? fact.kind, 'fact'),
          details([
            [strings.written, words(fact.evidence)],
            [strings.source, source],
            [strings.kind.date, fact.when !== null && formatValue('date', report.mentions[fact.when].value, strings.locale)],
            ['', strings.modality[fact.modality]],
          ]),
        ];
      }
      case 'essential': {
        const { fr, en, evidence, modality } = report.essentials[target.id];
        return [...title(strings.locale === 'en' ? en : fr, strings.sections.essentials, 'fact'),
          details([[strings.written, words(evidence)], ['', modality !== 'reported' && strings.modality[modality]]])];
      }
      case 'event': {
        const { date, what, modality } = report.timeline[target.id];
        return [...title(formatValue('date', report.mentions[date].value, strings.locale) ?? strings.unresolved, strings.kind.date, 'date'),
          details([[strings.written, words(what)], [strings.resolved, strings.anchor[/** @type {any} */ (report.mentions[date].value)?.anchor]], ['', strings.modality[modality]]])];
      }
      case 'note': {
        const note = report.notes[target.id];
        return title(note.message, strings.kind.note, 'note');
      }
    }
  }

  /** @param {Target} target @param {string} label */
  #link(target, label) {
    return h('button', { type: 'button', class: 'link', onclick: () => this.#actions.onFollow(target) }, label);
  }

  /** @param {Subject} subject @param {Article} article */
  #footer({ target, mention, place, places }, { report, strings }) {
    const source = target.type === 'quote' ? report.quotes[target.id]
      : target.type === 'fact' ? report.facts[target.id]
      : target.type === 'essential' ? report.essentials[target.id]
      : target.type === 'event' ? report.timeline[target.id]
      : target.type === 'mentions' ? report.mentions[mention ?? target.ids[0]]
      : target.type === 'entity' ? report.mentions[mention ?? report.entities[target.id].mentions[place]]
      : null;
    return h('footer', {},
      source && h('span', { class: 'why', title: strings.rule }, source.by,
        target.type !== 'essential' && ` · ${strings.certainty} ${formatScore(source.score, strings.locale)}`), // its score is its weight
      places > 1 && h('span', { class: 'steps' },
        h('button', { type: 'button', 'aria-label': strings.previous, title: strings.previous, onclick: () => this.#actions.onStep(-1) }, '‹'),
        h('span', {}, strings.place(place + 1, places)),
        h('button', { type: 'button', 'aria-label': strings.next, title: strings.next, onclick: () => this.#actions.onStep(1) }, '›')));
  }
}

/** @param {string} name @param {string} label @param {string} kind @returns {Node[]} */
const title = (name, label, kind) => [
  h('p', { class: 'label' }, h('span', { class: 'sample', 'data-kind': kind }, label)),
  h('h3', { id: 'card-name' }, name),
];

/** @param {[string, Node | string | null | undefined | false][]} rows  those without a value are left out */
const details = (rows) =>
  h('dl', {}, rows.map(([term, value]) => value && [h('dt', {}, term), h('dd', {}, value)]));

/** A value as the report gives it. @param {any} value @returns {string} */
const normalForm = (value) =>
  value?.iso ?? value?.edtf ?? value?.value
  ?? [value?.amount, value?.max && `– ${value.max}`, value?.currency ?? value?.unit].filter(Boolean).join(' ');
