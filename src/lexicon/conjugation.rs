//! French conjugation, for the build script: every form of a verb from its infinitive. The endings are those of any school grammar
//! (Bescherelle's tables); a verb that follows none of the models below is conjugated like the first group, so new irregular lemmas need a test.

/// A form and what it is: `s` third person singular, `p` third person plural, `o` another person, `g` present participle, `x` past participle, `i` infinitive.
pub(crate) type Form = (String, char);

/// Present, imperfect, simple past, future, conditional and subjunctive present, participles and infinitive of `infinitive`; each form once a code.
pub(crate) fn conjugate(infinitive: &str) -> Vec<Form> {
    let parts = Parts::of(infinitive);
    let mut forms = vec![(infinitive.to_owned(), 'i')];
    persons(&mut forms, &parts.present);
    // The stem of `nous` makes the imperfect, the present participle and two persons of the subjunctive.
    let we = parts.imperfect.as_str();
    persons(&mut forms, &["ais", "ais", "ait", "ions", "iez", "aient"].map(|e| soften(we, e)));
    forms.push((soften(&parts.gerund, "ant"), 'g'));
    persons(&mut forms, &["ai", "as", "a", "ons", "ez", "ont"].map(|e| format!("{}{e}", parts.future)));
    persons(&mut forms, &["ais", "ais", "ait", "ions", "iez", "aient"].map(|e| format!("{}{e}", parts.future)));
    let past = parts.past.as_str();
    let endings = match parts.past_vowel {
        'a' => ["ai", "as", "a", "âmes", "âtes", "èrent"],
        'i' => ["is", "is", "it", "îmes", "îtes", "irent"],
        'u' => ["us", "us", "ut", "ûmes", "ûtes", "urent"],
        _ => ["ins", "ins", "int", "înmes", "întes", "inrent"],
    };
    persons(&mut forms, &endings.map(|e| soften(past, e)));
    let [e, es, ent] = ["e", "es", "ent"].map(|e| format!("{}{e}", parts.subjunctive));
    persons(&mut forms, &[e.clone(), es, e, soften(we, "ions"), soften(we, "iez"), ent]);
    let done = parts.participle.as_str();
    forms.extend(
        [done.to_owned(), format!("{done}e"), format!("{}s", done.trim_end_matches('s')), format!("{done}es")]
            .map(|f| (f, 'x')),
    );
    forms.sort();
    forms.dedup();
    forms
}

/// Six persons in their order.
fn persons(forms: &mut Vec<Form>, six: &[String; 6]) {
    forms.extend(six.iter().cloned().zip(['o', 'o', 's', 'o', 'o', 'p']));
}

/// `stem` + `ending`; `c` and `g` stay soft before `a` and `o` (`annonçait`, `jugeons`).
fn soften(stem: &str, ending: &str) -> String {
    let hard = ending.starts_with(['a', 'o', 'â']);
    match stem.strip_suffix("c~") {
        Some(base) if hard => format!("{base}ç{ending}"),
        Some(base) => format!("{base}c{ending}"),
        None => match stem.strip_suffix("g~") {
            Some(base) if hard => format!("{base}ge{ending}"),
            Some(base) => format!("{base}g{ending}"),
            None => format!("{stem}{ending}"),
        },
    }
}

/// The principal parts, from which all forms follow. A stem that ends in `c~` or `g~` is softened where its ending asks for it.
struct Parts {
    present: [String; 6],
    imperfect: String,
    gerund: String,
    future: String,
    past: String,
    past_vowel: char,
    participle: String,
    subjunctive: String,
}

impl Parts {
    fn of(infinitive: &str) -> Self {
        IRREGULAR
            .iter()
            .find_map(|model| model.parts(infinitive))
            .or_else(|| Self::second_group(infinitive))
            .or_else(|| Self::third_group(infinitive))
            .unwrap_or_else(|| Self::first_group(infinitive))
    }

    fn first_group(infinitive: &str) -> Self {
        let stem = infinitive.strip_suffix("er").unwrap_or(infinitive);
        let (weak, future) = weak_stems(stem);
        let soft = match stem.chars().last() {
            Some(c @ ('c' | 'g')) => format!("{}{c}~", &stem[..stem.len() - 1]),
            _ => stem.to_owned(),
        };
        Self {
            present: [
                format!("{weak}e"),
                format!("{weak}es"),
                format!("{weak}e"),
                soften(&soft, "ons"),
                soften(&soft, "ez"),
                format!("{weak}ent"),
            ],
            imperfect: soft.clone(),
            gerund: soft.clone(),
            future: format!("{future}er"),
            past: soft,
            past_vowel: 'a',
            participle: format!("{stem}é"),
            subjunctive: weak,
        }
    }

    /// `avertir`, `nous avertissons`.
    fn second_group(infinitive: &str) -> Option<Self> {
        let stem = infinitive.strip_suffix("ir")?;
        Some(Self {
            present: ["is", "is", "it", "issons", "issez", "issent"].map(|e| format!("{stem}{e}")),
            imperfect: format!("{stem}iss"),
            gerund: format!("{stem}iss"),
            future: infinitive.to_owned(),
            past: stem.to_owned(),
            past_vowel: 'i',
            participle: format!("{stem}i"),
            subjunctive: format!("{stem}iss"),
        })
    }

    /// `répondre`, `nous répondons`.
    fn third_group(infinitive: &str) -> Option<Self> {
        let stem = infinitive.strip_suffix("re")?;
        Some(Self {
            present: ["s", "s", "", "ons", "ez", "ent"].map(|e| format!("{stem}{e}")),
            imperfect: stem.to_owned(),
            gerund: stem.to_owned(),
            future: format!("{stem}r"),
            past: stem.to_owned(),
            past_vowel: 'i',
            participle: format!("{stem}u"),
            subjunctive: stem.to_owned(),
        })
    }
}

/// Verbs in `-eler` that double their `l` (`appelle`); the others take a grave accent (`révèle` has one anyway).
const DOUBLING: [&str; 4] = ["appel", "rappel", "interpel", "épel"];

/// The stem before a mute `e` in the present, and in the future.
fn weak_stems(stem: &str) -> (String, String) {
    if DOUBLING.contains(&stem) {
        let doubled = format!("{stem}l");
        return (doubled.clone(), doubled);
    }
    if let Some(base) = stem.strip_suffix("oy").or_else(|| stem.strip_suffix("uy")) {
        let softened = format!("{base}{}i", if stem.ends_with("oy") { 'o' } else { 'u' });
        return (softened.clone(), softened);
    }
    // The last vowel, when only consonants (and a mute `u`) follow it: `suggér`, `lev`, `allégu`.
    let mute = stem.strip_suffix('u').filter(|s| s.ends_with(['g', 'q'])).unwrap_or(stem);
    let consonants = mute.trim_end_matches(|c| "bcdfghjklmnpqrstvxz".contains(c));
    match consonants.chars().last() {
        Some('é') if consonants.len() < stem.len() => {
            let grave = format!("{}è{}", &consonants[..consonants.len() - 'é'.len_utf8()], &stem[consonants.len()..]);
            (grave, stem.to_owned())
        }
        Some('e') if stem.len() == consonants.len() + 1 => {
            let grave = format!("{}è{}", &consonants[..consonants.len() - 1], &stem[consonants.len()..]);
            (grave.clone(), grave)
        }
        _ => (stem.to_owned(), stem.to_owned()),
    }
}

/// A model of irregular verbs: the infinitive's ending, and what stands in its place in each part.
struct Model {
    ending: &'static str,
    present: [&'static str; 6],
    future: &'static str,
    past: (&'static str, char),
    participle: &'static str,
    gerund: &'static str,
    subjunctive: &'static str,
}

impl Model {
    fn parts(&self, infinitive: &str) -> Option<Parts> {
        let root = infinitive.strip_suffix(self.ending)?;
        let with = |end: &str| format!("{root}{end}");
        let [_, _, _, we, _, _] = self.present;
        Some(Parts {
            present: self.present.map(with),
            imperfect: with(if we == "sommes" { "ét" } else { we.trim_end_matches("ons") }),
            gerund: with(self.gerund),
            future: with(self.future),
            past: with(self.past.0),
            past_vowel: self.past.1,
            participle: with(self.participle),
            subjunctive: with(self.subjunctive),
        })
    }
}

const fn model(
    ending: &'static str,
    present: [&'static str; 6],
    future: &'static str,
    past: (&'static str, char),
    participle: &'static str,
    gerund: &'static str,
    subjunctive: &'static str,
) -> Model {
    Model { ending, present, future, past, participle, gerund, subjunctive }
}

/// Longer endings first: the first that fits is taken.
const IRREGULAR: &[Model] = &[
    model("savoir", ["sais", "sais", "sait", "savons", "savez", "savent"], "saur", ("s", 'u'), "su", "sach", "sach"),
    model("avoir", ["ai", "as", "a", "avons", "avez", "ont"], "aur", ("e", 'u'), "eu", "ay", "ai"),
    model("cevoir", ["çois", "çois", "çoit", "cevons", "cevez", "çoivent"], "cevr", ("ç", 'u'), "çu", "cev", "çoiv"),
    model("devoir", ["dois", "dois", "doit", "devons", "devez", "doivent"], "devr", ("d", 'u'), "dû", "dev", "doiv"),
    model(
        "pouvoir",
        ["peux", "peux", "peut", "pouvons", "pouvez", "peuvent"],
        "pourr",
        ("p", 'u'),
        "pu",
        "pouv",
        "puiss",
    ),
    model("boire", ["bois", "bois", "boit", "buvons", "buvez", "boivent"], "boir", ("b", 'u'), "bu", "buv", "boiv"),
    model(
        "paraître",
        ["parais", "parais", "paraît", "paraissons", "paraissez", "paraissent"],
        "paraîtr",
        ("par", 'u'),
        "paru",
        "paraiss",
        "paraiss",
    ),
    model(
        "truire",
        ["truis", "truis", "truit", "truisons", "truisez", "truisent"],
        "truir",
        ("truis", 'i'),
        "truit",
        "truis",
        "truis",
    ),
    model(
        "mourir",
        ["meurs", "meurs", "meurt", "mourons", "mourez", "meurent"],
        "mourr",
        ("mour", 'u'),
        "mort",
        "mour",
        "meur",
    ),
    model(
        "dormir",
        ["dors", "dors", "dort", "dormons", "dormez", "dorment"],
        "dormir",
        ("dorm", 'i'),
        "dormi",
        "dorm",
        "dorm",
    ),
    model(
        "servir",
        ["sers", "sers", "sert", "servons", "servez", "servent"],
        "servir",
        ("serv", 'i'),
        "servi",
        "serv",
        "serv",
    ),
    model(
        "partir",
        ["pars", "pars", "part", "partons", "partez", "partent"],
        "partir",
        ("part", 'i'),
        "parti",
        "part",
        "part",
    ),
    model(
        "sortir",
        ["sors", "sors", "sort", "sortons", "sortez", "sortent"],
        "sortir",
        ("sort", 'i'),
        "sorti",
        "sort",
        "sort",
    ),
    model("fuir", ["fuis", "fuis", "fuit", "fuyons", "fuyez", "fuient"], "fuir", ("fu", 'i'), "fui", "fuy", "fui"),
    model(
        "ffrir",
        ["ffre", "ffres", "ffre", "ffrons", "ffrez", "ffrent"],
        "ffrir",
        ("ffr", 'i'),
        "ffert",
        "ffr",
        "ffr",
    ),
    model(
        "exclure",
        ["exclus", "exclus", "exclut", "excluons", "excluez", "excluent"],
        "exclur",
        ("excl", 'u'),
        "exclu",
        "exclu",
        "exclu",
    ),
    model(
        "inclure",
        ["inclus", "inclus", "inclut", "incluons", "incluez", "incluent"],
        "inclur",
        ("incl", 'u'),
        "inclus",
        "inclu",
        "inclu",
    ),
    model(
        "vaincre",
        ["vaincs", "vaincs", "vainc", "vainquons", "vainquez", "vainquent"],
        "vaincr",
        ("vainqu", 'i'),
        "vaincu",
        "vainqu",
        "vainqu",
    ),
    model("vivre", ["vis", "vis", "vit", "vivons", "vivez", "vivent"], "vivr", ("véc", 'u'), "vécu", "viv", "viv"),
    model("vêtir", ["vêts", "vêts", "vêt", "vêtons", "vêtez", "vêtent"], "vêtir", ("vêt", 'i'), "vêtu", "vêt", "vêt"),
    model(
        "ralentir",
        ["ralentis", "ralentis", "ralentit", "ralentissons", "ralentissez", "ralentissent"],
        "ralentir",
        ("ralent", 'i'),
        "ralenti",
        "ralentiss",
        "ralentiss",
    ),
    model(
        "crire",
        ["cris", "cris", "crit", "crivons", "crivez", "crivent"],
        "crir",
        ("criv", 'i'),
        "crit",
        "criv",
        "criv",
    ),
    model(
        "contredire",
        ["contredis", "contredis", "contredit", "contredisons", "contredisez", "contredisent"],
        "contredir",
        ("contred", 'i'),
        "contredit",
        "contredis",
        "contredis",
    ),
    model(
        "redire",
        ["redis", "redis", "redit", "redisons", "redites", "redisent"],
        "redir",
        ("red", 'i'),
        "redit",
        "redis",
        "redis",
    ),
    model(
        "maudire",
        ["maudis", "maudis", "maudit", "maudissons", "maudissez", "maudissent"],
        "maudir",
        ("maud", 'i'),
        "maudit",
        "maudiss",
        "maudiss",
    ),
    model(
        "édire",
        ["édis", "édis", "édit", "édisons", "édisez", "édisent"],
        "édir",
        ("éd", 'i'),
        "édit",
        "édis",
        "édis",
    ),
    model(
        "interdire",
        ["interdis", "interdis", "interdit", "interdisons", "interdisez", "interdisent"],
        "interdir",
        ("interd", 'i'),
        "interdit",
        "interdis",
        "interdis",
    ),
    model("dire", ["dis", "dis", "dit", "disons", "dites", "disent"], "dir", ("d", 'i'), "dit", "dis", "dis"),
    model(
        "duire",
        ["duis", "duis", "duit", "duisons", "duisez", "duisent"],
        "duir",
        ("duis", 'i'),
        "duit",
        "duis",
        "duis",
    ),
    model("lire", ["lis", "lis", "lit", "lisons", "lisez", "lisent"], "lir", ("l", 'u'), "lu", "lis", "lis"),
    model("rire", ["ris", "ris", "rit", "rions", "riez", "rient"], "rir", ("r", 'i'), "ri", "ri", "ri"),
    model(
        "prendre",
        ["prends", "prends", "prend", "prenons", "prenez", "prennent"],
        "prendr",
        ("pr", 'i'),
        "pris",
        "pren",
        "prenn",
    ),
    model(
        "mettre",
        ["mets", "mets", "met", "mettons", "mettez", "mettent"],
        "mettr",
        ("m", 'i'),
        "mis",
        "mett",
        "mett",
    ),
    model(
        "naître",
        ["nais", "nais", "naît", "naissons", "naissez", "naissent"],
        "naîtr",
        ("n", 'u'),
        "nu",
        "naiss",
        "naiss",
    ),
    model(
        "croire",
        ["crois", "crois", "croit", "croyons", "croyez", "croient"],
        "croir",
        ("cr", 'u'),
        "cru",
        "croy",
        "croi",
    ),
    model(
        "vouloir",
        ["veux", "veux", "veut", "voulons", "voulez", "veulent"],
        "voudr",
        ("voul", 'u'),
        "voulu",
        "voul",
        "veuill",
    ),
    model(
        "valoir",
        ["vaux", "vaux", "vaut", "valons", "valez", "valent"],
        "vaudr",
        ("val", 'u'),
        "valu",
        "val",
        "vaill",
    ),
    model(
        "prévoir",
        ["prévois", "prévois", "prévoit", "prévoyons", "prévoyez", "prévoient"],
        "prévoir",
        ("prév", 'i'),
        "prévu",
        "prévoy",
        "prévoi",
    ),
    model(
        "mouvoir",
        ["meus", "meus", "meut", "mouvons", "mouvez", "meuvent"],
        "mouvr",
        ("m", 'u'),
        "mu",
        "mouv",
        "meuv",
    ),
    model("voir", ["vois", "vois", "voit", "voyons", "voyez", "voient"], "verr", ("v", 'i'), "vu", "voy", "voi"),
    model(
        "aindre",
        ["ains", "ains", "aint", "aignons", "aignez", "aignent"],
        "aindr",
        ("aign", 'i'),
        "aint",
        "aign",
        "aign",
    ),
    model(
        "eindre",
        ["eins", "eins", "eint", "eignons", "eignez", "eignent"],
        "eindr",
        ("eign", 'i'),
        "eint",
        "eign",
        "eign",
    ),
    model(
        "oindre",
        ["oins", "oins", "oint", "oignons", "oignez", "oignent"],
        "oindr",
        ("oign", 'i'),
        "oint",
        "oign",
        "oign",
    ),
    model(
        "conclure",
        ["conclus", "conclus", "conclut", "concluons", "concluez", "concluent"],
        "conclur",
        ("concl", 'u'),
        "conclu",
        "conclu",
        "conclu",
    ),
    model(
        "suivre",
        ["suis", "suis", "suit", "suivons", "suivez", "suivent"],
        "suivr",
        ("suiv", 'i'),
        "suivi",
        "suiv",
        "suiv",
    ),
    model("faire", ["fais", "fais", "fait", "faisons", "faites", "font"], "fer", ("f", 'i'), "fait", "fais", "fass"),
    model("aire", ["ais", "ais", "ait", "aisons", "aisez", "aisent"], "air", ("", 'u'), "u", "ais", "ais"),
    model(
        "battre",
        ["bats", "bats", "bat", "battons", "battez", "battent"],
        "battr",
        ("batt", 'i'),
        "battu",
        "batt",
        "batt",
    ),
    model(
        "venir",
        ["viens", "viens", "vient", "venons", "venez", "viennent"],
        "viendr",
        ("v", 'n'),
        "venu",
        "ven",
        "vienn",
    ),
    model(
        "tenir",
        ["tiens", "tiens", "tient", "tenons", "tenez", "tiennent"],
        "tiendr",
        ("t", 'n'),
        "tenu",
        "ten",
        "tienn",
    ),
    model(
        "quérir",
        ["quiers", "quiers", "quiert", "quérons", "quérez", "quièrent"],
        "querr",
        ("qu", 'i'),
        "quis",
        "quér",
        "quièr",
    ),
    model(
        "ueillir",
        ["ueille", "ueilles", "ueille", "ueillons", "ueillez", "ueillent"],
        "ueiller",
        ("ueill", 'i'),
        "ueilli",
        "ueill",
        "ueill",
    ),
    model("vrir", ["vre", "vres", "vre", "vrons", "vrez", "vrent"], "vrir", ("vr", 'i'), "vert", "vr", "vr"),
    model("entir", ["ens", "ens", "ent", "entons", "entez", "entent"], "entir", ("ent", 'i'), "enti", "ent", "ent"),
    model(
        "mourir",
        ["meurs", "meurs", "meurt", "mourons", "mourez", "meurent"],
        "mourr",
        ("mour", 'u'),
        "mort",
        "mour",
        "meur",
    ),
    model(
        "vaincre",
        ["vaincs", "vaincs", "vainc", "vainquons", "vainquez", "vainquent"],
        "vaincr",
        ("vainqu", 'i'),
        "vaincu",
        "vainqu",
        "vainqu",
    ),
    model(
        "courir",
        ["cours", "cours", "court", "courons", "courez", "courent"],
        "courr",
        ("cour", 'u'),
        "couru",
        "cour",
        "cour",
    ),
    model(
        "envoyer",
        ["envoie", "envoies", "envoie", "envoyons", "envoyez", "envoient"],
        "enverr",
        ("envoy", 'a'),
        "envoyé",
        "envoy",
        "envoi",
    ),
    model("être", ["suis", "es", "est", "sommes", "êtes", "sont"], "ser", ("f", 'u'), "été", "ét", "soi"),
];
