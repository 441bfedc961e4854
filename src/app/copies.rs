//! Versions of the book that were found beside it.

use crate::domain::Book;
use crate::domain::change::Change;
use crate::domain::merge::merge;

/// A version of the book that another program left beside it, or that was put aside.
#[derive(Clone)]
pub struct Copy {
    /// The name of its file.
    pub name: String,
    /// What it says.
    pub book: Book,
    /// Whether Goodword put it aside, because the book could not be saved.
    pub is_put_aside: bool,
    /// Whether it has been merged in this session, and that was not taken back.
    pub is_merged: bool,
}

impl Copy {
    /// What the step is called that merges it.
    #[must_use]
    pub fn label(&self) -> String {
        format!("merged {}", self.name)
    }

    /// The book with all that only the copy has; where both say something else, with both. Where they parted is not
    /// known, so that what either side removed comes back.
    #[must_use]
    pub fn merged_into(&self, book: &Book) -> Book {
        merge(&Book::default(), book, &self.book)
    }

    /// How many records and fields of the book it would change.
    #[must_use]
    pub fn news(&self, book: &Book) -> usize {
        Change::between(book, &self.merged_into(book)).len()
    }
}
