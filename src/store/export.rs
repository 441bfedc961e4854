//! A book, or text made of one, to a file that the user names.

use std::io;
use std::path::Path;

use super::disk::{Disk, folder_of};
use super::encode;
use crate::domain::Book;

/// The text of a book.
///
/// # Errors
/// Where it cannot be put into words at all.
pub fn text(book: &Book) -> Result<String, String> {
    encode::encode(book).map_err(|error| error.to_string())
}

/// Writes a text to a new file for nobody but its owner (0600), whole or not at all. No file is replaced.
///
/// # Errors
/// As the file system says.
pub fn write(disk: &dyn Disk, path: &Path, text: &str) -> Result<(), String> {
    let folder = folder_of(path);
    let written = disk.create_draft(folder).and_then(|mut draft| {
        disk.write(&mut draft, text.as_bytes())?;
        disk.sync(&draft)?;
        disk.place_new(draft, path)?;
        disk.sync_folder(folder)
    });
    written.map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            format!("{} is there already; none is replaced", path.display())
        }
        _ => format!("{} could not be written: {error}", path.display()),
    })
}
