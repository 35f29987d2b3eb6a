// @ts-check
/**
 * What the page opens when someone asks for it, and loads only then: exports, a link to share, a comparison; and what it makes of a link that it was opened with.
 *
 * @import { MoreStrings } from './more-strings.js'
 * @import { Page, Tools } from './more-dialog.js'
 */

import { compareView } from './compare-view.js';
import { exportView } from './export-view.js';
import { openDialog } from './more-dialog.js';
import { moreStringsFor } from './more-strings.js';
import { receive, shareView } from './share-view.js';

/** @type {Record<string, (page: Page, strings: MoreStrings, tools: Tools) => { title: string, about: string, wide?: boolean, content: HTMLElement[] }>} */
const VIEWS = { export: exportView, share: shareView, compare: compareView };

/** @param {string} what  the name of a view, or a fragment with an article in it @param {Page} page */
export async function open(what, page) {
  const strings = moreStringsFor(document.documentElement.lang);
  if (what.startsWith('#')) await receive(what, page, strings);
  else await openDialog(strings, (tools) => VIEWS[what](page, strings, tools));
}
