//! A folder of cards on the disk, with the file beside them that says what they held when they were last read or
//! written: what tells a change on a phone from a change in the book.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::disk::{Disk, EntryKind};
use crate::domain::import_plan::Last;
use crate::domain::{Book, clean};

/// What was agreed on, by the name of a card's file.
pub type Base = BTreeMap<String, Last>;

/// The file that holds the base. Programs that carry cards to and fro leave names with a dot alone.
pub const BASE: &str = ".goodword.json";
/// How the names of cards end.
const ENDING: &str = "vcf";
/// The most bytes of one card: more than a photograph takes.
const LARGEST_CARD: u64 = 20 * 1024 * 1024;
/// The most bytes of a base: a hundred thousand people.
const LARGEST_BASE: u64 = 256 * 1024 * 1024;
/// The format of the base.
const FORMAT: u32 = 1;

/// A base as it stands in its file.
#[derive(Serialize, Deserialize)]
struct Stored {
    /// The format, before all else.
    goodword: u32,
    /// The file of the book that the folder is kept in step with; none for the demo's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    book: Option<String>,
    cards: Base,
}

/// The files of a folder whose names end like cards, with their bytes, in the order of their names.
///
/// # Errors
/// As the file system says, in words.
pub fn cards(disk: &dyn Disk, folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let failed = |error: io::Error| format!("{} cannot be read: {error}", shown(folder));
    let mut paths = match disk.list(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        found => found.map_err(failed)?,
    };
    paths.retain(|path| name(path).is_some());
    paths.sort_unstable();
    let mut cards = Vec::with_capacity(paths.len());
    for path in paths {
        let is_file = disk.entry(&path).map_err(failed)?.kind == EntryKind::File;
        if let (true, Some(name)) = (is_file, name(&path)) {
            let bytes = disk.read(&path, LARGEST_CARD).map_err(failed)?;
            cards.push((name.to_owned(), bytes));
        }
    }
    Ok(cards)
}

/// The name of a file that may be a card.
fn name(path: &Path) -> Option<&str> {
    let is_card = path.extension()?.eq_ignore_ascii_case(ENDING);
    let name = path.file_name()?.to_str()?;
    (is_card && !name.starts_with('.')).then_some(name)
}

/// What was agreed on; `None` where no base stands there.
///
/// # Errors
/// In words, for a base that cannot be read: without it a change on one side would be taken for a clash of both.
pub fn base(disk: &dyn Disk, folder: &Path) -> Result<Option<Base>, String> {
    Ok(stored(disk, folder)?.map(|stored| stored.cards))
}

/// Refuses a folder that is in step with another book than this one (none for the demo's). Where the file of the other
/// one is gone, or this one was moved here, nobody else keeps it any more.
///
/// # Errors
/// In words: what the folder is in step with and what to do, or why its base cannot be read.
pub fn refuse_anothers(
    disk: &dyn Disk,
    folder: &Path,
    book: &Book,
    file: Option<&Path>,
) -> Result<(), String> {
    let Some(stored) = stored(disk, folder)? else {
        return Ok(());
    };
    let knows = |last: &Last| book.contacts.get(last.person).is_some();
    let knows_nobody = !stored.cards.is_empty() && !stored.cards.values().any(knows);
    let whose = match (&stored.book, file) {
        (Some(theirs), Some(mine)) if *theirs != whole(mine) && Path::new(theirs).exists() => {
            format!("the book {}", clean::line(theirs))
        }
        (Some(theirs), None) => format!("the book {}", clean::line(theirs)),
        (None, _) if knows_nobody => "another book".to_owned(),
        _ => return Ok(()),
    };
    let folder = shown(folder);
    Err(format!(
        "{folder} is in step with {whose}, and nothing was written; name another folder, or move {folder}/{BASE} away to \
         begin anew with this book",
        folder = folder.trim_end_matches('/')
    ))
}

/// The path of a book, from wherever it is named.
fn whole(path: &Path) -> String {
    let whole = path.canonicalize();
    let whole = whole.unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().into_owned()
}

fn stored(disk: &dyn Disk, folder: &Path) -> Result<Option<Stored>, String> {
    let path = folder.join(BASE);
    let bytes = match disk.read(&path, LARGEST_BASE) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(|error| format!("{} cannot be read: {error}", shown(&path)))?,
    };
    let unreadable = |why: &str| {
        format!(
            "{} {why}; move it away, and the cards are compared as if for the first time",
            shown(&path)
        )
    };
    let stored: Stored = serde_json::from_slice(&bytes)
        .map_err(|_| unreadable("holds no base that this version reads"))?;
    match stored.goodword {
        FORMAT => Ok(Some(stored)),
        _ => Err(unreadable("was written by a newer Goodword")),
    }
}

/// Writes what is agreed on from now on with the book of this file; none for the demo's.
///
/// # Errors
/// As the file system says, in words.
pub fn keep_base(
    disk: &dyn Disk,
    folder: &Path,
    base: &Base,
    book: Option<&Path>,
) -> Result<(), String> {
    let stored = Stored {
        goodword: FORMAT,
        book: book.map(whole),
        cards: base.clone(),
    };
    let path = folder.join(BASE);
    let text = serde_json::to_string_pretty(&stored).map_err(|error| error.to_string())?;
    let is_there = disk
        .read(&path, LARGEST_BASE)
        .is_ok_and(|bytes| bytes == text.as_bytes());
    if is_there {
        return Ok(());
    }
    put(disk, &path, &text)
        .and_then(|()| disk.sync_folder(folder))
        .map_err(|error| format!("{} could not be written: {error}", shown(&path)))
}

/// Makes the folder where there is none.
///
/// # Errors
/// As the file system says, in words.
pub fn make(disk: &dyn Disk, folder: &Path) -> Result<(), String> {
    let made = disk.create_folder(folder);
    made.map_err(|error| format!("{} could not be made: {error}", shown(folder)))
}

/// Puts a card into its file, for nobody but its owner (0600), whole or not at all, unless the file holds something else
/// than `before` by now.
///
/// # Errors
/// In words: what stands there instead, or what the file system says.
pub fn write(
    disk: &dyn Disk,
    folder: &Path,
    file: &str,
    before: Option<&str>,
    text: &str,
) -> Result<(), String> {
    let path = folder.join(file);
    let failed = |error: io::Error| format!("{} could not be written: {error}", shown(&path));
    let Some(before) = before else {
        let mut draft = disk.create_draft(&path).map_err(failed)?;
        disk.write(&mut draft, text.as_bytes()).map_err(failed)?;
        return disk.place_new(draft, &path).map_err(failed);
    };
    let now = disk.read(&path, LARGEST_CARD).map_err(failed)?;
    if now != before.as_bytes() {
        return Err(format!(
            "{} was changed meanwhile, and stays as it is",
            shown(&path)
        ));
    }
    put(disk, &path, text).map_err(failed)
}

fn put(disk: &dyn Disk, path: &Path, text: &str) -> io::Result<()> {
    let mut draft = disk.create_draft(path)?;
    disk.write(&mut draft, text.as_bytes())?;
    disk.sync(&draft)?;
    disk.name_draft(draft, path)
}

fn shown(path: &Path) -> String {
    clean::line(&path.display().to_string())
}

/// Whether something can be kept in step with this: a folder, or a path that is written like one.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/")
}

/// What was read of the cards of shared folders and taken into the book: it is agreed on from now on. A folder that is in
/// step with another book stays so.
///
/// # Errors
/// In words, for a folder that cannot be written. Nothing is lost then: the next import finds the same changes, and knows
/// them for the book's own.
pub fn settle(
    disk: &dyn Disk,
    (book, file): (&Book, &Path),
    read: impl IntoIterator<Item = (PathBuf, String, Last)>,
    gone: impl IntoIterator<Item = (PathBuf, String)>,
) -> Result<(), String> {
    let mut folders: BTreeMap<PathBuf, Base> = BTreeMap::new();
    for (folder, file, last) in read {
        folders.entry(folder).or_default().insert(file, last);
    }
    let mut missing: BTreeMap<PathBuf, Vec<String>> = BTreeMap::new();
    for (folder, file) in gone {
        folders.entry(folder.clone()).or_default();
        missing.entry(folder).or_default().push(file);
    }
    for (folder, read) in folders {
        let mut agreed = base(disk, &folder)?.unwrap_or_default();
        if refuse_anothers(disk, &folder, book, Some(file)).is_err() {
            continue;
        }
        agreed.extend(read);
        for file in missing.remove(&folder).into_iter().flatten() {
            if let Some(last) = agreed.get_mut(&file) {
                last.gone = true;
            }
        }
        keep_base(disk, &folder, &agreed, Some(file))?;
    }
    Ok(())
}
