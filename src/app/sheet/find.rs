//! Finding anyone or anything.

use tui_input::Input;

use crate::app::rows::Rows;
use crate::domain::find::{Haystack, Record, find, words};
use crate::domain::search::Word;

/// What is looked for, and what was found.
#[derive(Clone, Default)]
pub struct FindSheet {
    /// What was typed.
    pub input: Input,
    /// What was found: places among the texts of the book.
    pub rows: Rows<usize>,
    /// The words that were typed.
    pub words: Vec<Word>,
}

impl FindSheet {
    /// Looks again, after something else was typed: the first is the best found.
    pub(in crate::app) fn look(&mut self, among: &Haystack) {
        self.words = words(self.input.value());
        self.rows.replace(find(&self.words, among));
        self.rows.to_top();
    }

    /// Looks again, after the book changed; the cursor stays on its record.
    pub(in crate::app) fn look_again(&mut self, record: Option<Record>, among: &Haystack) {
        self.look(among);
        let is_it = |at: &&usize| among.entry(**at).map(|entry| entry.record) == record;
        let same = self.rows.keys().iter().find(is_it).copied();
        if let Some(same) = same {
            self.rows.select(same);
        }
    }
}
