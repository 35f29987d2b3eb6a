// @ts-check
/**
 * Every word of the interface, in French and in English. What the first marks need asks nothing of `Intl`, whose first call takes the browser longer than drawing them.
 *
 * @typedef {typeof FRENCH} Strings
 */

import { made } from './format.js';

/** @param {string} locale @param {number} n @param {string} one @param {string} other */
const plural = (locale, n, one, other) =>
  `${n < 1000 ? n : made(Intl.NumberFormat, locale, {}).format(n)}\u00A0${(locale === 'fr' ? n < 2 : n === 1) ? one : other}`;

const FRENCH = {
  locale: 'fr',

  kinds: /** @type {Record<string, string>} */ ({
    person: 'Personnes', organisation: 'Organisations', place: 'Lieux', event: 'Événements', work: 'Œuvres',
    money: 'Montants', percent: 'Pourcentages', quantity: 'Mesures', count: 'Nombres',
    date: 'Dates', time: 'Heures', duration: 'Durées', quote: 'Citations',
  }),
  kind: /** @type {Record<string, string>} */ ({
    person: 'personne', organisation: 'organisation', place: 'lieu', event: 'événement', work: 'œuvre',
    money: 'montant', percent: 'pourcentage', quantity: 'mesure', count: 'nombre',
    date: 'date', time: 'heure', duration: 'durée',
    quote: 'citation', direct: 'citation directe', indirect: 'propos rapporté', mixed: 'propos rapporté et cité',
    fact: 'fait', note: 'à vérifier',
    role: 'fonction', founded: 'fondation', acquisition: 'rachat', ownership: 'propriété', membership: 'appartenance',
    appointment: 'nomination', death: 'décès', victory: 'victoire', defeat: 'victoire', accusation: 'accusation',
    figureCheck: 'chiffres à comparer',
    none: 'pas un nom',
  }),
  modality: /** @type {Record<string, string>} */ ({
    reported: 'selon une source', planned: 'prévu', conditional: 'au conditionnel', negated: 'nié',
  }),
  anchor: /** @type {Record<string, string>} */ ({
    published: 'compté depuis la date de publication', narrated: 'compté depuis la date du récit',
  }),

  aside: 'Repères',
  sections: {
    essentials: 'L’essentiel', voices: 'Qui dit quoi', people: 'Qui est qui', figures: 'Les chiffres', dates: 'Les dates',
    places: 'Lieux', titles: 'Événements et œuvres', statements: 'Les faits', notes: 'À vérifier',
  },
  pictures: {
    voices: 'Part des mots cités', people: 'Où chacun apparaît dans l’article', figures: 'Les montants à l’échelle', dates: 'La chronologie',
  },
  save: (/** @type {string} */ format) => `Enregistrer en ${format}`,
  share: 'Part des mots cités',
  gender: /** @type {Record<string, string>} */ ({ f: 'femme', m: 'homme' }),
  unnamed: 'sans nom',
  why: 'Pourquoi\u00A0?',
  legend: 'Ce qui est marqué dans le texte',
  show: 'Afficher ou masquer',
  find: 'Chercher dans l’article',
  text: 'Article',
  anonymous: 'Sans auteur identifié',
  unresolved: 'date non résolue',
  more: (/** @type {number} */ n) => plural('fr', n, 'autre', 'autres'),
  repeat: 'Ce paragraphe répète un paragraphe plus haut.',
  repeats: (/** @type {number} */ n) => plural('fr', n, 'paragraphe répété', 'paragraphes répétés'),
  outside: (/** @type {number} */ n) => plural('fr', n, 'ligne hors de l’article', 'lignes hors de l’article'),

  close: 'Fermer',
  back: 'Revenir à la liste',
  previous: 'Passage précédent',
  next: 'Passage suivant',
  place: (/** @type {number} */ i, /** @type {number} */ n) => `${i} sur ${n}`,
  aliases: 'Aussi nommé',
  roles: 'Fonctions',
  sayings: 'Citations',
  says: 'Dit par',
  cue: 'Introduit par',
  of: 'Porte sur',
  written: 'Dans le texte',
  normal: 'Forme normale',
  resolved: 'Résolution',
  source: 'Source',
  rule: 'Règle',
  certainty: 'confiance',
  openCard: 'Entrée ouvre la fiche.',
  inQuote: 'Dans une citation de',

  correct: 'Corriger',
  name: 'Nom',
  type: 'Nature',
  split: (/** @type {string} */ form) => `Séparer «\u00A0${form}\u00A0»`,
  apply: 'Appliquer',
  remove: 'Retirer',
  corrected: 'Corrigé dans tout l’article.',
  lost: 'Des corrections sont tombées avec le passage modifié.',
  undo: 'Annuler',
  corrections: 'Corrections',
  aboutRules: 'Ouvrez la fiche d’un nom, d’une citation ou d’un fait pour le corriger. Les noms corrigés valent pour tous les articles.',
  load: 'Charger names.json',
  keep: 'Garder sur cet appareil',
  notKept: 'Cet appareil n’a pas pu les garder.',
  badRules: 'Ces corrections (names.json) ne sont pas écrites comme attendu, ou dépassent 1\u00A0Mo.',

  summary: (/** @type {{ people: number, quotes: number, facts: number }} */ n) =>
    ['people', 'quotes', 'facts'].map((key, i) =>
      plural('fr', n[/** @type {keyof typeof n} */ (key)], ...COUNTED.fr[i])).join(', '),
  reading: 'Lecture de l’article…',
  cancel: 'Arrêter',
  cancelled: 'La lecture a été arrêtée. Le texte reste lisible, sans repères.',
  empty: 'Collez ici un article de presse en français\u00A0: ses noms, ses chiffres et ses citations apparaîtront aussitôt.',
  notFrench: 'Ce texte ne semble pas être en français. Le résultat est peu sûr.',
  tooLong: 'Ce texte dépasse la limite de 10\u00A0Mo et n’est pas lu. Il reste tel quel.',
  badDate: (/** @type {string} */ value) =>
    `La date de publication «\u00A0${value}\u00A0» n’existe pas ou n’est pas écrite comme attendu\u00A0: 2025-02-11 (un jour) ou 2025-02 (un mois). L’article est lu sans elle.`,
  unavailable: 'Le lecteur (un fichier WebAssembly) n’a pas pu être chargé. Le texte reste lisible, sans repères.',
  noWebAssembly: 'Ce navigateur n’autorise pas WebAssembly, dont le lecteur a besoin. Le texte reste lisible, sans repères.',
  failed: 'La lecture s’est interrompue. Le texte reste lisible, sans repères.',
  noPublicationDate: 'Sans date de publication, les dates relatives («\u00A0mardi\u00A0», «\u00A0la veille\u00A0») ne sont pas résolues.',
  figureCheck: /** @type {string | null} */ (null), // the reader says which figures, in French
  weekdayMismatch: /** @type {string | null} */ (null), // the reader says which weekday it is
  unclosedQuotation: 'Un guillemet ouvert n’est pas refermé.',
  doubledQuotation: 'Des guillemets sont doublés.',
  unopenedQuotation: 'Un guillemet se ferme sans avoir été ouvert.',
};

/** Singular and plural of what the summary counts, in its order. @type {Record<string, [string, string][]>} */
const COUNTED = {
  fr: [['personne', 'personnes'], ['citation', 'citations'], ['fait', 'faits']],
  en: [['person', 'people'], ['quotation', 'quotations'], ['fact', 'facts']],
};

/** @type {Strings} */
const ENGLISH = {
  locale: 'en',

  kinds: {
    person: 'People', organisation: 'Organisations', place: 'Places', event: 'Events', work: 'Works',
    money: 'Amounts', percent: 'Percentages', quantity: 'Measures', count: 'Counts',
    date: 'Dates', time: 'Times', duration: 'Durations', quote: 'Quotations',
  },
  kind: {
    person: 'person', organisation: 'organisation', place: 'place', event: 'event', work: 'work',
    money: 'amount', percent: 'percentage', quantity: 'measure', count: 'count',
    date: 'date', time: 'time', duration: 'duration',
    quote: 'quotation', direct: 'direct quotation', indirect: 'reported speech', mixed: 'reported and quoted speech',
    fact: 'fact', note: 'to check',
    role: 'role', founded: 'founding', acquisition: 'acquisition', ownership: 'ownership', membership: 'membership',
    appointment: 'appointment', death: 'death', victory: 'victory', defeat: 'victory', accusation: 'accusation',
    figureCheck: 'figures to compare',
    none: 'not a name',
  },
  modality: { reported: 'according to a source', planned: 'planned', conditional: 'conditional', negated: 'denied' },
  anchor: { published: 'counted from the day of publication', narrated: 'counted from the day told' },

  aside: 'Key facts',
  sections: {
    essentials: 'Key points', voices: 'Who says what', people: 'Who is who', figures: 'Figures', dates: 'Dates',
    places: 'Places', titles: 'Events and works', statements: 'Facts', notes: 'To check',
  },
  pictures: { voices: 'Share of quoted words', people: 'Where each person appears', figures: 'Amounts to scale', dates: 'Timeline' },
  save: (format) => `Save as ${format}`,
  share: 'Share of quoted words',
  gender: { f: 'woman', m: 'man' },
  unnamed: 'unnamed',
  why: 'Why?',
  legend: 'What is marked in the text',
  show: 'Show or hide',
  find: 'Find in the article',
  text: 'Article',
  anonymous: 'Speaker not identified',
  unresolved: 'unresolved date',
  more: (n) => `${n} more`,
  repeat: 'This paragraph repeats an earlier one.',
  repeats: (n) => plural('en', n, 'repeated paragraph', 'repeated paragraphs'),
  outside: (n) => plural('en', n, 'line outside the article', 'lines outside the article'),

  close: 'Close',
  back: 'Back to the list',
  previous: 'Previous place',
  next: 'Next place',
  place: (i, n) => `${i} of ${n}`,
  aliases: 'Also named',
  roles: 'Roles',
  sayings: 'Quotations',
  says: 'Said by',
  cue: 'Introduced by',
  of: 'Measures',
  written: 'In the text',
  normal: 'Normal form',
  resolved: 'Resolution',
  source: 'Source',
  rule: 'Rule',
  certainty: 'confidence',
  openCard: 'Enter opens its card.',
  inQuote: 'In a quotation of',

  correct: 'Correct',
  name: 'Name',
  type: 'Type',
  split: (form) => `Separate “${form}”`,
  apply: 'Apply',
  remove: 'Remove',
  corrected: 'Corrected in the whole article.',
  lost: 'Corrections were dropped with the edited passage.',
  undo: 'Undo',
  corrections: 'Corrections',
  aboutRules: 'Open the card of a name, a quotation or a fact to correct it. Corrected names hold for all articles.',
  load: 'Load names.json',
  keep: 'Keep on this device',
  notKept: 'This device could not keep them.',
  badRules: 'These corrections (names.json) are not written as expected, or exceed 1 MB.',

  summary: (n) => /** @type {(keyof typeof n)[]} */ (['people', 'quotes', 'facts'])
    .map((key, i) => plural('en', n[key], ...COUNTED.en[i])).join(', '),
  reading: 'Reading the article…',
  cancel: 'Stop',
  cancelled: 'Reading was stopped. The text stays readable, without key facts.',
  empty: 'Paste a French news article here: its names, figures and quotations appear at once.',
  notFrench: 'This text does not seem to be French. Do not rely on the result.',
  tooLong: 'This text is longer than the limit of 10 MB and is not read. It stays as it is.',
  badDate: (value) =>
    `The publication date “${value}” does not exist or is not written as expected: 2025-02-11 (a day) or 2025-02 (a month). The article is read without it.`,
  unavailable: 'The reader (a WebAssembly file) could not be loaded. The text stays readable, without key facts.',
  noWebAssembly: 'This browser does not allow WebAssembly, which the reader needs. The text stays readable, without key facts.',
  failed: 'Reading stopped halfway. The text stays readable, without key facts.',
  noPublicationDate: 'Without a publication date, relative dates (“mardi”, “la veille”) are not resolved.',
  figureCheck: 'Two figures to hold against each other.',
  weekdayMismatch: 'The weekday does not agree with the date.',
  unclosedQuotation: 'A quotation mark that opens is never closed.',
  doubledQuotation: 'Quotation marks are doubled.',
  unopenedQuotation: 'A quotation mark closes what was never opened.',
};

/**
 * @param {string | null | undefined} language  a BCP 47 tag
 * @returns {Strings} English for English, French for anything else
 */
export const stringsFor = (language) => (/^en\b/i.test(language ?? '') ? ENGLISH : FRENCH);
