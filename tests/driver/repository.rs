//! A git repository of its own, which knows nothing of this machine's settings.

use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use goodword::domain::Book;
use goodword::store::disk::RealDisk;
use goodword::store::version::{self, Part};

/// The book in the repository, unless a story calls it otherwise.
pub(crate) const BOOK: &str = "book.ron";

/// The program.
pub(crate) const GOODWORD: &str = env!("CARGO_BIN_EXE_goodword");

/// A git repository in a temporary folder.
pub(crate) struct Repository {
    folder: tempfile::TempDir,
}

/// How a command ended, and what it said.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
}

impl Repository {
    /// An empty one, without a driver.
    pub(crate) fn new() -> Self {
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        repository.git(&["init", "-q", "-b", "main"]);
        repository
    }

    /// One without files of its own, to which others push.
    pub(crate) fn bare() -> Self {
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        repository.git(&["init", "-q", "--bare", "-b", "main"]);
        repository
    }

    /// A clone of another one.
    pub(crate) fn clone_of(other: &Self) -> Self {
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        let other = other.path(".").display().to_string();
        repository.git(&["clone", "-q", &other, "."]);
        repository
    }

    /// An empty one with the driver, set up as docs/sync.md says.
    pub(crate) fn with_driver() -> Self {
        let repository = Self::new();
        let lines = lines_of_the_page();
        assert_eq!(lines.lines().count(), 3, "{lines}");
        let ended = repository.run("sh", ["-euc", &lines]);
        assert_eq!(ended.code, Some(0), "{}", ended.said);
        repository
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs git, which is to succeed; gives what it said.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let ended = self.try_git(arguments);
        assert_eq!(ended.code, Some(0), "git {arguments:?}: {}", ended.said);
        ended.said
    }

    /// Runs git.
    pub(crate) fn try_git(&self, arguments: &[&str]) -> Ended {
        self.run("git", arguments)
    }

    /// Writes the book and commits it.
    pub(crate) fn commit(&self, book: &Book, message: &str) {
        version::write(&RealDisk, &self.path(BOOK), book).unwrap();
        self.git(&["add", "--", "."]);
        self.git(&["commit", "-qm", message]);
    }

    /// The book that stands there now.
    pub(crate) fn book(&self) -> Book {
        read(&self.path(BOOK))
    }

    /// Gives git a stream of commits at once.
    pub(crate) fn import(&self, stream: &[u8]) {
        let mut child = self
            .command("git", ["fast-import", "--quiet"])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(stream).unwrap();
        assert!(child.wait().unwrap().success());
    }

    /// Runs a program in the folder of the repository.
    pub(crate) fn run<S: AsRef<OsStr>>(
        &self,
        program: &str,
        words: impl IntoIterator<Item = S>,
    ) -> Ended {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command(program, words).output().unwrap();
        Ended {
            code: status.code(),
            said: String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned(),
        }
    }

    fn command<S: AsRef<OsStr>>(
        &self,
        program: &str,
        words: impl IntoIterator<Item = S>,
    ) -> Command {
        let goodword = Path::new(GOODWORD).parent().unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = [goodword.to_owned()]
            .into_iter()
            .chain(std::env::split_paths(&path));
        let mut command = Command::new(program);
        command
            .args(words)
            .current_dir(self.folder.path())
            .env("PATH", std::env::join_paths(folders).unwrap())
            .env("HOME", self.folder.path())
            .env("LC_ALL", "C")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .envs(["AUTHOR", "COMMITTER"].into_iter().flat_map(|who| {
                [
                    (format!("GIT_{who}_NAME"), "Somebody"),
                    (format!("GIT_{who}_EMAIL"), "somebody@example.org"),
                    (format!("GIT_{who}_DATE"), "2026-09-24T12:00:00Z"),
                ]
            }));
        for outer in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(outer);
        }
        command
    }
}

/// A book from a file, as whoever opens it next would read it.
pub(crate) fn read(path: &Path) -> Book {
    version::read(&RealDisk, path, Part::Side, path).unwrap()
}

/// The lines for git in the section "On two machines" of its page.
fn lines_of_the_page() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sync.md");
    let page = fs::read_to_string(page).unwrap();
    let section = page.split("## On two machines").nth(1).unwrap();
    let block = section.split("```sh\n").nth(1).unwrap();
    block.split("```").next().unwrap().to_owned()
}
