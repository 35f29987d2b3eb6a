//! The fact sheet in Markdown, in French.

use std::fmt::Write as _;

use super::{Article, sheet};

/// The fact sheet of an article. Sections without content are left out.
///
/// ```
/// use reperes::export::{Article, markdown};
///
/// let text = "« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.";
/// let report = reperes::read(text, &reperes::Options::new())?;
/// assert!(markdown(&Article { report: &report, text, url: None }).starts_with("# Repères\n"));
/// # Ok::<(), reperes::Error>(())
/// ```
pub fn markdown(article: &Article<'_>) -> String {
    let mut out = format!("# {}\n", escape(&article.headline().unwrap_or_else(|| "Repères".to_owned())));
    // Writing to a string never fails.
    if let Some(published) = &article.report.published {
        let _ = writeln!(out, "\nPublié : {published}");
    }
    for (title, lines) in sheet::sections(article) {
        let _ = writeln!(out, "\n## {title}\n");
        for line in lines {
            let (head, tail) = (escape(&line.head), escape(&line.tail));
            let _ = match (head.is_empty(), tail.is_empty()) {
                (true, _) => writeln!(out, "- {}", no_marker(tail)),
                (_, true) => writeln!(out, "- **{head}**"),
                _ => writeln!(out, "- **{head}** : {tail}"),
            };
        }
    }
    out
}

/// A line that begins like an item of a list (`2. …`, `- …`), escaped so that it is none.
fn no_marker(mut line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if line[digits..].starts_with(['.', ')']) || digits == 0 && line.starts_with(['-', '+', '=']) {
        line.insert(digits, '\\');
    }
    line
}

/// `text` with its signs of Markdown and HTML escaped.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|~&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_of_markdown_are_escaped() {
        assert_eq!(super::escape("a*b <i> [x]"), "a\\*b \\<i\\> \\[x\\]");
        let line = |line: &str| super::no_marker(line.to_owned());
        assert_eq!([line("2. Il part"), line("- Il part")], ["2\\. Il part", "\\- Il part"]);
        assert_eq!([line("2,5 %"), line("Il part.")], ["2,5 %", "Il part."]);
    }
}
