//! A machine of its own for the program, with a home that nobody else has.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use goodword::domain::Book;
use goodword::store::{BookFile, Save, demo};
use serde_json::Value;

/// A home folder.
pub(crate) struct Shell {
    folder: tempfile::TempDir,
}

impl Shell {
    /// Without a book.
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// With this book.
    pub(crate) fn with(book: &Book) -> Self {
        let shell = Self::new();
        let mut opened = BookFile::open(&shell.book()).unwrap();
        assert!(matches!(opened.file.save(book), Save::Saved));
        shell
    }

    /// With this text as the book.
    pub(crate) fn reading(text: &str) -> Self {
        let shell = Self::new();
        fs::create_dir_all(shell.book().parent().unwrap()).unwrap();
        fs::write(shell.book(), text).unwrap();
        shell
    }

    /// With the people of the demo.
    pub(crate) fn demo() -> Self {
        Self::with(&demo::book(demo::ANCHOR).unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn book(&self) -> PathBuf {
        self.path("data/goodword/book.ron")
    }

    /// The program with these words, on Thursday 24 September 2026.
    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_goodword"));
        command
            .env_clear()
            .env("HOME", self.folder.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_STATE_HOME", self.path("state"))
            .env("GOODWORD_TODAY", "2026-09-24")
            .env("TZ", "Europe/Berlin")
            .current_dir(self.folder.path())
            .args(words);
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// What is printed, with nothing to complain of, and the code it ends with.
    pub(crate) fn ends(&self, words: &[&str]) -> (String, i32) {
        let output = self.run(words);
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert_eq!(complaint, "", "{words:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        (text, output.status.code().unwrap())
    }

    /// What is printed where all goes well.
    pub(crate) fn says(&self, words: &[&str]) -> String {
        let (text, code) = self.ends(words);
        assert_eq!(code, 0, "{words:?}");
        text
    }

    /// What is complained of, with nothing printed.
    pub(crate) fn complains(&self, words: &[&str], code: i32) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(code), "{words:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), "", "{words:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// The items of what is printed for programs.
    pub(crate) fn items(&self, words: &[&str]) -> Vec<Value> {
        let report: Value = serde_json::from_str(&self.ends(words).0).unwrap();
        report["items"].as_array().unwrap().clone()
    }
}
