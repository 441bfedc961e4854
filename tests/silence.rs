//! How long somebody has waited without a word: the worked cases, and the laws on drawn promises.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "common/cases.rs"]
mod number;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::domain::promise::{
    Effort, EffortKind, Impact, MissKind, Promise, State, Strength, Terms,
};
use goodword::domain::silence::{Silence, SilenceRule, debt_key, silence};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

/// "Blocked 9 days ago and Eve has not heard": 6 days longer than the 3 I allow myself.
#[test]
fn stuck_for_nine_days() {
    let eve = Promise {
        made: day(8),
        due: Some(day(25)),
        state: blocked(11),
        ..promise()
    };
    let waiting = Silence {
        rule: SilenceRule::Blocked,
        days: 9,
        allowed: 3,
    };
    assert_eq!(silence(&eve, day(20)), Some(waiting));
    assert_eq!(waiting.debt_days(), 6);
    // Not checked, so a full promise was heard; and some of it is built on.
    assert_eq!(debt_key(&eve, day(20)), 6 * 1000 * 2);
}

#[test]
fn the_days_i_allow_myself() {
    // Half of the time to its day, 3 to 14 days; two weeks without a day.
    let table = [
        (Some(3), 3),
        (Some(0), 3),
        (Some(7), 3),
        (Some(8), 4),
        (Some(17), 8),
        (Some(28), 14),
        (Some(90), 14),
        (Some(-5), 3),
        (None, 14),
    ];
    for (days, allowed) in table {
        let due = days.map(|days| day(1) + TimeDelta::days(days));
        let open = Promise {
            made: day(1),
            due,
            ..promise()
        };
        let over = |today: NaiveDate| {
            let waiting = silence(&open, today).unwrap();
            (waiting.rule == SilenceRule::Open, waiting.debt_days())
        };
        if days.is_none_or(|days| days > allowed) {
            assert_eq!(over(day(1 + allowed)), (true, 0), "{days:?}");
            assert_eq!(over(day(2 + allowed)), (true, 1), "{days:?}");
        } else {
            assert_eq!(
                silence(&open, day(1)).unwrap().debt_days() > 0,
                days == Some(-5)
            );
        }
    }
}

#[test]
fn late_and_silent() {
    let late = Promise {
        made: day(1),
        due: Some(day(4)),
        ..promise()
    };
    let told = Promise {
        efforts: vec![effort(Some(day(4)))],
        ..late.clone()
    };
    let debt = |promise: &Promise, today| silence(promise, today).map(|s| (s.rule, s.debt_days()));
    assert_eq!(debt(&late, day(7)), Some((SilenceRule::Open, 3)));
    assert_eq!(debt(&told, day(5)), Some((SilenceRule::Late, 0)));
    assert_eq!(debt(&told, day(6)), Some((SilenceRule::Late, 1)));
}

#[test]
fn agreed_terms_are_a_word() {
    let terms = Terms {
        until: day(20),
        due: Some(day(10)),
        said: Strength::Promise,
    };
    let renewed = Promise {
        made: day(1),
        due: Some(day(30)),
        earlier_terms: vec![terms],
        ..promise()
    };
    assert_eq!(silence(&renewed, day(20)).unwrap().debt_days(), 0);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn it_is_never_negative_and_never_shrinks_by_itself(promise in owed(), today in date(), later in 0..400_i64) {
        let (now, then) = (debt(&promise, today), debt(&promise, today + TimeDelta::days(later)));
        prop_assert!(0 <= now && now <= then);
        prop_assert_eq!(now == 0, debt_key(&promise, today) == 0);
    }

    #[test]
    fn a_word_today_makes_it_nothing(promise in owed(), today in date()) {
        let mut told = promise;
        told.efforts.push(effort(Some(today)));
        prop_assert_eq!(debt(&told, today), 0);
    }

    #[test]
    fn what_they_do_not_see_changes_nothing(promise in owed(), today in date(), untold in 1..5_usize) {
        let mut worked = promise.clone();
        worked.efforts.extend(vec![effort(None); untold]);
        prop_assert_eq!(silence(&worked, today), silence(&promise, today));
    }

    #[test]
    fn a_word_never_raises_it(promise in owed(), today in date(), told in date()) {
        let mut more = promise.clone();
        more.efforts.push(effort(Some(told)));
        prop_assert!(debt(&more, today) <= debt(&promise, today));
    }

    #[test]
    fn being_stuck_never_lowers_it(promise in owed(), today in date(), since in date()) {
        let open = Promise { state: State::Open, ..promise.clone() };
        let stuck = Promise { state: State::Blocked { since, by: "the customs".to_owned() }, ..promise };
        prop_assert!(debt(&stuck, today) >= debt(&open, today));
    }

    #[test]
    fn what_is_over_or_not_mine_is_not_silent(promise in owed(), today in date(), state in over()) {
        let done = Promise { state, ..promise.clone() };
        prop_assert_eq!((silence(&done, today), debt_key(&done, today)), (None, 0));
        let theirs = Promise { by: Party::Them, ..promise };
        prop_assert_eq!((silence(&theirs, today), debt_key(&theirs, today)), (None, 0));
    }

    #[test]
    fn more_heard_or_more_built_on_it_asks_for_more(promise in owed(), today in date()) {
        let key = |heard, impact| {
            let promise = Promise { heard: Some((heard, today)), impact, ..promise.clone() };
            debt_key(&promise, today)
        };
        let least = key(Strength::Explore, Impact::Little);
        prop_assert_eq!(least, debt(&promise, today) * 250);
        prop_assert_eq!(key(Strength::Promise, Impact::Vital), least * 16);
        let unchecked = Promise { heard: None, impact: Impact::Vital, ..promise.clone() };
        prop_assert_eq!(debt_key(&unchecked, today), least * 16);
    }
}

/// The drawn promises are silent for each reason often enough.
#[test]
fn drawn_promises_are_silent_for_every_reason() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut seen = [0; 4];
    for _ in 0..5_000 {
        let (promise, today) = (owed(), date()).new_tree(&mut runner).unwrap().current();
        let waiting = silence(&promise, today).unwrap();
        let [open, blocked, late, none] = &mut seen;
        *match waiting.rule {
            _ if waiting.debt_days() == 0 => none,
            SilenceRule::Open => open,
            SilenceRule::Blocked => blocked,
            SilenceRule::Late => late,
        } += 1;
    }
    println!("{seen:?}");
    assert!(seen.iter().all(|number| *number >= 150), "{seen:?}");
}

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

fn debt(promise: &Promise, today: NaiveDate) -> i64 {
    silence(promise, today).unwrap().debt_days()
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..120_i64).prop_map(day)
}

/// A promise of mine that is owed, with efforts told and untold.
fn owed() -> impl Strategy<Value = Promise> {
    let state = prop_oneof![Just(State::Open), (0..120_i64).prop_map(blocked),];
    let efforts = vec(option::of(date()).prop_map(effort), 0..3);
    let impact = select(vec![
        Impact::Little,
        Impact::Some,
        Impact::Much,
        Impact::Vital,
    ]);
    (date(), option::of(date()), state, efforts, impact).prop_map(
        |(made, due, state, efforts, impact)| Promise {
            made,
            due,
            state,
            efforts,
            impact,
            ..promise()
        },
    )
}

fn over() -> impl Strategy<Value = State> {
    let on = day(20);
    select(vec![
        State::Delivered {
            on,
            was_blocked: None,
        },
        State::Confirmed {
            on,
            delivered: None,
        },
        State::Released { on },
        State::Withdrawn { on },
        State::Missed {
            on,
            kind: MissKind::Silent,
        },
        State::MadeRight {
            on,
            missed: MissKind::Shown,
        },
    ])
}

fn blocked(since: i64) -> State {
    State::Blocked {
        since: day(since),
        by: "Max travels".to_owned(),
    }
}

fn effort(told: Option<NaiveDate>) -> Effort {
    Effort {
        on: day(10),
        told,
        kind: EffortKind::Progress,
        text: "wrote to Max".to_owned(),
    }
}

fn promise() -> Promise {
    Promise {
        id: Id::from_u128(1),
        by: Party::Me,
        contact: Id::from_u128(2),
        text: "an introduction to Max".to_owned(),
        kind: None,
        made: day(8),
        due: None,
        said: Strength::Attempt,
        exact_words: "I'll try".to_owned(),
        heard: None,
        impact: Impact::Some,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

/// A day, counted from the first of September.
fn day(day: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 1).unwrap() + TimeDelta::days(day - 1)
}
