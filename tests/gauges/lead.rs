//! How long a promise is likely to wait, from my own record.

use goodword::domain::Book;
use goodword::domain::incident::Party;
use goodword::domain::load::{Lead, Load};
use goodword::domain::promise::{MissKind, Promise, State};
use goodword::domain::sentences::load::lead;

use super::records::{ago, book, promise, today};

fn says(open: usize, delivered: usize) -> String {
    lead(Lead { open, delivered })
}

#[test]
fn how_long_a_promise_waits_in_a_sentence() {
    let few = "too few to say.";
    let table = [
        (
            9,
            16,
            "9 open, about 2 delivered a week, so roughly 4 to 5 weeks.",
        ),
        (
            9,
            17,
            "9 open, about 2 delivered a week, so roughly 4 to 5 weeks.",
        ),
        (
            4,
            16,
            "4 open, about 2 delivered a week, so roughly 2 weeks.",
        ),
        (
            2,
            16,
            "2 open, about 2 delivered a week, so roughly 1 week.",
        ),
        (
            1,
            16,
            "1 open, about 2 delivered a week, so less than a week.",
        ),
        (
            3,
            12,
            "3 open, 12 delivered in 8 weeks, so roughly 2 weeks.",
        ),
        (5, 5, "5 open, 5 delivered in 8 weeks, so roughly 8 weeks."),
        (
            3,
            8,
            "3 open, about 1 delivered a week, so roughly 3 weeks.",
        ),
        (0, 16, "nothing else is open."),
        (0, 0, "nothing else is open."),
    ];
    for (open, delivered, sentence) in table {
        assert_eq!(
            says(open, delivered),
            format!("Before you say yes: {sentence}")
        );
    }
    assert_eq!(
        says(9, 4),
        format!("Before you say yes: 9 open, 4 delivered in 8 weeks: {few}")
    );
    assert_eq!(
        says(9, 0),
        format!("Before you say yes: 9 open, none delivered in 8 weeks: {few}")
    );
}

#[test]
fn the_ends_of_what_can_be_counted() {
    for open in [0, 1, usize::MAX] {
        for delivered in [0, 1, 4, 5, usize::MAX] {
            let lead = Lead { open, delivered };
            assert_eq!(lead.weeks().is_some(), delivered >= 5);
            assert!(says(open, delivered).starts_with("Before you say yes: "));
        }
    }
}

#[test]
fn mine_that_are_owed_are_open_and_mine_of_the_last_eight_weeks_are_the_pace() {
    let delivered = |days| State::Delivered {
        on: ago(days),
        was_blocked: None,
    };
    let stuck = State::Blocked {
        since: ago(3),
        by: "Max".to_owned(),
    };
    let missed = State::Missed {
        on: ago(1),
        kind: MissKind::Silent,
    };
    let states = [
        State::Open,
        stuck,
        delivered(0),
        delivered(55),
        delivered(56),
        delivered(-1),
        State::Confirmed {
            on: ago(7),
            delivered: None,
        },
        State::Released { on: ago(1) },
        missed,
    ];
    let of = |by: Party| {
        let promises = states.iter().map(|state| Promise {
            by,
            state: state.clone(),
            ..promise()
        });
        book(promises)
    };
    let wanted = Lead {
        open: 2,
        delivered: 3,
    };
    assert_eq!(Lead::of(&of(Party::Me), today()), wanted);
    let none = Lead {
        open: 0,
        delivered: 0,
    };
    assert_eq!(Lead::of(&of(Party::Them), today()), none);
    assert_eq!(Lead::of(&Book::default(), today()), none);

    // The hours read the same promises: two are owed, both without a day.
    assert_eq!(Load::of_book(&of(Party::Me), today()).undated, 2);
    assert_eq!(Load::of_book(&of(Party::Them), today()).undated, 0);
}
