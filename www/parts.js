// @ts-check
/**
 * The parts that are no scripts of the page itself, and lie beside it. What packs everything into one file, or into a package for other bundlers, puts modules of
 * its own in this one's place: `xtask/pack/`.
 */

/** @param {Response} response @returns {Response} */
const ok = (response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
};

/** @returns {Promise<string>} */
export const loadStyle = async () => ok(await fetch(new URL('./style.css', import.meta.url))).text();

/** @returns {Promise<string>} the article that the page shows as an example */
export const loadSample = async () => ok(await fetch(new URL('./sample.txt', import.meta.url))).text();

/** @returns {Promise<WebAssembly.Module>} rejects with whatever kept it from loading */
export async function compileModule() {
  const response = ok(await fetch(new URL('./pkg/reperes_bg.wasm', import.meta.url)));
  const streams = response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * @param {number} made  how many instances were made here before
 * @returns {Promise<typeof import('./pkg/reperes.js')>} glue that has no instance yet
 */
export const loadGlue = (made) => import(new URL(`./pkg/reperes.js${made ? `?${made}` : ''}`, import.meta.url).href);

/** @returns {Promise<typeof import('./exporter.js')>} what writes exports */
export const loadExporter = () => import(new URL('./exporter.js', import.meta.url).href);

/** Where a policy asks for trusted types: makes one address, the worker's. @type {any} */
let policy;

/** @returns {Worker} */
export function startWorker() {
  const url = new URL('./worker.js', import.meta.url).href;
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('reperes', { createScriptURL: () => url });
  return new Worker(policy?.createScriptURL('') ?? url, { type: 'module', name: 'reperes' });
}
