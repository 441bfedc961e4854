//! `goodword add`: lines into the book, from a shell or a file, while the dashboard may be open.

use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;

use super::World;
use crate::domain::Book;
use crate::domain::capture::{Known, Line, keep, read};
use crate::domain::clean;
use crate::domain::relationship::Relationships;
use crate::domain::sentences::capture;
use crate::domain::sentences::duplicates::may_be;
use crate::store::{BookFile, Save};

/// What `goodword add --help` says below its options.
const RULES: &str = "\
Examples:
  goodword add helped by bob: lent me his adviser
  goodword add --dry-run helped by bob: lent me his adviser

Exit code: 0; 1 where the line is not understood or could not be noted, or a name in it could mean several people; 2 \
usage.";

/// What `goodword add` takes.
#[derive(clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The line, as it is typed after `a` in the dashboard: helped ana: found her a lawyer. Without one it is read from
    /// standard input, so that no history of a shell keeps it; - reads many, one a line.
    pub line: Vec<String>,
    /// Say what would be noted, and note nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Notes what it is given; says what it noted.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    let words: Vec<&str> = args.line.iter().map(String::as_str).collect();
    let ended = match words.as_slice() {
        ["-"] => everything().and_then(|text| many(&text, args.dry_run, world)),
        [] => one_line().and_then(|line| one(&line, args.dry_run, world)),
        words => one(&words.join(" "), args.dry_run, world),
    };
    match ended {
        Ok(code) => code,
        Err(reason) => {
            super::complain(&format!("goodword add: {reason}"));
            ExitCode::FAILURE
        }
    }
}

/// The first line of standard input that is not empty.
fn one_line() -> Result<String, String> {
    if io::stdin().is_terminal() {
        // Where nobody can read it, the line is typed all the same.
        let _ = write!(io::stderr(), "One line, as after a: ");
    }
    let mut line = String::new();
    while line.trim().is_empty() {
        line.clear();
        match io::stdin().read_line(&mut line) {
            Ok(0) => return Err("there was no line to note".to_owned()),
            Ok(_) => {}
            Err(error) => return Err(format!("standard input: {error}")),
        }
    }
    Ok(line)
}

fn everything() -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_to_end(&mut bytes);
    read.map_err(|error| format!("standard input: {error}"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn one(text: &str, dry_run: bool, world: &World) -> Result<ExitCode, String> {
    let mut adding = Adding::open(dry_run, world)?;
    let said = adding
        .take(text)
        .map_err(|why| format!("nothing was noted: {why}"))?;
    let more = adding.save(dry_run)?;
    let begin = if dry_run { "Would note: " } else { "" };
    say(&format!("{begin}{said}{more}"));
    Ok(ExitCode::SUCCESS)
}

/// Many lines, each reported with its number. What can be read is kept, whatever stands beside it.
fn many(text: &str, dry_run: bool, world: &World) -> Result<ExitCode, String> {
    let mut adding = Adding::open(dry_run, world)?;
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let results: Vec<(usize, Result<String, String>)> = lines
        .map(|(at, line)| (at + 1, adding.take(line)))
        .collect();
    let more = adding.save(dry_run)?;
    let mut unread = 0;
    for (number, result) in results {
        match result {
            Ok(said) => say(&format!("{number}: {said}")),
            Err(why) => {
                unread += 1;
                super::complain(&format!("goodword add: line {number}: {why}"));
            }
        }
    }
    if !more.is_empty() {
        say(more.trim());
    }
    Ok(if unread == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A reader that went away is no reason to fail: the line is noted.
fn say(text: &str) {
    let _ = writeln!(io::stdout(), "{}", clean::line(text));
}

/// The book while lines are added to it.
struct Adding<'a> {
    world: &'a World,
    /// Where the lines are kept; the demo has no such place.
    file: Option<BookFile>,
    book: Book,
    /// The event that the lines are at.
    event: Option<String>,
}

impl<'a> Adding<'a> {
    fn open(dry_run: bool, world: &'a World) -> Result<Self, String> {
        let (book, file) = if world.demo {
            if !dry_run {
                return Err("nothing of the demo is kept; --dry-run says what would be".to_owned());
            }
            let book = world.read_book().map_err(|error| error.to_string())?;
            (book, None)
        } else {
            let opened = world.open_to_write()?;
            (opened.book, Some(opened.file))
        };
        Ok(Self {
            world,
            file,
            book,
            event: None,
        })
    }

    /// Takes a line into the book; says what it noted, or why it cannot be read.
    fn take(&mut self, text: &str) -> Result<String, String> {
        let today = self.world.today;
        let line = self.understood(text)?;
        let mut said = capture::says(&line, &self.book, today);
        for others in capture::could_mean(&line, &self.book) {
            said = format!("{said} {others}");
        }
        for like in &line.alike {
            said = format!("{said} {}", may_be(&self.book, like));
        }
        line.event.apply(&mut self.event);
        keep(&line, &mut self.book, today, &self.world.ids);
        Ok(said)
    }

    /// The line as it is meant. Nobody looks on here who could choose: a name that is a question is refused.
    fn understood(&self, text: &str) -> Result<Line, String> {
        let relationships = Relationships::of(&self.book);
        let known = Known {
            book: &self.book,
            relationships: &relationships,
            today: self.world.today,
            event: self.event.as_deref(),
        };
        read(text, known).map_err(|unread| {
            let why = clean::line(&capture::why(&unread, known));
            if unread.candidates.is_empty() {
                return why;
            }
            format!("{why}. Write more of the name")
        })
    }

    /// Writes the book; what there is to say of that.
    fn save(self, dry_run: bool) -> Result<String, String> {
        let Some(mut file) = self.file.filter(|_| !dry_run) else {
            return Ok(String::new());
        };
        match file.save_merged(self.book).save {
            Save::Saved | Save::Foreign(_) => Ok(String::new()),
            Save::SavedMaybeNotDurable(error) => Ok(format!(
                " (The disk did not confirm it: {error}. A power cut now might undo it.)"
            )),
            Save::NotSaved(error) => Err(format!("nothing was noted. {error}")),
        }
    }
}
