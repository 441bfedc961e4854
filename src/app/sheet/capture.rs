//! A line being typed that becomes records.

use tui_input::Input;

use crate::domain::capture::{self, Completion, Known, Line, Unread};

/// A line being typed that becomes records.
#[derive(Clone)]
pub struct CaptureLine {
    /// What was typed.
    pub input: Input,
    /// What it says as it stands, read when it changed: a book of many people is too long to be gone through at every
    /// drawing.
    pub read: Result<Line, Unread>,
    /// What Tab finished, and which of its words stand there: the next Tab takes the next.
    tab: Option<(Completion, usize)>,
    /// The number of the line of the inbox that it mends, if it does, and how that stood there.
    pub mends: Option<(u32, String)>,
}

impl CaptureLine {
    /// A line that says this so far.
    #[must_use]
    pub fn with(text: &str, known: Known<'_>) -> Self {
        let input = Input::new(text.to_owned());
        Self {
            read: capture::read(input.value(), known),
            input,
            tab: None,
            mends: None,
        }
    }

    /// Reads the line again, after it changed or the book did.
    pub(in crate::app) fn read_again(&mut self, known: Known<'_>) {
        self.read = capture::read(self.input.value(), known);
    }

    /// Whether something typed would be lost with it.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        let typed = self.input.value().trim();
        let is_as_it_stood = self.mends.as_ref().is_some_and(|(_, text)| text == typed);
        !typed.is_empty() && !is_as_it_stood
    }

    /// What Tab finished is typed on.
    pub(in crate::app) fn forget_tab(&mut self) {
        self.tab = None;
    }

    /// Finishes what stands before the cursor, and with Tab again takes the next that could stand there.
    pub(in crate::app) fn finish_word(&mut self, known: Known<'_>) {
        let before: String = self
            .input
            .value()
            .chars()
            .take(self.input.cursor())
            .collect();
        let after: String = self
            .input
            .value()
            .chars()
            .skip(self.input.cursor())
            .collect();
        let found = match self.tab.take() {
            Some((words, at)) => Some((words, at + 1)),
            None => capture::complete(&before, known).map(|words| (words, 0)),
        };
        let Some((words, at)) = found else {
            return;
        };
        let at = at.checked_rem(words.words.len()).unwrap_or(0);
        if let (Some(kept), Some(word)) = (before.get(..words.from), words.words.get(at)) {
            let kept = format!("{kept}{word}");
            let cursor = kept.chars().count();
            self.input = Input::new(format!("{kept}{after}")).with_cursor(cursor);
            self.tab = Some((words, at));
        }
        self.read_again(known);
    }
}
