//! A message, a brief before a meeting or a review, as a file of its own, for its owner only, never in the place of another one.

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::disk::Disk;
use super::new_file;

/// The most characters of a name in the name of a file.
const LONGEST: usize = 40;

/// Writes a message to a new file in a folder, which is made where it is missing; says where.
///
/// # Errors
/// As the file system says; [`io::ErrorKind::AlreadyExists`] where every name is taken.
pub fn write(
    disk: &dyn Disk,
    folder: &Path,
    to: &str,
    text: &str,
    day: NaiveDate,
) -> io::Result<PathBuf> {
    let name = name("message", to, day);
    new_file::write(disk, folder, &name, "txt", &format!("{text}\n"))
}

/// Writes a page, which is Markdown, likewise: what it is ("brief"), and about whom or what.
///
/// # Errors
/// As [`write()`].
pub fn write_page(
    disk: &dyn Disk,
    folder: &Path,
    (what, about): (&str, &str),
    text: &str,
    day: NaiveDate,
) -> io::Result<PathBuf> {
    new_file::write(disk, folder, &name(what, about, day), "md", text)
}

/// Writes an answer for a calendar beside a message; says where.
///
/// # Errors
/// As the file system says; [`io::ErrorKind::AlreadyExists`] where every name is taken.
pub fn write_answer(
    disk: &dyn Disk,
    folder: &Path,
    to: &str,
    answer: &str,
    day: NaiveDate,
) -> io::Result<PathBuf> {
    new_file::write(disk, folder, &name("message", to, day), "ics", answer)
}

/// What the name of each file begins with: a message and the answer beside it, and the pages.
const BEGINNINGS: [&str; 3] = ["message-", "brief-", "review-"];

/// How many characters a day has: "2026-09-24".
const DAY: usize = 10;

/// Whether a file is called as one that was written here: "message-ana-silva-2026-09-24.txt", also with a number behind
/// the day.
#[must_use]
pub fn is_called_so(name: &str) -> bool {
    let stem = ["txt", "md", "ics"].iter().find_map(|extension| {
        let stem = name.strip_suffix(extension)?;
        stem.strip_suffix('.')
    });
    let Some(stem) = stem.filter(|stem| BEGINNINGS.iter().any(|one| stem.starts_with(one))) else {
        return false;
    };
    let unnumbered = stem.rsplit_once('-').filter(|(_, number)| {
        (1..=3).contains(&number.len()) && number.bytes().all(|digit| digit.is_ascii_digit())
    });
    let ends_with_a_day = |stem: &str| {
        let day = stem.len().checked_sub(DAY).and_then(|at| stem.get(at..));
        day.is_some_and(|day| day.parse::<NaiveDate>().is_ok())
    };
    ends_with_a_day(stem) || unnumbered.is_some_and(|(stem, _)| ends_with_a_day(stem))
}

/// "message-ana-silva-2026-09-24": letters and digits of the name, nothing that a path could be made of.
fn name(what: &str, to: &str, day: NaiveDate) -> String {
    let mut name = what.to_owned();
    let words = to.split(|char: char| !char.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        if name.chars().count() + word.chars().count() > LONGEST {
            break;
        }
        name.push('-');
        name.push_str(&word.to_lowercase());
    }
    format!("{name}-{day}")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;

    #[test]
    fn what_is_written_here_is_known_by_its_name() {
        for (name, is_ours) in [
            ("message-ana-silva-2026-09-24.txt", true),
            ("message-ana-silva-2026-09-24-2.txt", true),
            ("message-2026-09-24.ics", true),
            ("brief-田中美咲-2026-09-24.md", true),
            ("review-2026-q3-2026-09-24.md", true),
            ("message-ana-silva.txt", false),
            ("message-ana-silva-2026-09-24.doc", false),
            ("contract-ana-silva-2026-09-24.txt", false),
            ("2026-09-24.txt", false),
            ("message-ana-2026-09-24-final.txt", false),
            ("", false),
        ] {
            assert_eq!(is_called_so(name), is_ours, "{name}");
        }
    }

    #[test]
    fn a_name_is_no_path() {
        let day = "2026-09-24".parse().unwrap();
        for (to, wanted) in [
            ("Ana Silva", "message-ana-silva-2026-09-24"),
            ("../..//etc", "message-etc-2026-09-24"),
            ("\u{1b}[2J \u{202e}", "message-2j-2026-09-24"),
            ("田中美咲", "message-田中美咲-2026-09-24"),
            ("", "message-2026-09-24"),
        ] {
            assert_eq!(name("message", to, day), wanted);
        }
        assert!(name("message", &"漢".repeat(1000), day).len() < 200);
    }
}
