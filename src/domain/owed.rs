//! What I owe a person, for the order of the list of people. Nothing of what they are worth is in it.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::contact::Contact;
use super::promise::Hearing;
use super::relationship::Relationship;
use super::rhythm::rhythm;
use super::silence::{debt_key, silence};
use super::tuning::TUNING;

/// What I owe a person, the most urgent part first, in the order of Today; a larger one asks for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Owed {
    /// The largest silence debt by what hangs on it ([`debt_key`]).
    pub debt: i64,
    /// How late a promise is that is due: 1 on its day, one more for each day after; 0 where none is due.
    pub due: i64,
    /// Promises of which I do not know what they heard, or they heard more than I said.
    pub unclear: usize,
    /// Breaches not made right, 0..=1000.
    pub unrepaired: i64,
    /// How overdue a talk is, 0..=1000.
    pub rhythm: i64,
}

impl Owed {
    /// What I owe this person.
    #[must_use]
    pub fn to(contact: &Contact, between: &Relationship, today: NaiveDate) -> Self {
        Self {
            debt: between
                .owed_by_me()
                .map(|promise| debt_key(promise, today))
                .max()
                .unwrap_or(0),
            due: between
                .owed_by_me()
                .filter_map(|promise| promise.days_left(today))
                .map(|days| 1_i64.saturating_sub(days).max(0))
                .max()
                .unwrap_or(0),
            unrepaired: between.unrepaired(&[]),
            unclear: between
                .owed_by_me()
                .filter(|promise| promise.hearing() != Hearing::Agreed)
                .count(),
            rhythm: rhythm(contact, between, today),
        }
    }
}

/// The one thing that stands beside a name in the list: the most urgent one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// They have waited without a word from me for longer than I allow myself.
    Unheard,
    /// A promise of mine is late.
    Late,
    /// A promise of mine is due today.
    DueToday,
    /// Something of mine is to be put right.
    PutRight,
    /// What they heard is not clear.
    Unclear,
    /// It is time to talk.
    Pace,
}

/// The most urgent thing I owe a person, if any.
#[must_use]
pub fn mark(contact: &Contact, between: &Relationship, today: NaiveDate) -> Option<Mark> {
    let owed = Owed::to(contact, between, today);
    let unheard = between
        .owed_by_me()
        .filter_map(|promise| silence(promise, today))
        .any(|silence| silence.debt_days() > 0);
    let due = |days: fn(i64) -> bool| {
        between
            .owed_by_me()
            .any(|promise| promise.days_left(today).is_some_and(days))
    };
    let marks = [
        (unheard, Mark::Unheard),
        (due(|days| days < 0), Mark::Late),
        (due(|days| days == 0), Mark::DueToday),
        (owed.unclear > 0, Mark::Unclear),
        (owed.unrepaired > 0, Mark::PutRight),
        (owed.rhythm >= TUNING.rhythm_due, Mark::Pace),
    ];
    marks
        .into_iter()
        .find_map(|(holds, mark)| holds.then_some(mark))
}

/// The key by which people stand in the order of what I owe: most first, then by name.
#[must_use]
pub fn order_key(
    contact: &Contact,
    between: &Relationship,
    today: NaiveDate,
) -> (Reverse<Owed>, String) {
    (
        Reverse(Owed::to(contact, between, today)),
        contact.name.to_lowercase(),
    )
}
