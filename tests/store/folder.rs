//! A folder for one test, and what the tests do with books.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use goodword::domain::Book;
use goodword::store::{BookFile, Opened, Save};

/// A folder that goes away with the test.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One in memory where the machine has such a place: thousands of saves need not wait for a disk each.
    pub(crate) fn in_memory() -> Self {
        let memory = Path::new("/dev/shm");
        tempfile::tempdir_in(memory).map_or_else(|_| Self::new(), Self)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Puts a file there.
    pub(crate) fn put(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// The names of everything in the folder, sorted, but for the lock and what was put aside, which stay.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter(|name| !(name.ends_with(".ron.lock") || name.ends_with(".ron.previous")))
            .collect();
        names.sort();
        names
    }
}

pub(crate) fn open(path: &Path) -> Opened {
    BookFile::open(path).unwrap_or_else(|error| panic!("{error}"))
}

/// The message of a book that is refused; checks that its bytes are as they were.
pub(crate) fn refused(path: &Path) -> String {
    let before = fs::read(path).ok();
    let error = BookFile::open(path).unwrap_err();
    assert_eq!(fs::read(path).ok(), before, "the file is as it was");
    error.to_string()
}

pub(crate) fn save(file: &mut BookFile, book: &Book) {
    match file.save(book) {
        Save::Saved => {}
        other => panic!("{other:?}"),
    }
}

/// The reason why a book was not saved.
pub(crate) fn not_saved(result: Save) -> String {
    match result {
        Save::NotSaved(error) => error.to_string(),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

pub(crate) fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}
