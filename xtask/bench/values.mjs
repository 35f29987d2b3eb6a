// How long values take alone: node values.mjs JOB, called by `cargo xtask bench values` with a file that says which articles and
// which module. Prints the measure as JSON.
import { readFileSync } from 'node:fs';
import { ROUNDS, WARM_UP, alone, inRounds, layer, load, tokensOf } from './module.mjs';

const { articles, module } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const findValues = layer(await load(module), 'values');
const tokens = tokensOf(articles, findValues);
const { values } = inRounds({ values: () => alone(articles, findValues) }, tokens);
console.log(JSON.stringify({ node: process.version, rounds: ROUNDS, warmUp: WARM_UP, tokens, microseconds: values }));
