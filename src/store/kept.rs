//! A book's file and its backups.

use std::io;
use std::path::Path;

use super::content::Content;
use super::decode::{self, Wrong};
use super::disk::RealDisk;
use super::encode::encode;
use super::excerpt::visible_text;
use super::open_error::Role;
use super::save_error::Refusal;
use super::{
    Backup, Backups, Before, BookFile, LARGEST, OpenError, Opened, PARSED_BACK, open, shell,
};
use crate::domain::book::FORMAT_VERSION;

impl BookFile {
    /// Opens a book like [`BookFile::open`], and keeps backups of it from now on. Where it cannot be read, or is not
    /// there any longer, the newest backup that can be read is named.
    ///
    /// # Errors
    /// As [`BookFile::open`].
    pub fn open_backed_up(path: &Path, backups: Option<Backups>) -> Result<Opened, OpenError> {
        let newest = || backups.as_ref().and_then(Backups::newest_good);
        let mut opened = Self::open(path).map_err(|error| error.with_way_back(newest()))?;
        if opened.is_new
            && let Some(newest) = newest()
        {
            opened.gone = Some(gone(path, &newest));
        }
        opened.file = opened.file.backed_up_by(backups);
        Ok(opened)
    }

    /// Opens what stands at a path to put another book in its place, whether it can be read as a book or not.
    ///
    /// # Errors
    /// Where it is no file at all, or was written by a newer Goodword: that is never replaced.
    pub fn open_to_replace(path: &Path, backups: Option<Backups>) -> Result<Self, OpenError> {
        let disk = Box::new(RealDisk);
        let content = open::read(disk.as_ref(), path, Role::Book)?;
        let bytes = content.map(|content| content.bytes);
        let known = match bytes.as_deref().map(decode::book) {
            Some(Err(wrong @ Wrong::Format(version))) if version > FORMAT_VERSION.into() => {
                return Err(OpenError::new(path, Role::Book, wrong));
            }
            Some(Ok(book)) => bytes.map(|bytes| Content::new(&bytes, book)),
            Some(Err(_)) | None => bytes.map(Content::unreadable),
        };
        Ok(Self::knowing(path, disk, known).backed_up_by(backups))
    }

    /// Keeps backups from now on; with none it keeps no more, as before an erase.
    #[must_use]
    pub fn backed_up_by(mut self, backups: Option<Backups>) -> Self {
        self.backups = backups;
        self
    }

    /// Keeps the book as it stands in the file, before something in particular changes it. None where no backups are
    /// kept, or there is no file yet. The next save is checked as a whole, however large the book is.
    ///
    /// # Errors
    /// As the file system says.
    pub fn back_up(&mut self, event: Before) -> io::Result<Option<Backup>> {
        self.changes_much = true;
        match (&self.backups, &self.now) {
            (Some(backups), Some(now)) => {
                let bytes = self.known_bytes(now).1?;
                backups.before_event(event, &bytes).map(Some)
            }
            _ => Ok(None),
        }
    }

    /// Keeps what others wrote before a merge takes its place. As with the backup of a day, one that fails stops nothing.
    pub(super) fn back_up_before_merge(&mut self) {
        if let Err(error) = self.back_up(Before::Merge)
            && let Some(backups) = &mut self.backups
        {
            backups.note_trouble(error);
        }
    }

    /// Why a backup could not be taken with which no save waits; told once, until one of a day could be.
    pub fn backup_trouble(&mut self) -> Option<io::Error> {
        self.backups.as_mut().and_then(Backups::trouble)
    }

    /// Keeps what a save is about to replace, where it is the first one of the day. Not where somebody else has changed
    /// the file since: the save is refused, and what stood there may be what they erased.
    pub(super) fn back_up_before(&mut self, new: &[u8]) -> Result<(), Refusal> {
        let (Some(backups), Some(old)) = (&self.backups, &self.now) else {
            return Ok(());
        };
        if old.is(new) || !(old.is_older() || backups.are_due()) {
            return Ok(());
        }
        let (is_foreign, bytes) = self.known_bytes(old);
        let failed = |error| Refusal::Failed("backing up the book in its older format", error);
        match &mut self.backups {
            Some(backups) if !is_foreign => {
                backups.before_save(&bytes.map_err(failed)?).map_err(failed)
            }
            _ => Ok(()),
        }
    }

    /// The bytes that are known to stand in the file, and whether others stand there by now. Where they cannot be read
    /// any more, they are the same book as this program writes it.
    fn known_bytes(&self, known: &Content) -> (bool, io::Result<Vec<u8>>) {
        let now = self.disk.read(&self.path, LARGEST + 1);
        let is_foreign = now.as_ref().is_ok_and(|now| !known.is(now));
        match now {
            Ok(now) if !is_foreign => (false, Ok(now)),
            _ => {
                let text = || encode(&known.book).map(String::into_bytes);
                let bytes = known.only_copy.clone().map_or_else(text, Ok);
                (is_foreign, bytes.map_err(io::Error::other))
            }
        }
    }

    /// Up to how many bytes the next save reads its own text as a book.
    pub(super) fn parsed_back(&self) -> usize {
        if self.changes_much || self.is_in_older_format() {
            usize::MAX
        } else {
            PARSED_BACK
        }
    }

    /// Whether the file is in an older format, which the next save replaces.
    #[must_use]
    pub fn is_in_older_format(&self) -> bool {
        self.now.as_ref().is_some_and(Content::is_older)
    }
}

/// That a book is missing of which there are backups; what to do stands first, for a line that is cut.
fn gone(path: &Path, newest: &Backup) -> String {
    format!(
        "The book is gone: {} shows how it was on {}. (There is no file at {}.)",
        command(path, newest),
        newest.day,
        visible_text(&path.display().to_string()),
    )
}

/// How a backup comes back: "The newest that can be read is backup 12 …. To see it: goodword restore 12".
pub(super) fn way_back(path: &Path, newest: &Backup) -> String {
    let command = command(path, newest);
    format!("The newest that can be read is {newest}. To see it: {command}")
}

/// What to type to see a backup.
fn command(path: &Path, backup: &Backup) -> String {
    shell::command(path, &format!("restore {}", backup.number))
}
