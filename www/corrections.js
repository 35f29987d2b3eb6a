// @ts-check
/**
 * What readers correct. Rules speak of names, are kept for other articles, and are read by the reader itself; edits speak
 * of one report, and are laid over it. Pure data: every change makes new ones, so that the old ones can come back.
 *
 * @import { Report, QuoteEntry } from './report.d.ts'
 * @import { Rule, Target } from './element.d.ts'
 * @typedef {import('./element.d.ts').Corrections} Corrections
 * @typedef {Corrections['edits']} Edits
 * @typedef {(before: Corrections) => Corrections} Change
 */

/**
 * Rules with one more. What it calls by its own name or by an alias no other rule speaks of any longer.
 *
 * @param {readonly Rule[]} rules
 * @param {Rule} rule
 * @returns {Rule[]}
 */
export function withRule(rules, { name, type, aliases = [] }) {
  const forms = new Set([name, ...aliases]);
  const others = rules.flatMap((other) => {
    if (!forms.has(other.name)) return { ...other, aliases: other.aliases?.filter((alias) => !forms.has(alias)) };
    other.aliases?.forEach((alias) => other.name !== name && forms.add(alias));
    return [];
  });
  forms.delete(name);
  return [...others, { name, type, aliases: [...forms] }];
}

/** @param {any} json  of a `names.json` @returns {Rule[]} that are well formed; what their words say the reader judges */
export function rulesOf(json) {
  const text = (/** @type {unknown} */ value) => typeof value === 'string';
  if (!json.every((/** @type {any} */ { name, aliases }) => text(name) && (!aliases || aliases.every(text)))) throw new TypeError('rules: names and aliases are strings');
  return json;
}

/** What an edit of a target is kept under: it stays when names are read anew. @param {Report} report @param {Target} target */
export function editKey(report, target) {
  if (target.type === 'mentions') return '';
  const list = { quote: report.quotes, fact: report.facts, essential: report.essentials, event: report.timeline, note: report.notes, entity: report.entities }[target.type];
  const one = /** @type {any} */ (list[target.id]);
  const { start = 0, end = 0 } = one.evidence ?? one.what ?? one;
  return [target.type, one.kind, start, end].join();
}

/**
 * Edits of a text that is edited itself: those of what stands before and after the change hold on, those of what was changed go.
 *
 * @param {Edits} edits
 * @param {string} before
 * @param {string} after
 * @returns {Edits}
 */
export function moved(edits, before, after) {
  if (!edits.size) return edits;
  const [length, most] = [before.length, Math.min(before.length, after.length)];
  let same = 0; // how much stands before the change, then after it
  while (same < most && before[same] === after[same]) same++;
  const first = same;
  for (same = 0; same < most - first && before.at(-1 - same) === after.at(-1 - same);) same++;
  return new Map([...edits].flatMap(([key, value]) => {
    const [type, kind, start, end] = key.split(',');
    if (Number(end) <= first) return [[key, value]];
    const shift = after.length - length;
    return Number(start) < length - same ? [] : [[[type, kind, Number(start) + shift, Number(end) + shift].join(), value]];
  }));
}

/** A report as its reader has corrected it. @param {Report} report @param {string} text @param {Edits} edits @returns {Report} */
export function corrected(report, text, edits) {
  if (!edits.size) return report;
  /** @param {'fact' | 'essential' | 'event' | 'quote'} type @param {number} id */
  const editOf = (type, id) => edits.get(editKey(report, { type, id }));
  const kept = [...report.facts.keys()].filter((id) => editOf('fact', id) === undefined);
  const voices = report.voices.map((voice) => ({ ...voice }));
  return {
    ...report,
    facts: kept.map((id) => report.facts[id]),
    essentials: report.essentials.flatMap((one, id) => {
      const fact = one.fact === null ? null : kept.indexOf(one.fact);
      return fact === -1 || editOf('essential', id) === null ? [] : { ...one, fact };
    }),
    timeline: report.timeline.filter((_, id) => editOf('event', id) === undefined).map((one) => ({ ...one, facts: one.facts.map((id) => kept.indexOf(id)).filter((id) => id >= 0) })),
    quotes: report.quotes.map((quote, id) => {
      const name = editOf('quote', id);
      return typeof name === 'string' ? spokenBy(name, quote) : quote;
    }),
    voices: voices.filter(({ quotes }) => quotes > 0).sort((a, b) => b.words - a.words),
  };

  /** @param {string} name @param {QuoteEntry} quote @returns {QuoteEntry} */
  function spokenBy(name, quote) {
    const entity = report.entities.findIndex((one) => one.name === name || one.aliases.includes(name));
    const one = report.entities[entity];
    const near = one?.mentions.map((id) => report.mentions[id]).sort((a, b) => Math.abs(a.start - quote.start) - Math.abs(b.start - quote.start))[0];
    const speaker = near ? { entity, start: near.start, end: near.end } : null;
    const words = text.slice(quote.start, quote.end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
    const before = voices.find((voice) => (quote.speaker?.entity ?? null) === voice.entity
      && (voice.entity !== null || (quote.speaker && text.slice(quote.speaker.start, quote.speaker.end).toLowerCase()) === (voice.text?.toLowerCase() ?? null)));
    const known = voices.find((voice) => voice.entity === (speaker?.entity ?? null) && voice.text === null);
    const after = known ?? { entity: speaker?.entity ?? null, text: null, kind: !one ? 'unknown' : one.kind === 'person' ? 'person' : 'body', gender: one?.gender ?? null, role: null, quotes: 0, words: 0 };
    if (!known) voices.push(/** @type {typeof voices[0]} */ (after));
    for (const [voice, by] of /** @type {const} */ ([[before, -1], [after, 1]])) {
      if (!voice) continue;
      voice.quotes += by;
      voice.words = Math.max(0, voice.words + by * words);
    }
    return { ...quote, speaker, by: 'reader', score: 1 };
  }
}
