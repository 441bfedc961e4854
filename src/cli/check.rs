//! `goodword check`: what is wrong with a book, each thing on a line of its own.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use serde::Serialize;

use super::{World, print, report};
use crate::domain::clean;
use crate::domain::sentences::counted;
use crate::store::{BookFile, Opened};

/// What `goodword check --help` says below its options.
const RULES: &str = "\
Examples:
  goodword check
  goodword check old.ron
  goodword check --json

Exit code: 0 where nothing is wrong; 1 where something is, or the book cannot be read; 2 usage. It only reads.";

/// What `goodword check` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The book to check; without it, the usual one or that of --book.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Print JSON for programs instead of sentences: what is wrong, nothing where all is well.
    #[arg(long)]
    pub json: bool,
}

/// What is wrong, for programs.
#[derive(Serialize)]
struct Item {
    kind: &'static str,
    /// The sentence; none for two values, which may be private.
    problem: Option<String>,
    record: Option<String>,
    field: Option<String>,
}

fn items(opened: &Opened) -> Vec<Item> {
    let odd = opened.problems().into_iter().map(|problem| Item {
        kind: "odd",
        problem: Some(problem),
        record: None,
        field: None,
    });
    let two_values = opened.book.unresolved.iter().map(|open| Item {
        kind: "two_values",
        problem: None,
        record: Some(open.record.clone()),
        field: Some(open.field.clone()),
    });
    odd.chain(two_values).collect()
}

/// Reads a book and says what is wrong with it.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    if world.demo {
        super::complain("goodword check: the demo is no file; leave out --demo to check your book");
        return ExitCode::from(2);
    }
    let path = args.file.as_ref().unwrap_or(&world.book);
    let opened = match BookFile::open_backed_up(path, world.backups_of(path)) {
        Ok(opened) => opened,
        Err(error) => {
            let put_aside = super::put_aside(path);
            super::complain(format!("goodword check: {error}\n{put_aside}").trim_end());
            return ExitCode::FAILURE;
        }
    };
    if opened.is_new && opened.gone.is_none() {
        super::complain(&format!(
            "goodword check: there is no book at {}",
            path.display()
        ));
        return ExitCode::FAILURE;
    }
    let problems = problems(&opened);
    let printed = print(&if args.json {
        report("check", world.today, items(&opened))
    } else {
        in_words(&opened, &problems)
    });
    if problems.is_empty() {
        printed
    } else {
        ExitCode::FAILURE
    }
}

fn problems(opened: &Opened) -> Vec<String> {
    let mut problems = opened.problems();
    problems.extend(opened.book.unresolved.iter().map(|open| {
        format!(
            "The field \"{}\" of the record {} has two values since a merge: \"{}\" stands, \"{}\" waits.",
            open.field, open.record, open.ours, open.theirs
        )
    }));
    problems
}

fn in_words(opened: &Opened, problems: &[String]) -> String {
    let mut text = String::new();
    for problem in problems {
        let _ = writeln!(text, "{}", clean::line(problem));
    }
    let path = opened.file.path().display().to_string();
    let path = clean::line(&path);
    let records = counted(opened.book.record_count(), "record");
    let _ = match problems.len() {
        0 => writeln!(text, "Nothing is wrong with {path}: {records}."),
        number => writeln!(text, "{} in {path}.", counted(number, "problem")),
    };
    if opened.file.is_in_older_format() {
        text.push_str(
            "It is in an older format. The first save keeps it as a backup and writes it anew.\n",
        );
    }
    text.push_str(&super::put_aside(opened.file.path()));
    if opened.readable_by_others {
        let _ = writeln!(text, "Others on this machine can read it: chmod 600 {path}");
    }
    text
}
