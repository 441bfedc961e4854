//! What is odd in a book: ids that stand twice refuse it, everything else is listed in words.

use super::common::books::book;
use super::folder::{Folder, open, refused, save};

const ONE: &str = "00000000000000000000000001";
const TWO: &str = "00000000000000000000000002";

#[test]
fn records_that_share_an_id_are_named_and_the_book_is_refused() {
    let folder = Folder::new();
    let contact = |name: &str| format!("(id: \"{ONE}\", name: \"{name}\", added: \"2026-01-01\")");
    let text = format!(
        "(version: 1, contacts: [{}, {}])",
        contact("Ann"),
        contact("Bob")
    );
    let message = refused(&folder.put("book.ron", text));
    assert!(
        message.contains("holds records that share an id."),
        "{message}"
    );
    assert!(
        message.contains(&format!(
            "The contact \"Bob\" has the id {ONE}, which another one has too"
        )),
        "{message}"
    );
    let aim = format!("(id: \"{TWO}\", text: \"Lead\", noted: \"2026-01-01\")");
    let text = format!(
        "(version: 1, contacts: [(name: \"Ann\", added: \"2026-01-01\", problems: [{aim}], aspirations: [{aim}])])"
    );
    let message = refused(&folder.put("book.ron", text));
    assert!(
        message.contains("The aim \"Lead\" of Ann has the id"),
        "{message}"
    );
}

#[test]
fn records_without_an_id_get_one_each() {
    let folder = Folder::new();
    let contact =
        "(name: \"Ann\", added: \"2026-01-01\", problems: [(text: \"a\", noted: \"2026-01-01\")])";
    let text = format!("(version: 1, contacts: [{contact}, {contact}])");
    let path = folder.put("book.ron", text);
    let mut opened = open(&path);
    assert_eq!(opened.book.contacts.len(), 2);
    assert!(
        opened
            .book
            .contacts
            .iter()
            .all(|contact| !contact.id.is_nil())
    );
    save(&mut opened.file, &opened.book);
    assert_eq!(open(&path).book, opened.book);
}

#[test]
fn references_that_lead_nowhere_open_and_are_listed() {
    let folder = Folder::new();
    let text = format!(
        r#"(version: 1,
            settings: (not_the_same: [("{ONE}", "{TWO}")]),
            contacts: [(id: "{ONE}", name: "Ann", added: "2026-01-01", knows: [(Contact("{TWO}"), Close)])],
            promises: [(contact: "{TWO}", text: "Call\u{{1b}} back", made: "2026-01-01", said: Promise, reopened_from: "{TWO}")],
            invites: [(with: ["{TWO}"], title: "Lunch", start: "2026-01-05T12:00:00", end: "2026-01-05T13:00:00",
                asked_on: "2026-01-01", assessment: (aim: "{TWO}", advances: ["{TWO}"]))],
            interactions: [(with: ["{ONE}", "{TWO}"], on: "2026-01-01", kind: Call)],
            exchanges: [(contact: "{TWO}", on: "2026-01-02", direction: Given, kind: Advice, from: "{TWO}")],
            incidents: [(contact: "{TWO}", about: Me, kind: Harmed, on: "2026-01-03", from: "{TWO}")],
            introductions: [(requester: "{ONE}", target: "{TWO}", purpose: "a job")],
            decisions: [(on: "2026-01-04", about: Invites("{ONE}", "{TWO}"), chosen: A), (on: "2026-01-06", about: Options("{ONE}"), chosen: B)],
            option_sets: [(contact: "{TWO}", on: "2026-01-01", question: "Now?", options: [])],
            unresolved: [(record: "{ONE}", field: "name", ours: "a", theirs: "b"), (record: "{TWO}", field: "name", ours: "a", theirs: "b")],
        )"#
    );
    let mut problems = open(&folder.put("book.ron", text)).problems();
    problems.sort();
    let person = format!("refers to a person that the book does not have ({TWO}).");
    let promise = format!("refers to a promise that the book does not have ({TWO}).");
    let mut expected = vec![
        format!("The choice \"Now?\" {person}"),
        format!("The contact \"Ann\" {person}"),
        format!(
            "The decision of 2026-01-04 refers to an invite that the book does not have ({ONE})."
        ),
        format!(
            "The decision of 2026-01-04 refers to an invite that the book does not have ({TWO})."
        ),
        format!(
            "The decision of 2026-01-06 refers to a choice that the book does not have ({ONE})."
        ),
        format!("The exchange of 2026-01-02 {person}"),
        format!("The exchange of 2026-01-02 {promise}"),
        format!(
            "The incident of 2026-01-03 refers to an invite that the book does not have ({TWO})."
        ),
        format!("The incident of 2026-01-03 {person}"),
        format!("The introduction \"a job\" {person}"),
        format!("The invite \"Lunch\" for 2026-01-05 12:00 {person}"),
        format!("The invite \"Lunch\" for 2026-01-05 12:00 {promise}"),
        format!(
            "The invite \"Lunch\" for 2026-01-05 12:00 refers to an aim that the book does not have ({TWO})."
        ),
        format!("The promise \"Call\u{fffd} back\" of 2026-01-01 {person}"),
        format!("The promise \"Call\u{fffd} back\" of 2026-01-01 {promise}"),
        format!("The settings tell {ONE} and {TWO} apart, and not both are in the book."),
        format!("The talk of 2026-01-01 {person}"),
        format!(
            "The unresolved field \"name\" belongs to the record \"{TWO}\", which is not in the book."
        ),
    ];
    expected.sort();
    assert_eq!(problems, expected);
}

#[test]
fn odd_dates_open_and_are_listed() {
    let folder = Folder::new();
    let text = format!(
        r#"(version: 1,
            contacts: [(id: "{ONE}", name: "Ann", added: "1026-01-01", birthday: (month: 2, day: 30),
                problems: [(text: "Lead", noted: "2026-02-01", closed: "2026-01-01")])],
            promises: [
                (contact: "{ONE}", text: "Call", made: "2026-02-01", due: "2026-01-31", said: Promise,
                    efforts: [(on: "2026-02-03", told: "2026-02-02", kind: Progress, text: "Rang")]),
                (contact: "{ONE}", text: "Write", made: "2026-02-01", due: "2206-01-31", said: Promise, state: Confirmed(on: "2026-01-01")),
                (contact: "{ONE}", text: "Sing", made: "2026-02-01", said: Promise, state: Confirmed(on: "2026-02-05", delivered: "2026-02-06")),
            ],
            invites: [(with: ["{ONE}"], start: "2026-01-05T12:00:00", end: "2026-01-05T11:00:00", asked_on: "2026-01-01")],
            busy: [(start: "2026-01-05T12:00:00", end: "2026-01-04T12:00:00")],
            introductions: [(requester: "{ONE}", target: "{ONE}", purpose: "a job", made: "0226-01-01")],
            incidents: [(contact: "{ONE}", about: Me, kind: Harmed, on: "2026-01-05", note: "Late",
                settled: "2026-01-04", acknowledged: "2026-01-03", made_right: "2026-01-02")],
        )"#
    );
    let problems = open(&folder.put("book.ron", text)).problems();
    let mut promises: Vec<&str> = Vec::new();
    let mut others: Vec<&str> = Vec::new();
    for problem in &problems {
        let is_promise = problem.starts_with("The promise");
        if is_promise {
            &mut promises
        } else {
            &mut others
        }
        .push(problem);
    }
    // The promises got their ids by chance, and stand in that order.
    promises.sort_unstable();
    assert_eq!(
        promises,
        [
            "The promise \"Call\" of 2026-02-01 is due before it was made.",
            "The promise \"Call\" of 2026-02-01 tells of an effort before it was made.",
            "The promise \"Sing\" of 2026-02-01 was confirmed before it was done.",
            "The promise \"Write\" of 2026-02-01 came to its state before it was made.",
            "The promise \"Write\" of 2026-02-01 has a date in the year 2206: due.",
        ]
    );
    assert_eq!(
        others,
        [
            "The contact \"Ann\" has a date in the year 1026: added.",
            "The contact \"Ann\" has a birthday that is no day of the calendar.",
            "The aim \"Lead\" of Ann was closed before it was noted.",
            "The invite for 2026-01-05 12:00 ends before it begins.",
            "The busy time of 2026-01-05 12:00 ends before it begins.",
            "The incident \"Late\" of 2026-01-05 was settled before it happened.",
            "The incident \"Late\" of 2026-01-05 was owned up to before it happened.",
            "The incident \"Late\" of 2026-01-05 was made right before it happened.",
            "The introduction \"a job\" has a date in the year 226: made.",
        ]
    );
}

#[test]
fn an_ordinary_book_has_no_problems() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &book(4, 20));
    assert_eq!(open(&path).problems(), Vec::<String>::new());
}
