//! Posts of networks set into a line, and the copies of their words that a page leaves behind them.

use std::ops::Range;

use crate::text::chars;

/// The longest name of an account, in bytes.
const NAME: usize = 60;

/// The most that addresses and handles behind a post take, in bytes.
const ADDRESSES: usize = 120;

/// The longest post, in bytes.
const LONGEST: usize = 1_000;

/// So many bytes at the start of a copy tell where the post begins.
const ALIKE: usize = 16;

/// The posts of `line` that have a copy behind them, each with its copy, in bytes of the line and in order. The copy of the last may be the first line of
/// what stands `below`.
///
/// `Le port dort. Il rouvre lundi.— Anne Morel (@anne) 12 février 2025 Il rouvre lundi. La ville respire.`: only the copy tells where the post begins.
pub(super) fn copied<'t>(line: &'t str, below: &'t str) -> impl Iterator<Item = [Range<usize>; 2]> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some((dash, end)) = signature(line, from) {
            let start = from;
            from = end;
            if let Some(found) = copy(line, below, start, dash, end) {
                from = found[1].end;
                return Some(found);
            }
        }
        None
    })
}

/// The post that ends at byte `end` of `line` and begins at `from` or behind it, and the copy of what it says in front of `dash`.
fn copy(line: &str, below: &str, from: usize, dash: usize, end: usize) -> Option<[Range<usize>; 2]> {
    let rest = line[end..].trim_start_matches(chars::is_space);
    let second = line.len() - rest.len();
    let last = rest.is_empty();
    let below = || below.trim_start_matches(chars::is_line_break).split(chars::is_line_break).next();
    let rest = if last { below()? } else { rest };
    let alike = rest.char_indices().map(|(at, _)| at).find(|&at| at >= ALIKE)?;
    let floor = (dash.saturating_sub(LONGEST)..=dash).find(|&at| line.is_char_boundary(at))?.max(from);
    // A sentence that merely begins like the post is no copy, nor is a phrase that the post says again.
    let [first, length] = line.get(floor..dash)?.rmatch_indices(&rest[..alike]).find_map(|(at, _)| {
        let said = line[floor + at..dash].trim_end_matches(chars::is_space);
        let same = said.char_indices().zip(rest.chars()).find(|((_, a), b)| a != b);
        let length = same.map_or(said.len().min(rest.len()), |((at, _), _)| at);
        is_behind(&said[length..]).then_some([floor + at, length])
    })?;
    let length = rest[..length].trim_end_matches(chars::is_space).len();
    let copied = if last { second..second } else { second..second + length };
    Some([first..end, copied])
}

/// Whether `text` is what may stand behind the words of a post: addresses, handles, at last a script.
fn is_behind(text: &str) -> bool {
    let link = |word: &str| ["http", "pic.", "#", "@"].iter().any(|start| word.starts_with(start));
    let script = |word: &str| word.contains("function(");
    text.split(chars::is_space)
        .take_while(|word| !script(word))
        .all(|word| link(word) || !word.contains(char::is_alphanumeric))
}

/// Whether `line` says again what the post `above` says: nothing but addresses and the signature stands behind the same words there.
pub(super) fn is_copy(line: &str, above: &str) -> bool {
    line.len() >= ALIKE
        && above.starts_with(line)
        && signature(above, line.len()).is_some_and(|(dash, end)| end == above.len() && dash - line.len() <= ADDRESSES)
}

/// Whether `line` ends with who posts and when.
pub(super) fn is_signed(line: &str) -> bool {
    let from = line.char_indices().rev().map(|(at, _)| at).take(2 * NAME).last().unwrap_or(0);
    std::iter::successors(signature(line, from), |&(_, end)| signature(line, end)).any(|(_, end)| end == line.len())
}

/// The dash and the end of the next signature of a post in `line` from byte `from` on: `— Anne Morel (@anne_morel) 12 février 2025`.
fn signature(line: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    loop {
        let open = at + line[at..].find("(@")?;
        at = open + 2;
        let handle = line[at..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_')?;
        let Some(dated) = line[at + handle..].strip_prefix(") ") else { continue };
        let end = line.len() - dated.len();
        let floor = (open.saturating_sub(NAME)..=open).find(|&at| line.is_char_boundary(at))?.max(from);
        let dash = line[floor..open].rfind(['—', '–']);
        if let (Some(dash), Some(length)) = (dash, date(dated)) {
            return Some((floor + dash, end + length));
        }
    }
}

/// How many bytes of `text` are the date that begins it: `12 février 2025`, `May 17, 2025`.
fn date(text: &str) -> Option<usize> {
    let mut words = text.splitn(4, ' ');
    let [first, second, year] = [words.next()?, words.next()?, words.next()?];
    let is_day = |word: &str| {
        let day = word.trim_end_matches(',');
        day == "1er" || day.parse::<u8>().is_ok()
    };
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4 && (is_day(first) || is_day(second))).then_some(first.len() + second.len() + 2 + digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(line: &str) -> Vec<[&str; 2]> {
        copied(line, "").map(|piece| piece.map(|range| &line[range])).collect()
    }

    #[test]
    fn a_copy_tells_where_a_post_begins() {
        let signed = "Il rouvre lundi, enfin.— Anne Morel (@anne_m) 12 février 2025";
        assert_eq!(
            pieces(&format!("Le port dort. {signed} Il rouvre lundi, enfin. La ville respire.")),
            [[signed, "Il rouvre lundi, enfin."]]
        );
        let address = "Il rouvre lundi ! pic.twitter.com/abc — Anne Morel (@anne_m) May 17, 2025";
        assert_eq!(
            pieces(&format!("{address} Il rouvre lundi ! pic.twitter.com/abc {signed} Il rouvre lundi, enfin.")),
            [[address, "Il rouvre lundi ! pic.twitter.com/abc"], [signed, "Il rouvre lundi, enfin."]]
        );
        let again = "Merci aux agents du port. Merci aux agents du quai.— Anne Morel (@anne_m) 12 février 2025";
        assert_eq!(
            pieces(&format!("{again} Merci aux agents du port. Merci aux agents du quai.")),
            [[again, "Merci aux agents du port. Merci aux agents du quai."]]
        );
        assert!(pieces(&format!("Le port dort. {signed} La ville respire.")).is_empty());
        assert!(pieces(&format!("{signed} Il rouvre lundi, dit-on. La ville respire.")).is_empty());
        assert!(pieces("Le port dort — Anne Morel (à droite) 12 février 2025 Le port dort").is_empty());
    }

    #[test]
    fn the_copy_may_be_the_next_line() {
        let line = "Le port dort. Il rouvre lundi, enfin.— Anne Morel (@anne_m) 12 février 2025";
        let post = copied(line, "Il rouvre lundi, enfin.").next().expect("a post");
        assert_eq!(post.map(|range| &line[range]), [&line["Le port dort. ".len()..], ""]);
        assert!(copied(line, "La ville respire.").next().is_none());
    }

    #[test]
    fn a_copy_below_is_all_that_the_post_says() {
        let above = "Il rouvre lundi, enfin. pic.twitter.com/abc — Anne Morel (@anne_m) 12 février 2025";
        assert!(is_copy("Il rouvre lundi, enfin.", above));
        assert!(!is_copy("Il rouvre lundi.", above));
        assert!(!is_copy("Il", above));
        let long = format!("Le port dort depuis mardi. {} {above}", "Il pleut sur le quai. ".repeat(6));
        assert!(!is_copy("Le port dort depuis mardi.", &long));
    }

    #[test]
    fn a_post_ends_with_its_signature() {
        assert!(is_signed("Il rouvre lundi.— Anne Morel (@anne_m) 12 février 2025"));
        assert!(is_signed("— Anne Morel (@anne_m) May 1, 2025"));
        assert!(!is_signed("Il rouvre lundi.— Anne Morel (@anne_m) 12 février 2025 Il rouvre"));
        assert!(!is_signed("Il rouvre, dit Anne Morel (@anne_m)"));
        assert!(!is_signed(""));
    }
}
