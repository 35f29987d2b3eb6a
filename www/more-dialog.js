// @ts-check
/**
 * The dialog in which the page shows what was asked for, and what all views have in common: saving, copying, saying what came of it.
 *
 * @import { MoreStrings } from './more-strings.js'
 * @import { LineKind } from './structure.js'
 *
 * @typedef {object} Page  what the page hands over
 * @property {import('./element.d.ts').ReperesArticle} article
 * @property {() => { text: string, told: Map<string, LineKind>, date: string, dated: boolean }} state
 * @property {(text: string, told?: Map<string, LineKind>, day?: string) => void} take
 * @property {(text: string, problem?: boolean) => void} say
 *
 * @typedef {object} Tools
 * @property {(text: string) => void} say
 * @property {(label: string, act: () => unknown, title?: string) => HTMLButtonElement} button  what fails in it is said
 * @property {(text: string) => Promise<void>} copy
 * @property {(text: string, type: string, name: string) => void} save
 */

import { h } from './dom.js';
import { loadMoreStyle } from './export-parts.js';
import { download } from './pictures.js';

/** @type {Promise<void> | undefined} */
let styled;

/** The dialog's own style sheet, asked for once; without it all is there, plainly. */
async function style() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  await loadMoreStyle().then((css) => sheet.replace(css)).catch(() => {});
}

/**
 * @param {MoreStrings} strings
 * @param {(tools: Tools) => { title: string, about: string, wide?: boolean, content: HTMLElement[] }} view
 */
export async function openDialog(strings, view) {
  await (styled ??= style());
  const status = h('p', { class: 'more-status', role: 'status' });
  /** @param {string} text */
  const say = (text) => { status.textContent = text; };
  /** @type {Tools} */
  const tools = {
    say,
    button: (label, act, title) => h('button', { type: 'button', title, onclick: async () => {
      try {
        await act();
      } catch (error) {
        console.error(error);
        say(strings.failed);
      }
    } }, label),
    copy: (text) => navigator.clipboard.writeText(text).then(() => say(strings.copied), () => say(strings.notCopied)),
    save: (text, type, name) => {
      download(new Blob([text], { type }), name);
      say(strings.saved(name));
    },
  };
  const { title, about, wide, content } = view(tools);
  const close = () => dialog.close();
  const dialog = h('dialog', { class: 'more', 'data-wide': wide, lang: strings.locale, 'aria-labelledby': 'more-title' },
    h('div', { class: 'more-sheet' },
      h('header', {},
        h('h2', { id: 'more-title' }, title),
        h('button', { type: 'button', class: 'more-close', 'aria-label': strings.close, title: strings.close, onclick: close }, '×')),
      h('p', { class: 'more-about' }, about),
      content,
      status));
  dialog.addEventListener('click', ({ target }) => target === dialog && close()); // beside the sheet
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
