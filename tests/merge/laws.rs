//! Laws of merging on drawn books. `GOODWORD_CASES=100000 cargo test --test merge` tries each on 100,000 of them.

use std::collections::{BTreeSet, HashSet};

use goodword::domain::Book;
use goodword::domain::merge::{Side, merge, resolve, standing};
use goodword::store::check::problems;
use proptest::prelude::*;
use proptest::test_runner::Config;

use super::books::any_book;
use super::cases::cases;
use super::edits::edited;

fn config() -> Config {
    Config {
        cases: cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

/// A book without what a merge left before, and two versions of it.
fn versions() -> impl Strategy<Value = (Book, Book, Book)> {
    let edits = || (any::<u64>(), 0..6_u32);
    (any_book(3), edits(), edits()).prop_map(|(base, ours, theirs)| {
        let base = Book {
            unresolved: Vec::new(),
            ..base
        };
        let (ours, theirs) = (
            edited(&base, ours.0, ours.1),
            edited(&base, theirs.0 ^ 1, theirs.1),
        );
        (base, ours, theirs)
    })
}

/// Nothing is left to choose; every value that is chosen is one that its record takes.
fn all_chosen(mut book: Book, side: Side) -> Book {
    while let Some(open) = book.unresolved.first().cloned() {
        assert_eq!(
            standing(&book, &open).as_ref(),
            Some(&open.ours),
            "{open:?}"
        );
        book = resolve(&book, &open, side).unwrap();
        if side == Side::Theirs {
            assert_eq!(standing(&book, &open), Some(open.theirs));
        }
    }
    book
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_side_that_changed_nothing_adds_nothing((base, ours, _) in versions()) {
        prop_assert_eq!(&merge(&base, &ours, &base), &ours);
        prop_assert_eq!(&merge(&base, &base, &ours), &ours);
        prop_assert_eq!(&merge(&base, &ours, &ours), &ours);
    }

    #[test]
    fn the_sides_may_change_places_but_for_which_value_stands((base, ours, theirs) in versions()) {
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        prop_assert_eq!(one.unresolved.len(), other.unresolved.len());
        for (one, other) in one.unresolved.iter().zip(&other.unresolved) {
            prop_assert_eq!((&one.record, &one.field, &one.ours, &one.theirs), (&other.record, &other.field, &other.theirs, &other.ours));
        }
        if one.unresolved.is_empty() {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn merging_once_more_changes_nothing((base, ours, theirs) in versions()) {
        let merged = merge(&base, &ours, &theirs);
        if merged.unresolved.is_empty() {
            prop_assert_eq!(&merge(&base, &merged, &theirs), &merged);
            prop_assert_eq!(&merge(&base, &merged, &ours), &merged);
        }
    }

    #[test]
    fn no_reference_is_left_hanging((base, ours, theirs) in versions()) {
        let merged = merge(&base, &ours, &theirs);
        let hanging = |book: &Book| -> BTreeSet<String> {
            let is_hanging = |one: &String| one.contains("does not have") || one.contains("not in the book") || one.contains("in the book.");
            problems(book).into_iter().filter(is_hanging).collect()
        };
        // What hung on one side before is not the merge's doing.
        let known: BTreeSet<String> = hanging(&ours).union(&hanging(&theirs)).cloned().collect();
        let new: Vec<String> = hanging(&merged).difference(&known).cloned().collect();
        prop_assert_eq!(new, Vec::<String>::new());
    }

    #[test]
    fn no_id_stands_twice((base, ours, theirs) in versions()) {
        let merged = merge(&base, &ours, &theirs);
        let aims = merged.contacts.iter().flat_map(|one| one.aspirations.iter().chain(&one.problems));
        let aims: Vec<_> = aims.map(|aim| aim.id).collect();
        let once: HashSet<_> = aims.iter().collect();
        prop_assert_eq!(aims.len(), once.len());
    }

    /// Whoever chooses has every version to choose from: theirs everywhere is what they would have kept.
    #[test]
    fn either_value_can_be_chosen((base, ours, theirs) in versions()) {
        let here = all_chosen(merge(&base, &ours, &theirs), Side::Theirs);
        let there = all_chosen(merge(&base, &theirs, &ours), Side::Ours);
        prop_assert_eq!(here, there);
    }

    /// Whatever a record says on a side that changed it is in the merged book, or stands beside it.
    #[test]
    fn every_edit_of_either_side_is_kept((base, ours, theirs) in versions()) {
        let merged = merge(&base, &ours, &theirs);
        for side in [&ours, &theirs] {
            for contact in side.contacts.iter().filter(|one| base.contacts.get(one.id) != Some(one)) {
                let kept = merged.contacts.get(contact.id);
                prop_assert!(kept.is_some(), "an edited or new person is gone");
                let was = base.contacts.get(contact.id);
                if was.is_none_or(|was| was.notes != contact.notes) {
                    let beside = merged.unresolved.iter().any(|one| one.field == "notes" && (one.theirs == contact.notes || one.ours == contact.notes));
                    prop_assert!(kept.unwrap().notes == contact.notes || beside);
                }
                for tag in contact.tags.iter().filter(|tag| was.is_none_or(|was| !was.tags.contains(tag))) {
                    prop_assert!(kept.unwrap().tags.contains(tag));
                }
            }
            for promise in side.promises.iter() {
                let was = base.promises.get(promise.id);
                let efforts = promise.efforts.iter().filter(|effort| was.is_none_or(|was| !was.efforts.contains(effort)));
                for effort in efforts {
                    prop_assert!(merged.promises.get(promise.id).is_some_and(|kept| kept.efforts.contains(effort)));
                }
            }
        }
    }
}
