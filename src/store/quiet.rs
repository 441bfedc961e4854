//! Whether anything can have changed in the book's file since it was last read, by what the file system says of it. To
//! read a book of many years more than once a second would keep a core and the disk busy for nothing.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use super::BookFile;
use super::disk::{Entry, beside};
use super::link::follow;
use super::write::ASIDE;

/// How long nothing was written before the file system can be believed: some count time in steps of two seconds, and what
/// was written twice in one step looks as if it had been written once.
const SETTLED: Duration = Duration::from_secs(4);

/// What the file system says of the book's file, and of what stands aside.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Traits {
    path: PathBuf,
    now: Entry,
    aside: Option<Entry>,
}

impl Traits {
    /// Whether all of it was written long enough ago.
    fn are_settled(&self, now: SystemTime) -> bool {
        let is_old = |entry: &Entry| {
            let age = now.duration_since(entry.stamp.changed());
            age.is_ok_and(|age| age > SETTLED)
        };
        is_old(&self.now) && self.aside.iter().all(is_old)
    }
}

impl BookFile {
    /// What the file system says; none where that cannot be believed.
    pub(super) fn traits(&self) -> Option<Traits> {
        let target = follow(self.disk.as_ref(), &self.path).ok()?;
        let aside = beside(&target.path, ASIDE);
        let traits = Traits {
            now: target.entry?,
            path: target.path,
            aside: self.disk.entry(&aside).ok(),
        };
        traits.are_settled(self.disk.now()).then_some(traits)
    }
}
