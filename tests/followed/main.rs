//! What follows from the book, brought up to drawn changes one after the other, is what working it out anew gives.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test may stop where it stands"
)]

#[path = "../common/books.rs"]
mod books;
#[path = "../common/cases.rs"]
mod cases;
#[path = "../common/edits.rs"]
mod edits;
#[path = "../common/kept_up.rs"]
mod kept_up;

use std::time::Duration;

use goodword::app::pane::Filter;
use goodword::app::status::Origin;
use goodword::app::{Context, Model};
use goodword::domain::id::IdSource;
use goodword::domain::view::Sorting;
use goodword::store::demo;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

use books::any_book;
use cases::cases;
use edits::edited;
use kept_up::assert_kept_up;

/// Orders of the lists of people and of promises.
const SORTS: [(Sorting, Sorting); 3] = [
    (Sorting::Owed, Sorting::Owed),
    (Sorting::Name, Sorting::Name),
    (Sorting::LastTalk, Sorting::Made),
];

fn context() -> Context {
    Context {
        today: demo::ANCHOR,
        clock: Duration::ZERO,
        page: 20,
        detail_reach: 0,
        detail_top: 0,
        stops: Vec::new(),
        columns: 76,
        ids: IdSource::seeded(1),
    }
}

proptest! {
    #![proptest_config(Config {
        cases: (cases() / 10).max(1),
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn a_change_that_is_followed_gives_what_a_new_look_gives(
        book in any_book(8),
        sorts in select(&SORTS),
        filter in select(&["", "", "a", "is:archived", "owes:me"]),
        changes in vec((any::<u64>(), 1_u32..4), 1..5),
    ) {
        let cx = context();
        let mut model = Model::new(book, Origin::default(), &cx);
        model.settle(&cx);
        (model.contacts.sort, model.promises.sort) = sorts;
        model.contacts.filter = Filter::typed(filter);
        // As a new look, in the order and with the filter that were just set.
        model.derived = std::sync::Arc::default();
        model.refresh(&cx);
        for (seed, number) in changes {
            let changed = edited(&model.book, seed, number);
            model.edit("a change", &cx, |book| *book = changed);
            assert_kept_up(&model, &cx);
        }
    }
}
