//! Versions of the book that other programs leave beside it: what a sync program did not dare to put together, what is
//! left of a save that was cut off, what Goodword put aside because it could not save. They are offered for merging, and
//! kept until the merge is on the disk.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::OpenError;
use super::disk::{Disk, folder_of, name_of};
use super::link::follow;
use super::version::{self, Part};
use crate::domain::Book;

/// What a name says in which a sync program says that it found two versions: Syncthing, Dropbox and Nextcloud, ownCloud.
const SAID: [&str; 4] = [
    ".sync-conflict-",
    "conflicted copy",
    "_conflict-",
    "case conflict",
];

/// A version of the book beside it.
#[derive(Debug)]
pub struct Copy {
    /// Its file.
    pub path: PathBuf,
    /// What it says.
    pub book: Book,
    /// Whether Goodword put it aside, because the book could not be saved.
    pub is_put_aside: bool,
}

/// What stands beside a book.
#[derive(Debug, Default)]
pub struct Found {
    /// Versions of it, by name.
    pub copies: Vec<Copy>,
    /// What is named like one and cannot be read as a book.
    pub unreadable: Vec<PathBuf>,
}

/// Looks beside the book.
#[must_use]
pub fn find(disk: &dyn Disk, book: &Path) -> Found {
    let mut found = Found::default();
    let Ok(target) = follow(disk, book) else {
        return found;
    };
    let name = name_of(&target.path);
    let Ok(entries) = fs::read_dir(folder_of(&target.path)) else {
        return found;
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| is_copy(&name, &name_of(path)))
        .collect();
    paths.sort();
    for path in paths {
        found.add(disk, path, false);
    }
    found
}

impl Found {
    /// With what was put aside of the book besides, because it could not be saved.
    #[must_use]
    pub fn and_put_aside(mut self, disk: &dyn Disk, paths: Vec<PathBuf>) -> Self {
        for path in paths {
            self.add(disk, path, true);
        }
        self
    }

    fn add(&mut self, disk: &dyn Disk, path: PathBuf, is_put_aside: bool) {
        match read(disk, &path) {
            Ok(book) => self.copies.push(Copy {
                path,
                book,
                is_put_aside,
            }),
            Err(_) => self.unreadable.push(path),
        }
    }
}

/// Reads a copy.
///
/// # Errors
/// [`OpenError`] where it cannot be read as a book.
pub fn read(disk: &dyn Disk, path: &Path) -> Result<Book, OpenError> {
    version::read(disk, path, Part::Side, path)
}

/// Whether two paths lead to one file, whatever they are called: what is merged into the book must not be the book, which
/// would go as a copy does of which everything is taken over.
#[must_use]
pub fn is_one_file(one: &Path, other: &Path) -> bool {
    let file = |path: &Path| fs::metadata(path).map(|file| (file.dev(), file.ino()));
    match (file(one), file(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Removes a copy of which the book has everything. One that says something else by now stays.
///
/// # Errors
/// As the file system says.
pub fn remove(disk: &dyn Disk, copy: &Copy) -> io::Result<()> {
    let now = read(disk, &copy.path).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    if now != copy.book {
        return Err(io::ErrorKind::InvalidData.into());
    }
    fs::remove_file(&copy.path)?;
    disk.sync_folder(folder_of(&copy.path))
}

/// Whether a file of this name is a version of the book that is called so.
fn is_copy(book: &str, name: &str) -> bool {
    let (stem, end) = match book.rsplit_once('.') {
        Some((stem, end)) => (stem, format!(".{end}")),
        None => (book, String::new()),
    };
    // What a version tool or a save that was cut off left: "book.ron.orig", "book.ron.unsaved-2".
    if let Some(rest) = name.strip_prefix(book) {
        let number = rest.strip_prefix(".unsaved-");
        if rest == ".orig" || rest == ".unsaved" || number.is_some_and(is_number) {
            return true;
        }
    }
    let inner = name
        .strip_prefix(stem)
        .and_then(|rest| rest.strip_suffix(end.as_str()));
    let Some(inner) = inner.filter(|inner| !inner.is_empty()) else {
        return false;
    };
    let said = inner.to_lowercase();
    // "book 2.ron" and "book (1).ron" are how iCloud and Google Drive keep a second one of a name.
    let counted = inner.strip_prefix(' ').map(|number| {
        number
            .strip_prefix('(')
            .and_then(|number| number.strip_suffix(')'))
            .unwrap_or(number)
    });
    SAID.iter().any(|mark| said.contains(mark)) || counted.is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_ascii_digit())
}

impl Copy {
    /// The name of its file.
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::is_copy;

    #[test]
    fn what_sync_programs_leave_is_known_by_its_name() {
        for name in [
            "book.sync-conflict-20260924-101500-ABCDEFG.ron",
            "book (Ana's conflicted copy 2026-09-24).ron",
            "book (conflicted copy 2026-09-24 101500).ron",
            "book (Case Conflict 1).ron",
            "book_conflict-20260924-101500.ron",
            "book (1).ron",
            "book 2.ron",
            "book.ron.orig",
            "book.ron.unsaved",
            "book.ron.unsaved-2",
        ] {
            assert!(is_copy("book.ron", name), "{name}");
        }
    }

    #[test]
    fn what_the_user_put_there_is_left_alone() {
        for name in [
            "book.ron",
            "book.ron~",
            ".book.ron.previous",
            ".book.ron.lock",
            "book.ron.bak",
            "book-2025.ron",
            "book old.ron",
            "books.sync-conflict-1.txt",
            "notes.sync-conflict-20260924-101500-ABCDEFG.ron",
            "book ().ron",
            "book.ron.unsaved-x",
        ] {
            assert!(!is_copy("book.ron", name), "{name}");
        }
        assert!(is_copy("book", "book (1)"));
        assert!(!is_copy("book", "book"));
    }
}
