//! `goodword import`: people from vCards and tables, invites and busy time from calendars.

mod json;
mod watch;

use std::collections::HashSet;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::mapping::mappings;
use super::{World, complain};
use crate::domain::conflict::conflicts;
use crate::domain::import_plan::{ImportPlan, Mappings, plan};
use crate::domain::sentences::import::preview;
pub use crate::domain::sentences::import::summary;
use crate::domain::{Book, clean};
use crate::import::{Reading, Viewpoint, read_all};
use crate::store::config::Config;
use crate::store::disk::RealDisk;
use crate::store::vdir::settle;
use crate::store::{Before, BookFile, OpenError, Save};
use watch::Watch;

/// What `goodword import --help` says below its options.
const RULES: &str = "\
Examples:
  goodword import contacts.vcf
  goodword import contacts.vcf calendar.ics --me you@example.org
  goodword import contacts.vcf --dry-run
  goodword import Connections.csv
  goodword import members.csv --map name=\"Full Name\",email=Mail

A card or a row goes to the person with its UID, with one of its e-mail addresses, with its profile in a network, or \
with its name where nothing speaks against it; else it is a new person. Nothing that you wrote is lost, and importing \
a file again changes nothing. \
A coming event with exactly one other person is an invite; all else that takes time is busy time without a name. \
What the book has no place for (photos, postal addresses) is listed and counted. Ctrl-C stops it, and then nothing of it \
is in the book. At most 100 MB of a file and 50,000 cards are taken at once; what goes beyond is named by its line.

Exit code: 0 if every file could be read, even where single cards or events were left out (each is listed with its \
line and the reason); 1 if a whole file was refused, or the book could not be opened or saved; 2 usage; 130 if it was \
stopped. What can be read goes in either way.";

/// The files to import, and who I am.
#[derive(Args)]
#[command(after_help = RULES)]
pub struct ImportArgs {
    /// vCard, CSV and iCalendar files and folders of such files, in any mixture.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// One of your own e-mail addresses, to tell you from the others in a calendar. May be given several times.
    #[arg(long, value_name = "ADDR")]
    pub me: Vec<String>,

    /// Which columns of a table say what, where their names are not known: name="Full Name",email=Mail; or the name of
    /// one of the `tables` in config.ron.
    #[arg(long, value_name = "FIELD=COLUMN,…")]
    pub map: Option<String>,

    /// Show what it would do, person by person and field by field, and keep nothing of it.
    #[arg(long)]
    pub dry_run: bool,

    /// Print JSON for programs instead of sentences.
    #[arg(long)]
    pub json: bool,
}

/// Imports the files into the book and prints what became of them.
#[must_use]
pub fn run(args: &ImportArgs, world: &World) -> ExitCode {
    if world.demo && !args.dry_run {
        complain(
            "goodword import: the demo keeps nothing; leave out --demo to import into your book",
        );
        return ExitCode::from(2);
    }
    let mappings = match mappings(args.map.as_deref(), world) {
        Ok(mappings) => mappings,
        Err(error) => {
            complain(&format!("goodword import: {error}"));
            return ExitCode::from(2);
        }
    };
    match import(args, world, mappings) {
        Ok(code) => code,
        Err(error) => {
            complain(&format!("goodword import: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn import(args: &ImportArgs, world: &World, mappings: Mappings) -> Result<ExitCode, String> {
    let view = Viewpoint {
        today: world.today,
        now: world.now,
        zone: world.zone,
        me: own_addresses(args, world).map_err(|error| error.to_string())?,
        mappings,
    };
    let watch = Watch::begin().map_err(|error| error.to_string())?;
    let Some(reading) = watch.follow(|tell| read_all(&args.files, &view, tell)) else {
        return Ok(stopped());
    };
    for refused in &reading.refused {
        complain(&refused.to_string());
    }
    let said = if args.dry_run {
        Some(look(args, world, &reading)?)
    } else {
        keep(args, world, &reading, &watch)?
    };
    let Some(said) = said else {
        return Ok(stopped());
    };
    // A reader that went away is no reason to fail: the import is done.
    let _ = write!(io::stdout(), "{said}");
    Ok(if reading.refused.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What the import would do.
fn look(args: &ImportArgs, world: &World, reading: &Reading) -> Result<String, String> {
    let book = if world.demo {
        world.read_book().map_err(|error| error.to_string())?
    } else {
        world.open().map_err(|error| error.to_string())?.book
    };
    let plan = plan(&book, &reading.findings, world.today, &world.ids);
    if args.json {
        return Ok(json::text(&plan, reading, world.today, false));
    }
    let what = preview(&plan, usize::MAX);
    Ok(format!(
        "{what}\nNothing of it was kept: this was a dry run.\n"
    ))
}

/// Keeps it, and says what became of it; `None` where it was stopped before.
fn keep(
    args: &ImportArgs,
    world: &World,
    reading: &Reading,
    watch: &Watch,
) -> Result<Option<String>, String> {
    let mut opened = world.open_to_write()?;
    let plan = plan(&opened.book, &reading.findings, world.today, &world.ids);
    let report = if args.json {
        json::text(&plan, reading, world.today, true)
    } else {
        summary(&plan)
    };
    if watch.is_stopped() {
        return Ok(None);
    }
    let (agreed, gone) = (plan.agreed.clone(), plan.gone.clone());
    // Whose folder it was before the cards of it came in.
    let before = opened.book.clone();
    save(plan, &mut opened.file, &mut opened.book)?;
    if let Err(error) = settle(&RealDisk, (&before, &world.book), agreed, gone) {
        complain(&format!("goodword import: {error}"));
    }
    let overlap = if args.json {
        String::new()
    } else {
        overlap(&opened.book, world)
    };
    Ok(Some(report + &overlap))
}

fn stopped() -> ExitCode {
    complain("goodword import: stopped; nothing of it is in the book");
    ExitCode::from(watch::STOPPED)
}

/// My own addresses, from `--me` and from the configuration, as calendars are compared with them.
///
/// # Errors
/// [`OpenError`] for a configuration that cannot be read: without it a calendar would be read wrongly.
pub fn own_addresses(args: &ImportArgs, world: &World) -> Result<Vec<String>, OpenError> {
    let configured = match &world.config {
        Some(path) => Config::read(path)?.me,
        None => Vec::new(),
    };
    let mut addresses: Vec<_> = args
        .me
        .iter()
        .chain(&configured)
        .map(|address| clean::line(address).to_lowercase())
        .filter(|address| !address.is_empty())
        .collect();
    addresses.sort_unstable();
    addresses.dedup();
    Ok(addresses)
}

/// Saves the book with the plan in it; what others changed meanwhile is in it then.
fn save(plan: ImportPlan, file: &mut BookFile, book: &mut Book) -> Result<(), String> {
    if plan.is_empty() {
        return Ok(());
    }
    file.back_up(Before::Import).map_err(|error| {
        format!("nothing was imported, because the book as it is could not be backed up: {error}")
    })?;
    plan.apply(book);
    let settled = file.save_merged(book.clone());
    *book = settled.book;
    match settled.save {
        Save::Saved | Save::Foreign(_) => Ok(()),
        Save::SavedMaybeNotDurable(error) => {
            complain(&format!(
                "goodword import: saved, but the disk did not confirm it ({error}); keep the imported files for now"
            ));
            Ok(())
        }
        Save::NotSaved(error) => Err(format!(
            "nothing was imported, because the book could not be saved: {error}"
        )),
    }
}

/// How many lunches want the same time, and where to decide.
fn overlap(book: &Book, world: &World) -> String {
    let found = conflicts(book, world.today);
    let invites: HashSet<_> = found.iter().flat_map(|pair| [pair.a, pair.b]).collect();
    match invites.len() {
        0 => String::new(),
        count => format!("{count} lunches overlap: open `goodword` and press 4\n"),
    }
}
