//! The endings of a promise besides its delivery by me: which there are from where it stands.

use chrono::NaiveDate;

use super::{Promise, State, Step};
use crate::domain::incident::Party;

/// How a promise ends, or what is said of it once it has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// They kept theirs.
    Kept,
    /// The one it was given to let the other one off.
    LetOff,
    /// I took it back in time.
    Withdrawn,
    /// It was broken.
    Missed,
    /// A broken one was made right.
    PutRight,
    /// They said that mine is done.
    Confirmed,
}

impl Ending {
    /// All endings.
    pub const ALL: [Self; 6] = [
        Self::Kept,
        Self::LetOff,
        Self::Withdrawn,
        Self::Missed,
        Self::PutRight,
        Self::Confirmed,
    ];

    /// The step of the life cycle that it is. That they missed theirs is none by itself: it needs what I saw of it.
    #[must_use]
    pub const fn step(self, today: NaiveDate) -> Step {
        match self {
            Self::Kept => Step::Deliver(today),
            Self::LetOff => Step::LetOff,
            Self::Withdrawn => Step::Withdraw,
            Self::Missed => Step::Miss,
            Self::PutRight => Step::MakeRight,
            Self::Confirmed => Step::Confirm,
        }
    }
}

impl Promise {
    /// The endings that the life cycle has from here. That mine is delivered is no other ending: it is ticked.
    #[must_use]
    pub fn endings(&self, today: NaiveDate) -> Vec<Ending> {
        let is_there = |ending: &Ending| {
            match (ending, self.by) {
                (Ending::Kept, Party::Me) => false,
                // What I saw of it is asked first.
                (Ending::Missed, Party::Them) => self.is_owed(),
                _ => self.after(ending.step(today), today).is_ok(),
            }
        };
        Ending::ALL.into_iter().filter(is_there).collect()
    }

    /// Whether nothing leads on from here: going on means a new promise.
    #[must_use]
    pub fn is_final(&self, today: NaiveDate) -> bool {
        !matches!(self.state, State::Delivered { .. }) && self.endings(today).is_empty()
    }
}
