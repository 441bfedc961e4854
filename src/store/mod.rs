//! The book's file: where it stands, how it is read and written. Nothing else in Goodword touches the file system for
//! a book, and nothing here knows a screen.

pub mod backups;
pub mod check;
mod compact;
pub mod config;
mod decode;
pub mod difference;
pub mod disk;
mod encode;
mod excerpt;
mod expected;
pub mod export;
mod format;
mod kept;
pub mod letter;
mod link;
mod migrate;
mod open;
mod open_error;
pub mod paths;
mod save_error;
pub mod templates;
pub mod traces;
mod write;

pub mod demo;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use backups::{Backup, Backups, Before};
pub use open_error::OpenError;
pub use save_error::SaveError;

use crate::domain::Book;
use crate::domain::id::IdSource;
use crate::domain::redacted::redacted;
use disk::{Disk, RealDisk};
use open_error::Role;
use save_error::Refusal;
use write::{Known, Written};

/// The most bytes that a book may have.
const LARGEST: u64 = 64 << 20;

/// Up to so many bytes, a save reads its own text as a book before it replaces the old one. Where much changes at once,
/// it does so for every book.
const PARSED_BACK: usize = 2 << 20;

/// The file of a book, with what is known of its content.
pub struct BookFile {
    path: PathBuf,
    disk: Box<dyn Disk>,
    known: Known,
    backups: Option<Backups>,
    /// Whether the next save reads its text as a book however long it is.
    changes_much: bool,
}

/// A book as it was read.
pub struct Opened {
    /// Its file, to save to.
    pub file: BookFile,
    /// What it says; empty where there is no file yet.
    pub book: Book,
    /// Whether there was no file yet.
    pub is_new: bool,
    /// What is odd about it and does not stop it from being used: one sentence each, naming the record.
    pub problems: Vec<String>,
    /// Whether the file's permissions let others on this machine read it.
    pub readable_by_others: bool,
}

redacted!(Opened: file, book, is_new, readable_by_others; problems);

/// How a save ended.
#[derive(Debug)]
pub enum Save {
    /// On disk.
    Saved,
    /// The file is in place; whether it would survive a power cut now is not known.
    SavedMaybeNotDurable(io::Error),
    /// Not written; the file is as it was.
    NotSaved(SaveError),
}

impl BookFile {
    /// Reads the book at a path. A file that is not there is an empty book; nothing is written.
    ///
    /// # Errors
    /// [`OpenError`] for a file that cannot be read, is no book, or is a newer one: with the place and what to do next.
    pub fn open(path: &Path, ids: &IdSource) -> Result<Opened, OpenError> {
        Self::open_on(Box::new(RealDisk), path, ids)
    }

    /// Like [`BookFile::open`], on another file system than this machine's.
    ///
    /// # Errors
    /// As [`BookFile::open`].
    pub fn open_on(disk: Box<dyn Disk>, path: &Path, ids: &IdSource) -> Result<Opened, OpenError> {
        let content = open::read(disk.as_ref(), path, Role::Book)?;
        let mut book = match &content {
            None => Book::default(),
            Some(content) => decode::book(&content.bytes)
                .map_err(|wrong| OpenError::new(path, Role::Book, wrong))?,
        };
        book.give_missing_ids(ids);
        Ok(Opened {
            problems: check::problems(&book),
            is_new: content.is_none(),
            readable_by_others: content
                .as_ref()
                .is_some_and(|content| content.entry.mode & 0o044 != 0),
            book,
            file: Self {
                path: path.to_owned(),
                disk,
                known: Known {
                    bytes: content.map(|content| content.bytes),
                    maybe_not_durable: false,
                },
                backups: None,
                changes_much: false,
            },
        })
    }

    /// Where the file stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the book, unless the file already says it. A file that another program changed is left alone.
    pub fn save(&mut self, book: &Book) -> Save {
        let written = text(book, self.parsed_back()).and_then(|text| {
            let bytes = text.as_bytes();
            self.back_up_before(bytes)?;
            let written = write::write(self.disk.as_ref(), &self.path, bytes, &self.known)?;
            Ok((text, written))
        });
        match written {
            Err(refusal) => Save::NotSaved(SaveError::new(&self.path, refusal)),
            Ok((text, written)) => {
                self.changes_much = false;
                // The bytes are in place, durable or not: else the next save would take them for a foreign change.
                self.known = Known {
                    bytes: Some(text.into_bytes()),
                    maybe_not_durable: matches!(written, Written::MaybeNotDurable(_)),
                };
                match written {
                    Written::Durable => Save::Saved,
                    Written::MaybeNotDurable(error) => Save::SavedMaybeNotDurable(error),
                }
            }
        }
    }
}

/// The text of a book, of which it is known that it can be read again where it is no longer than that.
fn text(book: &Book, parsed_back: usize) -> Result<String, Refusal> {
    let text = encode::encode(book).map_err(|error| Refusal::NotTheBook(error.to_string()))?;
    if u64::try_from(text.len()).is_ok_and(|size| size > LARGEST) {
        return Err(Refusal::TooLarge);
    }
    if text.len() <= parsed_back {
        match decode::book(text.as_bytes()) {
            Ok(read) if read == *book => {}
            Ok(_) => return Err(Refusal::NotTheBook("it reads otherwise".to_owned())),
            Err(wrong) => return Err(Refusal::NotTheBook(wrong.to_string())),
        }
    }
    Ok(text)
}

/// Names no content: a book is private.
impl fmt::Debug for BookFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BookFile")
            .field("path", &self.path)
            .field("known_bytes", &self.known.bytes.as_ref().map(Vec::len))
            .finish_non_exhaustive()
    }
}
