// @ts-check
/**
 * What was read, in the formats of others: the same functions for the page, the element and the package. They stand in a second module, without the reader,
 * which is loaded at the first call.
 *
 * @import { Comparison } from './report.d.ts'
 * @import { Article, ExportFormat } from './exporter.d.ts'
 */

import { compileExport, loadExportGlue } from './export-parts.js';

/** @typedef {typeof import('./pkg/export/reperes.js')} Glue */

/** @type {Promise<WebAssembly.Module> | null} */
let module = null;
/** @type {Promise<Glue> | null} */
let instance = null;
let made = 0;

/** @returns {Promise<Glue>} a fresh instance */
async function start() {
  module ??= compileExport();
  const glue = await loadExportGlue(made);
  made += 1;
  await glue.default({ module_or_path: await module });
  return glue;
}

/** @template T @param {(glue: Glue) => T} use @returns {Promise<T>} */
async function call(use) {
  instance ??= start().catch((error) => {
    instance = module = null; // the next call tries again
    throw error;
  });
  const glue = await instance;
  try {
    return use(glue);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) instance = null; // one that trapped stays broken
    throw error;
  }
}

/** @param {Article} article @param {ExportFormat} format @param {{ url?: string | null }} [options] @returns {Promise<string>} */
export async function exportReport({ text, report }, format, { url } = {}) {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return call((glue) => glue.exportReport(text, JSON.stringify(report), format, url));
}

/** @param {string} text @param {readonly { start: number, end: number }[]} places @returns {Promise<string[]>} */
export const fragments = (text, places) => call((glue) => glue.fragments(text, Uint32Array.from(places.flatMap(({ start, end }) => [start, end]))));

/** @param {Article} a @param {Article} b @returns {Promise<Comparison>} */
export const compareReports = async (a, b) =>
  JSON.parse(await call((glue) => glue.compareReports(a.text, JSON.stringify(a.report), b.text, JSON.stringify(b.report))));
