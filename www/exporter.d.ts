// What writes a report in the formats of others.

import type { Comparison, Report } from './report.d.ts';

/** A text and what was read in it. */
export interface Article {
  text: string;
  report: Report;
}

/**
 * `json`: the report itself; `json-ld`: a schema.org NewsArticle; `annotations`: a W3C AnnotationPage; `html`: the article with its marks and facts, without a
 * script; `markdown`: a fact sheet; tables as CSV, with `fr` those that a spreadsheet set to French opens by double click.
 */
export type ExportFormat = 'json' | 'json-ld' | 'annotations' | 'html' | 'markdown' | `${'facts' | 'quotes' | 'figures'}.${'' | 'fr.'}csv`;

/**
 * The article in a format.
 *
 * @param options.url  the article's address, to which links lead
 * @returns rejects with a `TypeError` where that is no report or no such format
 */
export function exportReport(article: Article, format: ExportFormat, options?: { url?: string | null }): Promise<string>;

/** Text fragments (`#:~:text=…`) that lead to places of a text, as short as they can be and lead there alone; an empty one where there is no word. */
export function fragments(text: string, places: readonly { start: number; end: number }[]): Promise<string[]>;

/** Two versions of an article, or two accounts of one story: what both have, what one alone has, what differs. Ranges slice the two texts. */
export function compareReports(a: Article, b: Article): Promise<Comparison>;
