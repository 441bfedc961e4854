//! How it stands with a person: one plain sentence for each gauge, as the person's page shows it. Counts stand in front;
//! words, ranges and percentages stand in [`super::why`].

use chrono::{Datelike, NaiveDate};

use super::{counted, listed, words};
use crate::domain::balance::{self, Amount, Balance, Tilt};
use crate::domain::contact::Contact;
use crate::domain::dates::{days, short, span};
use crate::domain::exchange::{Direction, ExchangeKind};
use crate::domain::incident::Party;
use crate::domain::orientation;
use crate::domain::promise::{Hearing, MissKind};
use crate::domain::relationship::Relationship;
use crate::domain::rhythm::{Pace, days_since_talk, is_snoozed, pace};
use crate::domain::silence;
use crate::domain::trust::{Conduct, Evidence, Seen};
use crate::domain::tuning::TUNING;

/// What conduct has shown, in counts: "3 kept, 1 missed in silence; the last in June." Of bad faith nothing is said but
/// that something was noted.
#[must_use]
pub fn seen(between: &Relationship, about: Party, today: NaiveDate) -> String {
    let seen = Seen::of(between, about, today);
    let (hidden, plain): (Vec<_>, Vec<_>) = seen
        .evidence
        .iter()
        .partition(|one| one.conduct == Conduct::BadFaith);
    let mut sentences = Vec::new();
    if let Some(last) = plain.first() {
        let counts = counts(&plain, about);
        let last = month(last.on, today);
        sentences.push(match plain.as_slice() {
            [_] => format!("{counts}, {last}."),
            _ => format!("{counts}; the last {last}."),
        });
    }
    if about == Party::Them && between.trust_caution(today) {
        sentences.push("Something you noted speaks for care (i).".to_owned());
    } else if !hidden.is_empty() {
        let else_ = if plain.is_empty() { "" } else { " else" };
        sentences.push(format!("Something{else_} you noted stands behind i."));
    } else if seen.headline().is_none() {
        sentences.push("Not enough seen yet.".to_owned());
    }
    sentences.join(" ")
}

/// "3 kept, 1 missed in silence, helped once": what was done, without when and without bad faith.
pub(super) fn counts(evidence: &[&Evidence<'_>], about: Party) -> String {
    let count = |conduct, made_right| {
        let alike = |one: &&&Evidence<'_>| (one.conduct, one.made_right) == (conduct, made_right);
        evidence.iter().filter(alike).count()
    };
    let missed = |kind| count(Conduct::Missed(kind), false);
    let made_right = [MissKind::Shown, MissKind::ToldLate, MissKind::Silent]
        .map(|kind| count(Conduct::Missed(kind), true));
    let promises = [
        (count(Conduct::Kept, false), "kept"),
        (count(Conduct::KeptLate, false), words::KEPT_LATE),
        (
            missed(MissKind::Shown),
            words::missed(MissKind::Shown, about),
        ),
        (
            missed(MissKind::ToldLate),
            words::missed(MissKind::ToldLate, about),
        ),
        (
            missed(MissKind::Silent),
            words::missed(MissKind::Silent, about),
        ),
        (made_right.iter().sum(), "missed and made right"),
    ];
    let helped = count(Conduct::Helped, false) + count(Conduct::Helped, true);
    let other = [
        (helped, "helped", ""),
        (count(Conduct::Harmed, false), "did harm", ""),
        (
            count(Conduct::Harmed, true),
            "did harm",
            match about {
                Party::Me => " and put it right",
                Party::Them => " (settled since)",
            },
        ),
    ];
    let promises = promises
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"));
    let other = other
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, what, after)| format!("{what} {}{after}", times(number)));
    promises.chain(other).collect::<Vec<_>>().join(", ")
}

/// "once", "twice", "3 times".
fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{number} times"),
    }
}

/// "in June", "in June 2025", "this month".
fn month(day: NaiveDate, today: NaiveDate) -> String {
    if (day.year(), day.month()) == (today.year(), today.month()) {
        "this month".to_owned()
    } else if day.year() == today.year() {
        day.format("in %B").to_string()
    } else {
        day.format("in %B %Y").to_string()
    }
}

/// "You meant to talk every 91 days; it has been 140."; `None` where no pace is meant and none has gone to sleep.
#[must_use]
pub fn talk(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<String> {
    let since = days_since_talk(contact, between, today).max(0);
    let left_alone = contact
        .snoozed_until
        .filter(|_| is_snoozed(contact, today))
        .map_or_else(String::new, |until| {
            format!(" Left alone until {}.", short(until, today))
        });
    let Some(meant) = contact.rhythm_days else {
        let is_asleep = pace(contact, between, today) == Some(Pace::Dormant);
        let alone = left_alone.trim_start();
        if is_asleep {
            let since = span(since);
            return Some(format!("You have not talked for {since}.{left_alone}"));
        }
        return (!alone.is_empty()).then(|| alone.to_owned());
    };
    let meant = days(meant.get().into());
    Some(format!(
        "You meant to talk every {meant}; it has been {since}.{left_alone}"
    ))
}

/// Which way value went. It asks for nothing.
#[must_use]
pub fn value(between: &Relationship, today: NaiveDate) -> String {
    if between.exchanges.is_empty() {
        return "Nothing noted either way.".to_owned();
    }
    let balance = Balance::of(between, today);
    let (more, less) = match balance.tilt() {
        Tilt::Mutual if balance.amount() == Amount::Thin => {
            return "Little noted either way.".to_owned();
        }
        Tilt::Mutual => return "All in all about as much given as received.".to_owned(),
        Tilt::Given => (Direction::Given, "given than received"),
        Tilt::Received => (Direction::Received, "received than given"),
    };
    // The balance remembers longer than a year; "this year" is said only where the year says the same.
    let size = |direction| -> f64 {
        let year = balance::this_year(between, direction, today);
        year.map(|exchange| exchange.size.weight()).sum()
    };
    let other = match more {
        Direction::Given => Direction::Received,
        Direction::Received => Direction::Given,
    };
    let when = if size(more) > size(other) {
        " this year"
    } else {
        ""
    };
    format!("You noted more {less}{when}. That is fine.")
}

/// "knowledge 2 · advice 1": what went one way within a year, by kind; empty where nothing did.
#[must_use]
pub fn kinds(between: &Relationship, direction: Direction, today: NaiveDate) -> String {
    let parts: Vec<String> = balance::by_kind(between, direction, today)
        .into_iter()
        .filter(|(_, number)| *number > 0)
        .map(|(kind, number)| {
            let kind = match kind {
                ExchangeKind::Knowledge => "knowledge",
                ExchangeKind::Advice => "advice",
                ExchangeKind::Introduction => "introductions",
            };
            format!("{kind} {number}")
        })
        .collect();
    parts.join(" · ")
}

/// "You met Bob 4 times and noted nothing that you gave."
#[must_use]
pub fn without_value(
    contact: &Contact,
    between: &Relationship,
    today: NaiveDate,
) -> Option<String> {
    let times = balance::met_without_value(between, today)?;
    let gave_before = between
        .exchanges
        .iter()
        .any(|exchange| exchange.direction == Direction::Given);
    let when = if gave_before { " this year" } else { "" };
    let who = contact.first_name();
    Some(format!(
        "You met {who} {times} times{when} and noted nothing that you gave."
    ))
}

/// The longest silence: "Eve has waited 9 days without a word from you; you allow yourself 3."; `None` where nothing of
/// mine is open.
#[must_use]
pub fn waiting(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<String> {
    between.owed_by_me().next()?;
    let who = contact.first_name();
    let owed = between.owed_by_me().map(AsRef::as_ref);
    Some(match silence::longest(owed, today) {
        Some((_, silence)) => format!(
            "{who} has waited {} without a word from you; you allow yourself {}.",
            days(silence.days),
            silence.allowed
        ),
        None => "No word from you is overdue.".to_owned(),
    })
}

/// Of how many open promises of mine it is unclear what they heard; `None` where nothing of mine is open.
#[must_use]
pub fn expectations(contact: &Contact, between: &Relationship) -> Option<String> {
    between.owed_by_me().next()?;
    let unclear = |wanted| {
        let owed = between.owed_by_me();
        owed.filter(|promise| promise.hearing() == wanted).count()
    };
    let who = contact.first_name();
    let parts: Vec<String> = [
        (
            unclear(Hearing::NotChecked),
            format!("you have not checked what {who} heard"),
        ),
        (
            unclear(Hearing::HeardMore),
            format!("{who} heard more than you said"),
        ),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("of {} {what}", counted(number, "promise")))
    .collect();
    Some(if parts.is_empty() {
        "What you promised is clear.".to_owned()
    } else {
        format!("{}.", super::capitalised(&listed(&parts)))
    })
}

/// "Most of what you gave Bob will still matter in a year."; `None` where nothing was given.
#[must_use]
pub fn lasting(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<String> {
    let share = orientation::orientation(between, today)?;
    let part = match share - 0.5 {
        more if more > TUNING.value.about_half => "Most",
        less if less < -TUNING.value.about_half => "Little",
        _ => "About half",
    };
    let who = contact.first_name();
    Some(format!(
        "{part} of what you gave {who} will still matter in a year."
    ))
}
