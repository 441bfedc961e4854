//! The command line: what can be typed in a shell, and one file for each subcommand.

pub mod add;
pub mod check;
pub mod erase;
pub mod export;
pub mod import;
pub mod lunch;
pub mod merge;
mod person;
pub mod restore;

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use clap::{Parser, Subcommand};
use color_eyre::eyre::bail;

use crate::domain::Book;
use crate::domain::id::IdSource;
use crate::store::config::Config;
use crate::store::disk::RealDisk;
use crate::store::{Backups, BookFile, OpenError, Opened, demo, emergency, paths, shell};

/// Keep your word and put in good ones: a dashboard for professional relationships.
#[derive(Parser)]
#[command(name = "goodword", version, about, max_term_width = 100)]
pub struct Cli {
    /// The book to open, instead of the usual one.
    #[arg(long, value_name = "FILE", global = true)]
    pub book: Option<PathBuf>,

    /// Act as if it were this day (2026-09-24).
    #[arg(long, value_name = "DATE", env = "GOODWORD_TODAY", global = true)]
    pub today: Option<NaiveDate>,

    /// Open a fresh book of invented people; nothing of it is kept.
    #[arg(long, conflicts_with = "book", global = true)]
    pub demo: bool,

    /// What to do; without it, the dashboard opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands.
#[derive(Subcommand)]
pub enum Command {
    /// Note one line, as after `a` in the dashboard, which may be open meanwhile.
    Add(add::Args),
    /// Compare the invites that want the same hour.
    Lunch(lunch::Args),
    /// Import people and invites from vCard and iCalendar files.
    Import(import::ImportArgs),
    /// Merge two versions of a book, as git asks for it.
    Merge(merge::MergeArgs),
    /// List the backups of the book, show what one would bring back, or put it back.
    Restore(restore::Args),
    /// Say what is wrong with a book, and change nothing.
    Check(check::Args),
    /// Write everything that names one person.
    Export(export::ExportArgs),
    /// Take a person out of the book and out of Goodword's own backups for good.
    Erase(erase::EraseArgs),
}

impl Command {
    /// The exit code of a command that could not begin.
    #[must_use]
    pub fn cannot(&self) -> ExitCode {
        match self {
            Self::Merge(_) => ExitCode::from(merge::CANNOT),
            _ => ExitCode::FAILURE,
        }
    }
}

/// What a subcommand needs of the world: only `main` and the runtime ask for it.
#[derive(Debug)]
pub struct World {
    /// The book's path.
    pub book: PathBuf,
    /// The path of the configuration, where the home folder is known.
    pub config: Option<PathBuf>,
    /// The folder of all backups, where the home folder is known.
    pub backups: Option<PathBuf>,
    /// Whether to take the demo book instead.
    pub demo: bool,
    /// The day.
    pub today: NaiveDate,
    /// The wall clock, for "in the future".
    pub now: NaiveDateTime,
    /// The zone of this machine, where it says so.
    pub zone: Tz,
    /// Where new ids come from.
    pub ids: IdSource,
}

impl World {
    /// The book's file, of which backups are kept.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn open(&self) -> Result<Opened, OpenError> {
        let mut opened = BookFile::open_backed_up(&self.book, self.backups())?;
        if let Some(config) = &self.config {
            Config::read_what_can_be(config).0.begin(&mut opened);
        }
        Ok(opened)
    }

    /// The book's file, to note something in it. Where the book is gone and could come back, a new one in its place
    /// would know nobody.
    ///
    /// # Errors
    /// Where it cannot be read, or is gone and has backups; the sentence says what next.
    pub fn open_to_write(&self) -> Result<Opened, String> {
        let opened = self.open().map_err(|error| error.to_string())?;
        match opened.problems.first() {
            Some(gone) if opened.is_new => Err(format!(
                "{gone} To begin a new one there, open the dashboard and add somebody."
            )),
            _ => Ok(opened),
        }
    }

    /// The backups of the book, where there is a place for any.
    #[must_use]
    pub fn backups(&self) -> Option<Backups> {
        self.backups_of(&self.book)
    }

    /// The backups of another book.
    #[must_use]
    pub fn backups_of(&self, book: &Path) -> Option<Backups> {
        let all = self.backups.as_ref()?;
        let today = self.today;
        Some(Backups::of(all, book, move || today))
    }

    /// The book, for a subcommand that only reads: the demo's where that is asked for.
    ///
    /// # Errors
    /// Where it cannot be read; the sentence says why and what next.
    pub fn read_book(&self) -> color_eyre::Result<Book> {
        if self.demo {
            return Ok(demo::book(self.today)?);
        }
        let opened = self.open()?;
        if opened.is_new {
            match opened.problems.first() {
                Some(gone) => bail!("{gone}"),
                None => bail!("there is no book at {} yet", self.book.display()),
            }
        }
        Ok(opened.book)
    }
}

/// Says what went wrong on standard error. Where nobody can hear it, that is no reason to break, as `eprintln!` does.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{sentence}");
}

/// Runs a subcommand; what it prints goes to standard output, what went wrong to standard error.
#[must_use]
pub fn run(command: &Command, world: &World) -> ExitCode {
    match command {
        Command::Add(args) => add::run(args, world),
        Command::Lunch(args) => lunch::run(args, world),
        Command::Import(args) => import::run(args, world),
        Command::Merge(args) => merge::run(args, world),
        Command::Restore(args) => restore::run(args, world),
        Command::Check(args) => check::run(args, world),
        Command::Export(args) => export::run(args, world),
        Command::Erase(args) => erase::run(args, world),
    }
}

/// What was put aside of a book because it could not be saved, and how one gets at it; nothing where nothing was.
fn put_aside(book: &Path) -> String {
    let folder = paths::emergency().ok();
    let copies = folder.map(|folder| emergency::of(&RealDisk, &folder, book));
    let mut text = String::new();
    for copy in copies.iter().flatten() {
        let copy = shell::quoted(copy);
        let _ = writeln!(
            text,
            "Put aside once, because the book could not be saved: {copy}\n  to look at it: goodword --book {copy}\n  \
             The dashboard offers to merge it when it starts."
        );
    }
    text
}

/// Prints what a subcommand found.
fn print(text: &str) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("goodword: standard output: {error}"));
            ExitCode::FAILURE
        }
    }
}
