// @ts-check
/**
 * Provable privacy: of all requests while an article is read none is for anything but the page's own files, and none comes
 * after these; the module can't ask for one, for it is given nothing to ask with.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { ENGINE, drawn, launch, serve, test, watched, www } from './harness.js';

/** @import { Browser } from 'playwright-core' */

/** @type {Browser} */
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('the page asks for its own files when it loads, and for nothing when it reads', async () => {
  /** @type {string[]} */
  const served = [];
  const server = await serve({ asked: (path) => served.push(path) });
  const { page, complaints, close } = await watched(browser, server.url);
  /** @type {string[]} */
  const asked = [];
  if (ENGINE !== 'webkit') page.context().on('request', (request) => void asked.push(request.url())); // its driver does not tell, its server does
  try {
    await page.goto(server.url);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('reperes-article'))?.shadowRoot);
    // All is there once a first text is read by the worker; the sample is a file of the page that is asked for by a click.
    await page.click('#sample');
    await drawn(page);
    await page.locator('#paste').fill('Claire Morel est à Lyon.');
    await page.locator('.text', { hasText: 'Claire Morel' }).waitFor();
    await page.waitForTimeout(500);
    const [before, first] = [served.length, asked.length];
    const sample = readFileSync(join(www, 'sample.txt'), 'utf8');
    await page.locator('#paste').fill(sample);
    await page.locator('.text', { hasText: sample.split('\n')[0] }).waitFor();
    await page.locator('.facts .people .name').first().click();
    await page.waitForTimeout(300);
    assert.deepEqual([served.slice(before), asked.slice(first)], [[], []]);
    assert.deepEqual(served.filter((path) => !/^\/(?:$|(?:pkg\/)?[\w-]+\.(?:js|css|txt|wasm)$)/.test(path)), []);
    assert.deepEqual(complaints, []);
    assert.equal(await page.locator('#requests').innerText(), '0');
    // The count is the browser's, and would tell: of what goes elsewhere, and of words in an address.
    await page.evaluate(() => fetch('sample.txt?words').then((response) => response.text()));
    await page.locator('#requests', { hasText: '1' }).waitFor();
  } finally {
    await close();
    await server.close();
  }
});

/** What the module is given: strings, lists, objects and errors to make and look at, and a clock to time itself. No randomness, no network, no storage, no DOM. */
const IMPORTS = /^__wbg_(?:Error|Number|entries|from|get|get_unchecked|instanceof_Object|isArray|length|new|now|set|toString|__wbindgen_(?:throw|is_null|is_undefined|string_get|boolean_get|number_get|is_object|is_string))_[0-9a-f]{16}$|^__wbindgen_(?:init_externref_table|generic_\d+)$/;

test('the module is given nothing that reaches out', async () => {
  const module = await WebAssembly.compile(readFileSync(join(www, 'pkg/reperes_bg.wasm')));
  const imports = WebAssembly.Module.imports(module);
  assert.deepEqual(imports.filter(({ name, kind }) => kind !== 'function' || !IMPORTS.test(name)).map(({ name }) => name), []);
  const glue = readFileSync(join(www, 'pkg/reperes.js'), 'utf8');
  const given = glue.slice(glue.indexOf('function __wbg_get_imports'), glue.indexOf('__wbindgen_init_externref_table'));
  assert.match(given, /performance\.now/);
  assert.doesNotMatch(given, /fetch|XMLHttp|WebSocket|sendBeacon|crypto|random|Date|document|window|navigator|localStorage|indexedDB|import\(/i);
});
