//! `goodword import`: people from vCards, invites and busy time from calendars.

use std::collections::HashSet;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{World, complain};
use crate::domain::Book;
use crate::domain::clean;
use crate::domain::conflict::conflicts;
use crate::domain::import_plan::{Findings, plan};
pub use crate::domain::sentences::import::summary;
use crate::import::{Viewpoint, read_file, vdir};
use crate::store::config::Config;
use crate::store::disk::RealDisk;
use crate::store::vdir::settle;
use crate::store::{Before, BookFile, OpenError, Save};

/// What `goodword import --help` says below its options.
const RULES: &str = "\
Examples:
  goodword import contacts.vcf
  goodword import contacts.vcf calendar.ics --me you@example.org

A card goes to the person with its UID, with one of its e-mail addresses, or with its name where nothing speaks \
against it; else it is a new person. Nothing that you wrote is lost, and importing a file again changes nothing. \
A coming event with exactly one other person is an invite; all else that takes time is busy time without a name.

Exit code: 0 if every file could be read, even where single cards or events were left out (each is listed with its \
line and the reason); 1 if a whole file was refused, or the book could not be opened or saved; 2 usage. What can be read goes \
in either way.";

/// The files to import, and who I am.
#[derive(Args)]
#[command(after_help = RULES)]
pub struct ImportArgs {
    /// vCard and iCalendar files, in any mixture.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// One of your own e-mail addresses, to tell you from the others in a calendar. May be given several times.
    #[arg(long, value_name = "ADDR")]
    pub me: Vec<String>,
}

/// Imports the files into the book and prints what became of them.
#[must_use]
pub fn run(args: &ImportArgs, world: &World) -> ExitCode {
    if world.demo {
        complain(
            "goodword import: the demo keeps nothing; leave out --demo to import into your book",
        );
        return ExitCode::from(2);
    }
    let me = match own_addresses(args, world) {
        Ok(me) => me,
        Err(error) => {
            complain(&format!("goodword import: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let (mut findings, was_refused) = read_all(args, world, me);
    if let Err(error) = vdir::compare(&mut findings, &args.files) {
        complain(&format!("goodword import: {error}"));
        return ExitCode::FAILURE;
    }
    let mut opened = match world.open_to_write() {
        Ok(opened) => opened,
        Err(error) => {
            complain(&format!("goodword import: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let plan = plan(&opened.book, &findings, world.today, &world.ids);
    let report = summary(&plan);
    let is_change = !plan.is_empty();
    let (agreed, gone) = (plan.agreed.clone(), plan.gone.clone());
    plan.apply(&mut opened.book);
    let is_saved = !is_change || save(&mut opened.file, &mut opened.book);
    if is_saved {
        if let Err(error) = settle(&RealDisk, agreed, gone) {
            complain(&format!("goodword import: {error}"));
        }
        let overlap = overlap(&opened.book, world);
        // A reader that went away is no reason to fail: the import is done.
        let _ = write!(io::stdout(), "{report}{overlap}");
    }
    if was_refused || !is_saved {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
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

fn read_all(args: &ImportArgs, world: &World, me: Vec<String>) -> (Findings, bool) {
    let view = Viewpoint {
        today: world.today,
        now: world.now,
        zone: world.zone,
        me,
    };
    let mut findings = Findings::default();
    let mut was_refused = false;
    for file in &args.files {
        match read_file(file, &view) {
            Ok(found) => findings.extend(found),
            Err(refused) => {
                complain(&refused.to_string());
                was_refused = true;
            }
        }
    }
    (findings, was_refused)
}

/// Saves the book; what others changed meanwhile is in it then.
fn save(file: &mut BookFile, book: &mut Book) -> bool {
    if let Err(error) = file.back_up(Before::Import) {
        complain(&format!(
            "goodword import: nothing was imported, because the book as it is could not be backed up: {error}"
        ));
        return false;
    }
    let settled = file.save_merged(book.clone());
    *book = settled.book;
    match settled.save {
        Save::Saved | Save::Foreign(_) => true,
        Save::SavedMaybeNotDurable(error) => {
            complain(&format!(
                "goodword import: saved, but the disk did not confirm it ({error}); keep the imported files for now"
            ));
            true
        }
        Save::NotSaved(error) => {
            complain(&format!(
                "goodword import: nothing was imported, because the book could not be saved: {error}"
            ));
            false
        }
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
