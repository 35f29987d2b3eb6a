//! The command line as its users call it.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

const ARTICLE: &str = "« Nous signerons mardi », a déclaré Claire Morel, la ministre de la Santé.";

fn line(id: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "text": text, "published": "2025-02-11", "url": "https://example.org/a" }).to_string()
        + "\n"
}

fn reperes(folder: &Path, arguments: &[&str], input: &str) -> Assert {
    let mut command = Command::cargo_bin("reperes").unwrap();
    command.current_dir(folder).args(arguments).write_stdin(input.to_owned()).assert()
}

fn output(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn errors(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn lines_in_give_lines_out_in_their_order() {
    let input: String = (0..200).map(|n| line(&n.to_string(), &ARTICLE.repeat(1 + n % 5))).collect();
    let done = reperes(folder().path(), &["--jobs", "3"], &input).success();
    for (n, line) in output(&done).lines().enumerate() {
        let json: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(json["id"], n.to_string());
        assert_eq!(json["report"]["published"], "2025-02-11");
    }
    assert_eq!(output(&done).lines().count(), 200);
    assert!(errors(&done).starts_with("200 articles in "), "{}", errors(&done));
}

#[test]
fn offsets_count_what_is_asked_for() {
    let text = format!("🎈 {ARTICLE}");
    let end = |unit: &str| {
        let done = reperes(folder().path(), &["--offsets", unit], &line("a", &text)).success();
        let json: serde_json::Value = serde_json::from_str(&output(&done)).unwrap();
        json["report"]["blocks"][0]["end"].as_u64().unwrap() as usize
    };
    assert_eq!(end("utf16"), text.encode_utf16().count());
    assert_eq!(end("characters"), text.chars().count());
    assert_eq!(end("bytes"), text.len());
}

#[test]
fn a_bad_record_is_told_with_its_line_and_the_rest_goes_on() {
    let input = line("a", ARTICLE) + "{\n\n{\"id\": \"c\"}\n" + &line("d", ARTICLE);
    let done = reperes(folder().path(), &[], &input).success();
    assert_eq!(output(&done).lines().count(), 2);
    assert!(errors(&done).contains("-:2: this is no JSON object"));
    assert!(errors(&done).contains("-:4: there is no field \"text\""));
    assert!(errors(&done).contains("2 records not read"));
    reperes(folder().path(), &["--strict"], &input).code(1);
}

#[test]
fn tables_have_one_header_and_say_whose_rows_they_hold() {
    let input = line("a", ARTICLE) + &line("=b", ARTICLE);
    for (table, semicolon) in [("facts", false), ("quotes", true)] {
        let mut arguments = vec!["--format", "csv", "--table", table];
        arguments.extend(semicolon.then_some("--semicolon"));
        let done = output(&reperes(folder().path(), &arguments, &input).success());
        let written = done.strip_prefix('\u{feff}').unwrap();
        let mut reader =
            csv::ReaderBuilder::new().delimiter(if semicolon { b';' } else { b',' }).from_reader(written.as_bytes());
        assert_eq!(&reader.headers().unwrap()[0], "article");
        let articles: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
        assert_eq!(articles, ["a", "'=b"]);
    }
}

#[test]
fn folders_are_read_in_order_into_a_file_an_article() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("in")).unwrap();
    fs::write(path.join("in/b.txt"), ARTICLE).unwrap();
    fs::write(path.join("in/a.jsonl"), line("un/deux", ARTICLE)).unwrap();
    fs::write(path.join("in/c.bin"), [0xff]).unwrap();
    reperes(path, &["in", "--into", "out", "--format", "markdown"], "").success();
    let names = || fs::read_dir(path.join("out")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut found: Vec<_> = names().collect();
    found.sort();
    assert_eq!(found, ["in%2fb.txt.md", "un%2fdeux.md"]);
    assert!(fs::read_to_string(path.join("out/un%2fdeux.md")).unwrap().contains("Claire Morel"));
    // What is there is kept, what is missing is made.
    fs::write(path.join("out/un%2fdeux.md"), "mine").unwrap();
    fs::remove_file(path.join("out/in%2fb.txt.md")).unwrap();
    assert!(
        errors(&reperes(path, &["in", "--into", "out", "--format", "markdown"], "").failure()).contains("--resume")
    );
    reperes(path, &["in", "--into", "out", "--format", "markdown", "--resume"], "").success();
    assert_eq!((fs::read_to_string(path.join("out/un%2fdeux.md")).unwrap().as_str(), names().count()), ("mine", 2));
}

#[test]
fn a_run_that_was_broken_off_goes_on_where_it_was() {
    let folder = folder();
    let path = folder.path();
    let lines: Vec<String> = (0..20).map(|n| line(&n.to_string(), ARTICLE)).collect();
    fs::write(path.join("in.jsonl"), lines[..8].concat()).unwrap();
    reperes(path, &["in.jsonl", "-o", "out.jsonl"], "").success();
    // As after a kill: the last bytes were not yet counted.
    let half = fs::read_to_string(path.join("out.jsonl")).unwrap() + "{\"id\": \"8\", \"rep";
    fs::write(path.join("out.jsonl"), half).unwrap();
    fs::write(path.join("in.jsonl"), lines.concat()).unwrap();
    assert!(errors(&reperes(path, &["in.jsonl", "-o", "out.jsonl"], "").failure()).contains("--overwrite"));
    let done = reperes(path, &["in.jsonl", "-o", "out.jsonl", "--resume"], "").success();
    assert!(errors(&done).starts_with("12 articles") && errors(&done).contains("8 records done before"));
    let resumed = fs::read_to_string(path.join("out.jsonl")).unwrap();
    reperes(path, &["in.jsonl", "-o", "out.jsonl", "--overwrite"], "").success();
    assert_eq!(resumed, fs::read_to_string(path.join("out.jsonl")).unwrap());
    // Another format, or another input, is another run.
    reperes(path, &["in.jsonl", "-o", "out.jsonl", "--resume", "--format", "json-ld"], "").code(1);
    fs::write(path.join("in.jsonl"), &lines[0]).unwrap();
    assert!(
        errors(&reperes(path, &["in.jsonl", "-o", "out.jsonl", "--resume"], "").code(1)).contains("not what it was")
    );
}

#[test]
fn documents_of_every_format_are_written() {
    for (format, sign) in [
        ("json-ld", "NewsArticle"),
        ("annotations", "AnnotationPage"),
        ("html", "<!doctype html>"),
        ("markdown", "## Qui est qui"),
    ] {
        let done = reperes(folder().path(), &["--format", format], &line("a", ARTICLE)).success();
        assert!(output(&done).contains(sign), "{format}");
    }
}

#[test]
fn a_wrong_call_is_told_at_once() {
    reperes(folder().path(), &["--format", "pdf"], "").code(2);
    assert!(errors(&reperes(folder().path(), &["nowhere.txt"], "").code(1)).contains("nowhere.txt is not there"));
}

#[test]
fn two_articles_are_compared() {
    let folder = folder();
    fs::write(folder.path().join("a.txt"), ARTICLE).unwrap();
    fs::write(folder.path().join("b.txt"), ARTICLE.replace("signerons mardi", "ne signerons pas mardi")).unwrap();
    let done = reperes(folder.path(), &["compare", "a.txt", "b.txt"], "").success();
    let words = "- **Claire Morel** : a.txt « Nous signerons mardi » ; b.txt « Nous ne signerons pas mardi »";
    assert!(output(&done).contains(words), "{}", output(&done));
    let done = reperes(folder.path(), &["compare", "-", "b.txt", "--format", "json"], ARTICLE).success();
    let json: serde_json::Value = serde_json::from_str(&output(&done)).unwrap();
    assert_eq!(json["comparison"]["quotes"][0]["added"].as_array().unwrap().len(), 2);
    assert_eq!(json["reports"][1]["quotes"].as_array().unwrap().len(), 1);
    reperes(folder.path(), &["compare", "a.txt", "nowhere.txt"], "").code(1);
}
