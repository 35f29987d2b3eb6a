//! Memberships that no verb states: `member` and `group`.
//!
//! What a company's bracket lists it owns: `ownership.list`, `le groupe Télor (Vix, Lom et Ark)`.
//!
//! | rule | example |
//! |---|---|
//! | `membership.bracket` | `Anne Petit (CFDT)`, `Luc Roux (LR, Nord)` |
//! | `membership.affiliation` | `Anne Petit, de la CFDT, …` |
//! | `membership.title` | `l'UMP Anne Petit` |
//! | `membership.led` | `le PS d'Anne Petit`, `Novaline, le parti d'Anne Petit` |
//! | `membership.list` | `les Gafa (Google, Apple, Amazon)`, `le PCF (Anne Petit, Luc Roux)`, `le Benelux (Belgique, Pays-Bas, Luxembourg)`, `le gouvernement Petit (PS, PCF)` |
//! | `membership.lineup` | `Lens : Morel, Petit 12 (2x3), Roux (46e Saïdi), …` |

use super::clause_words::{is_article, is_preposition};
use super::parties::Party;
use super::role_words::is_organisation_noun;
use super::scene::Scene;
use super::subjects;
use super::{Fact, FactKind};
use crate::lexicon::demonyms;
use crate::lexicon::gazetteer::{self, Class, NameKind};
use crate::map::Map;
use crate::mentions::{Kind, Mention};
use crate::text::{TokenRange, is_one_of};
use crate::tokens::TokenKind;

/// The memberships of people as they are named.
pub(super) fn find(scene: &Scene<'_, '_>, roles: &[Fact]) -> Vec<Fact> {
    // Whoever has a function there is more than a member.
    let mut functions: Map<(usize, usize), ()> = Map::default();
    for [person, _, body, ..] in roles.iter().filter_map(|fact| fact.arguments.first_chunk::<3>()) {
        if let Some(pair) = person.entity.zip(body.entity) {
            functions.insert(pair, ());
        }
    }
    let mut facts = Vec::new();
    for (index, person) in scene.mentions.list().iter().enumerate().filter(|(_, m)| m.kind == Kind::Person) {
        if scene.is_noise(person.tokens.first()) {
            continue;
        }
        if governs(scene, person, &mut facts) {
            continue;
        }
        let end = scene.tokens.sentence_range(person.tokens.first()).last_end();
        let found = bracket(scene, person, end)
            .or_else(|| affiliation(scene, person, end))
            .or_else(|| title(scene, person))
            .or_else(|| led(scene, person));
        if let Some((group, by)) = found {
            let group = Party::of(scene, group);
            // `Anne Petit et Luc Roux (PCF)` are both of it, as are `la maire, Anne Petit, et son adjoint, Luc Roux (tous deux PCF)`.
            let both = by == "membership.bracket" && scene.is_one_of(person.tokens.last_end() + 1, "tous toutes");
            // `Anne Petit et Luc Roux, de la CFDT, …`
            let affiliated = by == "membership.affiliation"
                && begins_party_or_union(scene, group.tokens.first())
                && scene.is(person.tokens.last_end(), ",");
            let other = || beside(scene, person).filter(|_| by == "membership.bracket" || affiliated);
            let members = match if both { named_before(scene, person) } else { other() } {
                Some(other) => vec![other, Party::of(scene, index)],
                None => vec![Party::of(scene, index)],
            };
            for member in members {
                if !member.entity.zip(group.entity).is_some_and(|pair| functions.contains_key(&pair)) {
                    facts.push(fact(member, group, by));
                }
            }
        }
    }
    for (index, name) in scene.mentions.list().iter().enumerate().filter(|(_, m)| m.kind == Kind::Organisation) {
        listed(scene, index, &mut facts);
        gathered(scene, name.tokens.first(), &mut facts);
    }
    for sentence in scene.tokens.sentences() {
        lineup(scene, sentence.tokens, &mut facts);
    }
    facts
}

/// That `member` is one of `group`.
pub(super) fn fact(member: Party, group: Party, by: &'static str) -> Fact {
    Fact::asserted(FactKind::Membership, vec![member.plays("member"), group.plays("group")], by, 0.8)
}

/// The names that the bracket at token `open` lists, two at least; none where it says something else.
fn in_bracket(scene: &Scene<'_, '_>, open: usize) -> Vec<Party> {
    let mut list = Vec::new();
    let Some(close) = scene.bracket_end(open).filter(|_| scene.is(open, "(") && !scene.is_noise(open)) else {
        return list;
    };
    let mut at = open + 1;
    while let Some((mention, name)) = scene.name_from(at) {
        list.push(Party::of(scene, mention));
        at = name.tokens.last_end();
        let joint = usize::from(scene.is_one_of(at, ", et"));
        at += joint + usize::from(joint > 0 && scene.is_one_of(at + 1, "la le l' les et"));
    }
    let open_end = scene.word(at).starts_with("etc") || scene.is_one_of(at, "… ...");
    if list.len() < 2 || !(open_end || at + 1 == close) {
        list.clear();
    }
    list
}

/// Tells which parties make up the government that is called after `person`, if the bracket behind the name does.
fn governs(scene: &Scene<'_, '_>, person: &Mention, facts: &mut Vec<Fact>) -> bool {
    let noun = person.tokens.first().wrapping_sub(1);
    if !scene.is_one_of(noun, "gouvernement coalition") {
        return false;
    }
    let list = in_bracket(scene, person.tokens.last_end());
    let party = |p: &Party| scene.name_from(p.tokens.first()).is_some_and(|(_, name)| is_party(scene, name));
    if list.iter().filter(|p| party(p)).count() < 2 {
        return false;
    }
    let tokens = TokenRange::new(noun, person.tokens.last_end());
    let group = Party { tokens, span: scene.tokens.span(tokens), entity: None, kind: Kind::Organisation };
    facts.extend(list.into_iter().map(|p| fact(p, group, "membership.list")));
    true
}

/// What the bracket behind the name `index` lists: who is of the group, or what the company owns.
fn listed(scene: &Scene<'_, '_>, index: usize, facts: &mut Vec<Fact>) {
    let group = Party::of(scene, index);
    let list = in_bracket(scene, group.tokens.last_end());
    let people = list.iter().all(|p| p.kind == Kind::Person);
    let bodies = 2 * list.iter().filter(|p| p.kind == Kind::Organisation).count() > list.len();
    if list.is_empty() {
        return;
    }
    let before = group.tokens.first().checked_sub(1).map_or("", |i| scene.word(i));
    // `les pays du Benelux (Belgique, Pays-Bas, Luxembourg)`
    let is_country = |p: &Party| {
        p.kind == Kind::Place
            && scene
                .name_from(p.tokens.first())
                .is_some_and(|(_, name)| reads(scene, name, |class| class == Class::Country))
    };
    // What the gazetteer knows as another body than one of states has branches there: `Greenpeace (France, Belgique)`.
    let of_states = scene.name_from(group.tokens.first()).is_none_or(|(_, name)| {
        !reads(scene, name, |class| class.kind() == NameKind::Organisation && class != Class::Institution)
    });
    if list.iter().all(is_country) && of_states && !is_company(scene, &group) {
        facts.extend(list.into_iter().map(|p| fact(p, group, "membership.list")));
        return;
    }
    let party = begins_party_or_union(scene, group.tokens.first());
    // `le Nouveau Front (PS, PCF, Verts)`
    let allied = list.iter().filter(|p| begins_party_or_union(scene, p.tokens.first())).count() > 1;
    if people && party || bodies && (allied || is_one_of(before, "les des aux")) {
        facts.extend(list.into_iter().map(|p| fact(p, group, "membership.list")));
    } else if bodies && (before == "groupe" || is_company(scene, &group)) {
        let owned = list.into_iter().filter(|p| p.kind == Kind::Organisation);
        facts.extend(owned.map(|p| {
            let arguments = vec![group.plays("owner"), p.plays("owned")];
            Fact::asserted(FactKind::Ownership, arguments, "ownership.list", 0.8)
        }));
    }
}

/// Who makes up the alliance without a name in front of the bracket whose first name is at token `first`: `l'intersyndicale (CGT, FO, FSU)`.
fn gathered(scene: &Scene<'_, '_>, first: usize, facts: &mut Vec<Fact>) {
    let Some(noun) = first.checked_sub(2).filter(|&i| scene.is_one_of(i, "intersyndicale coalition alliance")) else {
        return;
    };
    let tokens = TokenRange::new(noun, noun + 1);
    let group = Party { tokens, span: scene.tokens.span(tokens), entity: None, kind: Kind::Organisation };
    facts.extend(in_bracket(scene, noun + 1).into_iter().map(|p| fact(p, group, "membership.list")));
}

/// Who plays for the side that the sentence `line` begins with: `Lens : Morel, Petit 12 (2x3), Roux (46e Saïdi), …`, people and next to no other words.
fn lineup(scene: &Scene<'_, '_>, line: TokenRange, facts: &mut Vec<Fact>) {
    /// The fewest names that make such a line; fewer may be guests or authors.
    const FEWEST: usize = 6;
    let Some((side, name)) = scene.name_from(line.first()) else { return };
    let colon = name.tokens.last_end();
    if !matches!(name.kind, Kind::Organisation | Kind::Place) || !scene.is(colon, ":") || scene.is_noise(colon) {
        return;
    }
    let before = facts.len();
    let mut words = 0;
    for i in colon..line.last_end() {
        words += usize::from(scene.is_small_word(i) && scene.word(i).len() > 2);
        if let Some((mention, _)) = scene.name_from(i).filter(|(_, m)| m.kind == Kind::Person) {
            facts.push(fact(Party::of(scene, mention), Party::of(scene, side), "membership.lineup"));
        }
    }
    let people = facts.len() - before;
    if people < FEWEST || 3 * words > people {
        facts.truncate(before);
    }
}

/// The person who is named right before `person`, joined by `et`.
fn beside(scene: &Scene<'_, '_>, person: &Mention) -> Option<Party> {
    let joint = scene.person_start(person.tokens).checked_sub(1).filter(|&i| scene.is(i, "et"))?;
    let (other, name) = scene.name_at(joint.checked_sub(1)?)?;
    (name.kind == Kind::Person && name.tokens.last_end() == joint).then(|| Party::of(scene, other))
}

/// The person who is named before `person` in the same sentence.
fn named_before(scene: &Scene<'_, '_>, person: &Mention) -> Option<Party> {
    let first = scene.tokens.sentence_range(person.tokens.first()).first();
    let before = (first..person.tokens.first()).rev().filter_map(|i| scene.name_from(i));
    before.into_iter().find(|(_, m)| m.kind == Kind::Person).map(|(other, _)| Party::of(scene, other))
}

fn bracket(scene: &Scene<'_, '_>, person: &Mention, end: usize) -> Option<(usize, &'static str)> {
    let open = person.tokens.last_end();
    let close = scene.bracket_end(open).filter(|&close| close <= end)?;
    // `Anne Petit et Luc Roux (tous deux PS)`, `(association Novaline)`
    let both = usize::from(scene.is_one_of(open + 1, "tous toutes")) * 2;
    let inside = behind_noun(scene, open + 1 + both);
    let noun = inside > open + 1 + both;
    let (group, name) = organisation_from(scene, inside)?;
    // `Clara Rojas (CHI)`: three capitals that no list knows are a country's in a table of results; `(Les Lilas)` that no list knows may be what someone made.
    let short =
        name.tokens.len() == 1 && scene.tokens.is_all_caps(inside) && name.span.len() > 3 && !is_medium(scene, name);
    let code = name.tokens.len() == 1 && name.span.len() <= 3 && !is_party(scene, name) && !is_union(scene, name);
    // `« Le Pont », de Luc Roux (Gallimard)`: who publishes it.
    let made = scene.person_start(person.tokens).checked_sub(1).is_some_and(|i| scene.is_one_of(i, "par de d'"));
    let known = is_body(scene, name) && !(made && reads(scene, name, |class| class == Class::Company))
        || is_among_parties(scene, person, close);
    // `(CGT Métallurgie)`, `(FO territoriaux)`: of a union's branches the last words may be no name.
    let rest = name.tokens.last_end()..close - 1;
    let branch = rest.len() <= BRANCH
        && is_union(scene, name)
        && rest.into_iter().all(|i| scene.tokens.kind(i) == Some(TokenKind::Word));
    let alone = (branch || name.tokens.last_end() + 1 == close) && !code && (noun || short || known);
    (alone || scene.is(name.tokens.last_end(), ",") && is_party(scene, name)).then_some((group, "membership.bracket"))
}

/// Whether the list of people with their parties goes on at token `close` or stands before `person`: `Anne Petit (PCF), Luc Roux (Les Lilas)`.
fn is_among_parties(scene: &Scene<'_, '_>, person: &Mention, close: usize) -> bool {
    let next = scene.person_from(close + 1).map(|(_, m)| m.tokens.last_end());
    let next = next.filter(|&open| scene.is(open, "(")).and_then(|open| organisation_from(scene, open + 1));
    let start = scene.person_start(person.tokens);
    let before = start.checked_sub(3).filter(|&i| scene.is(i + 1, ")")).and_then(|i| scene.name_at(i));
    next.or(before).is_some_and(|(_, party)| is_party(scene, party))
}

/// Whether `party` is a company: by its name or by the noun before it.
pub(super) fn is_company(scene: &Scene<'_, '_>, party: &Party) -> bool {
    /// How far before the name the noun stands (`la compagnie aérienne française`).
    const NEAR: usize = 4;
    let first = party.tokens.first();
    let noun = (first.saturating_sub(NEAR)..first)
        .rev()
        .take_while(|&i| scene.is_small_word(i))
        .any(|i| scene.is_one_of(i, "compagnie société entreprise banque start-up cabinet"));
    noun || scene.name_from(first).is_some_and(|(_, name)| reads(scene, name, |class| class == Class::Company))
}

/// Whether the name is that of a newspaper or channel: its people work there.
fn is_medium(scene: &Scene<'_, '_>, name: &Mention) -> bool {
    reads(scene, name, |class| class == Class::Media)
}

fn affiliation(scene: &Scene<'_, '_>, person: &Mention, end: usize) -> Option<(usize, &'static str)> {
    // `dit Anne Petit de la CFDT`: without a comma only where nothing else can be meant.
    let bare = !scene.is(person.tokens.last_end(), ",");
    let comma = person.tokens.last_end().checked_sub(usize::from(bare))?;
    if !scene.is_one_of(comma + 1, "de du des d'") {
        return None;
    }
    let article = scene.is_one_of(comma + 2, "la l'") && scene.name_from(comma + 2).is_none();
    let at = comma + 2 + usize::from(article);
    let at = behind_noun(scene, at);
    let (group, name) = organisation_from(scene, at)?;
    // `, de la CGT éducation, …`
    const REST: usize = 4;
    let after = name.tokens.last_end();
    let rest = (after..after + REST).find(|&i| !scene.is_small_word(i));
    let after = rest.filter(|_| !bare && is_union(scene, name)).unwrap_or(after);
    // `selon Anne Petit de l'association Les Lilas qui …`
    let told = bare && at > comma + 2 + usize::from(article);
    let closed = after == end
        || told && scene.is(after, "qui")
        || bare && is_party(scene, name)
        || after < end && matches!(scene.word(after), "," | "." | ";" | ":" | "(" | ")" | "\"" | "»" | "-" | "–");
    // `s'inquiète Anne Petit de L'Écho`
    (closed && (!bare || told || is_party_or_union(scene, name) || is_medium(scene, name)))
        .then_some((group, "membership.affiliation"))
}

/// Where the name begins behind the noun at `at` that says what is named: `association Novaline`, `ONG Novaline`, `association de défense des animaux Novaline`.
fn behind_noun(scene: &Scene<'_, '_>, at: usize) -> usize {
    /// The longest noun phrase before the name, in tokens.
    const LONGEST: usize = 6;
    if !is_organisation_noun(scene.word(at)) || scene.mentions.at_token(at).is_some() {
        return at;
    }
    let name = (at + 1..at + LONGEST).find(|&i| !scene.is_small_word(i)).unwrap_or(at + 1);
    // `du syndicat de Novaline`: where it is.
    if is_preposition(scene.word(name - 1)) || is_article(scene.word(name - 1)) { at + 1 } else { name }
}

fn title(scene: &Scene<'_, '_>, person: &Mention) -> Option<(usize, &'static str)> {
    let first = person.tokens.first();
    let (group, name) = scene.name_at(first.checked_sub(1)?)?;
    let article = scene.word(name.tokens.first().checked_sub(1)?);
    let fits = name.tokens.last_end() == first && is_party(scene, name) && is_one_of(article, "le la l' du au");
    fits.then_some((group, "membership.title"))
}

/// The party that is called that of `person`: `le PS d'Anne Petit`, `Novaline, le parti souverainiste du député Luc Roux`.
fn led(scene: &Scene<'_, '_>, person: &Mention) -> Option<(usize, &'static str)> {
    let start = scene.person_start(person.tokens);
    // A noun for who they are may stand before the name: `de l'ancienne ministre Anne Petit`.
    let of = (start.saturating_sub(NOUNS)..start)
        .rev()
        .take_while(|&i| i + 1 == start || scene.is_small_word(i + 1))
        .find(|&i| scene.is_one_of(i, "de d' du"))?;
    // `la Ligue italienne de Luc Roux`
    let adjective = |at: usize| scene.is_small_word(at) && demonyms::place(scene.word(at)).is_some();
    let end = of - usize::from(of > 0 && adjective(of - 1));
    let body = |end: usize| {
        let mark = end > 1 && scene.tokens.kind(end - 1) == Some(TokenKind::Quote);
        let end = end - usize::from(mark);
        scene.name_at(end.checked_sub(1)?).filter(|(_, m)| m.kind == Kind::Organisation && m.tokens.last_end() == end)
    };
    // `le départ du PS d'Anne Petit`: who leaves, or comes.
    let moves = |name: &Mention| {
        let before = name.tokens.first().saturating_sub(3)..name.tokens.first();
        before.into_iter().any(|i| {
            scene.is_one_of(i, "départ démission exclusion arrivée entrée sortie retour ralliement adhésion soutien")
        })
    };
    let direct = body(end).filter(|(_, name)| !scene.is(of, "du") && is_party(scene, name) && !moves(name));
    // `, le parti de`: an apposition.
    let apposed = || {
        let noun = (of.saturating_sub(2)..of).find(|&i| scene.is_one_of(i, "parti formation mouvement"))?;
        let comma = noun.checked_sub(2).filter(|&i| scene.is(i, ",") && scene.is_one_of(noun - 1, "le la"))?;
        // `Forza Italia (droite), le parti de`; not `publié dans Le Temps, le parti de`
        body(subjects::before_bracket(scene, comma, comma.saturating_sub(FARTHEST)))
            .filter(|(_, name)| !scene.is(name.tokens.first().wrapping_sub(1), "dans"))
    };
    // `du mouvement d'Anne Petit, Novaline,`: the name is the apposition.
    let called = || {
        (of.saturating_sub(2)..of).find(|&i| scene.is_one_of(i, "parti formation mouvement collectif"))?;
        let at = person.tokens.last_end() + usize::from(scene.is(person.tokens.last_end(), ","));
        let (mention, name) = organisation_from(scene, at + usize::from(is_article(scene.word(at))))?;
        let end = name.tokens.last_end();
        let closed = end >= scene.tokens.sentence_range(of).last_end() || scene.is_one_of(end, ", . ; ( ) :");
        closed.then_some((mention, name))
    };
    let (group, _) = called().or(direct).or_else(apposed)?;
    Some((group, "membership.led"))
}

/// How many words for who somebody is stand before their name at most.
const NOUNS: usize = 4;

/// How many words the branch of a union has that are not in its name, at most.
const BRANCH: usize = 3;

/// The longest bracket between a party and whose it is, in tokens.
const FARTHEST: usize = 12;

fn organisation_from<'a>(scene: &Scene<'a, '_>, at: usize) -> Option<(usize, &'a Mention)> {
    scene.name_from(at).filter(|(_, m)| m.kind == Kind::Organisation)
}

/// Whether the gazetteer knows the name as that of a body with members. A ministry's name is a minister's portfolio (`Anne Petit (Éducation nationale)`).
fn is_body(scene: &Scene<'_, '_>, name: &Mention) -> bool {
    let is = |class: Class| class.kind() == NameKind::Organisation;
    reads(scene, name, |class| is(class) && !matches!(class, Class::Media | Class::Institution))
}

/// Whether the name is that of a party or union, as the gazetteer knows it.
pub(super) fn is_party_or_union(scene: &Scene<'_, '_>, name: &Mention) -> bool {
    reads(scene, name, |class| matches!(class, Class::Party | Class::Union))
}

/// Whether the name that begins at token `at` is that of a party or union.
pub(super) fn begins_party_or_union(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.name_from(at).is_some_and(|(_, name)| is_party_or_union(scene, name))
}

/// Whether the name is that of a party, as the gazetteer knows it.
pub(super) fn is_party(scene: &Scene<'_, '_>, name: &Mention) -> bool {
    reads(scene, name, |class| class == Class::Party)
}

/// Whether the name is that of a union, as the gazetteer knows it.
fn is_union(scene: &Scene<'_, '_>, name: &Mention) -> bool {
    reads(scene, name, |class| class == Class::Union)
}

fn reads(scene: &Scene<'_, '_>, name: &Mention, is: impl Fn(Class) -> bool) -> bool {
    // `La France insoumise`: a name may begin with its article.
    let articled = usize::from(name.tokens.len() > 1 && is_article(scene.word(name.tokens.first())));
    (0..=articled).any(|from| {
        let word = |index| name.tokens.range().nth(from + index).map(|i| (scene.word(i), scene.tokens.str(i)));
        gazetteer::longest(&word).is_some_and(|(_, entry)| entry.readings().any(|r| is(r.class)))
    })
}
