// @ts-check
/** `npm run screenshot`: the pictures of the README: the sample article in light, in dark, on a phone, and in a hostile host. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, here, launch, serve, watched, www } from './harness.js';

const folder = join(here, '../../www/screenshots');
mkdirSync(folder, { recursive: true });

const sample = readFileSync(join(www, 'sample.txt'), 'utf8').replace(/&/g, '&amp;').replace(/</g, '&lt;');
const host = `<!doctype html><html lang="fr"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Hôte</title><style>
  * { all: unset !important; display: block !important; font: 15px monospace !important; color: #060 !important; }
  body { background: #cfc !important; padding: 1.5em !important; } head, head * { display: none !important; }
</style><script type="module" src="reperes.js"></script><body><p>HOST PAGE * { all: unset !important }</p><br>
<reperes-article published="2025-10-14">${sample}</reperes-article>`;

const [server, browser] = await Promise.all([serve({ pages: { '/host.html': host } }), launch({ args: ['--lang=fr-FR'] })]);

/** @param {string} name @param {import('playwright-core').BrowserContextOptions} options @param {string} [path] */
async function shoot(name, options, path = '') {
  const { page, close } = await watched(browser, server.url, { viewport: { width: 1180, height: 860 }, reducedMotion: 'reduce', ...options });
  await page.goto(server.url + path);
  if (!path) await page.click('#sample');
  await drawn(page);
  if (!options.isMobile) await page.locator('.facts .essential').nth(1).click();
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300); // what was on its way to being drawn
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await close();
}

await shoot('light', {});
await shoot('dark', { colorScheme: 'dark' });
await shoot('phone', { viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 1 });
await shoot('hostile', {}, 'host.html');
await browser.close();
await server.close();
