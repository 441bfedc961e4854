//! The book's file: where it stands, how it is read and written.

pub mod demo;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::Book;
use crate::domain::id::IdSource;

/// The file of a book, with what is known of its content.
#[derive(Debug)]
pub struct BookFile {
    path: PathBuf,
}

/// A book as it was read.
#[derive(Debug)]
pub struct Opened {
    /// Its file, to save to.
    pub file: BookFile,
    /// What it says; empty where there is no file yet.
    pub book: Book,
    /// Whether there was no file yet.
    pub is_new: bool,
    /// What is odd about it and does not stop it from being used: one sentence each, naming the record.
    pub problems: Vec<String>,
}

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

/// Why a book could not be opened.
#[derive(Debug)]
pub struct OpenError(String);

/// Why a book could not be saved.
#[derive(Debug)]
pub struct SaveError(String);

impl BookFile {
    /// Reads the book at a path. A file that is not there is an empty book; nothing is written.
    ///
    /// # Errors
    /// [`OpenError`] for a file that cannot be read, is no book, or is a newer one: with the place and what to do next.
    pub fn open(path: &Path, ids: &IdSource) -> Result<Opened, OpenError> {
        let is_new = !path.exists();
        let mut book = if is_new {
            Book::default()
        } else {
            let text = fs::read_to_string(path).map_err(|error| OpenError(error.to_string()))?;
            ron::from_str(&text).map_err(|error| OpenError(error.to_string()))?
        };
        book.give_missing_ids(ids);
        Ok(Opened {
            file: Self {
                path: path.to_owned(),
            },
            book,
            is_new,
            problems: Vec::new(),
        })
    }

    /// Where the file stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the book.
    pub fn save(&mut self, book: &Book) -> Save {
        let text = ron::ser::to_string_pretty(book, ron::ser::PrettyConfig::new());
        let written = text
            .map_err(|error| error.to_string())
            .and_then(|text| fs::write(&self.path, text).map_err(|error| error.to_string()));
        match written {
            Ok(()) => Save::Saved,
            Err(error) => Save::NotSaved(SaveError(error)),
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for OpenError {}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SaveError {}
