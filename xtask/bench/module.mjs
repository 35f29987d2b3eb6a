// What the benchmarks share: a module of Repères, one layer of it alone, and rounds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const WARM_UP = 2; // rounds in which the machine compiles what is hot; they don't count
export const ROUNDS = 7;
const TIMES_A_ROUND = 5; // one layer alone is so quick that one time over the articles would be a short measure

/** A module of Repères, from the folder that it was built into. */
export async function load(folder) {
  const module = await import(pathToFileURL(join(folder, 'reperes.js')));
  module.initSync({ module: readFileSync(join(folder, 'reperes_bg.wasm')) });
  return module;
}

/** `find(text, times)` for one layer of a module that is built for benchmarks: tokens, how many it finds, milliseconds. */
export const layer = ({ findAlone }, name) => (text, times) => findAlone(text, times, name);

/** Tokens of all articles, as the module tells them: their making stays outside its clock. */
export const tokensOf = (articles, find) => articles.reduce((sum, { text }) => sum + find(text, 1)[0], 0);

/** The milliseconds that one layer takes for all articles. */
export const alone = (articles, find) =>
  articles.reduce((sum, { text }) => sum + find(text, TIMES_A_ROUND)[2], 0) / TIMES_A_ROUND;

/** The median microseconds a token of each of `measures`, which return milliseconds; turn by turn, so that what else the machine does falls on all. */
export function inRounds(measures, tokens) {
  const times = Object.fromEntries(Object.keys(measures).map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    console.error(round < WARM_UP ? `· warming up, ${round + 1} of ${WARM_UP}` : `· round ${round - WARM_UP + 1} of ${ROUNDS}`);
    for (const [name, measure] of Object.entries(measures)) {
      const milliseconds = measure();
      if (round >= WARM_UP) times[name].push((milliseconds * 1000) / tokens);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, all.toSorted((a, b) => a - b)[all.length >> 1]]));
}
