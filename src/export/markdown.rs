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
                (true, _) => writeln!(out, "- {tail}"),
                (_, true) => writeln!(out, "- **{head}**"),
                _ => writeln!(out, "- **{head}** : {tail}"),
            };
        }
    }
    out
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
    }
}
