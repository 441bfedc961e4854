//! What this week has brought so far, in counts: from its first day until today.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::book::Book;
use super::incident::Party;
use super::promise::State;

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
        let since = i64::from(today.weekday().days_since(first_day));
        let first = today.checked_sub_signed(TimeDelta::days(since));
        let days = first.unwrap_or(today)..=today;
        let people = book.contacts.iter();
        let mut week = Self {
            new_people: people
                .filter(|contact| days.contains(&contact.added))
                .count(),
            ..Self::default()
        };
        let mine = book
            .promises
            .iter()
            .filter(|promise| promise.by == Party::Me);
        for promise in mine {
            week.promised += usize::from(days.contains(&promise.made));
            match promise.state {
                State::Delivered { on, .. }
                | State::Confirmed {
                    delivered: Some(on),
                    ..
                } if days.contains(&on) => {
                    if promise.kept_in_time(on) {
                        week.kept += 1;
                    } else {
                        week.late += 1;
                    }
                }
                State::Confirmed {
                    on,
                    delivered: None,
                } if days.contains(&on) => week.kept += 1,
                State::Missed { on, .. } if days.contains(&on) => week.missed += 1,
                _ => {}
            }
        }
        week
    }
}
