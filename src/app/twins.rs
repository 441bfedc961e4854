//! Who may stand in the book twice, looked for where it is shown and only when people changed since.

use std::sync::Arc;

use super::effect::Effect;
use crate::domain::Book;
use crate::domain::book::Settings;
use crate::domain::contact::Contact;
use crate::domain::duplicates::{Pair, duplicates, standing_twice};
use crate::domain::introduction::Introduction;
use crate::domain::table::Table;

/// Who may stand in the book twice.
#[derive(Clone, Default, PartialEq)]
pub struct Twins {
    pairs: Arc<Vec<Pair>>,
    /// What they were found in.
    of: Option<Ground>,
    /// Whether somebody looks for them right now.
    is_sought: bool,
}

#[derive(Clone, PartialEq)]
struct Ground {
    contacts: Table<Contact>,
    introductions: Table<Introduction>,
    settings: Arc<Settings>,
}

impl Twins {
    /// Those of a book. Among ten thousand people that takes long enough to be felt.
    #[must_use]
    pub fn of(book: &Book) -> Self {
        Self {
            pairs: Arc::new(duplicates(book)),
            of: Some(Ground {
                contacts: book.contacts.clone(),
                introductions: book.introductions.clone(),
                settings: Arc::clone(&book.settings),
            }),
            is_sought: false,
        }
    }

    /// Looks again, where something changed that could matter.
    pub(super) fn look(&mut self, book: &Book) {
        if !self.are_of(book) {
            let is_sought = self.is_sought;
            *self = Self {
                is_sought,
                ..Self::of(book)
            };
        }
    }

    /// The same for a number that no key waits for: somebody else is to look, one at a time.
    pub(super) fn seek(&mut self, book: &Book) -> Option<Effect> {
        let is_needed = !self.is_sought && !self.are_of(book);
        self.is_sought |= is_needed;
        is_needed.then(|| Effect::SeekTwins(book.clone()))
    }

    /// Takes what was found. Where the book changed meanwhile it is looked for again.
    pub(super) fn take(&mut self, found: Self) {
        *self = found;
    }

    fn are_of(&self, book: &Book) -> bool {
        self.of.as_ref().is_some_and(|of| {
            of.contacts.is_same_list(&book.contacts)
                && of.introductions.is_same_list(&book.introductions)
                && Arc::ptr_eq(&of.settings, &book.settings)
        })
    }

    /// All pairs: those of whom I said nothing first, the surest first.
    #[must_use]
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// How many people may stand there twice.
    #[must_use]
    pub fn standing(&self) -> usize {
        standing_twice(&self.pairs)
    }

    /// Only how many there are: what they share names them.
    pub(super) fn as_seen(&self) -> Self {
        let pairs = self.pairs.iter().map(|pair| Pair {
            reasons: Vec::new(),
            ..pair.clone()
        });
        Self {
            pairs: Arc::new(pairs.collect()),
            of: None,
            is_sought: self.is_sought,
        }
    }
}
