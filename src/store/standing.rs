//! Whether a book stands in its file at all.

use super::BookFile;
use super::link::{Target, follow, has_folder};
use super::save_error::Refusal;
use super::write::present;
use crate::domain::Book;

impl BookFile {
    /// The book that stands in the file, as far as this program knows.
    #[must_use]
    pub fn last_known(&self) -> Option<&Book> {
        self.now.as_ref().map(|now| &now.book)
    }

    /// Where the file is and what stands in it; none in a file that was never written. One that was and is gone is no
    /// place any more where the book stands.
    pub(super) fn standing(&self) -> Result<(Target, Option<Vec<u8>>), Refusal> {
        let target = follow(self.disk.as_ref(), &self.path)?;
        match present(self.disk.as_ref(), &target.path)? {
            None if self.now.is_none() => Ok((target, None)),
            None if has_folder(self.disk.as_ref(), &target.path) => Err(Refusal::Gone),
            None => Err(Refusal::FolderGone),
            found => Ok((target, found)),
        }
    }
}
