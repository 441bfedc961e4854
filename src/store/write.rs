//! Bytes into a file, so that at every moment either the old file or the new one stands there, whole.
//!
//! The new file changes places with the old one, which is kept aside: what another program wrote into it in the last
//! moment, or still writes, is found there and not lost.

use std::fs::File;
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::LARGEST;
use super::disk::{Disk, Entry, EntryKind, beside, folder_of};
use super::fingerprint::Fingerprint;
use super::link::{Target, follow, has_folder};
use super::lock::WriteLock;
use super::save_error::Refusal;

/// What is known of a file.
#[derive(Clone, Copy, Default)]
pub(super) struct Known {
    /// The bytes that were last read or written; `None` where there was no file.
    pub(super) now: Option<Fingerprint>,
    /// The bytes of the file that was put aside; `None` where this program has put none aside.
    pub(super) aside: Option<Fingerprint>,
    /// Whether a save put them there and does not know that they would survive a power cut.
    pub(super) maybe_not_durable: bool,
}

/// What is in place now: the new bytes.
#[derive(Debug)]
pub(super) struct Written {
    /// Why they might not survive a power cut; `None` where they are on the disk.
    pub(super) not_durable: Option<io::Error>,
    /// What stood there before.
    pub(super) before: Before,
}

/// What became of what stood there before.
#[derive(Debug)]
pub(super) enum Before {
    /// There was nothing, or it is as good as gone.
    Gone,
    /// It stands aside, and is this; `None` where that could not be read. The file itself is held, where it can be.
    Aside(Option<Vec<u8>>, Option<File>),
}

impl Written {
    const DURABLE: Self = Self {
        not_durable: None,
        before: Before::Gone,
    };
}

/// Puts the bytes into the file at a path, unless it holds anything else than what is known of it.
pub(super) fn write(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    known: Known,
) -> Result<Written, Refusal> {
    let target = follow(disk, path)?;
    refuse_protected(target.entry)?;
    make_folder(disk, &target, known)?;
    let _lock = WriteLock::take(disk, &target.path)?;
    let now = present(disk, &target.path)?;
    if now.as_deref() == Some(bytes) {
        return Ok(if known.maybe_not_durable {
            sync_folder(disk, &target.path, Before::Gone)
        } else {
            Written::DURABLE
        });
    }
    refuse_foreign(now, known)?;
    refuse_late(disk, &target.path, known)?;
    let draft = draft(disk, &target, bytes)?;
    // Once more, right before it is put there: writing and waiting for the disk took their time.
    let now = present(disk, &target.path)?;
    let replaces = now.is_some();
    refuse_foreign(now, known)?;
    refuse_late(disk, &target.path, known)?;
    let put = if replaces {
        change_places(disk, draft, &target.path)
    } else {
        let placed = disk.place_new(draft, &target.path);
        placed.map(|()| Before::Gone)
    };
    match put {
        Ok(before) => Ok(sync_folder(disk, &target.path, before)),
        Err(error) => after_failure(disk, &target.path, bytes, error),
    }
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
pub(super) fn present(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<u8>>, Refusal> {
    match disk.read(path, LARGEST + 1) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Refusal::Failed("reading it before writing", error)),
    }
}

/// A file that is gone holds nothing that could be lost: it may be written again.
fn refuse_foreign(now: Option<Vec<u8>>, known: Known) -> Result<(), Refusal> {
    match now {
        Some(now) if known.now != Some(Fingerprint::of(&now)) => Err(Refusal::ForeignChange(now)),
        _ => Ok(()),
    }
}

/// A program that had opened the file before it was put aside may have written to it since.
fn refuse_late(disk: &dyn Disk, target: &Path, known: Known) -> Result<(), Refusal> {
    let Some(aside) = known.aside else {
        return Ok(());
    };
    match present(disk, &beside(target, ASIDE))? {
        Some(now) if Fingerprint::of(&now) != aside => Err(Refusal::LateChange(now)),
        _ => Ok(()),
    }
}

/// What the file is called that was put aside: ".book.ron.previous".
pub(super) const ASIDE: &str = "previous";

fn make_folder(disk: &dyn Disk, target: &Target, known: Known) -> Result<(), Refusal> {
    if has_folder(disk, &target.path) {
        return Ok(());
    }
    if known.now.is_some() || target.by_link {
        return Err(Refusal::FolderGone);
    }
    disk.create_folder(folder_of(&target.path))
        .map_err(|error| Refusal::Failed("making its folder", error))
}

/// The bytes in a file beside the target, on the disk, read back and compared, with the target's permissions.
fn draft(disk: &dyn Disk, target: &Target, bytes: &[u8]) -> Result<NamedTempFile, Refusal> {
    let failed = |doing| move |error| Refusal::Failed(doing, error);
    let mut draft = disk
        .create_draft(&target.path)
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

/// Puts the draft there and keeps what stood there aside. Where the file system cannot exchange files the draft replaces
/// the old one.
fn change_places(disk: &dyn Disk, draft: NamedTempFile, target: &Path) -> io::Result<Before> {
    let aside = beside(target, ASIDE);
    disk.name_draft(draft, &aside)?;
    match disk.exchange(&aside, target) {
        Ok(()) => {
            // Whoever may read the book need not read what was taken out of it. A save does not fail for that.
            let _ = disk.close_to_others(&aside);
            Ok(Before::Aside(
                disk.read(&aside, LARGEST + 1).ok(),
                disk.hold(&aside).ok(),
            ))
        }
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            disk.rename(&aside, target).map(|()| Before::Gone)
        }
        Err(error) => Err(error),
    }
}

/// A rename may fail and yet have happened: what stands there tells.
fn after_failure(
    disk: &dyn Disk,
    target: &Path,
    bytes: &[u8],
    error: io::Error,
) -> Result<Written, Refusal> {
    match present(disk, target) {
        Ok(Some(now)) if now == bytes => Ok(Written {
            not_durable: Some(error),
            before: Before::Aside(None, None),
        }),
        Ok(Some(now)) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Refusal::ForeignChange(now))
        }
        _ => Err(Refusal::NotPlaced(error)),
    }
}

fn sync_folder(disk: &dyn Disk, target: &Path, before: Before) -> Written {
    Written {
        not_durable: disk.sync_folder(folder_of(target)).err(),
        before,
    }
}
