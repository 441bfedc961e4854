//! The texts of a book as they are searched: folded once per change of the book, not once per key.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use foldhash::HashMap;

use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::promise::Promise;
use crate::domain::search::{Folded, Name, Names, folded};
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

    /// What stands there of a person.
    pub(super) fn of(self, contact: &Contact) -> &[String] {
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
#[derive(Clone, Copy, Default)]
pub struct Person<'a> {
    /// Name and nicknames.
    pub name: Name<'a>,
    /// What else is known, in one text.
    pub rest: &'a str,
}

/// All that stands in a field of anybody: folded, and in each way in which it is written.
pub(super) type Known = BTreeMap<String, Vec<String>>;

/// The texts of a book as they are searched, in the order of its tables.
#[derive(Clone, Default)]
pub struct Index {
    contacts: Table<Contact>,
    names: Names,
    rests: Folded,
    /// Gathered when a field is asked for.
    known: [OnceLock<Known>; Label::ALL.len()],
    promises: Table<Promise>,
    words: Folded,
    /// The place of the person of each promise.
    whose: Vec<usize>,
}

/// The place of whoever is not in the book.
const NOBODY: usize = usize::MAX;

impl Index {
    /// Reads again what changed since.
    pub fn refresh(&mut self, book: &Book) {
        let other_people = !self.contacts.is_same_list(&book.contacts);
        let other_promises = !self.promises.is_same_list(&book.promises);
        if other_people {
            self.contacts = book.contacts.clone();
            self.known = Default::default();
            self.gather_people();
        }
        if other_promises {
            self.promises = book.promises.clone();
            self.words.clear();
            for promise in self.promises.iter() {
                self.words.push([promise.text.as_str()]);
            }
        }
        if other_people || other_promises {
            let whose = self.promises.iter().map(|one| self.place(one.contact));
            self.whose = whose.collect();
        }
    }

    fn gather_people(&mut self) {
        self.names.clear();
        self.rests.clear();
        for contact in self.contacts.iter() {
            let names = [&contact.name].into_iter().chain(&contact.nicknames);
            self.names.push(names.map(String::as_str));
            let parts = [&contact.organisation, &contact.role, &contact.circle].into_iter();
            let parts = parts.chain(&contact.tags).chain(&contact.emails);
            self.rests.push(parts.map(String::as_str));
        }
    }

    fn place(&self, id: ContactId) -> usize {
        self.contacts.place_of(id).unwrap_or(NOBODY)
    }

    fn at(&self, place: usize) -> Person<'_> {
        Person {
            name: self.names.get(place),
            rest: self.rests.get(place),
        }
    }

    /// A person.
    #[must_use]
    pub fn person(&self, id: ContactId) -> Person<'_> {
        self.at(self.place(id))
    }

    /// Everybody, in the order of the book.
    pub(super) fn people(&self) -> impl Iterator<Item = Person<'_>> {
        (0..self.names.len()).map(|place| self.at(place))
    }

    /// The words of each promise, and whose it is, in the order of the book.
    pub(super) fn promises(&self) -> impl Iterator<Item = (&str, Person<'_>)> {
        let whose = self.whose.iter().map(|place| self.at(*place));
        self.words.iter().zip(whose)
    }

    /// All that stands in a field of anybody.
    pub(super) fn known(&self, label: Label) -> &Known {
        // There is one for each label.
        let [first, ..] = &self.known;
        let known = self.known.get(label as usize).unwrap_or(first);
        known.get_or_init(|| known_of(&self.contacts, label))
    }
}

/// Few things stand there many times: each way of writing one is folded once. The latest of the ways comes last.
fn known_of(contacts: &Table<Contact>, label: Label) -> Known {
    let texts = contacts.iter().flat_map(|contact| label.of(contact));
    let texts = texts.filter(|text| !text.trim().is_empty());
    let mut ways: HashMap<&str, usize> = HashMap::default();
    for (at, text) in texts.enumerate() {
        ways.insert(text, at);
    }
    let mut ways: Vec<(&str, usize)> = ways.into_iter().collect();
    ways.sort_by_key(|(_, at)| *at);
    let mut known = Known::new();
    for (text, _) in ways {
        let ways = known.entry(folded(text)).or_default();
        ways.push(text.to_owned());
    }
    known
}
