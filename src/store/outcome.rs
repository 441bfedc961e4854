//! What comes of saving a book's file and of looking at it again: others write it too.

use std::io;

use super::SaveError;
use crate::domain::Book;

/// How a save ended.
#[derive(Debug)]
pub enum Save {
    /// On disk.
    Saved,
    /// The file is in place; whether it would survive a power cut now is not known.
    SavedMaybeNotDurable(io::Error),
    /// Not written; the file is as it was.
    NotSaved(SaveError),
    /// Another program changed the file: both are to be merged, and saved again.
    Foreign(Foreign),
}

/// What another program made of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreign {
    /// The book that both came from.
    pub base: Book,
    /// What the other program made of it.
    pub theirs: Book,
}

/// What a look at the file found.
#[derive(Debug)]
pub enum Look {
    /// Nothing new.
    Same,
    /// Another program changed it.
    Foreign(Foreign),
    /// Another program changed it, and it cannot be read, or is there no longer: it may be in the midst of writing.
    Unreadable(SaveError),
}

/// How a save ended that merged what others had changed.
#[derive(Debug)]
pub struct Settled {
    /// How it ended; never [`Save::Foreign`].
    pub save: Save,
    /// What was to be saved, with what others had changed.
    pub book: Book,
    /// What others had changed, in the order in which it was found.
    pub foreign: Vec<Foreign>,
}
