// How long whole articles take in Node, by Repères and by fr-compromise, turn by turn, so that what else the machine does falls on both:
// node compare.mjs JOB, called by `cargo xtask bench`. With one reader in the job, also its start-up and memory. Prints the measures as JSON.
import { readFileSync } from 'node:fs';
import { load } from './module.mjs';
import { open } from './fr-compromise.mjs';

const TIME_EACH_MS = 3000;
const MOST_TIMES = 40;
const LEAST_TIMES = 4; // of which the first does not count
const WARM_UP = 60; // readings before any counts: by then the engine has compiled for speed what is called often

const { articles, module, peer, readers } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const opened = {
  reperes: async () => {
    const { read } = await load(module);
    return (text) => read(text, { published: '2025-02-11' });
  },
  'fr-compromise': async () => (await open(peer)).find,
};

const begun = performance.now();
const read = {};
for (const name of readers) read[name] = await opened[name]();
for (const name of readers) read[name]('Oui.');
const start = performance.now() - begun;

if (readers.length > 1) for (let time = 0; time < WARM_UP; time += 1) for (const name of readers) read[name](articles[0].text);

const times = Object.fromEntries(readers.map((name) => [name, {}]));
for (const { name: article, text } of articles) {
  for (const name of readers) times[name][article] = [];
  const started = performance.now();
  for (let time = 0; time < LEAST_TIMES || (time < MOST_TIMES && performance.now() - started < TIME_EACH_MS * readers.length); time += 1) {
    for (const name of readers) {
      const begun = performance.now();
      read[name](text);
      if (time > 0) times[name][article].push(performance.now() - begun);
    }
  }
}
console.log(JSON.stringify({ node: process.version, start, memory: process.resourceUsage().maxRSS / 1000, times }));
