// fr-compromise (npm), the French sibling of compromise: its names, with their places in the text, in the form of a report.
import { pathToFileURL } from 'node:url';

/** Its words for what a report calls otherwise. */
const KINDS = { people: 'person', places: 'place', organizations: 'organisation' };

/** The library, from the bundle that a browser loads: it defines a global. */
export async function open(bundle) {
  await import(pathToFileURL(bundle));
  const nlp = globalThis.frCompromise;
  // What a caller who wants names has to ask for: the whole text is tagged, then each kind matched on the tags.
  const find = (text) => {
    const document = nlp(text);
    return Object.keys(KINDS).map((kind) => [kind, document[kind]()]);
  };
  return { find, version: nlp.version, report: (text) => report(text, find(text)) };
}

/** A report that has mentions alone. */
function report(text, found) {
  const mentions = found.flatMap(([kind, matches]) =>
    matches.json({ offset: true }).flatMap(({ terms }) => {
      const place = placeOf(text, terms);
      return place ? [{ ...place, kind: KINDS[kind], entity: null, value: null, of: null }] : [];
    }),
  );
  mentions.sort((a, b) => a.start - b.start || a.end - b.end);
  return { version: 1, language: 'fr', blocks: [], sentences: [], mentions, entities: [], quotes: [], facts: [], notes: [] };
}

/** Where a match stands in the text, in UTF-16 code units, without titles ("M."), which the gold leaves out of a name. */
function placeOf(text, terms) {
  const places = terms.filter(({ tags }) => !tags.includes('Honorific')).map((term) => placeOfTerm(text, term));
  const [start, end] = [places[0]?.start, places.at(-1)?.end];
  return start < end ? { start, end } : null; // a title without a name is none
}

// The offsets of a match count the marks before it in its length, but not in its start; those of its terms are sound. "l'Italie"
// is two terms, of which the first has all the letters: the second, which is the name, stands empty at the end of the first, and
// begins after the apostrophe.
function placeOfTerm(text, { text: letters, offset }) {
  const end = offset.start + offset.length;
  if (letters) return { start: offset.start, end };
  const elided = /[^\s'’]*$/u.exec(text.slice(Math.max(0, end - LONGEST_WORD), end))[0];
  return { start: end - elided.length, end };
}

/** Code units before a place in which the beginning of its word is looked for. */
const LONGEST_WORD = 60;
