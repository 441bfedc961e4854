//! Two machines, one book.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::book::Unresolved;
use goodword::domain::contact::Contact;
use goodword::domain::merge::merge;
use goodword::domain::promise::{Effort, EffortKind, Promise};
use goodword::domain::removal::without_contact;
use goodword::store::demo;

fn demo_book() -> Book {
    demo::book(demo::ANCHOR).unwrap()
}

fn change_contact(book: &Book, name: &str, change: impl FnOnce(&mut Contact)) -> Book {
    let mut after = book.clone();
    let id = book
        .contacts
        .iter()
        .find(|one| one.name == name)
        .unwrap()
        .id;
    after.contacts.change(id, change);
    after
}

fn change_promise(book: &Book, text: &str, change: impl FnOnce(&mut Promise)) -> Book {
    let mut after = book.clone();
    let id = book
        .promises
        .iter()
        .find(|one| one.text == text)
        .unwrap()
        .id;
    after.promises.change(id, change);
    after
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, day).unwrap()
}

#[test]
fn the_phone_number_from_one_machine_and_the_note_from_the_other() {
    let base = demo_book();
    let ours = change_contact(&base, "Bob Reyes", |bob| {
        bob.notes = "prefers mornings".to_owned();
    });
    let theirs = change_contact(&base, "Bob Reyes", |bob| {
        bob.phones.push("+44 1".to_owned());
    });
    let merged = merge(&base, &ours, &theirs);
    let bob = merged
        .contacts
        .iter()
        .find(|one| one.name == "Bob Reyes")
        .unwrap();
    assert_eq!(bob.notes, "prefers mornings");
    assert!(bob.phones.contains(&"+44 1".to_owned()));
    assert_eq!(merged.unresolved, []);
}

#[test]
fn two_notes_on_one_person_are_both_kept_until_somebody_chooses() {
    let base = demo_book();
    let ours = change_contact(&base, "Bob Reyes", |bob| bob.notes = "mornings".to_owned());
    let theirs = change_contact(&base, "Bob Reyes", |bob| bob.notes = "evenings".to_owned());
    let merged = merge(&base, &ours, &theirs);
    let bob = merged
        .contacts
        .iter()
        .find(|one| one.name == "Bob Reyes")
        .unwrap();
    assert_eq!(bob.notes, "mornings");
    let open = Unresolved {
        record: bob.id.to_string(),
        field: "notes".to_owned(),
        ours: "mornings".to_owned(),
        theirs: "evenings".to_owned(),
    };
    assert_eq!(merged.unresolved, [open]);
    // Resolved on one machine, it stays resolved.
    let chosen = Book {
        unresolved: Vec::new(),
        ..merged.clone()
    };
    assert_eq!(merge(&merged, &chosen, &merged).unresolved, []);
}

#[test]
fn efforts_logged_on_both_machines_stand_in_the_order_of_their_days() {
    let base = demo_book();
    let tried = |book: &Book, on: u32, text: &str| {
        change_promise(book, "Introduce her to Max", |promise| {
            promise.efforts.push(Effort {
                on: day(on),
                told: None,
                kind: EffortKind::Progress,
                text: text.to_owned(),
            });
        })
    };
    let merged = merge(
        &base,
        &tried(&base, 24, "rang his office"),
        &tried(&base, 23, "mailed again"),
    );
    let promise = merged
        .promises
        .iter()
        .find(|one| one.text == "Introduce her to Max")
        .unwrap();
    let last: Vec<&str> = promise
        .efforts
        .iter()
        .rev()
        .take(2)
        .map(|one| one.text.as_str())
        .collect();
    assert_eq!(last, ["rang his office", "mailed again"]);
}

#[test]
fn whoever_was_deleted_here_and_edited_there_is_kept_with_what_speaks_of_them() {
    let base = demo_book();
    let eve = base
        .contacts
        .iter()
        .find(|one| one.name == "Eve Park")
        .unwrap()
        .id;
    let ours = without_contact(&base, eve).0;
    let theirs = change_promise(&base, "Introduce her to Max", |promise| {
        promise.minutes = Some(45);
    });
    let merged = merge(&base, &ours, &theirs);
    assert!(
        merged.contacts.get(eve).is_some(),
        "the promise that was edited speaks of her"
    );
    let deleted = merge(&base, &ours, &base);
    assert!(deleted.contacts.get(eve).is_none());
}

#[test]
fn two_orders_of_the_lines_make_no_third() {
    let base = demo_book();
    let order = base.settings.order_of_lines.clone();
    let lines: Vec<_> = order.lines().collect();
    let with = |line: usize| {
        let mut after = base.clone();
        let moved = order.lowered(lines[line]).unwrap();
        std::sync::Arc::make_mut(&mut after.settings).order_of_lines = moved;
        after
    };
    let merged = merge(&base, &with(0), &with(1));
    assert_eq!(
        merged.settings.order_of_lines,
        with(0).settings.order_of_lines
    );
    assert_eq!(merged.unresolved.len(), 1);
    assert_eq!(merged.unresolved[0].field, "order_of_lines");
}
