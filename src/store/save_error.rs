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
    /// The file is not as it was last read or written, but this.
    ForeignChange(Vec<u8>),
    /// The file that was put aside has been written to since, and is this.
    LateChange(Vec<u8>),
    /// What another program wrote there cannot be read.
    Unreadable(String),
    /// What another program wrote at the last moment cannot be read, and was moved here.
    MovedAside(PathBuf),
    /// Others changed it again and again while it was to be saved.
    NoRest,
    /// Somebody else is writing, and has been for long.
    Locked(String),
    /// The file was there, and is no longer. Never a reason not to write it: see [`super::Look::Unreadable`].
    Gone,
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
    /// The new file is whole, and the system does not let it take its place.
    NotPlaced(io::Error),
    /// The system says no, while doing this.
    Failed(&'static str, io::Error),
}

redacted!(enum Refusal:
    ForeignChange {}, LateChange {}, Unreadable {}, MovedAside(to), NoRest, Locked(by), Gone,
    FolderGone, Loop, NotAFile,
    WriteProtected, TooLarge, NotTheBook {}, NotWhatWasWritten, NotPlaced(error), Failed(doing, error)
);

impl SaveError {
    pub(super) fn new(path: &Path, cause: Refusal) -> Self {
        Self {
            path: path.to_owned(),
            cause,
        }
    }

    /// What is wrong with the file, in a sentence that begins with its path.
    #[must_use]
    pub fn reason(&self) -> String {
        let path = visible_text(&self.path.display().to_string());
        format!("{path} {}", self.cause)
    }

    /// Whether another program may be in the midst of writing the file: a moment later it may be readable again.
    #[must_use]
    pub const fn may_settle(&self) -> bool {
        matches!(self.cause, Refusal::Unreadable(_))
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Not saved: {}", self.reason())
    }
}

impl std::error::Error for SaveError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Refusal::Failed(_, error) | Refusal::NotPlaced(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ForeignChange(_) | Self::LateChange(_) | Self::NoRest => f.write_str(
                "is changed outside Goodword again and again. Nothing was overwritten. Save again in a moment.",
            ),
            Self::Unreadable(why) => write!(
                f,
                "was changed outside Goodword and {why} Nothing was overwritten; what you change is kept here until the \
                 file can be read again."
            ),
            Self::MovedAside(kept) => write!(
                f,
                "was changed outside Goodword while it was saved, to something that cannot be read. That is kept in \
                 {}. Save again.",
                visible_text(&kept.display().to_string())
            ),
            Self::Locked(holder) => write!(
                f,
                "is as it was: {} has been writing it for some time. Save again in a moment.",
                visible_text(holder)
            ),
            Self::Gone => f.write_str(
                "is gone: something moved or removed it. The book stands here alone; save again to write it anew.",
            ),
            Self::FolderGone => {
                f.write_str("is gone, with its folder. Is its disk connected? Bring it back and save again.")
            }
            Self::Loop => f.write_str("is a link that leads back to itself. Mend the link and save again."),
            Self::NotAFile => f.write_str("is no file any longer. Move away what stands there and save again."),
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
                "would not be what was written: the disk gave back other bytes. The file is as it was. Check the disk \
                 and save again.",
            ),
            Self::NotPlaced(error) => write!(
                f,
                "is as it was: putting the new file in its place failed ({error}). {}",
                advice(error)
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
            "Allow writing there and save again."
        }
        _ => "Save again once that is mended.",
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
