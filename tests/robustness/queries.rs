//! Any text as a filter: nothing breaks, a minus is the complement, and the order of the terms says nothing.

use std::collections::{BTreeSet, HashSet};
use std::num::NonZeroU32;

use chrono::Days;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use goodword::domain::Book;
use goodword::domain::contact::{Contact, ContactId};
use goodword::domain::find::{Entry, Haystack, Record, find, matches, words};
use goodword::domain::promise::PromiseId;
use goodword::domain::search::{Finder, Names, Word, folded};
use goodword::domain::view::Sorting;
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

/// What stands in the records of a book, and parts of it as they may be typed.
const TYPED: &[&str] = &[
    "dan",
    "dana rey",
    "rey dana",
    "reyse",
    "dnry",
    "zoë",
    "zoe",
    "日",
    "friday",
    "s",
    "sldies",
    "send fri",
    "none",
    "quoted word",
    "lines",
];

/// The records that say all words, by reading each text of the book for itself.
fn read_through(words: &[Word], all: &Haystack) -> HashSet<Record> {
    let mut finder = Finder::default();
    let mut says = |entry: &Entry| {
        let (text, name) = (folded(&entry.text), folded(&entry.who));
        let in_text = |word: &Word| text.contains(word.folded());
        if matches!(entry.record, Record::Person(_)) {
            let name = Names::of(&entry.who);
            let mut ranks = words
                .iter()
                .map(|word| word.rank(name.get(0), &text, &mut finder));
            return ranks.all(|rank| rank.is_some());
        }
        let in_name = |word: &Word| name.split(", ").any(|name| name.contains(word.folded()));
        words.iter().any(in_text) && words.iter().all(|word| in_text(word) || in_name(word))
    };
    let entries = (0..all.len()).map(|at| all.entry(at).unwrap());
    entries
        .filter(|entry| says(entry))
        .map(|entry| entry.record)
        .collect()
}

fn sorts(session: &Session) -> [Sorting; 2] {
    [session.model.contacts.sort, session.model.promises.sort]
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
            let (words, all) = (words(typed), Haystack::of(&book));
            for at in find(&words, &all) {
                let text = all.entry(at).unwrap().text;
                for part in matches(&text, &words, true) {
                    prop_assert!(text.get(part).is_some());
                }
            }
        }
    }

    #[test]
    fn the_search_finds_what_reading_each_text_finds(typed in prop::sample::select(TYPED.to_vec()), book in any_book(8)) {
        let (words, all) = (words(typed), Haystack::of(&book));
        let found = find(&words, &all);
        let records: HashSet<Record> = found.iter().map(|at| all.entry(*at).unwrap().record).collect();
        prop_assert_eq!(found.len(), records.len(), "each record once");
        prop_assert_eq!(records, read_through(&words, &all));
    }

    /// Whatever was typed, taken back, sorted and written down before.
    #[test]
    fn a_filter_shows_what_it_shows_at_once_in_a_new_session(
        // What most rows say, so that there is something in sight.
        term in prop::sample::select(vec!["a", "e", "an", "-q", "is:new", "-tag:ny"]),
        keys in prop::collection::vec(prop::sample::select(vec!["a", "Backspace", "Enter s /", "Enter j /"]), 2..8),
        at in any::<prop::sample::Index>(),
        screen in prop::sample::select(vec!["1", "2", "3"]),
        book in any_book(8),
    ) {
        let mut session = Session::new(book, demo::ANCHOR);
        session.press(screen);
        session.press("/");
        session.act(goodword::app::Action::Paste(term.to_owned()));
        let (before, after) = keys.split_at(at.index(keys.len()));
        session.press(&before.join(" "));
        let dana = Contact {
            id: session.cx.ids.next(),
            name: "Dana Reyes".to_owned(),
            added: demo::ANCHOR - Days::new(400),
            rhythm_days: NonZeroU32::new(1),
            ..Contact::default()
        };
        session.model.edit("somebody new", &session.cx, |book| book.contacts.put(dana));
        session.press(&after.join(" "));
        let mut anew = Session::new(session.model.book.clone(), demo::ANCHOR);
        anew.press(screen);
        // Where the filter was deleted whole, Enter goes on from the row to another screen.
        prop_assume!(anew.model.screen == session.model.screen);
        let filter = session.model.filter().unwrap().input.value().to_owned();
        while sorts(&anew) != sorts(&session) {
            anew.press("s");
        }
        anew.press("/");
        anew.act(goodword::app::Action::Paste(filter));
        prop_assert_eq!(session.model.today.rows.keys(), anew.model.today.rows.keys());
        prop_assert_eq!(session.model.contacts.rows.keys(), anew.model.contacts.rows.keys());
        prop_assert_eq!(session.model.contacts.total, anew.model.contacts.total);
        prop_assert_eq!(&session.model.promises.lines, &anew.model.promises.lines);
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
