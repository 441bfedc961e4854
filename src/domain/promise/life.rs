//! The life cycle of a promise: the steps there are, and from where.

use chrono::NaiveDate;

use super::{Blockage, MissKind, Promise, State, Strength, Terms};
use crate::domain::incident::Party;

/// What can be done to a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// It is done, on this day.
    Deliver(NaiveDate),
    /// It was not done after all: back to what it was.
    TakeBack,
    /// It is stuck on this.
    Block(String),
    /// It is no longer stuck.
    Unblock,
    /// Another date or strength, agreed with them.
    NewTerms {
        /// The new day.
        due: Option<NaiveDate>,
        /// How strongly it is said now.
        said: Strength,
    },
    /// They let me off.
    LetOff,
    /// I took it back and told them before it was due.
    Withdraw,
    /// It was broken.
    Miss,
    /// A broken one was made right.
    MakeRight,
    /// They said that it is done.
    Confirm,
}

/// A step that the life cycle does not have from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFromHere;

impl Promise {
    /// The promise after a step on the given day; the life cycle knows no other way on.
    ///
    /// # Errors
    /// [`NotFromHere`] when the step is none of the listed ones from where the promise stands.
    pub fn after(&self, step: Step, today: NaiveDate) -> Result<Self, NotFromHere> {
        if self.by == Party::Them
            && !matches!(
                step,
                Step::Deliver(_) | Step::TakeBack | Step::LetOff | Step::Miss
            )
        {
            return Err(NotFromHere);
        }
        let mut after = self.clone();
        after.state = match (&self.state, step) {
            (State::Open, Step::Deliver(on)) => State::Delivered {
                on,
                was_blocked: None,
            },
            (State::Blocked { since, by }, Step::Deliver(on)) => State::Delivered {
                on,
                was_blocked: Some(Blockage {
                    since: *since,
                    by: by.clone(),
                }),
            },
            (State::Delivered { was_blocked, .. }, Step::TakeBack) => match was_blocked {
                None => State::Open,
                Some(Blockage { since, by }) => State::Blocked {
                    since: *since,
                    by: by.clone(),
                },
            },
            (State::Delivered { .. }, Step::Confirm) => State::Confirmed { on: today },
            (State::Open, Step::Block(by)) => State::Blocked { since: today, by },
            (State::Blocked { .. }, Step::Unblock) => State::Open,
            (State::Open | State::Blocked { .. }, Step::NewTerms { due, said }) => {
                after.earlier_terms.push(Terms {
                    until: today,
                    due: self.due,
                    said: self.said,
                });
                after.due = due;
                after.said = said;
                after.heard = None;
                self.state.clone()
            }
            (State::Open | State::Blocked { .. }, Step::LetOff) => State::Released { on: today },
            (State::Open | State::Blocked { .. }, Step::Withdraw)
                if self.days_left(today).is_none_or(|days| days >= 0) =>
            {
                State::Withdrawn { on: today }
            }
            (State::Open | State::Blocked { .. }, Step::Miss) => State::Missed {
                on: today,
                kind: self.miss_kind(),
            },
            (State::Missed { kind, .. }, Step::MakeRight) => State::MadeRight {
                on: today,
                missed: *kind,
            },
            _ => return Err(NotFromHere),
        };
        Ok(after)
    }

    /// What they would have seen of it, were it missed now: from the efforts that they were told.
    fn miss_kind(&self) -> MissKind {
        let in_time = |told: NaiveDate| self.due.is_none_or(|due| told <= due);
        let mut told = self.efforts.iter().filter_map(|effort| effort.told);
        match told.clone().any(in_time) {
            true => MissKind::Shown,
            false if told.next().is_some() => MissKind::ToldLate,
            false => MissKind::Silent,
        }
    }
}
