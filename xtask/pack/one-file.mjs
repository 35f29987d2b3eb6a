// Packs the page with its style, scripts, worker and modules into one file that needs no network: node one-file.mjs WWW FILE
// Modules travel as gzip in base64, which script elements hold as data. What may run is named by its hash, and nothing may be asked for.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { glueFrom, partsFrom, read, textsFrom } from './plugins.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [www, file] = process.argv.slice(2);
const glue = glueFrom(join(www, 'pkg'));

/** @param {string} entry @param {string} parts @param {import('esbuild').BuildOptions} options */
async function bundle(entry, parts, { plugins = [], ...options }) {
  const settings = { bundle: true, minify: true, write: false, target: 'esnext', charset: 'utf8', logLevel: 'warning' };
  const { outputFiles: [{ text }] } = await build({ ...settings, entryPoints: [join(www, entry)], plugins: [partsFrom(here, parts), glue, ...plugins], ...options });
  return text.trimEnd();
}

/** @param {string} name */
const sheet = async (name) => (await transform(read(join(www, name)), { loader: 'css', minify: true, charset: 'utf8' })).code.trimEnd();
const style = await sheet('style.css');
const worker = await bundle('worker.js', 'worker', { format: 'iife' });
const script = await bundle('page.js', 'one-file', { format: 'esm', plugins: [textsFrom({ style, 'more-style': await sheet('more.css'), worker, sample: read(join(www, 'sample.txt')) })] });
const packed = (name) => gzipSync(readFileSync(join(www, name)), { level: 9 }).toString('base64');
const modules = { 'reperes-module': packed('pkg/reperes_bg.wasm'), 'reperes-export': packed('pkg/export/reperes_bg.wasm') };

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; connect-src 'none'; worker-src blob:; img-src data:; require-trusted-types-for 'script'; trusted-types reperes reperes-page`;

/** @param {string} page @param {RegExp} pattern @param {string} text */
function put(page, pattern, text) {
  if (!pattern.test(page)) throw new Error(`index.html has nothing like ${pattern}`);
  return page.replace(pattern, () => text);
}
let page = read(join(www, 'index.html'));
page = put(page, /(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
page = put(page, /<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
page = put(page, /^ *<link rel="(?:module)?preload".*\n(?: *<link rel="modulepreload".*\n)*/m, '');
page = put(page, /^( *)<script type="module" src="reperes.js"><\/script>\n/m, '');
page = put(page, /<script type="module" src="page.js"><\/script>/, `<script type="module">${script}</script>`);
for (const [id, module] of Object.entries(modules)) page = put(page, /(?= *<\/body>)/, `    <script type="application/gzip" id="${id}">${module}</script>\n`);
if (/<[^>]+ (?:src|href)="(?!data:|#)/.test(page.replace(script, ''))) throw new Error('the file still asks for another one');
writeFileSync(file, page);
