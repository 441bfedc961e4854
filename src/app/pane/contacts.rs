//! The people.

use std::cmp::Reverse;

use super::{Filter, Ground};
use crate::app::marks::Marks;
use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::find::Record;
use crate::domain::owed::order_key;
use crate::domain::query::{List, Row};
use crate::domain::search::{Finder, by_rank};
use crate::domain::view::Sorting;

/// What the list of people remembers.
#[derive(Clone, Default)]
pub struct ContactsPane {
    /// The people in sight.
    pub rows: Rows<ContactId>,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sorting,
    /// Those that are marked.
    pub marks: Marks<ContactId>,
    /// Which pane has the keys.
    pub focus: Focus,
    /// How many lines the person is scrolled down.
    pub scroll: usize,
    /// The record that the person is scrolled to, until the next key.
    pub seek: Option<Record>,
    /// How many people the filter looks through.
    pub total: usize,
    /// Everybody, in the order of the sort.
    order: Vec<ContactId>,
}

impl ContactsPane {
    /// Works order and rows out again, after the book, the day or the sort changed.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>) {
        let Ground {
            book,
            derived,
            today,
            ..
        } = *ground;
        let between = |contact: &Contact| derived.relationships.with(contact.id);
        let name = |contact: &Contact| contact.name.to_lowercase();
        let mut people: Vec<&Contact> = book.contacts.iter().map(AsRef::as_ref).collect();
        match self.sort {
            Sorting::Name => people.sort_by_cached_key(|contact| name(contact)),
            Sorting::LastTalk => people.sort_by_cached_key(|contact| {
                (
                    between(contact).last_talk(),
                    name(contact),
                    Reverse(contact.id),
                )
            }),
            Sorting::Owed | Sorting::Made => {
                people.sort_by_cached_key(|contact| order_key(contact, between(contact), today));
            }
        }
        self.order = people.into_iter().map(|contact| contact.id).collect();
        self.marks.keep(|id| book.contacts.get(id).is_some());
        self.refilter(ground);
    }

    /// Works the rows out again, after only the filter changed: the order stays.
    pub(in crate::app) fn refilter(&mut self, ground: &Ground<'_>) {
        self.filter.read(List::People, ground.index);
        let query = &self.filter.query;
        let people = self
            .order
            .iter()
            .filter_map(|id| ground.book.contacts.get(*id));
        let listed = |contact: &&Contact| query.reaches_archived() || !contact.archived;
        let people: Vec<&Contact> = people.map(AsRef::as_ref).filter(listed).collect();
        self.total = people.len();
        if query.is_empty() {
            self.rows
                .replace(people.iter().map(|contact| contact.id).collect());
            return;
        }
        let mut finder = Finder::default();
        let found = people.into_iter().filter_map(|contact| {
            let person = ground.index.person(contact.id);
            let row = Row {
                list: List::People,
                name: &person.name,
                rest: &person.rest,
                person: Some((contact, person)),
                between: ground.derived.relationships.with(contact.id),
                promise: None,
                kind: "",
                today: ground.today,
            };
            Some((query.rank(&row, &mut finder)?, contact.id))
        });
        self.rows.replace(by_rank(found.collect()));
    }
}
