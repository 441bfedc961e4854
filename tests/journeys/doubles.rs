//! Somebody stands in the book twice: it is said with the reason, two become one field by field, or stay two for good.

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::store::demo;

use super::desk::Desk;

/// The demo, where Bob Reyes stands a second time with an address of his, and one of Dana's promises.
fn doubled() -> Book {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    let named = |name: &str| {
        let mut people = book.contacts.iter();
        Contact::clone(people.find(|one| one.name == name).unwrap())
    };
    let (mut bob, dana) = (named("Bob Reyes"), named("Dana Liu"));
    if bob.emails.is_empty() {
        bob.emails = vec!["bob@northwind.example".to_owned()];
    }
    let second = Contact {
        id: Id::from_u128(7),
        name: "Robert Reyes".to_owned(),
        nicknames: vec!["Bob".to_owned()],
        emails: vec![bob.emails[0].to_uppercase(), "bob@home.example".to_owned()],
        notes: "plays the cello".to_owned(),
        source_uid: Some("from-the-phone".to_owned()),
        added: demo::ANCHOR,
        ..Contact::default()
    };
    let theirs: Vec<_> = book
        .promises
        .iter()
        .filter(|one| one.contact == dana.id)
        .map(|one| one.id)
        .collect();
    for id in theirs {
        book.promises
            .change(id, |promise| promise.contact = second.id);
    }
    book.contacts.put(bob);
    book.contacts.put(second);
    book
}

#[test]
fn two_become_one_with_all_that_stood_with_either() {
    let mut desk = Desk::with(&doubled());
    let owed = |desk: &Desk| {
        let bob = desk.contact("Bob Reyes").id;
        let promises = desk.book().promises.iter();
        promises
            .filter(|one| one.contact == bob && one.by == Party::Me)
            .count()
    };
    let (before, owed_before) = (desk.book().clone(), owed(&desk));
    desk.keys("2")
        .sees("1 person may stand here twice: :duplicates")
        .keys(":")
        .types("duplicates")
        .keys("Enter")
        .sees("1 person may stand here twice")
        .sees("certain: same e-mail")
        .keys("Enter")
        .sees("One person: choose field by field")
        .sees("✓ Bob Reyes")
        .sees("✓ BOB.REYES@NORTHWIND.EXAMPLE");
    // Looking and choosing change nothing yet.
    desk.keys("j l h k l");
    assert_eq!(*desk.book(), before);
    desk.sees("✓ Robert Reyes")
        .keys("h Enter")
        .sees("merged: Robert Reyes into Bob Reyes")
        .sees_not("may stand here twice");
    let bob = desk.contact("Bob Reyes").clone();
    assert!(bob.nicknames.contains(&"Robert Reyes".to_owned()));
    assert!(bob.notes.ends_with("plays the cello"));
    assert_eq!(bob.source_uid.as_deref(), Some("from-the-phone"));
    assert!(owed(&desk) > owed_before);
    assert_eq!(desk.book().contacts.len() + 1, before.contacts.len());
    assert_eq!(desk.book().promises.len(), before.promises.len());
    desk.keys("u");
    assert_eq!(*desk.book(), before);
    desk.sees("1 person may stand here twice");
    desk.keys("U").reopen();
    assert_eq!(desk.contact("Bob Reyes"), &bob);
}

#[test]
fn not_the_same_is_remembered() {
    let mut desk = Desk::with(&doubled());
    desk.keys("2 :")
        .types("duplicates")
        .keys("Enter d")
        .sees("not the same: ")
        .sees("two, you said")
        .keys("Esc")
        .sees_not("may stand here twice");
    desk.reopen().keys("2").sees_not("may stand here twice");
    // Side by side they can be told to be one after all.
    desk.keys(":").types("duplicates").keys("Enter Enter d");
    desk.sees("may be the same after all").keys("Esc");
    desk.sees("1 person may stand here twice");
}

#[test]
fn who_was_merged_is_found_again_by_their_card() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("phone.vcf");
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:from-the-phone\r\nFN:Rob R.\r\nTEL:+49 170 1234567\r\nEND:VCARD\r\n";
    std::fs::write(&path, card).unwrap();
    let mut desk = Desk::with(&doubled());
    desk.keys("2 :")
        .types("duplicates")
        .keys("Enter Enter Enter");
    let people = desk.book().contacts.len();
    desk.keys(":").types(&format!("import {}", path.display()));
    desk.keys("Enter Enter");
    assert_eq!(desk.book().contacts.len(), people);
    assert_eq!(
        desk.contact("Bob Reyes").phones.last().unwrap(),
        "+49 170 1234567"
    );
}

#[test]
fn where_nobody_stands_twice_it_says_so() {
    let mut desk = Desk::with(&Book::default());
    desk.keys("2 A").types("Ana Li").keys("Ctrl-s");
    desk.keys(":").types("duplicates").keys("Enter");
    desk.sees("Nobody stands here twice");
    // In the demo one pair was said to be two, and that can be taken back.
    let mut desk = Desk::demo();
    desk.keys(":").types("duplicates").keys("Enter");
    desk.sees("Ana da Silva · Ana Silva")
        .sees("two, you said")
        .sees("nothing in the book says that they are one");
    desk.keys("d").sees("may be the same after all");
}

#[test]
fn two_of_one_name_are_named_and_nothing_is_ticked_where_nothing_stands() {
    let mut book = demo::book(demo::ANCHOR).unwrap();
    for (id, role) in [(7, "Director"), (8, "")] {
        book.contacts.put(Contact {
            id: Id::from_u128(id),
            name: "Ivy Chen".to_owned(),
            role: role.to_owned(),
            notes: if id == 8 { "plays the cello" } else { "" }.to_owned(),
            added: demo::ANCHOR,
            ..Contact::default()
        });
    }
    let mut desk = Desk::with(&book);
    desk.keys("2 :").types("duplicates").keys("Enter Enter");
    desk.sees("One Ivy Chen: choose field by field")
        .sees("role ")
        .sees_not("✓ –");
    desk.keys("j j j j l").sees_not("✓ –");
}

/// Whoever is typed as new and looks like somebody is told of with the reason, before they are kept and never in the way.
#[test]
fn somebody_typed_as_new_may_be_here_already() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().contacts.len();
    desk.keys("2 A").types("Bob Reyes").keys("Tab");
    desk.sees(
        "May be here already: Bob Reyes, Northwind (same name, and nothing speaks against it).",
    );
    desk.types("Northwind")
        .keys("Tab")
        .sees("(same name, same firm)");
    // Somebody else by that name.
    desk.keys("Shift-Tab Ctrl-u")
        .types("Fjord Labs")
        .keys("Tab");
    desk.sees("(same name, otherwise reached or working elsewhere)");
    desk.keys("Ctrl-s").sees_not("May be here already");
    assert_eq!(desk.book().contacts.len(), before + 1);

    // Of the very name it is asked once, before anything is kept; of one that is like it, said below.
    desk.keys("A").types("Eve Park").keys("Ctrl-s");
    desk.sees("Eve Park is in the book already: Ctrl-s again adds another");
    assert_eq!(desk.book().contacts.len(), before + 1);
    desk.keys("Ctrl-s").sees("May be here already: Eve Park");
    assert_eq!(desk.book().contacts.len(), before + 2);
    desk.keys("u A").types("Park, Eve").keys("Ctrl-s");
    desk.sees("May be here already: Eve Park");
    assert_eq!(desk.book().contacts.len(), before + 2);
    desk.keys("u");
    assert_eq!(desk.book().contacts.len(), before + 1);

    // Nobody is like somebody whom I change.
    desk.goes_to("Cleo Ito").keys("e").types(" Ito").keys("Tab");
    desk.sees_not("May be here already").keys("Esc Enter");
}

#[test]
fn a_line_that_brings_somebody_in_says_whom_they_are_like() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().contacts.len();
    desk.keys("a").types("Mia Lindqvistt, Independent: data");
    desk.sees_not("May be here already");
    desk.keys("Esc Enter a")
        .types("Max Lindqvistt, Independent: data");
    desk.sees("New: Max Lindqvistt, Independent.")
        .sees("May be here already: Max Lindqvist, Independent (name alike, same firm).")
        .keys("Enter");
    assert_eq!(desk.book().contacts.len(), before + 1);
}
