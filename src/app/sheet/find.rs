//! Finding anyone or anything.

use std::sync::Arc;

use tui_input::Input;

use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::find::{Entry, entries, find, words};
use crate::domain::search::Word;

/// What is looked for, and what was found.
#[derive(Clone)]
pub struct FindSheet {
    /// What was typed.
    pub input: Input,
    /// What was found: places in [`FindSheet::entry`].
    pub rows: Rows<usize>,
    /// The words that were typed.
    pub words: Vec<Word>,
    /// Every text of the book, gathered once.
    entries: Arc<Vec<Entry>>,
}

impl FindSheet {
    /// Nothing is looked for yet.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        Self {
            input: Input::default(),
            rows: Rows::default(),
            words: Vec::new(),
            entries: Arc::new(entries(book)),
        }
    }

    /// What stands at a place.
    #[must_use]
    pub fn entry(&self, at: usize) -> Option<&Entry> {
        self.entries.get(at)
    }

    /// What is under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<&Entry> {
        self.entry(self.rows.selected()?)
    }

    /// Looks again, after something else was typed: the first is the best found.
    pub(in crate::app) fn look(&mut self) {
        self.words = words(self.input.value());
        self.rows.replace(find(&self.words, &self.entries));
        self.rows.to_top();
    }

    /// Gathers the texts again, after the book changed; the cursor stays on its record.
    pub(in crate::app) fn read_again(&mut self, book: &Book) {
        let record = self.selected().map(|entry| entry.record);
        self.entries = Arc::new(entries(book));
        self.look();
        let mut keys = self.rows.keys().iter();
        let same = keys.find(|at| self.entry(**at).map(|entry| entry.record) == record);
        if let Some(same) = same.copied() {
            self.rows.select(same);
        }
    }
}
