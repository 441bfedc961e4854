//! Finding anyone or anything.

use std::sync::Arc;

use tui_input::Input;

use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::find::{Entry, Haystack, find, words};
use crate::domain::search::Word;

/// What is looked for, and what was found.
#[derive(Clone, Default)]
pub struct FindSheet {
    /// What was typed.
    pub input: Input,
    /// What was found: places in [`FindSheet::entry`].
    pub rows: Rows<usize>,
    /// The words that were typed.
    pub words: Vec<Word>,
    /// Every text of the book, gathered with the first letter: the sheet opens at once, however many there are.
    texts: Arc<Haystack>,
}

impl FindSheet {
    /// What stands at a place.
    #[must_use]
    pub fn entry(&self, at: usize) -> Option<Entry> {
        self.texts.entry(at)
    }

    /// What is under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<Entry> {
        self.entry(self.rows.selected()?)
    }

    /// Looks again, after something else was typed: the first is the best found.
    pub(in crate::app) fn look(&mut self, book: &Book) {
        self.words = words(self.input.value());
        if !self.words.is_empty() && !self.texts.is_of(book) {
            self.texts = Arc::new(Haystack::of(book));
        }
        self.rows.replace(find(&self.words, &self.texts));
        self.rows.to_top();
    }

    /// Looks again, after the book changed; the cursor stays on its record.
    pub(in crate::app) fn look_again(&mut self, book: &Book) {
        let record = self.selected().map(|entry| entry.record);
        self.look(book);
        let is_it = |at: &&usize| self.entry(**at).map(|entry| entry.record) == record;
        let same = self.rows.keys().iter().find(is_it).copied();
        if let Some(same) = same {
            self.rows.select(same);
        }
    }
}
