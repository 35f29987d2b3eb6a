// Packs the scripts and style sheets of one folder into another: node minify.mjs FROM TO
// Scripts that a page or a worker begins with keep their names and places, for they find one another, the module and the style
// sheet by these; what they import is bundled, which is fewer requests and, compressed as one, fewer bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const [from, to] = process.argv.slice(2);
const settings = {
  outbase: from,
  outdir: to,
  minify: true,
  format: 'esm',
  target: 'esnext', // as it was written: which browsers it is written for is not decided here
  charset: 'utf8',
  logLevel: 'warning',
};
const places = (...names) => names.map((name) => join(from, name));
const { metafile } = await build({ ...settings, entryPoints: places('reperes.js', 'worker.js', 'style.css', 'pkg/reperes.js'), bundle: true, splitting: true, metafile: true });
await build({ ...settings, entryPoints: places('page.js') }); // it imports `reperes.js` alone

// The page asks early for what its scripts import, and for nothing that is bundled.
const [, { imports }] = Object.entries(metafile.outputs).find(([file]) => relative(to, file) === 'reperes.js');
const links = imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => `    <link rel="modulepreload" href="${relative(to, path)}">\n`);
const preload = /^ *<link rel="modulepreload".*\n/gm;
const page = readFileSync(join(from, 'index.html'), 'utf8');
const at = page.search(preload);
writeFileSync(join(to, 'index.html'), page.slice(0, at) + links.join('') + page.slice(at).replace(preload, ''));
