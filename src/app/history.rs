//! Undo and redo: every step of this session, with its label.

use std::time::Duration;

use crate::domain::Book;
use crate::domain::change::Change;
use crate::domain::redacted::redacted;

/// One step of this session.
#[derive(Clone)]
struct Step {
    label: String,
    change: Change,
    /// When it was done, on the clock of [`super::Context`].
    at: Duration,
}

/// A step as it is listed.
#[derive(Clone, Copy)]
pub struct Noted<'a> {
    /// Its label.
    pub label: &'a str,
    /// When it was done, on the clock of [`super::Context`].
    pub at: Duration,
    /// Whether it is done, and not undone.
    pub is_done: bool,
}

/// The steps of this session. It keeps the records before and after, no copies of the book.
#[derive(Clone, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// What an undo or redo did.
#[derive(Clone, PartialEq, Eq)]
pub struct Retraced {
    /// The label of the step.
    pub label: String,
    /// How many records were left alone, because something else changed them since.
    pub left_alone: usize,
}

redacted!(Retraced: left_alone; label);

impl History {
    /// Notes a step; what was undone before it is gone.
    pub fn push(&mut self, label: String, change: Change, at: Duration) {
        self.undone.clear();
        self.done.push(Step { label, change, at });
    }

    /// How many steps there are, done and undone.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.done.len() + self.undone.len()
    }

    /// How many steps are done.
    #[must_use]
    pub fn position(&self) -> usize {
        self.done.len()
    }

    /// A step by its place, the first being 0.
    #[must_use]
    pub fn step(&self, at: usize) -> Option<Noted<'_>> {
        // What was undone last is done again first.
        let undone = || self.undone.iter().rev().nth(at - self.done.len());
        let is_done = at < self.done.len();
        let step = self.done.get(at).or_else(undone)?;
        Some(Noted {
            label: &step.label,
            at: step.at,
            is_done,
        })
    }

    /// Takes the last step back.
    pub fn undo(&mut self, book: &mut Book) -> Option<Retraced> {
        let step = self.done.pop()?;
        let left_alone = step.change.inverse().apply(book);
        let label = step.label.clone();
        self.undone.push(step);
        Some(Retraced { label, left_alone })
    }

    /// Does the last undone step again.
    pub fn redo(&mut self, book: &mut Book) -> Option<Retraced> {
        let step = self.undone.pop()?;
        let left_alone = step.change.apply(book);
        let label = step.label.clone();
        self.done.push(step);
        Some(Retraced { label, left_alone })
    }

    /// Steps that say and do nothing, so that a history that may not be seen still shows that there is one.
    pub(super) fn as_seen(&self) -> Self {
        let nothing = || Step {
            label: String::new(),
            change: Change::default(),
            at: Duration::ZERO,
        };
        Self {
            done: self.can_undo().then(nothing).into_iter().collect(),
            undone: self.can_redo().then(nothing).into_iter().collect(),
        }
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}
