//! What the README promises. `GOODWORD_README=write cargo test --test readme` writes its table of keys anew.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it says"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goodword::app::Screen;
use goodword::app::keymap::{Keymap, Row as KeymapRow, Scope};
use goodword::domain::capture::{Known, VERBS, Verb, read};
use goodword::domain::messages::Kind;
use goodword::domain::relationship::Relationships;
use goodword::domain::when::moment;
use goodword::store::BookFile;
use goodword::store::config::Config;
use goodword::store::demo;

const BEGIN: &str = "<!-- keys -->\n";
const END: &str = "<!-- end of keys -->\n";
const VERBS_BEGIN: &str = "<!-- verbs -->\n";
const VERBS_END: &str = "<!-- end of verbs -->\n";

fn path() -> PathBuf {
    path_of_the_repository("README.md")
}

fn path_of_the_repository(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    fs::read_to_string(path()).unwrap()
}

/// A row of the table: keys, what they do, where.
type Row = [String; 3];

fn rows_of_the_keymap() -> Vec<Row> {
    let keymap = Keymap::default();
    let rows = keymap.rows().iter();
    let on_a_screen = rows.filter(|row| row.scopes().iter().any(|scope| scope.is_list()));
    on_a_screen
        .map(|row| [keys(row), row.help().to_owned(), places(row)])
        .collect()
}

/// The keys, or the name where there are none.
fn keys(row: &KeymapRow) -> String {
    if row.keys().is_empty() {
        return format!("`{}`", row.keys_shown());
    }
    let keys: Vec<String> = row.keys().iter().map(|keys| format!("`{keys}`")).collect();
    keys.join(" ")
}

fn places(row: &KeymapRow) -> String {
    let is_in = |scope| row.is_in(scope);
    let mut here = Vec::new();
    for (scope, screen) in [
        (Scope::Today, Screen::Today.name()),
        (Scope::Contacts, Screen::Contacts.name()),
        (Scope::Promises, Screen::Promises.name()),
        (Scope::Choices, Screen::Choices.name()),
        (Scope::Network, Screen::Network.name()),
    ] {
        if is_in(scope) {
            here.push(screen);
        }
    }
    match (is_in(Scope::Lunch), is_in(Scope::Week)) {
        (true, true) if here.len() == 5 => return "every screen".to_owned(),
        (true, true) => here.push("Lunch"),
        (true, false) => here.push("Lunch (two invites)"),
        (false, true) => here.push("Lunch (the week)"),
        (false, false) => {}
    }
    if is_in(Scope::First) {
        here.push("no book yet");
    }
    here.join(", ")
}

fn rows_between(text: &str, begin: &str, end: &str) -> Vec<Row> {
    let table = text
        .split(begin)
        .nth(1)
        .and_then(|rest| rest.split(end).next())
        .unwrap();
    table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            <[&str; 3]>::try_from(cells).unwrap().map(str::to_owned)
        })
        .collect()
}

#[test]
fn the_keys_are_those_of_the_keymap() {
    let wanted = rows_of_the_keymap();
    if std::env::var("GOODWORD_README").is_ok_and(|wish| wish == "write") {
        let rows: Vec<String> = wanted
            .iter()
            .map(|row| format!("| {} |\n", row.join(" | ")))
            .collect();
        let table = format!(
            "| Keys | What they do | Where |\n|---|---|---|\n{}",
            rows.concat()
        );
        let text = readme();
        let (before, rest) = text.split_once(BEGIN).unwrap();
        let (_, after) = rest.split_once(END).unwrap();
        fs::write(path(), format!("{before}{BEGIN}{table}{END}{after}")).unwrap();
    }
    assert_eq!(rows_between(&readme(), BEGIN, END), wanted);
}

#[test]
fn every_key_named_in_the_text_is_in_the_keymap() {
    let text = readme();
    let (prose, _) = text.split_once("## Keys").unwrap();
    let keymap = Keymap::default();
    let known: Vec<&String> = keymap.rows().iter().flat_map(KeymapRow::keys).collect();
    let named: Vec<&str> = prose.split('`').skip(1).step_by(2).collect();
    let is_key = |word: &str| {
        word.chars().count() == 1 || word == "Enter" || word == "Esc" || word == "Space"
    };
    let keys: Vec<&str> = named.into_iter().filter(|word| is_key(word)).collect();
    assert!(keys.len() > 20, "only {keys:?}");
    for key in keys {
        assert!(known.iter().any(|known| *known == key), "{key} is no key");
    }
}

fn rows_of_the_verbs() -> Vec<Row> {
    let row = |verb: &Verb| {
        let example = format!("`{}`", verb.example);
        [format!("`{}`", verb.words), example, verb.says.to_owned()]
    };
    VERBS.iter().map(row).collect()
}

/// The grammar of a line stands in the README as it is read.
#[test]
fn the_verbs_are_those_of_the_line() {
    let wanted = rows_of_the_verbs();
    if std::env::var("GOODWORD_README").is_ok_and(|wish| wish == "write") {
        let rows = wanted
            .iter()
            .map(|row| format!("| {} |\n", row.join(" | ")));
        let table: String = rows.collect();
        let text = readme();
        let (before, rest) = text.split_once(VERBS_BEGIN).unwrap();
        let (_, after) = rest.split_once(VERBS_END).unwrap();
        let head = "| Verb | A line | What it says |\n|---|---|---|\n";
        let text = format!("{before}{VERBS_BEGIN}{head}{table}{VERBS_END}{after}");
        fs::write(path(), text).unwrap();
    }
    assert_eq!(rows_between(&readme(), VERBS_BEGIN, VERBS_END), wanted);
}

/// Each line that the guide shows in its prose can be read, and each day.
#[test]
fn the_lines_named_are_read() {
    let text = readme();
    let (_, rest) = text.split_once("### Write one line").unwrap();
    let (prose, _) = rest.split_once(VERBS_BEGIN).unwrap();
    let lines = prose.split('`').skip(1).step_by(2);
    let lines: Vec<&str> = lines.filter(|line| line.contains(' ')).collect();
    assert!(lines.len() >= 6, "{lines:?}");
    let book = demo::book(demo::ANCHOR).unwrap();
    let known = Known {
        book: &book,
        relationships: &Relationships::of(&book),
        today: demo::ANCHOR,
        event: None,
    };
    for line in lines {
        let line = line.replace('\n', " ");
        if moment(&line, demo::ANCHOR).is_ok() {
            continue;
        }
        if let Err(unread) = read(&line, known) {
            panic!("{line}: {}", unread.why);
        }
    }
}

/// The examples of a language, in their order.
fn examples(language: &str) -> Vec<String> {
    let text = readme();
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1);
    blocks
        .map(|rest| rest.split("```").next().unwrap().to_owned())
        .collect()
}

#[test]
fn the_examples_are_read_as_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let [book, config] = <[String; 2]>::try_from(examples("ron")).unwrap();
    let path = folder.path().join("book.ron");
    fs::write(&path, book).unwrap();
    let opened = BookFile::open(&path).unwrap();
    assert_eq!(opened.problems(), Vec::<String>::new());
    let ada = opened.book.contacts.iter().next().unwrap();
    assert_eq!(ada.name, "Ada Byron");
    assert_eq!(ada.problems.len(), 1);
    assert!(!ada.id.is_nil());

    let path = path_of_the_repository("assets/config.ron");
    assert_eq!(config, fs::read_to_string(path).unwrap());
}

/// It names every field, and says of each what holds without it.
#[test]
fn the_settings_are_all_there() {
    let path = path_of_the_repository("assets/config.ron");
    assert_eq!(Config::read(&path).unwrap(), Config::default());
    let text = fs::read_to_string(path).unwrap();
    let fields = serde_json::to_value(Config::default()).unwrap();
    for field in fields.as_object().unwrap().keys() {
        assert!(text.contains(&format!("\n  {field}: ")), "{field}");
    }
}

fn is_a(file: &str, kind: &str) -> bool {
    let extension = Path::new(file).extension();
    extension.is_some_and(|extension| extension == kind)
}

#[test]
fn the_templates_named_are_there() {
    let text = readme();
    let (_, own) = text.split_once("## Your own words").unwrap();
    let (own, _) = own.split_once("\n## ").unwrap();
    let words: Vec<&str> = own.split('`').skip(1).step_by(2).collect();
    let files = words.iter().filter(|word| is_a(word, "txt"));
    assert_eq!(files.clone().count(), 2);
    for file in files {
        assert!(Kind::ALL.iter().any(|kind| kind.file() == *file), "{file}");
    }
    let placeholders = words.iter().filter(|word| word.starts_with('{'));
    for placeholder in placeholders {
        let name = placeholder.trim_matches(['{', '}']);
        assert!(Kind::Update.placeholders().contains(&name), "{name}");
    }
    let folder = path().with_file_name("assets/messages");
    assert_eq!(fs::read_dir(folder).unwrap().count(), Kind::ALL.len());
}

#[test]
fn the_pictures_are_there() {
    let text = readme();
    let pictures: Vec<&str> = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    let pictures: Vec<&str> = pictures
        .into_iter()
        .filter(|one| is_a(one, "svg"))
        .collect();
    assert_eq!(pictures.len(), 3);
    for picture in pictures {
        assert!(
            path().with_file_name(picture).is_file(),
            "{picture} is missing"
        );
    }
}

/// The exit code of a command on a book, and what it prints.
fn goodword(book: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_goodword"))
        .env_remove("GOODWORD_TODAY")
        .env("XDG_CONFIG_HOME", book.with_file_name("no-config"))
        .env("XDG_STATE_HOME", book.with_file_name("state"))
        .arg("--book")
        .arg(book)
        .args(["--today", "2026-09-24"])
        .args(arguments)
        .output()
        .unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
    )
}

#[test]
fn the_exit_codes_are_as_promised() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("book.ron");
    let (code, said) = goodword(&book, &["lunch"]);
    assert_eq!((code, said.as_str()), (Some(1), ""), "there is no book yet");
    fs::write(&book, "(version: 1)").unwrap();
    let (code, said) = goodword(&book, &["lunch"]);
    assert_eq!(code, Some(0), "no lunches compete");
    assert!(said.contains("No two lunches"), "{said}");
    fs::copy(path().with_file_name("assets/demo.ron"), &book).unwrap();
    let (code, said) = goodword(&book, &["lunch"]);
    assert_eq!(code, Some(0), "lunches compete");
    assert!(said.contains("Bob Reyes or Dana Liu"), "{said}");
    let (code, json) = goodword(&book, &["lunch", "--json"]);
    assert_eq!(code, Some(0));
    assert!(
        json.contains("\"kind\":\"lunch\"") || json.contains("\"kind\": \"lunch\""),
        "{json}"
    );
    assert_eq!(goodword(&book, &["lunch", "--loud"]).0, Some(2));

    fs::write(&book, "(version: 1, contacts: [(name: ").unwrap();
    assert_eq!(goodword(&book, &["lunch"]).0, Some(1));
    let missing = folder.path().join("missing.vcf").display().to_string();
    assert_eq!(goodword(&book, &["import", &missing]).0, Some(1));
    let left = fs::read_to_string(&book).unwrap();
    assert_eq!(
        left, "(version: 1, contacts: [(name: ",
        "a book that cannot be read is left alone"
    );
}
