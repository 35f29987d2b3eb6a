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
 * @param {Node} root  its own element is not a block: what stands directly in it keeps its newlines
 * @returns {string} lines without white space around them, at most one empty line between two
 */
export function linesOf(root) {
  /** @type {string[]} */
  const lines = [];
  let line = '';
  /** @param {boolean} apart  whether an empty line follows */
  const endLine = (apart) => {
    const words = line.replace(/[ \t]+/g, ' ').trim();
    line = '';
    if (words) lines.push(words);
    if (apart && lines.length && lines.at(-1) !== '') lines.push('');
  };
  /** @param {Node} node @param {boolean} inBlock  whether newlines are mere white space */
  const walk = (node, inBlock) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const words = (child.nodeValue ?? '').replace(/\r\n?/g, '\n');
        if (inBlock) line += words.replace(/[\n\f]/g, ' ');
        else {
          words.split('\n').forEach((part, i, parts) => {
            if (i) endLine(i > 1 && !parts[i - 1].trim());
            line += part;
          });
        }
      } else if (child.nodeType === 1) {
        const element = /** @type {Element} */ (child);
        const name = element.tagName.toUpperCase();
        if (UNREAD.has(name) || element.hasAttribute('hidden')) continue;
        const block = BLOCKS.has(name);
        if (block || name === 'BR') endLine(APART.has(name));
        walk(element, name !== 'PRE' && (inBlock || block));
        if (block) endLine(APART.has(name));
      }
    }
  };
  walk(root, false);
  endLine(false);
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
