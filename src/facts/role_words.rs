//! Word lists of the role rules: small closed classes, each with what the rules make of it.

use crate::lexicon::demonyms;
use crate::text::{ends_like, is_one_of};

/// Nouns of the list of titles that say what anyone may be, or what people are to each other.
pub(super) fn is_no_role(word: &str) -> bool {
    // `jugé`: participles and nouns that the list, which looks over accents, takes for `juge`, `élève`, `retraité`.
    is_one_of(
        word,
        "célébrités jugé jugée jugés élevé élevée piloté pilotée guidé guidée arbitré cadré retraite légende monument auteur personnalité \
         personnalités victime victimes citoyen citoyenne passant passante usager client cliente jeune adolescent adolescente octogénaire \
         septuagénaire sexagénaire quinquagénaire quadragénaire trentenaire nonagénaire blessé blessée disparu disparue condamné condamnée \
         compatriote ressortissant ressortissante ressortissants ressortissantes adversaire collègue confrère rival rivale rivaux ami amie amis amies voisin voisine camarade concurrent concurrente \
         manifestant manifestante",
    )
}

/// Nouns of occupations beside those of the list of titles, which serves names too: of the learned ones, whose ending tells them, and of trades.
pub(super) fn is_occupation(word: &str) -> bool {
    const LEARNED: [&str; 4] = ["ologue", "ologiste", "thérapeute", "technicien"];
    // Most words of an article end otherwise, and are not looked for in the long list.
    const TRADES: [&str; 40] = [
        "ste", "ier", "ière", "gère", "eur", "euse", "rice", "ien", "ienne", "aire", "eure", "cker", "élat", "ager",
        "telain", "telaine", "narque", "régé", "régée", "ward", "ilote", "rano", "yton", "stro", "bate", "lown",
        "sman", "zman", "ourou", "dige", "apeau", "aman", "kate", "enti", "entie", "eron", "omètre", "aître", "tesse",
        "ïolo",
    ];
    let one = word.trim_end_matches('s');
    ends_like(one, &LEARNED)
        && !is_one_of(
            one,
            "dialogue monologue catalogue prologue épilogue analogue homologue décalogue idéologue technologue écologiste",
        )
        || ends_like(one, &TRADES)
            && is_one_of(
                one,
                "entrepreneure rocker prélat fromager châtelain châtelaine énarque agrégé agrégée steward copilote mezzo-soprano baryton maestro acrobate \
             clown cameraman judokate apprenti apprentie chaudronnier chaudronnière soudeur soudeuse constitutionnaliste fiscaliste pénaliste publiciste civiliste bédéiste céramiste flûtiste concertiste organiste trompettiste urgentiste \
             orthopédiste copiste accordéoniste marionnettiste caricaturiste assureur rockeur douanier douanière postier \
             postière charcutier charcutière chocolatier chocolatière fromagère brocanteur brocanteuse bijoutier bijoutière cafetier cafetière \
             aubergiste tenancier tenancière académicien académicienne polytechnicien normalien aviateur \
             aviatrice stagiaire pigiste diététicien diététicienne cantatrice circassien \
             circassienne graffeur graffeuse coursier coursière esthéticienne barbier maquilleur maquilleuse masseur masseuse imprimeur imprimeuse \
             humanitaire assistant-réalisateur bouquiniste puéricultrice auxiliaire streameur streameuse magasinier manutentionnaire \
             déménageur couturière modéliste joaillier joaillière ébéniste luthier luthière scaphandrier commandeur coauteur cordonnier carrossier catcheur infographiste accessoiriste documentariste prédicateur grossiste vaticaniste souverainiste cégétiste ostréiculteur \
             ostréicultrice pisciculteur trufficulteur horticulteur horticultrice arboricultrice bergère chevrier chevrière moniteur monitrice bluesman jazzman businessman observateur observatrice gourou inventeur inventrice prodige porte-drapeau épicier épicière saisonnier saisonnière féministe écoféministe \
             poissonnier poissonnière caviste mareyeur bûcheron forestier fermier fermière cultivateur cultivatrice chauffagiste couvreur carreleur \
             plâtrier serrurier fraiseur tourneur guichetier guichetière orthodontiste géomètre ferrailleur standardiste hôtesse logisticien \
             logisticienne vendangeur vendangeuse maroquinier maroquinière blanchisseur blanchisseuse ramoneur vitrier zingueur grutier terrassier cantonnier \
             métallurgiste sidérurgiste forgeron ferronnier tôlier contremaître téléopérateur téléopératrice téléconseiller téléconseillère éclairagiste \
             taxidermiste fossoyeur brancardier brancardière pizzaïolo épaviste islamiste touriste",
            )
}

/// Nouns of a field of work that stand behind a role's noun like an adjective (`conseillère communication`).
pub(super) fn is_field(word: &str) -> bool {
    is_one_of(
        word,
        "communication presse marketing sécurité santé culture recherche développement diversité produit médias sport sports économie",
    )
}

/// A word in small letters that follows its noun as an adjective, by its ending.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 38] = [
        "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "if", "ive", "ifs", "ives", "ique", "iques", "aire",
        "aires", "ien", "ienne", "iens", "iennes", "éen", "éenne", "ais", "aise", "ois", "oise", "ain", "aine", "ains",
        "aines", "iste", "istes", "eux", "euse", "ier", "ière", "ieur", "ieure",
    ];
    // Past participles that have become part of titles; others tell what was done (`le président arrêté à Lyon`).
    const PARTICIPLES: &str = "délégué associé retraité spécialisé diplômé salarié engagé renommé réputé controversé désigné affilié agréé détaché présumé oscarisé césarisé primé";
    is_one_of(
        word,
        "sortant sortante indépendant indépendante indépendants indépendantes suppléant suppléante adjoint adjointe adjoints adjointes public publique publics publiques civil \
         civile élu élue élus déchu déchue reconnu reconnue étrangères étrangers libre local locale récidiviste unique actif active bénévole vert \
         verts jaunes rouges noirs solidaire juif juive laïque urbain culte intérimaire agricole apparenté apparentée fondateur fondatrice fondateurs",
    ) || is_one_of(word.trim_end_matches('s').strip_suffix('e').unwrap_or(word.trim_end_matches('s')), PARTICIPLES)
        // `franco-allemand`
        || word.rsplit_once('-').is_some_and(|(first, last)| first.ends_with('o') && demonyms::place(last).is_some())
        || word.chars().count() > 4 && ENDINGS.iter().any(|e| word.ends_with(e)) && !is_one_of(word, NOT_ADJECTIVES)
}

/// Verbs and function words that end like adjectives.
const NOT_ADJECTIVES: &str = "mais frais jamais désormais parfois trois fois quelle celle appelle rappelle révèle explique indique réplique critique complique applique \
    revendique communique insiste assiste persiste existe consiste résiste déclarait pendant avant devant durant maintenant pourtant cependant autant \
    tant faire taire hier demain parmi ailleurs estimait lequel laquelle avait était serait aurait semble travail suivant étant ayant";

/// Little words that are never the noun of a complement.
pub(super) fn is_little(word: &str) -> bool {
    is_one_of(
        word,
        "qui que qu' dont où il elle ils elles on se s' ne n' pas et ou mais de d' du des à au aux en par pour plus moins ce cet cette ces un une y \
         lui leur tout tous avoir être faire encore désormais",
    )
}

/// Adverbs and participles that open an apposition (`alors`, `lui-même`, `devenue`).
pub(super) fn is_opener(word: &str) -> bool {
    is_one_of(
        word,
        "alors aujourd'hui désormais également actuellement lui-même elle-même aussi ici récemment devenu devenue toujours longtemps nommé nommée \
         autrefois ensuite d'abord successivement",
    )
}

/// Participles that open a segment between two appositions (`née à Nantes`).
pub(super) fn is_aside(word: &str) -> bool {
    is_one_of(word, "né née âgé âgée issu issue originaire diplômé diplômée")
}

/// Signs and words before which a phrase may end.
pub(super) fn is_closer(word: &str) -> bool {
    const WORDS: [&str; 19] =
        ["", ",", ".", ";", "(", ")", ":", "!", "?", "…", "...", "-", "–", "—", "et", "qui", "dont", "que", "où"];
    WORDS.contains(&word)
}

/// Prepositions that open what may follow a role before its comma (`président de la région depuis 2015,`).
pub(super) fn opens_tail(word: &str) -> bool {
    is_one_of(
        word,
        "depuis de du des en dans sur sous pendant durant au aux à pour lors entre avec contre chez venu venue installé installée basé basée",
    )
}

/// Words that go on with what someone is (`une militante présente ce jour-là`, `un menuisier fixant des planches`), as no verb of another subject would.
pub(super) fn goes_on(word: &str) -> bool {
    opens_tail(word)
        || word.len() > 4 && word.ends_with("ant")
        || is_one_of(
            word,
            "atteint atteinte converti convertie parmi les auprès comme capable proche présent présente présents présentes lui elle aussi",
        )
}

/// Participles that are nouns only behind an article: `accusé de vol` tells what was done, `l'accusé` who it is.
pub(super) fn is_participle(word: &str) -> bool {
    is_one_of(
        word,
        "envoyé envoyée accusé accusée accusés accusées détenu détenue élu élue associé associée invité invitée mis mise chargé chargée attaché attachée déporté \
         déportée exilé exilée blessé blessée suspect suspecte proche",
    )
}

/// Nouns behind `chargé de` that make it a post: `chargée de plaidoyer`.
pub(super) fn is_mission(word: &str) -> bool {
    is_one_of(
        word,
        "mission communication production recherche recherches plaidoyer projet projets cours relations études enseignement développement programme programmes",
    )
}

/// Nouns that are adjectives behind `est`: `responsable de la panne`.
pub(super) fn is_predicate(word: &str) -> bool {
    is_one_of(
        word,
        "responsable employé employée allié alliée favori favorite principal général international arrière religieux religieuse scientifique \
         intellectuel témoin complice prisonnier prisonnière délégué",
    )
}

/// Nouns behind which a name is that of an organisation, whatever it looks like (`le patron du groupe Novaline`).
pub(super) fn is_organisation_noun(word: &str) -> bool {
    is_one_of(
        word,
        "organisation fédération mouvement site cabinet institut coordination ligue réseau groupe société entreprise start-up startup compagnie \
         association ong marque chaîne club parti syndicat banque fonds collectif enseigne alliance coalition",
    )
}

/// Participles of being put into an office.
pub(super) fn is_appointed(word: &str) -> bool {
    is_one_of(
        word,
        "nommé nommée élu élue réélu réélue désigné désignée promu promue intronisé intronisée reconduit reconduite porté portée choisi choisie",
    )
}
