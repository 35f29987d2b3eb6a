// Reads articles, under Node and whatever else has its files.
import { Engine } from '../www/engine.js';

const engine = new Engine({ worker: false });

export const read = (text, options, signal) => engine.read(text, options, signal);
