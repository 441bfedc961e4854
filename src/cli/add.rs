//! `goodword add`: one line into the book, from a shell, while the dashboard may be open.

use std::io::{self, Write};
use std::process::ExitCode;

use super::World;
use crate::domain::Book;
use crate::domain::capture::{Known, Line, keep, read};
use crate::domain::clean;
use crate::domain::relationship::Relationships;
use crate::domain::sentences::{self, capture, listed};
use crate::store::Save;

/// What `goodword add` takes.
#[derive(clap::Args)]
pub struct Args {
    /// The line, as it is typed after `a` in the dashboard: helped ana: found her a lawyer
    #[arg(required = true)]
    pub line: Vec<String>,
    /// Say what would be noted, and note nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Notes one line; says what it noted.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    match add(args, world) {
        Ok(said) => {
            // A reader that went away is no reason to fail: the line is noted.
            let _ = writeln!(io::stdout(), "{}", clean::line(&said));
            ExitCode::SUCCESS
        }
        Err(reason) => {
            super::complain(&format!("goodword add: {reason}"));
            ExitCode::FAILURE
        }
    }
}

fn add(args: &Args, world: &World) -> Result<String, String> {
    if world.demo {
        return Err("nothing of the demo is kept".to_owned());
    }
    let opened = world.open_to_write()?;
    let (mut file, mut book) = (opened.file, opened.book);
    let line = understood(&args.line.join(" "), &book, world)?;
    let said = capture::says(&line, &book, world.today);
    if args.dry_run {
        return Ok(format!("Would note: {said}"));
    }
    keep(&line, &mut book, world.today, &world.ids);
    match file.save_merged(book).save {
        Save::Saved | Save::Foreign(_) => Ok(said),
        Save::SavedMaybeNotDurable(error) => Ok(format!(
            "{said} (The disk did not confirm it: {error}. A power cut now might undo it.)"
        )),
        Save::NotSaved(error) => Err(format!("nothing was noted. {error}")),
    }
}

/// The line as it is meant. Nobody looks on here who could choose: a name that could mean several is refused.
fn understood(text: &str, book: &Book, world: &World) -> Result<Line, String> {
    let relationships = Relationships::of(book);
    let known = Known {
        book,
        relationships: &relationships,
        today: world.today,
    };
    let line = read(text, known, 0).map_err(|unread| clean::line(&unread.0))?;
    if line.candidates.len() < 2 {
        return Ok(line);
    }
    let names: Vec<String> = line
        .candidates
        .iter()
        .map(|one| clean::line(sentences::name(book, *one)))
        .collect();
    Err(format!(
        "nothing was noted: the name could mean {}. Write more of it",
        listed(&names)
    ))
}
