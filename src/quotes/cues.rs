//! Cues: the verbs by which a sentence says that someone speaks.

use super::scene::Scene;
use super::{phrase, subject, words};
use crate::lexicon::report_words;
use crate::lexicon::speech::{self, Class, Form, Frame, Verb};
use crate::text::TokenRange;
use crate::text::is_one_of;

/// How a cue stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stance {
    /// It has a subject of its own: `affirme`, `a déclaré`, `tient à rappeler`, `et d'ajouter`.
    Finite,
    /// It leans on the clause beside it: `estimant`, `avant de préciser`, `a salué et demandé`.
    Leaning,
}

/// A verb of saying in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// From the first auxiliary to the last word, as a reader would mark it.
    pub(super) tokens: TokenRange,
    /// Where the verb group begins, with its negation and object pronouns: the subject stands before it.
    pub(super) group: usize,
    pub(super) verb: Verb,
    pub(super) stance: Stance,
    /// The subject pronoun behind a hyphen: `-t-il`.
    pub(super) inverted: Option<usize>,
    /// Whether the verb is in the plural.
    pub(super) plural: bool,
    /// Whether nobody is its subject: `il est précisé que`, `est-il écrit`.
    pub(super) impersonal: bool,
}

impl Cue {
    /// Whether its verb goes on with a speech: `a-t-elle ajouté`.
    pub(super) fn continues(&self) -> bool {
        is_one_of(self.verb.lemma, "ajouter poursuivre conclure insister reprendre compléter continuer")
    }
}

/// How far a participle stands from its auxiliary, in tokens: `a-t-il, une nouvelle fois, déclaré` is rare.
const AUXILIARY: usize = 6;

/// How far behind its verb the first further word of an expression may stand: `fait-il encore valoir`.
const FURTHER: usize = 4;

/// How many cues one looks back over for the one that a quotation belongs to.
const NEAR: usize = 8;

/// The cues of `sentence` in order.
pub(super) fn find(scene: &Scene<'_, '_>, sentence: TokenRange) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    for index in sentence.range() {
        if !scene.is_said(index)
            || cues.last().is_some_and(|c| c.tokens.last_end() > index)
            || scene.name_at(index).is_some()
        {
            continue;
        }
        if let Some(cue) = at(scene, sentence, index, &cues) {
            cues.push(cue);
        }
    }
    cues
}

/// The cue whose verb group begins at `group`; `cues` stand in order.
pub(super) fn beginning_at(cues: &[Cue], group: usize) -> Option<&Cue> {
    let at = cues.partition_point(|c| c.group < group);
    cues.get(at).filter(|c| c.group == group)
}

/// The cues that end before `token`, the nearest first, as far as one looks.
pub(super) fn ending_before(cues: &[Cue], token: usize) -> impl Iterator<Item = &Cue> {
    cues[..cues.partition_point(|c| c.tokens.last_end() <= token)].iter().rev().take(NEAR)
}

/// The cue whose conjugated or non-finite verb is token `index`.
fn at(scene: &Scene<'_, '_>, sentence: TokenRange, index: usize, before: &[Cue]) -> Option<Cue> {
    // The best reading: the longest expression, then the one whose reflexive pronoun is there.
    let mut best: Option<(usize, Cue)> = None;
    let mut front = None;
    for (verb, form) in speech::readings(scene.word(index)) {
        // Most verbs that begin an expression stand without it.
        let goes_on = |word: &str| (index + 1..index + 1 + FURTHER).any(|i| scene.word(i).starts_with(word));
        if !verb.further_words().next().is_none_or(goes_on) {
            continue;
        }
        let front = front.get_or_insert_with(|| Front::of(scene, sentence, index));
        let Some(cue) = read(scene, sentence, index, verb, form, before, front) else { continue };
        let rank = 2 * verb.further_words().count() + usize::from(verb.is_reflexive());
        if best.as_ref().is_none_or(|(r, _)| rank > *r) {
            best = Some((rank, cue));
        }
    }
    best.map(|(_, cue)| cue)
}

/// What stands in front of a verb form, whichever verb it is of.
struct Front {
    /// What no finite verb follows: a preposition, `cette`, `son`, `une`.
    no_verb: bool,
    /// What a noun follows rather than a verb that looks like it: `la`, `première`.
    noun: bool,
    /// See [`auxiliary`].
    auxiliary: Option<(usize, Option<usize>)>,
}

impl Front {
    fn of(scene: &Scene<'_, '_>, sentence: TokenRange, index: usize) -> Self {
        let previous = if index > sentence.first() { scene.word(index - 1) } else { "" };
        let no_verb = words::is_preposition(previous) && previous != "en"
            || words::is_demonstrative(previous)
            || words::is_possessive(previous) && previous != "leur"
            || is_one_of(previous, "un une aucun aucune nul chaque de très plus")
            // `Cela dit, la route …`
            || is_one_of(previous, "cela ceci") && scene.is(index, "dit") && scene.is(index + 1, ",");
        // `le notait`, `comme le note Anne Morel`: pronouns.
        let imperfect = ["ait", "aient"].iter().any(|ending| scene.word(index).ends_with(ending));
        let it = previous == "le" && scene.is(index.saturating_sub(2), "comme");
        let noun = words::is_article(previous) && !it && !imperfect
            || is_one_of(previous, "leur leurs première nouvelle grande deux");
        Self { no_verb, noun, auxiliary: auxiliary(scene, sentence, index) }
    }
}

fn read(
    scene: &Scene<'_, '_>,
    sentence: TokenRange,
    index: usize,
    verb: Verb,
    form: Form,
    before: &[Cue],
    front: &Front,
) -> Option<Cue> {
    let word = |i: usize| if sentence.holds(i) { scene.word(i) } else { "" };
    let is = |i: usize, list: &str| sentence.holds(i) && scene.is_one_of(i, list);
    let previous = if index > sentence.first() { word(index - 1) } else { "" };
    let mut inverted = None;
    let (mut start, mut stance, mut plural, mut impersonal) = (index, Stance::Finite, false, false);
    match form {
        Form::Singular | Form::Plural | Form::Other => {
            plural = form == Form::Plural;
            inverted = inversion(scene, index + 1).filter(|&i| sentence.holds(i));
            if front.no_verb
                // `nous sommes` is of `être`, not of `sommer`.
                || words::is_be(scene.word(index)) && !verb.lemma.starts_with("être ")
                || verb.takes(Frame::MaybeNoun) && front.noun && inverted.is_none()
            {
                return None;
            }
            // `ont dit` is a compound tense, `dit` alone a present.
            let participle = || speech::readings(scene.word(index)).any(|(_, form)| form == Form::Participle);
            if front.auxiliary.is_some_and(|(aux, _)| sentence.holds(aux)) && participle() {
                return None;
            }
            if form == Form::Other && !is_first_person(scene, sentence, index, inverted) {
                return None;
            }
        }
        Form::Participle => {
            let (auxiliary, pronoun) = front.auxiliary?;
            let aux = word(auxiliary);
            if aux.is_empty() {
                // `a salué …, et demandé …`: the auxiliary stands with the participle before.
                // `imprimés et affichés` is a passive.
                let agrees = ["és", "ée", "ées"].iter().any(|e| word(index).ends_with(e));
                let joined = words::is_coordinator(previous)
                    && !agrees
                    && before.last().is_some_and(|c| index - c.tokens.last_end() < 40 && !c.plural);
                if !joined {
                    return None;
                }
                stance = Stance::Leaning;
            } else {
                start = auxiliary;
                inverted = pronoun;
                let passive = words::is_be(aux) || (auxiliary + 1..index).any(|i| is(i, "été"));
                // `il est rappelé que`, `est-il précisé` say what is said; `il est accusé de` says of whom.
                impersonal = passive
                    && verb.class == Class::Assert
                    && !verb.is_reflexive()
                    && !is_one_of(verb.lemma, "établir prouver démontrer admettre reconnaître")
                    && match pronoun {
                        Some(il) => self::pronoun(word(il)) == "il",
                        None => is(auxiliary.wrapping_sub(1), "il") && is(index + 1, "que qu'"),
                    };
                plural = aux.ends_with("nt");
                if aux == "ayant" || aux == "étant" {
                    stance = Stance::Leaning;
                } else if aux == "avoir" || aux == "être" && verb.is_reflexive() {
                    // `dit en avoir parlé`: here `en` is a pronoun.
                    let before = word(auxiliary.wrapping_sub(1));
                    if !words::is_preposition(before) || before == "en" {
                        return None;
                    }
                    stance = Stance::Leaning;
                } else if words::is_be(aux) && !verb.is_reflexive() && !impersonal {
                    return None;
                }
                // `ont été plusieurs fois interpellés`
                if !impersonal && (auxiliary + 1..index).any(|i| is(i, "été")) {
                    return None;
                }
            }
        }
        Form::Gerund => {
            // `maintenant` is an adverb; `une région voulant …` has no comma before it and says what the region is like.
            // `les accusant`, `leur demandant`, `en le priant`: here they are pronouns.
            // `…, l'accusant d'avoir menti`
            let behind = index.wrapping_sub(2);
            let pronoun = is_one_of(previous, "les leur certains certaines")
                || is(behind, "en")
                || is_one_of(previous, "l' le la")
                    && is(behind, ",")
                    && is_one_of(verb.lemma, "accuser prier supplier");
            if words::is_determiner(previous) && !pronoun || scene.is(index, "maintenant") {
                return None;
            }
            stance = Stance::Leaning;
        }
        Form::Infinitive => {
            (start, stance, inverted) = infinitive(scene, sentence, index)?;
            plural = start != index && word(start).ends_with("nt");
        }
    }
    // Object pronouns and negation before the group; the reflexive pronoun among them.
    let mut group = start;
    let mut reflexive = form == Form::Infinitive && index > start && words::is_reflexive(previous);
    while group > sentence.first()
        && (words::is_clitic(word(group - 1)) || matches!(form, Form::Gerund) && is(group - 1, "tout"))
    {
        // `m'a dit` is no `se dire`: the subject is no `je`.
        // `s'est contenté de dire`: of another verb.
        let own = form != Form::Infinitive || start == index;
        reflexive |=
            own && words::is_reflexive(word(group - 1)) && (word(group - 1).starts_with('s') || form == Form::Other);
        group -= 1;
    }
    if verb.is_reflexive() != reflexive {
        return None;
    }
    // The further words of an expression, with an inverted pronoun or an adverb before them.
    let mut end = inverted.map_or(index, |i| i.max(index)) + 1;
    for (nth, further) in verb.further_words().enumerate() {
        if nth == 0 {
            // `fait en outre remarquer`
            end = phrase::set_phrase_end(scene, end).unwrap_or(end + usize::from(words::is_adverb(word(end))));
        }
        // `convaincue`, `persuadés` agree.
        let rest = word(end).strip_prefix(further);
        if !rest.is_some_and(|rest| rest.is_empty() || nth == 0 && is_one_of(rest, "e s es")) {
            return None;
        }
        end += 1;
    }
    // `n'a pas demandé de délai`: nobody did. `n'a pas nié que`, `n'hésite pas à dire`, `n'a cessé de répéter`: it was said.
    let denied = form != Form::Infinitive
        && (group..start).any(|i| is(i, "ne n'"))
        && (start..=end).any(|i| is(i, "pas jamais"))
        && !is_one_of(verb.lemma, "contester démentir douter nier exclure");
    (!denied).then_some(Cue { tokens: TokenRange::new(start, end), group, verb, stance, inverted, plural, impersonal })
}

/// The pronoun in an inversion: `il` of `-t-il`.
pub(super) fn pronoun(inverted: &str) -> &str {
    inverted.trim_start_matches("-t").trim_start_matches('-')
}

/// The token of the subject pronoun that is inverted at token `at`: `-t-il`, `- t-il`.
fn inversion(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    // A space may have come in: `a- t-il`.
    let at = if scene.is(at, "-") && scene.is(at + 1, "t") { at + 2 } else { at };
    let word = scene.word(at);
    // Or the hyphen is missing: `…, dit il.`
    let bare = || is_one_of(word, "il elle ils elles") && (scene.is_sign(at + 1) && at >= 2 && scene.is_sign(at - 2));
    (word.starts_with('-') && words::is_subject_pronoun(pronoun(word)) || bare()).then_some(at)
}

/// Whether first and second persons are really meant: forms of `tu` and `je` look like nouns and participles.
fn is_first_person(scene: &Scene<'_, '_>, sentence: TokenRange, index: usize, inverted: Option<usize>) -> bool {
    if inverted.is_some() {
        return true;
    }
    let mut at = index;
    while at > sentence.first() && words::is_clitic(scene.word(at - 1)) && !scene.is_one_of(at - 1, "nous vous") {
        at -= 1;
    }
    at > sentence.first() && scene.is_one_of(at - 1, "je j' nous vous tu")
}

/// The auxiliary before participle `index`, and the pronoun inverted between them. `Some((usize::MAX, None))` where there is none but might be one further back.
fn auxiliary(scene: &Scene<'_, '_>, sentence: TokenRange, index: usize) -> Option<(usize, Option<usize>)> {
    let mut pronoun = None;
    for at in (sentence.first()..index).rev().take(AUXILIARY) {
        let word = scene.word(at);
        if is_auxiliary(word) {
            // `l'a`, `y a`: still an auxiliary.
            return Some((at, pronoun));
        }
        // `a, dans ce contexte, ajouté`
        if word == "," && at + 1 == index {
            let mut opens = (sentence.first() + 1..at).rev().take(subject::INSERTED);
            let open = opens.find(|&i| subject::inserted_end(scene, i, index) == Some(index));
            if let Some(aux) = open.map(|open| open - 1).filter(|&aux| is_auxiliary(scene.word(aux))) {
                return Some((aux, None));
            }
        }
        if let Some(inverted) = inversion(scene, at) {
            pronoun = pronoun.or(Some(inverted));
        } else if pronoun.is_some() && is_one_of(word, "t -") {
            // What a space parts from it.
        } else if words::is_coordinator(word) && word != "donc" {
            return Some((usize::MAX, None));
        } else if !(words::is_adverb(word)
            || word == "été"
            || scene.time_end(at).is_some()
            || word == ","
            || word == "quand" && scene.is(at + 1, "même")
            || report_words::fills_verb(word))
        {
            return None;
        }
    }
    None
}

/// Whether a participle may follow `word`.
fn is_auxiliary(word: &str) -> bool {
    words::is_have(word) || words::is_be(word) && word != "été"
}

/// Where the verb group of infinitive `index` begins and how it stands, when the infinitive is a cue at all.
fn infinitive(scene: &Scene<'_, '_>, sentence: TokenRange, index: usize) -> Option<(usize, Stance, Option<usize>)> {
    let mut at = index;
    while at > sentence.first() && (words::is_clitic(scene.word(at - 1)) || words::is_adverb(scene.word(at - 1))) {
        at -= 1;
    }
    if at == sentence.first() {
        return None;
    }
    let preposition = scene.word(at - 1);
    if is_one_of(preposition, "de d' à") {
        at -= 1;
    }
    // `peut-on lire`: the inverted pronoun stands between.
    let mut inverted = None;
    if at > sentence.first() + 1 && scene.is(at - 1, "-on") {
        at -= 1;
        inverted = Some(at);
    }
    let governor = if at > sentence.first() { scene.word(at - 1) } else { "" };
    // `Et la maire de poursuivre : « … »`: an infinitive that tells.
    let quotes = scene.is(index + 1, ":") || scene.pair_at(index + 1).is_some();
    // `La mairie a reproché à Anne Morel de vouloir « fermer les yeux »`: what another verb governs.
    let governed = || {
        let mut clause = (sentence.first()..at).rev().take_while(|&i| !scene.is_sign(i) && !scene.is(i, "et"));
        clause.any(|i| scene.is_finite(i))
    };
    if matches!(preposition, "de" | "d'") && quotes && scene.voice_at(at.saturating_sub(1)).is_some() && !governed() {
        return Some((at, Stance::Finite, None));
    }
    let finite = match preposition {
        "de" | "d'" => {
            // `ne cesse de répéter que`, `s'est contentée de dire que`
            is_one_of(
                governor,
                "tente tentent tentait essaie vient viennent venait venaient manque hésite cesse cessent cessait cessé continue continuent continuait contente contentent contentait contenté contentée contentés contentées borne borné bornée",
            )
        }
        // `a fini par admettre que`
        "par" => {
            at -= 1;
            scene.is_one_of(at.saturating_sub(1), "fini finit finissent finira commencé commence")
        }
        // `Certains vont jusqu'à dire que …`
        "à" if governor == "jusqu'" && at > sentence.first() + 1 && is_going(scene.word(at - 2)) => {
            at -= 1;
            true
        }
        // `Ils sont 62 % à penser que …`
        // `Les usagers ne sont que 17 % à penser que …`: whose verb `sont` is.
        "à" if is_one_of(governor, "% nombreux nombreuses majoritaires") => {
            let are = (sentence.first()..at).rev().take(AUXILIARY).find(|&i| words::is_be(scene.word(i)));
            return Some((are.unwrap_or(index), Stance::Finite, None));
        }
        "à" => is_one_of(governor, "tient tiennent tenait hésite hésitent pas tenu accorde accordent"),
        _ => is_modal(governor),
    };
    if finite {
        // Back to the auxiliary of `a tenu à`, `n'a pas hésité à`.
        let mut start = at - 1;
        for back in (sentence.first()..start).rev().take(4) {
            let word = scene.word(back);
            if words::is_have(word) {
                start = back;
                break;
            }
            if !words::is_adverb(word) && !word.starts_with('-') {
                break;
            }
        }
        return Some((start, Stance::Finite, inverted));
    }
    // `…, et d'ajouter :` goes on with the speaker before; `avant de préciser que`, `pour dénoncer` lean on the clause's subject.
    let leaning = match preposition {
        "de" | "d'" => is_one_of(governor, "et , avant afin") || scene.is_sign(at.saturating_sub(1)),
        "pour" | "sans" => true,
        "à" => is_one_of(governor, "allant va jusqu' consiste"),
        _ => false,
    };
    leaning.then_some((index, Stance::Leaning, None))
}

/// Forms of `aller`.
fn is_going(word: &str) -> bool {
    is_one_of(word, "va vont allait allaient ira iront allé allée allés allées")
}

/// Verbs that take the infinitive of what is said: `veut rappeler`, `a souhaité préciser`.
fn is_modal(word: &str) -> bool {
    is_one_of(
        word,
        "veut veulent voulait voulu souhaite souhaité souhaitait va vont allait doit dû devait peut pu pouvait préfère préféré ose osé tente faire semble",
    )
}
