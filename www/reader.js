// @ts-check
/**
 * The reader itself: the crate, compiled to WebAssembly, as one function. The page fetches and compiles the module, once
 * and while a worker starts; an instance of it then stands in the worker or in the page alike.
 *
 * @import { Report } from './report.d.ts'
 * @import { ReadOptions } from './element.d.ts'
 * @typedef {(text: string, options: ReadOptions, marksOnly?: boolean) => Report} Read
 */

import { loadGlue } from './parts.js';

/** How many instances were made here. @type {number} */
let made = 0;

/**
 * Without 'wasm-unsafe-eval' in its content security policy a page compiles nothing, or in WebKit instantiates nothing.
 *
 * @returns {Promise<boolean>} whether the smallest module runs here
 */
export const runs = async () => typeof WebAssembly !== 'undefined' && WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false);

/**
 * A fresh instance: one that trapped stays broken, and the glue keeps only one for each time that it is loaded.
 *
 * @param {WebAssembly.Module | Promise<WebAssembly.Module>} module  may still be on its way while the glue loads
 * @returns {Promise<Read>}
 */
export async function instantiate(module) {
  const [glue, compiled] = await Promise.all([loadGlue(made++), module]);
  glue.initSync({ module: compiled });
  return glue.read;
}
