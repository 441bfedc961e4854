//! What stands aside since the last save: the book as it was before it. Where the book itself breaks, it may be newer than
//! every backup, and whole.

use std::fs;
use std::io;
use std::path::Path;
use std::time::SystemTime;

use chrono::{DateTime, Local};

use super::disk::beside;
use super::write::ASIDE;
use super::{Backup, Backups, Before, LARGEST, decode};

/// What it is called among the backups, which are counted from 1.
const NUMBER: u32 = 0;

impl Backups {
    /// Everything from which the book could come back, the oldest first: the backups, and the book as it was before the
    /// last save, where it can be read and no backup says the same.
    ///
    /// # Errors
    /// Where the folder of the backups cannot be read.
    pub fn all(&self) -> io::Result<Vec<Backup>> {
        let mut all = self.list()?;
        if let Some((previous, _)) = self.previous(&all) {
            let since = modified(&previous.path);
            let at = all.partition_point(|one| modified(&one.path) <= since);
            all.insert(at, previous);
        }
        Ok(all)
    }

    /// The newest of [`Backups::all`] that can be read as a book.
    #[must_use]
    pub fn newest_good(&self) -> Option<Backup> {
        let is_good = |backup: &Backup| {
            let bytes = self.disk.read(&backup.path, LARGEST);
            bytes.is_ok_and(|bytes| decode::book(&bytes).is_ok())
        };
        self.all().ok()?.into_iter().rev().find(is_good)
    }

    /// Keeps the book as it was before the last save as a backup, where none says the same: what cannot be read is about
    /// to take its place.
    ///
    /// # Errors
    /// As the file system says.
    pub fn keep_previous(&self) -> io::Result<Option<Backup>> {
        let previous = self.previous(&self.list()?);
        let keep = |(_, bytes): (Backup, Vec<u8>)| self.before_event(Before::Restore, &bytes);
        previous.map(keep).transpose()
    }

    fn previous(&self, backups: &[Backup]) -> Option<(Backup, Vec<u8>)> {
        let path = beside(self.book.as_ref()?, ASIDE);
        let bytes = self.disk.read(&path, LARGEST).ok()?;
        decode::book(&bytes).ok()?;
        let says_the_same = |one: &Backup| {
            let kept = self.disk.read(&one.path, LARGEST);
            kept.is_ok_and(|kept| kept == bytes)
        };
        if backups.iter().any(says_the_same) {
            return None;
        }
        let previous = Backup {
            number: NUMBER,
            day: DateTime::<Local>::from(modified(&path)?).date_naive(),
            before: Before::Save,
            path,
        };
        Some((previous, bytes))
    }
}

/// When a file was written; a save that puts it aside does not change that.
fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}
