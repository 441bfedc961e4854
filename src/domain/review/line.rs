//! A line of the review: a figure, and the entries it counts.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Period;
use crate::domain::contact::ContactId;
use crate::domain::find::Record;
use crate::domain::promise::Promise;

/// What a line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Promises that I kept: in time, or late and said so before the day.
    Kept,
    /// Missed, and they saw me try.
    Shown,
    /// Told late, whether it was missed or done late.
    ToldLate,
    /// Missed, and they heard nothing.
    Silent,
    /// Late, and still to be delivered.
    StillOpen,
    /// Gaps between what I said and what they heard that were cleared up.
    Cleared,
    /// Those that were not.
    Unclear,
    /// Weeks for which more was promised than there were hours.
    WeeksOver,
    /// Knowledge that I gave.
    Knowledge,
    /// Advice that I gave.
    Advice,
    /// Introductions that I gave.
    Introductions,
    /// People whom I turned down twice in a row.
    TurnedDown,
    /// Decisions that are due to be looked back on.
    ToLookBack,
    /// Decisions that turned out better than I expected.
    Better,
    /// Decisions that turned out as I expected.
    AsExpected,
    /// Decisions that turned out worse than I expected.
    Worse,
    /// Talks that my paces ask for.
    TalksAskedFor,
    /// Talks that I had with those I set a pace for.
    Talks,
}

/// What a line is counted in: bars are compared only where that is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Promises.
    Promises,
    /// Promises that have not ended.
    Open,
    /// Promises that were said as less than one.
    Gaps,
    /// Weeks.
    Weeks,
    /// Value given.
    Value,
    /// People.
    People,
    /// Decisions.
    Decisions,
    /// Talks.
    Talks,
}

impl Kind {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 18] = [
        Self::Kept,
        Self::Shown,
        Self::ToldLate,
        Self::Silent,
        Self::StillOpen,
        Self::Cleared,
        Self::Unclear,
        Self::WeeksOver,
        Self::Knowledge,
        Self::Advice,
        Self::Introductions,
        Self::TurnedDown,
        Self::ToLookBack,
        Self::Better,
        Self::AsExpected,
        Self::Worse,
        Self::TalksAskedFor,
        Self::Talks,
    ];

    /// What it is counted in.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match self {
            Self::Kept | Self::Shown | Self::ToldLate | Self::Silent => Measure::Promises,
            Self::StillOpen => Measure::Open,
            Self::Cleared | Self::Unclear => Measure::Gaps,
            Self::WeeksOver => Measure::Weeks,
            Self::Knowledge | Self::Advice | Self::Introductions => Measure::Value,
            Self::TurnedDown => Measure::People,
            Self::ToLookBack | Self::Better | Self::AsExpected | Self::Worse => Measure::Decisions,
            Self::TalksAskedFor | Self::Talks => Measure::Talks,
        }
    }
}

/// A figure, by month, and what is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it counts.
    pub kind: Kind,
    /// How much there is in each of the three months.
    pub months: [usize; 3],
    /// How much there is in all of them: their sum, but for what is rounded in each.
    pub(super) count: usize,
    /// The entries behind it, the latest first.
    pub entries: Vec<Entry>,
}

/// An entry behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The day by which it is counted.
    pub on: NaiveDate,
    /// The record.
    pub record: Record,
    /// Whom it concerns.
    pub contact: Option<ContactId>,
    /// The week for which it was too much, where that is what is counted.
    pub week: Option<WeekOver>,
}

/// A week for which more was promised than I have hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekOver {
    /// What its promises were likely to take, in minutes.
    pub likely: u64,
    /// What I have a week, in minutes.
    pub free: u64,
}

impl Line {
    /// A line in which every entry counts once.
    pub(super) fn counted(kind: Kind, entries: Vec<Entry>, period: Period) -> Self {
        let days: Vec<NaiveDate> = entries.iter().map(|entry| entry.on).collect();
        Self::on_days(kind, &days, entries, period)
    }

    /// A line that counts these days.
    pub(super) fn on_days(
        kind: Kind,
        days: &[NaiveDate],
        mut entries: Vec<Entry>,
        period: Period,
    ) -> Self {
        let days = days.iter().filter_map(|day| period.month_of(*day));
        let mut months = [0; 3];
        for at in days {
            if let Some(month) = months.get_mut(at) {
                *month += 1;
            }
        }
        // The order in the book breaks ties, which is that of the ids.
        entries.sort_by_key(|entry| Reverse(entry.on));
        Self {
            kind,
            months,
            count: months.into_iter().fold(0, usize::saturating_add),
            entries,
        }
    }

    /// How much there is in the quarter.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }
}

impl Entry {
    /// A promise, by this day.
    pub(super) const fn of_promise(promise: &Promise, on: NaiveDate) -> Self {
        Self {
            on,
            record: Record::Promise(promise.id),
            contact: Some(promise.contact),
            week: None,
        }
    }
}
