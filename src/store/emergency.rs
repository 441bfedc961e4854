//! The emergency copy: a book as it stood in memory when it could not be saved to its own file.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, name_of};
use super::{encode, identity, new_file};
use crate::domain::Book;

/// Writes a book to a new file for its owner only (0600), called after the book's own file, where that stands, and the
/// process: `book-0123456789abcdef-4711.ron`. Nothing is asked of the book: one that reads otherwise is worth more than none.
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
    let name = format!("{}{process}", identity::prefix(own));
    new_file::write(disk, folder, &name, "ron", &text)
}

/// The copies of a book in the folder for emergencies, by name; none where they cannot be listed.
#[must_use]
pub fn of(disk: &dyn Disk, folder: &Path, own: &Path) -> Vec<PathBuf> {
    let mut copies = disk.list(folder).unwrap_or_default();
    copies.retain(|path| path.extension().is_some_and(|end| end == "ron") && is_of(path, own));
    copies.sort();
    copies
}

/// Whether a file in the folder for emergencies is a copy of this book, or was to become one.
pub(super) fn is_of(path: &Path, own: &Path) -> bool {
    let name = name_of(path);
    let name = name.strip_prefix('.').unwrap_or(&name);
    name.starts_with(&identity::prefix(own))
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
        let own = Path::new("/my/people.ron");
        let write = |own| write(&RealDisk, &folder, own, 4711, &book).unwrap();
        let (first, second) = (write(own), write(own));
        assert_eq!(
            first,
            folder.join(format!("{}4711.ron", identity::prefix(own)))
        );
        assert_eq!(
            second,
            folder.join(format!("{}4711-2.ron", identity::prefix(own)))
        );
        write(Path::new("/other/people.ron"));
        assert_eq!(of(&RealDisk, &folder, own), [second, first.clone()]);
        let opened = BookFile::open(&first).unwrap();
        assert!(opened.book == book);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&first)), (0o700, 0o600));
    }
}
