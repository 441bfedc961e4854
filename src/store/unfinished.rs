//! A form that nobody finished, in a file of its own for its owner alone (0600), until it is gone on with or dropped.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::{encode, new_file};

/// How such files end.
const ENDING: &str = "form";

/// A form, and the book it is of: another book of the same name may lie elsewhere.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    book: PathBuf,
    form: T,
}

/// Writes a form to a new file.
///
/// # Errors
/// As the file system says, or where the form cannot be put into words.
pub fn write<T: Serialize>(
    disk: &dyn Disk,
    folder: &Path,
    book: &Path,
    form: &T,
) -> io::Result<PathBuf> {
    let kept = Kept {
        book: book.to_owned(),
        form,
    };
    let text = encode::dialect()
        .to_string(&kept)
        .map_err(io::Error::other)?;
    let name = book.file_stem().unwrap_or_default().to_string_lossy();
    new_file::write(disk, folder, &name, ENDING, &text)
}

/// The first form of a book that can be read, and its file.
#[must_use]
pub fn find<T: DeserializeOwned>(folder: &Path, book: &Path) -> Option<(PathBuf, T)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .collect();
    paths.sort();
    paths.into_iter().find_map(|path| {
        let text = fs::read_to_string(&path).ok()?;
        let kept: Kept<T> = encode::dialect().from_str(&text).ok()?;
        (kept.book == book).then_some((path, kept.form))
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn a_form_is_found_again_by_its_own_book_alone() {
        let world = tempfile::tempdir().unwrap();
        let folder = world.path().join("unfinished");
        let write = |book: &str, text: &str| {
            write(&RealDisk, &folder, Path::new(book), &text.to_owned()).unwrap()
        };
        let find = |book: &str| find::<String>(&folder, Path::new(book));
        assert!(find("/my/book.ron").is_none(), "no folder yet");
        let path = write("/my/book.ron", "typed \"so far\"\nand more");
        write("/other/book.ron", "else");
        fs::write(folder.join("broken.form"), "(book: ").unwrap();
        assert_eq!(
            find("/my/book.ron"),
            Some((path.clone(), "typed \"so far\"\nand more".to_owned()))
        );
        assert_eq!(find("/other/book.ron").unwrap().1, "else");
        assert!(find("/no/book.ron").is_none());
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&path)), (0o700, 0o600));
    }
}
