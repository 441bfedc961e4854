//! A file's bytes as a book, or what is wrong with them.

use ron::Error;
use ron::error::{Position, SpannedError};
use serde::de::DeserializeOwned;

use super::check;
use super::encode::dialect;
use super::excerpt::Excerpt;
use super::expected::expected;
use super::format;
use super::migrate;
use super::written;
use crate::domain::Book;
use crate::domain::book::FORMAT_VERSION;
use crate::domain::redacted::redacted;

/// What is wrong with the content of a file.
pub(super) enum Wrong {
    /// Nothing in it but blanks.
    Empty,
    /// Text in UTF-16.
    Utf16,
    /// No text at all.
    Binary,
    /// No UTF-8 from here on.
    NotUtf8(Excerpt),
    /// Written by another version of the format.
    Format(u64),
    /// A merge was left unresolved here.
    Unmerged(Excerpt),
    /// No RON, or not what a book holds.
    Mistake {
        /// Where.
        at: Excerpt,
        /// What was expected, in sentences.
        expected: String,
        /// Whether the text ends there.
        at_the_end: bool,
    },
    /// Records that share an id: one sentence each.
    Duplicates(Vec<String>),
}

redacted!(enum Wrong:
    Empty, Utf16, Binary, NotUtf8(at), Format(version), Unmerged(at), Mistake { at }, Duplicates {}
);

impl Wrong {
    /// The place of the mistake, where it has one.
    pub(super) const fn excerpt(&self) -> Option<&Excerpt> {
        match self {
            Self::NotUtf8(at) | Self::Unmerged(at) | Self::Mistake { at, .. } => Some(at),
            _ => None,
        }
    }

    /// Its line, counted from 1.
    pub(super) fn line(&self) -> Option<usize> {
        self.excerpt().map(|at| at.line)
    }
}

/// Reads a book, of this format or an older one. Records without an id have none yet, and only what stops a book from
/// being used is looked for.
pub(super) fn book(bytes: &[u8]) -> Result<Book, Wrong> {
    let text = text(bytes)?;
    let book: Book = match format::version(text) {
        Some(version) if migrate::is_older(version) => migrate::read(version, text)?,
        Some(version) if version != u64::from(FORMAT_VERSION) => {
            return Err(Wrong::Format(version));
        }
        _ => {
            let text = as_utf8(text)?;
            written::book(text).map_or_else(|| parse(text), Ok)?
        }
    };
    if book.version != FORMAT_VERSION {
        return Err(Wrong::Format(u64::from(book.version)));
    }
    let duplicates = check::duplicates(&book);
    if duplicates.is_empty() {
        Ok(book)
    } else {
        Err(Wrong::Duplicates(duplicates))
    }
}

/// Reads anything else that is written in the same dialect.
pub(super) fn value<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Wrong> {
    parse(as_utf8(text(bytes)?)?)
}

/// The bytes without their mark, where they can be text.
fn text(bytes: &[u8]) -> Result<&[u8], Wrong> {
    let start = bytes.get(..2).unwrap_or_default();
    let zeros = memchr::memchr_iter(0, bytes).count();
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(blank) {
        Err(Wrong::Empty)
    } else if start == b"\xff\xfe" || start == b"\xfe\xff" {
        Err(Wrong::Utf16)
    } else if zeros > 0 {
        // Every second byte of western text in UTF-16 is zero.
        Err(if zeros * 3 > bytes.len() {
            Wrong::Utf16
        } else {
            Wrong::Binary
        })
    } else {
        Ok(bytes)
    }
}

fn as_utf8(bytes: &[u8]) -> Result<&str, Wrong> {
    str::from_utf8(bytes).map_err(|error| {
        let text = String::from_utf8_lossy(bytes);
        Wrong::NotUtf8(Excerpt::at_byte(&text, error.valid_up_to()))
    })
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Wrong> {
    dialect().from_str(text).map_err(|error| {
        // Only a text that does not parse is looked through: in a raw string the mark may stand by right.
        let unmerged = text.lines().position(|line| line.starts_with("<<<<<<<"));
        match unmerged {
            Some(line) => Wrong::Unmerged(Excerpt::new(text, line + 1, 1)),
            None => mistake(text, &error),
        }
    })
}

fn mistake(text: &str, error: &SpannedError) -> Wrong {
    // The parser stands behind what it did not expect, except where more should have come or less.
    let Position { line, col } = match error.code {
        Error::Eof | Error::TrailingCharacters => error.span.end,
        _ => error.span.start,
    };
    let end = Excerpt::at_byte(text, text.trim_end().len());
    Wrong::Mistake {
        at: Excerpt::new(text, line, col),
        expected: expected(&error.code),
        at_the_end: (error.span.end.line, error.span.end.col) >= (end.line, end.column),
    }
}
