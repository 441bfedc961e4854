//! A merge left fields with two values: they stand side by side, and one of them is chosen.

use std::path::PathBuf;

use goodword::domain::Book;
use goodword::domain::book::Unresolved;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::merge::merge;
use goodword::domain::promise::State;
use goodword::store::demo;
use goodword::store::disk::RealDisk;
use goodword::store::version;

use super::desk::Desk;

/// Both machines wrote a note on Bob and ended a promise, each otherwise.
fn merged() -> Book {
    let base = demo::book(demo::ANCHOR).unwrap();
    let side = |notes: &str, state: State| {
        let mut book = base.clone();
        let bob = base.contacts.iter().find(|one| one.name == "Bob Reyes");
        let notes = notes.to_owned();
        book.contacts
            .change(bob.unwrap().id, |bob| bob.notes = notes);
        let promise = base
            .promises
            .iter()
            .find(|one| one.text == "Comments on her deck");
        let promise = promise.unwrap().id;
        book.promises
            .change(promise, |promise| promise.state = state);
        book
    };
    let on = demo::ANCHOR;
    let was_blocked = None;
    let ours = side("prefers mornings", State::Delivered { on, was_blocked });
    let theirs = side("prefers evenings", State::Withdrawn { on });
    merge(&base, &ours, &theirs)
}

#[test]
fn both_values_stand_side_by_side_and_one_is_chosen() {
    let mut desk = Desk::with(&merged());
    desk.sees("2 fields have two values")
        .goes_to("Your book")
        .keys("Enter")
        .sees("Two values · 1 of 2")
        .sees("Comments on her deck · state")
        .sees("Delivered on 2026-09-24")
        .sees("Withdrawn on 2026-09-24")
        .keys("]")
        .sees("Two values · 2 of 2")
        .sees("Bob Reyes · notes")
        .sees("prefers mornings")
        .sees("prefers evenings");
    // Looking at the other one changes nothing.
    desk.keys("l h l");
    assert_eq!(desk.contact("Bob Reyes").notes, "prefers mornings");
    desk.keys("Enter")
        .sees("took the other value: Bob Reyes · notes");
    assert_eq!(desk.contact("Bob Reyes").notes, "prefers evenings");
    desk.sees("Two values · 1 of 1")
        .sees("Comments on her deck · state");
    desk.keys("Enter")
        .sees("kept what stood")
        .sees_not("Two values")
        .sees_not("Your book");
    desk.reopen().sees_not("Your book");
    assert_eq!(desk.contact("Bob Reyes").notes, "prefers evenings");
}

#[test]
fn each_choice_is_one_step_back() {
    let mut desk = Desk::with(&merged());
    let before = desk.book().clone();
    desk.goes_to("Your book")
        .keys("Enter Right Enter Right Enter");
    assert_eq!(desk.book().unresolved, []);
    desk.keys("u");
    assert_eq!(desk.book().unresolved.len(), 1);
    desk.keys("u");
    assert!(*desk.book() == before);
    desk.keys("U U");
    assert_eq!(desk.book().unresolved, []);
    // In the sheet too.
    desk.keys("u u")
        .goes_to("Your book")
        .keys("Enter Right Enter");
    assert_eq!(desk.book().unresolved.len(), 1);
    desk.keys("u").sees("of 2");
    assert!(*desk.book() == before);
}

#[test]
fn later_leaves_both() {
    let mut desk = Desk::with(&merged());
    let before = desk.book().clone();
    desk.goes_to("Your book")
        .keys("Enter ] Esc")
        .sees_not("Two values");
    assert!(*desk.book() == before);
    desk.reopen().sees("Your book");
}

#[test]
fn a_value_that_no_longer_fits_is_not_forced_in() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    book.unresolved.push(Unresolved {
        record: Id::<()>::from_u128(7).to_string(),
        field: "notes".to_owned(),
        ours: "a".to_owned(),
        theirs: "b".to_owned(),
    });
    let mut desk = Desk::demo();
    desk.model.book = book;
    desk.wakes_on("2026-09-24")
        .goes_to("Your book")
        .keys("Enter")
        .sees("(record missing) · notes")
        .keys("Right Enter")
        .sees("no longer fits its record");
    assert_eq!(desk.book().unresolved.len(), 1);
    desk.keys("Left Enter").sees_not("Your book");
}

#[test]
fn names_hidden_hide_both_values() {
    let mut desk = Desk::with(&merged());
    desk.goes_to("Your book").keys("Enter ]").sees("prefers");
    desk.keys("H").sees_not("prefers").sees_not("Bob");
}

/// The demo in a file, and beside it what another machine made of it.
fn with_a_copy(change: impl FnOnce(&mut Book)) -> Desk {
    let mut desk = Desk::kept_demo();
    let mut other = desk.book().clone();
    change(&mut other);
    let copy = copy_of(&desk);
    version::write(&RealDisk, &copy, &other).unwrap();
    desk.finds_copies();
    desk
}

fn copy_of(desk: &Desk) -> PathBuf {
    desk.path()
        .with_file_name("book.sync-conflict-20260923-101500-ABCDEFG.ron")
}

/// A note on Bob, and somebody whom only the other machine knows.
fn on_the_other_machine(book: &mut Book) {
    let bob = book.contacts.iter().find(|one| one.name == "Bob Reyes");
    let mut bob = bob.unwrap().as_ref().clone();
    "prefers evenings".clone_into(&mut bob.notes);
    book.contacts.put(bob.clone());
    bob.id = Id::from_u128(7);
    "Ines Rocha".clone_into(&mut bob.name);
    bob.problems.clear();
    bob.aspirations.clear();
    book.contacts.put(bob);
}

#[test]
fn a_copy_beside_the_book_is_offered_and_merged() {
    let mut desk = with_a_copy(on_the_other_machine);
    let notes = desk.contact("Bob Reyes").notes.clone();
    desk.sees("Another version of your book")
        .sees("book.sync-conflict-20260923-101500-ABCDEFG.ron stands beside your book")
        .sees("2 changes")
        .keys("Enter")
        .sees("merged book.sync-conflict")
        .sees("1 field has two values");
    assert_eq!(desk.contact("Bob Reyes").notes, notes);
    desk.contact("Ines Rocha");
    assert!(
        copy_of(&desk).exists(),
        "it is kept while the step can be taken back"
    );
    desk.keys("q");
    assert!(desk.has_left());
    assert!(!copy_of(&desk).exists());
    desk.reopen().sees("1 field has two values");
    desk.contact("Ines Rocha");
}

#[test]
fn a_copy_stays_whose_merge_was_taken_back_or_not_wanted() {
    for keys in ["Enter u q", "Down Enter q", "Esc q", "Enter u U u q"] {
        let mut desk = with_a_copy(on_the_other_machine);
        let before = desk.book().clone();
        desk.keys(keys);
        assert!(copy_of(&desk).exists(), "{keys}");
        desk.reopen();
        assert!(*desk.book() == before, "{keys}");
    }
}

#[test]
fn a_copy_stays_that_changed_meanwhile() {
    let mut desk = with_a_copy(on_the_other_machine);
    desk.keys("Enter");
    let mut newer = desk.book().clone();
    newer.contacts = newer
        .contacts
        .iter()
        .skip(1)
        .map(|one| Contact::clone(one))
        .collect();
    let copy = copy_of(&desk);
    version::write(&RealDisk, &copy, &newer).unwrap();
    desk.keys("q");
    assert!(copy.exists());
}

#[test]
fn a_copy_that_says_nothing_new_may_go() {
    let mut desk = with_a_copy(|_| {});
    let before = desk.book().clone();
    desk.sees("Remove it").keys("Enter q");
    assert!(!copy_of(&desk).exists());
    desk.reopen();
    assert!(*desk.book() == before);
}

/// Notes that were written on two machines need not be chosen between.
#[test]
fn of_two_notes_both_may_stay() {
    let mut desk = Desk::with(&merged());
    let before = desk.book().clone();
    desk.goes_to("Your book").keys("Enter");
    // A state is one or the other.
    desk.sees("Comments on her deck · state")
        .sees_not("both stay")
        .keys("l l Left");
    desk.sees("▸ stands now").keys("]");
    desk.sees("Past the other (l): both stay, one after the other.")
        .keys("l l")
        .sees("▸ first what stands now")
        .sees("▸ then the other");
    // There and back changes nothing.
    desk.keys("h")
        .sees("▸ the other")
        .sees_not("▸ then the other");
    assert!(*desk.book() == before);
    desk.keys("l Enter").sees("kept both: Bob Reyes · notes");
    assert_eq!(
        desk.contact("Bob Reyes").notes,
        "prefers mornings\nprefers evenings"
    );
    assert_eq!(desk.book().unresolved.len(), 1);
    desk.keys("u");
    assert!(*desk.book() == before);
}
