// @ts-check
/**
 * An article with its corrections as the fragment of an address, and back. `#article=1.` stands before the version 1 of what follows: JSON, compressed with a
 * checksum (zlib, RFC 1950), in the letters of base64url. Browsers keep a fragment to themselves: it is part of no request.
 *
 * @import { LineKind } from './structure.js'
 * @import { Corrections } from './element.d.ts'
 * @typedef {{ text: string, date: string, told: ReadonlyMap<string, LineKind> } & Corrections} Shared   date: empty where nobody gave one
 */

/** What such a fragment begins with. */
const MARK = '#article=';
const VERSION = '1.';

/** The longest fragment, in characters, that is made: some 200,000 characters of French. Browsers take more, but what carries links between people does not. */
export const LONGEST = 100_000;

/** Bytes of JSON that are unpacked at most: an article as long as the reader takes, with room for corrections. A few bytes can unpack to gigabytes. */
const MOST = 12_000_000;

/** The link can't be read: `newer`, by a later version; else it is broken. */
export class BadLink extends Error {
  newer = false;
}

/** @param {Shared} shared @returns {Promise<string>} the fragment, with its `#`, whatever its length */
export async function pack({ text, date, told, rules, edits }) {
  const json = JSON.stringify({ text, date, told: [...told], rules, edits: [...edits] });
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return MARK + VERSION + letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} fragment @returns {Promise<Shared>} rejects with a `BadLink` */
export async function unpack(fragment) {
  const packed = fragment.slice(MARK.length);
  const version = /^(\d+)\./.exec(packed)?.[0];
  if (version !== VERSION) throw Object.assign(new BadLink('another version'), { newer: Number(version) > Number(VERSION) });
  try {
    const letters = decodeURIComponent(packed.slice(VERSION.length)).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    return checked(JSON.parse(await inflated(bytes)));
  } catch (error) {
    throw new BadLink(String(error));
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let length = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MOST) {
      await reader.cancel();
      throw new RangeError('more than an article');
    }
    text += decoder.decode(value, { stream: true });
  }
}

const KINDS = ['headline', 'subhead', 'listItem', 'caption', 'noise', ''];

/** @param {any} json @returns {Shared} */
function checked({ text, date, told, rules, edits }) {
  const string = (/** @type {unknown} */ value) => typeof value === 'string';
  const fine = string(text) && string(date)
    && told.every((/** @type {any} */ [line, kind]) => string(line) && KINDS.includes(kind))
    && rules.every((/** @type {any} */ { name, aliases }) => string(name) && (!aliases || aliases.every(string)))
    && edits.every((/** @type {any} */ [key, value]) => string(key) && (value === null || string(value)));
  if (!fine) throw new TypeError('not what is shared');
  return { text, date, told: new Map(told), rules, edits: new Map(edits) };
}
