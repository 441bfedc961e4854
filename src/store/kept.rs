//! A book's file and its backups.

use std::io;
use std::path::Path;

use super::excerpt::visible_text;
use super::save_error::Refusal;
use super::{Backup, Backups, Before, BookFile, OpenError, Opened, format, migrate, paths};
use crate::domain::id::IdSource;

impl BookFile {
    /// Opens a book like [`BookFile::open`], and keeps backups of it from now on. Where it cannot be read, or is not
    /// there any longer, the newest backup that can be read is named.
    ///
    /// # Errors
    /// As [`BookFile::open`].
    pub fn open_backed_up(
        path: &Path,
        ids: &IdSource,
        backups: Option<Backups>,
    ) -> Result<Opened, OpenError> {
        let newest = || backups.as_ref().and_then(Backups::newest_good);
        let mut opened = Self::open(path, ids).map_err(|error| error.with_way_back(newest()))?;
        if opened.is_new
            && let Some(newest) = newest()
        {
            opened.problems.push(gone(path, &newest));
        }
        opened.file = opened.file.backed_up_by(backups);
        Ok(opened)
    }

    /// Keeps backups from now on.
    #[must_use]
    pub fn backed_up_by(mut self, backups: Option<Backups>) -> Self {
        self.backups = backups;
        self
    }

    /// Keeps the book as it stands in the file, before something in particular changes it. None where no backups are
    /// kept, or there is no file yet.
    ///
    /// # Errors
    /// As the file system says.
    pub fn back_up(&self, event: Before) -> io::Result<Option<Backup>> {
        match (&self.backups, &self.known.bytes) {
            (Some(backups), Some(bytes)) => backups.before_event(event, bytes).map(Some),
            _ => Ok(None),
        }
    }

    /// Why the last backup of a day could not be taken, once; the save went on without it.
    pub fn backup_trouble(&mut self) -> Option<io::Error> {
        self.backups.as_mut().and_then(Backups::trouble)
    }

    /// Keeps what a save is about to replace, where it is the first one of the day.
    pub(super) fn back_up_before(&mut self, new: &[u8]) -> Result<(), Refusal> {
        match (&mut self.backups, &self.known.bytes) {
            (Some(backups), Some(old)) if old != new => backups
                .before_save(old)
                .map_err(|error| Refusal::Failed("backing up the book in its older format", error)),
            _ => Ok(()),
        }
    }

    /// Whether the file is in an older format, which the next save replaces.
    #[must_use]
    pub fn is_in_older_format(&self) -> bool {
        let bytes = self.known.bytes.as_deref();
        bytes
            .and_then(format::version)
            .is_some_and(migrate::is_older)
    }
}

/// That a book is missing of which there are backups.
fn gone(path: &Path, newest: &Backup) -> String {
    format!(
        "There is no book at {} any longer, so that this one is empty. {}",
        visible_text(&path.display().to_string()),
        way_back(path, newest)
    )
}

/// How a backup comes back: "The newest that can be read is backup 12 …. To see it: goodword restore 12".
pub(super) fn way_back(path: &Path, newest: &Backup) -> String {
    let is_usual = paths::book().is_ok_and(|usual| usual == path);
    let which = if is_usual {
        String::new()
    } else {
        format!("--book \"{}\" ", visible_text(&path.display().to_string()))
    };
    format!(
        "The newest that can be read is {newest}. To see it: goodword {which}restore {}",
        newest.number
    )
}
