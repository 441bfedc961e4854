//! Versions of a book that another program hands over to be merged: git puts each into a file of its own, and takes the
//! result out of one of them. Such a file is nobody's book: it has no lock and no backups.

use std::path::Path;

use super::disk::Disk;
use super::link::follow;
use super::open_error::{Cause, OpenError, Role};
use super::save_error::{Refusal, SaveError};
use super::{decode, encode, open};
use crate::domain::Book;

/// What a version is to a merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Where both sides came from; an empty file where they have nothing in common.
    Base,
    /// One of the two sides.
    Side,
}

/// Reads a version; `called` is what an error calls it. Records without an id get one that follows from what they say,
/// so that the same record is the same in every version.
///
/// # Errors
/// [`OpenError`] for a file that is not there, cannot be read, or is no book of this format.
pub fn read(disk: &dyn Disk, file: &Path, part: Part, called: &Path) -> Result<Book, OpenError> {
    let failed = |cause| OpenError::new(called, Role::Version, cause);
    let content = open::read(disk, file, Role::Version).map_err(|error| error.called(called))?;
    let missing = || failed(Cause::Failed(std::io::ErrorKind::NotFound.into()));
    let bytes = content.ok_or_else(missing)?.bytes;
    if part == Part::Base && bytes.is_empty() {
        return Ok(Book::default());
    }
    let mut book = decode::book(&bytes).map_err(|wrong| failed(wrong.into()))?;
    book.give_missing_ids();
    Ok(book)
}

/// Puts a book into the place of a version in one step, after reading it back.
///
/// # Errors
/// [`SaveError`]; the file is as it was.
pub fn write(disk: &dyn Disk, file: &Path, book: &Book) -> Result<(), SaveError> {
    put(disk, file, book).map_err(|cause| SaveError::new(file, cause))
}

fn put(disk: &dyn Disk, file: &Path, book: &Book) -> Result<(), Refusal> {
    let failed = |doing| move |error| Refusal::Failed(doing, error);
    let not_the_book = |why: String| Refusal::NotTheBook(why);
    let text = encode::encode(book).map_err(|error| not_the_book(error.to_string()))?;
    // Whatever its size: a merge that cannot be read again is found here, not by whoever opens it next.
    let again = decode::book(text.as_bytes()).map_err(|wrong| not_the_book(wrong.to_string()))?;
    if again != *book {
        return Err(not_the_book("it reads otherwise".to_owned()));
    }
    let target = follow(disk, file)?;
    let mut draft = disk
        .create_draft(&target.path)
        .map_err(failed("making a new file beside it"))?;
    disk.write(&mut draft, text.as_bytes())
        .map_err(failed("writing"))?;
    if let Some(entry) = target.entry {
        disk.set_mode(&draft, entry.mode)
            .map_err(failed("setting the permissions"))?;
    }
    disk.sync(&draft).map_err(failed("waiting for the disk"))?;
    let back = disk
        .read_back(&draft)
        .map_err(failed("reading back what was written"))?;
    if back != text.as_bytes() {
        return Err(Refusal::NotWhatWasWritten);
    }
    disk.name_draft(draft, &target.path)
        .map_err(failed("putting the new file in its place"))
}
