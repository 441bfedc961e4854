//! Copies of a book as it was: before the first save of a day, and before everything that changes much at once. They
//! stand in a folder of their own, not beside the book, each a whole book that only its owner can read.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::disk::{Disk, RealDisk, is_any_draft, name_of};
use super::format;
use super::identity;
use super::migrate;

/// How many are kept of those taken before the first save of a day.
const DAILY: usize = 10;

/// How many are kept of those taken before something in particular.
const BY_EVENT: usize = 5;

/// How often another number is tried where another Goodword takes one at the same moment.
const TRIES: usize = 9;

/// What a backup was taken before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// The last save: what stands aside since then. Found beside the book, never taken.
    Save,
    /// The first save of a day.
    Day,
    /// Records came in from files.
    Import,
    /// Two versions of the book were put together.
    Merge,
    /// A book of an older format was written in this one.
    Migration,
    /// A backup was put back.
    Restore,
}

impl Before {
    const ALL: [Self; 5] = [
        Self::Day,
        Self::Import,
        Self::Merge,
        Self::Migration,
        Self::Restore,
    ];

    /// As it stands in the name of a file.
    const fn word(self) -> &'static str {
        match self {
            Self::Save => "save",
            Self::Day => "day",
            Self::Import => "import",
            Self::Merge => "merge",
            Self::Migration => "migration",
            Self::Restore => "restore",
        }
    }

    /// How many backups of this kind are kept, those of all events together.
    const fn kept(self) -> usize {
        match self {
            Self::Day => DAILY,
            _ => BY_EVENT,
        }
    }

    fn is_kept_with(self, other: Self) -> bool {
        (self == Self::Day) == (other == Self::Day)
    }
}

/// What follows "before".
impl fmt::Display for Before {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Save => "the last save",
            Self::Day => "the first save of the day",
            Self::Import => "an import",
            Self::Merge => "a merge",
            Self::Migration => "the change to a newer format",
            Self::Restore => "a restore",
        })
    }
}

/// One backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Counted from 1 in the order in which they were taken; it stays when older ones go.
    pub number: u32,
    /// The day on which it was taken.
    pub day: NaiveDate,
    /// What it was taken before.
    pub before: Before,
    /// Its file, a book like any other.
    pub path: PathBuf,
}

impl Backup {
    /// Reads the name of a file: `0012-2026-09-24-import.ron`.
    fn at(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?.strip_suffix(".ron")?;
        let (number, rest) = name.split_once('-')?;
        let (day, word) = rest.rsplit_once('-')?;
        Some(Self {
            number: number.parse().ok()?,
            day: day.parse().ok()?,
            before: Before::ALL.into_iter().find(|one| one.word() == word)?,
            path,
        })
    }
}

/// "backup 12 of 2026-09-24, before an import".
impl fmt::Display for Backup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            number,
            day,
            before,
            ..
        } = self;
        write!(f, "backup {number} of {day}, before {before}")
    }
}

/// The backups of one book.
pub struct Backups {
    pub(super) disk: Box<dyn Disk>,
    folder: PathBuf,
    /// The book's file, where it is known.
    pub(super) book: Option<PathBuf>,
    today: Box<dyn Fn() -> NaiveDate + Send>,
    trouble: Option<io::Error>,
    is_told: bool,
}

impl Backups {
    /// The backups of the book at a path, in its own folder below the one of all backups. Nothing is made yet. The day
    /// is asked for at each backup: a program may stay open past midnight.
    #[must_use]
    pub fn of(all: &Path, book: &Path, today: impl Fn() -> NaiveDate + Send + 'static) -> Self {
        let folder = all.join(identity::folder_name(book));
        Self {
            book: Some(identity::end_of(book)),
            ..Self::on(Box::new(RealDisk), folder, today)
        }
    }

    /// The backups in this very folder, on another file system than this machine's.
    #[must_use]
    pub fn on(
        disk: Box<dyn Disk>,
        folder: PathBuf,
        today: impl Fn() -> NaiveDate + Send + 'static,
    ) -> Self {
        Self {
            disk,
            folder,
            book: None,
            today: Box::new(today),
            trouble: None,
            is_told: false,
        }
    }

    /// Where they stand.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether a save keeps first what it replaces, because the day has no backup yet; also where that cannot be known.
    pub(super) fn are_due(&self) -> bool {
        !self.have_todays().unwrap_or(false)
    }

    /// What a save does first: keeps the bytes that it replaces, where it is the first one of the day or the first one
    /// in a newer format.
    ///
    /// A day's backup that fails does not stop the save, of two evils the smaller one; see [`Backups::trouble`].
    ///
    /// # Errors
    /// Where a book of an older format could not be kept.
    pub fn before_save(&mut self, bytes: &[u8]) -> io::Result<()> {
        if is_in_older_format(bytes) {
            self.before_event(Before::Migration, bytes)?;
        }
        match self.before_first_save(bytes) {
            Ok(()) => self.is_told = false,
            Err(error) => self.note_trouble(error),
        }
        Ok(())
    }

    /// Every save tries again; said is it once.
    pub(super) fn note_trouble(&mut self, error: io::Error) {
        if !self.is_told {
            self.is_told = true;
            self.trouble = Some(error);
        }
    }

    fn before_first_save(&self, bytes: &[u8]) -> io::Result<()> {
        if self.have_todays()? {
            return Ok(());
        }
        self.sweep()?;
        self.take(Before::Day, bytes).map(drop)
    }

    fn have_todays(&self) -> io::Result<bool> {
        let today = (self.today)();
        let is_todays = |backup: &Backup| backup.before == Before::Day && backup.day == today;
        Ok(self.list()?.iter().any(is_todays))
    }

    /// Keeps the bytes that something is about to change.
    ///
    /// # Errors
    /// As the file system says. Nothing was kept then.
    pub fn before_event(&self, event: Before, bytes: &[u8]) -> io::Result<Backup> {
        self.take(event, bytes)
    }

    /// Why a backup could not be taken with which no save waits; told once, until one of a day could be.
    pub fn trouble(&mut self) -> Option<io::Error> {
        self.trouble.take()
    }

    /// All backups, in the order in which they were taken.
    ///
    /// # Errors
    /// Where the folder cannot be read; that there is none is no error.
    pub fn list(&self) -> io::Result<Vec<Backup>> {
        let mut backups: Vec<_> = self.files()?.into_iter().filter_map(Backup::at).collect();
        backups.sort_by_key(|backup| backup.number);
        Ok(backups)
    }

    /// Deletes a backup for good.
    ///
    /// # Errors
    /// As the file system says.
    pub fn remove(&self, backup: &Backup) -> io::Result<()> {
        self.disk.remove(&backup.path)?;
        self.disk.sync_folder(&self.folder)
    }

    /// Deletes what is left of backups that were never finished, because the program was killed.
    ///
    /// # Errors
    /// As the file system says.
    pub fn sweep(&self) -> io::Result<()> {
        for path in self.files()? {
            let name = name_of(&path);
            if is_any_draft(&name) {
                self.disk.remove(&path)?;
            }
        }
        Ok(())
    }

    fn files(&self) -> io::Result<Vec<PathBuf>> {
        match self.disk.list(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            result => result,
        }
    }

    /// Writes a backup as carefully as the book itself, then lets the oldest ones of its kind go.
    fn take(&self, before: Before, bytes: &[u8]) -> io::Result<Backup> {
        self.disk.create_folder(&self.folder)?;
        let backup = self.place(before, bytes)?;
        self.disk.sync_folder(&self.folder)?;
        let mut same_kind = self.list()?;
        same_kind.retain(|one| one.before.is_kept_with(before));
        let too_many = same_kind.len().saturating_sub(before.kept());
        for old in same_kind.iter().take(too_many) {
            // One too many does no harm, and the next backup tries again.
            let _ = self.remove(old);
        }
        Ok(backup)
    }

    fn place(&self, before: Before, bytes: &[u8]) -> io::Result<Backup> {
        let day = (self.today)();
        for _ in 0..TRIES {
            let newest = self.list()?.last().map_or(0, |newest| newest.number);
            let number = newest.saturating_add(1);
            let name = format!("{number:04}-{day}-{}.ron", before.word());
            let backup = Backup {
                number,
                day,
                before,
                path: self.folder.join(name),
            };
            let mut draft = self.disk.create_draft(&backup.path)?;
            self.disk.write(&mut draft, bytes)?;
            self.disk.sync(&draft)?;
            if self.disk.read_back(&draft)? != bytes {
                let lie = "the disk gave back other bytes than were written";
                return Err(io::Error::other(lie));
            }
            match self.disk.place_new(draft, &backup.path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                result => return result.map(|()| backup),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Names no content: a book is private.
impl fmt::Debug for Backups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backups")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

/// Whether bytes are a book of an older format, as far as their beginning tells.
pub(super) fn is_in_older_format(bytes: &[u8]) -> bool {
    format::version(bytes).is_some_and(migrate::is_older)
}
