// Names by Repères and by fr-compromise, in one run and turn by turn, so that what else the machine does meanwhile falls on
// both: node names.mjs JOB, called by `cargo xtask bench names` with a file that says which articles and where things lie.
// Writes a report for each article and reader, and prints the measures as JSON.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { open } from './fr-compromise.mjs';

const WARM_UP = 2; // rounds in which the machine compiles what is hot; they don't count
const ROUNDS = 7;
const NAMES_A_ROUND = 5; // names alone are so quick that one time over the articles would be a short measure

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { articles } = job;
const { read } = await load(job.modules.shipped);
const { findNames } = await load(job.modules.bench);
const peer = await open(job.peer);

/** A module of Repères, from the folder that it was built into. */
async function load(folder) {
  const module = await import(pathToFileURL(join(folder, 'reperes.js')));
  module.initSync({ module: readFileSync(join(folder, 'reperes_bg.wasm')) });
  return module;
}

/** The milliseconds that `work` takes for all articles. */
function time(work) {
  const begun = performance.now();
  for (const article of articles) work(article);
  return performance.now() - begun;
}

// Tokens are told by the module, and their making stays outside its clock.
const counts = articles.map(({ text }) => findNames(text, 1));
const tokens = counts.reduce((sum, [count]) => sum + count, 0);

const measures = {
  names: () => articles.reduce((sum, { text }) => sum + findNames(text, NAMES_A_ROUND)[2], 0) / NAMES_A_ROUND,
  reading: () => time(({ text, published }) => read(text, { published })),
  peer: () => time(({ text }) => peer.find(text)),
};
const times = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  console.error(round < WARM_UP ? `· warming up, ${round + 1} of ${WARM_UP}` : `· round ${round - WARM_UP + 1} of ${ROUNDS}`);
  for (const [name, measure] of Object.entries(measures)) {
    const milliseconds = measure();
    if (round >= WARM_UP) times[name].push((milliseconds * 1000) / tokens);
  }
}

function write(folder, report) {
  mkdirSync(folder, { recursive: true });
  for (const article of articles) writeFileSync(join(folder, `${article.id}.json`), JSON.stringify(report(article)));
}
write(job.reports.own, ({ text, published }) => read(text, { published }));
write(job.reports.peer, ({ text }) => peer.report(text));

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const microseconds = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
console.log(JSON.stringify({ node: process.version, peer: peer.version, rounds: ROUNDS, warmUp: WARM_UP, tokens, microseconds }));
