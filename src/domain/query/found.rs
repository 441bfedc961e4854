//! What a query finds in a book.

use chrono::NaiveDate;

use super::{Index, List, Person, Query, Row};
use crate::domain::book::Book;
use crate::domain::contact::Contact;
use crate::domain::promise::Promise;
use crate::domain::relationship::Relationships;
use crate::domain::search::Finder;

/// Where a query looks.
#[derive(Clone, Copy)]
pub struct Among<'a> {
    /// The book.
    pub book: &'a Book,
    /// Everything between each person and me.
    pub relationships: &'a Relationships,
    /// The texts of that book.
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

    /// How well each person of the book is what is asked for, in its order; `None` for those who are not. All are looked
    /// at in one go, as they lie in memory: that is far faster than in the order of a list.
    #[must_use]
    pub fn ranks(&self, among: &Among<'_>) -> Vec<Option<u32>> {
        let mut finder = Finder::default();
        let people = among.book.contacts.by_id().zip(among.index.people());
        let ranks = people.map(|((id, contact), person)| {
            let row = Row {
                list: List::People,
                name: person.name,
                rest: person.rest,
                person: Some(contact),
                about: id,
                relationships: among.relationships,
                promise: None,
                kind: "",
                today: among.today,
            };
            self.rank(&row, &mut finder)
        });
        ranks.collect()
    }

    /// The promises of the book that are asked for, in its order.
    #[must_use]
    pub fn promises<'a>(&self, of: &'a Book, among: &Among<'_>) -> Vec<&'a Promise> {
        let promises = of.promises.iter().map(AsRef::as_ref);
        if self.is_empty() {
            return promises.collect();
        }
        let mut finder = Finder::default();
        let is_asked_for = |(promise, (words, person)): &(&'a Promise, (&str, Person<'_>))| {
            let contact = among.book.contacts.get(promise.contact);
            let row = Row {
                list: List::Promises,
                name: person.name,
                rest: words,
                person: contact.map(AsRef::as_ref),
                about: promise.contact,
                relationships: among.relationships,
                promise: Some(promise),
                kind: "",
                today: among.today,
            };
            self.rank(&row, &mut finder).is_some()
        };
        let promises = promises.zip(among.index.promises());
        promises
            .filter(is_asked_for)
            .map(|(promise, _)| promise)
            .collect()
    }
}
