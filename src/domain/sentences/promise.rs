//! What is said about a promise.

use chrono::NaiveDate;

use super::first_name;
use crate::domain::book::Book;
use crate::domain::dates::{days, relative, short};
use crate::domain::incident::Party;
use crate::domain::promise::{EffortKind, Hearing, MissKind, Promise, State, Strength};
use crate::domain::silence::{Silence, SilenceRule};

/// "deck for Cleo", or "deck from Cleo" where it is theirs: what it is called in the label of a step.
#[must_use]
pub fn named(promise: &Promise, book: &Book) -> String {
    let who = first_name(book, promise.contact);
    match promise.by {
        Party::Me => format!("{} for {who}", promise.text),
        Party::Them => format!("{} from {who}", promise.text),
    }
}

/// When it is due, in words: "2 days late", "today", "Mon 28 Sep, in 4 days", "no date".
#[must_use]
pub fn due(promise: &Promise, today: NaiveDate) -> String {
    let (Some(day), Some(left)) = (promise.due, promise.days_left(today)) else {
        return "no date".to_owned();
    };
    match left {
        ..0 => format!("{} late", days(-left)),
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => format!("{}, {}", short(day, today), relative(day, today)),
        _ => short(day, today),
    }
}

/// Where it stands, in words.
#[must_use]
pub fn state(promise: &Promise, today: NaiveDate) -> String {
    let on = |day: &NaiveDate| short(*day, today);
    match &promise.state {
        State::Open => due(promise, today),
        State::Blocked { since, by } => format!("stuck since {} on: {by}", on(since)),
        State::Delivered { on: day, .. } => format!("done {}", on(day)),
        State::Confirmed { on: day, .. } => format!("done, and they said so {}", on(day)),
        State::Released { on: day } => match promise.by {
            Party::Me => format!("they let me off {}", on(day)),
            Party::Them => format!("I let them off {}", on(day)),
        },
        State::Withdrawn { on: day } => format!("taken back in time {}", on(day)),
        State::Missed { on: day, .. } if promise.by == Party::Them => {
            format!("not kept, {}", on(day))
        }
        State::Missed { on: day, kind } => format!("missed {}, {}", on(day), miss(*kind)),
        State::MadeRight { on: day, .. } => format!("missed, and made right {}", on(day)),
    }
}

/// The same, with the day it is due where it is stuck: waiting does not move the day. "22 days late, stuck since Tue 15
/// Sep on: the figures".
#[must_use]
pub fn standing(promise: &Promise, today: NaiveDate) -> String {
    let state = state(promise, today);
    match (&promise.state, promise.is_overdue(today)) {
        (State::Blocked { .. }, true) => format!("{}, {state}", due(promise, today)),
        (State::Blocked { .. }, false) if promise.due.is_some() => {
            format!("due {}; {state}", due(promise, today))
        }
        _ => state,
    }
}

/// What they saw of a miss.
#[must_use]
pub const fn miss(kind: MissKind) -> &'static str {
    match kind {
        MissKind::Shown => "they saw me try",
        MissKind::ToldLate => "told late",
        MissKind::Silent => "in silence",
    }
}

/// What was said and what they heard, where that is not one and the same: `you said "I'll try", they heard "I promise"`.
#[must_use]
pub fn hearing(promise: &Promise) -> Option<String> {
    let said = strength(promise.said);
    match promise.hearing() {
        Hearing::Agreed => None,
        Hearing::NotChecked => Some(format!("you said \"{said}\"; what did they hear?")),
        Hearing::HeardMore => {
            let heard = strength(promise.heard_strength());
            Some(format!("you said \"{said}\", they heard \"{heard}\""))
        }
    }
}

/// What they heard, and when that was checked; nothing where it says no more than what was said.
#[must_use]
pub fn heard(promise: &Promise, today: NaiveDate) -> Option<String> {
    match (promise.heard, promise.hearing()) {
        (Some((heard, on)), _) => {
            let (heard, on) = (strength(heard), short(on, today));
            Some(format!("\"{heard}\", you checked {on}"))
        }
        (None, Hearing::NotChecked) => {
            Some("not checked: until you do, assume a promise".to_owned())
        }
        (None, _) => None,
    }
}

/// The work that it takes: "30 min", "1 h 30 min".
#[must_use]
pub fn work(minutes: u32) -> String {
    if minutes >= 60 {
        format!("{} h {:02} min", minutes / 60, minutes % 60)
    } else {
        format!("{minutes} min")
    }
}

/// How strongly something was said, as one says it.
#[must_use]
pub const fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Explore => "I'd think about it",
        Strength::Attempt => "I'll try",
        Strength::Intend => "I mean to",
        Strength::Promise => "I promise",
    }
}

/// How strongly they heard it: "that you'd try".
#[must_use]
pub const fn heard_as(strength: Strength) -> &'static str {
    match strength {
        Strength::Explore => "that you'd think about it",
        Strength::Attempt => "that you'd try",
        Strength::Intend => "that you meant to",
        Strength::Promise => "that you promised",
    }
}

/// Efforts and what they know of them: "2 tries, none told".
#[must_use]
pub fn efforts(promise: &Promise) -> Option<String> {
    let efforts = promise.efforts.iter();
    let all = efforts.filter(|one| one.kind != EffortKind::Note).count();
    if all == 0 {
        return None;
    }
    let untold = promise.untold().count();
    let tried = if all == 1 {
        "1 effort".to_owned()
    } else {
        format!("{all} efforts")
    };
    Some(match untold {
        0 => format!("{tried}, told"),
        _ if untold == all => format!("{tried}, untold"),
        _ => format!("{tried}, {untold} untold"),
    })
}

/// A silence in one sentence: "stuck for 9 days; they do not know".
#[must_use]
pub fn silence(silence: &Silence) -> String {
    let days = days(silence.days);
    match silence.rule {
        SilenceRule::Blocked => format!("stuck, and nothing heard for {days}"),
        SilenceRule::Late => format!("late, and nothing heard for {days}"),
        SilenceRule::Open => format!("nothing heard for {days}"),
    }
}

/// How much longer than allowed: "6 days longer than the 3 you allow yourself".
#[must_use]
pub fn silence_allowance(silence: &Silence) -> String {
    format!(
        "{} longer than the {} you allow yourself",
        days(silence.debt_days()),
        silence.allowed
    )
}
