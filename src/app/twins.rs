//! Who may stand in the book twice, looked for where it is shown and only when people changed since.

use std::sync::Arc;

use crate::domain::Book;
use crate::domain::book::Settings;
use crate::domain::contact::Contact;
use crate::domain::duplicates::{Pair, duplicates, standing_twice};
use crate::domain::introduction::Introduction;
use crate::domain::table::Table;

/// Who may stand in the book twice.
#[derive(Clone, Default)]
pub struct Twins {
    pairs: Arc<Vec<Pair>>,
    /// What they were found in.
    of: Option<Ground>,
}

#[derive(Clone)]
struct Ground {
    contacts: Table<Contact>,
    introductions: Table<Introduction>,
    settings: Arc<Settings>,
}

impl Twins {
    /// Looks again, where something changed that could matter.
    pub(super) fn look(&mut self, book: &Book) {
        let is_known = self.of.as_ref().is_some_and(|of| {
            of.contacts.is_same_list(&book.contacts)
                && of.introductions.is_same_list(&book.introductions)
                && Arc::ptr_eq(&of.settings, &book.settings)
        });
        if !is_known {
            self.pairs = Arc::new(duplicates(book));
            self.of = Some(Ground {
                contacts: book.contacts.clone(),
                introductions: book.introductions.clone(),
                settings: Arc::clone(&book.settings),
            });
        }
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
        }
    }
}
