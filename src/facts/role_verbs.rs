//! Roles that a verb states of the person named before it: `role.copula`, `role.head` (see [`super::roles`]).

use super::clause_words::is_adverb;
use super::parties::behind_asides;
use super::role_lists::MOST_PEOPLE;
use super::role_phrase::{self, Determiner, Held, RolePhrase};
use super::role_words::{is_adjective, is_appointed, is_closer, is_participle, is_predicate};
use super::roles::{Person, Reader};
use super::{Argument, Fact, FactKind};
use crate::lexicon::titles::TitleClass;
use crate::mentions::Kind;
use crate::text::{TokenRange, is_one_of};
use crate::tokens::TokenKind;

/// How sure a role is that a verb states: of 16 that readers judged four were a manner of speaking, or of someone else.
const SAID: f32 = 0.75;

impl Reader<'_, '_, '_> {
    /// Tells that the verb at `verb` puts `person` into `office`.
    fn appoint(&mut self, person: Person, office: TokenRange, verb: usize) {
        let arguments = vec![
            Argument { name: "person", span: person.span, entity: person.entity },
            Argument { name: "office", span: self.scene.tokens.span(office), entity: None },
        ];
        let mut fact = Fact::asserted(FactKind::Appointment, arguments, "appointment.verb", 0.8);
        fact.when = self.scene.date_near(verb);
        self.roles.push(fact);
    }

    /// `Anne Petit est maire de Nantes`, `a été élue, dimanche, présidente`, `Anne Petit et Luc Roux sont députés`.
    pub(super) fn copula(&mut self) {
        let end = self.sentence_end();
        let mut at = self.person.tokens.last_end();
        at = self.scene.bracket_end(at).unwrap_or(at);
        // `Le maire, Anne Petit, est membre du parti`
        let title = self.scene.person_start(self.person.tokens).checked_sub(1).filter(|&i| self.is(i, ","));
        let first = self.scene.tokens.sentence_range(self.person.tokens.first()).first();
        let titled =
            || title.is_some_and(|comma| self.phrases_until(first, comma).first().is_some_and(|p| p.start == first));
        // `celui qui`, `M. Morel qui est aussi maire`
        let who = || self.word(at - 1).starts_with("cel") || self.scene.name_at(at - 1).is_some();
        at += match (self.word(at), self.word(at + 1)) {
            (",", "qui") => 2,
            (",", _) if titled() => 1,
            ("qui", _) if who() => 1,
            _ => 0,
        };
        let joined = self.scene.person_start(self.person.tokens).checked_sub(1).is_some_and(|i| self.is(i, "et"));
        let plural = if joined { self.plural_copula_end(at, end) } else { None };
        let several = plural.is_some();
        let Some(verb_end) = plural.or_else(|| self.copula_end(at, end)) else { return };
        let mut at = self.skip_date(verb_end, end);
        // `est devenue, lors des élections, la plus jeune élue`, `est officiellement candidat`
        if self.is_one_of(at, ", par") || is_adverb(self.word(at)) {
            at = behind_asides(self.scene, at, end);
        }
        let at = self.skip_openers(at, end);
        let Some(phrase) = role_phrase::read(self.scene, at, end) else { return };
        let noun = if several { self.word(phrase.noun).trim_end_matches('s') } else { self.word(phrase.noun) };
        // `est une « libérale »`: what somebody calls her.
        let label = self.scene.tokens.kind(phrase.noun - 1) == Some(TokenKind::Quote) && !noun.starts_with("gilet");
        // `est responsable de la panne`; `est responsable international du parti`, `était chargé du budget` are posts.
        let next = self.word(phrase.noun + 1);
        let post = is_adjective(next) || next == "par";
        let charge = noun.starts_with("chargé") && self.is_one_of(verb_end - 1, "est était fut sera devient");
        let predicate =
            phrase.determiner == Determiner::None && (is_participle(noun) && !charge || is_predicate(noun) && !post);
        // `l'un des premiers dirigeants à réagir` compares; `l'une des fondatrices du parti` is one.
        let ranks = (phrase.noun.saturating_sub(2)..phrase.noun)
            .any(|i| self.is_one_of(i, "premier première premiers premières"));
        let one_of = ranks && phrase.determiner == Determiner::Indefinite && !is_closer(self.word(phrase.end));
        let compares = self.is_one_of(phrase.end, "que comme à au");
        if phrase.plural != several
            || label
            || predicate
            || one_of
            || compares
            || self.scene.person_from(phrase.end).is_some()
        {
            return;
        }
        if several {
            let people = self.people_until(true);
            if is_appointed(self.word(verb_end - 1).trim_end_matches('s')) {
                let office = TokenRange::new(phrase.role.first(), phrase.end);
                people.iter().for_each(|&person| self.appoint(person, office, verb_end - 1));
            }
            return self.tell(&phrase, &people, "role.copula", SAID);
        }
        let mut phrase = phrase;
        // `fut journaliste, directeur de la revue et écrivain`
        for listed in self.list_behind(&phrase, end) {
            self.share(&mut phrase, &listed);
            self.tell(&listed, &[self.person], "role.copula", SAID);
        }
        let score = self.complete(&mut phrase, end, SAID);
        self.tell(&phrase, &[self.person], "role.copula", score);
        // `devient directrice de la banque`; whoever becomes an idol is put into no office.
        let verb = self.word(verb_end - 1);
        if is_appointed(verb) {
            self.appoint(self.person, TokenRange::new(phrase.role.first(), phrase.end), verb_end - 1);
        } else if verb.starts_with("dev") {
            self.become_holder(&phrase, verb_end - 1);
        }
    }

    /// Tells that the person gets the office that they become the holder of, as `phrase` says.
    pub(super) fn become_holder(&mut self, phrase: &RolePhrase, verb: usize) {
        if phrase.class == TitleClass::Office && (phrase.role.len() > 1 || !phrase.held.is_empty()) {
            self.appoint(self.person, TokenRange::new(phrase.role.first(), phrase.end), verb);
        }
    }

    /// The roles that a list goes on with behind `phrase`, `A, B et C`.
    fn list_behind(&self, phrase: &RolePhrase, end: usize) -> Vec<RolePhrase> {
        let mut listed: Vec<RolePhrase> = Vec::new();
        let mut last = phrase.clone();
        while listed.len() < MOST_PEOPLE {
            // `actrice ou encore danseuse`
            if self.is(last.end, "ou") {
                last.end += usize::from(self.is(last.end + 1, "encore"));
            }
            if let Some(second) = self.joined_behind(last.end, end, &last) {
                listed.push(second);
                return listed;
            }
            // `est une juriste, membre de la CFDT.`
            let bare = (last.determiner == Determiner::None || listed.is_empty()) && self.is(last.end, ",");
            let next = if bare { role_phrase::read(self.scene, last.end + 1, end) } else { None };
            let Some(next) = next.filter(|p| p.determiner == Determiner::None && !p.plural) else { break };
            listed.push(next.clone());
            last = next;
        }
        // Without `et` it was a list only if the sentence ends with it.
        if last.end == end || self.is(last.end, ".") {
            return listed;
        }
        Vec::new()
    }

    /// `sous la présidence de Paul Morel`
    fn presided(&mut self) {
        let of = self.scene.person_start(self.person.tokens).checked_sub(4);
        let Some(under) = of.filter(|&i| self.is(i, "sous") && self.is(i + 2, "présidence")) else { return };
        self.tell_words(TokenRange::new(under + 2, under + 3), None, self.person, "role.head", 0.8);
    }

    /// `à la tête de la CFDT`, `qui préside la CFDT`: the words that put someone at the head of an organisation.
    pub(super) fn head(&mut self) {
        self.presided();
        let end = self.sentence_end();
        let mut at = self.person.tokens.last_end();
        at = self.scene.bracket_end(at).unwrap_or(at);
        let comma = self.is(at, ",");
        let mut from = if comma { at + 1 } else { at };
        // `, jusqu'ici à la tête de`
        if comma && self.word(from).starts_with("jusqu'") {
            from += 1 + usize::from(self.is(from + 1, "ici"));
        }
        let verb = if self.is(from, "qui") { from + 1 } else { from };
        let (role, object) = if self.is_one_of(verb, "préside dirige présidait dirigeait codirige copréside") {
            (TokenRange::new(verb, verb + 1), verb + 1)
        } else {
            let appointed = is_appointed(self.word(from)) || self.is_one_of(from, "arrivé arrivée placé placée est");
            let words = if appointed { from + 1 } else { from };
            // `aux commandes de Novaline`
            let commands = self.is(words, "aux") && self.is_one_of(words + 1, "commandes manettes rênes");
            let head = self.is(words, "à") && self.is(words + 1, "la") && self.is(words + 2, "tête");
            if !(comma || appointed) || !commands && !head {
                return;
            }
            let of = words + if head { 3 } else { 2 };
            if !self.is_one_of(of, "de du des d'") {
                return;
            }
            (TokenRange::new(words, of), of + 1)
        };
        let object = if self.is_one_of(object, "la le l' les") { object + 1 } else { object };
        let named =
            self.scene.name_from(object).filter(|(_, m)| m.kind == Kind::Organisation && m.tokens.last_end() <= end);
        if let Some((mention, name)) = named {
            let held = Held { span: name.span, entity: self.scene.links.entity_of(mention) };
            self.tell_words(role, Some(held), self.person, "role.head", 0.8);
            let verb = role.first().saturating_sub(1);
            if is_appointed(self.word(verb)) {
                self.appoint(self.person, TokenRange::new(role.first(), name.tokens.last_end()), verb);
            }
        }
    }

    /// One past the verb at `at` that says what someone is or becomes, if one stands there and is not denied.
    fn copula_end(&self, at: usize, end: usize) -> Option<usize> {
        let word = |i: usize| if i < end { self.word(i) } else { "" };
        let is = |i: usize, list: &str| i < end && self.is_one_of(i, list);
        let is_change = |w: &str| is_appointed(w) || is_one_of(w, "devenu devenue resté restée reconnu reconnue");
        let (verb, next) = (word(at), word(at + 1));
        let comes_to_be = is_one_of(verb, "est était fut sera");
        // `s'est autoproclamé président`, `se présente comme youtubeur`, `est considérée comme une des fondatrices`
        let as_such = verb == "se" && is_one_of(next, "présente présentait définit")
            || comes_to_be && next.starts_with("considéré");
        if verb == "s'" && next == "est" && word(at + 2).contains("proclamé") || as_such && is(at + 2, "comme") {
            return Some(at + 3);
        }
        // `travaille comme infirmière`, `occupe le poste de directrice`
        if is_one_of(verb, "travaille travaillait exerce exerçait officie officiait") && next == "comme" {
            return Some(at + 2);
        }
        if is_one_of(verb, "occupe occupait exerce exerçait")
            && is(at + 2, "poste fonction fonctions")
            && is(at + 3, "de d'")
        {
            return Some(at + 4);
        }
        if is_one_of(verb, "a avait") && next == "été" {
            return Some(at + 2 + usize::from(is_appointed(word(at + 2))));
        }
        let is = comes_to_be || is_one_of(verb, "reste demeure devient devint deviendra redevient devenu devenue");
        is.then(|| at + 1 + usize::from(comes_to_be && is_change(next)))
    }

    /// The same of several people: `sont`, `ont été élus`.
    fn plural_copula_end(&self, at: usize, end: usize) -> Option<usize> {
        let change = |i: usize| {
            let word = self.word(i).trim_end_matches('s');
            usize::from(i < end && (is_appointed(word) || is_one_of(word, "devenu devenue")))
        };
        if self.is_one_of(at, "ont avaient") && self.is(at + 1, "été") {
            return Some(at + 2 + change(at + 2));
        }
        self.is_one_of(at, "sont étaient furent seront restent deviennent").then(|| at + 1 + change(at + 1))
    }

    /// One past a date at `at`, bare or between commas (`, dimanche 18 mai,`).
    fn skip_date(&self, at: usize, end: usize) -> usize {
        let comma = self.is(at, ",");
        let from = if comma { at + 1 } else { at };
        // `le 6 juillet`: the article stands before the date.
        let from = if self.is_one_of(from, "le en") { from + 1 } else { from };
        let date = self.scene.mentions.at_token(from).map(|m| &self.scene.mentions.list()[m]);
        match date.filter(|d| d.kind == Kind::Date && d.tokens.last_end() < end).map(|d| d.tokens.last_end()) {
            Some(after) if !comma => after,
            Some(after) if self.is(after, ",") => after + 1,
            _ => at,
        }
    }
}
