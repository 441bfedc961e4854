//! The emergency copy: a book as it stood in memory when it could not be saved to its own file.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use super::{encode, new_file};
use crate::domain::Book;

/// Writes a book to a new file for its owner only (0600), called after the book's own file and the process:
/// `book-4711.ron`. Nothing is asked of the book: one that reads otherwise is worth more than none.
///
/// # Errors
/// As the file system says, or where the book cannot be put into words at all.
pub fn write(
    disk: &dyn Disk,
    folder: &Path,
    own: &Path,
    process: u32,
    book: &Book,
) -> io::Result<PathBuf> {
    let text = encode::encode(book).map_err(io::Error::other)?;
    let own = own.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{own}-{process}");
    new_file::write(disk, folder, &name, "ron", &text)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    use crate::store::disk::RealDisk;
    use crate::store::{BookFile, demo};

    #[test]
    fn a_copy_opens_as_the_book_and_takes_no_others_place() {
        let world = tempfile::tempdir().unwrap();
        let folder = world.path().join("state/emergency");
        let book = demo::book(demo::ANCHOR).unwrap();
        let write = || write(&RealDisk, &folder, Path::new("/my/people.ron"), 4711, &book).unwrap();
        let (first, second) = (write(), write());
        assert_eq!(first, folder.join("people-4711.ron"));
        assert_eq!(second, folder.join("people-4711-2.ron"));
        let opened = BookFile::open(&first).unwrap();
        assert!(opened.book == book);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&first)), (0o700, 0o600));
    }
}
