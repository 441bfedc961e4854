//! A promise, its states and its steps, by name.

use chrono::{Days, NaiveDate};
use goodword::domain::id::Id;
use goodword::domain::incident::Party;
use goodword::domain::promise::{
    Blockage, Effort, EffortKind, Impact, MissKind, Promise, State, Step, Strength,
};

pub(crate) fn step(name: &str) -> Step {
    match name {
        "deliver" => Step::Deliver(day(20)),
        "take back" => Step::TakeBack,
        "block" => Step::Block("the customs".to_owned()),
        "unblock" => Step::Unblock,
        "new terms" => Step::NewTerms {
            due: Some(day(28)),
            said: Strength::Intend,
        },
        "let off" => Step::LetOff,
        "withdraw" | "too late" => Step::Withdraw,
        "miss" => Step::Miss,
        "make right" => Step::MakeRight,
        "confirm" => Step::Confirm,
        "done on" => Step::DoneOn(day(15)),
        "miss as" => Step::MissAs(MissKind::ToldLate, "at the gate".to_owned()),
        _ => panic!("no step {name}"),
    }
}

pub(crate) fn state(name: &str) -> State {
    let (since, by) = (day(11), "Max travels".to_owned());
    match name {
        "Open" => State::Open,
        "Blocked" => State::Blocked { since, by },
        "Delivered" => State::Delivered {
            on: day(12),
            was_blocked: None,
        },
        "WasBlocked" => State::Delivered {
            on: day(12),
            was_blocked: Some(Blockage { since, by }),
        },
        "Confirmed" => State::Confirmed {
            on: day(13),
            delivered: Some(day(12)),
        },
        "Released" => State::Released { on: day(13) },
        "Withdrawn" => State::Withdrawn { on: day(13) },
        "Missed" => State::Missed {
            on: day(13),
            kind: MissKind::Silent,
        },
        "MadeRight" => State::MadeRight {
            on: day(14),
            missed: MissKind::Silent,
        },
        _ => panic!("no state {name}"),
    }
}

pub(crate) fn name(state: &State) -> &'static str {
    match state {
        State::Open => "Open",
        State::Blocked { .. } => "Blocked",
        State::Delivered {
            was_blocked: None, ..
        } => "Delivered",
        State::Delivered { .. } => "WasBlocked",
        State::Confirmed { .. } => "Confirmed",
        State::Released { .. } => "Released",
        State::Withdrawn { .. } => "Withdrawn",
        State::Missed { .. } => "Missed",
        State::MadeRight { .. } => "MadeRight",
    }
}

/// Made on the 8th, due on the 25th.
pub(crate) fn promise() -> Promise {
    Promise {
        id: Id::from_u128(1),
        by: Party::Me,
        contact: Id::from_u128(2),
        text: "an introduction to Max".to_owned(),
        kind: None,
        made: day(8),
        due: Some(day(25)),
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Some,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

pub(crate) fn effort(told: Option<NaiveDate>) -> Effort {
    Effort {
        on: day(10),
        told,
        kind: EffortKind::Progress,
        text: "wrote to Max".to_owned(),
    }
}

/// A day of one and the same month.
pub(crate) fn day(day: u64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    first + Days::new(day - 1)
}
