// @ts-check
/**
 * What stands beside the article: the report regrouped in the sections of the sidebar, in the order in which a reader
 * wants them, each line with the target that it leads to. Pure data, no words of the interface and no DOM.
 *
 * @import { Report, Range, FactEntry, QuoteEntry, VoiceEntry } from './report.d.ts'
 * @import { Target } from './element.d.ts'
 *
 * @typedef {{ target: Target, text: string }} Role
 * @typedef {{ target: Target, id: number, name: string, kind: string, count: number, roles: Role[], score: number }} Who
 * @typedef {{ target: Target, kind: string, modality: string, text: string, cue: string | null, score: number }} Saying
 * @typedef {{ target: Target | null, name: string | null, roles: Role[], sayings: Saying[], voice: VoiceEntry | null, share: number }} Speaker
 *   `share`: of all quoted words, 0 to 1
 * @typedef {{ target: Target, kind: string, value: any, text: string, of: string | null, also: string, score: number }} Figure
 *   `also`: how it moves, and what it is held against
 * @typedef {{ target: Target, value: any, text: string, modality: string, score: number }} Event
 * @typedef {{ target: Target, kind: string, modality: string, terms: { name: string, text: string }[], score: number }} Statement
 * @typedef {{ target: Target, code: string, message: string, text: string }} Doubt
 *
 * @typedef {object} Outline
 * @property {{ target: Target, fr: string, en: string, modality: string, score: number }[]} essentials  most important first
 * @property {Who[]} people          most salient first
 * @property {Speaker[]} voices      whoever has most words first; those without a known speaker last
 * @property {Figure[]} figures      amounts of money first, then the rest, each in the order of the text
 * @property {Event[]} events        what happened when, in calendar order
 * @property {Figure[]} dates        those without an event, in calendar order, the unresolved last; then times
 * @property {Who[]} organisations   most salient first
 * @property {Who[]} places          most salient first
 * @property {Who[]} titles          events and works, most salient first
 * @property {Statement[]} statements  facts other than roles, figures, and checks of figures, which are notes, those of a kind together, in the order of the text
 * @property {Doubt[]} notes
 */

import { firstBlockEndingAfter } from './segments.js';

/** Figures by kind, in the order of the sidebar. */
const FIGURES = ['money', 'percent', 'quantity', 'count', 'duration'];

/** How far apart a role and its organisation may stand for the words between them to be kept (`patron d'OpenAI`). */
const ROLE_GAP = 24;

/**
 * @param {Report} report
 * @param {string} text  the text that the report is about
 * @returns {Outline}
 */
export function outline(report, text) {
  const told = toldOnce(report);
  const roles = rolesByEntity(report, text);
  const who = report.entities.map((entity, id) => ({
    target: /** @type {Target} */ ({ type: 'entity', id }),
    id,
    name: entity.name,
    kind: entity.kind,
    count: entity.mentions.length,
    roles: roles.get(id) ?? [],
    score: entity.mentions.reduce((best, mention) => Math.max(best, report.mentions[mention].score), 0),
  })).filter(({ id }) => report.entities[id].mentions.some((mention) => told(report.mentions[mention])));
  /** @param {string[]} kinds */
  const ofKind = (...kinds) => who.filter(({ kind }) => kinds.includes(kind));

  const moves = new Map(report.facts.flatMap(({ kind, arguments: parts }) => (kind === 'figure' ? [[parts[0].start, parts]] : [])));
  const dated = new Set(report.timeline.map(({ date }) => date));
  const values = report.mentions.flatMap((mention, id) => (mention.value && told(mention) && !dated.has(id) ? [figure(report, text, id, moves)] : []));
  return {
    // A quotation's line says who speaks.
    essentials: report.essentials.map(({ kind, fr, en, modality, score }, id) => ({
      target: { type: 'essential', id }, fr, en, modality: kind === 'quote' ? '' : modality, score,
    })),
    people: ofKind('person'),
    voices: voices(report, text, roles, told),
    figures: merged(FIGURES.flatMap((kind) => values.filter((value) => value.kind === kind))),
    dates: merged([
      ...values.filter(({ kind }) => kind === 'date').sort((a, b) => compareDays(a.value.start, b.value.start)),
      ...values.filter(({ kind }) => kind === 'time'),
    ]),
    events: report.timeline.map(({ date, what, modality, score }, id) => ({
      target: { type: 'event', id }, value: report.mentions[date].value, text: text.slice(what.start, what.end), modality, score,
    })),
    organisations: ofKind('organisation'),
    places: ofKind('place'),
    titles: ofKind('event', 'work'),
    statements: byKind(report.facts.flatMap((fact, id) => (['role', 'figure', 'figureCheck'].includes(fact.kind) ? [] : [statement(fact, id)]))),
    notes: report.notes.map(({ code, message, start, end }, id) => ({
      target: { type: 'note', id }, code, message, text: text.slice(start, end),
    })),
  };
}

/**
 * Words in noise and in repeats are marked in the text, but add nothing to the sidebar.
 *
 * @param {Report} report
 * @returns {(span: Range) => boolean} whether a span stands in a block that counts
 */
export function toldOnce({ blocks }) {
  return ({ start }) => {
    const block = blocks[firstBlockEndingAfter(blocks, start)];
    return !block || (block.kind !== 'noise' && block.repeatOf === null);
  };
}

/**
 * The roles of each entity in the words of the article, each wording once.
 *
 * @param {Report} report
 * @param {string} text
 * @returns {Map<number, Role[]>}
 */
function rolesByEntity(report, text) {
  /** @type {Map<number, Role[]>} */
  const roles = new Map();
  report.facts.forEach((fact, id) => {
    if (fact.kind !== 'role') return;
    const person = fact.arguments.find(({ name }) => name === 'person')?.entity;
    if (person === null || person === undefined) return;
    const role = { target: /** @type {Target} */ ({ type: 'fact', id }), text: roleText(fact, text) };
    const known = roles.get(person) ?? [];
    if (!known.some((other) => other.text.toLowerCase() === role.text.toLowerCase())) roles.set(person, [...known, role]);
  });
  return roles;
}

/** @param {FactEntry} fact @param {string} text @returns {string} `patron d'OpenAI`, else `patron (OpenAI)` */
function roleText(fact, text) {
  const role = fact.arguments.find(({ name }) => name === 'role');
  const organisation = fact.arguments.find(({ name }) => name === 'organisation');
  if (!role) return '';
  if (!organisation || (organisation.start >= role.start && organisation.end <= role.end)) return role.text;
  const between = text.slice(role.end, organisation.start);
  return organisation.start >= role.end && between.length <= ROLE_GAP && !/[.,;:!?()«»"“”\n]/.test(between)
    ? text.slice(role.start, organisation.end)
    : `${role.text} (${organisation.text})`;
}

/**
 * @param {Report} report
 * @param {string} text
 * @param {Map<number, Role[]>} roles
 * @param {(span: Range) => boolean} told
 * @returns {Speaker[]}
 */
function voices(report, text, roles, told) {
  const words = report.voices.reduce((sum, voice) => sum + voice.words, 0) || 1;
  /** @type {Map<string | null, Speaker>} */
  const speakers = new Map();
  report.quotes.forEach((quote, id) => {
    if (!told(quote)) return;
    const { key, name, target } = speakerOf(quote, report, text);
    let speaker = speakers.get(key);
    if (!speaker) {
      const voice = report.voices.find(({ entity, text }) => (entity !== null ? `#${entity}` : text?.toLowerCase() ?? null) === key) ?? null;
      speaker = { target, name, roles: roles.get(target?.id ?? -1) ?? [], sayings: [], voice, share: (voice?.words ?? 0) / words };
      speakers.set(key, speaker);
    }
    speaker.sayings.push({
      target: { type: 'quote', id },
      kind: quote.kind,
      modality: modalityAt(report, quote.start),
      text: text.slice(quote.start, quote.end),
      cue: quote.cue && text.slice(quote.cue.start, quote.cue.end),
      score: quote.score,
    });
  });
  return [...speakers.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null) || b.share - a.share);
}

/** @param {Report} report @param {number} offset @returns {string} whether the sentence there is conditional or negated, or neither */
function modalityAt({ sentences }, offset) {
  return sentences[firstBlockEndingAfter(sentences, offset)]?.modality ?? '';
}

/**
 * @param {QuoteEntry} quote
 * @param {Report} report
 * @param {string} text
 * @returns {{ key: string | null, name: string | null, target: { type: 'entity', id: number } | null }}
 */
export function speakerOf({ speaker }, report, text) {
  if (!speaker) return { key: null, name: null, target: null };
  if (speaker.entity !== null) {
    return { key: `#${speaker.entity}`, name: report.entities[speaker.entity].name, target: { type: 'entity', id: speaker.entity } };
  }
  const name = text.slice(speaker.start, speaker.end);
  return { key: name.toLowerCase(), name, target: null };
}

/**
 * @param {Report} report
 * @param {string} text
 * @param {number} id  of a mention with a value
 * @param {Map<number, FactEntry['arguments']>} moves  facts of figures by where their amount begins
 * @returns {Figure}
 */
function figure(report, text, id, moves) {
  const { kind, value, of, start, end, score } = report.mentions[id];
  const part = /** @param {string} name */ (name) => moves.get(start)?.find((one) => one.name === name)?.text;
  const [measure, compared, since] = ['measure', 'compared', 'since'].map(part);
  return {
    target: { type: 'mentions', ids: [id] },
    kind,
    value,
    text: text.slice(start, end),
    of: measure ?? (of && text.slice(of.start, of.end)),
    also: [part('outcome'), part('change'), compared && `(${[compared, since].filter(Boolean).join(', ')})`].filter(Boolean).join(' '),
    score,
  };
}

/**
 * The same value of the same thing stands once, with all its places.
 *
 * @param {Figure[]} figures
 * @returns {Figure[]}
 */
function merged(figures) {
  /** @type {Map<string, Figure>} */
  const byValue = new Map();
  for (const one of figures) {
    const { start, end, anchor, ...value } = one.value; // the same day, told from another point
    const key = JSON.stringify([one.kind, value, one.kind === 'date' ? null : one.of?.toLowerCase()]);
    const first = byValue.get(key);
    if (first?.target.type === 'mentions' && one.target.type === 'mentions') first.target.ids.push(one.target.ids[0]);
    else byValue.set(key, one);
  }
  return [...byValue.values()];
}

/** @param {string | null} a @param {string | null} b ISO 8601 days, `null` last */
const compareDays = (a, b) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

/** @param {FactEntry} fact @param {number} id @returns {Statement} */
const statement = (fact, id) => ({
  target: { type: 'fact', id },
  kind: fact.kind,
  modality: fact.modality,
  terms: fact.arguments.map(({ name, text }) => ({ name, text })),
  score: fact.score,
});

/** @param {Statement[]} statements @returns {Statement[]} kinds in the order in which they first come */
function byKind(statements) {
  const kinds = [...new Set(statements.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => statements.filter((one) => one.kind === kind));
}

/** @param {Target} target @returns {string} equal for equal targets */
export const targetKey = (target) => (target.type === 'mentions' ? `mentions:${target.ids}` : `${target.type}:${target.id}`);

/**
 * The words that prove a target, as places: one step of "previous" and "next" each, in the order of the text.
 *
 * @param {Target} target
 * @param {Report} report
 * @returns {Range[][]}  each place is one or more spans (a quotation, its cue and its speaker)
 */
export function placesOf(target, report) {
  /** A value with what it measures, where that stands outside of it. @param {number} id @returns {Range[]} */
  const mention = (id) => {
    const { start, end, of } = report.mentions[id];
    return of && (of.start < start || of.end > end) ? [{ start, end }, of] : [{ start, end }];
  };
  switch (target.type) {
    case 'entity':
      return report.entities[target.id].mentions.map((id) => [report.mentions[id]]);
    case 'mentions':
      return target.ids.map(mention);
    case 'quote': {
      const quote = report.quotes[target.id];
      return [[quote, quote.cue, quote.speaker].filter((span) => span !== null)];
    }
    case 'fact': {
      const fact = report.facts[target.id];
      return [fact.evidence, ...fact.alsoAt].map((span) => [span]);
    }
    case 'essential':
      return [[report.essentials[target.id].evidence]];
    case 'event': {
      const { date, what } = report.timeline[target.id];
      return [[what, report.mentions[date]]];
    }
    case 'note':
      return report.notes[target.id].end > report.notes[target.id].start ? [[report.notes[target.id]]] : [];
  }
}
