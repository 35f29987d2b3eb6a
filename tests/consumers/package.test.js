// The npm package, packed, installed from its tarball and used. `cargo xtask dist` writes dist/npm; what is built from it here, a browser opens elsewhere.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import Papa from 'papaparse';
import { build } from 'vite';
import webpack from 'webpack';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const work = process.env.WORK ?? join(root, 'target/consumers');
const installed = join(here, 'node_modules/reperes');
const bin = (name) => join(here, 'node_modules', name);
let tarball;

before(() => {
  mkdirSync(work, { recursive: true });
  const [packed] = JSON.parse(execFileSync('npm', ['pack', join(root, 'dist/npm'), '--pack-destination', work, '--json'], { encoding: 'utf8' }));
  tarball = join(work, packed.filename);
  // As npm unpacks it, but without a look at the registry.
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed);
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
});

/** Runs a script of a package and gives what it printed. */
function run(script, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', cwd: here });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

test('publint finds nothing', () => {
  run(bin('publint/src/cli.js'), installed, '--strict');
});

test('attw finds the types right for everyone who can import the package', () => {
  // Node's `require` gets the module itself (from 22 on); resolution of before 2020 knows no exports.
  run(bin('@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--exclude-entrypoints', './reperes.wasm', './export.wasm', './report.schema.json', './custom-elements.json');
});

test('a Node script reads, and errors keep their names', () => {
  const [found, exported, refused, error] = run(join(here, 'examples/node.mjs')).trim().split('\n');
  assert.deepEqual(JSON.parse(found), { words: 'Nous signerons mardi', speaker: 'Claire Morel' });
  assert.deepEqual([refused, error], ['TypeError', 'TypeError']);
  const { csv, changed } = JSON.parse(exported);
  assert.equal(changed, 1);
  const { data } = Papa.parse(csv, { header: true, skipEmptyLines: true });
  assert.deepEqual(data.map(({ speaker, words, link }) => [speaker, words, link]), [['Claire Morel', 'Nous signerons mardi', 'https://example.org/a#:~:text=Nous%20signerons%20mardi']]);
});

test('importing the class under Node does no harm', async () => {
  const { ReperesArticle } = await import('reperes/element');
  assert.equal(typeof ReperesArticle, 'function');
  await import('reperes/define');
});

test('TypeScript takes and refuses what it should', () => {
  const config = join(here, 'node_modules/.typed.json');
  const compilerOptions = { strict: true, noEmit: true, module: 'nodenext', target: 'es2024', lib: ['es2024', 'dom', 'dom.iterable'], types: [] };
  writeFileSync(config, JSON.stringify({ compilerOptions, files: ['../examples/typed.ts'] }));
  run(bin('typescript/bin/tsc'), '--project', config);
});

test('the manifest of the element says what the source has', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
  const [{ attributes, cssParts, cssProperties, events }] = manifest.modules[0].declarations;
  const names = (list) => list.map(({ name }) => name).sort();
  const sources = readdirSync(join(root, 'www')).filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(root, 'www', name), 'utf8')).join('\n');
  const style = readFileSync(join(root, 'www/style.css'), 'utf8');
  const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  assert.deepEqual(names(cssParts), all(sources, /part: '([a-z]+)'/g));
  assert.deepEqual(names(events), all(sources, /'(reperes-(?:report|select|error))'/g));
  assert.deepEqual(names(cssProperties), all(style, /var\((--reperes-[a-z]+)/g));
  const [, observed] = sources.match(/observedAttributes = \[(.*?)\]/);
  assert.deepEqual(names(attributes), [...all(observed, /'([^']+)'/g), 'facts', 'theme'].sort());
});

// As the README tells Vue's users.
const plugins = { vue: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'reperes-article' } } })] };
for (const example of ['page', 'react', 'vue']) {
  test(`Vite builds the ${example}`, async () => {
    const outDir = join(work, example);
    const { output } = await build({ root: join(here, 'examples', example), base: './', logLevel: 'error', configFile: false, plugins: plugins[example], build: { outDir, emptyOutDir: true } });
    const files = output.map(({ fileName }) => fileName);
    for (const part of [/reperes_bg.*\.wasm$/, /worker.*\.js$/, /style.*\.css$/]) assert.ok(readdirSync(join(outDir, 'assets')).some((file) => part.test(file)), `${part} in ${files}`);
  });
}

test('webpack builds the page', async () => {
  const [context, path] = [join(here, 'examples/page'), join(work, 'webpack')];
  const stats = await new Promise((resolve, reject) => {
    webpack({ mode: 'production', context, entry: './main.js', output: { path, clean: true }, performance: { hints: false } }, (error, stats) => (error ? reject(error) : resolve(stats)));
  });
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString({ colors: false }));
  cpSync(join(context, 'index.html'), join(path, 'index.html'));
  for (const part of [/\.wasm$/, /\.css$/, /^main\.js$/]) assert.ok(readdirSync(path).some((file) => part.test(file)), `${part}`);
});
