//! Why a file could not be read, said so that one knows what to do next.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::LARGEST;
use super::decode::Wrong;
use super::excerpt::{Excerpt, visible_text};
use super::kept::way_back;
use super::link::LeadsNowhere;
use super::{Backup, migrate};
use crate::domain::book::FORMAT_VERSION;

/// Why a book, or the configuration, could not be opened. The file is as it was.
#[derive(Debug)]
pub struct OpenError {
    path: PathBuf,
    role: Role,
    cause: Cause,
    /// The newest backup that can be read.
    newest: Option<Box<Backup>>,
}

/// What the file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The book.
    Book,
    /// A version of the book that is to be merged.
    Version,
    /// The configuration.
    Config,
}

#[derive(Debug)]
pub(super) enum Cause {
    /// The system says no.
    Failed(io::Error),
    /// The links lead back to themselves.
    Loop,
    /// A link into a folder that is not there.
    FolderMissing(PathBuf),
    /// A folder stands at the path.
    Folder,
    /// Something stands there that is neither file nor folder.
    NotAFile,
    /// More bytes than a book may have.
    TooLarge,
    /// The bytes are no book.
    Wrong(Wrong),
}

impl OpenError {
    pub(super) fn new(path: &Path, role: Role, cause: impl Into<Cause>) -> Self {
        Self {
            path: path.to_owned(),
            role,
            cause: cause.into(),
            newest: None,
        }
    }

    /// Names a backup that can be put back, where that would help: not where the file is well and this program too old
    /// for it, and not where something is in the way.
    pub(super) fn with_way_back(self, newest: Option<Backup>) -> Self {
        let helps = match &self.cause {
            Cause::Wrong(Wrong::Format(version)) => migrate::is_older(*version),
            Cause::Wrong(_) | Cause::TooLarge => true,
            _ => false,
        };
        Self {
            newest: newest.filter(|_| helps).map(Box::new),
            ..self
        }
    }

    /// The same, of a file that is called something else than its path.
    pub(super) fn called(mut self, called: &Path) -> Self {
        called.clone_into(&mut self.path);
        self
    }

    /// The line and the column of the mistake, both counted from 1, where it has a place.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        self.excerpt().map(|at| (at.line, at.column))
    }

    /// The same for one row of the screen: the name of the file, the line, and what is wrong there.
    #[must_use]
    pub fn brief(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        let name = visible_text(&name.to_string_lossy());
        match (&self.cause, self.place()) {
            (Cause::Wrong(wrong), Some((line, _))) => {
                format!("{name}, line {line}: {}", detail(wrong))
            }
            (cause, _) => format!("{name} {cause}"),
        }
    }

    fn excerpt(&self) -> Option<&Excerpt> {
        match &self.cause {
            Cause::Wrong(wrong) => wrong.excerpt(),
            _ => None,
        }
    }

    /// What to do next.
    fn advice(&self) -> &'static str {
        match (self.role, &self.cause) {
            (Role::Book, Cause::Wrong(Wrong::Format(version)))
                if *version > FORMAT_VERSION.into() =>
            {
                "Nothing was changed. Update Goodword, or open another book: goodword --book FILE"
            }
            (Role::Book, Cause::Folder) => "Name the file in it: goodword --book FOLDER/book.ron",
            (Role::Book, Cause::Wrong(Wrong::Empty)) => {
                "Nothing was changed. Put a copy of your book there; or remove the file, and Goodword starts with an \
                 empty book; or open another one: goodword --book FILE"
            }
            (Role::Book, Cause::Wrong(_)) => {
                "Nothing was changed. Mend the file in an editor and start again, or open another book: \
                 goodword --book FILE"
            }
            (Role::Book, _) => "Nothing was changed. To open another book: goodword --book FILE",
            (Role::Version, Cause::Wrong(Wrong::Format(_))) => {
                "Nothing was changed. Update Goodword, and merge again."
            }
            (Role::Version, _) => "Nothing was changed. Mend that version, and merge again.",
            (Role::Config, _) => {
                "Nothing was changed. Mend the file, or take it away to do without it. It looks like this: \
                 (me: [\"me@example.org\"])"
            }
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let role = match self.role {
            Role::Book => "The book",
            Role::Version => "The version",
            Role::Config => "The configuration",
        };
        let path = visible_text(&self.path.display().to_string());
        write!(f, "{role} {path} {}", self.cause)?;
        if let Some(at) = self.excerpt() {
            write!(f, "\n\n{at}\n")?;
        }
        if let Cause::Wrong(wrong) = &self.cause {
            let detail = detail(wrong);
            if !detail.is_empty() {
                write!(f, "\n{detail}")?;
            }
        }
        if let Some(newest) = &self.newest {
            write!(f, "\n{}", way_back(&self.path, newest))?;
        }
        write!(f, "\n{}", self.advice())
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.cause {
            Cause::Failed(error) => Some(error),
            _ => None,
        }
    }
}

/// The end of the first sentence.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Failed(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                write!(f, "cannot be read: you have no permission ({error}).")
            }
            Self::Failed(error) => write!(f, "cannot be read: {error}."),
            Self::Loop => f.write_str("is a link that leads back to itself."),
            Self::FolderMissing(target) => write!(
                f,
                "is a link to {}, and the folder of that file is not there. Is its disk connected?",
                visible_text(&target.display().to_string())
            ),
            Self::Folder => f.write_str("is a folder, not a file."),
            Self::NotAFile => f.write_str("is neither a file nor a folder."),
            Self::TooLarge => write!(
                f,
                "is too large: more than {} MiB. It is hardly a file of Goodword.",
                LARGEST >> 20
            ),
            Self::Wrong(wrong) => write!(f, "{wrong}"),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("is empty. Goodword never leaves a file empty, so something else did.")
            }
            Self::Utf16 => f.write_str("is text in UTF-16, not in UTF-8. Save it as UTF-8."),
            Self::Binary => f.write_str("is not a text file."),
            Self::Format(version) if *version > FORMAT_VERSION.into() => write!(
                f,
                "was written by a newer Goodword (format {version}, this one reads {FORMAT_VERSION})."
            ),
            Self::Format(version) => write!(
                f,
                "says that its format is {version}, and does not stand in it (this Goodword writes {FORMAT_VERSION})."
            ),
            Self::Duplicates(_) => f.write_str("holds records that share an id."),
            Self::Unmerged(at) => write!(
                f,
                "holds an unresolved merge: line {}, column {}.",
                at.line, at.column
            ),
            Self::NotUtf8(at) | Self::Mistake { at, .. } => {
                write!(f, "cannot be read: line {}, column {}.", at.line, at.column)
            }
        }
    }
}

/// What else there is to say, under the excerpt.
fn detail(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotUtf8(_) => "Expected text in UTF-8; the bytes from here on are none.".to_owned(),
        Wrong::Unmerged(_) => {
            "Two versions of the file were merged and left for you to choose: keep one side of each, and remove the \
             lines that begin with <<<<<<<, ======= and >>>>>>>."
                .to_owned()
        }
        Wrong::Mistake {
            expected,
            at_the_end: true,
            ..
        } => format!("{expected} The file ends here: it may have been cut off."),
        Wrong::Mistake { expected, .. } => expected.clone(),
        Wrong::Duplicates(sentences) => sentences.join("\n"),
        Wrong::Empty | Wrong::Utf16 | Wrong::Binary | Wrong::Format(_) => String::new(),
    }
}

impl From<Wrong> for Cause {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(wrong)
    }
}

impl From<io::Error> for Cause {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}

impl From<LeadsNowhere> for Cause {
    fn from(why: LeadsNowhere) -> Self {
        match why {
            LeadsNowhere::Loop => Self::Loop,
            LeadsNowhere::Failed(error) => Self::Failed(error),
        }
    }
}
