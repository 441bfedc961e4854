//! The JSON: one envelope, the shapes that the README documents, and nothing of bad faith.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use goodword::domain::Book;
use goodword::domain::book::Unresolved;
use goodword::domain::contact::Contact;
use goodword::domain::decision::{Decision, Subject};
use goodword::domain::id::Id;
use goodword::domain::incident::IncidentKind;
use goodword::domain::options::View;
use goodword::store::demo;
use serde_json::Value;

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

/// The rows of the table in the README: a kind, or a field of it that holds a list, and the names of its fields.
fn documented() -> Vec<(String, BTreeSet<String>)> {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, rest) = readme.split_once("<!-- shapes -->\n").unwrap();
    let (table, _) = rest.split_once("<!-- end of shapes -->").unwrap();
    let quoted = |text: &str| -> Vec<String> {
        text.split('`')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let (kind, fields) = row.trim_start_matches("| ").split_once(" | ").unwrap();
        (quoted(kind).remove(0), quoted(fields).into_iter().collect())
    })
    .collect()
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

#[test]
fn the_fields_are_those_that_the_readme_names() {
    let shell = home();
    let documented = documented();
    let kinds: BTreeSet<&str> = documented
        .iter()
        .map(|(kind, _)| kind.split('.').next().unwrap())
        .collect();
    assert_eq!(kinds, KINDS.map(|(kind, _)| kind).into());
    for (name, fields) in documented {
        let mut parts = name.split('.');
        let kind = parts.next().unwrap();
        let (_, words) = KINDS.iter().find(|(known, _)| *known == kind).unwrap();
        let items = shell.items(words);
        let printed = match parts.next() {
            None => keys(&items),
            Some(field) => keys(
                items
                    .iter()
                    .flat_map(|item| item[field].as_array().unwrap()),
            ),
        };
        assert_eq!(printed, fields, "{name}");
    }
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
