// @ts-check
/**
 * The page around one `<reperes-article>`: a box to paste into, the date of publication, a sample. All it does is hand
 * text and date to the element, as any embedding page would.
 */

import { formatDate } from './format.js';

/** Words of the page itself; its French is in `index.html`. */
const ENGLISH = /** @type {Record<string, string>} */ ({
  tagline: 'The names, figures and voices of an article, with the words that prove them.',
  paste: 'Text of the article',
  invitation: 'Paste a French news article here. Its names, figures and quotations appear at once.',
  published: 'Publication date',
  sample: 'Try a sample',
  clear: 'Clear',
  privacy: 'The article is read in your browser and never leaves it. Nothing is kept.',
  embedTitle: 'On your site',
  embed: 'Two lines are enough. The text of your article stays in your page: it is read there, and stands as it is where it can’t be.',
});

/** What the page says beside the date. */
const HINTS = /** @type {Record<string, Record<string, string>>} */ ({
  fr: {
    badDate: 'Cette date n’existe pas ou n’est pas complète. Il faut un jour, un mois et une année.',
    found: 'Trouvée dans le texte\u00A0: ',
    needed: 'Elle situe les dates relatives, comme «\u00A0mardi\u00A0».',
    sampleMissing: 'L’exemple n’a pas pu être chargé.',
  },
  en: {
    badDate: 'This date does not exist or is not complete. It needs a day, a month and a year.',
    found: 'Found in the text: ',
    needed: 'It places relative dates, like “mardi”.',
    sampleMissing: 'The sample could not be loaded.',
  },
});

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
const form = /** @type {HTMLFormElement} */ (byId('form'));
const paste = /** @type {HTMLTextAreaElement} */ (byId('paste'));
const published = /** @type {HTMLInputElement} */ (byId('published'));
const sample = byId('sample');
const clear = byId('clear');
const hint = byId('hint');
const language = byId('language');
const article = /** @type {import('./article-element.js').ReperesArticle} */ (byId('article'));

const words = () => HINTS[document.documentElement.lang] ?? HINTS.fr;

/** @param {string} text @param {boolean} [problem] */
function say(text, problem = false) {
  hint.textContent = text;
  hint.toggleAttribute('data-problem', problem);
}

/** The text of the box, into the element. */
function read() {
  const filled = paste.value.trim() !== '';
  document.body.toggleAttribute('data-filled', filled);
  clear.hidden = !filled;
  article.hidden = !filled;
  if (article.textContent !== paste.value) article.textContent = paste.value;
}

/** The date of the field, into the element; one that can't be used is not handed on. */
function date() {
  const problem = !published.validity.valid;
  published.setAttribute('aria-invalid', String(problem));
  say(problem ? words().badDate : '', problem);
  if (published.value && !problem) article.setAttribute('published', published.value);
  else article.removeAttribute('published');
}

/** @param {string} text */
function fill(text) {
  paste.value = text;
  paste.blur();
  read();
}

paste.addEventListener('input', read);
paste.addEventListener('blur', () => { paste.scrollTop = 0; }); // its first line is what stays in view
paste.addEventListener('paste', () => setTimeout(() => paste.value.trim() && paste.blur())); // the article is what is wanted now
for (const event of ['input', 'change', 'blur']) published.addEventListener(event, date);
form.addEventListener('submit', (event) => event.preventDefault());

clear.addEventListener('click', () => {
  form.reset();
  date();
  read();
  paste.focus();
});

sample.addEventListener('click', async () => {
  try {
    const response = await fetch(new URL('./sample.txt', import.meta.url));
    if (!response.ok) throw new Error(response.statusText);
    const text = await response.text();
    published.value = sample.dataset.published ?? '';
    date();
    fill(text);
  } catch {
    say(words().sampleMissing, true);
  }
});

// A paste anywhere on the page is meant for the box.
document.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain');
  if (!text || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  event.preventDefault();
  fill(text);
});

article.addEventListener('reperes-read', () => {
  const day = article.report?.published;
  if (published.value || !published.validity.valid) return;
  if (day) say(words().found + formatDate(day, document.documentElement.lang));
  else say(article.report?.notes.some(({ code }) => code === 'noPublicationDate') ? words().needed : '');
});

// The pasted text stays in the box, in full view where it could not be read.
article.addEventListener('reperes-error', () => document.body.removeAttribute('data-filled'));

/** French as the page says it, by element and attribute. @type {Map<Element, Record<string, string>>} */
const french = new Map();

language.addEventListener('click', () => {
  const english = document.documentElement.lang === 'fr';
  document.documentElement.lang = english ? 'en' : 'fr';
  article.lang = english ? 'en' : 'fr';
  language.textContent = english ? 'Français' : 'English';
  language.lang = english ? 'fr' : 'en';
  for (const element of document.querySelectorAll('[data-say], [data-say-placeholder], [data-say-aria-label]')) {
    const { say: text, sayPlaceholder: placeholder, sayAriaLabel: label } = /** @type {HTMLElement} */ (element).dataset;
    if (!french.has(element)) {
      french.set(element, {
        text: element.textContent ?? '',
        placeholder: element.getAttribute('placeholder') ?? '',
        label: element.getAttribute('aria-label') ?? '',
      });
    }
    const own = french.get(element) ?? {};
    if (text) element.textContent = english ? ENGLISH[text] : own.text;
    if (placeholder) element.setAttribute('placeholder', english ? ENGLISH[placeholder] : own.placeholder);
    if (label) element.setAttribute('aria-label', english ? ENGLISH[label] : own.label);
  }
  date();
});

read(); // what the browser has kept in the box, or what was typed before this ran
