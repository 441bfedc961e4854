//! The life cycle of a promise: the steps there are, and from where.

use chrono::NaiveDate;

use super::{Blockage, Effort, EffortKind, MissKind, Promise, State, Strength, Terms};
use crate::domain::incident::Party;
use crate::domain::redacted::redacted;

/// What can be done to a promise.
#[derive(Clone, PartialEq, Eq)]
pub enum Step {
    /// It is done, on this day.
    Deliver(NaiveDate),
    /// It was done on another day than noted.
    DoneOn(NaiveDate),
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
    /// Mine was broken; what they saw of it follows from what they were told.
    Miss,
    /// It was broken, and the other one saw this of it, because of this. Of mine it is what the efforts do not tell; of
    /// theirs, of which the book holds no efforts, it is all there is to go by.
    MissAs(MissKind, String),
    /// A broken one was made right.
    MakeRight,
    /// They said that it is done.
    Confirm,
}

redacted!(enum Step:
    Deliver(on), DoneOn(on), TakeBack, Block {}, Unblock, NewTerms { due, said }, LetOff, Withdraw, Miss, MissAs {},
    MakeRight, Confirm
);

/// A step that the life cycle does not have from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFromHere;

impl Promise {
    /// The promise after a step on the given day; the life cycle knows no other way on.
    ///
    /// # Errors
    /// [`NotFromHere`] when the step is none of the listed ones from where the promise stands.
    pub fn after(&self, step: Step, today: NaiveDate) -> Result<Self, NotFromHere> {
        let is_theirs = matches!(
            step,
            Step::Deliver(_) | Step::DoneOn(_) | Step::TakeBack | Step::LetOff | Step::MissAs(..)
        );
        if self.by == Party::Them && !is_theirs {
            return Err(NotFromHere);
        }
        let state = self.state_after(&step, today).ok_or(NotFromHere)?;
        let mut after = Self {
            state,
            ..self.clone()
        };
        match step {
            Step::NewTerms { due, said } => after.agree(due, said, today),
            Step::MissAs(_, because) if !because.is_empty() => {
                after.efforts.push(Self::note(because, today));
            }
            _ => {}
        }
        Ok(after)
    }

    /// Where a step leads to; `None` where there is no such way on.
    fn state_after(&self, step: &Step, today: NaiveDate) -> Option<State> {
        let on = today;
        let is_owed = self.is_owed();
        let in_time = self.days_left(today).is_none_or(|days| days >= 0);
        let state = match (&self.state, step) {
            (State::Open, Step::Deliver(on)) => State::Delivered {
                on: *on,
                was_blocked: None,
            },
            (State::Blocked { since, by }, Step::Deliver(on)) => State::Delivered {
                on: *on,
                was_blocked: Some(Blockage {
                    since: *since,
                    by: by.clone(),
                }),
            },
            (State::Delivered { was_blocked, .. }, Step::DoneOn(on)) => State::Delivered {
                on: *on,
                was_blocked: was_blocked.clone(),
            },
            (State::Delivered { was_blocked, .. }, Step::TakeBack) => match was_blocked.clone() {
                None => State::Open,
                Some(Blockage { since, by }) => State::Blocked { since, by },
            },
            (State::Delivered { on: done, .. }, Step::Confirm) => State::Confirmed {
                on,
                delivered: Some(*done),
            },
            (State::Open, Step::Block(by)) => State::Blocked {
                since: today,
                by: by.clone(),
            },
            (State::Blocked { since, .. }, Step::Block(by)) => State::Blocked {
                since: *since,
                by: by.clone(),
            },
            (State::Blocked { .. }, Step::Unblock) => State::Open,
            (state, Step::NewTerms { .. }) if is_owed => state.clone(),
            (_, Step::LetOff) if is_owed => State::Released { on },
            (_, Step::Withdraw) if is_owed && in_time => State::Withdrawn { on },
            (_, Step::Miss) if is_owed => State::Missed {
                on,
                kind: self.miss_kind(),
            },
            (_, Step::MissAs(kind, _)) if is_owed => State::Missed { on, kind: *kind },
            (State::Missed { kind, .. }, Step::MakeRight) => State::MadeRight { on, missed: *kind },
            _ => return None,
        };
        Some(state)
    }

    /// Puts new terms in the place of those that held until today; what they heard is open again.
    fn agree(&mut self, due: Option<NaiveDate>, said: Strength, today: NaiveDate) {
        self.earlier_terms.push(Terms {
            until: today,
            due: self.due,
            said: self.said,
        });
        self.due = due;
        self.said = said;
        self.heard = None;
    }

    /// What they would have seen of it, were it missed now: from the efforts that they were told.
    #[must_use]
    pub fn miss_kind(&self) -> MissKind {
        let in_time = |told: NaiveDate| self.due.is_none_or(|due| told <= due);
        let mut told = self.efforts.iter().filter_map(|effort| effort.told);
        match told.clone().any(in_time) {
            true => MissKind::Shown,
            false if told.next().is_some() => MissKind::ToldLate,
            false => MissKind::Silent,
        }
    }

    /// Why they saw something else of a miss than the efforts tell: a note of mine, nothing that I tried or told.
    const fn note(because: String, today: NaiveDate) -> Effort {
        Effort {
            on: today,
            told: None,
            kind: EffortKind::Note,
            text: because,
        }
    }
}
