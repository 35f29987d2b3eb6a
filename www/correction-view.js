// @ts-check
/**
 * Where readers correct: in the card of a name, a quotation or a fact, and, for all corrections together, below the facts.
 *
 * @import { Rule } from './element.d.ts'
 * @import { Strings } from './strings.js'
 * @import { Article, Subject } from './card-view.js'
 * @import { Change, Corrections } from './corrections.js'
 */

import { editKey, rulesOf, withRule } from './corrections.js';
import { h } from './dom.js';
import { download } from './pictures.js';

/** Bytes that a file of rules has at most: as many as the reader takes. */
const LARGEST = 1_000_000;

/** What a name can be. */
const TYPES = /** @type {const} */ (['person', 'organisation', 'place', 'event', 'work', 'none']);

/** @param {string} label @param {() => void} onclick */
const button = (label, onclick) => h('button', { type: 'button', class: 'tool', onclick }, label);

/**
 * @param {Subject} subject
 * @param {Article} article
 * @param {(change: Change) => void} onCorrect
 * @returns {HTMLElement | null} what corrects it
 */
export function correctionForm({ target, mention }, { report, text, strings }, onCorrect) {
  /** @param {Rule[]} made */
  const rule = (...made) => onCorrect(({ rules, edits }) => ({ rules: made.reduce(withRule, rules), edits }));
  /** @param {string | null} value */
  const edit = (value) => onCorrect(({ rules, edits }) => ({ rules, edits: new Map(edits).set(editKey(report, target), value) }));
  /** @param {string} label @param {string} value */
  const named = (label, value) => h('input', { list: 'names', 'aria-label': label, placeholder: label, value });
  /** @type {(HTMLElement | false)[]} */
  let fields;
  let submit = () => edit(null);
  if (target.type === 'entity') {
    const { name, kind, aliases } = report.entities[target.id];
    const called = named(strings.name, name);
    const type = h('select', { 'aria-label': strings.type }, TYPES.map((one) => h('option', { value: one, selected: one === kind }, strings.kind[one])));
    const form = mention === null ? name : text.slice(report.mentions[mention].start, report.mentions[mention].end);
    submit = () => {
      const now = called.value.trim() || name;
      const other = report.entities.find((one) => one.name === now && now !== name); // that it is the same as
      rule({ name: now, type: other?.kind ?? /** @type {Rule['type']} */ (type.value), aliases: [...new Set([name, ...aliases, ...other?.aliases ?? []])].filter((alias) => alias !== now) });
    };
    fields = [type, called, form !== name && button(strings.split(form), () =>
      rule({ name, type: kind, aliases: aliases.filter((alias) => alias !== form) }, { name: form, type: kind }))];
  } else if (target.type === 'quote') {
    const { speaker } = report.quotes[target.id];
    const who = named(strings.says, speaker && speaker.entity !== null ? report.entities[speaker.entity].name : '');
    submit = () => edit(who.value.trim());
    fields = [who];
  } else if (target.type === 'mentions' || target.type === 'note') return null;
  else fields = [];
  return h('details', { class: 'correct' }, h('summary', {}, strings.correct),
    h('form', { onsubmit: (event) => (event.preventDefault(), submit()) },
      fields, h('button', { class: 'tool' }, fields.length ? strings.apply : strings.remove),
      h('datalist', { id: 'names' }, report.entities.map(({ name }) => h('option', { value: name })))));
}

/**
 * All corrections together: taken back, written to a file, read from one, kept.
 *
 * @param {Corrections} corrections
 * @param {Strings} strings
 * @param {{ kept: boolean, onUndo: (() => void) | null, onCorrect: (change: Change) => void, onKeep: (keep: boolean) => boolean, onProblem: () => void }} setting
 */
export function correctionTools({ rules, edits }, strings, { kept, onUndo, onCorrect, onKeep, onProblem }) {
  const file = h('input', { type: 'file', accept: '.json', hidden: true, onchange: async () => {
    try {
      const [given] = /** @type {FileList} */ (file.files);
      const read = rulesOf(given.size < LARGEST ? JSON.parse(await given.text()) : null);
      onCorrect((before) => ({ ...before, rules: read.reduce(withRule, before.rules) }));
    } catch {
      onProblem();
    }
  } });
  const keep = h('input', { type: 'checkbox', checked: kept, onchange: () => {
    keep.checked = onKeep(keep.checked);
  } });
  return [
    h('summary', {}, strings.corrections, ' ', h('span', { class: 'times' }, String(rules.length + edits.size))),
    h('p', {}, strings.aboutRules),
    h('p', {},
      onUndo && button(strings.undo, onUndo),
      rules.length > 0 && button(strings.save('names.json'), () => download(new Blob([JSON.stringify(rules, null, 2)], { type: 'application/json' }), 'names.json')),
      button(strings.load, () => file.click()), file),
    h('label', {}, keep, ' ', strings.keep),
  ];
}
