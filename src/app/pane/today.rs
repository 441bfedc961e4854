//! Today: what asks for me.

use super::{Filter, Ground};
use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::domain::agenda::{Asking, Matter};
use crate::domain::query::{List, Row};
use crate::domain::search::{Finder, Name, by_rank, folded};
use crate::domain::sentences::agenda;

/// What Today remembers.
#[derive(Clone, Default)]
pub struct TodayPane {
    /// What asks for me, one row each.
    pub rows: Rows<Matter>,
    /// The filter.
    pub filter: Filter,
}

impl TodayPane {
    /// Works the rows out again.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>) {
        self.filter.read(List::Today, ground.index);
        let asking = ground.derived.agenda.iter();
        let found = if self.filter.query.is_empty() {
            asking.map(|asking| asking.matter).collect()
        } else {
            let mut finder = Finder::default();
            let found = asking.filter_map(|asking| {
                Some((self.rank(asking, ground, &mut finder)?, asking.matter))
            });
            by_rank(found.collect())
        };
        self.rows.replace(found);
    }

    fn rank(&self, asking: &Asking, ground: &Ground<'_>, finder: &mut Finder) -> Option<u32> {
        let Ground {
            book,
            derived,
            index,
            today,
        } = *ground;
        let words = agenda::row(asking, book, &derived.relationships, today);
        let contact = asking.contact.and_then(|id| book.contacts.get(id));
        let promise = asking.matter.promise();
        let row = Row {
            list: List::Today,
            name: &Name::new(&words.who),
            rest: &folded(&format!("{} {}", words.kind, words.why)),
            person: contact.map(|contact| (contact.as_ref(), index.person(contact.id))),
            between: derived
                .relationships
                .with(asking.contact.unwrap_or_default()),
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
    pub fn selected<'a>(&self, derived: &'a Derived) -> Option<&'a Asking> {
        let matter = self.rows.selected()?;
        derived.agenda.iter().find(|asking| asking.matter == matter)
    }
}
