//! The life cycle of a promise: every state, every step, mine and theirs.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

#[path = "../common/cases.rs"]
mod number;

mod drawn_up;
mod laws;
mod value;

use chrono::NaiveDate;
use goodword::domain::incident::{Party, Severity};
use goodword::domain::promise::{
    Effort, EffortKind, Ending, Hearing, Impact, MissKind, NotFromHere, Promise, State, Step,
    Strength,
};

use drawn_up::{day, effort, name, promise, state, step};

/// One row for each state, one column for each step; a dot where there is no such way on.
const MINE: &str = "
    from        deliver      take back   block     unblock   new terms  let off    withdraw    too late  miss     make right  confirm      done on      miss as
    Open        Delivered    .           Blocked   .         Open       Released   Withdrawn   .         Missed   .           .            .            Missed
    Blocked     WasBlocked   .           Blocked   Open      Blocked    Released   Withdrawn   .         Missed   .           .            .            Missed
    Delivered   .            Open        .         .         .          .          .           .         .        .           Confirmed    Delivered    .
    WasBlocked  .            Blocked     .         .         .          .          .           .         .        .           Confirmed    WasBlocked   .
    Confirmed   .            .           .         .         .          .          .           .         .        .           .            .            .
    Released    .            .           .         .         .          .          .           .         .        .           .            .            .
    Withdrawn   .            .           .         .         .          .          .           .         .        .           .            .            .
    Missed      .            .           .         .         .          .          .           .         .        MadeRight   .            .            .
    MadeRight   .            .           .         .         .          .          .           .         .        .           .            .            .
";

/// Of theirs there is no more than that it came, that I let them off, or that it did not come. (Taking a tick back
/// corrects the book. A blocked one comes from a file only, and must not be stuck in it.)
const THEIRS: &str = "
    from        deliver      take back   block     unblock   new terms  let off    withdraw    too late  miss     make right  confirm      done on      miss as
    Open        Delivered    .           .         .         .          Released   .           .         .        .           .            .            Missed
    Blocked     WasBlocked   .           .         .         .          Released   .           .         .        .           .            .            Missed
    Delivered   .            Open        .         .         .          .          .           .         .        .           .            Delivered    .
    WasBlocked  .            Blocked     .         .         .          .          .           .         .        .           .            WasBlocked   .
    Confirmed   .            .           .         .         .          .          .           .         .        .           .            .            .
    Released    .            .           .         .         .          .          .           .         .        .           .            .            .
    Withdrawn   .            .           .         .         .          .          .           .         .        .           .            .            .
    Missed      .            .           .         .         .          .          .           .         .        .           .            .            .
    MadeRight   .            .           .         .         .          .          .           .         .        .           .            .            .
";

#[test]
fn every_step_from_every_state() {
    for (by, table) in [(Party::Me, MINE), (Party::Them, THEIRS)] {
        let mut rows = table.trim().lines();
        let steps = columns(rows.next().unwrap());
        assert_eq!((steps.len(), rows.clone().count()), (14, 9));
        for row in rows.map(columns) {
            for (step, expected) in steps.iter().zip(&row).skip(1) {
                let promise = Promise {
                    by,
                    state: state(row[0]),
                    ..promise()
                };
                let today = if *step == "too late" {
                    day(26)
                } else {
                    day(20)
                };
                let after = promise.after(self::step(step), today);
                let reached = after.map_or(".", |after| name(&after.state));
                assert_eq!(reached, *expected, "{by:?}: {step} from {}", row[0]);
            }
        }
    }
}

#[test]
fn a_step_carries_its_day_and_changes_nothing_else() {
    let open = promise();
    let delivered = open.after(Step::Deliver(day(12)), day(20)).unwrap();
    assert_eq!(
        delivered.state,
        State::Delivered {
            on: day(12),
            was_blocked: None
        }
    );
    assert_eq!(
        Promise {
            state: State::Open,
            ..delivered
        },
        open
    );
    for (step, state) in [
        (Step::LetOff, State::Released { on: day(20) }),
        (Step::Withdraw, State::Withdrawn { on: day(20) }),
        (
            Step::Block("the customs".to_owned()),
            State::Blocked {
                since: day(20),
                by: "the customs".to_owned(),
            },
        ),
        (
            Step::Miss,
            State::Missed {
                on: day(20),
                kind: MissKind::Silent,
            },
        ),
    ] {
        let after = open.after(step, day(20)).unwrap();
        assert_eq!(after.state, state);
        assert_eq!(
            Promise {
                state: State::Open,
                ..after
            },
            open
        );
    }
}

#[test]
fn a_word_can_be_taken_back_until_its_day_is_over() {
    let open = promise();
    assert!(open.after(Step::Withdraw, day(25)).is_ok());
    assert_eq!(open.after(Step::Withdraw, day(26)), Err(NotFromHere));
    let without_a_day = Promise { due: None, ..open };
    assert!(without_a_day.after(Step::Withdraw, NaiveDate::MAX).is_ok());
}

#[test]
fn taking_the_tick_back_restores_what_it_was_stuck_on() {
    let blocked = Promise {
        state: state("Blocked"),
        ..promise()
    };
    let delivered = blocked.after(Step::Deliver(day(20)), day(20)).unwrap();
    assert_eq!(delivered.after(Step::TakeBack, day(21)), Ok(blocked));
}

#[test]
fn new_terms_keep_the_old_ones_and_leave_the_hearing_open() {
    let heard = Promise {
        said: Strength::Attempt,
        heard: Some((Strength::Promise, day(3))),
        state: state("Blocked"),
        ..promise()
    };
    assert_eq!(heard.hearing(), Hearing::HeardMore);
    let terms = Step::NewTerms {
        due: None,
        said: Strength::Intend,
    };
    let after = heard.after(terms, day(20)).unwrap();
    assert_eq!(
        (after.due, after.said, after.heard),
        (None, Strength::Intend, None)
    );
    assert_eq!(after.state, heard.state);
    let earlier = &after.earlier_terms;
    assert_eq!(earlier.len(), 1);
    assert_eq!(
        (earlier[0].until, earlier[0].due, earlier[0].said),
        (day(20), Some(day(25)), Strength::Attempt)
    );
    assert_eq!(after.hearing(), Hearing::NotChecked);
    assert_eq!(
        after.last_told(),
        Some(day(20)),
        "they agreed, so they heard"
    );
}

#[test]
fn a_miss_is_what_they_saw_of_it() {
    let due = Some(day(25));
    let table: [Miss; 8] = [
        (due, vec![], MissKind::Silent),
        (due, vec![None, None], MissKind::Silent),
        (due, vec![Some(day(24))], MissKind::Shown),
        (due, vec![Some(day(25))], MissKind::Shown),
        (due, vec![Some(day(26))], MissKind::ToldLate),
        (
            due,
            vec![None, Some(day(26)), Some(day(10))],
            MissKind::Shown,
        ),
        (None, vec![Some(day(26))], MissKind::Shown),
        (None, vec![], MissKind::Silent),
    ];
    for (due, told, kind) in table {
        let efforts = told.iter().copied().map(effort).collect();
        let promise = Promise {
            due,
            efforts,
            ..promise()
        };
        let missed = promise.after(Step::Miss, day(27)).unwrap();
        assert_eq!(
            missed.state,
            State::Missed { on: day(27), kind },
            "{due:?} {told:?}"
        );
        let made_right = missed.after(Step::MakeRight, day(28)).unwrap();
        assert_eq!(
            made_right.state,
            State::MadeRight {
                on: day(28),
                missed: kind
            }
        );
    }
}

#[test]
fn a_miss_can_be_told_otherwise_than_the_efforts_do() {
    for kind in [MissKind::Shown, MissKind::ToldLate, MissKind::Silent] {
        let step = Step::MissAs(kind, "at the gate".to_owned());
        let missed = promise().after(step, day(27)).unwrap();
        assert_eq!(missed.state, State::Missed { on: day(27), kind });
        let note = missed.efforts.last().unwrap();
        assert_eq!((note.text.as_str(), note.told), ("at the gate", None));
        assert_eq!(note.kind, EffortKind::Note, "it is nothing that I tried");
        assert_eq!(missed.untold().count(), 0);
    }
}

#[test]
fn only_the_endings_that_there_are_from_here_are_offered() {
    use Ending::{Confirmed, Kept, LetOff, Missed, PutRight, Withdrawn};
    let cases: [(&str, &[Ending], &[Ending]); 9] = [
        (
            "Open",
            &[LetOff, Withdrawn, Missed],
            &[Kept, LetOff, Missed],
        ),
        (
            "Blocked",
            &[LetOff, Withdrawn, Missed],
            &[Kept, LetOff, Missed],
        ),
        ("Delivered", &[Confirmed], &[]),
        ("WasBlocked", &[Confirmed], &[]),
        ("Confirmed", &[], &[]),
        ("Released", &[], &[]),
        ("Withdrawn", &[], &[]),
        ("Missed", &[PutRight], &[]),
        ("MadeRight", &[], &[]),
    ];
    for (name, mine, theirs) in cases {
        for (by, expected) in [(Party::Me, mine), (Party::Them, theirs)] {
            let promise = Promise {
                by,
                state: state(name),
                ..promise()
            };
            assert_eq!(promise.endings(day(20)), expected, "{by:?}: {name}");
            let is_final = expected.is_empty() && !name.starts_with("Del") && name != "WasBlocked";
            assert_eq!(promise.is_final(day(20)), is_final, "{by:?}: {name}");
        }
    }
    assert_eq!(
        promise().endings(day(26)),
        [LetOff, Missed],
        "too late to take it back"
    );
}

#[test]
fn what_was_heard() {
    use Strength::{Attempt, Explore, Intend, Promise as Full};
    let table = [
        (Full, None, Hearing::Agreed, Full),
        (Attempt, None, Hearing::NotChecked, Full),
        (Attempt, Some(Explore), Hearing::Agreed, Explore),
        (Attempt, Some(Attempt), Hearing::Agreed, Attempt),
        (Attempt, Some(Intend), Hearing::HeardMore, Intend),
        (Explore, Some(Full), Hearing::HeardMore, Full),
    ];
    for (said, heard, hearing, counted_on) in table {
        let heard = heard.map(|heard| (heard, day(3)));
        let promise = Promise {
            said,
            heard,
            ..promise()
        };
        assert_eq!(
            (promise.hearing(), promise.heard_strength()),
            (hearing, counted_on)
        );
        // Only of mine, and only while it is owed.
        let theirs = Promise {
            by: Party::Them,
            ..promise.clone()
        };
        let done = Promise {
            state: state("Delivered"),
            ..promise
        };
        assert_eq!([theirs.hearing(), done.hearing()], [Hearing::Agreed; 2]);
    }
}

#[test]
fn only_open_and_blocked_ones_are_owed() {
    for (name, owed) in [
        ("Open", true),
        ("Blocked", true),
        ("Delivered", false),
        ("WasBlocked", false),
        ("Confirmed", false),
        ("Released", false),
        ("Withdrawn", false),
        ("Missed", false),
        ("MadeRight", false),
    ] {
        let promise = Promise {
            state: state(name),
            ..promise()
        };
        assert_eq!(promise.is_owed(), owed, "{name}");
        assert_eq!(promise.is_overdue(day(26)), owed, "{name}");
        assert!(!promise.is_overdue(day(25)), "{name}");
        let theirs = Promise {
            by: Party::Them,
            ..promise
        };
        assert!(!theirs.is_owed_by_me());
    }
}

#[test]
fn how_grave_a_miss_is_and_what_they_do_not_know() {
    for (impact, severity) in [
        (Impact::Little, Severity::Minor),
        (Impact::Some, Severity::Minor),
        (Impact::Much, Severity::Moderate),
        (Impact::Vital, Severity::Serious),
    ] {
        assert_eq!(impact.breach(), severity);
    }
    let tried = Promise {
        efforts: vec![effort(None), effort(Some(day(12))), effort(None)],
        ..promise()
    };
    assert_eq!(tried.untold().count(), 2);
    assert_eq!(tried.last_told(), Some(day(12)));
    assert_eq!(promise().last_told(), None);
}

/// A note is for my eyes, and what is still to come is no effort yet.
#[test]
fn telling_tells_what_was_tried_until_today() {
    let on = |on, kind| Effort {
        on,
        kind,
        ..effort(None)
    };
    let mut promise = Promise {
        efforts: vec![
            on(day(10), EffortKind::Progress),
            on(day(10), EffortKind::Note),
            on(day(13), EffortKind::Progress),
            effort(Some(day(9))),
        ],
        ..promise()
    };
    let told = |promise: &Promise| -> Vec<_> {
        promise.efforts.iter().map(|effort| effort.told).collect()
    };
    assert!(promise.tell_efforts(day(12)));
    let expected = [Some(day(12)), None, None, Some(day(9))];
    assert_eq!(told(&promise), expected);
    assert!(!promise.tell_efforts(day(12)), "nothing is left to tell");
    assert_eq!(told(&promise), expected);
    assert!(promise.tell_efforts(day(13)), "today's counts");
}

/// When it was due, when they were told of each effort, and what they saw.
type Miss = (Option<NaiveDate>, Vec<Option<NaiveDate>>, MissKind);

/// Cells stand two blanks apart; one blank is part of a name.
fn columns(row: &str) -> Vec<&str> {
    row.split("  ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}
