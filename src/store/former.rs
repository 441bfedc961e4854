//! Files that a save has put aside and a later one has taken the last name of. A program that had opened one before may
//! still write into it, where nobody else would ever look: so they are held open for a while.

use std::collections::VecDeque;
use std::fs::File;

use super::LARGEST;
use super::content::Content;
use super::disk::Disk;
use super::outcome::Foreign;
use crate::domain::Book;

/// How many files are held at most: saves that follow each other closely put many aside.
const MOST: usize = 8;

/// For how many looks one is held, with nothing new in it: longer than anybody takes from opening a file to writing it.
const LOOKS: u32 = 14;

/// The files, the newest first.
#[derive(Default)]
pub(super) struct Former(VecDeque<Held>);

struct Held {
    file: File,
    /// What it says, as far as is known.
    known: Content,
    looks: u32,
}

impl Former {
    /// Holds a file on that loses its name.
    pub(super) fn hold(&mut self, file: File, known: Content) {
        self.0.truncate(MOST - 1);
        self.0.push_front(Held {
            file,
            known,
            looks: 0,
        });
    }

    /// Somebody looked, and there was nothing new.
    pub(super) fn pass_a_look(&mut self) {
        self.0.retain_mut(|held| {
            held.looks += 1;
            held.looks < LOOKS
        });
    }

    /// What another program has written into one of them. What cannot be read yet is looked at again, and stops nobody.
    pub(super) fn changed(
        &mut self,
        disk: &dyn Disk,
        parse: impl Fn(&[u8]) -> Option<Book>,
    ) -> Option<Foreign> {
        self.0.iter_mut().find_map(|held| {
            let bytes = disk.read_held(&held.file, LARGEST + 1).ok()?;
            if held.known.is(&bytes) {
                return None;
            }
            let theirs = parse(&bytes)?;
            Some(held.known.take_over(&bytes, theirs))
        })
    }
}
