//! Any text as a filter: nothing breaks, a minus is the complement, and the order of the terms says nothing.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use goodword::domain::Book;
use goodword::domain::contact::ContactId;
use goodword::domain::find::{entries, find, matches, words};
use goodword::domain::promise::PromiseId;
use goodword::store::demo;

use super::common::books::any_book;
use super::session::Session;

const TERMS: &[&str] = &[
    "an",
    "anna",
    "bbo",
    "\"a n\"",
    "é",
    "tag:ny",
    "tag:a",
    "org:a",
    "last:>60d",
    "last:<2w",
    "last:never",
    "owes:me",
    "owes:them",
    "trust:mixed",
    "trust:none",
    "due:<7d",
    "due:late",
    "due:none",
    "state:stuck",
    "state:o",
    "by:me",
    "by:them",
    "kind:advice",
    "kind:none",
    "is:new",
    "pace:late",
    "pace:none",
    "topic:x",
    "circle:y",
    "role:z",
];

struct Shown {
    today: usize,
    people: BTreeSet<ContactId>,
    promises: BTreeSet<PromiseId>,
}

/// What each list shows by a filter, with the archived always looked through.
fn shown(session: &mut Session, filter: &str) -> Shown {
    for screen in ["1", "2", "3"] {
        session.press(screen);
        session.press("Esc /");
        session.act(goodword::app::Action::Paste(filter.to_owned()));
        session.press("Enter");
    }
    let model = &session.model;
    Shown {
        today: model.today.rows.keys().len(),
        people: model.contacts.rows.keys().iter().copied().collect(),
        promises: model.promises.in_sight().collect(),
    }
}

fn config(cases: u32, seed: u64) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed),
        ..ProptestConfig::default()
    }
}

fn without_archived(mut book: Book) -> Book {
    book.contacts
        .change_each(|one| one.archived, |one| one.archived = false);
    book
}

proptest! {
    #![proptest_config(config(48, 11))]

    #[test]
    fn no_text_breaks_a_filter_or_the_search(text in "\\PC{0,24}", more in "[-a-z:\"<>0-9é ]{0,24}", book in any_book(4)) {
        let mut session = Session::new(book.clone(), demo::ANCHOR);
        for typed in [&text, &more] {
            let _ = shown(&mut session, typed);
            session.draw(80, 24);
            let (words, all) = (words(typed), entries(&book));
            for at in find(&words, &all) {
                for part in matches(&all[at].text, &words, true) {
                    prop_assert!(all[at].text.get(part).is_some());
                }
            }
        }
    }

    #[test]
    fn a_minus_is_the_complement(term in prop::sample::select(TERMS.to_vec()), book in any_book(6)) {
        let book = without_archived(book);
        let mut session = Session::new(book.clone(), demo::ANCHOR);
        session.press("3 G Enter");
        let all = session.model.derived.agenda.len();
        let one = shown(&mut session, term);
        let other = shown(&mut session, &format!("-{term}"));
        // Where the term says nothing, or nobody has it, both leave nothing out.
        for (list, one, other, everything) in [
            (1, one.today, other.today, all),
            (2, one.people.len(), other.people.len(), book.contacts.len()),
            (3, one.promises.len(), other.promises.len(), book.promises.len()),
        ] {
            let says_nothing = one == everything && other == everything;
            prop_assert!(one + other == everything || says_nothing, "{term} on {list}: {one} and {other} of {everything}");
        }
        prop_assert!(one.people.is_disjoint(&other.people) || one.people == other.people);
    }

    #[test]
    fn the_order_of_the_terms_says_nothing(
        first in prop::sample::select(TERMS.to_vec()),
        second in prop::sample::select(TERMS.to_vec()),
        book in any_book(6),
    ) {
        let book = without_archived(book);
        let mut session = Session::new(book, demo::ANCHOR);
        let one = shown(&mut session, &format!("{first} {second}"));
        let other = shown(&mut session, &format!("{second} {first}"));
        prop_assert_eq!(&one.people, &other.people);
        prop_assert_eq!(&one.promises, &other.promises);
        prop_assert_eq!(one.today, other.today);
        let (alone, too) = (shown(&mut session, first), shown(&mut session, second));
        let both: BTreeSet<_> = alone.people.intersection(&too.people).copied().collect();
        prop_assert_eq!(one.people, both, "each term stands for itself");
    }
}
