// The report: what reading an article returns. Offsets are UTF-16 code units: `text.slice(start, end)`.
// Written by `cargo xtask types` from src/report.rs; change it there.

/** What reading an article returns. */
export type Report = {
  /** The version of this contract. */
  version: number,
  /** What the text seems to be written in: an ISO 639-1 code, or `und`. */
  language: string,
  /** The day (`2025-02-11`) or month (`2025-02`) of publication: given by the caller, else found in the text. */
  published: string | null,
  /** Every line of the text that holds more than white space, in order. */
  blocks: Array<BlockEntry>,
  /** The sentences, in order. */
  sentences: Array<SentenceEntry>,
  /** Names and values, in order; none overlaps another. */
  mentions: Array<MentionEntry>,
  /** What the names name, most salient first. */
  entities: Array<EntityEntry>,
  /** Quotations and reported speech, in order. */
  quotes: Array<QuoteEntry>,
  /** Whose words the quotations are, whoever has most first. */
  voices: Array<VoiceEntry>,
  /** What the article states, each told once. */
  facts: Array<FactEntry>,
  /** What happened when, in order of time; of one day in the order of the text. */
  timeline: Array<TimelineEntry>,
  /** The five to seven things to know, most important first; fewer where the article has no more. */
  essentials: Array<EssentialEntry>,
  /** What the reader should know about the reading: 300 notes at most. */
  notes: Array<NoteEntry>,
  /** How long reading took, in milliseconds; only where a clock is at hand, that is in a browser or in Node. */
  elapsedMs?: number,
};

/** What one of two articles alone has. */
export type Alone = {
  /** Facts but figures. */
  facts: Array<number>,
  /** Quotations in marks. */
  quotes: Array<number>,
  /** Voices: who speaks in this article alone. */
  voices: Array<number>,
};

/** One part of a fact. */
export type ArgumentEntry = {
  /** The part it plays: `person`, `role`, `organisation`… */
  name: string,
  /** The entity, if it is one. */
  entity: number | null,
  /** Where its words begin. */
  start: number,
  /** Where they end. */
  end: number,
  /** Its words. */
  text: string,
};

/** One line of the text, or a piece of one: what is no part of it, as a link or a credit, and a heading that ran into it stand apart. */
export type BlockEntry = {
  /** Where it begins. */
  start: number,
  /** Where it ends. */
  end: number,
  /** `headline`, `standfirst`, `byline`, `dateline`, `subhead`, `paragraph`, `listItem`, `caption`, `noise`. */
  kind: "headline" | "standfirst" | "byline" | "dateline" | "subhead" | "paragraph" | "listItem" | "caption" | "noise",
  /** The earlier block that this one repeats. */
  repeatOf: number | null,
};

/** A quotation that stands in both articles in other words. */
export type ChangedQuote = {
  /** Index of the quotation in the first article. */
  a: number,
  /** Index of the quotation in the second. */
  b: number,
  /** Words that the first alone has. */
  removed: Array<Range>,
  /** Words that the second alone has. */
  added: Array<Range>,
};

/** What two articles, `a` and `b`, have in common and in what they differ. Indices are those of the lists of their reports. */
export type Comparison = {
  /** What stands in both, in the order of `b`. */
  passages: Array<Passage>,
  /** How much of `a`, and of `b`, stands in the other too: words, of 1. */
  shared: [number, number],
  /** Two figures for the same thing. */
  figures: Array<FigurePair>,
  /** Quotations whose words changed. */
  quotes: Array<ChangedQuote>,
  /** What one alone has: `a`, then `b`. */
  alone: [Alone, Alone],
};

/** Someone or something that the article names. */
export type EntityEntry = {
  /** `person`, `organisation`, `place`, `event`, `work`. */
  kind: "person" | "organisation" | "place" | "event" | "work",
  /** The fullest form in the article; of a person's two names the usual one. */
  name: string,
  /** The other forms, in order of appearance. */
  aliases: Array<string>,
  /** `m`, `f`; null where nothing tells it. */
  gender: "m" | "f" | null,
  /** 0 to 1; entities come most salient first. */
  salience: number,
  /** Its mentions, in order. */
  mentions: Array<number>,
  /** Its Wikidata id, where one is known. */
  wikidata: string | null,
};

/** One of the five to seven things to know. */
export type EssentialEntry = {
  /** `clause`, `quote`, `figure`. */
  kind: "clause" | "quote" | "figure",
  /** The line for a reader of French. */
  fr: string,
  /** The line for a reader of English: the words of the article stay French, those around them are English. */
  en: string,
  /** The words that prove it. */
  evidence: Range,
  /** The fact that a figure is. */
  fact: number | null,
  /** `asserted`, `reported`, `planned`, `conditional`, `negated`. */
  modality: "asserted" | "reported" | "planned" | "conditional" | "negated",
  /** Whom it rests on. */
  source: SourceEntry | null,
  /** The rule that found it. */
  by: string,
  /** How important it is beside the first line, 0 to 1. */
  score: number,
};

/** Something that the article states. */
export type FactEntry = {
  /** `role`, `founded`, `acquisition`, `ownership`, `membership`, `appointment`, `death`, `victory`, `defeat`, `accusation`,
  * `figure`, `figureCheck`. */
  kind: "role" | "founded" | "acquisition" | "ownership" | "membership" | "appointment" | "death" | "victory" | "defeat" | "accusation" | "figure" | "figureCheck",
  /** About whom and what. */
  arguments: Array<ArgumentEntry>,
  /** The words that prove it. */
  evidence: Range,
  /** Other places that state the same. */
  alsoAt: Array<Range>,
  /** The date mention that says when. */
  when: number | null,
  /** `asserted`, `reported`, `planned`, `conditional`, `negated`. */
  modality: "asserted" | "reported" | "planned" | "conditional" | "negated",
  /** Whom the fact rests on. */
  source: SourceEntry | null,
  /** The rule that found it. */
  by: string,
  /** How sure it is, 0 to 1. */
  score: number,
};

/** Two figures for one thing. */
export type FigurePair = {
  /** What is counted or measured, in the words of the first article. */
  what: Range,
  /** Index of the mention in the first article. */
  a: number,
  /** Index of the mention in the second. */
  b: number,
};

/** A name or a value. */
export type MentionEntry = {
  /** Where it begins. */
  start: number,
  /** Where it ends. */
  end: number,
  /** Names: `person`, `organisation`, `place`, `event`, `work`. Values: `money`, `percent`, `quantity`, `count`, `date`, `time`, `duration`. */
  kind: "person" | "organisation" | "place" | "event" | "work" | "money" | "percent" | "quantity" | "count" | "date" | "time" | "duration",
  /** The entity that a name names. */
  entity: number | null,
  /** The normal form of a value; apart, since most mentions are names and have none. */
  value: ValueEntry | null,
  /** What a value counts or pays for. */
  of: Range | null,
  /** The rule or model that found it. */
  by: string,
  /** How sure it is, 0 to 1. */
  score: number,
};

/** What the reader should know about the reading; never an error. */
export type NoteEntry = {
  /** `noPublicationDate`, `notFrench`, `unclosedQuotation`, `unopenedQuotation`, `doubledQuotation`, `figureCheck`, `weekdayMismatch`. */
  code: string,
  /** Where it applies. */
  start: number,
  /** Where that ends. */
  end: number,
  /** In French, for people. */
  message: string,
};

/** A passage in both texts. */
export type Passage = {
  /** Where it stands in the first. */
  a: Range,
  /** Where it stands in the second. */
  b: Range,
};

/** A quotation or reported speech. */
export type QuoteEntry = {
  /** Where the content begins, without its mark. */
  start: number,
  /** Where the content ends. */
  end: number,
  /** `direct`, `indirect`, `mixed`. */
  kind: "direct" | "indirect" | "mixed",
  /** Who speaks. */
  speaker: SpeakerEntry | null,
  /** The verb or marker. */
  cue: Range | null,
  /** The rule that found it. */
  by: string,
  /** How sure it is, 0 to 1. */
  score: number,
};

/** A half-open stretch of the text. */
export type Range = {
  /** Where it begins. */
  start: number,
  /** Where it ends. */
  end: number,
};

/** One sentence. */
export type SentenceEntry = {
  /** Where it begins. */
  start: number,
  /** Where it ends. */
  end: number,
  /** Its block. */
  block: number,
  /** Whether the article itself says so: `asserted`, `reported`, `conditional`, `negated`. */
  modality: "asserted" | "reported" | "conditional" | "negated",
  /** The quotation that most of a reported sentence belongs to. */
  quote: number | null,
};

/** Whom or what a fact rests on: a quotation or an entity. */
export type SourceEntry = { "quote": number } | { "entity": number };

/** Who speaks. */
export type SpeakerEntry = {
  /** The entity, if resolved. */
  entity: number | null,
  /** Where the words that name the speaker begin. */
  start: number,
  /** Where they end. */
  end: number,
};

/** Something that happened, or will, on a day or in a period. */
export type TimelineEntry = {
  /** Index of the date mention, whose value has first and last day; one of the two may be open. */
  date: number,
  /** The words that say what happened: a clause, or a noun with what describes it. */
  what: Range,
  /** Indices of the facts that these words tell, figures among them, roles not. */
  facts: Array<number>,
  /** `asserted`, `reported`, `planned`, `conditional`, `negated`. */
  modality: "asserted" | "reported" | "planned" | "conditional" | "negated",
  /** Whom it rests on. */
  source: SourceEntry | null,
  /** The rule that found it. */
  by: string,
  /** How sure it is, 0 to 1. */
  score: number,
};

/** The normal form of a value; its fields depend on the kind of the mention. */
export type ValueEntry = {
  /** `exact`, `about`, `atLeast`, `atMost`, `between`. */
  qualifier: string,
  /** The amount in full, a decimal string. */
  amount: string,
  /** The upper end of a range. */
  max: string | null,
  /** ISO 4217; null where the text does not tell which dollar or franc. */
  currency: string | null,
} | {
  /** `exact`, `about`, `atLeast`, `atMost`, `between`. */
  qualifier: string,
  /** A decimal string. */
  amount: string,
  /** The upper end of a range. */
  max: string | null,
  /** SI or customary symbol. */
  unit: string,
} | {
  /** `exact`, `about`, `atLeast`, `atMost`, `between`. */
  qualifier: string,
  /** A decimal string. */
  amount: string,
  /** The upper end of a range. */
  max: string | null,
} | {
  /** Extended Date/Time Format, after resolution; null where it can't be resolved. */
  edtf: string | null,
  /** First day, `YYYY-MM-DD`; null when open or unknown. */
  start: string | null,
  /** Last day; null when open or unknown. */
  end: string | null,
  /** `calendar`, `published`, `narrated`: what it was counted from; null where it can't be resolved. */
  anchor: string | null,
} | {
  /** ISO 8601. */
  iso: string,
  /** `exact`, `about`, `atLeast`, `atMost`. */
  qualifier: string,
} | {
  /** `HH:MM`; of a stretch both ends, `09:00..11:00`. */
  value: string,
};

/** Someone whose words the article gives. */
export type VoiceEntry = {
  /** The entity; null for those without a name. */
  entity: number | null,
  /** Those without a name as the text calls them first; null with an entity, and for words of which the text does not say whose they are. */
  text: string | null,
  /** `person`, `body` (an institution, a company, a country), `document`, `unknown`. */
  kind: "person" | "body" | "document" | "unknown",
  /** `m` or `f`, of people, where a given name, a title or agreement shows it. */
  gender: "m" | "f" | null,
  /** In what role they speak, where their words, their title or their name tell: `politics`, `administration` (of the state), `justice` (police and rescuers too),
  * `business`, `society` (unions and associations), `science` (teaching and medicine too), `culture`, `sport`, `media`, `religion`, `citizen` (for nobody but
  * themselves); null where nothing tells. */
  role: "politics" | "administration" | "justice" | "business" | "society" | "science" | "culture" | "sport" | "media" | "religion" | "citizen" | null,
  /** How many quotations and reports. */
  quotes: number,
  /** How many words they hold together; words inside another quotation count for the one around it. */
  words: number,
};
