//! What this week has brought so far, in counts: from its first day until today.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::book::Book;
use super::change::Change;
use super::contact::Contact;
use super::incident::Party;
use super::promise::{Promise, State};

/// What this week has brought so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Week {
    /// Promises that I made.
    pub promised: usize,
    /// Promises that I kept: delivered in time, or late where they were told before the due day.
    pub kept: usize,
    /// Promises that I delivered late, and had not told them before the due day.
    pub late: usize,
    /// Promises that I missed.
    pub missed: usize,
    /// People who are new in the book.
    pub new_people: usize,
}

impl Week {
    /// The week of a day, which begins on this weekday.
    #[must_use]
    pub fn of(book: &Book, today: NaiveDate, first_day: Weekday) -> Self {
        let days = days(today, first_day);
        let people = book.contacts.iter().map(|one| Self::by_person(one, &days));
        let promises = book.promises.iter().map(|one| Self::by_promise(one, &days));
        people.chain(promises).fold(Self::default(), Self::and)
    }

    /// The same week after a change of the book.
    #[must_use]
    pub fn follow(self, change: &Change, today: NaiveDate, first_day: Weekday) -> Self {
        let days = days(today, first_day);
        let person = |one: &Option<_>| one.as_deref().map(|one| Self::by_person(one, &days));
        let promise = |one: &Option<_>| one.as_deref().map(|one| Self::by_promise(one, &days));
        let people = change.contacts.iter();
        let people = people.map(|one| (person(&one.before), person(&one.after)));
        let promises = change.promises.iter();
        let promises = promises.map(|one| (promise(&one.before), promise(&one.after)));
        people.chain(promises).fold(self, |week, (was, is)| {
            let with = week.and(is.unwrap_or_default());
            with.without(was.unwrap_or_default())
        })
    }

    fn by_person(contact: &Contact, days: &RangeInclusive<NaiveDate>) -> Self {
        Self {
            new_people: usize::from(days.contains(&contact.added)),
            ..Self::default()
        }
    }

    fn by_promise(promise: &Promise, days: &RangeInclusive<NaiveDate>) -> Self {
        let mut week = Self::default();
        if promise.by != Party::Me {
            return week;
        }
        week.promised = usize::from(days.contains(&promise.made));
        match promise.state {
            State::Delivered { on, .. }
            | State::Confirmed {
                delivered: Some(on),
                ..
            } if days.contains(&on) => {
                let is_kept = promise.kept_in_time(on);
                week.kept = usize::from(is_kept);
                week.late = usize::from(!is_kept);
            }
            State::Confirmed {
                on,
                delivered: None,
            } if days.contains(&on) => week.kept = 1,
            State::Missed { on, .. } if days.contains(&on) => week.missed = 1,
            _ => {}
        }
        week
    }

    fn and(self, other: Self) -> Self {
        self.each(other, usize::saturating_add)
    }

    fn without(self, other: Self) -> Self {
        self.each(other, usize::saturating_sub)
    }

    fn each(self, other: Self, of: fn(usize, usize) -> usize) -> Self {
        Self {
            promised: of(self.promised, other.promised),
            kept: of(self.kept, other.kept),
            late: of(self.late, other.late),
            missed: of(self.missed, other.missed),
            new_people: of(self.new_people, other.new_people),
        }
    }
}

/// The days of the week so far.
fn days(today: NaiveDate, first_day: Weekday) -> RangeInclusive<NaiveDate> {
    let since = i64::from(today.weekday().days_since(first_day));
    let first = today.checked_sub_signed(TimeDelta::days(since));
    first.unwrap_or(today)..=today
}
