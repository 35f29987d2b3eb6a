// Reads articles, in a worker where there can be one.
import { sharedEngine } from '../www/engine.js';

export const read = (text, options, signal) => sharedEngine().read(text, options, signal);
