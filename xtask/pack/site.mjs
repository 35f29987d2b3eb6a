// Packs the scripts and style sheets of one folder into another: node site.mjs FROM TO
// Scripts that a page or a worker begins with keep their names and places, for they find one another, the module and the style
// sheet by these; what they import is bundled: each is one file, which one hash can vouch for. What is loaded only when someone asks for it is bundled apart.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { minify } from 'terser';

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
await build({ ...settings, entryPoints: places('reperes.js', 'worker.js', 'style.css'), bundle: true });
// Of the glue what is called: the page compiles the module itself, while all else loads.
const glue = { contents: "export { initSync, read } from './pkg/reperes.js'", resolveDir: from };
await build({ ...settings, outdir: undefined, outbase: undefined, stdin: glue, outfile: join(to, 'pkg/reperes.js'), bundle: true });
await build({ ...settings, entryPoints: places('exporter.js', 'more.js', 'more.css', 'pkg/export/reperes.js'), bundle: true, external: ['./exporter.js'] });
await build({ ...settings, entryPoints: places('page.js') }); // it imports `reperes.js` alone

// What one minifier leaves the other finds: some 700 bytes in brotli.
for (const file of ['reperes.js', 'worker.js', 'pkg/reperes.js', 'page.js', 'exporter.js', 'more.js', 'pkg/export/reperes.js']) {
  const { code } = await minify(readFileSync(join(to, file), 'utf8'), { module: true, ecma: 2020, compress: { passes: 6, pure_getters: true, unsafe_arrows: true, unsafe_methods: true, hoist_funs: true } });
  writeFileSync(join(to, file), code);
}

// The page asks early for nothing that is bundled.
const page = readFileSync(join(from, 'index.html'), 'utf8').replace(/^ *<link rel="modulepreload".*\n/gm, '');
writeFileSync(join(to, 'index.html'), page);

// What others embed, with what the script will ask for asked for at once, and the hashes by which a browser refuses anything else.
const integrity = Object.fromEntries(['reperes.js', 'worker.js', 'style.css', 'pkg/reperes.js', 'pkg/reperes_bg.wasm', 'exporter.js', 'pkg/export/reperes.js', 'pkg/export/reperes_bg.wasm'].map((name) => {
  const bytes = readFileSync(join(to, name));
  return [name, `sha384-${createHash('sha384').update(bytes).digest('base64')}`];
}));
writeFileSync(join(to, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
writeFileSync(join(to, 'embed.html'), `<script type="module" src="reperes.js" integrity="${integrity['reperes.js']}" crossorigin="anonymous"></script>
<link rel="preload" href="pkg/reperes_bg.wasm" as="fetch" type="application/wasm" crossorigin>
<link rel="preload" href="style.css" as="fetch" crossorigin>
<link rel="modulepreload" href="pkg/reperes.js">
<reperes-article published="2025-10-14">…</reperes-article>
`);
