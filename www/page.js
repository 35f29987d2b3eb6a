// @ts-check
/**
 * The page around one `<reperes-article>`: a box to paste into or drop a file on, the date of publication, a sample. All it
 * does is hand text and date to the element, as any embedding page would. Of a web page it hands over a clean copy: its
 * lines as headings, paragraphs, list items, and as `<aside>` what is not the article. What few ask for, `more.js`, is
 * loaded when they do.
 */

import { h, loadSample, readLines, structureOf, textOf } from './reperes.js';

/** @import { LineKind } from './structure.js' */

/** Where a policy asks for trusted types: pages are parsed, and only where nothing runs. */
const inert = /** @type {any} */ (globalThis).trustedTypes?.createPolicy('reperes-page', { createHTML: String });

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId('form'));
const paste = /** @type {HTMLTextAreaElement} */ (byId('paste'));
const published = /** @type {HTMLInputElement} */ (byId('published'));
const box = /** @type {HTMLElement} */ (paste.parentElement);
const sample = byId('sample');
const clear = byId('clear');
const undo = byId('undo');
const more = byId('more');
const hint = byId('hint');
const language = byId('language');
const article = /** @type {import('./article-element.js').ReperesArticle} */ (byId('article'));

/** Says beside the date what the page holds under that name, in its language, or the words themselves. @param {string} name @param {boolean} [problem] */
function say(name, problem = false) {
  hint.textContent = hint.dataset[name] ?? name;
  hint.toggleAttribute('data-problem', problem);
}

/** What the markup said of the lines in the box, by their words: they keep it while others are edited. @type {Map<string, LineKind>} */
let told = new Map();
/** Whether the date in its field is the reader's own; else it is what was found in the text. */
let dated = false;

/** @typedef {{ text: string, told: Map<string, LineKind>, date: string, dated: boolean }} State */
/** What stood there before the last paste. @type {State | null} */
let before = null;

/** Elements for the lines of which the markup said something. @type {Record<LineKind, keyof HTMLElementTagNameMap>} */
const TAGS = { headline: 'h1', subhead: 'h2', listItem: 'li', caption: 'figcaption', noise: 'aside', '': 'p' };

/** The text of the box, into the element. */
function read() {
  const filled = paste.value.trim() !== '';
  document.body.toggleAttribute('data-filled', filled);
  clear.hidden = !filled;
  undo.hidden = !before;
  more.hidden = !filled;
  article.hidden = !filled;
  const title = [...told].find(([, kind]) => kind === 'headline')?.[0];
  box.toggleAttribute('data-title', !!title);
  if (title) box.dataset.title = title;
  if (told.size) {
    article.replaceChildren(...paste.value.split('\n').filter((line) => line.trim()).map((line) => h(TAGS[told.get(line) ?? ''], {}, line)));
  } else if (article.textContent !== paste.value || article.childElementCount) article.textContent = paste.value;
}

/** The date of the field, into the element; one that can't be used is not handed on. */
function date() {
  const problem = !published.validity.valid;
  published.setAttribute('aria-invalid', String(problem));
  say(problem ? 'badDate' : '', problem);
  if (dated && published.value && !problem) article.setAttribute('published', published.value);
  else article.removeAttribute('published');
}

/** Another text, in the place of the one that is there. @param {string} text @param {Map<string, LineKind>} [kinds] @param {string} [day] */
function take(text, kinds = new Map(), day = '') {
  const now = { text: paste.value, told, date: published.value, dated };
  before = now.text.trim() ? now : null;
  put({ text, told: kinds, date: day, dated: day !== '' });
}

/** @param {State} state */
function put(state) {
  paste.value = state.text;
  published.value = state.date;
  ({ told, dated } = state);
  paste.blur();
  date();
  read();
}

/**
 * A page or part of one: parsed where nothing runs and nothing loads. Its styles and handlers are renamed before, for the
 * browser reports each to the console as refused.
 *
 * @param {string} html
 */
function takeHtml(html) {
  const bare = html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/[\s/"'](?=(?:style|on\w+)\s*=)/gi, '$&_'));
  const { body } = new DOMParser().parseFromString(inert?.createHTML(bare) ?? bare, 'text/html');
  const lines = readLines(body);
  const kinds = structureOf(lines, body);
  take(textOf(lines), new Map(lines.flatMap(({ text }, i) => (kinds[i] ? [[text, kinds[i]]] : []))));
}

/** @param {DataTransfer | null} data  from the clipboard, or dropped @returns {boolean} whether there was something to read */
function takeFrom(data) {
  const [html, text] = [data?.getData('text/html') ?? '', data?.getData('text/plain') ?? ''];
  if (/<(?:p|h[1-6]|li|div|article|br)\b/i.test(html)) takeHtml(html);
  else if (text.trim()) take(text);
  else return false;
  return true;
}

paste.addEventListener('input', read);
paste.addEventListener('blur', () => { paste.scrollTop = 0; }); // its first line is what stays in view
for (const event of ['input', 'change', 'blur']) {
  published.addEventListener(event, () => {
    dated ||= event === 'input';
    date();
  });
}
form.addEventListener('submit', (event) => event.preventDefault());
clear.addEventListener('click', () => {
  take('');
  paste.focus();
});
undo.addEventListener('click', () => {
  const state = before;
  before = null;
  if (state) put(state);
});

sample.addEventListener('click', async () => {
  try {
    take(await loadSample(), undefined, sample.dataset.published);
  } catch {
    say('missing', true);
  }
});

// A paste anywhere on the page is meant for the box; into a text that is there it inserts what is pasted.
document.addEventListener('paste', (event) => {
  if (/** @type {Element} */ (event.target).closest('#published, dialog')) return;
  const { selectionStart, selectionEnd, value } = paste;
  const into = event.target === paste && value.trim() !== '' && selectionEnd - selectionStart < value.length;
  if (!into && takeFrom(event.clipboardData)) event.preventDefault();
});

/** Exports, a link to share; or the article in a link that the page was opened with. @param {string} what */
const ask = (what) => import('./more.js').then(
  ({ open }) => open(what, { article, state: () => ({ text: paste.value, told, date: published.value, dated }), take, say }),
  () => say('missing', true),
);
more.addEventListener('click', ({ target }) => {
  const { value } = /** @type {HTMLButtonElement} */ (target);
  if (value) ask(value);
});
const receive = () => location.hash.startsWith('#article=') && ask(location.hash);
addEventListener('hashchange', receive);

document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (!file) return takeFrom(event.dataTransfer);
  const html = /\.x?html?$/i.test(file.name);
  if (!html && !/^text\/|^$/.test(file.type)) return say('badFile', true);
  const bytes = await file.arrayBuffer();
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes); // what older programs write
  }
  if (html) takeHtml(text);
  else take(text);
});

article.addEventListener('reperes-report', () => {
  if (dated || !published.validity.valid) return;
  const day = article.report?.published;
  published.value = day && day.length > 7 ? day : '';
  say(day ? 'found' : article.report?.notes.some(({ code }) => code === 'noPublicationDate') ? 'needed' : '');
});

// What could carry words away: requests to elsewhere, or with words in their address.
let requests = 0;
new PerformanceObserver((list) => {
  for (const { name } of list.getEntries()) if (/^http/.test(name) && !(name.startsWith(new URL('.', location.href).href) && !/\?\D/.test(name))) requests++;
  byId('requests').textContent = String(requests);
}).observe({ type: 'resource', buffered: true });

// The pasted text stays in the box, in full view where it could not be read.
article.addEventListener('reperes-error', () => document.body.removeAttribute('data-filled'));

// The page stands in French and holds its English beside: of an element's text in `data-en`, of an attribute in `data-en-` with its name.
language.addEventListener('click', () => {
  const english = document.documentElement.lang === 'fr';
  document.documentElement.lang = english ? 'en' : 'fr';
  article.setAttribute('ui-lang', document.documentElement.lang);
  language.lang = english ? 'fr' : 'en';
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const [, attribute] = /^data-en-?(.*)/.exec(name) ?? [];
      if (attribute === undefined) continue;
      element.setAttribute(name, (attribute ? element.getAttribute(attribute) : element.textContent) ?? '');
      if (attribute) element.setAttribute(attribute, value);
      else element.textContent = value;
    }
  }
  date();
});

receive();
read(); // what the browser has kept in the box, or what was typed before this ran
