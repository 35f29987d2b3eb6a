// @ts-check
/**
 * The link that holds the article, and what is made of one that the page was opened with.
 *
 * @import { MoreStrings } from './more-strings.js'
 * @import { Page, Tools } from './more-dialog.js'
 */

import { h } from './dom.js';
import { BadLink, LONGEST, pack, unpack } from './share.js';

/** Longer links some messengers cut. */
const SAFE = 2_000;

/** @param {Page} page @param {MoreStrings} strings @param {Tools} tools */
export function shareView({ article, state }, strings, { button, copy, say }) {
  const words = strings.share;
  /** @param {number} n */
  const number = (n) => n.toLocaleString(strings.locale);
  const { text, told, date, dated } = state();
  const link = h('textarea', { readonly: true, rows: 4, 'aria-label': words.address, 'aria-describedby': 'more-length', spellcheck: 'false' });
  const length = h('p', { class: 'more-length', id: 'more-length' });
  const copying = button(words.copy, () => copy(link.value));
  const content = h('div', { class: 'more-share', 'aria-busy': 'true' });
  pack({ text, told, date: dated ? date : '', ...article.corrections }).then((fragment) => {
    content.removeAttribute('aria-busy');
    if (fragment.length > LONGEST) return content.replaceChildren(h('p', { class: 'more-problem' }, words.tooLong(number(fragment.length), number(LONGEST))));
    link.value = location.href.split('#')[0] + fragment;
    length.textContent = words.length(number(link.value.length), number(LONGEST));
    content.replaceChildren(link, length,
      ...(link.value.length > SAFE ? [h('p', {}, words.warning)] : []),
      ...(location.protocol === 'file:' ? [h('p', {}, words.onDisk)] : []),
      h('div', { class: 'more-actions' }, copying));
    link.select();
  }, () => say(strings.failed));
  return { title: words.title, about: words.about, content: [content] };
}

/** Shows the article that a fragment holds, or says why not. @param {string} fragment @param {Page} page @param {MoreStrings} strings */
export async function receive(fragment, { article, take, say }, { share }) {
  let shared;
  try {
    shared = await unpack(fragment);
  } catch (error) {
    return say(error instanceof BadLink && error.newer ? share.newer : share.broken, true);
  }
  const { text, told, date, rules, edits } = shared;
  take(text, new Map(told), date);
  await null; // the element has seen the new text by then
  await article.read();
  if (rules.length || edits.size) {
    article.corrections = { rules, edits };
    await article.read();
  }
  say(share.received);
}
