// @ts-check
/**
 * From a report to what can be drawn: for each block of the article, runs of text that do not overlap and cover it
 * exactly, each with the mention, the quotation and the evidence that lie over it.
 *
 * Everything here is in UTF-16 code units of the text that was read, as in the report on the wire.
 *
 * @import { Report, BlockEntry, Range } from './report.d.ts'
 *
 * @typedef {object} Run     text from `start` to `end` under the same layers throughout
 * @property {number} start
 * @property {number} end
 * @property {number | null} mention  index into `report.mentions`
 * @property {number | null} quote    index into `report.quotes`; the innermost where quotations nest
 * @property {boolean} evidence       part of what the reader asked to see
 *
 * @typedef {object} Paragraph   one block with its runs
 * @property {number} block      index into `report.blocks`
 * @property {BlockEntry} source
 * @property {Run[]} runs
 *
 * @typedef {{ start: number, end: number, layer: 'mention' | 'quote' | 'evidence', index: number }} Layer
 */

/**
 * @param {Report} report
 * @param {object} [options]
 * @param {ReadonlySet<string>} [options.hidden]  kinds of mention that are not shown, and `quote` for quotations
 * @param {readonly Range[]} [options.evidence]   spans to show as evidence
 * @param {ReadonlySet<number>} [options.only]    indices of the blocks that are wanted; all where there is none
 * @returns {Paragraph[]} one for each block, in order
 */
export function segments(report, { hidden = new Set(), evidence = [], only } = {}) {
  /** @type {Layer[][]} */
  const over = report.blocks.map(() => []);
  /** @param {Range} span @param {Layer['layer']} layer @param {number} index */
  const lay = ({ start, end }, layer, index) => {
    for (let block = firstBlockEndingAfter(report.blocks, start); block < over.length; block++) {
      if (report.blocks[block].start >= end) break;
      if (!only || only.has(block)) over[block].push({ start, end, layer, index });
    }
  };
  report.mentions.forEach((mention, index) => hidden.has(mention.kind) || lay(mention, 'mention', index));
  if (!hidden.has('quote')) report.quotes.forEach((quote, index) => lay(quote, 'quote', index));
  evidence.forEach((span, index) => lay(span, 'evidence', index));
  return report.blocks.flatMap((source, block) =>
    only && !only.has(block) ? [] : [{ block, source, runs: cut(source, over[block]) }]);
}

/**
 * Cuts one block wherever a layer begins or ends, in one sweep over the sorted boundaries.
 *
 * @param {Range} block
 * @param {Layer[]} layers
 * @returns {Run[]}
 */
function cut(block, layers) {
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
  for (const { at, opens, layer } of [...edges, { at: block.end, opens: false, layer: null }]) {
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
