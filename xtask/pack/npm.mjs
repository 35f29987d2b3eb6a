// Packs the npm package: node npm.mjs ROOT TO VERSION
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { glueFrom, partsFrom, read } from './plugins.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [root, to, version] = process.argv.slice(2);
const from = (name) => join(root, 'npm', name);
const www = (name) => join(root, 'www', name);
const settings = { bundle: true, minify: true, format: 'esm', target: 'esnext', charset: 'utf8', logLevel: 'warning', outdir: to };
const parts = (which) => ({ plugins: [partsFrom(here, which), glueFrom(www('pkg'))] });

// One engine serves the page, whichever entry asked for it.
await build({ ...settings, ...parts('package'), splitting: true, entryPoints: ['index.js', 'element.js', 'define.js', 'export.js'].map(from) });
await build({ ...settings, ...parts('worker'), entryPoints: [www('worker.js')] });
await build({ ...settings, ...parts('node'), platform: 'node', entryPoints: [from('node.js')] });
await build({ ...settings, ...parts('node'), platform: 'node', entryPoints: { 'node-export': from('export.js') } });
await build({ ...settings, entryPoints: [www('style.css')] });

mkdirSync(join(to, 'pkg/export'), { recursive: true });
const copies = {
  'pkg/reperes_bg.wasm': www('pkg/reperes_bg.wasm'),
  'pkg/export/reperes_bg.wasm': www('pkg/export/reperes_bg.wasm'),
  'report.d.ts': www('report.d.ts'),
  'report.schema.json': www('report.schema.json'),
  'article.d.ts': www('element.d.ts'),
  'index.d.ts': from('index.d.ts'),
  'element.d.ts': from('element.d.ts'),
  'exporter.d.ts': www('exporter.d.ts'),
  'export.d.ts': www('exporter.d.ts'),
  'worker.d.ts': from('worker.d.ts'),
  'custom-elements.json': from('custom-elements.json'),
  'README.md': from('README.md'),
  'LICENSE-MIT': join(root, 'LICENSE-MIT'),
  'LICENSE-APACHE': join(root, 'LICENSE-APACHE'),
};
for (const [name, file] of Object.entries(copies)) cpSync(file, join(to, name));
writeFileSync(join(to, 'package.json'), `${JSON.stringify({ version, ...JSON.parse(read(from('package.json'))) }, null, 2)}\n`);
