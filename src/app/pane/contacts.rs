//! The people.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Filter;
use crate::app::derived::Derived;
use crate::app::model::Focus;
use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::owed::order_key;
use crate::domain::search::{self, Searched};

/// What the list of people remembers.
#[derive(Debug, Clone, Default)]
pub struct ContactsPane {
    /// The people in sight.
    pub rows: Rows<ContactId>,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sort,
    /// Which pane has the keys.
    pub focus: Focus,
    /// How many lines the person is scrolled down.
    pub scroll: usize,
    /// How many people there are without the filter.
    pub total: usize,
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
    /// Works the rows out again.
    pub fn refresh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        let mut people: Vec<&Contact> = book
            .contacts
            .iter()
            .map(AsRef::as_ref)
            .filter(|contact| !contact.archived || self.filter.is_set())
            .collect();
        self.total = people.len();
        let between = |contact: &Contact| derived.relationships.with(contact.id);
        match self.sort {
            Sort::Owed => {
                people.sort_by_cached_key(|contact| order_key(contact, between(contact), today));
            }
            Sort::Name => people.sort_by_cached_key(|contact| contact.name.to_lowercase()),
            Sort::LastTalk => people.sort_by_cached_key(|contact| {
                (
                    between(contact).last_talk(),
                    contact.name.to_lowercase(),
                    Reverse(contact.id),
                )
            }),
        }
        let is_set = self.filter.is_set();
        let rows = people.into_iter().map(|contact| {
            (
                contact.id,
                if is_set {
                    searched(contact)
                } else {
                    Searched::default()
                },
            )
        });
        self.rows.replace(search::filter(self.filter.text(), rows));
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
