import type { Report } from './report.d.ts';
import type { ReadOptions } from './article.d.ts';

export type * from './report.d.ts';
export type { ReadOptions } from './article.d.ts';

/**
 * Reads an article: in a browser in a worker where there can be one, under Node where it is called.
 *
 * @param signal  an aborted one rejects, and ends the worker that reads a long text
 * @returns the report, whose offsets slice `text`. Rejects with a `TypeError` that names the wrong option, a `RangeError` (more than 10 MB), or by name
 *   `NoWebAssembly`, `Unavailable` (not loaded), `RuntimeError`, `AbortError`
 */
export function read(text: string, options?: ReadOptions, signal?: AbortSignal): Promise<Report>;
