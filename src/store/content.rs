//! What a book's file says: the book, by what its bytes are known again, and one made of the other.

use std::mem;
use std::path::Path;

use super::backups::is_in_older_format;
use super::fingerprint::Fingerprint;
use super::outcome::Foreign;
use super::save_error::{Refusal, SaveError};
use super::{LARGEST, decode, encode};
use crate::domain::Book;

/// The content of a file.
#[derive(Default)]
pub(super) struct Content {
    pub(super) print: Fingerprint,
    /// The bytes themselves, where this program would write others: of an older format, or of what is no book at all.
    pub(super) only_copy: Option<Vec<u8>>,
    pub(super) book: Book,
}

impl Content {
    /// What these bytes say, which is this book.
    pub(super) fn new(bytes: &[u8], book: Book) -> Self {
        Self {
            print: Fingerprint::of(bytes),
            only_copy: is_in_older_format(bytes).then(|| bytes.to_owned()),
            book,
        }
    }

    /// What these bytes say, which is no book.
    pub(super) fn unreadable(bytes: Vec<u8>) -> Self {
        Self {
            print: Fingerprint::of(&bytes),
            only_copy: Some(bytes),
            book: Book::default(),
        }
    }

    /// Whether it is written in an older format than this program's.
    pub(super) fn is_older(&self) -> bool {
        let bytes = self.only_copy.as_deref();
        bytes.is_some_and(is_in_older_format)
    }

    /// Whether these are its bytes.
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        self.print == Fingerprint::of(bytes)
    }

    /// From now on the file is known to hold this instead.
    pub(super) fn take_over(&mut self, bytes: &[u8], theirs: Book) -> Foreign {
        let new = Self::new(bytes, theirs.clone());
        Foreign {
            base: mem::replace(self, new).book,
            theirs,
        }
    }
}

/// What another program wrote, as a book.
pub(super) fn parse(path: &Path, bytes: &[u8]) -> Result<Book, SaveError> {
    let unreadable = |why: String| SaveError::new(path, Refusal::Unreadable(why));
    if u64::try_from(bytes.len()).is_ok_and(|size| size > LARGEST) {
        return Err(unreadable("is larger than Goodword reads.".to_owned()));
    }
    // Without the line that is wrong: it is private, and this is shown in the dashboard.
    let mut book = decode::book(bytes).map_err(|wrong| unreadable(wrong.to_string()))?;
    book.give_missing_ids();
    Ok(book)
}

/// The text of a book, of which it is known that it can be read again where it is no longer than that.
pub(super) fn text(book: &Book, parsed_back: usize) -> Result<String, Refusal> {
    let text = encode::encode(book).map_err(|error| Refusal::NotTheBook(error.to_string()))?;
    if u64::try_from(text.len()).is_ok_and(|size| size > LARGEST) {
        return Err(Refusal::TooLarge);
    }
    if text.len() <= parsed_back {
        match decode::book(text.as_bytes()) {
            Ok(read) if read == *book => {}
            Ok(_) => return Err(Refusal::NotTheBook("it reads otherwise".to_owned())),
            Err(wrong) => return Err(Refusal::NotTheBook(wrong.to_string())),
        }
    }
    Ok(text)
}
