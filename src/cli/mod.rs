//! The command line: what can be typed in a shell, and one file for each subcommand.

pub mod add;
pub mod brief;
pub mod check;
pub mod choices;
pub mod completions;
pub mod contacts;
pub mod duplicates;
pub mod erase;
pub mod export;
pub mod free;
pub mod help_with;
pub mod import;
mod lines;
pub mod lunch;
pub mod man;
mod mapping;
pub mod merge;
pub mod paths;
mod person;
pub mod promises;
pub mod reach;
mod reply;
pub mod restore;
pub mod review;
pub mod show;
pub mod today;
mod vdir;

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use clap::{Parser, Subcommand};
use color_eyre::eyre::bail;

use crate::domain::Book;
use crate::domain::clean;
use crate::domain::dates::write_in;
use crate::domain::id::IdSource;
use crate::domain::query::Query;
use crate::export::json::report;
use crate::store::config::Config;
use crate::store::disk::RealDisk;
use crate::store::{Backups, BookFile, OpenError, Opened, demo, emergency, shell};

/// What `goodword --help` says below its options.
const RULES: &str = "\
Examples:
  goodword
  goodword --demo
  goodword today

Without a command, the dashboard opens. The exit code is 0 where all went well, 1 where something was refused or found \
wrong, 2 where the command line makes no sense; each command's --help says what that means there.";

/// The heading of the options that every subcommand takes.
const EVERYWHERE: &str = "Options of every command";

/// What `goodword --version` says behind the name: the version, and of the build what is known.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), " (", env!("GOODWORD_BUILD"), ")");

/// Keep your word and put in good ones: a dashboard for professional relationships.
#[derive(Parser)]
#[command(name = "goodword", version = VERSION, max_term_width = 100, after_help = RULES)]
pub struct Cli {
    /// Take this book instead of the usual one.
    #[arg(long, value_name = "FILE", global = true, help_heading = EVERYWHERE)]
    pub book: Option<PathBuf>,

    /// Act as if it were this day (2026-09-24).
    #[arg(long, value_name = "DATE", value_parser = day, env = "GOODWORD_TODAY", global = true, help_heading = EVERYWHERE)]
    pub today: Option<NaiveDate>,

    /// Take a fresh book of invented people; nothing of it is kept.
    #[arg(long, conflicts_with = "book", global = true, help_heading = EVERYWHERE)]
    pub demo: bool,

    /// Print what Today says, and name the commands, instead of opening the dashboard; commands always print.
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub plain: bool,

    /// What to do; without it, the dashboard opens.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The subcommands.
#[derive(Subcommand)]
pub enum Command {
    /// Say what waits for you today, and why.
    Today(today::Args),
    /// List people, by what you owe them.
    Contacts(contacts::Args),
    /// List people who may stand in the book twice, and why.
    Duplicates(duplicates::Args),
    /// Show a person: what they try to solve, what is open between you, how it stands.
    Show(show::Args),
    /// Say what helps to know before you meet a person, on one page, as Markdown.
    Brief(brief::Args),
    /// List promises, yours and theirs.
    Promises(promises::Args),
    /// Compare the invites that want the same hour.
    Lunch(lunch::Args),
    /// Say whether an hour is free, and what stands in it.
    Free(free::Args),
    /// List the choices for one person: what is ruled out and why, and what you chose.
    Choices(choices::Args),
    /// Find the warm ways to somebody, or to a firm: whom to ask, and why.
    Reach(reach::Args),
    /// Say who can help with a topic, and what they are trying to solve.
    HelpWith(help_with::Args),
    /// Look back on a quarter: what you kept and gave, and the entries behind each figure.
    Review(review::Args),
    /// Note one line, as after `a` in the dashboard, which may be open meanwhile.
    Add(add::Args),
    /// Import people and invites from vCard, CSV and iCalendar files.
    Import(import::ImportArgs),
    /// Write the book, or everything that names one person, for people and other programs to read.
    Export(export::ExportArgs),
    /// Take a person out of the book and out of Goodword's own backups for good.
    Erase(erase::EraseArgs),
    /// Say what is wrong with a book, and change nothing.
    Check(check::Args),
    /// List the backups of the book, show what one would bring back, or put it back.
    Restore(restore::Args),
    /// Merge two versions of a book, as git asks for it, or set git up for that.
    Merge(merge::MergeArgs),
    /// Say where the book and all else stands, and who can read it.
    Paths(paths::Args),
    /// Print what a shell needs to complete commands and options.
    Completions(completions::Args),
    /// Print the manual page of goodword or of one of its commands.
    Man(man::Args),
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
        match &opened.gone {
            Some(gone) => Err(format!(
                "{gone} To begin a new one there, open the dashboard and add somebody."
            )),
            None => Ok(opened),
        }
    }

    /// What I set, as far as it can be read; what is wrong with it is said where it matters.
    #[must_use]
    pub fn settings(&self) -> Config {
        let config = self.config.as_deref().map(Config::read_what_can_be);
        config.map(|(config, _)| config).unwrap_or_default()
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
            match &opened.gone {
                Some(gone) => bail!("{gone}"),
                None => bail!(
                    "there is no book at {} yet. It begins with goodword import, with goodword add or in the dashboard; \
                     --demo shows one of invented people",
                    self.book.display()
                ),
            }
        }
        Ok(opened.book)
    }
}

/// Says what went wrong on standard error. Where nobody can hear it, that is no reason to break, as `eprintln!` does.
pub fn complain(sentence: &str) {
    let _ = writeln!(io::stderr(), "{}", clean::without_error_numbers(sentence));
}

/// A day on the command line.
fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse::<NaiveDate>();
    day.map_err(|_| "a day is written 2026-09-24".to_owned())
}

/// Runs a subcommand that is about the program and no book: it needs no home, as where a package is built.
#[must_use]
pub fn run_alone(command: &Command) -> Option<ExitCode> {
    match command {
        Command::Completions(args) => Some(completions::run(args)),
        Command::Man(args) => Some(man::run(args)),
        _ => None,
    }
}

/// Runs a subcommand; what it prints goes to standard output, what went wrong to standard error.
#[must_use]
pub fn run(command: &Command, world: &World) -> ExitCode {
    write_in(world.settings().date_style);
    match command {
        Command::Today(args) => today::run(args, world),
        Command::Contacts(args) => contacts::run(args, world),
        Command::Duplicates(args) => duplicates::run(args, world),
        Command::Show(args) => show::run(args, world),
        Command::Brief(args) => brief::run(args, world),
        Command::Promises(args) => promises::run(args, world),
        Command::Lunch(args) => lunch::run(args, world),
        Command::Free(args) => free::run(args, world),
        Command::Choices(args) => choices::run(args, world),
        Command::Reach(args) => reach::run(args, world),
        Command::HelpWith(args) => help_with::run(args, world),
        Command::Review(args) => review::run(args, world),
        Command::Add(args) => add::run(args, world),
        Command::Import(args) => import::run(args, world),
        Command::Export(args) => export::run(args, world),
        Command::Erase(args) => erase::run(args, world),
        Command::Check(args) => check::run(args, world),
        Command::Restore(args) => restore::run(args, world),
        Command::Merge(args) => merge::run(args, world),
        Command::Paths(args) => paths::run(args, world),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    }
}

/// The book, for a subcommand that only reads; where it cannot be read, that is said.
fn read(subcommand: &str, world: &World) -> Option<Book> {
    match world.read_book() {
        Ok(book) => Some(book),
        Err(error) => {
            complain(&format!("goodword {subcommand}: {error}"));
            None
        }
    }
}

/// Says what of a query says nothing, on standard error, and how the program ends then: a list that leaves nothing out
/// would pass for an answer. Nothing where all of it can be read.
fn refused(subcommand: &str, query: &Query) -> Option<ExitCode> {
    for remark in &query.remarks {
        complain(&format!("goodword {subcommand}: {remark}"));
    }
    (!query.remarks.is_empty()).then_some(ExitCode::from(2))
}

/// What was put aside of a book because it could not be saved, and how one gets at it; nothing where nothing was.
fn put_aside(book: &Path) -> String {
    let folder = crate::store::paths::emergency().ok();
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
