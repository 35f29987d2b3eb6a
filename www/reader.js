// @ts-check
/**
 * The reader itself: the crate, compiled to WebAssembly, as one function. Runs in a worker and in a page alike.
 *
 * @import { Report } from './report.d.ts'
 * @typedef {{ published?: string }} ReadOptions
 * @typedef {(text: string, options: ReadOptions) => Report} Read
 */

/** How many readers were loaded here. @type {number} */
let loaded = 0;

/**
 * Loads a fresh instance: one that trapped stays broken, and the glue keeps only one per module.
 *
 * @returns {Promise<Read>}
 * @throws {Error} named `NoWebAssembly` where the browser refuses, else whatever failed to load
 */
export async function loadReader() {
  if (typeof WebAssembly === 'undefined') throw Object.assign(new Error('no WebAssembly'), { name: 'NoWebAssembly' });
  const glue = await import(`./pkg/reperes.js${loaded ? `?${loaded}` : ''}`);
  loaded += 1;
  try {
    await glue.default({ module_or_path: new URL('./pkg/reperes_bg.wasm', import.meta.url) });
  } catch (error) {
    // A content security policy without 'wasm-unsafe-eval' refuses to compile anything.
    if (error instanceof WebAssembly.CompileError && !(await compiles())) Object.assign(error, { name: 'NoWebAssembly' });
    throw error;
  }
  return glue.read;
}

/** @returns {Promise<boolean>} whether the smallest module compiles here */
const compiles = () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true, () => false);

/** @param {unknown} error @returns {boolean} whether the instance that threw it can't be used again */
export const isTrap = (error) => error instanceof WebAssembly.RuntimeError;
