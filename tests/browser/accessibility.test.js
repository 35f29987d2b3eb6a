// @ts-check
/** The page in every state as axe-core sees it: no violation, in light and in dark. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { ENGINE, drawn, launch, pasteText, serve, test, watched } from './harness.js';

/** @import { Browser, Page } from 'playwright-core' */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  empty: async () => {},
  read: async () => {},
  'card open': (page) => page.locator('.text mark[data-kind="person"]').first().click(),
  'evidence marked': (page) => page.locator('.facts .saying').first().click(),
  'kinds hidden': (page) => page.click('[data-switch="date"]'),
  'in English': (page) => page.click('#language'),
  'reason asked': async (page) => {
    await page.locator('.facts .figures .line').first().click();
    await page.locator('.facts .why-line').click();
  },
  'about to correct': async (page) => {
    await page.locator('.text mark[data-kind="person"]').first().click();
    await page.locator('.card .correct summary').click();
  },
  corrected: async (page) => {
    await page.locator('.text mark[data-kind="person"]').first().click();
    await page.locator('.card .correct summary').click();
    await page.locator('.card .correct .tool').last().click();
    await page.locator('.status button').waitFor();
    await page.locator('.tools summary').click();
  },
  'words found': (page) => page.fill('.find', 'sommet'),
  'everything unfolded': (page) => page.locator('.frame').evaluate((frame) => frame.querySelectorAll('details').forEach((details) => (details.open = true))),
  'a text is there to come back': async (page) => {
    await page.click('#clear');
    await page.locator('#undo').waitFor();
  },
  'about to export': async (page) => {
    await page.click('#more [value="export"]');
    await page.locator('dialog.more').waitFor();
  },
  'about to share': async (page) => {
    await page.click('#more [value="share"]');
    await page.locator('.more-share button').waitFor();
  },
  compared: async (page) => {
    await page.click('#more [value="compare"]');
    await page.fill('#more-other', 'Claire Morel a dit « oui » à Brenne.\n\nLa grève a réuni 300 soignants.');
    await page.locator('.more-field button').click();
    await page.locator('.more-panes').waitFor();
  },
  'not French': async (page) => {
    await page.click('#clear');
    await pasteText(page, 'The government said on Tuesday that it would not sign the agreement, and that the talks would go on for another week.');
    await page.locator('.status[data-tone="problem"]').waitFor();
  },
};

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => {
  [browser, server] = await Promise.all([launch(), serve()]);
});
after(async () => {
  await browser.close();
  await server.close();
});

test('at 320 pixels nothing sticks out, whatever is open', async () => {
  const { page, close } = await watched(browser, server.url, { viewport: { width: 320, height: 640 } });
  try {
    await page.goto(server.url);
    for (const state of ['empty', 'read', 'card open']) {
      if (state === 'read') {
        await page.click('#sample');
        await drawn(page);
      }
      if (state === 'card open') await page.locator('.text mark').first().click();
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= window, `${state}: ${content} of ${window}`);
    }
  } finally {
    await close();
  }
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1280, 390]) {
    for (const [state, reach] of Object.entries(STATES)) {
      test(`${state}, ${colorScheme}, ${width} pixels`, async () => {
        const { page, close } = await watched(browser, server.url, {
          colorScheme, viewport: { width, height: 900 }, ...(ENGINE === 'chromium' && { bypassCSP: true }),
        });
        try {
          await page.goto(server.url);
          if (state !== 'empty') {
            await page.click('#sample');
            await drawn(page);
          }
          await reach(page);
          if (ENGINE !== 'chromium') { // where only the system would choose it
            await page.evaluate((colorScheme) => (document.body.style.colorScheme = colorScheme), colorScheme);
          }
          await page.evaluate(() => document.querySelector('reperes-article')?.shadowRoot?.getAnimations().forEach((animation) => animation.finish()));
          await page.evaluate(AXE);
          const { violations } = await page.evaluate(() => /** @type {any} */ (globalThis).axe.run());
          assert.deepEqual(
            violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.slice(0, 3).map((/** @type {any} */ node) => `${node.html} ${node.any.concat(node.all, node.none).map((/** @type {any} */ check) => check.message)}`).join('; ')}`),
            [],
          );
        } finally {
          await close();
        }
      });
    }
  }
}
