// @ts-check
/**
 * From a report to what can be drawn: each block of the article as runs of text that do not overlap and cover it exactly,
 * each with the mention, the quotation and the evidence that lie over it.
 *
 * Everything here is in UTF-16 code units of the text that was read, as in the report on the wire.
 *
 * @import { Report, Range } from './report.d.ts'
 *
 * @typedef {object} Run     text from `start` to `end` under the same layers throughout
 * @property {number} start
 * @property {number} end
 * @property {number | null} mention  index into `report.mentions`
 * @property {number | null} quote    index into `report.quotes`; the innermost where quotations nest
 * @property {boolean} evidence       part of what the reader asked to see
 *
 * @typedef {{ start: number, end: number, layer: 'mention' | 'quote' | 'evidence', index: number }} Layer
 */

/**
 * The mentions and quotations over each block.
 *
 * @param {Report} report
 * @param {ReadonlySet<string>} [hidden]  kinds of mention that are not shown, and `quote` for quotations
 * @returns {Map<number, Layer[]>} by index of the block; those that nothing lies over have no entry
 */
export function layersOf({ blocks, mentions, quotes }, hidden = new Set()) {
  /** @type {Map<number, Layer[]>} */
  const layers = new Map();
  mentions.forEach((mention, index) => hidden.has(mention.kind) || lay(layers, blocks, mention, 'mention', index));
  if (!hidden.has('quote')) quotes.forEach((quote, index) => lay(layers, blocks, quote, 'quote', index));
  return layers;
}

/**
 * The evidence over each block, as {@link layersOf}.
 *
 * @param {readonly Range[]} blocks
 * @param {readonly Range[]} spans
 */
export function evidenceOver(blocks, spans) {
  /** @type {Map<number, Layer[]>} */
  const layers = new Map();
  spans.forEach((span, index) => lay(layers, blocks, span, 'evidence', index));
  return layers;
}

/** @param {Map<number, Layer[]>} layers @param {readonly Range[]} blocks @param {Range} span @param {Layer['layer']} layer @param {number} index */
function lay(layers, blocks, { start, end }, layer, index) {
  for (let block = firstBlockEndingAfter(blocks, start); block < blocks.length && blocks[block].start < end; block++) {
    const over = layers.get(block);
    if (over) over.push({ start, end, layer, index });
    else layers.set(block, [{ start, end, layer, index }]);
  }
}

/**
 * Cuts one block wherever a layer begins or ends, in one sweep over the sorted boundaries.
 *
 * @param {Range} block
 * @param {readonly Layer[]} layers  over it
 * @returns {Run[]}
 */
export function cut(block, layers) {
  const edges = layers.flatMap((layer) => [
    { at: Math.max(layer.start, block.start), opens: true, layer },
    { at: Math.min(layer.end, block.end), opens: false, layer },
  ]);
  edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  /** @type {Record<Layer['layer'], Layer[]>} */
  const open = { mention: [], quote: [], evidence: [] };
  /** @type {Run[]} */
  const runs = [];
  let start = block.start;
  for (const { at, opens, layer } of edges.concat(/** @type {any} */ ({ at: block.end, opens: false, layer: null }))) {
    if (at > start) {
      runs.push({
        start,
        end: at,
        mention: open.mention.at(-1)?.index ?? null,
        quote: open.quote.at(-1)?.index ?? null,
        evidence: open.evidence.length > 0,
      });
      start = at;
    }
    if (!layer) break;
    const stack = open[layer.layer];
    if (opens) stack.push(layer);
    else stack.splice(stack.indexOf(layer), 1);
  }
  return runs;
}

/**
 * @param {readonly Range[]} blocks  in order, not overlapping
 * @param {number} offset
 * @returns {number} index of the first block that ends after `offset`, `blocks.length` if there is none
 */
export function firstBlockEndingAfter(blocks, offset) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
