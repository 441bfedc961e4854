//! Whether anything can have changed in the book's file since it was last read, by what the file system says of it. To
//! read a book of many years more than once a second would keep a core and the disk busy for nothing.

use std::path::PathBuf;

use super::BookFile;
use super::disk::{Entry, beside};
use super::link::follow;
use super::write::ASIDE;

/// For how many looks with nothing new in it a file is read all the same: for about five seconds. Some file systems count
/// time in steps of two, and what was written twice in one step looks as if it had been written once.
const LOOKS: u32 = 8;

/// What the file system says of the book's file, and of what stands aside.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Traits {
    path: PathBuf,
    now: Entry,
    aside: Option<Entry>,
}

/// What the file system said at the last looks.
#[derive(Debug, Default)]
pub(super) struct Quiet {
    traits: Option<Traits>,
    looks: u32,
}

impl Quiet {
    /// Whether a file with these traits was read often enough with nothing new in it.
    pub(super) fn knows(&self, traits: Option<&Traits>) -> bool {
        self.looks >= LOOKS && traits.is_some() && self.traits.as_ref() == traits
    }

    /// Notes a look: the traits before anything was read, and whether all was read and nothing was new.
    pub(super) fn note(&mut self, traits: Option<Traits>, is_same: bool) {
        let is_as_before = is_same && traits == self.traits;
        self.looks = if is_as_before {
            self.looks.saturating_add(1)
        } else {
            0
        };
        self.traits = traits.filter(|_| is_same);
    }
}

impl BookFile {
    /// What the file system says; none where there is no file.
    pub(super) fn traits(&self) -> Option<Traits> {
        let target = follow(self.disk.as_ref(), &self.path).ok()?;
        let aside = beside(&target.path, ASIDE);
        Some(Traits {
            now: target.entry?,
            path: target.path,
            aside: self.disk.entry(&aside).ok(),
        })
    }
}
