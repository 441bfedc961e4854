//! Who follows a long reading, and may end it; and how much is taken at once.

use std::ops::ControlFlow;

use crate::domain::import_plan::Progress;

/// The most cards that are taken at once. Each costs memory until the book is written.
pub(super) const MOST_ENTRIES: usize = 50_000;
/// After how many entries it is told how far the reading is.
const TELL_AFTER: usize = 50;

/// Follows the reading of files.
pub(super) struct Watch<'tell> {
    tell: &'tell mut dyn FnMut(Progress) -> ControlFlow<()>,
    progress: Progress,
    /// How many bytes there were in the files that are done.
    before: u64,
    is_ended: bool,
}

impl<'tell> Watch<'tell> {
    /// Over so many bytes in all.
    pub(super) fn over(
        bytes: u64,
        tell: &'tell mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Self {
        Self {
            tell,
            progress: Progress {
                of: bytes,
                ..Progress::default()
            },
            before: 0,
            is_ended: false,
        }
    }

    /// For how many entries there is room.
    pub(super) fn room(&self) -> usize {
        MOST_ENTRIES.saturating_sub(self.progress.entries)
    }

    /// One more entry was met, of so many bytes.
    pub(super) fn met(&mut self, bytes: usize) -> ControlFlow<()> {
        self.progress.entries += 1;
        self.progress.done = self.progress.done.saturating_add(bytes as u64);
        if self.progress.entries.is_multiple_of(TELL_AFTER) {
            self.tell();
        }
        self.state()
    }

    /// A file of so many bytes is done, whatever was found in it.
    pub(super) fn file_is_done(&mut self, bytes: u64) -> ControlFlow<()> {
        self.before = self.before.saturating_add(bytes);
        self.progress.done = self.before;
        self.tell();
        self.state()
    }

    fn tell(&mut self) {
        self.is_ended |= (self.tell)(self.progress).is_break();
    }

    fn state(&self) -> ControlFlow<()> {
        if self.is_ended {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

/// A number as it is read: 50,000.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
