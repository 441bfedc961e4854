//! The JSON: one envelope, the shapes that `docs/json.md` documents, and nothing of bad faith.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use clap::CommandFactory as _;
use goodword::cli::Cli;
use goodword::domain::Book;
use goodword::domain::book::Unresolved;
use goodword::domain::contact::Contact;
use goodword::domain::decision::{Decision, Subject};
use goodword::domain::id::Id;
use goodword::domain::incident::IncidentKind;
use goodword::domain::options::View;
use goodword::store::demo;
use serde_json::Value;

use super::examples::subcommands;
use super::shell::Shell;

/// What prints each kind.
const KINDS: [(&str, &[&str]); 17] = [
    ("today", &["today", "--json"]),
    ("contacts", &["contacts", "--json"]),
    ("person", &["show", "--json", "Eve Park"]),
    ("brief", &["brief", "--json", "Bob Reyes"]),
    ("promises", &["promises", "--json"]),
    ("lunch", &["lunch", "--json"]),
    ("duplicates", &["duplicates", "--json"]),
    ("free", &["free", "--json", "fri", "12:30"]),
    ("check", &["check", "--json"]),
    ("restore", &["restore", "--json"]),
    ("paths", &["paths", "--json"]),
    ("import", &["import", "--json", "--dry-run", PEOPLE]),
    ("choices", &["choices", "--json"]),
    ("review", &["review", "--json"]),
    ("book", &["export", "json", "--with-archived"]),
    ("reach", &["reach", "--json", "lee marsden"]),
    ("help_with", &["help-with", "--json", "pricing"]),
];

/// Somebody of the demo in another house, somebody new with a photo, and a card of nobody.
const PEOPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/plain/people.vcf");

/// The demo with somebody who stands there twice, a backup, and a field that has two values since a merge.
fn home() -> Shell {
    let mut book = doubled();
    let bob = book.contacts.iter().find(|one| one.name == "Bob Reyes");
    book.unresolved.push(Unresolved {
        record: bob.unwrap().id.to_string(),
        field: "notes".to_owned(),
        ours: "mornings".to_owned(),
        theirs: "evenings".to_owned(),
    });
    let shell = Shell::with(&book);
    shell.says(&["add", "note bob: rows"]);
    shell
}

/// The fields of a shape, each with its type, as the page has them.
type Shape = BTreeMap<String, String>;

/// What the page says: the shapes by their names.
fn documented() -> BTreeMap<String, Shape> {
    let (_, shapes) = page().split_once("\n## Shapes\n").map(owned).unwrap();
    let chapters = shapes.split("\n### ").skip(1);
    chapters
        .map(|chapter| {
            let name = chapter.lines().next().unwrap().to_owned();
            (name, rows(chapter).into_iter().collect())
        })
        .collect()
}

fn page() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/json.md")).unwrap()
}

fn owned((a, b): (&str, &str)) -> (String, String) {
    (a.to_owned(), b.to_owned())
}

/// The first two cells of each row whose first one stands in backticks.
fn rows(text: &str) -> Vec<(String, String)> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    rows.map(|row| {
        let (name, rest) = row.split_once("` | ").unwrap();
        (name.to_owned(), rest.split(" |").next().unwrap().to_owned())
    })
    .collect()
}

/// What was printed, held against the page.
struct Held {
    shapes: BTreeMap<String, Shape>,
    /// The fields that were printed, by shape.
    seen: BTreeMap<String, BTreeSet<String>>,
}

impl Held {
    fn object(&mut self, value: &Value, shape: &str, at: &str) {
        let fields = self.shapes.get(shape).cloned();
        let fields = fields.unwrap_or_else(|| panic!("{at}: no shape is called {shape}"));
        let object = value.as_object().unwrap_or_else(|| panic!("{at}: {value}"));
        for (name, value) in object {
            let at = format!("{at}.{name}");
            let Some(is) = fields.get(name) else {
                panic!("{at} does not stand on the page, under {shape}");
            };
            let seen = self.seen.entry(shape.to_owned()).or_default();
            seen.insert(name.clone());
            self.value(value, is, &at);
        }
        for (name, is) in &fields {
            let may_lack = is.ends_with(", or not there");
            assert!(may_lack || object.contains_key(name), "{at}: no {name}");
        }
    }

    fn value(&mut self, value: &Value, is: &str, at: &str) {
        let is = is.trim_end_matches(", or not there");
        if let Some(is) = is.strip_suffix(" or null") {
            if !value.is_null() {
                self.value(value, is, at);
            }
            return;
        }
        if let Some(each) = is.strip_prefix("list of ") {
            let items = value.as_array().unwrap_or_else(|| panic!("{at}: {value}"));
            for item in items {
                self.value(item, each, at);
            }
            return;
        }
        let text = value.as_str().unwrap_or_default();
        let fits = match is {
            "text" => value.is_string(),
            "number" => value.is_i64(),
            "true or false" | "true, false" => value.is_boolean(),
            "id" => text.len() == 26 && text.chars().all(|letter| letter.is_ascii_alphanumeric()),
            "day" => text.len() == 10 && text.parse::<NaiveDate>().is_ok(),
            "time" => text.len() == 19 && text.parse::<NaiveDateTime>().is_ok(),
            "as in the file" => true,
            shape => return self.object(value, shape, at),
        };
        assert!(fits, "{at}: {value} is no {is}");
    }
}

/// The demo, where somebody stands a second time.
fn doubled() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let eve = book.contacts.iter().find(|one| one.name == "Eve Park");
    let second = Contact {
        id: Id::from_u128(7),
        name: "Eva Park".to_owned(),
        emails: eve.unwrap().emails.clone(),
        added: demo::ANCHOR,
        ..Contact::default()
    };
    book.contacts.put(second);
    book
}

fn keys<'a>(objects: impl IntoIterator<Item = &'a Value>) -> BTreeSet<String> {
    let objects = objects
        .into_iter()
        .map(|object| object.as_object().unwrap());
    objects.flat_map(|object| object.keys().cloned()).collect()
}

/// Each field that comes out stands on the page with its type, and each field of the page comes out.
#[test]
fn the_fields_are_those_that_the_page_names() {
    let shell = home();
    let shapes = documented();
    let mut held = Held {
        seen: BTreeMap::new(),
        shapes: shapes.clone(),
    };
    for (kind, words) in KINDS {
        for item in shell.items(words) {
            held.object(&item, kind, kind);
        }
    }
    // What few of the demo have.
    for person in shell.items(&["contacts", "--json"]) {
        let id = person["id"].as_str().unwrap();
        for (command, kind) in [("show", "person"), ("brief", "brief")] {
            let item = shell.items(&[command, "--json", id]).remove(0);
            held.object(&item, kind, kind);
        }
    }
    for (name, fields) in shapes {
        let seen = held.seen.remove(&name).unwrap_or_default();
        let fields: BTreeSet<String> = fields.into_keys().collect();
        assert_eq!(seen, fields, "{name}");
    }
}

/// Every kind, and every command that prints one.
#[test]
fn the_page_names_every_kind() {
    let (_, rest) = page()
        .split_once("\n## What prints what\n")
        .map(owned)
        .unwrap();
    let (table, _) = rest.split_once("\n## ").unwrap();
    let rows = rows(table);
    let mut kinds: Vec<&str> = rows.iter().map(|(kind, _)| kind.as_str()).collect();
    let mut known = KINDS.map(|(kind, _)| kind).to_vec();
    kinds.sort_unstable();
    known.sort_unstable();
    assert_eq!(kinds, known);
    for (kind, command) in &rows {
        let (_, words) = KINDS.iter().find(|(known, _)| known == kind).unwrap();
        assert!(
            command.starts_with(&format!("`goodword {}", words[0])),
            "{command}"
        );
    }
    let prints_json = |name: &String| {
        let command = Cli::command();
        let subcommand = command.find_subcommand(name).unwrap();
        let mut arguments = subcommand.get_arguments();
        arguments.any(|argument| argument.get_id() == "json") || name == "export"
    };
    let printing = subcommands().into_iter().filter(prints_json);
    assert_eq!(printing.count(), rows.len());
}

#[test]
fn a_choice_says_whether_it_was_made_for_the_short_term_win() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let shell = Shell::with(&book);
    let of = |shell: &Shell| -> Vec<Value> {
        let items = shell.items(&["choices", "--json"]).into_iter();
        items.map(|item| item["short_term_win"].clone()).collect()
    };
    assert_eq!(of(&shell), [Value::Null, Value::Bool(false)]);
    assert!(!shell.says(&["choices"]).contains("short-term win"));
    let is_choice = |one: &&Arc<Decision>| matches!(one.about, Subject::Options(_));
    let decided = book.decisions.iter().find(is_choice).unwrap().id;
    book.decisions
        .change(decided, |one| one.weighed = View::WinNow);
    let shell = Shell::with(&book);
    assert_eq!(of(&shell), [Value::Null, Value::Bool(true)]);
    // In words too, though what helps most is the same with it, and with what it costs them.
    let said = shell.says(&["choices"]);
    let needed = "\n  You needed the short-term win. Over time ";
    assert!(said.contains(needed), "{said}");
}

#[test]
fn every_kind_comes_in_the_one_envelope() {
    let shell = home();
    for (kind, words) in KINDS {
        let (text, _) = shell.ends(words);
        assert_eq!(text.lines().count(), 1, "{kind}");
        let start = format!(r#"{{"goodword":1,"today":"2026-09-24","kind":"{kind}","items":["#);
        assert!(text.starts_with(&start), "{text}");
        let report: Value = serde_json::from_str(&text).unwrap();
        assert!(!report["items"].as_array().unwrap().is_empty(), "{kind}");
        // Every item has every field, so that a script need not ask whether it is there.
        let items = report["items"].as_array().unwrap();
        assert!(
            items.iter().all(|item| keys([item]) == keys(items)),
            "{kind}"
        );
    }
}

#[test]
fn an_empty_book_is_an_empty_list() {
    let shell = Shell::reading("(version: 1)");
    for words in [
        &["today", "--json"][..],
        &["contacts", "--json"],
        &["promises", "--json"],
        &["lunch", "--json"],
        &["free", "--json", "fri", "noon"],
        &["check", "--json"],
        &["restore", "--json"],
    ] {
        assert_eq!(shell.items(words), Vec::<Value>::new(), "{words:?}");
    }
}

#[test]
fn what_was_noted_of_bad_faith_is_in_no_json() {
    let book = demo::book(demo::ANCHOR).unwrap();
    let notes: Vec<String> = book
        .incidents
        .iter()
        .filter(|incident| incident.kind == IncidentKind::BadFaith)
        .map(|incident| incident.note.clone())
        .collect();
    assert!(notes.len() > 1);
    let shell = Shell::with(&book);
    let mut printed = String::new();
    for (_, words) in KINDS {
        printed += &shell.ends(words).0;
    }
    for person in shell.items(&["contacts", "--json"]) {
        printed += &shell.says(&["show", "--json", person["id"].as_str().unwrap()]);
    }
    for note in notes {
        assert!(!printed.contains(&note), "{note}");
    }
    assert!(!printed.contains("bad_faith"));
}

#[test]
fn ids_lead_from_one_list_to_the_other() {
    let shell = Shell::demo();
    let late = shell.items(&["today", "--json"]);
    let late = late.iter().find(|item| item["kind"] == "late").unwrap();
    let promises = shell.items(&["promises", "--json"]);
    let promise = promises
        .iter()
        .find(|item| item["id"] == late["promise"])
        .unwrap();
    assert_eq!(promise["contact"], late["contact"]);
    let person = shell
        .items(&["show", "--json", late["contact"].as_str().unwrap()])
        .remove(0);
    assert_eq!(person["name"], late["who"]);
    assert!(person["promises"].as_array().unwrap().contains(promise));
}

#[test]
fn nor_is_that_of_mine_which_today_shows() {
    let shell = Shell::reading(
        r#"(version: 1,
            contacts: [(id: "00000000000000000000000001", name: "Ann Bell", added: "2026-09-01")],
            incidents: [(contact: "00000000000000000000000001", about: Me, kind: BadFaith, severity: Minor,
                on: "2026-09-02", note: "Sold one desk twice")],
        )"#,
    );
    let said = shell.says(&["today"]);
    assert!(
        said.contains("Ann Bell, put right: Sold one desk twice\n"),
        "{said}"
    );
    let items = shell.items(&["today", "--json"]);
    assert_eq!(
        (&items[0]["who"], &items[0]["why"]),
        (&Value::from("Ann Bell"), &Value::Null)
    );
    let shown = shell.says(&["show", "ann", "--json"]);
    assert!(!shown.contains("desk"), "{shown}");
}
