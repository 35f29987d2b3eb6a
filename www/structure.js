// @ts-check
/**
 * Which lines of a copied web page are its article. The page is what the browser's own parser made of the clipboard, in
 * a document that never runs or loads anything.
 *
 * The article is looked for as readers of web pages do (Readability and its heirs): prose, that is long lines with few
 * links, votes for the elements it stands in; the one with most votes holds the article, which begins at the title above
 * its first prose and ends with its last. What is named as navigation, what is made of links, and everything outside is
 * noise. Nothing is dropped.
 *
 * @import { Line } from './lines.js'
 * @typedef {'' | 'headline' | 'subhead' | 'listItem' | 'caption' | 'noise'} LineKind  empty where the markup tells nothing
 */

/** From this many characters on a line can be prose; shorter ones are titles, menus, credits. Higher misses short paragraphs. */
const PROSE = 80;

/** The most links that prose holds, by characters. Lower takes away paragraphs full of links, higher lets lists of links in. */
const LINKS = 0.4;

/**
 * What an element hands on of a vote to the one around it: at 1 the whole page would win, at 0 the single box of a page that
 * boxes each paragraph.
 */
const HANDED_ON = 0.6;

/** What a vote from within something that is named as surrounding an article is worth: whole pages stand in such a thing too. */
const NAMED_AROUND = 0.3;

/** From this many lines of links and notices on, what was copied is a web page. */
const MENUS = 3;

/** @type {Record<string, LineKind>} */
const KINDS = {
  H1: 'headline', H2: 'subhead', H3: 'subhead', H4: 'subhead', H5: 'subhead', H6: 'subhead', LI: 'listItem', FIGCAPTION: 'caption',
  ASIDE: 'noise', NAV: 'noise', FOOTER: 'noise',
};

/** Parts of class names and ids of what surrounds an article. */
const AROUND =
  /(?:^|[-_\s])(?:nav\w*|menu\w*|foot\w*|side(?:bar|col)\w*|aside\w*|cookies?\w*|consent\w*|rgpd|gdpr|shar(?:e|ing)\w*|partag\w*|social\w*|relat(?:ed|ion)\w*|newsletter\w*|promo\w*|pub|publicite|ads?|advert\w*|sponsor\w*|outbrain\w*|taboola\w*|comment\w*|breadcrumb\w*|ariane|toolbar\w*|tags?|most\w*|popular\w*|trending|recommend\w*|subscri\w*|abonn\w*|login|search|popup|modal|banner\w*|teaser\w*|lire-?aussi|a-lire|widget\w*|pagination|skip)(?=$|[-_\s\d])/i;

const TAGS = new Set(['NAV', 'FOOTER', 'ASIDE', 'FORM', 'DIALOG', 'LABEL', 'BUTTON', 'SELECT']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'alertdialog', 'menu', 'menubar', 'toolbar']);

/** @param {Element} element @returns {boolean} whether its name says that it surrounds an article; of titles and paragraphs it says little */
const isAround = (element) => !/^(P|H[1-6])$/.test(element.tagName) && isNamedAround(element);

/** @param {Element} element */
const isNamedAround = (element) =>
  TAGS.has(element.tagName) || ROLES.has(element.getAttribute('role') ?? '') || AROUND.test(`${element.className} ${element.id}`);

/**
 * @param {readonly Line[]} lines  of all that was copied
 * @param {Element} root           what holds them
 * @returns {LineKind[]} one for each line
 */
export function structureOf(lines, root) {
  const linked = lines.map(({ text, links }) => links > LINKS * text.length);
  const prose = lines.map(({ text }, i) => text.length >= PROSE && !linked[i]);
  const article = articleOf(lines, prose, root);
  /** Whether it stands in something that surrounds an article and does not itself hold this one. @type {Map<Element, boolean>} */
  const known = new Map();
  /** @param {Element | null} element @returns {boolean} */
  const around = (element) => {
    if (!element || element.contains(article)) return false;
    let answer = known.get(element);
    if (answer === undefined) known.set(element, (answer = isAround(element) || around(element.parentElement)));
    return answer;
  };
  const outside = lines.map(({ element }, i) => linked[i] || around(element));
  const body = lines.map(({ element }, i) => prose[i] && !outside[i] && article.contains(element));
  const first = body.indexOf(true);
  let last = body.lastIndexOf(true);
  const inList = (/** @type {number} */ i) => lines[i]?.element?.closest('li') && !outside[i] && article.contains(lines[i].element);
  for (let i = last + 1; last >= 0 && lines[i] && (!lines[i].text || inList(i)); i++) if (lines[i].text) last = i; // the list that it ends with
  const title = titleOf(lines, first, around);
  // A letter or a document has no menus: there only its own markup speaks.
  const isPage = first >= 0 && outside.filter(Boolean).length >= MENUS;
  return lines.map((line, i) => {
    const kind = kindOf(line, root);
    if (!line.text || !isPage) return kind;
    if (i === title) return 'headline';
    if (i < title || i > last || outside[i]) return 'noise';
    if (i < first && !prose[i] && !kind && !isByline(line.text)) return 'noise';
    return kind === 'headline' ? 'subhead' : kind;
  });
}

/** What the elements around a line say of it. @param {Line} line @param {Node} root @returns {LineKind} */
export function kindOf({ element }, root) {
  for (let at = element; at && at !== root; at = at.parentElement) {
    const kind = KINDS[at.tagName];
    if (kind) return kind;
  }
  return '';
}

/** @param {string} text */
const isByline = (text) => text.length < PROSE * 2 && /^(par|publi|mis |le |texte)|\b\d{4}\b/i.test(text);

/** The element that most prose votes for. @param {readonly Line[]} lines @param {boolean[]} prose @param {Element} root */
function articleOf(lines, prose, root) {
  /** @type {Map<Element, number>} */
  const votes = new Map();
  lines.forEach(({ element, text }, i) => {
    if (!prose[i]) return;
    let weight = text.length;
    for (let at = element; at; at = at.parentElement) if (isAround(at)) weight *= NAMED_AROUND;
    for (let at = element?.parentElement; at && weight > 1; at = at.parentElement, weight *= HANDED_ON) votes.set(at, (votes.get(at) ?? 0) + weight);
  });
  let best = root;
  for (const [element, vote] of votes) if (vote > (votes.get(best) ?? 0)) best = element;
  return best;
}

/**
 * @param {readonly Line[]} lines
 * @param {number} first  of the article's prose
 * @param {(element: Element | null) => boolean} around
 * @returns {number} the title above it: the nearest heading of the highest rank
 */
function titleOf(lines, first, around) {
  let best = first;
  let rank = 4;
  for (let i = first; i >= 0; i--) {
    const level = Number(/^H([1-3])$/.exec(lines[i].element?.closest('h1,h2,h3')?.tagName ?? '')?.[1] ?? 4);
    if (level < rank && !around(lines[i].element)) [best, rank] = [i, level];
  }
  return best;
}
