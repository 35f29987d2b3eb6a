// What the packers share: plugins of esbuild that put other modules in the place of some.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * `www/parts.js` and `www/export-parts.js`, which know where the parts lie, give way to other modules. These may still take things from them.
 *
 * @param {string} folder
 * @param {string} which  `parts-WHICH.js` and `export-parts-WHICH.js`
 */
export const partsFrom = (folder, which) => ({
  name: 'parts',
  setup(packing) {
    packing.onResolve({ filter: /^\.\/(?:export-)?parts\.js$/ }, ({ path }) => ({ path: join(folder, path.replace('.js', `-${which}.js`)), sideEffects: false }));
  },
});

/**
 * `reperes:glue`, and for the module of exports `reperes:export-glue`, is the module's glue as a function that gives a fresh one, for glue keeps one instance for ever, and one that trapped stays broken.
 *
 * @param {string} folder  where the modules lie
 */
export const glueFrom = (folder) => ({
  name: 'glue',
  setup(packing) {
    packing.onResolve({ filter: /^reperes:(?:export-)?glue$/ }, ({ path }) => ({ path: join(folder, path === 'reperes:glue' ? '' : 'export', 'reperes.js'), namespace: 'glue', sideEffects: false }));
    packing.onLoad({ filter: /.*/, namespace: 'glue' }, async ({ path }) => {
      // It would look for the module beside itself if it were given none.
      const define = { 'import.meta.url': '""' };
      const { outputFiles: [{ text }] } = await build({ entryPoints: [path], bundle: true, format: 'iife', globalName: 'glue', write: false, define });
      return { contents: `export default () => { ${text}\nreturn glue; };` };
    });
  },
});

/**
 * `reperes:NAME` is a text.
 *
 * @param {Record<string, string>} texts by name
 */
export const textsFrom = (texts) => ({
  name: 'texts',
  setup(packing) {
    packing.onResolve({ filter: /^reperes:/ }, ({ path }) => (path.slice(8) in texts ? { path, namespace: 'text', sideEffects: false } : undefined));
    packing.onLoad({ filter: /.*/, namespace: 'text' }, ({ path }) => ({ contents: texts[path.slice(8)], loader: 'text' }));
  },
});

/** @param {string} file @returns {string} */
export const read = (file) => readFileSync(file, 'utf8');
