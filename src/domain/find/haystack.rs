//! Every text of a book, gathered to be looked through.

use std::ops::Range;

use chrono::NaiveDate;
use foldhash::HashMap;

use super::Record;
use super::texts::{Said, each, each_of};
use crate::domain::book::Book;
use crate::domain::contact::ContactId;
use crate::domain::search::{Folded, Name, Names};
use crate::domain::sentences::name;

/// A text of the book, and the record it belongs to.
#[derive(Clone)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// The person it is about first.
    pub contact: Option<ContactId>,
    /// The name of that person, and of everybody else who took part.
    pub who: String,
    /// The text.
    pub text: String,
    /// Its day, where it has one.
    pub on: Option<NaiveDate>,
}

/// Every text of a book, as it is compared. What is shown of one is read in the book, when it is shown.
#[derive(Clone, Default)]
pub struct Haystack {
    of: Book,
    places: Vec<Place>,
    folded: Folded,
    /// The names of all people in the order of the book, and behind them the one for whoever is missing.
    names: Names,
    /// The places of the names of those who took part, one text behind the other.
    with: Vec<usize>,
}

/// Where a text stands in the book.
#[derive(Clone)]
struct Place {
    record: Record,
    /// How many texts of the record stand before it.
    nth: usize,
    on: Option<NaiveDate>,
    with: Range<usize>,
}

/// A text, as it is looked at.
pub(super) struct Straw<'a> {
    pub(super) record: Record,
    pub(super) on: Option<NaiveDate>,
    pub(super) folded: &'a str,
    names: &'a Names,
    with: &'a [usize],
}

impl<'a> Straw<'a> {
    /// The names of those who took part; of whom it is about first.
    pub(super) fn names(&self) -> impl Iterator<Item = Name<'a>> {
        self.with.iter().map(|place| self.names.get(*place))
    }
}

impl Haystack {
    /// Gathers the texts of a book.
    #[must_use]
    pub fn of(book: &Book) -> Self {
        let mut gathered = Self {
            of: book.clone(),
            ..Self::default()
        };
        let mut people = HashMap::default();
        for (place, contact) in book.contacts.iter().enumerate() {
            gathered.names.push([contact.name.as_str()]);
            people.insert(contact.id, place);
        }
        gathered
            .names
            .push([name(&Book::default(), ContactId::nil())]);
        each(book, &mut |said| gathered.add(said, &people));
        gathered
    }

    fn add(&mut self, said: &Said<'_>, people: &HashMap<ContactId, usize>) {
        let missing = people.len();
        let from = self.with.len();
        let with = said.with.iter().map(|id| people.get(id).copied());
        self.with.extend(with.map(|place| place.unwrap_or(missing)));
        let before = self.places.last();
        let before = before.filter(|before| before.record == said.record);
        self.places.push(Place {
            record: said.record,
            nth: before.map_or(0, |before| before.nth + 1),
            on: said.on,
            with: from..self.with.len(),
        });
        self.folded.push([said.text]);
    }

    /// Whether these are the texts of a book as it is.
    #[must_use]
    pub fn is_of(&self, book: &Book) -> bool {
        self.of == *book
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = Straw<'_>> {
        let places = self.places.iter().zip(self.folded.iter());
        places.map(|(place, folded)| Straw {
            record: place.record,
            on: place.on,
            folded,
            names: &self.names,
            with: self.with.get(place.with.clone()).unwrap_or(&[]),
        })
    }

    /// The text at a place, as it is written.
    #[must_use]
    pub fn entry(&self, at: usize) -> Option<Entry> {
        let place = self.places.get(at)?;
        let (mut nth, mut found) = (0, None);
        each_of(&self.of, place.record, &mut |said| {
            if nth == place.nth {
                found = Some(self.written(said));
            }
            nth += 1;
        });
        found
    }

    fn written(&self, said: &Said<'_>) -> Entry {
        let who: Vec<&str> = said.with.iter().map(|id| name(&self.of, *id)).collect();
        Entry {
            record: said.record,
            contact: said.with.first().copied(),
            who: who.join(", "),
            text: said.text.to_owned(),
            on: said.on,
        }
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}
