//! What nobody finished typing, in a file of its own for its owner alone (0600), until it is gone on with or dropped.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::disk::Disk;
use super::{encode, new_file};

/// How such files end: forms were the first to be kept.
const ENDING: &str = "form";

/// What was typed, and the book it is of: another book of the same name may lie elsewhere.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    book: PathBuf,
    form: T,
}

/// The book alone.
#[derive(Deserialize)]
struct Owner {
    book: PathBuf,
}

/// Writes what was typed to a new file.
///
/// # Errors
/// As the file system says, or where it cannot be put into words.
pub fn write<T: Serialize>(
    disk: &dyn Disk,
    folder: &Path,
    book: &Path,
    typed: &T,
) -> io::Result<PathBuf> {
    let kept = Kept {
        book: book.to_owned(),
        form: typed,
    };
    let text = encode::dialect()
        .to_string(&kept)
        .map_err(io::Error::other)?;
    let name = book.file_stem().unwrap_or_default().to_string_lossy();
    new_file::write(disk, folder, &name, ENDING, &text)
}

/// The first that was typed for a book and can be read, as it is kept now or as it was once, and its file.
#[must_use]
pub fn find<T, Old>(folder: &Path, book: &Path) -> Option<(PathBuf, T)>
where
    T: DeserializeOwned + From<Old>,
    Old: DeserializeOwned,
{
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .collect();
    paths.sort();
    paths.into_iter().find_map(|path| {
        let text = fs::read_to_string(&path).ok()?;
        let (of, typed) = match read::<T>(&text) {
            Some(kept) => (kept.book, kept.form),
            None => read::<Old>(&text).map(|kept| (kept.book, kept.form.into()))?,
        };
        (of == book).then_some((path, typed))
    })
}

fn read<T: DeserializeOwned>(text: &str) -> Option<Kept<T>> {
    encode::dialect().from_str(text).ok()
}

/// Whether a file holds what was typed for this book. One that cannot be read is nobody else's.
pub(super) fn is_of(path: &Path, book: &Path) -> bool {
    let text = fs::read_to_string(path).unwrap_or_default();
    let owner: Result<Owner, _> = encode::dialect().from_str(&text);
    owner.map_or(true, |owner| owner.book == book)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::store::disk::RealDisk;

    /// Text as it is kept now.
    #[derive(PartialEq, Serialize, Deserialize)]
    enum Now {
        Text(String),
    }

    impl From<String> for Now {
        fn from(text: String) -> Self {
            Self::Text(text)
        }
    }

    #[test]
    fn what_an_older_goodword_kept_is_found_too() {
        let world = tempfile::tempdir().unwrap();
        let book = Path::new("/my/book.ron");
        let find = || find::<Now, String>(world.path(), book).unwrap();
        let old = write(&RealDisk, world.path(), book, &"old".to_owned()).unwrap();
        assert!(find() == (old.clone(), Now::Text("old".to_owned())));
        fs::remove_file(old).unwrap();
        write(&RealDisk, world.path(), book, &Now::Text("new".to_owned())).unwrap();
        assert!(find().1 == Now::Text("new".to_owned()));
    }

    #[test]
    fn a_form_is_found_again_by_its_own_book_alone() {
        let world = tempfile::tempdir().unwrap();
        let folder = world.path().join("unfinished");
        let write = |book: &str, text: &str| {
            write(&RealDisk, &folder, Path::new(book), &text.to_owned()).unwrap()
        };
        let find = |book: &str| find::<String, String>(&folder, Path::new(book));
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
        assert!(is_of(&path, Path::new("/my/book.ron")));
        assert!(!is_of(&path, Path::new("/other/book.ron")));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&path)), (0o700, 0o600));
    }
}
