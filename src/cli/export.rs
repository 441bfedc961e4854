//! `goodword export`: the book, or what names one person, in a format that others read.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::ValueEnum;

use super::{World, complain, person, print, reply, vdir};
use crate::domain::clean;
use crate::domain::contact::Contact;
use crate::domain::sentences::people;
use crate::export::icalendar::Hand;
use crate::export::part::Also;
use crate::export::vcard::{self, Version};
use crate::export::{Part, csv, icalendar, json, markdown};
use crate::store::vdir::is_folder;
use crate::store::{disk::RealDisk, export};

/// What `goodword export --help` says below its options.
const RULES: &str = "\
Examples:
  goodword export markdown --to people.md
  goodword export json | jq '.items[0].contacts[].name'
  goodword export csv --to people.csv
  goodword export --person \"Ana Silva\"
  goodword export ron --person \"Ana Silva\" --to ana.ron
  goodword export vcard3 --to ~/contacts/
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
    /// A table of people, for spreadsheets and other programs.
    Csv,
    /// Cards for address books, version 4.0.
    Vcard,
    /// Cards for phones and older address books, version 3.0.
    Vcard3,
    /// For calendars: your lunches as events, your promises as tasks.
    Ics,
    /// Your answer to one invite of a calendar, for the one who asked.
    Reply,
}

impl Format {
    /// The version of its cards, where it is one of cards.
    fn cards(self) -> Option<Version> {
        match self {
            Self::Vcard => Some(Version::Four),
            Self::Vcard3 => Some(Version::Three),
            Self::Markdown | Self::Json | Self::Ron | Self::Csv | Self::Ics | Self::Reply => None,
        }
    }
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

    /// csv: without the ' before cells that a spreadsheet would run as formulas; for programs.
    #[arg(long)]
    pub raw: bool,

    /// The file to write, for your eyes only (0600). None is replaced. Without it, standard output. Cards go into a
    /// folder as well: one file a person, of which only what changed is written.
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}

/// Writes what is asked for. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &ExportArgs, world: &World) -> ExitCode {
    let format = args.format.unwrap_or(Format::Markdown);
    if args.raw && format != Format::Csv {
        complain("goodword export: --raw is for csv");
        return ExitCode::from(2);
    }
    if let (Some(version), Some(folder)) = (format.cards(), &args.to)
        && is_folder(folder)
    {
        return keep_in_step(args, folder, version, world);
    }
    let part = match part(args, world) {
        Ok(part) => part,
        Err(error) => return refused(&error),
    };
    let written = text(format, args, &part, world);
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
fn text(format: Format, args: &ExportArgs, part: &Part, world: &World) -> Result<String, String> {
    match format {
        Format::Markdown => Ok(markdown::text(part, world.today)),
        Format::Json => Ok(json::text(&part.book, world.today)),
        Format::Ron => export::text(&part.book),
        Format::Csv => csv::text(part, args.raw),
        Format::Ics => reply::hand(world).map(|hand| calendar(part, &hand)),
        Format::Reply => reply::text(part, args.on, world),
        Format::Vcard => Ok(cards(part, Version::Four)),
        Format::Vcard3 => Ok(cards(part, Version::Three)),
    }
}

/// Of one person their own card alone, and not of those whose records name them.
fn cards(part: &Part, version: Version) -> String {
    let people = part.book.contacts.iter().map(AsRef::as_ref);
    let is_meant = |one: &&Contact| part.person.is_none_or(|person| one.id == person);
    vcard::text(people.filter(is_meant), version)
}

/// Brings a folder of cards in step with the book.
fn keep_in_step(args: &ExportArgs, folder: &Path, version: Version, world: &World) -> ExitCode {
    let in_step = || {
        let book = world.read_book().map_err(|error| error.to_string())?;
        let person = match &args.person {
            Some(name) => Some(person::find(&book, name)?.id),
            None => None,
        };
        let file = (!world.demo).then_some(world.book.as_path());
        vdir::run((&book, file), folder, version, person, args.with_archived)
    };
    match in_step() {
        Ok(report) => print(&report),
        Err(error) => refused(&error),
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
