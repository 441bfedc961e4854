//! Bytes into a file, so that at every moment either the old file or the new one stands there, whole.

use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::LARGEST;
use super::disk::{Disk, Entry, EntryKind, folder_of};
use super::link::{Target, follow, has_folder};
use super::save_error::Refusal;

/// What is known of a file.
#[derive(Default)]
pub(super) struct Known {
    /// The bytes that were last read or written; `None` where there was no file.
    pub(super) bytes: Option<Vec<u8>>,
    /// Whether a save put them there and does not know that they would survive a power cut.
    pub(super) maybe_not_durable: bool,
}

/// What is in place now.
#[derive(Debug)]
pub(super) enum Written {
    /// The new bytes, on the disk.
    Durable,
    /// The new bytes, as far as this moment knows.
    MaybeNotDurable(io::Error),
}

/// Puts the bytes into the file at a path, unless it holds anything else than what is known of it.
pub(super) fn write(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    known: &Known,
) -> Result<Written, Refusal> {
    let target = follow(disk, path)?;
    refuse_protected(target.entry)?;
    let now = present(disk, &target)?;
    if now.as_deref() == Some(bytes) {
        return Ok(if known.maybe_not_durable {
            sync_folder(disk, &target.path)
        } else {
            Written::Durable
        });
    }
    refuse_foreign(now.as_deref(), known)?;
    make_folder(disk, &target, known)?;
    let draft = draft(disk, &target, bytes)?;
    // Once more, right before the rename: writing and waiting for the disk took their time.
    refuse_foreign(present(disk, &target)?.as_deref(), known)?;
    let renamed = rename(disk, draft, &target, now.is_some());
    if let Err(error) = renamed {
        return after_failed_rename(disk, &target, bytes, error);
    }
    Ok(sync_folder(disk, &target.path))
}

fn refuse_protected(entry: Option<Entry>) -> Result<(), Refusal> {
    match entry {
        Some(entry) if entry.kind != EntryKind::File => Err(Refusal::NotAFile),
        // A rename needs no permission of the file that it replaces, so that a wish not to have it written must be asked
        // for.
        Some(entry) if entry.mode & 0o222 == 0 => Err(Refusal::WriteProtected),
        _ => Ok(()),
    }
}

/// The bytes that stand there now; `None` where no file is.
fn present(disk: &dyn Disk, target: &Target) -> Result<Option<Vec<u8>>, Refusal> {
    match disk.read(&target.path, LARGEST + 1) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Refusal::Failed("reading it before writing", error)),
    }
}

/// A file that is gone holds nothing that could be lost: it may be written again.
fn refuse_foreign(now: Option<&[u8]>, known: &Known) -> Result<(), Refusal> {
    if now.is_none() || now == known.bytes.as_deref() {
        Ok(())
    } else {
        Err(Refusal::ForeignChange)
    }
}

fn make_folder(disk: &dyn Disk, target: &Target, known: &Known) -> Result<(), Refusal> {
    if has_folder(disk, &target.path) {
        return Ok(());
    }
    if known.bytes.is_some() || target.by_link {
        return Err(Refusal::FolderGone);
    }
    disk.create_folder(folder_of(&target.path))
        .map_err(|error| Refusal::Failed("making its folder", error))
}

/// The bytes in a file beside the target, on the disk, read back and compared, with the target's permissions.
fn draft(disk: &dyn Disk, target: &Target, bytes: &[u8]) -> Result<NamedTempFile, Refusal> {
    let failed = |doing| move |error| Refusal::Failed(doing, error);
    let mut draft = disk
        .create_draft(folder_of(&target.path))
        .map_err(failed("making a new file beside it"))?;
    disk.write(&mut draft, bytes).map_err(failed("writing"))?;
    if let Some(entry) = target.entry {
        disk.set_mode(&draft, entry.mode)
            .map_err(failed("setting the permissions"))?;
    }
    disk.sync(&draft).map_err(failed("waiting for the disk"))?;
    let back = disk
        .read_back(&draft)
        .map_err(failed("reading back what was written"))?;
    if back == bytes {
        Ok(draft)
    } else {
        Err(Refusal::NotWhatWasWritten)
    }
}

fn rename(
    disk: &dyn Disk,
    draft: NamedTempFile,
    target: &Target,
    replaces: bool,
) -> io::Result<()> {
    if replaces {
        disk.replace(draft, &target.path)
    } else {
        disk.place_new(draft, &target.path)
    }
}

/// A rename may fail and yet have happened: what stands there tells.
fn after_failed_rename(
    disk: &dyn Disk,
    target: &Target,
    bytes: &[u8],
    error: io::Error,
) -> Result<Written, Refusal> {
    if present(disk, target).is_ok_and(|now| now.as_deref() == Some(bytes)) {
        Ok(Written::MaybeNotDurable(error))
    } else if error.kind() == io::ErrorKind::AlreadyExists {
        Err(Refusal::ForeignChange)
    } else {
        Err(Refusal::Failed("putting the new file in its place", error))
    }
}

fn sync_folder(disk: &dyn Disk, target: &Path) -> Written {
    match disk.sync_folder(folder_of(target)) {
        Ok(()) => Written::Durable,
        Err(error) => Written::MaybeNotDurable(error),
    }
}
