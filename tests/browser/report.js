// @ts-check
/**
 * Reports written as marked text, for tests of what draws them:
 * `[words|kind:value]` is a mention, `{words}` a quotation, `{words}@Name` one of a known speaker, `[words|role:Name]` a
 * role of someone; lines are paragraphs. Every kind of bracket may stand in another.
 *
 * @import { Report, MentionEntry } from '../../www/report.d.ts'
 */

const VALUES = /** @type {Record<string, (value: string) => any>} */ ({
  money: (amount) => ({ qualifier: 'exact', amount, max: null, currency: 'EUR' }),
  count: (amount) => ({ qualifier: 'exact', amount, max: null }),
  date: (day) => ({ edtf: day || null, start: day || null, end: day || null, anchor: day ? 'published' : null }),
});

/** @param {string} source @returns {{ report: Report, text: string }} */
export function reportOf(source) {
  let text = '';
  /** @type {{ start: number, kind?: string }[]} */
  const open = [];
  /** @type {any[]} */
  const mentions = [];
  /** @type {any[]} */
  const quotes = [];
  /** @type {any[]} */
  const roles = [];
  const parts = /\[|\{|\|(\w+)(?::([^\]]*))?\]|\}|@([A-ZÉ]\p{L}+ \p{L}+)|[^[{|}@]+/gu;
  for (const [part, kind, value, speaker] of source.matchAll(parts)) {
    if (part === '[' || part === '{') open.push({ start: text.length });
    else if (part === '}') quotes.push({ start: open.pop()?.start, end: text.length });
    else if (speaker) quotes.at(-1).speaker = speaker;
    else if (kind === 'role') roles.push({ start: open.pop()?.start, end: text.length, person: value });
    else if (kind) mentions.push({ start: open.pop()?.start, end: text.length, kind, value });
    else text += part;
  }
  mentions.sort((a, b) => a.start - b.start);
  quotes.sort((a, b) => a.start - b.start);
  /** @type {any[]} */
  const entities = [];
  const entityOf = (/** @type {string} */ name) => entities.findIndex((entity) => entity.name === name);
  const made = mentions.map(({ start, end, kind, value }, index) => {
    const isValue = kind in VALUES;
    const name = text.slice(start, end);
    if (!isValue) {
      if (entityOf(name) < 0) entities.push({ kind, name, aliases: [], gender: null, salience: 0.5, mentions: [], wikidata: null });
      entities[entityOf(name)].mentions.push(index);
    }
    return { start, end, kind, entity: isValue ? null : entityOf(name), value: isValue ? VALUES[kind](value) : null, of: null, by: 'test', score: 0.9 };
  });
  let at = 0;
  const blocks = text.split('\n').map((line) => {
    const block = { start: at, end: at + line.length, kind: 'paragraph', repeatOf: null };
    at += line.length + 1;
    return block;
  });
  return {
    text,
    report: /** @type {Report} */ (/** @type {unknown} */ ({
      version: 1, language: 'fr', published: null, blocks, sentences: [], mentions: made, entities,
      quotes: quotes.map(({ start, end, speaker }) => ({
        start, end, kind: 'direct', cue: null, by: 'test', score: 0.9,
        speaker: speaker ? { entity: entityOf(speaker), ...spanOf(mentions[entities[entityOf(speaker)].mentions[0]]) } : null,
      })),
      facts: roles.map(({ start, end, person }) => ({
        kind: 'role', evidence: { start, end }, alsoAt: [], when: null, modality: 'asserted', source: null, by: 'test', score: 0.9,
        arguments: [
          { name: 'person', entity: entityOf(person), ...spanOf(mentions[entities[entityOf(person)].mentions[0]]), text: person },
          { name: 'role', entity: null, start, end, text: text.slice(start, end) },
        ],
      })),
      notes: [], voices: [], essentials: [], timeline: [],
    })),
  };
}

/** @param {{ start: number, end: number }} span */
const spanOf = ({ start, end }) => ({ start, end });
