//! What is left of saves that were killed: drafts beside the book. One that holds a whole book that stands nowhere else
//! is kept, under a name that shows.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::decode;
use super::disk::{Disk, beside, folder_of, is_draft, name_of};
use super::link::follow;
use super::lock::WriteLock;
use super::write::{ASIDE, present};

/// What a draft is called that is kept: "book.ron.unsaved", "book.ron.unsaved-2".
const UNSAVED: &str = "unsaved";

/// Clears the drafts of a book away; says which were kept, and where. Takes the lock, so that no draft of a save that is
/// under way is touched.
pub(super) fn sweep(disk: &dyn Disk, path: &Path) -> io::Result<Vec<PathBuf>> {
    let refused = |_| io::Error::from(io::ErrorKind::Other);
    let target = follow(disk, path).map_err(|_| io::Error::from(io::ErrorKind::NotFound))?;
    let drafts = drafts(&target.path)?;
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let _lock = WriteLock::take(disk, &target.path).map_err(refused)?;
    let known = [target.path.clone(), beside(&target.path, ASIDE)];
    let known = known.map(|file| present(disk, &file).ok().flatten());
    let mut kept = Vec::new();
    for draft in drafts {
        // Read again under the lock: what was under way may be done.
        let Ok(Some(bytes)) = present(disk, &draft) else {
            continue;
        };
        let stands_elsewhere = known.iter().flatten().any(|known| *known == bytes);
        if stands_elsewhere || decode::book(&bytes).is_err() {
            fs::remove_file(&draft)?;
        } else {
            kept.push(keep(&draft, &target.path, UNSAVED)?);
        }
    }
    Ok(kept)
}

fn drafts(target: &Path) -> io::Result<Vec<PathBuf>> {
    let mut drafts = Vec::new();
    for entry in fs::read_dir(folder_of(target))? {
        let entry = entry?;
        let name = entry.file_name();
        if is_draft(&name.to_string_lossy(), target) && entry.file_type()?.is_file() {
            drafts.push(entry.path());
        }
    }
    drafts.sort();
    Ok(drafts)
}

/// Gives a file beside the book the first free name of this kind.
pub(super) fn keep(file: &Path, target: &Path, kind: &str) -> io::Result<PathBuf> {
    let name = name_of(target);
    let names = (1..).map(|number| match number {
        1 => format!("{name}.{kind}"),
        _ => format!("{name}.{kind}-{number}"),
    });
    for name in names.take(99) {
        let path = folder_of(target).join(name);
        // A hard link, unlike a rename, fails where the name is taken.
        match fs::hard_link(file, &path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(()) => {
                fs::remove_file(file)?;
                return Ok(path);
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
