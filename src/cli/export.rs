//! `goodword export --person`: everything that names one person, to read or to hand out.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use super::{World, complain, person, print};
use crate::domain::about::about;
use crate::domain::clean;
use crate::export::readable;
use crate::store::{disk::RealDisk, export};

/// What `goodword export --help` says below its options.
const RULES: &str = "\
Examples:
  goodword export --person \"Ana Silva\"
  goodword export --person \"Ana Silva\" --ron --to ana.ron

It holds what is written about this person, and every text about others that names them: by the whole name, by an \
address, or by a word of the name that nobody else in the book has. Of the others it holds their name and those texts, \
no more.

Exit code: 0; 1 where nobody or more than one is called so, or the file could not be written; 2 usage.";

/// What `goodword export` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct ExportArgs {
    /// Whom it is about: the name, enough of it to tell them from others, or the id.
    #[arg(long, value_name = "NAME")]
    pub person: String,

    /// Write a book that holds nothing else, which Goodword can open, instead of readable text.
    #[arg(long)]
    pub ron: bool,

    /// With what you noted of bad faith.
    #[arg(long)]
    pub with_bad_faith: bool,

    /// The file to write, for your eyes only (0600). None is replaced. Without it, standard output.
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}

/// Writes everything that names the person. Reads the book and changes nothing.
#[must_use]
pub fn run(args: &ExportArgs, world: &World) -> ExitCode {
    match text(args, world) {
        Err(error) => refused(&error),
        Ok(text) => match &args.to {
            None if io::stdout().is_terminal() => print(&clean::shown_lines(&text)),
            None => print(&text),
            Some(path) => match export::write(&RealDisk, path, &text) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => refused(&error),
            },
        },
    }
}

fn text(args: &ExportArgs, world: &World) -> Result<String, String> {
    let book = world.read_book().map_err(|error| error.to_string())?;
    let contact = person::find(&book, &args.person)?;
    let about = about(&book, contact.id, args.with_bad_faith).unwrap_or_default();
    if args.ron {
        export::text(&about)
    } else {
        Ok(readable::text(&about, contact.id))
    }
}

fn refused(error: &str) -> ExitCode {
    complain(&format!("goodword export: {error}"));
    ExitCode::FAILURE
}
