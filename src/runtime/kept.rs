//! The newest book that is not known to be saved, where every thread finds it that may be the last one standing.

use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::domain::Book;
use crate::store::disk::RealDisk;
use crate::store::{emergency, paths};

/// The newest book that is not known to be saved; shared by its clones.
#[derive(Clone)]
pub(super) struct Kept {
    /// The book's own file.
    own: PathBuf,
    unsaved: Arc<Mutex<Unsaved>>,
}

#[derive(Default)]
struct Unsaved {
    book: Option<Book>,
    /// How the emergency copy of it ended; there is one at most.
    copied: Option<Result<PathBuf, String>>,
}

impl Kept {
    /// Nothing yet, of the book with this file.
    pub(super) fn of(own: &Path) -> Self {
        Self {
            own: own.to_owned(),
            unsaved: Arc::default(),
        }
    }

    /// The book changed. It shares its records with the one that is changed further, and costs next to nothing.
    pub(super) fn hold(&self, book: Book) {
        self.lock().book = Some(book);
    }

    /// This book is in its file.
    pub(super) fn saved(&self, book: &Book) {
        let mut unsaved = self.lock();
        if unsaved.book.as_ref() == Some(book) {
            unsaved.book = None;
        }
    }

    /// The newest book, unless it is known to be saved.
    pub(super) fn unsaved(&self) -> Option<Book> {
        self.lock().book.clone()
    }

    /// Writes what is not known to be saved to the emergency folder, once; says where, or why not. Who asks while it is
    /// written waits for it.
    pub(super) fn copy(&self) -> Option<Result<PathBuf, String>> {
        let mut unsaved = self.lock();
        if unsaved.copied.is_none() {
            unsaved.copied = unsaved.book.as_ref().map(|book| copy(&self.own, book));
        }
        unsaved.copied.clone()
    }

    /// The book's own file.
    pub(super) fn own(&self) -> &Path {
        &self.own
    }

    /// A thread that broke while it held this cannot have left half a book behind.
    fn lock(&self) -> MutexGuard<'_, Unsaved> {
        self.unsaved.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn copy(own: &Path, book: &Book) -> Result<PathBuf, String> {
    let folder = paths::emergency().map_err(|error| error.to_string())?;
    emergency::write(&RealDisk, &folder, own, process::id(), book)
        .map_err(|error| format!("{}: {error}", folder.display()))
}
