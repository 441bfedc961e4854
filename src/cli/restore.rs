//! `goodword restore`: the backups of the book, what each would change, and one of them put back.

use std::fmt::Write as _;
use std::process::ExitCode;

use chrono::NaiveDate;
use serde::Serialize;

use super::{World, print, report};
use crate::domain::sentences::{capitalised, listed};
use crate::domain::{Book, clean};
use crate::store::difference::{Difference, Kind};
use crate::store::{Backup, Backups, Before, BookFile, Save, shell};

/// The most records that the list names for each backup.
const MOST_LISTED: usize = 4;
/// The most records that the preview names of one kind and one change.
const MOST_SHOWN: usize = 20;

/// What `goodword restore --help` says below its options.
const RULES: &str = "\
Examples:
  goodword restore
  goodword restore 1
  goodword restore 1 --yes
  goodword restore --json

Goodword keeps the book as it was before the first save of each of the last ten days with changes, and before each of \
the last five imports, merges, restores and changes to a newer format. Backup 0 is the book as it was before the last \
save. Without --yes nothing is changed. With it, the \
book as it is becomes a backup first, so that a restore can be taken back. What cannot be read as a book is kept among \
the backups too, as a file to mend by hand; it cannot be put back.

Exit code: 0; 1 where there is no such backup, or it could not be put back; 2 usage.";

/// What `goodword restore` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The number of a backup, to see what it would bring back.
    #[arg(value_parser = number)]
    pub number: Option<u32>,

    /// Put it back.
    #[arg(long, requires = "number")]
    pub yes: bool,

    /// Print the list as JSON for programs instead of sentences.
    #[arg(long, conflicts_with = "number")]
    pub json: bool,
}

/// The number of a backup on the command line.
fn number(text: &str) -> Result<u32, String> {
    let number = text.parse::<u32>();
    number.map_err(|_| "a backup goes by its number: goodword restore lists them".to_owned())
}

/// Why there is nothing to do or to say; the sentence names the reason.
type Refused = String;

/// Lists the backups, shows one, or puts it back.
#[must_use]
pub fn run(args: &Args, world: &World) -> ExitCode {
    if world.demo {
        super::complain("goodword restore: the demo keeps nothing, so that nothing can come back");
        return ExitCode::from(2);
    }
    let said = match (args.number, args.yes) {
        (None, _) if args.json => in_json(world),
        (None, _) => list(world),
        (Some(number), false) => preview(world, number),
        (Some(number), true) => put_back(world, number),
    };
    match said {
        Ok(text) => print(&text),
        Err(refused) => {
            super::complain(&format!("goodword restore: {refused}"));
            ExitCode::FAILURE
        }
    }
}

fn backups(world: &World) -> Result<Backups, Refused> {
    let lost = "the home folder is not known, and with it where the backups are: set HOME";
    world.backups().ok_or_else(|| lost.to_owned())
}

fn all(backups: &Backups) -> Result<Vec<Backup>, Refused> {
    let folder = backups.folder().display();
    let failed = |error| format!("the backups in {folder} cannot be listed: {error}");
    backups.all().map_err(failed)
}

fn one(world: &World, backups: &Backups, number: u32) -> Result<Backup, Refused> {
    let found = all(backups)?.into_iter().find(|one| one.number == number);
    found.ok_or_else(|| {
        let list = shell::command(&world.book, "restore");
        format!("there is no backup {number}; {list} lists those that there are")
    })
}

/// The book as it is now, to compare with: an empty one where it cannot be read, which the sentence says.
fn now(world: &World) -> (Book, Option<&'static str>) {
    match BookFile::open(&world.book) {
        Ok(opened) if opened.is_new => (opened.book, Some("There is no book there now.")),
        Ok(opened) => (opened.book, None),
        Err(_) => (
            Book::default(),
            Some("The book cannot be read now, so that this is compared with an empty one."),
        ),
    }
}

/// The book in a backup.
fn book(backup: &Backup) -> Result<Book, Refused> {
    let opened = BookFile::open(&backup.path).map_err(|error| error.to_string())?;
    Ok(opened.book)
}

/// A backup for programs.
#[derive(Serialize)]
struct Item {
    number: u32,
    day: NaiveDate,
    before: String,
    path: String,
    /// How many records it holds; none where it cannot be read as a book.
    records: Option<usize>,
}

fn in_json(world: &World) -> Result<String, Refused> {
    let all = all(&backups(world)?)?;
    let items = all.iter().rev().map(|backup| Item {
        number: backup.number,
        day: backup.day,
        before: backup.before.to_string(),
        path: backup.path.display().to_string(),
        records: book(backup).ok().map(|book| book.record_count()),
    });
    Ok(report("restore", world.today, items.collect()))
}

fn list(world: &World) -> Result<String, Refused> {
    let backups = backups(world)?;
    let all = all(&backups)?;
    let path = clean::line(&world.book.display().to_string());
    if all.is_empty() {
        let put_aside = super::put_aside(&world.book);
        return Ok(format!("There are no backups of {path} yet.\n{put_aside}"));
    }
    let (now, remark) = now(world);
    let mut text = format!("Backups of {path}, the newest first, and what each would change:\n");
    if let Some(remark) = remark {
        let _ = writeln!(text, "{remark}");
    }
    for backup in all.iter().rev() {
        let _ = writeln!(text, "\n{}", capitalised(&backup.to_string()));
        match book(backup) {
            Err(_) => text.push_str("  it cannot be read as a book\n"),
            Ok(book) => sum_up(&mut text, &Difference::between(&now, &book)),
        }
    }
    let _ = writeln!(
        text,
        "\nTo see one: {}\nThey stand in {}",
        shell::command(&world.book, "restore NUMBER"),
        clean::line(&backups.folder().display().to_string())
    );
    text.push_str(&super::put_aside(&world.book));
    Ok(text)
}

/// Counts, and the first few names.
fn sum_up(text: &mut String, difference: &Difference) {
    let mut counts: Vec<String> = difference.kinds.iter().map(count).collect();
    counts.extend(others(difference).map(str::to_owned));
    if counts.is_empty() {
        text.push_str("  nothing: the book says the same\n");
        return;
    }
    let _ = writeln!(text, "  {}", counts.join("; "));
    let names: Vec<String> = difference
        .kinds
        .iter()
        .flat_map(|kind| {
            let changed = kind.change.iter().map(|(name, _)| name);
            kind.come.iter().chain(&kind.go).chain(changed)
        })
        .map(|name| clean::line(name))
        .collect();
    if let Some(first) = names
        .get(..names.len().min(MOST_LISTED))
        .filter(|first| !first.is_empty())
    {
        let more = names.len() - first.len();
        let more = (more > 0).then(|| format!("{more} more"));
        let shown: Vec<String> = first.iter().cloned().chain(more).collect();
        let _ = writeln!(text, "  {}", listed(&shown));
    }
}

/// "people: 2 come back, 1 goes".
fn count(kind: &Kind) -> String {
    let parts = [
        (kind.come.len(), "comes back", "come back"),
        (kind.go.len(), "goes", "go"),
        (kind.change.len(), "changes", "change"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
        .collect();
    format!("{}: {}", kind.plural, parts.join(", "))
}

/// What differs and stands in no record.
fn others(difference: &Difference) -> impl Iterator<Item = &'static str> {
    [
        (difference.settings, "the settings change"),
        (difference.unresolved, "what a merge left open changes"),
    ]
    .into_iter()
    .filter_map(|(differs, what)| differs.then_some(what))
}

fn preview(world: &World, number: u32) -> Result<String, Refused> {
    let backup = one(world, &backups(world)?, number)?;
    let (now, remark) = now(world);
    let difference = Difference::between(&now, &book(&backup)?);
    let mut text = format!("{}\n", capitalised(&backup.to_string()));
    match remark {
        // Every single record would stand there.
        Some(remark) => {
            let _ = writeln!(text, "{remark}");
            sum_up(&mut text, &difference);
        }
        None if difference.is_empty() => {
            text.push_str("The book says the same already.\n");
            return Ok(text);
        }
        None => spell_out(&mut text, &difference),
    }
    let _ = writeln!(
        text,
        "\nNothing was changed. To put it back: {}",
        put_back_by(world, number)
    );
    Ok(text)
}

/// Every record by its name.
fn spell_out(text: &mut String, difference: &Difference) {
    for kind in &difference.kinds {
        let _ = writeln!(text, "\n{}", capitalised(&count(kind)));
        let fields = |(name, fields): &(String, Vec<String>)| match fields.as_slice() {
            [] => name.clone(),
            fields => format!("{name} ({})", fields.join(", ")),
        };
        let changed: Vec<String> = kind.change.iter().map(fields).collect();
        show(text, "comes back", &kind.come);
        show(text, "goes", &kind.go);
        show(text, "changes", &changed);
    }
    for other in others(difference) {
        let _ = writeln!(text, "\n{}.", capitalised(other));
    }
}

fn show(text: &mut String, becomes: &str, names: &[String]) {
    for name in names.iter().take(MOST_SHOWN) {
        let _ = writeln!(text, "  {becomes:<10}  {}", clean::line(name));
    }
    if let Some(more) = names.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
        let _ = writeln!(text, "  {becomes:<10}  and {more} more");
    }
}

fn put_back(world: &World, number: u32) -> Result<String, Refused> {
    let backups = backups(world)?;
    let backup = one(world, &backups, number)?;
    let book = book(&backup)?;
    let mut file = BookFile::open_to_replace(&world.book, world.backups())
        .map_err(|error| error.to_string())?;
    let (now, remark) = now(world);
    if remark.is_none() && Difference::between(&now, &book).is_empty() {
        return Ok("The book says the same already; nothing was changed.\n".to_owned());
    }
    let failed = |error| {
        format!("nothing was put back, because the book as it is could not be backed up: {error}")
    };
    // What cannot be read would take the place of the book before the last save, which may be the newest that can.
    if remark.is_some() && backup.before != Before::Save {
        backups.keep_previous().map_err(failed)?;
    }
    let kept = file.back_up(Before::Restore).map_err(failed)?;
    let mut text = match file.save(&book) {
        Save::Saved => String::new(),
        Save::SavedMaybeNotDurable(error) => {
            format!("The disk did not confirm it ({error}); look again before you rely on it.\n")
        }
        Save::NotSaved(error) => return Err(format!("nothing was put back. {error}")),
        Save::Foreign(_) => {
            return Err(
                "nothing was put back: the book was changed in this very moment. Look again"
                    .to_owned(),
            );
        }
    };
    let _ = writeln!(text, "Put back: {backup}.");
    if let Some(kept) = kept {
        text.push_str(&way_back(world, &kept, remark.is_none()));
    }
    Ok(text)
}

/// What to type to put a backup back.
fn put_back_by(world: &World, number: u32) -> String {
    shell::command(&world.book, &format!("restore {number} --yes"))
}

/// Where that is now which a restore replaced.
fn way_back(world: &World, kept: &Backup, was_good: bool) -> String {
    let number = kept.number;
    if was_good {
        format!(
            "The book as it was until now is backup {number}. To take this back: {}\n",
            put_back_by(world, number)
        )
    } else {
        format!(
            "What stood there is kept as it was, to mend by hand: {}\n",
            clean::line(&kept.path.display().to_string())
        )
    }
}
