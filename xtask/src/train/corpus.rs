//! Annotated articles: a text, and the names in it. What an annotation means is written in the gold's `GUIDE.md`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use reperes::names::training::KINDS;

use crate::read;

/// The kinds as annotations write them, in the order of [`KINDS`].
pub(crate) const TYPES: [&str; KINDS.len()] = ["PER", "ORG", "LOC", "EVT", "WRK"];

/// An article with its names.
pub(crate) struct Article {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) names: Names,
}

/// Where each name begins and ends, in bytes, and which of [`KINDS`] it is.
type Names = Vec<(usize, usize, usize)>;

/// How much there is.
pub(crate) struct Counts {
    pub(crate) articles: usize,
    pub(crate) names: usize,
}

/// Counts articles and names.
pub(crate) fn count(articles: &[Article]) -> Counts {
    Counts { articles: articles.len(), names: articles.iter().map(|a| a.names.len()).sum() }
}

/// The articles of a gold folder: `NNN.txt` beside `NNN.ann`.
pub(crate) fn gold(folder: &Path) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for (id, annotation) in annotations(folder)? {
        let text = read::article(&folder.join(format!("{id}.txt")))?;
        let names = names(&text, &annotation).with_context(|| format!("{id}.ann"))?;
        articles.push(Article { id, text, names });
    }
    Ok(articles)
}

/// The articles of a collection in JSON Lines (`id`, `title`, `text`) that a folder of annotations names.
pub(crate) fn press(collection: &Path, folder: &Path) -> Result<Vec<Article>> {
    let mut annotations = annotations(folder)?;
    let mut articles = Vec::new();
    let lines = fs::read_to_string(collection).with_context(|| format!("{} cannot be read", collection.display()))?;
    for line in lines.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let field = |name: &str| record[name].as_str().unwrap_or("").trim();
        let Some(annotation) = annotations.remove(field("id")) else { continue };
        let text = format!("{}\n\n{}\n", field("title"), field("text"));
        let names = names(&text, &annotation).with_context(|| format!("{}.ann", field("id")))?;
        articles.push(Article { id: field("id").to_owned(), text, names });
    }
    if let Some(id) = annotations.keys().next() {
        bail!("{} has no article {id}", collection.display());
    }
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(articles)
}

/// The project's own articles: files of a folder in which `### id` begins an article, and names stand in brackets: `à [LOC Bamako]`.
pub(crate) fn written(folder: &Path) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for path in files(folder, "txt")? {
        let all = fs::read_to_string(&path)?;
        let mut parts = all.split("### ");
        if parts.next().is_some_and(|before| !before.trim().is_empty()) {
            bail!("{} has text before its first article", path.display());
        }
        for part in parts {
            let (id, marked) = part.split_once('\n').unwrap_or((part, ""));
            let (text, names) = unmark(marked.trim()).with_context(|| format!("{}: {id}", path.display()))?;
            articles.push(Article { id: format!("written/{}", id.trim()), text, names });
        }
    }
    Ok(articles)
}

/// A text without its brackets, and the names that stood in them. Brackets that begin with no type are the text's own.
fn unmark(marked: &str) -> Result<(String, Names)> {
    let mut text = String::with_capacity(marked.len());
    let mut names = Vec::new();
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        let (before, behind) = rest.split_at(open);
        text.push_str(before);
        let slot = TYPES.iter().position(|t| behind[1..].strip_prefix(t).is_some_and(|b| b.starts_with(' ')));
        let Some(slot) = slot else {
            text.push('[');
            rest = &behind[1..];
            continue;
        };
        let close = behind.find(']').ok_or_else(|| anyhow!("a bracket stays open"))?;
        let name = &behind[TYPES[slot].len() + 2..close];
        if name.is_empty() || name != name.trim() || name.contains(['[', '\n']) {
            bail!("not a name: [{name}]");
        }
        names.push((text.len(), text.len() + name.len(), slot));
        text.push_str(name);
        rest = &behind[close + 1..];
    }
    text.push_str(rest);
    text.push('\n');
    Ok((text, names))
}

/// The files of a folder that end in `.{ending}`, in order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|e| e == ending));
    paths.sort();
    Ok(paths)
}

/// The annotations of a folder by id.
fn annotations(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut annotations = BTreeMap::new();
    for path in files(folder, "ann")? {
        let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        annotations.insert(id, fs::read_to_string(&path)?);
    }
    Ok(annotations)
}

/// The names that an annotation gives: each occurrence of each surface, longer ones first, none overlapping another.
fn names(text: &str, annotation: &str) -> Result<Names> {
    let mut all = Vec::new();
    for line in annotation.lines() {
        let fields: Vec<&str> = line.split('\t').map(str::trim).collect();
        let &["E", kind, _, surfaces, ..] = fields.as_slice() else { continue };
        let slot = TYPES.iter().position(|&t| t == kind).ok_or_else(|| anyhow!("no such type: {kind}"))?;
        for surface in surfaces.split(" | ") {
            all.extend(occurrences(text, surface.trim())?.into_iter().map(|(start, end)| (start, end, slot)));
        }
    }
    all.sort_by_key(|&(start, end, _)| (start as isize - end as isize, start));
    let mut chosen: Names = Vec::new();
    for name in all {
        if chosen.iter().all(|other| name.1 <= other.0 || name.0 >= other.1) {
            chosen.push(name);
        }
    }
    chosen.sort_unstable();
    Ok(chosen)
}

/// Where `marked` stands: a surface, or `surface#2,3` for some of its occurrences.
fn occurrences(text: &str, marked: &str) -> Result<Vec<(usize, usize)>> {
    let numbers = |list: &str| list.split(',').map(|n| n.trim().parse::<usize>().ok()).collect::<Option<Vec<_>>>();
    let (surface, chosen) = match marked.rsplit_once('#').and_then(|(s, n)| Some((s.trim_end(), numbers(n)?))) {
        Some((surface, numbers)) => (surface, Some(numbers)),
        None => (marked, None),
    };
    let is_word = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, 'À'..='ÿ' | 'Œ' | 'œ') && !matches!(c, '×' | '÷'))
    };
    let edges = (is_word(surface.chars().next()), is_word(surface.chars().next_back()));
    let all: Vec<_> = text
        .match_indices(surface)
        .map(|(start, found)| (start, start + found.len()))
        .filter(|&(start, end)| {
            !(edges.0 && is_word(text[..start].chars().next_back()) || edges.1 && is_word(text[end..].chars().next()))
        })
        .collect();
    match chosen {
        _ if all.is_empty() => bail!("not in the text: {surface}"),
        None => Ok(all),
        Some(numbers) => numbers
            .iter()
            .map(|&n| {
                n.checked_sub(1)
                    .and_then(|n| all.get(n))
                    .copied()
                    .ok_or_else(|| anyhow!("{surface} does not occur {n} times"))
            })
            .collect(),
    }
}
