//! Files in which a person is named: those that Goodword made for itself, which an erasure deletes, and those beside the
//! book that it leaves alone.

use std::io;
use std::path::{Path, PathBuf};

use super::LARGEST;
use super::decode;
use super::disk::{Disk, EntryKind, beside, folder_of, is_any_draft, is_draft, name_of};
use super::emergency;
use super::letter;
use super::link::follow;
use super::lock::LOCKS;
use super::unfinished;
use super::vdir::BASE;
use super::write::ASIDE;
use crate::domain::erasure::Names;
use crate::domain::redacted::redacted;

/// Where files of one person are looked for.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The book. Unfinished saves and the file that the last one displaced stand beside it.
    pub book: PathBuf,
    /// The folder in which Goodword alone writes: backups of this book.
    pub own: Option<PathBuf>,
    /// The folder of messages, in which somebody else may write too.
    pub messages: Option<PathBuf>,
    /// The folder for emergencies, in which copies of every book stand.
    pub emergencies: Option<PathBuf>,
    /// The folder for what nobody finished typing, for whatever book.
    pub unfinished: Option<PathBuf>,
}

/// The files that name a person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Traces {
    /// Goodword's own.
    pub own: Vec<PathBuf>,
    /// Those that somebody else put beside the book or among the messages, and folders of cards.
    pub beside: Vec<PathBuf>,
    /// Those that were put aside of another book.
    pub of_others: Vec<PathBuf>,
    /// Those that could not be read, with the reason.
    pub unread: Vec<String>,
    /// The git repository in which the book stands.
    pub repository: Option<PathBuf>,
}

redacted!(Traces: ; own, beside, of_others, unread);

/// Looks through everything that stands in the places.
#[must_use]
pub fn find(disk: &dyn Disk, places: &Places, names: &Names) -> Traces {
    let mut traces = Traces::default();
    traces.own = named_in(disk, places.own.as_deref(), names, &mut traces);
    for path in named_in(disk, places.messages.as_deref(), names, &mut traces) {
        let name = name_of(&path);
        if letter::is_called_so(&name) || is_any_draft(&name) {
            traces.own.push(path);
        } else {
            traces.beside.push(path);
        }
    }
    in_shared(disk, places, names, &mut traces);
    let book =
        follow(disk, &places.book).map_or_else(|_| places.book.clone(), |target| target.path);
    let folder = folder_of(&book);
    let aside = beside(&book, ASIDE);
    for path in files(disk, folder, &mut traces.unread) {
        let is_own = path == aside || is_draft(&name_of(&path), &book);
        let is_the_book = path == book || path == places.book;
        if is_the_book || is_lock(&path, &book) || !is_trace(disk, &path, names, &mut traces.unread)
        {
            continue;
        }
        if is_own {
            traces.own.push(path);
        } else {
            traces.beside.push(path);
        }
    }
    for cards in folders_of_cards(disk, folder) {
        if !named_in(disk, Some(&cards), names, &mut traces).is_empty() {
            traces.beside.push(cards);
        }
    }
    traces.repository = repository(disk, folder);
    traces
}

/// The files of a folder that name the person.
fn named_in(
    disk: &dyn Disk,
    folder: Option<&Path>,
    names: &Names,
    traces: &mut Traces,
) -> Vec<PathBuf> {
    let unread = &mut traces.unread;
    let mut found = folder.map_or_else(Vec::new, |folder| files(disk, folder, unread));
    found.retain(|path| is_trace(disk, path, names, unread));
    found
}

/// The folders beside the book to which cards were written: a file in each says so.
fn folders_of_cards(disk: &dyn Disk, folder: &Path) -> Vec<PathBuf> {
    let mut folders = disk.list(folder).unwrap_or_default();
    folders.retain(|path| disk.entry(&path.join(BASE)).is_ok());
    folders.sort();
    folders
}

/// Looks through the folders in which the files of every book stand.
fn in_shared(disk: &dyn Disk, places: &Places, names: &Names, traces: &mut Traces) {
    type IsOf = fn(&Path, &Path) -> bool;
    let shared: [(_, IsOf); 2] = [
        (&places.emergencies, emergency::is_of),
        (&places.unfinished, unfinished::is_of),
    ];
    for (folder, is_of) in shared {
        let Some(folder) = folder else { continue };
        for path in files(disk, folder, &mut traces.unread) {
            if !is_trace(disk, &path, names, &mut traces.unread) {
                continue;
            }
            if is_of(&path, &places.book) {
                traces.own.push(path);
            } else {
                traces.of_others.push(path);
            }
        }
    }
}

/// Deletes a file, and waits until that is on the disk.
///
/// # Errors
/// As the file system says.
pub fn delete(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    disk.remove(path)?;
    disk.sync_folder(folder_of(path))
}

/// The ordinary files of a folder, sorted. That there is none is no trouble.
fn files(disk: &dyn Disk, folder: &Path, unread: &mut Vec<String>) -> Vec<PathBuf> {
    let mut paths = match disk.list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                unread.push(format!("{}: {error}", folder.display()));
            }
            return Vec::new();
        }
    };
    paths.retain(|path| {
        disk.entry(path)
            .is_ok_and(|entry| entry.kind == EntryKind::File)
    });
    paths.sort();
    paths
}

/// Whether a file names the person: as a book where it is one, else as text; or in its own name.
fn is_trace(disk: &dyn Disk, path: &Path, names: &Names, unread: &mut Vec<String>) -> bool {
    if names.are_in_text(&name_of(path)) {
        return true;
    }
    match disk.read(path, LARGEST) {
        Ok(bytes) => match decode::book(&bytes) {
            Ok(book) => names.are_in(&book),
            Err(_) => are_in_lines(names, &String::from_utf8_lossy(&bytes)),
        },
        Err(error) => {
            unread.push(format!("{}: {error}", path.display()));
            false
        }
    }
}

/// Whether a text names them. Where line ends are written as `\n`, a name after one seems to begin with an n.
fn are_in_lines(names: &Names, text: &str) -> bool {
    names.are_in_text(text) || names.are_in_text(&text.replace("\\n", "\n"))
}

/// Locks name a process and a machine; they are never deleted.
fn is_lock(path: &Path, book: &Path) -> bool {
    LOCKS.iter().any(|lock| path == beside(book, lock))
}

fn repository(disk: &dyn Disk, folder: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(folder).ok()?;
    let mut above = whole.ancestors();
    above
        .find(|folder| disk.entry(&folder.join(".git")).is_ok())
        .map(Path::to_owned)
}
