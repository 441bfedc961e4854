//! `goodword merge --install`: tells the git repository in which the book stands that Goodword merges it.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::domain::clean;
use crate::store::inbox::NAME as INBOX;

/// What git is told once on every machine: the settings, and their values.
const SETTINGS: [(&str, &str); 2] = [
    ("merge.goodword.name", "two versions of a book"),
    ("merge.goodword.driver", "goodword merge %O %A %B --path %P"),
];

/// Sets up what is missing and says what it did; with `dry_run` what it would do. What is so already is left alone.
pub(super) fn install(book: &Path, dry_run: bool) -> Result<String, String> {
    let place = Place::of(book)?;
    let mut said = String::new();
    let mut say = |what: &str, is_so: bool| {
        let state = match (is_so, dry_run) {
            (true, _) => "is so already",
            (false, true) => "would be set up",
            (false, false) => "is set up",
        };
        let _ = writeln!(said, "{}: {state}", clean::line(what));
    };
    for (setting, value) in SETTINGS {
        let is_so = place.git(["config", "--get", setting])?.is(value);
        if !is_so && !dry_run {
            place.git(["config", setting, value])?.or_refused()?;
        }
        say(&format!("git config {setting} \"{value}\""), is_so);
    }
    let lines = [
        (
            ".gitattributes",
            place.pattern("", " merge=goodword"),
            place.is_merged()?,
        ),
        (
            ".gitignore",
            place.pattern(".", "*"),
            place.leaves_out(&format!(".{}.lock", place.name))?,
        ),
        // Lines on their way into the book: they name people too.
        (".gitignore", format!("/{INBOX}"), place.leaves_out(INBOX)?),
        (
            ".gitignore",
            format!("/.{INBOX}.*"),
            place.leaves_out(&format!(".{INBOX}.lock"))?,
        ),
    ];
    for (file, line, is_so) in lines {
        if !is_so && !dry_run {
            append(&place.folder.join(file), &line)?;
        }
        say(&format!("{file}, {line}"), is_so);
    }
    if !dry_run && !place.is_merged()? {
        return Err(
            "another line of git's attributes says otherwise of the book: git check-attr merge"
                .to_owned(),
        );
    }
    said.push_str(&what_next(dry_run));
    Ok(said)
}

/// What is left to do by hand.
fn what_next(dry_run: bool) -> String {
    let mut said = if dry_run {
        "Nothing was changed.\n".to_owned()
    } else {
        "Commit the book, .gitattributes and .gitignore. On every other machine, goodword merge --install once.\n".to_owned()
    };
    let path = std::env::var_os("PATH").unwrap_or_default();
    if !std::env::split_paths(&path).any(|folder| folder.join("goodword").exists()) {
        said.push_str("git looks for goodword in PATH and would not find it there: install it, or set PATH.\n");
    }
    said
}

/// Where the book stands in its repository.
struct Place {
    folder: PathBuf,
    /// The name of the book's file.
    name: String,
}

impl Place {
    fn of(book: &Path) -> Result<Self, String> {
        // A link to a book in a repository leads there; a book that is not there yet is looked for in its folder.
        let book = fs::canonicalize(book).or_else(|_| std::path::absolute(book));
        let book = book.map_err(|error| error.to_string())?;
        let name = book.file_name().and_then(OsStr::to_str);
        let place = Self {
            folder: book.parent().unwrap_or(&book).to_owned(),
            name: name
                .ok_or("the name of the book is not in UTF-8")?
                .to_owned(),
        };
        if place
            .git(["rev-parse", "--is-inside-work-tree"])?
            .is("true")
        {
            Ok(place)
        } else {
            Err(format!(
                "{} is in no git repository; git init there, or --book FILE for a book that is in one",
                place.folder.display()
            ))
        }
    }

    fn git<const N: usize>(&self, words: [&str; N]) -> Result<Said, String> {
        let ran = Command::new("git")
            .arg("-C")
            .arg(&self.folder)
            .args(words)
            .output();
        ran.map(Said).map_err(|error| match error.kind() {
            ErrorKind::NotFound if self.folder.exists() => "git is not installed".to_owned(),
            _ => format!("git: {error}"),
        })
    }

    /// Whether git gives the book to Goodword, whichever line says so.
    fn is_merged(&self) -> Result<bool, String> {
        let said = self.git(["check-attr", "-z", "merge", "--", &self.name])?;
        Ok(said.text().split('\0').nth(2) == Some("goodword"))
    }

    /// Whether a file that Goodword keeps beside the book stays out of the repository.
    fn leaves_out(&self, file: &str) -> Result<bool, String> {
        Ok(self
            .git(["check-ignore", "-q", "--", file])?
            .0
            .status
            .success())
    }

    /// A line that means this book alone: `/book.ron merge=goodword`. What stands for other names, or ends one, is
    /// escaped.
    fn pattern(&self, before: &str, after: &str) -> String {
        let mut name = String::new();
        for letter in self.name.chars() {
            if "*?[]\\".contains(letter) {
                name.push('\\');
            }
            name.push(letter);
        }
        if after.starts_with(' ')
            && name.contains(|letter: char| letter.is_whitespace() || letter == '"')
        {
            let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
            format!("\"/{before}{quoted}\"{after}")
        } else {
            format!("/{before}{name}{after}")
        }
    }
}

/// What git said, and how it ended.
struct Said(Output);

impl Said {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    fn is(&self, text: &str) -> bool {
        self.text().trim_end() == text
    }

    fn or_refused(self) -> Result<(), String> {
        if self.0.status.success() {
            return Ok(());
        }
        let why = String::from_utf8_lossy(&self.0.stderr);
        Err(format!("git: {}", clean::line(why.trim())))
    }
}

/// Adds a line at the end of a file, which is made where there is none.
fn append(path: &Path, line: &str) -> Result<(), String> {
    let failed = |error: io::Error| format!("{}: {error}", path.display());
    let before = match fs::read(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
        before => before.unwrap_or_default(),
    };
    let end = if before.last().is_none_or(|last| *last == b'\n') {
        ""
    } else {
        "\n"
    };
    let file = OpenOptions::new().create(true).append(true).open(path);
    file.and_then(|mut file| file.write_all(format!("{end}{line}\n").as_bytes()))
        .map_err(failed)
}
