//! Word lists of the role rules: small closed classes, each with what the rules make of it.

/// Words before a role's noun that belong to the role: they say when, or change what it is.
pub(super) fn is_kept_before(word: &str) -> bool {
    const WORDS: [&str; 41] = [
        "ancien",
        "ancienne",
        "anciens",
        "anciennes",
        "futur",
        "future",
        "futurs",
        "ex",
        "jeune",
        "jeunes",
        "grand",
        "grande",
        "grands",
        "principal",
        "principale",
        "principaux",
        "premier",
        "première",
        "premiers",
        "second",
        "seconde",
        "deuxième",
        "double",
        "triple",
        "quadruple",
        "haut",
        "haute",
        "simple",
        "éternel",
        "éternelle",
        "ardent",
        "ardente",
        "fervent",
        "fervente",
        "petit",
        "petite",
        "éphémère",
        "tout",
        "plus",
        "seul",
        "seule",
    ];
    WORDS.contains(&word)
}

/// Words before a role's noun that say nothing of the role; ordinals count among them.
pub(super) fn is_dropped_before(word: &str) -> bool {
    const WORDS: [&str; 38] = [
        "nouveau",
        "nouvel",
        "nouvelle",
        "nouveaux",
        "nouvelles",
        "actuel",
        "actuelle",
        "actuels",
        "célèbre",
        "célèbres",
        "très",
        "puissant",
        "puissante",
        "influent",
        "influente",
        "richissime",
        "véritable",
        "emblématique",
        "fameux",
        "fameuse",
        "propre",
        "tout-puissant",
        "sulfureux",
        "discret",
        "discrète",
        "autre",
        "autres",
        "deux",
        "trois",
        "quatre",
        "charismatique",
        "inamovible",
        "médiatique",
        "populaire",
        "brillant",
        "brillante",
        "talentueux",
        "talentueuse",
    ];
    WORDS.contains(&word) || word.len() > 5 && word.ends_with("ième")
}

/// Nouns of the list of titles that say what anyone may be, or what people are to each other.
pub(super) fn is_no_role(word: &str) -> bool {
    const WORDS: [&str; 61] = [
        "célébrités",
        // Participles and nouns that the list, which looks over accents, takes for `juge`, `élève`, `retraité`.
        "jugé",
        "jugée",
        "jugés",
        "élevé",
        "élevée",
        "piloté",
        "pilotée",
        "guidé",
        "guidée",
        "arbitré",
        "cadré",
        "retraite",
        "légende",
        "monument",
        "auteur",
        "personnalité",
        "personnalités",
        "victime",
        "victimes",
        "citoyen",
        "citoyenne",
        "passant",
        "passante",
        "usager",
        "client",
        "cliente",
        "jeune",
        "adolescent",
        "adolescente",
        "octogénaire",
        "septuagénaire",
        "sexagénaire",
        "quinquagénaire",
        "quadragénaire",
        "trentenaire",
        "nonagénaire",
        "blessé",
        "blessée",
        "disparu",
        "disparue",
        "condamné",
        "condamnée",
        "compatriote",
        "ressortissant",
        "adversaire",
        "collègue",
        "rival",
        "rivale",
        "rivaux",
        "ami",
        "amie",
        "amis",
        "amies",
        "voisin",
        "voisine",
        "camarade",
        "concurrent",
        "concurrente",
        "manifestant",
        "manifestante",
    ];
    WORDS.contains(&word)
}

/// Nouns of a field of work that stand behind a role's noun like an adjective (`conseillère communication`).
pub(super) fn is_field(word: &str) -> bool {
    const WORDS: [&str; 14] = [
        "communication",
        "presse",
        "marketing",
        "sécurité",
        "santé",
        "culture",
        "recherche",
        "développement",
        "diversité",
        "produit",
        "médias",
        "sport",
        "sports",
        "économie",
    ];
    WORDS.contains(&word)
}

/// A word in small letters that follows its noun as an adjective, by its ending.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 38] = [
        "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "if", "ive", "ifs", "ives", "ique", "iques", "aire",
        "aires", "ien", "ienne", "iens", "iennes", "éen", "éenne", "ais", "aise", "ois", "oise", "ain", "aine", "ains",
        "aines", "iste", "istes", "eux", "euse", "ier", "ière", "ieur", "ieure",
    ];
    // Past participles that have become part of titles; others tell what was done (`le président arrêté à Lyon`).
    const PARTICIPLES: [&str; 14] = [
        "délégué",
        "associé",
        "retraité",
        "spécialisé",
        "diplômé",
        "salarié",
        "engagé",
        "renommé",
        "réputé",
        "controversé",
        "désigné",
        "affilié",
        "agréé",
        "détaché",
    ];
    const WORDS: [&str; 42] = [
        "sortant",
        "sortante",
        "indépendant",
        "indépendante",
        "suppléant",
        "suppléante",
        "adjoint",
        "adjointe",
        "adjoints",
        "adjointes",
        "public",
        "publique",
        "publics",
        "publiques",
        "civil",
        "civile",
        "élu",
        "élue",
        "élus",
        "déchu",
        "déchue",
        "reconnu",
        "reconnue",
        "étrangères",
        "étrangers",
        "libre",
        "local",
        "locale",
        "récidiviste",
        "unique",
        "actif",
        "active",
        "bénévole",
        "vert",
        "verts",
        "solidaire",
        "juif",
        "juive",
        "laïque",
        "urbain",
        "culte",
        "intérimaire",
    ];
    WORDS.contains(&word)
        || PARTICIPLES.contains(&word.trim_end_matches('s').strip_suffix('e').unwrap_or(word.trim_end_matches('s')))
        || word.chars().count() > 4 && ENDINGS.iter().any(|e| word.ends_with(e)) && !NOT_ADJECTIVES.contains(&word)
}

/// Verbs and function words that end like adjectives.
const NOT_ADJECTIVES: [&str; 52] = [
    "mais",
    "jamais",
    "désormais",
    "parfois",
    "trois",
    "fois",
    "quelle",
    "celle",
    "appelle",
    "rappelle",
    "révèle",
    "explique",
    "indique",
    "réplique",
    "critique",
    "complique",
    "applique",
    "revendique",
    "communique",
    "insiste",
    "assiste",
    "persiste",
    "existe",
    "consiste",
    "déclarait",
    "pendant",
    "avant",
    "devant",
    "durant",
    "maintenant",
    "pourtant",
    "cependant",
    "autant",
    "tant",
    "faire",
    "taire",
    "hier",
    "demain",
    "parmi",
    "ailleurs",
    "estimait",
    "lequel",
    "laquelle",
    "avait",
    "était",
    "serait",
    "aurait",
    "semble",
    "travail",
    "suivant",
    "étant",
    "ayant",
];

/// Little words that are never the noun of a complement.
pub(super) fn is_little(word: &str) -> bool {
    const WORDS: [&str; 44] = [
        "qui", "que", "qu'", "dont", "où", "il", "elle", "ils", "elles", "on", "se", "s'", "ne", "n'", "pas", "et",
        "ou", "mais", "de", "d'", "du", "des", "à", "au", "aux", "en", "par", "pour", "plus", "moins", "ce", "cet",
        "cette", "ces", "un", "une", "y", "lui", "leur", "tout", "tous", "avoir", "être", "faire",
    ];
    WORDS.contains(&word)
}

/// Adverbs and participles that open an apposition (`alors`, `lui-même`, `devenue`).
pub(super) fn is_opener(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "alors",
        "aujourd'hui",
        "désormais",
        "également",
        "actuellement",
        "lui-même",
        "elle-même",
        "aussi",
        "ici",
        "récemment",
        "devenu",
        "devenue",
        "toujours",
        "longtemps",
        "nommé",
        "nommée",
        "autrefois",
    ];
    WORDS.contains(&word)
}

/// Participles that open a segment between two appositions (`née à Nantes`).
pub(super) fn is_aside(word: &str) -> bool {
    const WORDS: [&str; 9] = ["né", "née", "âgé", "âgée", "issu", "issue", "originaire", "diplômé", "diplômée"];
    WORDS.contains(&word)
}

/// Signs and words before which a phrase may end.
pub(super) fn is_closer(word: &str) -> bool {
    const WORDS: [&str; 19] =
        ["", ",", ".", ";", "(", ")", ":", "!", "?", "…", "...", "-", "–", "—", "et", "qui", "dont", "que", "où"];
    WORDS.contains(&word)
}

/// Prepositions that open what may follow a role before its comma (`président de la région depuis 2015,`).
pub(super) fn opens_tail(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "depuis", "de", "du", "en", "dans", "sur", "sous", "pendant", "au", "aux", "à", "pour", "lors", "entre",
        "avec", "contre", "chez",
    ];
    WORDS.contains(&word)
}

/// Participles that are nouns only behind an article: `accusé de vol` tells what was done, `l'accusé` who it is.
pub(super) fn is_participle(word: &str) -> bool {
    const WORDS: [&str; 27] = [
        "envoyé",
        "envoyée",
        "accusé",
        "accusée",
        "détenu",
        "détenue",
        "élu",
        "élue",
        "associé",
        "associée",
        "invité",
        "invitée",
        "mis",
        "mise",
        "chargé",
        "chargée",
        "attaché",
        "attachée",
        "déporté",
        "déportée",
        "exilé",
        "exilée",
        "blessé",
        "blessée",
        "suspect",
        "suspecte",
        "proche",
    ];
    WORDS.contains(&word)
}

/// Nouns that are adjectives behind `est`: `responsable de la panne`.
pub(super) fn is_predicate(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "responsable",
        "employé",
        "employée",
        "allié",
        "alliée",
        "favori",
        "favorite",
        "principal",
        "général",
        "international",
        "arrière",
        "religieux",
        "religieuse",
        "scientifique",
        "intellectuel",
        "témoin",
        "complice",
        "prisonnier",
        "prisonnière",
        "délégué",
    ];
    WORDS.contains(&word)
}

/// Nouns behind which a name is that of an organisation, whatever it looks like (`le patron du groupe Novaline`).
pub(super) fn is_organisation_noun(word: &str) -> bool {
    const WORDS: [&str; 26] = [
        "organisation",
        "fédération",
        "mouvement",
        "site",
        "cabinet",
        "institut",
        "coordination",
        "ligue",
        "réseau",
        "groupe",
        "société",
        "entreprise",
        "start-up",
        "startup",
        "compagnie",
        "association",
        "ong",
        "marque",
        "chaîne",
        "club",
        "parti",
        "syndicat",
        "banque",
        "fonds",
        "collectif",
        "enseigne",
    ];
    WORDS.contains(&word)
}

/// Participles of being put into an office.
pub(super) fn is_appointed(word: &str) -> bool {
    const WORDS: [&str; 18] = [
        "nommé",
        "nommée",
        "élu",
        "élue",
        "réélu",
        "réélue",
        "désigné",
        "désignée",
        "promu",
        "promue",
        "intronisé",
        "intronisée",
        "reconduit",
        "reconduite",
        "porté",
        "portée",
        "choisi",
        "choisie",
    ];
    WORDS.contains(&word)
}
