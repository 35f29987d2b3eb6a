// @ts-check
/** `npm run screenshot`: the sample article as the README shows it, with one quotation's evidence marked. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { here, launch, serve, watched } from './harness.js';

const folder = join(here, '../../www');
const [server, browser] = await Promise.all([serve(), launch({ args: ['--lang=fr-FR'] })]);
const { page } = await watched(browser, server.url, { viewport: { width: 1120, height: 800 }, reducedMotion: 'reduce' });
await page.goto(server.url);
await page.click('#sample');
await page.locator('.facts .saying').nth(1).click();
await page.evaluate(() => scrollTo(0, 0));
await page.mouse.move(0, 0);
await page.waitForTimeout(200); // what was on its way to being drawn
mkdirSync(folder, { recursive: true });
await page.screenshot({ path: join(folder, 'screenshot.png') });
await browser.close();
await server.close();
