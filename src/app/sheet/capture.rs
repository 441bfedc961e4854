//! A line being typed that becomes a record.

use tui_input::Input;

use crate::domain::capture::{self, Known, Line, Unread};

/// A line being typed that becomes a record.
#[derive(Clone)]
pub struct CaptureLine {
    /// What was typed.
    pub input: Input,
    /// Which of the people whom the name could mean, counted round.
    pub pick: usize,
    /// What it says as it stands, read when it changed: a book of many people is too long to be gone through at every
    /// drawing.
    pub read: Result<Line, Unread>,
}

impl CaptureLine {
    /// An empty line.
    #[must_use]
    pub fn new(known: Known<'_>) -> Self {
        Self {
            input: Input::default(),
            pick: 0,
            read: capture::read("", known, 0),
        }
    }

    /// Reads the line again.
    pub(in crate::app) fn read_again(&mut self, known: Known<'_>) {
        self.read = capture::read(self.input.value(), known, self.pick);
    }
}
