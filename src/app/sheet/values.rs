//! The two values that a merge found for one field, side by side.

use crate::domain::book::{Book, Unresolved};
use crate::domain::merge::{Side, both};

/// One field after the other, until nothing is left to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ValuesSheet {
    at: usize,
    /// Which of the two is in front; both are where both are to stand.
    pub side: Side,
    /// How many lines the values are scrolled down.
    pub scroll: usize,
}

impl ValuesSheet {
    /// The first field, with what stands now in front.
    #[must_use]
    pub const fn first() -> Self {
        Self::on(0)
    }

    const fn on(at: usize) -> Self {
        Self {
            at,
            side: Side::Ours,
            scroll: 0,
        }
    }

    /// Which field is shown: its place in the list. The list may have become shorter meanwhile.
    #[must_use]
    pub fn at(self, book: &Book) -> usize {
        self.at.min(book.unresolved.len().saturating_sub(1))
    }

    /// The field that is shown; none where nothing is left.
    #[must_use]
    pub fn open(self, book: &Book) -> Option<&Unresolved> {
        book.unresolved.get(self.at(book))
    }

    /// Whether both texts can stand, one after the other.
    #[must_use]
    pub fn takes_both(self, book: &Book) -> bool {
        let open = self.open(book);
        open.is_some_and(|open| both(book, open).is_some())
    }

    /// The next field, or the previous one; it stays on the last and on the first.
    #[must_use]
    pub fn step(self, book: &Book, is_next: bool) -> Self {
        let at = self.at(book);
        let last = book.unresolved.len().saturating_sub(1);
        Self::on(if is_next {
            at.saturating_add(1).min(last)
        } else {
            at.saturating_sub(1)
        })
    }

    /// The field that is shown now, from its beginning.
    #[must_use]
    pub fn afresh(self, book: &Book) -> Self {
        Self::on(self.at(book))
    }
}
