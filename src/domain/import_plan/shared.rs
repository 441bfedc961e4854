//! Cards of folders that are kept in step with the book: what they held before, and what both sides changed since.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::{Card, Held, InStep, Last, three_way};
use crate::domain::book::{Book, Unresolved};
use crate::domain::contact::{Contact, ContactId};

/// What is known of the shared folders among the cards of an import.
pub(super) struct SharedCards<'plan> {
    book: &'plan Book,
    /// The folders that were last written or read by this book: from another book's base nothing follows.
    own: HashSet<&'plan Path>,
    /// Fields that changed both in the book and on a card, by record and field.
    open: BTreeMap<(String, String), Unresolved>,
}

impl<'plan> SharedCards<'plan> {
    pub(super) fn of(book: &'plan Book, cards: &'plan [Card]) -> Self {
        let shared = cards.iter().filter_map(|card| card.in_step.as_ref());
        let is_own = |shared: &&InStep| {
            let last = shared.last.as_ref();
            last.is_some_and(|last| book.contacts.get(last.person).is_some())
        };
        Self {
            book,
            own: shared
                .filter(is_own)
                .map(|shared| shared.folder.as_path())
                .collect(),
            open: BTreeMap::new(),
        }
    }

    /// What a card held when this book last wrote or read it.
    pub(super) fn last<'card>(&self, card: &'card Card) -> Option<&'card Last> {
        let shared = card.in_step.as_ref()?;
        let is_own = self.own.contains(shared.folder.as_path());
        shared.last.as_ref().filter(|_| is_own)
    }

    /// The person with what changed on the card since; what both changed is kept open.
    pub(super) fn put_together(&mut self, mine: &Contact, last: &Last, card: &Card) -> Contact {
        let theirs = Held::of_card(card);
        let (after, open) = three_way(mine, Some(&last.base(&theirs)), &theirs);
        let place = |open: &Unresolved| (open.record.clone(), open.field.clone());
        self.open
            .extend(open.into_iter().map(|open| (place(&open), open)));
        after
    }

    /// Whether the card still says what it said when its person was in the book.
    pub(super) fn says_nothing_new(last: &Last, card: &Card) -> bool {
        let theirs = Held::of_card(card);
        last.base(&theirs).says_the_same(&theirs)
    }

    /// What both sides changed, and is not kept in the book already.
    pub(super) fn unresolved(&self) -> Vec<Unresolved> {
        let is_new = |open: &&Unresolved| !self.book.unresolved.contains(open);
        self.open.values().filter(is_new).cloned().collect()
    }
}

/// What is agreed on with the cards of shared folders from now on: what they say.
pub(super) fn agreed(
    cards: &[Card],
    owner: impl Fn(usize) -> Option<ContactId>,
) -> Vec<(PathBuf, String, Last)> {
    let agree = |(index, card): (usize, &Card)| {
        let shared = card.in_step.as_ref()?;
        let last = Last {
            person: owner(index)?,
            held: Held::of_card(card),
            before: None,
            gone: false,
        };
        Some((shared.folder.clone(), shared.file.clone(), last))
    };
    cards.iter().enumerate().filter_map(agree).collect()
}
