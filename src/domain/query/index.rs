//! The texts of a book as they are searched: folded once per change of the book, not once per key.

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::promise::{Promise, PromiseId};
use crate::domain::search::{Name, folded};
use crate::domain::table::Table;

/// A text of a person that stands for a field of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A label of mine.
    Tag,
    /// Where they work.
    Org,
    /// What they do there.
    Role,
    /// Their field or firm.
    Circle,
    /// What they can help with.
    Topic,
}

impl Label {
    const ALL: [Self; 5] = [Self::Tag, Self::Org, Self::Role, Self::Circle, Self::Topic];

    fn of(self, contact: &Contact) -> &[String] {
        match self {
            Self::Tag => &contact.tags,
            Self::Org => std::slice::from_ref(&contact.organisation),
            Self::Role => std::slice::from_ref(&contact.role),
            Self::Circle => std::slice::from_ref(&contact.circle),
            Self::Topic => &contact.topics,
        }
    }
}

/// A person as they are searched.
#[derive(Clone, Default)]
pub struct Person {
    /// Name and nicknames.
    pub name: Name,
    /// What else is known, in one text.
    pub rest: String,
    labels: [Vec<String>; Label::ALL.len()],
}

impl Person {
    fn new(contact: &Contact) -> Self {
        let names = [&contact.name].into_iter().chain(&contact.nicknames);
        let names: Vec<&str> = names.map(String::as_str).collect();
        let parts = [&contact.organisation, &contact.role, &contact.circle].into_iter();
        let parts = parts.chain(&contact.tags).chain(&contact.emails);
        let parts: Vec<&str> = parts.map(String::as_str).collect();
        Self {
            name: Name::new(&names.join(" ")),
            rest: folded(&parts.join(" ")),
            labels: Label::ALL
                .map(|label| label.of(contact).iter().map(|one| folded(one)).collect()),
        }
    }

    /// What stands in a field of theirs, folded.
    #[must_use]
    pub fn labels(&self, label: Label) -> &[String] {
        self.labels.get(label as usize).map_or(&[], Vec::as_slice)
    }
}

/// The texts of a book as they are searched.
#[derive(Clone, Default)]
pub struct Index {
    people: HashMap<ContactId, Person>,
    promises: HashMap<PromiseId, String>,
    known: [BTreeMap<String, String>; Label::ALL.len()],
    of_people: Table<Contact>,
    of_promises: Table<Promise>,
    nobody: Person,
}

impl Index {
    /// Reads again what changed since.
    pub fn refresh(&mut self, book: &Book) {
        if !self.of_people.is_same_list(&book.contacts) {
            self.of_people = book.contacts.clone();
            let people = book.contacts.iter();
            self.people = people.map(|one| (one.id, Person::new(one))).collect();
            self.known = Label::ALL.map(|label| known(book, label));
        }
        if !self.of_promises.is_same_list(&book.promises) {
            self.of_promises = book.promises.clone();
            let promises = book.promises.iter();
            self.promises = promises.map(|one| (one.id, folded(&one.text))).collect();
        }
    }

    /// A person.
    #[must_use]
    pub fn person(&self, id: ContactId) -> &Person {
        self.people.get(&id).unwrap_or(&self.nobody)
    }

    /// The words of a promise.
    #[must_use]
    pub fn promise(&self, id: PromiseId) -> &str {
        self.promises.get(&id).map_or("", String::as_str)
    }

    /// All that stands in a field of anybody: folded, and as it is written.
    #[must_use]
    pub fn known(&self, label: Label) -> &BTreeMap<String, String> {
        // There is one for each label.
        let [first, ..] = &self.known;
        self.known.get(label as usize).unwrap_or(first)
    }
}

fn known(book: &Book, label: Label) -> BTreeMap<String, String> {
    let people = book.contacts.iter();
    let texts = people.flat_map(|contact| label.of(contact));
    let texts = texts.filter(|text| !text.trim().is_empty());
    texts.map(|text| (folded(text), text.clone())).collect()
}
