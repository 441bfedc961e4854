//! A home folder for one test, in which the program itself is run.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use goodword::domain::Book;
use goodword::store::{BookFile, Save};

pub(crate) struct Home(tempfile::TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn book_path(&self) -> PathBuf {
        self.path("data/goodword/book.ron")
    }

    pub(crate) fn save(&self, book: &Book) {
        let mut opened = BookFile::open(&self.book_path()).unwrap();
        assert!(matches!(opened.file.save(book), Save::Saved));
    }

    pub(crate) fn book(&self) -> Book {
        let opened = BookFile::open(&self.book_path()).unwrap();
        assert!(opened.problems().is_empty(), "{:?}", opened.problems());
        opened.book
    }

    /// Puts a text into a file.
    pub(crate) fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Runs the program with everything that it keeps below this home.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_goodword"))
            .args(["--today", "2026-09-24"])
            .args(arguments)
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .output()
            .unwrap()
    }

    /// Every file and folder below.
    pub(crate) fn everything(&self) -> Vec<PathBuf> {
        below(self.0.path())
    }

    /// In which files a text stands, in their names or within, in any case of letters.
    pub(crate) fn hits(&self, text: &str) -> Vec<PathBuf> {
        let text = text.to_lowercase();
        let mut hits = self.everything();
        hits.retain(|path| {
            let content = fs::read(path).unwrap_or_default();
            let content = String::from_utf8_lossy(&content).to_lowercase();
            let name = path
                .strip_prefix(self.0.path())
                .unwrap()
                .display()
                .to_string();
            content.contains(&text) || name.to_lowercase().contains(&text)
        });
        hits
    }
}

pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            paths.extend(below(&entry.path()));
        }
        paths.push(entry.path());
    }
    paths.sort();
    paths
}

pub(crate) fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn complained(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
