// @ts-check
/**
 * The words of what is opened from the page, in French and in English.
 *
 * @typedef {typeof FRENCH} MoreStrings
 */

const FRENCH = {
  locale: 'fr',
  close: 'Fermer',
  copy: 'Copier',
  copied: 'Copié.',
  notCopied: 'Le navigateur n’a pas permis de copier.',
  saved: (/** @type {string} */ name) => `Enregistré\u00A0: ${name}`,
  save: 'Enregistrer',
  failed: 'Cela n’a pas abouti\u00A0: le module qui écrit les exports n’a pas pu être chargé ou s’est interrompu.',

  export: {
    title: 'Exporter',
    about: 'Ce qui a été lu, avec vos corrections, dans le format d’autres outils. Tout est écrit ici même\u00A0; rien n’est envoyé.',
    url: 'Adresse de l’article',
    aboutUrl: 'Facultative. Les liens des exports y mènent, chacun jusqu’aux mots qui prouvent le fait.',
    formats: /** @type {Record<string, [string, string]>} */ ({
      markdown: ['Fiche en Markdown', 'Les repères seuls, à coller dans un article ou un courriel.'],
      html: ['Page HTML', 'L’article, ses marques et ses repères, sans JavaScript\u00A0: lettres d’information, archives.'],
      csv: ['Tableaux CSV', 'Une ligne par fait, par citation ou par chiffre, avec les mots qui le prouvent.'],
      'json-ld': ['JSON-LD', 'L’article selon schema.org\u00A0: moteurs de recherche, graphes de connaissances.'],
      annotations: ['Annotations du W3C', 'Chaque nom, valeur, citation et fait retrouvé par ses mots et par sa place.'],
      json: ['Rapport JSON', 'Tout ce qui a été lu, tel quel, selon le schéma JSON fourni.'],
    }),
    tables: /** @type {Record<string, string>} */ ({ facts: 'Faits', quotes: 'Citations', figures: 'Chiffres' }),
    dialect: 'Pour un tableur réglé en français (point-virgule, virgule décimale)',
    link: 'Lien vers un passage',
    aboutLink: 'Le navigateur qui l’ouvre va droit aux mots et les surligne.',
    choose: 'Choisir un passage…',
    noUrl: 'Sans adresse, voici la fin du lien, à ajouter à celle de l’article.',
    groups: { essentials: 'L’essentiel', quotes: 'Citations', facts: 'Faits' },
    address: 'Lien',
  },

  share: {
    title: 'Partager par un lien',
    about: 'L’article, sa date et vos corrections sont compressés dans l’adresse elle-même, derrière le signe #, que le navigateur n’envoie à aucun serveur. Qui a le lien a l’article.',
    address: 'Lien à partager',
    length: (/** @type {string} */ length, /** @type {string} */ most) => `${length} caractères, sur ${most} au plus.`,
    warning: 'Au-delà de 2\u00A0000 caractères, certaines messageries coupent les liens\u00A0: vérifiez qu’il s’ouvre, ou joignez plutôt un fichier exporté.',
    tooLong: (/** @type {string} */ length, /** @type {string} */ most) => `Cet article ne tient pas dans un lien\u00A0: il y faudrait ${length} caractères, et la limite est de ${most}. Exportez-le plutôt dans un fichier.`,
    onDisk: 'Cette page est un fichier de votre appareil\u00A0: le lien ne s’ouvre que là où le même fichier se trouve au même endroit.',
    copy: 'Copier le lien',
    received: 'Article reçu par un lien, avec les corrections de qui l’a partagé.',
    broken: 'Le lien est incomplet ou abîmé\u00A0: l’article qu’il contient ne peut pas être lu. Demandez qu’on vous l’envoie de nouveau, en entier.',
    newer: 'Ce lien vient d’une version plus récente de Repères, que cette page ne sait pas lire.',
  },

  compare: {
    title: 'Comparer',
    about: 'Deux versions d’un article, ou deux récits d’une même histoire\u00A0: ce qui leur est commun, ce que l’un est seul à dire, ce qui diffère. Les deux textes sont lus ici même.',
    other: 'L’autre article',
    day: 'Publié le',
    compare: 'Comparer',
    reading: 'Lecture de l’autre article…',
    this: 'Cet article',
    that: 'L’autre article',
    nobody: 'Sans auteur identifié',
    shared: (/** @type {string[]} */ ...[a, b]) => `En commun, mot pour mot\u00A0: ${a} de cet article, ${b} de l’autre (en gris)`,
    nothing: 'Rien d’autre ne diffère dans ce qui a été lu.',
    figures: 'Chiffres qui diffèrent',
    quotes: 'Citations dont les mots ont changé',
    voices: ['Ne parlent que dans cet article', 'Ne parlent que dans l’autre'],
    facts: ['Faits dans cet article seul', 'Faits dans l’autre seul'],
    lone: ['Citations dans cet article seul', 'Citations dans l’autre seul'],
  },
};

/** @type {MoreStrings} */
const ENGLISH = {
  locale: 'en',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'The browser did not allow to copy.',
  saved: (name) => `Saved: ${name}`,
  save: 'Save',
  failed: 'This did not work: the module that writes exports could not be loaded, or stopped halfway.',

  export: {
    title: 'Export',
    about: 'What was read, with your corrections, in the formats of other tools. All of it is written right here; nothing is sent.',
    url: 'Address of the article',
    aboutUrl: 'Optional. Links in the exports lead there, each to the very words that prove a fact.',
    formats: {
      markdown: ['Fact sheet in Markdown', 'The key facts alone, to paste into a story or a message.'],
      html: ['HTML page', 'The article with its marks and facts, without JavaScript: newsletters, archives.'],
      csv: ['CSV tables', 'One row a fact, a quotation or a figure, with the words that prove it.'],
      'json-ld': ['JSON-LD', 'The article as schema.org has it: search engines, knowledge graphs.'],
      annotations: ['W3C annotations', 'Each name, value, quotation and fact, found again by its words and its place.'],
      json: ['JSON report', 'All that was read, as it is, by the JSON Schema that ships with it.'],
    },
    tables: { facts: 'Facts', quotes: 'Quotations', figures: 'Figures' },
    dialect: 'For a spreadsheet set to French (semicolons, decimal commas)',
    link: 'Link to a passage',
    aboutLink: 'A browser that opens it goes straight to the words and highlights them.',
    choose: 'Choose a passage…',
    noUrl: 'Without an address this is the end of the link, to be added to that of the article.',
    groups: { essentials: 'Key points', quotes: 'Quotations', facts: 'Facts' },
    address: 'Link',
  },

  share: {
    title: 'Share by a link',
    about: 'The article, its date and your corrections are compressed into the address itself, behind the sign #, which the browser sends to no server. Whoever has the link has the article.',
    address: 'Link to share',
    length: (length, most) => `${length} characters, of ${most} at most.`,
    warning: 'Beyond 2,000 characters some messengers cut links: check that it opens, or rather attach an exported file.',
    tooLong: (length, most) => `This article does not fit into a link: it would take ${length} characters, and the limit is ${most}. Rather export it to a file.`,
    onDisk: 'This page is a file on your device: the link opens only where the same file lies in the same place.',
    copy: 'Copy the link',
    received: 'Article received by a link, with the corrections of whoever shared it.',
    broken: 'The link is incomplete or damaged: the article in it cannot be read. Ask for it to be sent again, in full.',
    newer: 'This link comes from a newer version of Repères, which this page cannot read.',
  },

  compare: {
    title: 'Compare',
    about: 'Two versions of an article, or two accounts of one story: what they have in common, what one alone says, what differs. Both texts are read right here.',
    other: 'The other article',
    day: 'Published on',
    compare: 'Compare',
    reading: 'Reading the other article…',
    this: 'This article',
    that: 'The other article',
    nobody: 'Speaker not identified',
    shared: (a, b) => `In common, word for word: ${a} of this article, ${b} of the other (grey)`,
    nothing: 'Nothing else differs in what was read.',
    figures: 'Figures that differ',
    quotes: 'Quotations whose words changed',
    voices: ['Speak in this article alone', 'Speak in the other alone'],
    facts: ['Facts in this article alone', 'Facts in the other alone'],
    lone: ['Quotations in this article alone', 'Quotations in the other alone'],
  },
};

/** @param {string} language @returns {MoreStrings} */
export const moreStringsFor = (language) => (language === 'en' ? ENGLISH : FRENCH);
