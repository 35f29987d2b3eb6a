// What hosts may set, call and hear of `<reperes-article>`.

import type { Report } from './report.d.ts';
import type { ExportFormat } from './exporter.d.ts';

/** Something in a report, by its index in the list of its kind; values that say the same stand together. */
export type Target =
  | { type: 'entity' | 'quote' | 'fact' | 'note' | 'essential' | 'event'; id: number }
  | { type: 'mentions'; ids: number[] };

/** What the host knows of the text. */
export type ReadOptions = {
  /** Day (YYYY-MM-DD) or month (YYYY-MM) of publication; the attribute goes first. */
  published?: string;
  /** What each line of the text is; else its markup says it. */
  lines?: ('headline' | 'subhead' | 'listItem' | 'caption' | 'noise' | null)[];
  /** What the house says of names; those of the element go first. */
  rules?: readonly Rule[];
};

/**
 * What a house says of a name, in every article: in full and as it is to be called; what it is (`none`: no name; else as it
 * is read); its other forms. A list of rules is what a `names.json` holds.
 */
export type Rule = {
  name: string;
  type?: 'person' | 'organisation' | 'place' | 'event' | 'work' | 'none' | null;
  aliases?: string[];
};

/**
 * What a reader has corrected: rules of names, and edits of this one article: by what they speak of, who speaks (nobody: an empty name), or `null` for what is
 * removed. They can be kept as JSON and set again for the same text.
 */
export type Corrections = {
  rules: readonly Rule[];
  edits: ReadonlyMap<string, string | null>;
};

/**
 * Attributes: `published`; `lang` of the article; `ui-lang`, `fr` or `en`; `kinds`, those that are marked; `facts`: `side`, `below`, `none`;
 * `theme`: `light`, `dark`; `for`, a selector of what is read instead: an article in the host's own markup, or another
 * `<reperes-article>`, whose facts then stand here.
 */
export interface ReperesArticle extends HTMLElement {
  /** The report of the text as last read, `null` before. */
  readonly report: Report | null;
  /** The text that the report is about. */
  readonly text: string;
  options: ReadOptions;
  /** What the house says of names. The reader's own corrections of names are added to it. */
  rules: readonly Rule[];
  /** Takes the reader's last correction back. */
  undo(): void;
  /** Setting them reads once more. Edits hold for the text that is there. */
  corrections: Corrections;
  /** Reads once more. Rejects with `RangeError` (too long), `TypeError` (an option), `NoWebAssembly`, `Unavailable` or `AbortError` by name. */
  read(): Promise<Report>;
  /** Shows the evidence of something in the report, as a click on its line does; `null` takes it away. */
  select(target: Target | null): void;
  /**
   * The article in a format of others, with the reader's corrections. What writes it is loaded at the first call. Rejects as `read` does, or where that could
   * not be loaded.
   */
  export(format: ExportFormat, options?: { url?: string | null }): Promise<string>;
}

declare global {
  interface HTMLElementTagNameMap {
    'reperes-article': ReperesArticle;
  }
  interface HTMLElementEventMap {
    /** The text was read; the report's offsets slice the element's `text`. */
    'reperes-report': CustomEvent<Report>;
    /** The reader chose a line or a mark. */
    'reperes-select': CustomEvent<Target>;
    /** The text was not read, or not with the date that was given; the text stays readable. */
    'reperes-error': CustomEvent<Error>;
  }
}
