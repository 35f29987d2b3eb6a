//! Words that stand before the noun of a role: `l'ancien ministre`, `le nouveau maire`.

use crate::text::is_one_of;

/// Words before a role's noun that belong to the role: they say when, or change what it is.
pub fn is_kept_before(word: &str) -> bool {
    is_one_of(
        word,
        "ancien ancienne anciens anciennes futur future futurs ex ex- jeune jeunes grand grande grands principal principale principaux premier première \
         premiers second seconde deuxième double triple quadruple quintuple sextuple haut haute simple éternel éternelle ardent ardente fervent fervente petit petite \
         éphémère tout plus seul seule vice",
    )
}

/// Words before a role's noun that say nothing of the role; ordinals count among them.
pub fn is_dropped_before(word: &str) -> bool {
    is_one_of(
        word,
        "rare rares nouveau nouvel nouvelle nouveaux nouvelles actuel actuelle actuels célèbre célèbres très puissant puissante influent influente riche riches modeste infatigable richissime \
         véritable emblématique fameux fameuse propre tout-puissant sulfureux discret discrète autre autres deux trois quatre charismatique \
         inamovible médiatique populaire vieux vieille brillant brillante talentueux talentueuse \
         formidable excellent excellente immense remarquable redoutable prolifique prestigieux prestigieuse légendaire mythique illustre éminent éminente",
    ) || word.len() > 5 && word.ends_with("ième")
}
