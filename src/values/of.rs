//! What a value measures: a short noun phrase beside it.

use super::count::is_function;
use super::view::View;
use crate::lexicon::measures::MEASURING;
use crate::text::{TokenRange, is_one_of};

/// The most tokens of such a phrase.
const LONGEST: usize = 6;

/// Whether `word` has the use `letter` in the list of words between a figure and what it measures.
fn is(word: &str, letter: char) -> bool {
    MEASURING.get(word).is_some_and(|row| row.field(0).contains(letter))
}

/// The phrase behind `de`, `des`, `du` at `at`: `de travaux`, `d'investissements dans l'IA`, or behind an adjective of the measure
/// (`supplémentaires de charbon`) or a participle (`réservés à la chasse`).
pub(super) fn after(view: View<'_, '_>, at: usize) -> Option<TokenRange> {
    let linked = |word: &str| is_one_of(word, "de d' du des");
    if is(view.folded(at), 'r') {
        return match view.folded(at + 1) {
            "à" | "au" | "aux" => phrase(view, at + 2 + usize::from(is_determiner(view.folded(at + 2)))),
            _ => None,
        };
    }
    let at = at + usize::from(is_noun(view, at) && is_adjective(view, at) && linked(view.folded(at + 1)));
    if !linked(view.folded(at)) {
        return None;
    }
    let determined = view.is_de(at) && is_determiner(view.folded(at + 1));
    let start = at + 1 + usize::from(determined);
    // `300 mètres de long`, `10 euros de moins`: the measure goes on.
    if view.is_one_of(start, "long large haut plus moins") {
        return None;
    }
    phrase(view, start)
}

/// The noun phrase that begins at `start`: its words, and what `de` joins to them.
fn phrase(view: View<'_, '_>, start: usize) -> Option<TokenRange> {
    if !view.is_word(start) || is_function(view, start) {
        return None;
    }
    let mut end = start + 1;
    while end < start + LONGEST {
        let joined = view.is_one_of(end, "de d' du des");
        let article = usize::from(joined && view.is_one_of(end + 1, "la l'"));
        let next = end + usize::from(joined) + article;
        let goes_on = view.is_word(next)
            && !is_function(view, next)
            && (joined || !view.is_capitalised(next) && is_adjective(view, next));
        if !goes_on {
            break;
        }
        end = next + 1;
    }
    Some(TokenRange::new(start, end))
}

/// Whether token `at` looks like an adjective behind its noun: by the endings that French adjectives of relation have, or as a plural
/// behind a plural.
fn is_adjective(view: View<'_, '_>, at: usize) -> bool {
    const ENDINGS: [&str; 16] = [
        "ique", "iques", "ien", "iens", "ienne", "iennes", "al", "aux", "ale", "ales", "aire", "aires", "ais", "aise",
        "if", "ifs",
    ];
    // `auprès de`, `après` are no plurals.
    let plural = |i: usize| view.folded(i).ends_with(['s', 'x']) && !view.folded(i).ends_with("ès");
    ENDINGS.iter().any(|e| view.folded(at).ends_with(e)) || at > 0 && plural(at) && plural(at - 1)
}

/// How far back the phrase before a value may begin.
const REACH: usize = 12;

fn is_determiner(word: &str) -> bool {
    is_one_of(
        word,
        "un une le la les l' des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma",
    )
}

/// The noun phrase that ends before token `end`: back to its determiner.
fn phrase_before(view: View<'_, '_>, end: usize) -> Option<TokenRange> {
    // `pour les Turcs et de 56 %`
    if end.checked_sub(1).is_some_and(|last| is_link(view.folded(last))) {
        return None;
    }
    let mut start = None;
    for back in 1..=REACH {
        let Some(at) = end.checked_sub(back) else { break };
        let word = view.folded(at);
        if is_determiner(word) {
            start = (at + 1 < end).then_some(at + 1);
            // `l'IA` inside `investissements dans l'IA`, `des jeunes` inside `chômage des jeunes`: the phrase goes on to the left. It does not in `circuler
            // dans un rayon de` and `la surface et le loyer atteignent`.
            let contracted = is_one_of(word, "du des au aux") && is_noun(view, at.wrapping_sub(1));
            let link = view.before(at, 1);
            let alone = is_one_of(word, "un une le la les l'")
                && (link == "et" || is_one_of(word, "un une") && !is_one_of(link, "de d'"));
            if !contracted && !is_link(link) || alone {
                break;
            }
            continue;
        }
        // `le Bel 20`: a number that belongs to the name before it.
        let numbered = view.is_number(at) && view.is_capitalised(at.wrapping_sub(1));
        // `quatre défenses d'un mètre`, `(rafales de 80 km/h)`
        if word == "(" || view.may_be_number(at) && !numbered && view.is_de(end) {
            start = (at + 1 < end).then_some(at + 1);
            break;
        }
        // `les contrevenants encourent`
        let plural_verb = word.ends_with("ent") && !word.ends_with("ment") && view.before(at, 1).ends_with(['s', 'x']);
        if word == "quant"
            || !numbered && !is_noun(view, at) && !is_link(word)
            || super::tense::is_future(word)
            || is_modal(word)
            || plural_verb
        {
            break;
        }
        // Without a determiner a phrase begins a sentence.
        if at == view.range().first() && view.is_capitalised(at) {
            start = Some(at);
        }
    }
    let start = start?;
    is_noun(view, start).then(|| TokenRange::new(start, end))
}

/// Whether token `at` may stand in a noun phrase.
fn is_noun(view: View<'_, '_>, at: usize) -> bool {
    view.is_word(at) && !is_function(view, at)
}

/// Whether `word` joins the parts of a noun phrase.
fn is_link(word: &str) -> bool {
    is_one_of(word, "de d' dans à en et sur")
}

/// `peut`, `devrait`, `va`: an infinitive follows.
fn is_modal(word: &str) -> bool {
    is_one_of(word, "peut peuvent pourrait pourraient doit doivent devrait devraient va vont")
}

/// Whether `word` looks like an infinitive or a participle.
fn is_infinitive(word: &str) -> bool {
    word.ends_with("er") || word.ends_with("ir") || word.ends_with("re") || word.ends_with('é')
}

/// What stands before the value from `start` and is measured by it: `un plan de`, `un budget à hauteur de`, `la facture s'élève à`.
fn before(view: View<'_, '_>, start: usize, value_end: usize) -> Option<TokenRange> {
    let back = |back: usize| view.before(start, back);
    let auxiliary = |word: &str| is_one_of(word, "a ont avait avaient aurait auront aura ayant");
    // A participle may stand apart from its noun: `le chantier, estimé à`.
    let mut apart = false;
    let mut end = match (back(2), back(1)) {
        // `estimé à 3 000 euros`, `est estimé 3 000 euros`
        (verb, "à") | (_, verb) if is(verb, 'e') => {
            apart = true;
            let mut end = start - 1 - usize::from(back(1) == "à");
            let passive = view.before_is(end, 1, "est sont été était étaient");
            end -= usize::from(passive);
            let had = auxiliary(view.before(end, 1));
            // `le fonds avait proposé 3 000 euros`: the one who does it is not measured.
            if had && !passive {
                return None;
            }
            end - usize::from(had)
        }
        (verb, "à") if is(verb, 'a') => start - 2 - usize::from(matches!(back(3), "s'" | "se")),
        ("hauteur", "de" | "d'") if back(3) == "à" => start - 3,
        // `un prêt d'un montant de`
        (noun, "de" | "d'") if matches!(back(3), "un" | "une") && matches!(back(4), "de" | "d'") && is(noun, 'n') => {
            apart = true;
            start - 4
        }
        // `la richesse a augmenté de`, `le cours a chuté de`
        (verb, "de" | "d'") if auxiliary(back(3)) && is(verb, 'p') => start - 3,
        (verb, "de" | "d'") if is(verb, 'd') || is_one_of(verb, "est était sera serait") => start - 2,
        // `le cours pourrait reculer de 3 %`
        (verb, "de" | "d'") if is_modal(back(3)) && is_infinitive(verb) => start - 3,
        // `au lieu de 3 %`, `à réduire de 3 %`
        ("lieu", "de" | "d'") => return None,
        (verb, "de" | "d'")
            if is_one_of(back(3), "à de d' pour") && ["er", "ir", "re"].iter().any(|e| verb.ends_with(e)) =>
        {
            return None;
        }
        (_, "de" | "d'") => return phrase_before(view, start - 1),
        // `Budget : 3 millions`, not `depuis son élection: 21 %`
        (_, ":") => return phrase_before(view, start - 1).filter(|p| p.first() <= view.range().first() + 1),
        // `la dette, 3 000 milliards d'euros, pèse`
        (_, ",") if view.is_one_of(value_end, ", . ; )") => return apposed(view, start - 1),
        // `le plan (3 milliards)`, but `l'Allemagne (3 milliards)`: a name in such a list pays or gets them.
        (_, "(") => {
            return phrase_before(view, start - 1).filter(|p| !view.is_capitalised(p.first()) && !ends_named(view, *p));
        }
        // `la croissance devrait atteindre`
        (modal, verb) if is_modal(modal) && is(verb, 'i') => start - 2,
        // `sa fortune a atteint`
        (aux, verb) if auxiliary(aux) && is(verb, 'x') => start - 2,
        // `une prime allant de 60 à 400 euros`, `une récolte de l'ordre de`
        (_, verb) if is(verb, '=') || view.is_de(start) && verb == "allant" => start - 1,
        (modal, verb) if view.is_de(start) && is_modal(modal) && is_infinitive(verb) => start - 2,
        (_, word) if view.is_de(start) && !is_infinitive(word) => start,
        _ => return None,
    };
    // `le plan, qui coûte`
    let relative = view.before_is(end, 1, "qui");
    end -= usize::from(relative);
    end -= usize::from((relative || apart) && view.before_is(end, 1, ","));
    // `Le lot, accompagné de documents, est estimé à`
    if !relative && view.before_is(end, 1, ",") {
        end = (2..=REACH).filter_map(|back| end.checked_sub(back)).find(|&i| view.is(i, ","))?;
    }
    phrase_before(view, end).or_else(|| named_before(view, end).filter(|name| !is_function(view, name.first())))
}

/// Whether a name stands at the end of `phrase` as an apposition (`l'ancien ministre Paul Morel`), not behind `de`.
fn ends_named(view: View<'_, '_>, phrase: TokenRange) -> bool {
    let named = phrase.range().rev().take_while(|&i| view.is_capitalised(i)).last();
    named.is_some_and(|first| {
        first > phrase.first()
            && first + 1 < phrase.last_end()
            && !view.before_is(first, 1, "de d' du des la l' le les")
    })
}

/// The noun phrase before the comma at `comma`, which the value stands for: no adverbial (`dans la région, 3 %`) and no clause.
fn apposed(view: View<'_, '_>, comma: usize) -> Option<TokenRange> {
    let phrase = phrase_before(view, comma)?;
    let lead = view.before(phrase.first(), 2);
    (!is_one_of(lead, "dans en à sur depuis selon pour chez sous") && !has_verb(view, phrase)).then_some(phrase)
}

/// Whether `phrase` holds a verb, and is no noun phrase.
fn has_verb(view: View<'_, '_>, phrase: TokenRange) -> bool {
    phrase.range().any(|i| view.is_common_verb(i))
}

/// What costs the price that begins at `start`: `a vendu la maison pour 300 000 euros`, `des cartes à 5 euros`.
fn priced(view: View<'_, '_>, start: usize) -> Option<TokenRange> {
    // `soldés à seulement 2 euros`
    let start = start - usize::from(view.before_is(start, 1, "seulement seuls"));
    if !view.before_is(start, 1, "à pour") {
        return None;
    }
    // `Lancé à 1 500 euros, l'appareil`
    let fronted = |phrase: TokenRange| phrase.first() == view.range().first();
    phrase_before(view, start - 1).filter(|&phrase| !fronted(phrase) && !has_verb(view, phrase))
}

/// What money pays for.
pub(super) fn paid_for(view: View<'_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    after(view, end).or_else(|| before(view, start, end)).or_else(|| {
        // `pour le rail`, `sont des projets`, but `pour leurs agents`, `pour la Banque mondiale`: who gets or counts them
        let linked = view.is_one_of(end, "pour sont")
            && is_determiner(view.folded(end + 1))
            && !view.is_one_of(end + 1, "leur leurs")
            && !view.is_capitalised(end + 2);
        linked.then(|| phrase(view, end + 2)).flatten().or_else(|| priced(view, start))
    })
}

/// The whole of which a percentage is a part, or what grew by it.
pub(super) fn part_of(view: View<'_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    // `les 10 % les plus pauvres`
    if view.is(end, "les") && view.is(end + 1, "plus") && view.is_word(end + 2) {
        return Some(TokenRange::new(end, end + 3));
    }
    // `augmenter de 50 % le chiffre d'affaires`, `12 % chez les adultes`, `22 % pour les femmes`
    let link = usize::from(view.is_one_of(end, "pour chez parmi"));
    // `57 % (+3 points) des électeurs`
    let closed = (end + 1..end + LONGEST).find(|&i| view.is(end, "(") && view.is(i, ")"));
    let behind = closed.map_or(end, |close| close + 1);
    // `contre 2 % pour la Banque mondiale`: who says so.
    let said = link > 0 && view.is_capitalised(end + link + 1);
    let beside = || (!said && is_determiner(view.folded(end + link))).then(|| phrase(view, end + link + 1)).flatten();
    after(view, behind).or_else(|| before(view, start, end)).or_else(beside)
}

/// What a measure measures.
pub(super) fn measured(view: View<'_, '_>, start: usize, end: usize) -> Option<TokenRange> {
    after(view, end).or_else(|| before(view, start, end))
}

/// Whose age stands from `start`: the name or noun before it, or behind it where it opens the sentence.
pub(super) fn holder(view: View<'_, '_>, start: usize) -> Option<TokenRange> {
    // `âgée de 34 ans`, `une femme âgée entre 20 et 30 ans`
    let aged = |back: usize| view.before_is(start, back, "âgé âgée âgés âgées agé agée");
    let age = if aged(2) {
        Some(start - 2)
    } else if aged(1) {
        Some(start - 1)
    } else {
        None
    };
    let Some(mut end) = age else {
        return match view.before(start, 1) {
            "," | "(" => named_before(view, start - 1),
            // `à l'âge de 12 ans`
            "de" | "d'" if view.before_is(start, 2, "âge") => None,
            "de" | "d'" => bearer(view, start - 1),
            // `Anne Morel est morte à 89 ans`
            "à" if view.before_is(start, 2, "mort morte décédé décédée") => {
                let end = start - 2;
                let is = usize::from(view.before_is(end, 1, "est était"));
                (is > 0).then(|| named_before(view, end - 1).or_else(|| phrase_before(view, end - 1))).flatten()
            }
            _ => None,
        };
    };
    // `Âgé de 51 ans, ce voisin`
    if end == view.range().first() {
        let comma = (start + 1..start + AGE).find(|&i| view.is(i, ","))?;
        let determined = usize::from(is_determiner(view.folded(comma + 1)));
        return phrase(view, comma + 1 + determined);
    }
    end -= usize::from(view.before_is(end, 1, "est était"));
    end -= usize::from(view.before_is(end, 1, ", ("));
    named_before(view, end).or_else(|| bearer(view, end))
}

/// The most tokens from the start of an age to the comma behind it.
const AGE: usize = 7;

/// The noun phrase before `end`, or the name that it explains: `Anne Morel, lycéenne de 17 ans`.
fn bearer(view: View<'_, '_>, end: usize) -> Option<TokenRange> {
    let noun = (1..=REACH).take_while(|&back| is_noun(view, end.wrapping_sub(back))).count();
    let first = end - noun;
    if noun > 0
        && view.before_is(first, 1, ",")
        && let Some(name) = named_before(view, first - 1)
    {
        return Some(name);
    }
    phrase_before(view, end)
}

/// The most words of a person's name before an age.
const LONGEST_PERSON: usize = 4;

/// The name that ends before token `end`, told by its capitals: `Anne Morel`, `Nadia R.`.
fn named_before(view: View<'_, '_>, end: usize) -> Option<TokenRange> {
    let point = usize::from(view.before_is(end, 1, ".") && view.is_capitalised(end.wrapping_sub(2)));
    let last = end - point;
    let named = (1..=LONGEST_PERSON).take_while(|&back| view.is_capitalised(last.wrapping_sub(back))).count();
    // `le comte de Paris`
    (named > 0 && !view.before_is(last - named, 1, "de d' du des")).then(|| TokenRange::new(last - named, end))
}
