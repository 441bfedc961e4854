//! `goodword export`: the book, or what names one person, in a format that others read.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::{World, complain, person, print, reply};
use crate::domain::clean;
use crate::domain::sentences::people;
use crate::export::icalendar::Hand;
use crate::export::part::Also;
use crate::export::{Part, icalendar, json, markdown};
use crate::store::{disk::RealDisk, export};

/// What `goodword export --help` says below its options.
const RULES: &str = "\
Examples:
  goodword export markdown --to people.md
  goodword export json | jq '.items[0].contacts[].name'
  goodword export --person \"Ana Silva\"
  goodword export ron --person \"Ana Silva\" --to ana.ron
  goodword export ics --to goodword.ics
  goodword export reply \"Ana Silva\" --to answer.ics

Without --person it is everybody who is not archived, and all that is between them and you. With it, it is what is \
written about this person, and every text about others that names them: by the whole name, by an address, or by a word \
of the name that nobody else in the book has. Of the others it holds their name and those texts, no more.

In ics stand your lunches and your own promises, not theirs; a calendar that takes it in writes to nobody. A reply \
is your answer to an invite that came from a calendar: send it to whoever asked, and their calendar notes it.

Exit code: 0; 1 where nobody or more than one is called so, or the file could not be written; 2 usage. The book is only \
read.";

/// What the text is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// To read, by people; every field by its name.
    Markdown,
    /// For programs: the book by its tables and fields.
    Json,
    /// A book that Goodword opens.
    Ron,
    /// For calendars: your lunches as events, your promises as tasks.
    Ics,
    /// Your answer to one invite of a calendar, for the one who asked.
    Reply,
}

/// What `goodword export` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct ExportArgs {
    /// What it is written for; with --person it is markdown where nothing is said.
    #[arg(value_enum, required_unless_present = "person")]
    pub format: Option<Format>,

    /// Whom it is about: the name, enough of it to tell them from others, or the id.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,

    /// The same, without --person.
    #[arg(value_name = "NAME", conflicts_with = "person")]
    pub name: Option<String>,

    /// The day of the lunch that is answered, where several wait (2026-10-01).
    #[arg(long, value_name = "DAY")]
    pub on: Option<NaiveDate>,

    /// With the people who are archived.
    #[arg(long)]
    pub with_archived: bool,

    /// With what you noted of bad faith.
    #[arg(long)]
    pub with_bad_faith: bool,

    /// The file to write, for your eyes only (0600). None is replaced. Without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}

/// Writes what is asked for. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &ExportArgs, world: &World) -> ExitCode {
    let part = match part(args, world) {
        Ok(part) => part,
        Err(error) => return refused(&error),
    };
    let written = text(args, &part, world);
    let ended = match written.and_then(|text| give(&text, args)) {
        Ok(ended) => ended,
        Err(error) => return refused(&error),
    };
    // A remark for whoever looks on; a script gets what it asked for, and no more.
    if part.archived_left_out > 0 && io::stderr().is_terminal() {
        let people = people(part.archived_left_out);
        complain(&format!(
            "goodword export: left out, because archived: {people}; --with-archived takes them along"
        ));
    }
    ended
}

/// What of the book goes out.
fn part(args: &ExportArgs, world: &World) -> Result<Part, String> {
    let book = world.read_book().map_err(|error| error.to_string())?;
    let also = Also {
        archived: args.with_archived,
        bad_faith: args.with_bad_faith,
    };
    let Some(name) = args.person.as_ref().or(args.name.as_ref()) else {
        return Ok(Part::of_everybody(&book, also));
    };
    let contact = person::find(&book, name)?;
    Part::of_person(&book, contact.id, also).ok_or_else(|| format!("{name} is not in the book"))
}

/// A format a line.
fn text(args: &ExportArgs, part: &Part, world: &World) -> Result<String, String> {
    match args.format.unwrap_or(Format::Markdown) {
        Format::Markdown => Ok(markdown::text(part, world.today)),
        Format::Json => Ok(json::text(&part.book, world.today)),
        Format::Ron => export::text(&part.book),
        Format::Ics => reply::hand(world).map(|hand| calendar(part, &hand)),
        Format::Reply => reply::text(part, args.on, world),
    }
}

fn calendar(part: &Part, hand: &Hand) -> String {
    let calendar = icalendar::calendar(part, hand);
    if calendar.left_out > 0 {
        let number = calendar.left_out;
        complain(&format!(
            "goodword export: left out, because iCalendar knows the years 1 to 9999 only: {number}"
        ));
    }
    calendar.text
}

/// To the file that is named, or to whoever reads what is printed.
fn give(text: &str, args: &ExportArgs) -> Result<ExitCode, String> {
    match &args.to {
        Some(path) => export::write(&RealDisk, path, text).map(|()| ExitCode::SUCCESS),
        None if io::stdout().is_terminal() => Ok(print(&clean::shown_lines(text))),
        None => Ok(print(text)),
    }
}

fn refused(error: &str) -> ExitCode {
    complain(&format!("goodword export: {error}"));
    ExitCode::FAILURE
}
