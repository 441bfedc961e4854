//! The ledger of promises: in which group each one stands.

use chrono::NaiveDate;

use super::incident::Party;
use super::promise::Promise;
use super::silence::silence;
use super::tuning::TUNING;

/// A group of the ledger, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Mine; they have waited for a word longer than I allow myself.
    NeedsUpdate,
    /// Mine, and late.
    Overdue,
    /// Mine, due within a week.
    ThisWeek,
    /// Mine, due later.
    Later,
    /// Mine, without a date.
    NoDate,
    /// Theirs to me; never chased.
    Theirs,
    /// Mine, broken and not made right.
    PutRight,
    /// Ended, in whatever way.
    Done,
}

impl Group {
    /// All groups, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::NeedsUpdate,
        Self::Overdue,
        Self::ThisWeek,
        Self::Later,
        Self::NoDate,
        Self::PutRight,
        Self::Theirs,
        Self::Done,
    ];

    /// The group of a promise on a day.
    #[must_use]
    pub fn of(promise: &Promise, today: NaiveDate) -> Self {
        if super::relationship::is_unrepaired(promise) {
            return Self::PutRight;
        }
        if !promise.is_owed() {
            return Self::Done;
        }
        if promise.by == Party::Them {
            return Self::Theirs;
        }
        let unheard = silence(promise, today).is_some_and(|silence| silence.debt_days() > 0);
        match promise.days_left(today) {
            _ if unheard => Self::NeedsUpdate,
            None => Self::NoDate,
            Some(..0) => Self::Overdue,
            Some(days) if days <= TUNING.soon_days => Self::ThisWeek,
            Some(_) => Self::Later,
        }
    }

    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::NeedsUpdate => "Needs a word from you",
            Self::Overdue => "Late",
            Self::ThisWeek => "Due within a week",
            Self::Later => "Later",
            Self::NoDate => "No date",
            Self::Theirs => "Theirs to you",
            Self::PutRight => "To put right",
            Self::Done => "Done and ended",
        }
    }
}
