// Minifies the scripts and style sheets of one folder into another: node minify.mjs FROM TO
// Each file stays a file of its own: they find one another, the worker and the module by their places.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const [from, to] = process.argv.slice(2);
const files = readdirSync(from, { recursive: true }).filter((name) => /\.(js|css)$/.test(name));
await build({
  entryPoints: files.map((name) => join(from, name)),
  outbase: from,
  outdir: to,
  minify: true,
  format: 'esm',
  target: 'esnext', // as it was written: which browsers it is written for is not decided here
  charset: 'utf8',
  logLevel: 'warning',
});
