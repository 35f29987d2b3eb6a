// @ts-check
/**
 * The facts beside the article. Every line is a button that leads to its evidence; empty sections are not there.
 *
 * @import { Strings } from './strings.js'
 * @import { Target } from './element.d.ts'
 * @import { Outline, Who, Speaker, Figure, Event, Role, Saying, Statement, Doubt } from './outline.js'
 * @import { Picture } from './pictures.js'
 * @typedef {(target: Target, line: HTMLElement) => void} OnFollow
 */

import { fill, h } from './dom.js';
import { formatScore, formatValue } from './format.js';
import { targetKey } from './outline.js';
import { drawn } from './pictures.js';
import { DOUBTFUL } from './text-view.js';

/** How many lines a section shows before the rest folds: enough for most articles, few enough to reach the next section. */
const SHOWN = { essentials: 7, sayings: 6, voices: 9, people: 9, figures: 12, dates: 10, organisations: 14, places: 14, titles: 14, statements: 10, notes: 6 };

/** With more folded lines than this a list is made only when it is opened: a book has too many to make them all. */
const MADE_AT_ONCE = 500;

/** @typedef {keyof Strings['sections']} Section */

/** The sections in their order. @type {Section[]} */
const ORDER = ['essentials', 'voices', 'people', 'figures', 'dates', 'places', 'titles', 'statements', 'notes'];

/** Milliseconds between two sections: more than a frame, so that the browser lays out one of them at once and not all. */
const FRAME = 20;

/** @typedef {() => Node} Line  made when it is needed */

export class SidebarView {
  #title = h('h2', { class: 'facts-title', tabindex: -1 });
  #sections = ORDER.map((name) => h('section', { class: `section ${name}`, 'aria-labelledby': `section-${name}` }));
  element = h('aside', { class: 'facts', part: 'facts' }, this.#title, this.#sections);
  #actions;
  /** When the next section is drawn. @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  /** @type {HTMLElement | null} */
  #current = null;
  /** What it stands for, also where it is still to be drawn. @type {Target | null} */
  #wanted = null;
  /** Below the current line: what says why it is there. */
  #why = h('button', { type: 'button', class: 'why-line' });

  /**
   * @param {object} actions
   * @param {OnFollow} actions.onFollow  called when a line is clicked
   * @param {(from: HTMLElement) => void} actions.onWhy  called to know why the current line is there
   */
  constructor(actions) {
    this.#actions = actions;
    this.#why.addEventListener('click', () => this.#current && actions.onWhy(this.#why));
  }

  /**
   * @param {Outline} outline
   * @param {Strings} strings
   * @param {Partial<Record<Section, Picture | null>>} pictures
   */
  show(outline, strings, pictures) {
    this.#why.textContent = strings.why;
    this.#title.textContent = strings.aside;
    this.element.setAttribute('aria-label', strings.aside);
    /** @type {Record<Section, Line[][]>} */
    const lists = {
      essentials: [outline.essentials.map((essential) => () => this.#essential(essential, strings))],
      voices: [outline.voices.map((voice) => () => this.#voice(voice, strings))],
      people: [outline.people.map((person) => () => this.#person(person)), outline.organisations.map((who) => () => this.#chip(who))],
      figures: [outline.figures.map((figure) => () => this.#figure(figure, strings))],
      dates: [[...outline.events.map((event) => () => this.#event(event, strings)), ...outline.dates.map((date) => () => this.#date(date, strings))]],
      places: [outline.places.map((who) => () => this.#chip(who))],
      titles: [outline.titles.map((who) => () => this.#chip(who))],
      statements: [outline.statements.map((statement) => () => this.#statement(statement, strings))],
      notes: [outline.notes.map((note) => () => this.#note(note, strings))],
    };
    /** Each section in its turn, so that none holds up a key. @param {number} i */
    const draw = (i) => {
      const name = ORDER[i];
      if (!name) return void (this.current = this.#wanted);
      const there = lists[name].some((lines) => lines.length);
      this.#sections[i].hidden = !there;
      fill(this.#sections[i], there ? section(name, lists[name], strings, pictures[name]) : []);
      this.#next = setTimeout(draw, there ? FRAME : 0, i + 1);
    };
    clearTimeout(this.#next);
    draw(0);
  }

  /** Brings the facts into view, and the focus with them. */
  jump() {
    const title = /** @type {HTMLElement | null} */ (this.element.querySelector('.facts-title'));
    title?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth' });
    title?.focus({ preventScroll: true });
  }

  /** Marks the line of a target as the current one, and brings it into view. @param {Target | null} target */
  set current(target) {
    this.#wanted = target;
    this.#current?.removeAttribute('aria-current');
    this.#current = null;
    this.#why.remove();
    if (!target) return;
    const line = /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-target="${targetKey(target)}"]`));
    if (!line) return;
    this.#current = line;
    line.setAttribute('aria-current', 'true');
    (line.matches(':has(+ .standing)') ? /** @type {Element} */ (line.nextElementSibling) : line).after(this.#why);
    line.closest('details')?.setAttribute('open', '');
    const [seen, lines] = [line.getBoundingClientRect(), this.element.getBoundingClientRect()];
    if (this.element.scrollHeight <= this.element.clientHeight) return; // below the article: nothing to scroll here
    if (seen.top < lines.top || seen.bottom > lines.bottom) this.element.scrollTop += seen.top - lines.top - lines.height / 3;
  }

  /**
   * @param {Target} target
   * @param {{ kind?: string, score?: number, class?: string }} look
   * @param {...(Node | string | null | false)} children
   */
  #line(target, { kind, score = 1, class: extra = '' }, ...children) {
    /** @type {HTMLButtonElement} */
    const line = h(
      'button',
      {
        type: 'button',
        class: `line ${extra}`,
        'data-target': targetKey(target),
        'data-line': kind,
        'data-doubt': score < DOUBTFUL,
        onclick: () => this.#actions.onFollow(target, line),
      },
      ...children,
    );
    return line;
  }

  /** @param {Outline['essentials'][number]} essential @param {Strings} strings */
  #essential({ target, fr, en, modality, score }, strings) {
    return h('li', {}, this.#line(target, { class: 'essential' },
      h('span', { lang: strings.locale === 'en' ? null : 'fr' }, strings.locale === 'en' ? en : fr), modality !== 'reported' && said(modality, strings)));
  }

  /** @param {Event} event @param {Strings} strings */
  #event({ target, value, text, modality, score }, strings) {
    return h('li', {}, this.#line(target, { kind: 'date', score, class: 'figure' },
      h('span', { class: 'value' }, formatValue('date', value, strings.locale) ?? strings.unresolved), h('span', { class: 'what', lang: 'fr' }, text), said(modality, strings)));
  }

  /** @param {Who} person */
  #person({ target, name, roles, score }) {
    return h('li', { class: 'person' },
      this.#line(target, { kind: 'person', score, class: 'name' }, name),
      roles.map((role) => this.#role(role)));
  }

  /** @param {Role} role */
  #role({ target, text }) {
    return this.#line(target, { class: 'role' }, text);
  }

  /** @param {Speaker} voice @param {Strings} strings */
  #voice({ target, name, roles, sayings, share }, strings) {
    const who = name === null ? h('span', { class: 'anonymous' }, strings.anonymous)
      : target ? this.#line(target, { kind: 'person', class: 'name' }, name)
      : h('span', { class: 'name' }, name);
    return h('li', { class: 'voice' },
      share > 0 && h('span', { class: 'times', title: strings.share }, formatScore(share, strings.locale)),
      who, roles.length > 0 && h('span', { class: 'standing' }, roles[0].text),
      foldingList(sayings.map((saying) => () => this.#saying(saying, strings)), SHOWN.sayings, strings));
  }

  /** @param {Saying} saying @param {Strings} strings */
  #saying({ target, kind, modality, text, cue, score }, strings) {
    const words = kind === 'direct' ? `«\u00A0${text.trim()}\u00A0»` : text;
    const how = [cue, kind === 'indirect' && strings.kind.indirect, modality !== 'reported' && strings.modality[modality]].filter(Boolean).join(' · ');
    return h('li', {}, this.#line(target, { kind: 'quote', score, class: `saying ${kind}` },
      h('span', { class: 'said', lang: 'fr' }, words), how && h('span', { class: 'cue' }, how)));
  }

  /** @param {Figure} figure @param {Strings} strings */
  #figure({ target, kind, value, text, of, also, score }, strings) {
    const figure = formatValue(kind, value, strings.locale) ?? text;
    return h('li', {}, this.#line(target, { kind, score, class: 'figure' },
      h('span', { class: 'value' }, figure), of && h('span', { class: 'of' }, of), also && h('span', { class: 'also' }, also)));
  }

  /** @param {Figure} date @param {Strings} strings */
  #date({ target, kind, value, text, score }, strings) {
    const date = formatValue(kind, value, strings.locale);
    const same = date !== null && squeezed(date).includes(squeezed(text));
    return h('li', {}, this.#line(target, { kind, score, class: 'figure' },
      h('span', { class: 'value' }, date ?? text),
      date ? !same && h('span', { class: 'of' }, `«\u00A0${text}\u00A0»`) : h('span', { class: 'of' }, strings.unresolved)));
  }

  /** @param {Statement} statement @param {Strings} strings */
  #statement({ target, kind, modality, terms, score }, strings) {
    return h('li', {}, this.#line(target, { score, class: 'statement' },
      h('span', { class: 'terms' }, terms.map(({ text }) => text).join(' → ')), h('span', { class: 'kind' }, strings.kind[kind] ?? kind), said(modality, strings)));
  }

  /** @param {Who} who */
  #chip({ target, name, kind, count, score }) {
    return h('li', {}, this.#line(target, { kind, score, class: 'chip' }, name, count > 1 ? h('span', { class: 'times' }, String(count)) : null));
  }

  /** @param {Doubt} note @param {Strings} strings */
  #note({ target, code, message, text }, strings) {
    const known = /** @type {any} */ (strings)[code];
    return h('li', {}, this.#line(target, { class: 'note' }, typeof known === 'string' ? known : message,
      text && text.length < 80 ? h('span', { class: 'of' }, `«\u00A0${text}\u00A0»`) : null));
  }
}

/** @param {string} text */
const squeezed = (text) => text.toLowerCase().replace(/\s/g, '');

/** How a statement is made, unless it is simply made. @param {string} modality @param {Strings} strings */
const said = (modality, strings) => strings.modality[modality] && h('span', { class: 'modality' }, strings.modality[modality]);

/** What stands in one. @param {Section} name @param {Line[][]} lists @param {Strings} strings @param {Picture | null} [picture] */
const section = (name, lists, strings, picture) => [
  h('h3', { id: `section-${name}` }, strings.sections[name], ' ', h('span', { class: 'times' }, String(lists.flat().length))),
  picture && drawn(picture, strings),
  lists.map((lines, i) => lines.length > 0 && foldingList(lines, SHOWN[i ? 'organisations' : name], strings)),
];

/** A list whose tail is folded. @param {Line[]} lines @param {number} shown @param {Strings} strings @returns {HTMLElement[]} */
function foldingList(lines, shown, strings) {
  const list = h('ul', {}, lines.slice(0, shown).map((line) => line()));
  const folded = lines.slice(shown);
  if (!folded.length) return [list];
  const tail = h('ul');
  const unfold = () => fill(tail, folded.map((line) => line()));
  const details = h('details', {}, h('summary', {}, `+\u00A0${strings.more(folded.length)}`), tail);
  if (folded.length <= MADE_AT_ONCE) unfold();
  else details.addEventListener('toggle', unfold, { once: true });
  return [list, details];
}
