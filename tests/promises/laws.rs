//! Laws of a word on drawn promises: whatever is tried, in whatever order, only the listed ways lead on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use goodword::domain::conflict::{claim, urgency};
use goodword::domain::incident::Party;
use goodword::domain::promise::{NotFromHere, Promise, State, Step, Strength, Terms};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::Config;

use super::drawn_up::{day, effort, name, promise, state, step};
use super::{MINE, THEIRS, columns, number};

/// All states by name, the final ones last.
const STATES: [&str; 9] = [
    "Open",
    "Blocked",
    "Delivered",
    "WasBlocked",
    "Missed",
    "MadeRight",
    "Confirmed",
    "Released",
    "Withdrawn",
];

proptest! {
    #![proptest_config(cases())]

    /// A life of any steps on any days goes along the table, and a step that is refused changes nothing.
    #[test]
    fn a_life_goes_along_the_listed_ways(start in any_promise(), life in vec((any_step(), date()), 1..12)) {
        let listed = listed(start.by);
        let mut here = start;
        for (step, today) in life {
            let from = name(&here.state);
            if let Ok(after) = here.after(step.clone(), today) {
                let to = name(&after.state);
                prop_assert!(listed.contains(&(from, named(&step), to)), "{} from {} to {}", named(&step), from, to);
                prop_assert_eq!(rest_as_before(&here, &after, &step, today), after.clone());
                here = after;
            } else {
                let could = listed.iter().any(|(here, how, _)| *here == from && *how == named(&step));
                let too_late = matches!(step, Step::Withdraw) && here.due.is_some_and(|due| due < today);
                prop_assert!(!could || too_late, "{} from {}", named(&step), from);
            }
        }
    }

    /// What is over stays over.
    #[test]
    fn final_states_absorb(start in any_promise(), last in select(STATES[5..].to_vec()), step in any_step(), today in date()) {
        let over = Promise { state: state(last), ..start };
        prop_assert_eq!(over.after(step, today), Err(NotFromHere));
    }

    /// Until it is checked, a full promise was heard: what it claims is all of its urgency.
    #[test]
    fn what_is_not_checked_was_heard_as_a_promise(start in any_promise(), heard in strength(), today in date()) {
        let unchecked = Promise { heard: None, ..start.clone() };
        prop_assert_eq!(unchecked.heard_strength().per_mille(), 1000);
        let checked = Promise { heard: Some((heard, today)), ..start };
        prop_assert_eq!(checked.heard_strength(), heard);
        prop_assert!(claim(&checked, today) <= claim(&unchecked, today));
        if unchecked.is_owed() {
            prop_assert_eq!(claim(&unchecked, today), urgency(unchecked.days_left(today)));
            let part = heard.per_mille() * urgency(checked.days_left(today)) / 1000;
            prop_assert_eq!(claim(&checked, today), part);
        }
    }

    /// A word of mine that I broke claims all that they heard, until it is made right; of theirs none claims anything of me.
    #[test]
    fn a_broken_word_claims_in_full(start in any_promise(), today in date()) {
        let by = |by, name| Promise { by, state: state(name), ..start.clone() };
        let heard = start.heard_strength().per_mille();
        prop_assert_eq!(claim(&by(Party::Me, "Missed"), today), heard);
        prop_assert_eq!(claim(&by(Party::Me, "MadeRight"), today), 0);
        prop_assert_eq!(claim(&by(Party::Them, "Missed"), today), 0);
    }

    /// A word presses no less the nearer its day.
    #[test]
    fn urgency_never_falls_as_the_day_comes(days in -400..800_i64, sooner in 0..400_i64) {
        let (later, now) = (urgency(Some(days)), urgency(Some(days - sooner)));
        prop_assert!((250..=1000).contains(&now));
        prop_assert!(now >= later);
    }
}

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

/// The listed ways: from, by which step, to.
fn listed(by: Party) -> BTreeSet<(&'static str, &'static str, &'static str)> {
    let table = match by {
        Party::Me => MINE,
        Party::Them => THEIRS,
    };
    let mut rows = table.trim().lines().map(columns);
    let steps = rows.next().unwrap();
    let ways = rows.flat_map(|row| {
        let from = row[0];
        let row = steps.clone().into_iter().zip(row).skip(1);
        row.map(move |(step, to)| (from, step, to))
    });
    ways.filter(|(_, _, to)| *to != ".").collect()
}

/// The promise before, with what the step may change taken from the one after.
fn rest_as_before(before: &Promise, after: &Promise, step: &Step, today: NaiveDate) -> Promise {
    let mut expected = Promise {
        state: after.state.clone(),
        ..before.clone()
    };
    if let Step::MissAs(_, because) = step {
        // Why they saw something else stands as one effort more.
        let why = after.efforts.last().cloned();
        assert!(why.as_ref().is_some_and(|why| why.text == *because));
        expected.efforts.extend(why);
    }
    if let Step::NewTerms { due, said } = step {
        expected.earlier_terms.push(Terms {
            until: today,
            due: before.due,
            said: before.said,
        });
        (expected.due, expected.said, expected.heard) = (*due, *said, None);
        expected.state = before.state.clone();
    }
    expected
}

fn named(step: &Step) -> &'static str {
    match step {
        Step::Deliver(_) => "deliver",
        Step::TakeBack => "take back",
        Step::Block(_) => "block",
        Step::Unblock => "unblock",
        Step::NewTerms { .. } => "new terms",
        Step::LetOff => "let off",
        Step::Withdraw => "withdraw",
        Step::Miss => "miss",
        Step::MakeRight => "make right",
        Step::Confirm => "confirm",
        Step::DoneOn(_) => "done on",
        Step::MissAs(..) => "miss as",
    }
}

fn any_step() -> impl Strategy<Value = Step> {
    let plain = [
        "take back",
        "block",
        "unblock",
        "let off",
        "withdraw",
        "miss",
        "make right",
        "confirm",
        "done on",
        "miss as",
    ];
    prop_oneof![
        8 => select(plain.to_vec()).prop_map(step),
        1 => date().prop_map(Step::Deliver),
        1 => (option::of(date()), strength()).prop_map(|(due, said)| Step::NewTerms { due, said }),
    ]
}

fn any_promise() -> impl Strategy<Value = Promise> {
    let by = prop_oneof![3 => Just(Party::Me), 1 => Just(Party::Them)];
    let told = vec(option::of(date()), 0..3);
    let heard = option::of((strength(), date()));
    (
        by,
        state_of_any(),
        option::of(date()),
        strength(),
        heard,
        told,
    )
        .prop_map(|(by, state, due, said, heard, told)| Promise {
            by,
            state,
            due,
            said,
            heard,
            efforts: told.into_iter().map(effort).collect(),
            ..promise()
        })
}

/// Those from which there is a way on more often than the final ones.
fn state_of_any() -> impl Strategy<Value = State> {
    prop_oneof![
        3 => select(STATES[..5].to_vec()),
        1 => select(STATES.to_vec()),
    ]
    .prop_map(state)
}

fn strength() -> impl Strategy<Value = Strength> {
    use Strength::{Attempt, Explore, Intend, Promise};
    select(vec![Explore, Attempt, Intend, Promise])
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1..120_u64).prop_map(day)
}
