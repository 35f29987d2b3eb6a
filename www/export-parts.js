// @ts-check
/**
 * Where that lies which is loaded only when someone exports, shares or compares. As for `parts.js`, packers put modules of their own in this one's place.
 */

/** @param {string} address @returns {Promise<Response>} */
async function ask(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  return response;
}

/** @returns {Promise<WebAssembly.Module>} the module of exports; rejects with whatever kept it from loading */
export const compileExport = async () => WebAssembly.compile(await (await ask(new URL('./pkg/export/reperes_bg.wasm', import.meta.url).href)).arrayBuffer());

/**
 * @param {number} made  how many instances were made here before
 * @returns {Promise<typeof import('./pkg/export/reperes.js')>} glue that has no instance yet
 */
export const loadExportGlue = (made) => import(new URL(`./pkg/export/reperes.js${made ? `?${made}` : ''}`, import.meta.url).href);

/** @returns {Promise<string>} the style sheet of what is opened from the page */
export const loadMoreStyle = async () => (await ask(new URL('./more.css', import.meta.url).href)).text();
