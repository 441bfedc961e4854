//! People who may stand in the book twice: the list of them, and two of them side by side.

use crate::app::rows::Motion;
use crate::domain::book::Book;
use crate::domain::duplicates::Pair;
use crate::domain::duplicates::joining::{Field, Joining, Take};

/// The list, by the place of the pair under the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DuplicatesSheet {
    at: usize,
}

impl DuplicatesSheet {
    /// With the cursor on a place.
    #[must_use]
    pub const fn on(at: usize) -> Self {
        Self { at }
    }

    /// The place under the cursor. The list may have become shorter meanwhile.
    #[must_use]
    pub fn at(self, pairs: &[Pair]) -> usize {
        self.at.min(pairs.len().saturating_sub(1))
    }

    /// The pair under the cursor; none where nobody is left.
    #[must_use]
    pub fn pair(self, pairs: &[Pair]) -> Option<&Pair> {
        pairs.get(self.at(pairs))
    }

    /// The cursor moved.
    #[must_use]
    pub fn step(self, pairs: &[Pair], motion: Motion, page: usize) -> Self {
        Self::on(motion.from(self.at(pairs), pairs.len(), page))
    }
}

/// Two people side by side, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    /// The place of the pair in the list.
    pub place: DuplicatesSheet,
    /// What becomes of each field.
    pub joining: Joining,
    at: usize,
}

impl SideBySide {
    /// With what is likeliest meant, and the cursor on the first field.
    #[must_use]
    pub const fn new(place: DuplicatesSheet, joining: Joining) -> Self {
        Self {
            place,
            joining,
            at: 0,
        }
    }

    /// The choices for the people as they are now; `None` where one of them is gone.
    #[must_use]
    pub fn now(&self, book: &Book) -> Option<Joining> {
        self.joining.again(book)
    }

    /// What is said of the two in the list; none where they stand in it no longer.
    #[must_use]
    pub fn pair<'a>(&self, pairs: &'a [Pair]) -> Option<&'a Pair> {
        let (one, other) = (self.joining.stays, self.joining.goes);
        let people = (one.min(other), one.max(other));
        pairs.iter().find(|pair| pair.people == people)
    }

    /// The field under the cursor, by its place.
    #[must_use]
    pub fn at(&self, takes: &[(Field, Take)]) -> usize {
        self.at.min(takes.len().saturating_sub(1))
    }

    /// Moves the cursor.
    pub fn step(&mut self, motion: Motion, page: usize) {
        let takes = self.joining.takes();
        self.at = motion.from(self.at(&takes), takes.len(), page);
    }

    /// Takes the value of the field under the cursor further to one side.
    pub fn turn(&mut self, to: Take) {
        let takes = self.joining.takes();
        if let Some((field, _)) = takes.get(self.at(&takes)) {
            self.joining.turn(*field, to);
        }
    }
}
