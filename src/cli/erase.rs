//! `goodword erase`: takes a person out of the book and out of what Goodword keeps beside it, after a look at what that
//! means.

mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use super::{World, complain, person, print};
use crate::domain::Book;
use crate::domain::erasure::{Names, erase};
use crate::store::config::Config;
use crate::store::disk::RealDisk;
use crate::store::traces::{self, Places, Traces};
use crate::store::{BookFile, Opened, Save, paths};
use words::Sight;

/// What `goodword erase --help` says below its options.
const RULES: &str = "\
Examples:
  goodword erase \"Ana Silva\"
  goodword erase \"Ana Silva\" --yes

Without --yes nothing is changed: you see what would go. With it, the person goes from the book with all records of \
theirs, and from the texts about others that name them: by the whole name, by an address, or by a word of the name that \
nobody else in the book has. Goodword's own backups, emergency copies, messages and what you did not finish typing are \
deleted where they name the person; those of another book are left alone, and named. No backup is taken before it, and it cannot be undone.

Exit code: 0; 1 where nobody or more than one is called so, or something could not be erased; 2 usage.";

/// What `goodword erase` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct EraseArgs {
    /// Whom to erase: the name, enough of it to tell them from others, or the id; with --yes the whole name or the id.
    #[arg(value_name = "NAME")]
    pub name: String,

    /// Do it.
    #[arg(long)]
    pub yes: bool,
}

/// Shows what erasing somebody means, or does it.
#[must_use]
pub fn run(args: &EraseArgs, world: &World) -> ExitCode {
    if world.demo {
        complain(
            "goodword erase: the demo keeps nothing; leave out --demo to erase somebody from your book",
        );
        return ExitCode::from(2);
    }
    match erased(args, world) {
        Ok(code) => code,
        Err(error) => {
            complain(&format!("goodword erase: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn erased(args: &EraseArgs, world: &World) -> Result<ExitCode, String> {
    // Opened without backups: one that is taken now would keep the person.
    let mut opened = BookFile::open(&world.book).map_err(|error| error.to_string())?;
    if opened.is_new {
        return Err(format!("there is no book at {} yet", world.book.display()));
    }
    let book = opened.book.clone();
    let contact = person::find(&book, &args.name)?;
    if args.yes && !person::is_called(contact, &args.name) {
        return Err(format!(
            "this cannot be undone, so that --yes wants the whole name or the id: {}",
            words::command(contact, &world.book)
        ));
    }
    let (Some(erasure), Some(names)) = (erase(&book, contact.id), Names::of(&book, contact.id))
    else {
        return Err("they are not in the book".to_owned());
    };
    let places = places(world)?;
    let sight = Sight {
        contact,
        erasure: &erasure,
        book: &world.book,
    };
    if !args.yes {
        let traces = traces::find(&RealDisk, &places, &names);
        return Ok(print(&sight.preview(&traces)));
    }
    // Held until the end, so that whoever comes meanwhile knows that somebody is here.
    let presence = opened.file.note_presence();
    if let Some(other) = &presence.other {
        return Err(format!(
            "the book is open in {other}, which would remember the person: quit that first; nothing was erased"
        ));
    }
    let warning = save(&mut opened, &erasure.book)?;
    let deleted = delete(&places, &names);
    let left = traces::find(&RealDisk, &places, &names);
    let printed = print(&sight.done(deleted, &left));
    for trouble in warning.iter().chain(&left.unread) {
        complain(&format!("goodword erase: {trouble}"));
    }
    let is_whole = left.own.is_empty() && left.unread.is_empty();
    Ok(if is_whole { printed } else { ExitCode::FAILURE })
}

/// Saves the book without the person; the sentence is a warning.
fn save(opened: &mut Opened, without: &Book) -> Result<Option<String>, String> {
    match opened.file.save(without) {
        Save::Saved => Ok(None),
        Save::SavedMaybeNotDurable(error) => Ok(Some(format!(
            "saved, but the disk did not confirm it: {error}"
        ))),
        Save::Foreign(_) => Err(
            "another program changed the book at the same moment: look at it again, and say it again".to_owned(),
        ),
        Save::NotSaved(error) => Err(format!(
            "nothing was erased, because the book could not be saved: {error}"
        )),
    }
}

/// Deletes what Goodword itself wrote about the person; how many files that were.
fn delete(places: &Places, names: &Names) -> usize {
    let Traces { own, .. } = traces::find(&RealDisk, places, names);
    let deleted = own
        .iter()
        .filter(|path| match traces::delete(&RealDisk, path) {
            Ok(()) => true,
            Err(error) => {
                complain(&format!(
                    "goodword erase: {} could not be deleted: {error}",
                    path.display()
                ));
                false
            }
        });
    deleted.count()
}

/// Where Goodword writes besides the book.
fn places(world: &World) -> Result<Places, String> {
    let config = match &world.config {
        Some(path) => Config::read(path).map_err(|error| error.to_string())?,
        None => Config::default(),
    };
    let backups = world.backups().map(|backups| backups.folder().to_owned());
    let messages: Option<PathBuf> = config.messages_to.or_else(|| paths::messages().ok());
    Ok(Places {
        book: world.book.clone(),
        own: backups,
        messages,
        emergencies: paths::emergency().ok(),
        unfinished: paths::unfinished().ok(),
    })
}
