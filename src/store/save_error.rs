//! Why a book could not be saved.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::LARGEST;
use super::excerpt::visible_text;
use super::link::LeadsNowhere;
use crate::domain::redacted::redacted;

/// Why a book could not be saved. The file is as it was, and the change is still in memory.
#[derive(Debug)]
pub struct SaveError {
    path: PathBuf,
    cause: Refusal,
}

pub(super) enum Refusal {
    /// The file is not as it was last read or written.
    ForeignChange,
    /// The file was there, and now its folder is gone.
    FolderGone,
    /// The links lead back to themselves.
    Loop,
    /// Something stands there that is no file.
    NotAFile,
    /// The file's permissions say that nobody writes it.
    WriteProtected,
    /// The book has grown beyond what can be read.
    TooLarge,
    /// The text does not read back as the book; a mistake of the program.
    NotTheBook(String),
    /// What came back from the disk is not what was written.
    NotWhatWasWritten,
    /// The system says no, while doing this.
    Failed(&'static str, io::Error),
}

redacted!(enum Refusal:
    ForeignChange, FolderGone, Loop, NotAFile, WriteProtected, TooLarge, NotTheBook {}, NotWhatWasWritten,
    Failed(doing, error)
);

impl SaveError {
    pub(super) fn new(path: &Path, cause: Refusal) -> Self {
        Self {
            path: path.to_owned(),
            cause,
        }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether another program changed the file since it was last read or written here.
    #[must_use]
    pub const fn is_foreign_change(&self) -> bool {
        matches!(self.cause, Refusal::ForeignChange)
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = visible_text(&self.path.display().to_string());
        write!(f, "Not saved: {path} {}", self.cause)
    }
}

impl std::error::Error for SaveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Refusal::Failed(_, error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ForeignChange => f.write_str(
                "was changed by another program since Goodword read it. Nothing was overwritten. Save under another \
                 name, or open the file again.",
            ),
            Self::FolderGone => {
                f.write_str("is gone, with its folder. Is its disk connected? Bring it back and save again.")
            }
            Self::Loop => f.write_str("is a link that leads back to itself. Mend the link and save again."),
            Self::NotAFile => f.write_str("is no file. Save under another name."),
            Self::WriteProtected => {
                f.write_str("is write-protected. Take the protection away (chmod u+w) and save again.")
            }
            Self::TooLarge => write!(
                f,
                "would be larger than {} MiB, which Goodword could not read again. Take something out of the book.",
                LARGEST >> 20
            ),
            Self::NotTheBook(why) => write!(
                f,
                "would not read back as the book ({why}). This is a mistake in Goodword; the file is as it was."
            ),
            Self::NotWhatWasWritten => f.write_str(
                "would not be what was written: the disk gave back other bytes. The file is as it was. Check the disk, \
                 or save elsewhere.",
            ),
            Self::Failed(doing, error) => {
                write!(f, "is as it was: {doing} failed ({error}). {}", advice(error))
            }
        }
    }
}

fn advice(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "Free some space and save again."
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "Allow writing there and save again, or save under another name."
        }
        _ => "Save again, or under another name.",
    }
}

impl From<LeadsNowhere> for Refusal {
    fn from(why: LeadsNowhere) -> Self {
        match why {
            LeadsNowhere::Loop => Self::Loop,
            LeadsNowhere::Failed(error) => Self::Failed("finding the file", error),
        }
    }
}
