//! Today: what asks for me.

use super::{Filter, Ground};
use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::agenda::{Asking, Matter};
use crate::domain::promise::PromiseId;
use crate::domain::query::{List, Row};
use crate::domain::search::{Finder, Names, by_rank, folded};
use crate::domain::sentences::agenda;

/// What Today remembers.
#[derive(Clone, Default)]
pub struct TodayPane {
    /// What asks for me, one row each.
    pub rows: Rows<Matter>,
    /// The filter.
    pub filter: Filter,
    /// The row of a promise that ended while the cursor stood on it stays at its place, until the cursor leaves it.
    pinned: Option<(usize, Asking)>,
}

impl TodayPane {
    /// Works the rows out again.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>) {
        self.filter.read(List::Today, ground.index);
        let asking = ground.derived.agenda.iter();
        let mut found = if self.filter.query.is_empty() {
            asking.map(|asking| asking.matter).collect()
        } else {
            let mut finder = Finder::default();
            let found = asking.filter_map(|asking| {
                Some((self.rank(asking, ground, &mut finder)?, asking.matter))
            });
            by_rank(found.collect())
        };
        let again = self.keep_in_place(&mut found, ground.book);
        self.rows.replace(found);
        if let Some(matter) = again {
            self.rows.select(matter);
        }
    }

    /// Puts the row that is to stay among those that ask. Where its promise asks again, maybe for another reason, it
    /// returns that row.
    fn keep_in_place(&self, found: &mut Vec<Matter>, book: &Book) -> Option<Matter> {
        let (at, pinned) = self.pinned?;
        let promise = pinned.matter.promise();
        let again = found
            .iter()
            .copied()
            .find(|matter| matter.promise() == promise);
        if again.is_none() && book.promises.get(promise?).is_some() {
            found.insert(at.min(found.len()), pinned.matter);
        }
        again
    }

    /// Lets the row under the cursor stay, if it is about this promise.
    pub(in crate::app) fn pin(&mut self, promise: PromiseId, derived: &Derived) {
        let at = self.rows.at();
        let row = self.selected(derived).copied();
        let row = row.filter(|asking| asking.matter.promise() == Some(promise));
        self.pinned = row.map(|asking| (at, asking));
    }

    /// Nothing stays any longer that asks for nothing, if the cursor left it; says whether something did.
    pub(in crate::app) fn unpin_left(&mut self, is_in_sight: bool) -> bool {
        let selected = self.rows.selected().filter(|_| is_in_sight);
        let left = |(_, pinned): &mut (usize, Asking)| Some(pinned.matter) != selected;
        self.pinned.take_if(left).is_some()
    }

    fn rank(&self, asking: &Asking, ground: &Ground<'_>, finder: &mut Finder) -> Option<u32> {
        let Ground {
            book,
            derived,
            today,
            ..
        } = *ground;
        let words = agenda::row(asking, book, &derived.relationships, today);
        let contact = asking.contact.and_then(|id| book.contacts.get(id));
        let promise = asking.matter.promise();
        let names = Names::of(&words.who);
        let row = Row {
            list: List::Today,
            name: names.get(0),
            rest: &folded(&format!("{} {}", words.kind, words.why)),
            person: contact.map(AsRef::as_ref),
            about: asking.contact.unwrap_or_default(),
            relationships: &derived.relationships,
            promise: promise
                .and_then(|id| book.promises.get(id))
                .map(AsRef::as_ref),
            kind: words.kind,
            today,
        };
        self.filter.query.rank(&row, finder)
    }

    /// The row under the cursor.
    #[must_use]
    pub fn selected<'a>(&'a self, derived: &'a Derived) -> Option<&'a Asking> {
        self.asking(self.rows.selected()?, derived)
    }

    /// A row, with whom it is about.
    #[must_use]
    pub fn asking<'a>(&'a self, matter: Matter, derived: &'a Derived) -> Option<&'a Asking> {
        let pinned = self.pinned.iter().map(|(_, pinned)| pinned);
        let mut rows = derived.agenda.iter().chain(pinned);
        rows.find(|asking| asking.matter == matter)
    }
}
