// Names by Repères and by fr-compromise, in one run and turn by turn, so that what else the machine does meanwhile falls on
// both: node names.mjs JOB, called by `cargo xtask bench names` with a file that says which articles and where things lie.
// Writes a report for each article and reader, and prints the measures as JSON.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROUNDS, WARM_UP, alone, inRounds, layer, load, tokensOf } from './module.mjs';
import { open } from './fr-compromise.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { articles } = job;
const { read } = await load(job.modules.shipped);
const findNames = layer(await load(job.modules.bench), 'names');
const peer = await open(job.peer);

/** The milliseconds that `work` takes for all articles. */
function time(work) {
  const begun = performance.now();
  for (const article of articles) work(article);
  return performance.now() - begun;
}

const tokens = tokensOf(articles, findNames);
const measures = {
  names: () => alone(articles, findNames),
  reading: () => time(({ text, published }) => read(text, { published })),
  peer: () => time(({ text }) => peer.find(text)),
};
const microseconds = inRounds(measures, tokens);

function write(folder, report) {
  mkdirSync(folder, { recursive: true });
  for (const article of articles) writeFileSync(join(folder, `${article.id}.json`), JSON.stringify(report(article)));
}
write(job.reports.own, ({ text, published }) => read(text, { published }));
write(job.reports.peer, ({ text }) => peer.report(text));

console.log(JSON.stringify({ node: process.version, peer: peer.version, rounds: ROUNDS, warmUp: WARM_UP, tokens, microseconds }));
