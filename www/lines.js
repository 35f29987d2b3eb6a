// @ts-check
/**
 * The text of an article as it stands in the light DOM: each block element is a line, so is each newline outside of
 * any, and white space within a block collapses as it does on screen. What is never shown is never read.
 */

const BLOCKS = new Set(
  ('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
    'HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH TR UL').split(' '),
);

/** Blocks that stand apart from what precedes and follows them by an empty line. */
const APART = new Set('BLOCKQUOTE DL FIGURE H1 H2 H3 H4 H5 H6 HR OL P PRE TABLE UL'.split(' '));

const UNREAD = new Set('AUDIO BUTTON CANVAS DIALOG IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(' '));

/**
 * @typedef {{ text: string, element: Element | null, links: number }} Line
 *   a line with the innermost block that it stands in and how many of its characters are links; an empty line stands
 *   between blocks that are apart
 */

/**
 * The text nodes that lines are read from, in order.
 *
 * @param {Node} root
 * @returns {Generator<Text>}
 */
export function* textsOf(root) {
  for (const child of root.childNodes) {
    if (child.nodeType === 3) yield /** @type {Text} */ (child);
    else if (isRead(child)) yield* textsOf(child);
  }
}

/** @param {Node} node @returns {boolean} whether it is an element whose words are shown */
const isRead = (node) => node.nodeType === 1 && !UNREAD.has(node.nodeName.toUpperCase()) && !(/** @type {Element} */ (node).hasAttribute('hidden'));

/**
 * @param {Node} root  its own element is not a block: what stands directly in it keeps its newlines
 * @returns {Line[]} lines without white space around them, at most one empty line between two
 */
export function readLines(root) {
  /** @type {Line[]} */
  const lines = [];
  let line = '';
  let links = 0;
  /** @param {Element | null} element @param {boolean} apart  whether an empty line follows */
  const endLine = (element, apart) => {
    const text = line.replace(/[ \t]+/g, ' ').trim();
    if (text) lines.push({ text, element, links });
    line = '';
    links = 0;
    if (apart && lines.length && lines.at(-1)?.text) lines.push({ text: '', element: null, links: 0 });
  };
  /** @param {Node} node @param {Element | null} block  the innermost, in which newlines are mere white space @param {boolean} linked */
  const walk = (node, block, linked) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const words = (child.nodeValue ?? '').replace(/\r\n?/g, '\n');
        if (linked) links += words.trim().length;
        if (block && block.tagName !== 'PRE') line += words.replace(/[\n\f]/g, ' ');
        else {
          words.split('\n').forEach((part, i, parts) => {
            if (i) endLine(block, i > 1 && !parts[i - 1].trim());
            line += part;
          });
        }
      } else if (isRead(child)) {
        const element = /** @type {Element} */ (child);
        const name = element.tagName.toUpperCase();
        const isBlock = BLOCKS.has(name);
        if (isBlock || name === 'BR') endLine(block, APART.has(name));
        walk(element, isBlock ? element : block, linked || name === 'A');
        if (isBlock) endLine(element, APART.has(name));
      }
    }
  };
  walk(root, null, false);
  endLine(null, false);
  while (lines.length && !lines.at(-1)?.text) lines.pop();
  return lines;
}

/** @param {readonly Line[]} lines @returns {string} */
export const textOf = (lines) => lines.map(({ text }) => text).join('\n');
