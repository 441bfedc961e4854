//! What a query finds in a book.

use chrono::NaiveDate;

use super::{Index, List, Query, Row};
use crate::domain::book::Book;
use crate::domain::contact::Contact;
use crate::domain::promise::Promise;
use crate::domain::relationship::Relationships;
use crate::domain::search::{Finder, by_rank};

/// Where a query looks.
#[derive(Clone, Copy)]
pub struct Among<'a> {
    /// The book.
    pub book: &'a Book,
    /// Everything between each person and me.
    pub relationships: &'a Relationships,
    /// The texts of the book.
    pub index: &'a Index,
    /// The day.
    pub today: NaiveDate,
}

impl Query {
    /// Whether a person stands in the list through which the query looks.
    #[must_use]
    pub fn looks_at(&self, contact: &Contact) -> bool {
        !contact.archived || self.reaches_archived()
    }

    /// The people that are asked for, out of those it looks at: those that fit best first, else in the order in which they
    /// come.
    #[must_use]
    pub fn people<'a>(&self, people: Vec<&'a Contact>, among: &Among<'_>) -> Vec<&'a Contact> {
        if self.is_empty() {
            return people;
        }
        let mut finder = Finder::default();
        let found = people.into_iter().filter_map(|contact| {
            let person = among.index.person(contact.id);
            let row = Row {
                list: List::People,
                name: &person.name,
                rest: &person.rest,
                person: Some((contact, person)),
                between: among.relationships.with(contact.id),
                promise: None,
                kind: "",
                today: among.today,
            };
            Some((self.rank(&row, &mut finder)?, contact))
        });
        by_rank(found.collect())
    }

    /// The promises of a book that are asked for, in its order.
    #[must_use]
    pub fn promises<'a>(&self, of: &'a Book, among: &Among<'_>) -> Vec<&'a Promise> {
        let promises = of.promises.iter().map(AsRef::as_ref);
        if self.is_empty() {
            return promises.collect();
        }
        let mut finder = Finder::default();
        let is_asked_for = |promise: &&Promise| {
            let person = among.index.person(promise.contact);
            let contact = among.book.contacts.get(promise.contact);
            let row = Row {
                list: List::Promises,
                name: &person.name,
                rest: among.index.promise(promise.id),
                person: contact.map(|contact| (contact.as_ref(), person)),
                between: among.relationships.with(promise.contact),
                promise: Some(promise),
                kind: "",
                today: among.today,
            };
            self.rank(&row, &mut finder).is_some()
        };
        promises.filter(is_asked_for).collect()
    }
}
