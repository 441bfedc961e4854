//! Two become one: field by field as chosen, with all that stands with either, in one step that can be taken back.

use std::collections::BTreeSet;

use goodword::domain::Book;
use goodword::domain::change::Change;
use goodword::domain::contact::{Contact, KnownPerson, Tie};
use goodword::domain::duplicates::joining::{Field, Joining, Take};
use goodword::domain::relationship::Relationships;
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::{book, books, id, number, person, texts};

fn joining(book: &Book) -> Joining {
    Joining::of(book, &Relationships::of(book), (id(1), id(2))).unwrap()
}

fn two(one: impl FnOnce(&mut Contact), other: impl FnOnce(&mut Contact)) -> Book {
    book([person(1, "Ana Li", one), person(2, "Ana Lia Li", other)])
}

fn joined(book: &Book, joining: &Joining) -> Contact {
    Contact::clone(joining.apply(book).unwrap().contacts.get(id(1)).unwrap())
}

#[test]
fn nothing_is_lost_unless_it_is_chosen_so() {
    let book = two(
        |ana| {
            ana.emails = texts(&["ana@li.example"]);
            ana.notes = "likes tea".to_owned();
            ana.organisation = "Acme".to_owned();
            ana.tags = texts(&["press"]);
            ana.boundary = true;
        },
        |ana| {
            ana.emails = texts(&["ANA@li.example", "ana@work.example"]);
            ana.notes = "likes trains".to_owned();
            ana.organisation = "Nordwind".to_owned();
            ana.role = "editor".to_owned();
            ana.tie = Tie::Close;
            ana.added = ana.added.pred_opt().unwrap();
            ana.source_uid = Some("77".to_owned());
        },
    );
    // Who was written down first stays, and is the one whose values stand where only one can.
    let mut joining = joining(&book);
    assert_eq!((joining.stays, joining.goes), (id(2), id(1)));
    let after = joining.apply(&book).unwrap();
    assert!(after.contacts.get(id(1)).is_none());
    let ana = after.contacts.get(id(2)).unwrap();
    assert_eq!(
        (&ana.name, &ana.nicknames),
        (&"Ana Lia Li".to_owned(), &texts(&["Ana Li"]))
    );
    assert_eq!(ana.emails, ["ANA@li.example", "ana@work.example"]);
    assert_eq!(ana.notes, "likes trains\n\nlikes tea");
    assert_eq!(
        (ana.organisation.as_str(), ana.role.as_str()),
        ("Nordwind", "editor")
    );
    assert_eq!(
        (ana.tie, ana.boundary, ana.tags.len()),
        (Tie::Close, true, 1)
    );
    assert_eq!(ana.source_uid.as_deref(), Some("77"));
    assert_eq!(ana.other_uids, [id(1).to_string()]);
    // Chosen otherwise.
    for field in [Field::Organisation, Field::Name] {
        joining.turn(field, Take::Goes);
    }
    joining.turn(Field::Notes, Take::Stays);
    let ana = joining.joined(&book).unwrap();
    assert_eq!(
        (&ana.name, &ana.nicknames),
        (&"Ana Li".to_owned(), &texts(&["Ana Lia Li"]))
    );
    assert_eq!(
        (ana.organisation.as_str(), ana.notes.as_str()),
        ("Acme", "likes trains")
    );
}

#[test]
fn a_choice_goes_over_both_where_both_can_stand() {
    let book = two(
        |ana| ana.notes = "one".to_owned(),
        |ana| ana.notes = "two".to_owned(),
    );
    let mut joining = joining(&book);
    let notes = |joining: &Joining| {
        let takes = joining.takes();
        takes
            .iter()
            .find(|(field, _)| *field == Field::Notes)
            .unwrap()
            .1
    };
    assert_eq!(notes(&joining), Take::Both);
    for (to, taken) in [
        (Take::Goes, Take::Goes),
        (Take::Goes, Take::Goes),
        (Take::Stays, Take::Both),
        (Take::Stays, Take::Stays),
        (Take::Goes, Take::Both),
    ] {
        joining.turn(Field::Notes, to);
        assert_eq!(notes(&joining), taken);
    }
    joining.turn(Field::Name, Take::Goes);
    assert!(joining.takes().contains(&(Field::Name, Take::Goes)));
    // What is the same on both sides is not asked.
    assert_eq!(joining.takes().len(), 2);
}

#[test]
fn nobody_knows_themselves_and_others_know_them_once() {
    let mut book = two(
        |ana| ana.knows = vec![(KnownPerson::Contact(id(3)), Tie::Familiar)],
        |ana| {
            ana.knows = vec![
                (KnownPerson::Contact(id(1)), Tie::Close),
                (KnownPerson::Contact(id(3)), Tie::Trusted),
            ];
        },
    );
    book.contacts.put(person(3, "Bob Reyes", |bob| {
        bob.knows = vec![
            (KnownPerson::Contact(id(2)), Tie::Close),
            (KnownPerson::Contact(id(1)), Tie::Acquaintance),
        ];
    }));
    let joining = joining(&book);
    let ana = joined(&book, &joining);
    assert_eq!(ana.knows, [(KnownPerson::Contact(id(3)), Tie::Trusted)]);
    let after = joining.apply(&book).unwrap();
    let bob = after.contacts.get(id(3)).unwrap();
    assert_eq!(bob.knows, [(KnownPerson::Contact(id(1)), Tie::Close)]);
}

/// Every record but that of the person.
fn counts(book: &Book) -> [usize; 9] {
    [
        book.promises.len(),
        book.invites.len(),
        book.busy.len(),
        book.interactions.len(),
        book.exchanges.len(),
        book.incidents.len(),
        book.introductions.len(),
        book.decisions.len(),
        book.option_sets.len(),
    ]
}

proptest! {
    #![proptest_config(Config { cases: number::cases(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn all_that_stands_with_either_stands_with_the_one(before in books::any_book(6), at in 0_usize..36) {
        let people: Vec<_> = before.contacts.iter().map(|one| one.id).collect();
        if people.len() < 2 {
            return Ok(());
        }
        let pair = (people[at % people.len()], people[(at / 6) % people.len()]);
        let joining = Joining::of(&before, &Relationships::of(&before), pair).unwrap();
        let introduced = before.introductions.iter().any(|one| {
            let both = BTreeSet::from([one.requester, one.target]);
            both.is_subset(&BTreeSet::from([pair.0, pair.1]))
        });
        let Some(after) = joining.apply(&before) else {
            prop_assert!(introduced || pair.0 == pair.1);
            return Ok(());
        };
        prop_assert_eq!(counts(&before), counts(&after));
        prop_assert_eq!(before.contacts.len() - 1, after.contacts.len());
        // Their id is nowhere any longer but among the identities of the one who stays.
        let gone = joining.goes.to_string();
        let text = ron::to_string(&after).unwrap();
        prop_assert_eq!(text.matches(&gone).count(), 1);
        let stays = after.contacts.get(joining.stays).unwrap();
        prop_assert!(stays.other_uids.contains(&gone));
        let aims = |book: &Book| book.contacts.iter().map(|one| one.aspirations.len() + one.problems.len()).sum::<usize>();
        prop_assert_eq!(aims(&before), aims(&after));
        // One step, and back.
        let mut back = after.clone();
        prop_assert_eq!(Change::between(&before, &after).inverse().apply(&mut back), 0);
        prop_assert_eq!(back, before);
    }
}
