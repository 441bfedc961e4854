//! Out as a table and in again: into the same book nothing changes, into an empty one the same people come.

use goodword::domain::contact::{Birthday, Contact};
use goodword::export::part::Also;
use goodword::export::{Part, csv};
use proptest::prelude::*;

use super::super::number;
use super::{Desk, day, names};

fn written(desk: &Desk, raw: bool) -> String {
    csv::text(&Part::of_everybody(&desk.book, Also::default()), raw).unwrap()
}

fn desk_of(people: Vec<Contact>) -> Desk {
    let mut desk = Desk::new();
    for one in people {
        let id = desk.ids.next();
        desk.book.contacts.put(Contact { id, ..one });
    }
    desk
}

fn person(name: &str) -> Contact {
    Contact {
        name: name.to_owned(),
        added: day("2026-09-01"),
        ..Contact::default()
    }
}

/// What a table holds of a person.
fn held(one: &Contact) -> Contact {
    Contact {
        id: Contact::default().id,
        source_uid: None,
        imported: Vec::new(),
        added: day("2026-09-24"),
        ..one.clone()
    }
}

fn survives(desk: &mut Desk) {
    for raw in [false, true] {
        let table = written(desk, raw);
        let plan = desk.import(&[("people.csv", table.as_bytes())]);
        assert!(
            plan.people.new.is_empty() && plan.people.changed.is_empty(),
            "{:?}",
            plan.people.changed
        );
        assert!(
            plan.rejected.is_empty() && plan.remarks.is_empty(),
            "{:?}",
            plan.remarks
        );
        assert!(plan.untaken.is_empty());
        let mut empty = Desk::new();
        empty.import(&[("people.csv", table.as_bytes())]);
        let sorted = |desk: &Desk| {
            let mut people: Vec<Contact> = desk.book.contacts.iter().map(|one| held(one)).collect();
            people.sort_by(|one, other| one.name.cmp(&other.name));
            people
        };
        let (mine, theirs) = (sorted(desk), sorted(&empty));
        assert_eq!(mine.len(), theirs.len(), "raw {raw}");
        for (mine, theirs) in mine.iter().zip(&theirs) {
            let text = |one: &Contact| ron::to_string(one).unwrap();
            assert_eq!(text(mine), text(theirs), "raw {raw}\n{table}");
        }
    }
}

#[test]
fn people_survive_a_table() {
    let ana = Contact {
        nicknames: vec!["Annie".to_owned(), "Li, the first".to_owned()],
        organisation: "Quarry, \"Ltd\"".to_owned(),
        role: "=HYPERLINK(\"http://x.example\")".to_owned(),
        emails: vec!["ana@li.example".to_owned(), "ana@quarry.example".to_owned()],
        phones: vec!["+49 170 1".to_owned(), "-1".to_owned()],
        urls: vec!["https://www.linkedin.com/in/ana".to_owned()],
        birthday: Some(Birthday {
            year: None,
            month: 2,
            day: 29,
        }),
        tags: vec!["one, two".to_owned()],
        notes: "@all: first\n\n\"second\", '=third".to_owned(),
        ..person("Ana Li")
    };
    let bob = Contact {
        role: "'+quoted".to_owned(),
        source_uid: Some("urn:uuid:1".to_owned()),
        ..person("Bob")
    };
    survives(&mut desk_of(vec![
        ana,
        bob,
        person("Sam Roe"),
        person("Zoë 日本"),
    ]));
}

#[test]
fn a_spreadsheet_runs_nothing_and_raw_is_what_stands_in_the_book() {
    let desk = desk_of(vec![
        Contact {
            phones: vec!["+49 1".to_owned()],
            notes: "\tx".to_owned(),
            ..person("=cmd|' /C calc'!A0")
        },
        person("Ana"),
    ]);
    let guarded = written(&desk, false);
    assert!(guarded.contains("'=cmd|' /C calc'!A0") && guarded.contains("'+49 1"));
    for line in guarded.lines() {
        let cells = line.split(',').map(|cell| cell.trim_start_matches('"'));
        for cell in cells {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\0']),
                "{line}"
            );
        }
    }
    let raw = written(&desk, true);
    assert!(raw.contains("\r\n=cmd|' /C calc'!A0,") && raw.contains(",+49 1,"));
}

#[test]
fn an_edited_table_finds_its_people_by_their_identity() {
    let mut desk = desk_of(vec![person("Sam Roe"), person("Sam Roe")]);
    let table = written(&desk, false);
    let edited = table.replacen(",,,,,,,,,", ",,Hooli,,new@roe.example,,,,,,", 1);
    assert_ne!(table, edited);
    let edited = edited.replacen(",,Hooli,,", ",Hooli,,", 1);
    let plan = desk.import(&[("people.csv", edited.as_bytes())]);
    assert_eq!(
        (plan.people.changed.len(), plan.people.new.len()),
        (1, 0),
        "{edited}"
    );
    assert_eq!(names(&desk), ["Sam Roe", "Sam Roe"]);
}

#[test]
fn archived_people_stay_and_one_person_goes_alone() {
    let mut desk = desk_of(vec![person("Ana"), person("Bob")]);
    let ana = desk.person("Ana").id;
    let part = Part::of_person(&desk.book, ana, Also::default()).unwrap();
    let alone = csv::text(&part, false).unwrap();
    assert_eq!(alone.lines().count(), 2);
    desk.book.contacts.change(ana, |ana| ana.archived = true);
    assert!(!written(&desk, false).contains("Ana"));
}

fn word() -> impl Strategy<Value = String> {
    // Clean text of one line, as everything that is in a book by way of Goodword.
    "[=+@'a-zé,;\"|\\-][=+@'a-zé,;\"| \\-]{0,6}[=+@'a-zé,;\"|\\-]"
        .prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn any_person(n: usize) -> impl Strategy<Value = Contact> {
    let texts = (
        word(),
        word(),
        prop::collection::vec(word(), 0..3),
        prop::collection::vec(word(), 0..3),
    );
    let counts = (
        0..3usize,
        0..3usize,
        prop::option::of((0..4i32, 1..13u32, 1..29u32)),
    );
    (texts, counts, prop::option::of(word())).prop_map(move |(texts, counts, note)| {
        let (firm, role, nicknames, tags) = texts;
        let (emails, phones, birthday) = counts;
        let name = format!("{n} {firm}");
        let mut seen = vec![name.to_lowercase()];
        let mut distinct = |list: Vec<String>| -> Vec<String> {
            let mut list = list;
            list.retain(|one| {
                let lower = one.to_lowercase();
                let is_new = !seen.contains(&lower);
                seen.push(lower);
                is_new
            });
            list
        };
        Contact {
            nicknames: distinct(nicknames),
            tags: distinct(tags),
            organisation: firm,
            role,
            emails: (0..emails)
                .map(|at| format!("p{n}.{at}@x.example"))
                .collect(),
            phones: (0..phones).map(|at| format!("+49 {n} 000{at}")).collect(),
            birthday: birthday.map(|(year, month, day)| Birthday {
                year: (year > 0).then_some(1980 + year),
                month,
                day,
            }),
            notes: note.unwrap_or_default(),
            ..person(&name)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: number::cases() / 4, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_people_survive_a_table(people in (0..5usize).prop_flat_map(|count| (0..count).map(any_person).collect::<Vec<_>>())) {
        survives(&mut desk_of(people));
    }
}
