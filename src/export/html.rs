//! The article with its marks, and its facts behind it, as a page that needs no JavaScript: for newsletters and archives.

use std::fmt::Write as _;

use super::{Article, sheet};
use crate::report::{BlockEntry, MentionEntry, ValueEntry};

const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#222;background:#fff}\
    mark{background:#eee;color:inherit}mark.person{background:#fde3d4}mark.organisation{background:#dcebf9}mark.place{background:#dff2e1}\
    mark.money,mark.percent,mark.quantity,mark.count{background:#fbf2c4}mark.date,mark.time,mark.duration{background:#eee3f6}\
    q{quotes:none;text-decoration:underline;text-decoration-color:#a3271c}.noise,.caption{color:#666;font-size:.9em}.listItem{margin-left:1.5em}";

/// A whole document in HTML. Names and values are `<mark>`s whose class is their kind and whose title their normal form, quotations are `<q>`s with the speaker as
/// title, and each line of the fact sheet leads to the block that proves it.
pub fn html(article: &Article<'_>) -> String {
    let report = article.report;
    let title = article.headline().unwrap_or_else(|| "Repères".to_owned());
    let mut page = Page { article, out: String::new(), mention: 0, quote: 0, open: Vec::new() };
    // Writing to a string never fails.
    let _ = write!(
        page.out,
        "<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
        <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<article lang=\"{}\">\n",
        escape(&title),
        escape(&report.language),
    );
    for (index, block) in report.blocks.iter().enumerate() {
        page.block(index, block);
    }
    page.out.push_str("</article>\n<aside>\n");
    page.sheet();
    page.out.push_str("</aside>\n</body>\n</html>\n");
    page.out
}

struct Page<'a> {
    article: &'a Article<'a>,
    out: String,
    /// The first mention, and the first quotation, that is not yet written.
    mention: usize,
    quote: usize,
    /// The quotations that are open here; one may stand inside another.
    open: Vec<usize>,
}

impl Page<'_> {
    fn block(&mut self, index: usize, block: &BlockEntry) {
        let tag = match block.kind {
            "headline" => "h1",
            "subhead" => "h2",
            _ => "p",
        };
        let _ = write!(self.out, "<{tag} id=\"b{index}\" class=\"{}\">", block.kind);
        let (mentions, quotes) = (&self.article.report.mentions, &self.article.report.quotes);
        let mut at = block.start;
        // From one place where something begins or ends to the next: a quotation that goes on is opened in each block and around each mark anew, so that
        // elements never cross.
        while at < block.end {
            while quotes.get(self.quote).is_some_and(|q| q.start <= at) {
                self.open.push(self.quote);
                self.quote += 1;
            }
            self.open.retain(|&q| quotes[q].end > at);
            while mentions.get(self.mention).is_some_and(|m| m.end <= at) {
                self.mention += 1;
            }
            let mention = mentions.get(self.mention);
            let inside = mention.filter(|m| m.start <= at);
            let next = mention.map(|m| if inside.is_some() { m.end } else { m.start });
            let ends = self.open.iter().map(|&q| quotes[q].end);
            let edge = ends.chain(next).chain(quotes.get(self.quote).map(|q| q.start)).fold(block.end, u32::min);
            self.stretch(at, edge, inside);
            at = edge;
        }
        let _ = writeln!(self.out, "</{tag}>");
    }

    /// Words in which nothing begins or ends.
    fn stretch(&mut self, start: u32, end: u32, mention: Option<&MentionEntry>) {
        let report = self.article.report;
        let quote = self.open.last().map(|&q| self.article.speaker(&report.quotes[q]).unwrap_or_default());
        if let Some(speaker) = &quote {
            let _ = write!(self.out, "<q title=\"{}\">", escape(speaker));
        }
        if let Some(mention) = mention {
            let _ = write!(self.out, "<mark class=\"{}\" title=\"{}\">", mention.kind, escape(&self.normal(mention)));
        }
        self.out.push_str(&escape(self.article.words(start, end)));
        self.out.push_str(if mention.is_some() { "</mark>" } else { "" });
        self.out.push_str(if quote.is_some() { "</q>" } else { "" });
    }

    /// What a mention stands for.
    fn normal(&self, mention: &MentionEntry) -> String {
        match mention.value.as_deref() {
            Some(ValueEntry::Money { amount, max, currency, .. }) => {
                joined(amount, max, currency.as_deref().unwrap_or_default())
            }
            Some(ValueEntry::Measure { amount, max, unit, .. }) => joined(amount, max, unit),
            Some(ValueEntry::Number { amount, max, .. }) => {
                joined(amount, max, if mention.kind == "percent" { "%" } else { "" })
            }
            Some(ValueEntry::Date { edtf, .. }) => edtf.clone().unwrap_or_default(),
            Some(ValueEntry::Duration { iso, .. }) => iso.clone(),
            Some(ValueEntry::Time { value }) => value.clone(),
            None => self.article.name(mention.entity).unwrap_or_default().to_owned(),
        }
    }

    fn sheet(&mut self) {
        let blocks = &self.article.report.blocks;
        for (title, lines) in sheet::sections(self.article) {
            let _ = write!(self.out, "<h2>{title}</h2>\n<ul>\n");
            for line in lines {
                let (head, tail) = (escape(&line.head), escape(&line.tail));
                let head = if head.is_empty() { head } else { format!("<b>{head}</b> ") };
                let _ = match line.at.map(|at| blocks.partition_point(|b| b.end <= at)) {
                    Some(block) => {
                        writeln!(self.out, "<li>{head}{tail} <a href=\"#b{block}\" title=\"dans l’article\">↑</a></li>")
                    }
                    None => writeln!(self.out, "<li>{head}{tail}</li>"),
                };
            }
            self.out.push_str("</ul>\n");
        }
    }
}

fn joined(amount: &str, max: &Option<String>, unit: &str) -> String {
    let max = max.as_ref().map(|max| format!("–{max}")).unwrap_or_default();
    format!("{amount}{max} {unit}").trim_end().to_owned()
}

/// `text` as words of HTML. Characters that no document may have become the sign for such.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::{Html, Selector};

    /// What another program's parser makes of the page.
    fn parse(text: &str) -> Html {
        let report = crate::read(text, &crate::Options::new().with_published("2025-02-11").unwrap()).unwrap();
        let html = Html::parse_document(&html(&Article { report: &report, text, url: None }));
        assert!(html.errors.is_empty(), "{:?}", html.errors);
        html
    }

    fn all<'h>(html: &'h Html, selector: &str) -> Vec<scraper::ElementRef<'h>> {
        html.select(&Selector::parse(selector).unwrap()).collect()
    }

    #[test]
    fn the_words_of_the_article_stay_as_they_were() {
        let text =
            "Un <titre> & \"demi\"\n\n« Nous, dit Paul Martel, \"signerons\" le 3 mars », ou pas.\n\nLe prix : 2 €.";
        let html = parse(text);
        let blocks = all(&html, "article > *").into_iter().map(|b| b.text().collect::<String>());
        assert_eq!(blocks.collect::<Vec<_>>(), text.split("\n\n").collect::<Vec<_>>());
    }

    #[test]
    fn marks_say_what_they_stand_for_and_facts_lead_to_their_words() {
        let html = parse(
            "« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé. Le plan coûte 2,4 millions d'euros.",
        );
        let title = |selector: &str| all(&html, selector)[0].attr("title").unwrap().to_owned();
        assert_eq!(
            [title("q"), title("mark.person"), title("mark.money")],
            ["Claire Morel", "Claire Morel", "2400000 EUR"]
        );
        let links = all(&html, "li a");
        assert!(!links.is_empty() && links.iter().all(|a| all(&html, a.attr("href").unwrap()).len() == 1));
        assert!(all(&html, "script, link, img").is_empty());
    }
}
