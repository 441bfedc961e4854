//! From a path to a file's bytes, with everything that can stand at a path in between.

use std::path::Path;

use super::LARGEST;
use super::disk::{Disk, Entry, EntryKind};
use super::link::{Target, follow, has_folder};
use super::open_error::{Cause, OpenError, Role};

/// A file as it was read.
pub(super) struct Content {
    /// All of its bytes.
    pub(super) bytes: Vec<u8>,
    /// What was known of it before it was opened.
    pub(super) entry: Entry,
}

/// Reads a whole file; `None` where there is none.
pub(super) fn read(disk: &dyn Disk, path: &Path, role: Role) -> Result<Option<Content>, OpenError> {
    content(disk, path).map_err(|cause| OpenError::new(path, role, cause))
}

fn content(disk: &dyn Disk, path: &Path) -> Result<Option<Content>, Cause> {
    let target = follow(disk, path)?;
    let Some(entry) = target.entry else {
        return nothing_there(disk, target);
    };
    match entry.kind {
        EntryKind::File => {}
        EntryKind::Folder => return Err(Cause::Folder),
        // Reading a pipe would wait for ever.
        EntryKind::Link | EntryKind::Other => return Err(Cause::NotAFile),
    }
    if entry.size > LARGEST {
        return Err(Cause::TooLarge);
    }
    // The size may have changed since, so that the reader is bounded too.
    let bytes = disk.read(&target.path, LARGEST + 1)?;
    if u64::try_from(bytes.len()).is_ok_and(|size| size <= LARGEST) {
        Ok(Some(Content { bytes, entry }))
    } else {
        Err(Cause::TooLarge)
    }
}

/// A link into a folder that is gone is most likely a disk that is not there: no reason to start with an empty book.
fn nothing_there(disk: &dyn Disk, target: Target) -> Result<Option<Content>, Cause> {
    if target.by_link && !has_folder(disk, &target.path) {
        Err(Cause::FolderMissing(target.path))
    } else {
        Ok(None)
    }
}
