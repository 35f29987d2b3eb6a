// How long reading takes in WebAssembly, from a JavaScript string to the report as a JavaScript object. The counterpart of
// benches/read.rs; `cargo xtask bench` runs both.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { read } from './module.mjs';

const TIME_EACH_MS = 1000;
const MOST_BYTES = 10_000_000;

const root = new URL('../../', import.meta.url);
const files = ['tests/articles/', 'www/']
  .map((folder) => new URL(folder, root))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => new URL(name, folder)))
  .sort((a, b) => (a.href < b.href ? -1 : 1));

function measure(name, text) {
  const times = [];
  const started = performance.now();
  while (times.length === 0 || performance.now() - started < TIME_EACH_MS) {
    const begun = performance.now();
    read(text, { published: '2025-02-11' });
    times.push(performance.now() - begun);
  }
  const median = times.sort((a, b) => a - b)[times.length >> 1];
  const words = text.match(/\S+/g)?.length ?? 0;
  const perThousand = (median / words) * 1000;
  console.log(`${name.padEnd(32)} ${String(words).padStart(9)} words ${median.toFixed(2).padStart(10)} ms ${perThousand.toFixed(2).padStart(8)} ms per 1,000 words`);
}

const texts = files.map((file) => [basename(file.pathname, '.txt'), readFileSync(file, 'utf8')]);
for (const [name, text] of texts) measure(name, text);
const all = texts.map(([, text]) => `${text}\n`).join('');
if (all) measure('all, over and over to 10 MB', all.repeat(Math.floor(MOST_BYTES / Buffer.byteLength(all))));
