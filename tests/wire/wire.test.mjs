// What the module hands to JavaScript. `cargo xtask test` builds www/pkg, writes the native reports and runs this.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { memory, read, version } from './module.mjs';

const cases = JSON.parse(readFileSync(process.env.WIRE_CASES ?? 'target/wire/cases.json', 'utf8'));

/** A report as JSON has it: without the clock, and with scores as the 32-bit numbers that they are. */
const comparable = ({ elapsedMs, ...report }) =>
  JSON.parse(JSON.stringify(report), (_, value) => (typeof value === 'number' ? Math.fround(value) : value));

for (const { name, text, published, report } of cases) {
  test(`the module reads what the crate reads: ${name}`, () => {
    const got = read(text, { published });
    assert.deepEqual(comparable(got), comparable(report));
    assert.equal(typeof got.elapsedMs, 'number');
  });

  test(`offsets slice the text that was given: ${name}`, () => {
    const got = read(text, { published });
    for (const { start, end } of [...got.blocks, ...got.sentences, ...got.mentions, ...got.quotes]) {
      assert.ok(0 <= start && start < end && end <= text.length, `${start}..${end}`);
      assert.ok(text.slice(start, end).isWellFormed(), `${start}..${end} cuts a surrogate pair`);
    }
    for (const argument of got.facts.flatMap((fact) => fact.arguments)) {
      assert.equal(text.slice(argument.start, argument.end), argument.text);
    }
  });
}

test('a text with half a surrogate pair is read, and its offsets hold', () => {
  const text = 'Paris \ud83d, Lyon.';
  assert.deepEqual(read(text).blocks.map(({ start, end }) => [start, end]), [[0, text.length]]);
});

test('names and values alone stand where they stand in the whole', () => {
  const text = 'Claire Morel, la ministre, a promis « douze millions d’euros » à Lyon mardi.';
  const [marks, whole] = [read(text, {}, true), read(text, {})];
  const places = ({ mentions }) => mentions.map(({ start, end, kind }) => [text.slice(start, end), kind]);
  assert.deepEqual(places(marks), places(whole));
  assert.ok(whole.quotes.length > 0 && whole.entities.length > 0);
  assert.deepEqual([marks.quotes, marks.entities, marks.facts, marks.mentions[0].entity], [[], [], [], null]);
});

test('options may be left out', () => {
  assert.deepEqual(comparable(read('Bonjour.')), comparable(read('Bonjour.', {})));
  assert.deepEqual(comparable(read('Bonjour.', null)), comparable(read('Bonjour.', { published: undefined })));
});

test('a wrong option is an Error that names the key and what was expected', () => {
  assert.throws(() => read('Bonjour.', { publishd: '2025-02-11' }), /publishd.*published/);
  assert.throws(() => read('Bonjour.', { published: '2025-02-30' }), /published.*YYYY-MM-DD.*2025-02-30/);
  assert.throws(() => read('Bonjour.', { published: 20250211 }), /published.*YYYY-MM-DD/);
  assert.throws(() => read('Bonjour.', 'published'), /options.*an object/);
  assert.throws(() => read('Bonjour.', { published: '' }), Error);
  assert.throws(() => read('Bonjour.', { lines: ['menu'] }), /lines.*noise.*menu/);
  assert.throws(() => read('Bonjour.', { lines: 'noise' }), /lines.*a list.*noise/);
});

test('more than 10 MB is refused with the limit, and the module reads on', () => {
  assert.throws(() => read('é'.repeat(5_000_001)), /10 MB/);
  assert.equal(read('Bonjour.').blocks.length, 1);
});

test('10 MB of articles are read', (context) => {
  const folder = new URL('../../xtask/articles/', import.meta.url);
  const articles = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8').replace(/^###.*|\[[A-Z]{3} ([^\]]*)\]/gm, '$1')).join('\n');
  // Other numbers at the end of each line: what is repeated is set aside.
  let text = '';
  for (let time = 0; Buffer.byteLength(text) + 2 * Buffer.byteLength(articles) < 10_000_000; time += 1) text += articles.replace(/\n+/g, ` ${time}.\n`);
  const begun = performance.now();
  const { mentions } = read(text);
  const [bytes, seconds] = [Buffer.byteLength(text), (performance.now() - begun) / 1000];
  context.diagnostic(`${bytes} bytes, ${mentions.length} mentions, ${seconds.toFixed(1)} s; the module's memory ${Math.round(memory.buffer.byteLength / 1e6)} MB, the process's ${Math.round(process.resourceUsage().maxRSS / 1000)} MB at most`);
  assert.ok(bytes > 8_000_000 && mentions.length > 100_000);
  assert.ok(memory.buffer.byteLength < 20 * bytes, 'the module takes less than twenty times the text');
});

test('the version is the crate’s', () => {
  assert.match(version(), /^\d+\.\d+\.\d+$/);
});
