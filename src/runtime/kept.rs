//! The newest book that is not known to be saved, where every thread finds it that may be the last one standing.

use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::app::unfinished::Unfinished;
use crate::domain::Book;
use crate::store::disk::RealDisk;
use crate::store::{emergency, paths, unfinished};

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
    /// The book as it was saved, while its file cannot be read or is gone, and why: nowhere else is it known to stand.
    alone: Option<(Book, String)>,
    /// Why the last try to save it failed.
    refused: Option<String>,
    /// The changes so far whose save has not ended, well or badly.
    under_way: usize,
    /// What was typed and nobody finished so far.
    typed: Option<Unfinished>,
    /// The last book that was written to the emergency folder, and where.
    copied: Option<(Book, PathBuf)>,
}

impl Unsaved {
    /// Writes a book to the emergency folder; one and the same at most once.
    fn put_aside(&mut self, own: &Path, book: &Book) -> Result<PathBuf, String> {
        if let Some((copied, path)) = &self.copied
            && copied == book
        {
            return Ok(path.clone());
        }
        let path = copy(own, book)?;
        self.copied = Some((book.clone(), path.clone()));
        Ok(path)
    }
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
        let mut unsaved = self.lock();
        unsaved.book = Some(book);
        unsaved.under_way += 1;
    }

    /// A save of so many changes ended. With the last of them in the file, nothing is left that is not.
    pub(super) fn ended(&self, changes: usize, is_saved: bool) {
        let mut unsaved = self.lock();
        unsaved.under_way = unsaved.under_way.saturating_sub(changes);
        if is_saved && unsaved.under_way == 0 {
            (unsaved.book, unsaved.alone, unsaved.refused) = (None, None, None);
        }
    }

    /// A try to save failed, and there may be another one.
    pub(super) fn refused(&self, reason: String) {
        self.lock().refused = Some(reason);
    }

    /// Why the last try to save failed, where nothing was saved since.
    pub(super) fn why_refused(&self) -> Option<String> {
        self.lock().refused.clone()
    }

    /// The book stands in no file from which it could be read again, for this reason.
    pub(super) fn stands_alone(&self, book: Book, reason: String) {
        self.lock().alone = Some((book, reason));
    }

    /// It does, after all.
    pub(super) fn stands_in_its_file(&self) {
        self.lock().alone = None;
    }

    /// Why the book stands in no file from which it could be read again, where it does not.
    pub(super) fn why_alone(&self) -> Option<String> {
        self.lock().alone.as_ref().map(|(_, why)| why.clone())
    }

    /// Whether every change is known to be saved.
    pub(super) fn is_saved(&self) -> bool {
        self.lock().book.is_none()
    }

    /// Writes what is not known to be saved, or to stand in a file any longer, to the emergency folder, unless the same
    /// stands there already; says where, or why not. Who asks while it is written waits for it.
    pub(super) fn copy(&self) -> Option<Result<PathBuf, String>> {
        let mut unsaved = self.lock();
        let alone = unsaved.alone.as_ref().map(|(book, _)| book);
        let book = unsaved.book.as_ref().or(alone).cloned()?;
        Some(unsaved.put_aside(&self.own, &book))
    }

    /// What is being typed, if something is.
    pub(super) fn typed(&self, typed: Option<Unfinished>) {
        // The demo keeps nothing.
        if self.own.as_os_str().is_empty() {
            return;
        }
        self.lock().typed = typed;
    }

    /// Writes what nobody finished to its folder, once. Where that fails there is nowhere else for it.
    pub(super) fn put_typed_by(&self) {
        let Some(typed) = self.lock().typed.take() else {
            return;
        };
        if let Ok(folder) = paths::unfinished() {
            let _ = unfinished::write(&RealDisk, &folder, &self.own, &typed);
        }
    }

    /// Writes a book to the emergency folder because the user asks for it.
    pub(super) fn put_aside(&self, book: &Book) -> Result<PathBuf, String> {
        self.lock().put_aside(&self.own, book)
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
