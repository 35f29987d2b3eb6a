// What the packers share: plugins of esbuild that put other modules in the place of some.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * `www/parts.js`, which knows where the parts lie, gives way to another module. That one may still take things from it.
 *
 * @param {string} file
 */
export const partsFrom = (file) => ({
  name: 'parts',
  setup(packing) {
    packing.onResolve({ filter: /^\.\/parts\.js$/ }, () => ({ path: file, sideEffects: false }));
  },
});

/**
 * `reperes:glue` is the module's glue as a function that gives a fresh one, for glue keeps one instance for ever, and one that trapped stays broken.
 *
 * @param {string} file
 */
export const glueFrom = (file) => ({
  name: 'glue',
  setup(packing) {
    packing.onResolve({ filter: /^reperes:glue$/ }, () => ({ path: file, namespace: 'glue', sideEffects: false }));
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
