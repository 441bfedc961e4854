//! The people.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Filter;
use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::owed::order_key;
use crate::domain::record::Entry;
use crate::domain::search::{self, Searched};

/// What the list of people remembers.
#[derive(Clone, Default)]
pub struct ContactsPane {
    /// The people in sight.
    pub rows: Rows<ContactId>,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Which pane has the keys.
    pub focus: Focus,
    /// Where the keys stand in what is known of the person.
    pub record: RecordCursor,
    /// How many people there are without the filter.
    pub total: usize,
    /// Everybody, in the order of the sort.
    order: Vec<ContactId>,
}

/// Where the keys stand in what is known of a person.
#[derive(Clone, Copy, Default)]
pub struct RecordCursor {
    /// The entry; the first one where there is none.
    entry: Option<Entry>,
    /// Its place, for when it is gone.
    at: usize,
    /// The first line in sight where it was scrolled by pages; else the entry is kept in sight.
    pub scroll: Option<usize>,
}

impl RecordCursor {
    /// The place among these entries: that of its entry, or what came into its place.
    #[must_use]
    pub fn place(&self, entries: &[Entry]) -> usize {
        let found = |entry| entries.iter().position(|other| *other == entry);
        let at = self.entry.and_then(found);
        at.unwrap_or(self.at).min(entries.len().saturating_sub(1))
    }

    /// The entry that it was put on; none where it stands where it began.
    #[must_use]
    pub const fn entry(&self) -> Option<Entry> {
        self.entry
    }

    /// Puts it on the entry of a place.
    pub(in crate::app) fn put(&mut self, at: usize, entries: &[Entry]) {
        self.entry = entries.get(at).copied();
        self.at = at;
        self.scroll = None;
    }
}

/// The order of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By what I owe, most first.
    #[default]
    Owed,
    /// By name.
    Name,
    /// By the last talk, the longest ago first.
    LastTalk,
}

impl Sort {
    /// The next order.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Owed => Self::Name,
            Self::Name => Self::LastTalk,
            Self::LastTalk => Self::Owed,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owed => "by what you owe",
            Self::Name => "by name",
            Self::LastTalk => "by last talk",
        }
    }
}

impl ContactsPane {
    /// Works order and rows out again, after the book, the day or the sort changed.
    pub fn refresh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        let between = |contact: &Contact| derived.relationships.with(contact.id);
        let name = |contact: &Contact| contact.name.to_lowercase();
        let mut people: Vec<&Contact> = book.contacts.iter().map(AsRef::as_ref).collect();
        match self.sort {
            Sort::Owed => {
                people.sort_by_cached_key(|contact| order_key(contact, between(contact), today));
            }
            Sort::Name => people.sort_by_cached_key(|contact| name(contact)),
            Sort::LastTalk => people.sort_by_cached_key(|contact| {
                (
                    between(contact).last_talk(),
                    name(contact),
                    Reverse(contact.id),
                )
            }),
        }
        self.total = people.iter().filter(|contact| !contact.archived).count();
        self.order = people.into_iter().map(|contact| contact.id).collect();
        self.refilter(book);
    }

    /// Works the rows out again, after only the filter changed: the order stays.
    pub fn refilter(&mut self, book: &Book) {
        let people = self.order.iter().filter_map(|id| book.contacts.get(*id));
        let found = if self.filter.is_set() {
            let rows = people.map(|contact| (contact.id, searched(contact)));
            search::filter(self.filter.text(), rows)
        } else {
            // The archived are found by name, and stand in no list.
            let listed = people.filter(|contact| !contact.archived);
            listed.map(|contact| contact.id).collect()
        };
        self.rows.replace(found);
    }
}

/// The text of a person in which the filter looks.
fn searched(contact: &Contact) -> Searched {
    let mut name = contact.name.clone();
    for nickname in &contact.nicknames {
        name.push(' ');
        name.push_str(nickname);
    }
    let parts = [&contact.organisation, &contact.role, &contact.circle].into_iter();
    let parts: Vec<&str> = parts
        .chain(&contact.tags)
        .chain(&contact.emails)
        .map(String::as_str)
        .collect();
    Searched {
        name,
        rest: parts.join(" "),
    }
}
