//! Books of older formats. Each format keeps its own types here for ever, as it was, and steps up to the next one, the
//! last of them to today's; what a format wrote stands frozen in `tests/store/fixtures`.

mod v0;

use super::decode::{self, Wrong};
use crate::domain::Book;
use crate::domain::book::FORMAT_VERSION;

/// Whether a file of this format was written by an older Goodword than this one.
pub(super) fn is_older(version: u64) -> bool {
    version < u64::from(FORMAT_VERSION)
}

/// Reads a book of an older format as one of today's. The file is not touched; the next save writes it anew.
pub(super) fn read(version: u64, bytes: &[u8]) -> Result<Book, Wrong> {
    match version {
        0 => decode::value::<v0::Book>(bytes).map(Book::from),
        _ => Err(Wrong::Format(version)),
    }
}
