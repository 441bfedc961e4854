//! A book, a folder of cards beside it, and the subcommands on both.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::domain::duplicates::joining::Joining;
use goodword::domain::id::Id;
use goodword::domain::relationship::Relationships;
use goodword::store::BookFile;

pub(crate) struct Shell {
    home: tempfile::TempDir,
}

impl Shell {
    /// A book with these people.
    pub(crate) fn with(people: Vec<Contact>) -> Self {
        let shell = Self {
            home: tempfile::tempdir().unwrap(),
        };
        let mut book = Book::default();
        for one in people {
            book.contacts.put(one);
        }
        shell.keep(&book);
        shell
    }

    fn path(&self) -> PathBuf {
        self.home.path().join("book.ron")
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.home.path().join("cards")
    }

    pub(crate) fn book(&self) -> Book {
        BookFile::open(&self.path()).unwrap().book
    }

    fn keep(&self, book: &Book) {
        BookFile::open(&self.path()).unwrap().file.save(book);
    }

    /// Changes one person of the book.
    pub(crate) fn edit(&self, name: &str, change: impl FnOnce(&mut Contact)) {
        let mut book = self.book();
        let mut person = self.person(name);
        change(&mut person);
        book.contacts.put(person);
        self.keep(&book);
    }

    pub(crate) fn remove(&self, name: &str) {
        let mut book = self.book();
        book.contacts.remove(self.person(name).id);
        self.keep(&book);
    }

    pub(crate) fn person(&self, name: &str) -> Contact {
        let book = self.book();
        let found = book.contacts.iter().find(|one| one.name == name);
        Contact::clone(found.unwrap_or_else(|| panic!("nobody is called {name}")))
    }

    /// Exports into the folder; what it says.
    pub(crate) fn export(&self, more: &[&str]) -> String {
        let folder = format!("{}/", self.folder().display());
        let mut words = vec!["export", "vcard3", "--to", &folder];
        words.extend(more);
        said(&self.run(&words))
    }

    /// Exports the demo into the folder; what it says.
    pub(crate) fn export_demo(&self) -> String {
        let folder = format!("{}/", self.folder().display());
        said(&self.run_with(&["--demo", "export", "vcard3", "--to", &folder]))
    }

    /// Exports into the folder of another one; what it says.
    pub(crate) fn export_into(&self, folder: &Path) -> String {
        let folder = format!("{}/", folder.display());
        said(&self.run(&["export", "vcard3", "--to", &folder]))
    }

    /// Imports the folder of another one.
    pub(crate) fn import_from(&self, folder: &Path) {
        let folder = folder.display().to_string();
        assert!(self.run(&["import", &folder]).status.success());
    }

    /// Imports the folder; what it says. The second time nothing changes.
    pub(crate) fn import(&self) -> String {
        let folder = self.folder().display().to_string();
        let words = ["import", &folder];
        let first = said(&self.run(&words));
        let book = self.book();
        let second = said(&self.run(&words));
        assert!(second.contains("The book stays as it is."), "{second}");
        assert!(self.book() == book, "a second import changes the book");
        first
    }

    /// What the day asks for.
    pub(crate) fn today(&self) -> String {
        said(&self.run(&["today"]))
    }

    /// Makes one person of two.
    pub(crate) fn merge(&self, stays: &str, goes: &str) {
        let ids = (self.person(stays).id, self.person(goes).id);
        let book = self.book();
        let joining = Joining::of(&book, &Relationships::of(&book), ids).unwrap();
        assert_eq!(joining.stays, ids.0);
        self.keep(&joining.apply(&book).unwrap());
    }

    /// What an import of the folder would do.
    pub(crate) fn preview(&self) -> String {
        let folder = self.folder().display().to_string();
        said(&self.run(&["import", &folder, "--dry-run"]))
    }

    /// Imports a folder that is refused; what it says.
    pub(crate) fn import_refused(&self) -> String {
        let folder = self.folder().display().to_string();
        let output = self.run(&["import", &folder]);
        assert_eq!(output.status.code(), Some(1));
        said(&output)
    }

    fn run(&self, words: &[&str]) -> Output {
        let path = self.path().display().to_string();
        let book = ["--book", path.as_str()];
        self.run_with(&[&book, words].concat())
    }

    fn run_with(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_goodword"))
            .args(["--today", "2026-09-24"])
            .args(words)
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path().join("config"))
            .env("XDG_STATE_HOME", self.home.path().join("state"))
            .env("XDG_DATA_HOME", self.home.path().join("data"))
            .output()
            .unwrap()
    }

    /// The names of the cards in the folder.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort();
        names
    }

    pub(crate) fn card(&self, file: &str) -> String {
        fs::read_to_string(self.folder().join(file)).unwrap()
    }

    /// What another program does to a card.
    pub(crate) fn on_the_phone(&self, file: &str, change: impl FnOnce(String) -> String) {
        let before = self.card(file);
        let after = change(before.clone());
        assert_ne!(before, after, "the phone changes something");
        fs::write(self.folder().join(file), after).unwrap();
    }

    pub(crate) fn put(&self, file: &str, card: &str) {
        fs::create_dir_all(self.folder()).unwrap();
        fs::write(self.folder().join(file), card).unwrap();
    }
}

fn said(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    text(&output.stdout) + &text(&output.stderr)
}

/// Somebody by number.
pub(crate) fn somebody(number: u128, name: &str) -> Contact {
    Contact {
        id: Id::from_u128(number),
        name: name.to_owned(),
        added: "2026-01-01".parse().unwrap(),
        ..Contact::default()
    }
}

/// Ana, with all that a card can hold.
pub(crate) fn ana() -> Contact {
    Contact {
        nicknames: vec!["Nana".to_owned()],
        organisation: "Lumen".to_owned(),
        role: "Director".to_owned(),
        emails: vec![
            "ana@lumen.example".to_owned(),
            "ana@home.example".to_owned(),
        ],
        phones: vec!["+49 30 1234".to_owned()],
        urls: vec!["https://lumen.example/ana?a=1,2;b".to_owned()],
        tags: vec!["climbing".to_owned(), "a, b".to_owned()],
        notes: "Prefers mornings;\nnever \"late\", she says.".to_owned(),
        ..somebody(7, "Ana Lia Silva")
    }
}
