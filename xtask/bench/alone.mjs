// How long one layer takes alone: node alone.mjs JOB, called by `cargo xtask bench values`, `… quotes` and `… facts` with a file that says which
// articles, which module and which layer. Prints the measure as JSON.
import { readFileSync } from 'node:fs';
import { ROUNDS, WARM_UP, alone, inRounds, layer, load, tokensOf } from './module.mjs';

const { articles, module, layer: name } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const find = layer(await load(module), name);
const tokens = tokensOf(articles, find);
const { microseconds } = inRounds({ microseconds: () => alone(articles, find) }, tokens);
console.log(JSON.stringify({ node: process.version, rounds: ROUNDS, warmUp: WARM_UP, tokens, microseconds }));
