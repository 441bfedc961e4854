//! Paces against talks: where they ask for more than I have, the plan is wrong, and not I.

use std::num::NonZeroU32;

use chrono::NaiveDate;

use super::{Entry, Kind, Line, Period};
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::find::Record;
use crate::domain::tuning::TUNING;

/// What my paces ask for, and what I have been having, in talks a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paces {
    /// `Σ 30/days` over everybody with a pace, rounded.
    pub asked: usize,
    /// Talks with those people in the last 90 days, by three, rounded.
    pub had: usize,
}

impl Paces {
    /// What the book says on a day.
    #[must_use]
    pub fn of(book: &Book, today: NaiveDate) -> Self {
        let days = Self::window_days().cast_signed();
        let recent = talks(book).into_iter().filter(|talk| {
            let ago = today.signed_duration_since(talk.on).num_days();
            (0..days).contains(&ago)
        });
        Self {
            asked: asked_in(book, 1),
            had: recent.count().saturating_add(1) / 3,
        }
    }

    /// The days that "lately" means here: three months.
    #[must_use]
    pub fn window_days() -> u64 {
        TUNING.paces_month_days.saturating_mul(3)
    }

    /// Whether they ask for more than I have.
    #[must_use]
    pub const fn is_too_much(self) -> bool {
        self.asked > self.had
    }
}

/// What the paces ask for in so many months, rounded once: twelve of them may ask for 5.4 talks a month, and so for 16 in
/// three.
fn asked_in(book: &Book, months: u64) -> usize {
    let thousandths = with_a_pace(book).map(|(_, days)| {
        let month = TUNING.paces_month_days.saturating_mul(1000);
        month / u64::from(days.get())
    });
    let all = thousandths.fold(0, u64::saturating_add);
    let asked = all.saturating_mul(months).saturating_add(500) / 1000;
    usize::try_from(asked).unwrap_or(usize::MAX)
}

/// The people in use with whom I mean to talk every so many days.
fn with_a_pace(book: &Book) -> impl Iterator<Item = (&Contact, NonZeroU32)> {
    let people = book.contacts.iter().map(AsRef::as_ref);
    let people = people.filter(|contact: &&Contact| !contact.archived);
    people.filter_map(|contact| Some((contact, contact.rhythm_days?)))
}

/// Every talk in which both spoke, once for each with whom I set a pace: what asks is counted as it is asked for.
pub(super) fn talks(book: &Book) -> Vec<Entry> {
    let has_pace = |id: &ContactId| {
        let contact = book.contacts.get(*id);
        contact.is_some_and(|contact| !contact.archived && contact.rhythm_days.is_some())
    };
    let talks = book.interactions.iter().filter(|talk| talk.two_way);
    let each = talks.flat_map(|talk| {
        let with = talk.with.iter().filter(|id| has_pace(id));
        with.map(|id| Entry {
            on: talk.on,
            record: Record::Talk(talk.id),
            contact: Some(*id),
            week: None,
        })
    });
    each.collect()
}

/// What the paces ask for in every month; behind it the people.
pub(super) fn asked_for(book: &Book, paces: Paces, period: Period) -> Line {
    let people = with_a_pace(book).map(|(contact, _)| Entry {
        on: period.first(),
        record: Record::Person(contact.id),
        contact: Some(contact.id),
        week: None,
    });
    let months = if period.is_month() { 1 } else { 3 };
    Line {
        kind: Kind::TalksAskedFor,
        count: asked_in(book, months),
        months: period.quarter().months().map(|month| {
            let is_in = period.month_of(month).is_some();
            if is_in { paces.asked } else { 0 }
        }),
        entries: people.collect(),
    }
}
