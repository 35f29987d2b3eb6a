// @ts-check
/** The reader off the main thread. Takes `{ text, options }`, answers `{ report }` or `{ error }`, one after the other. */

import { isTrap, loadReader } from './reader.js';

/** @param {unknown} error */
const plain = (error) => ({ name: error instanceof Error ? error.name : 'Error', message: error instanceof Error ? error.message : String(error) });

const reader = loadReader();
reader.then(() => postMessage({ ready: true }), (error) => postMessage({ unavailable: plain(error) }));

addEventListener('message', async ({ data: { text, options } }) => {
  try {
    const read = await reader;
    postMessage({ report: read(text, options) });
  } catch (error) {
    postMessage({ error: plain(error), trapped: isTrap(error) });
  }
});
