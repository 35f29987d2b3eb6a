//! What nouns tell of whom they may mean: synonyms of functions, nouns for any company, the shape of adjectives.

use crate::text::is_one_of;
/// Names under which a body is known by another noun.
pub(super) const NAMED: [(&str, &str); 3] =
    [("présidence", "élysée"), ("présidence", "elysée"), ("chancellerie", "ministère de la justice")];

/// Articles and demonstratives that take up someone known.
pub(super) fn is_definite(word: &str) -> bool {
    is_one_of(word, "le la l' ce cet cette du au")
}

/// Adjectives by the endings that most adjectives of nationality, party and trade have.
pub(super) fn is_adjective(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    word.len() > 4
        && [
            "ain", "aine", "ais", "aise", "ois", "oise", "ien", "ienne", "iste", "ique", "al", "ale", "éen", "éenne",
            "if", "ive", "eux", "euse", "ire", "and", "ande", "nol", "nole", "lais", "ère", "ime", "el", "elle", "aux",
        ]
        .iter()
        .any(|e| word.ends_with(e) || one.ends_with(e))
        || is_one_of(
            word,
            "public publics russe suisse belge turc turque grec grecque adjoint adjointe général corse sortant délégué premier européen",
        )
}

/// Bodies that people join, which no company is called.
pub(super) fn is_union(noun: &str) -> bool {
    is_one_of(noun, "association ong fondation syndicat parti club collectif fédération union")
}

/// Whether a person who was described as `known` may be called `noun`.
pub(super) fn means(noun: &str, known: &str) -> bool {
    let group: &[&str] = match noun {
        "élu" | "élue" => &[
            "maire",
            "député",
            "députée",
            "sénateur",
            "sénatrice",
            "conseiller",
            "conseillère",
            "adjoint",
            "adjointe",
            "président",
            "présidente",
            "eurodéputé",
            "eurodéputée",
        ],
        "magistrat" | "magistrate" => &["procureur", "procureure", "juge", "président", "présidente", "substitut"],
        "parlementaire" => &["député", "députée", "sénateur", "sénatrice", "eurodéputé", "eurodéputée"],
        "eurodéputé" | "eurodéputée" => &["député", "députée"],
        "député" | "députée" => &["eurodéputé", "eurodéputée"],
        "patron" | "patronne" | "dirigeant" | "dirigeante" => &[
            "président",
            "présidente",
            "pdg",
            "directeur",
            "directrice",
            "fondateur",
            "fondatrice",
            "chef",
            "cheffe",
            "patron",
            "patronne",
            "dirigeant",
            "dirigeante",
            "cofondateur",
            "gérant",
            "gérante",
        ],
        "responsable" => &[
            "président",
            "présidente",
            "directeur",
            "directrice",
            "chef",
            "cheffe",
            "secrétaire",
            "délégué",
            "déléguée",
            "porte-parole",
            "vice-président",
            "vice-présidente",
        ],
        "chef" | "cheffe" => {
            &["président", "présidente", "ministre", "leader", "dirigeant", "dirigeante", "patron", "patronne"]
        }
        "leader" => &["président", "présidente", "chef", "cheffe", "candidat", "candidate"],
        "comédien" | "comédienne" => &["acteur", "actrice"],
        "acteur" | "actrice" => &["comédien", "comédienne"],
        "entrepreneur" | "entrepreneuse" => {
            &["fondateur", "fondatrice", "patron", "patronne", "dirigeant", "dirigeante"]
        }
        "chercheur" | "chercheuse" | "scientifique" | "spécialiste" | "expert" | "experte" => &[
            "chercheur",
            "chercheuse",
            "professeur",
            "professeure",
            "directeur",
            "directrice",
            "économiste",
            "historien",
            "historienne",
            "sociologue",
            "biologiste",
            "physicien",
            "climatologue",
        ],
        "entreprise" | "société" | "firme" | "groupe" | "compagnie" => &[
            "entreprise",
            "société",
            "firme",
            "groupe",
            "compagnie",
            "start-up",
            "startup",
            "constructeur",
            "fabricant",
            "géant",
            "filiale",
            "banque",
            "enseigne",
            "marque",
        ],
        "organisation" | "association" => {
            &["ong", "association", "organisation", "fondation", "fédération", "collectif"]
        }
        "syndicat" => &["fédération", "confédération", "union"],
        _ => return false,
    };
    group.contains(&known)
}

/// Nouns for those who make and sell.
pub(super) fn is_company(noun: &str) -> bool {
    is_one_of(
        noun,
        "entreprise société firme groupe compagnie fabricant constructeur marque géant enseigne start-up startup",
    )
}

/// Whether two words say the same of what somebody speaks for: forms of one, or two names of a body.
pub(super) fn is_alike(known: &str, said: &str) -> bool {
    same_word(known, said) || said == "diplomatie" && is_one_of(known, "étrangères orsay")
}

/// Whether two words are forms of one: `américain`, `américaine`.
pub(super) fn same_word(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let (la, lb) = (a.chars().count(), b.chars().count());
    common >= 4 && la.abs_diff(lb) <= 2 && common + 2 >= la.max(lb)
}
