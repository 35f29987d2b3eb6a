// @ts-check
/**
 * The reader off the main thread. Takes the compiled module first and answers `{ ready }` or `{ unavailable }`; then
 * takes `{ text, options }` and answers `{ report }` or `{ error }`, one after the other.
 */

import { instantiate } from './reader.js';

/** @param {unknown} error */
const plain = (error) => ({ name: error instanceof Error ? error.name : 'Error', message: error instanceof Error ? error.message : String(error) });

/** @type {import('./reader.js').Read} */
let read;

addEventListener('message', async ({ data: { module, text, options } }) => {
  if (module) {
    try {
      read = await instantiate(module);
      postMessage({ ready: true });
    } catch (error) {
      postMessage({ unavailable: plain(error) });
    }
    return;
  }
  try {
    postMessage({ report: read(text, options) });
  } catch (error) {
    postMessage({ error: plain(error) });
  }
});
