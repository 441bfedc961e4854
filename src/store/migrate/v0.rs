//! Format 0: people and promises, before there were levels of saying so. Frozen: only the step to format 1 may change,
//! when format 1 does.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::incident::Party;
use crate::domain::promise::{self, Impact, PromiseId, State, Strength};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Book {
    #[expect(dead_code, reason = "it was read before, to come here")]
    version: u32,
    #[serde(default)]
    people: Vec<Person>,
    #[serde(default)]
    promises: Vec<Promise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    #[serde(default)]
    id: ContactId,
    name: String,
    #[serde(default)]
    notes: String,
    added: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Promise {
    #[serde(default)]
    id: PromiseId,
    to: ContactId,
    text: String,
    made: NaiveDate,
    #[serde(default)]
    due: Option<NaiveDate>,
    #[serde(default)]
    kept: Option<NaiveDate>,
}

impl From<Book> for book::Book {
    fn from(old: Book) -> Self {
        Self {
            contacts: old.people.into_iter().map(Contact::from).collect(),
            promises: old
                .promises
                .into_iter()
                .map(promise::Promise::from)
                .collect(),
            ..Self::default()
        }
    }
}

impl From<Person> for Contact {
    fn from(old: Person) -> Self {
        Self {
            id: old.id,
            name: old.name,
            notes: old.notes,
            added: old.added,
            ..Self::default()
        }
    }
}

impl From<Promise> for promise::Promise {
    /// Whatever was written down counted as a promise, and all of them were mine.
    fn from(old: Promise) -> Self {
        let state = old.kept.map_or(State::Open, |on| State::Delivered {
            on,
            was_blocked: None,
        });
        Self {
            id: old.id,
            by: Party::Me,
            contact: old.to,
            text: old.text,
            kind: None,
            made: old.made,
            due: old.due,
            said: Strength::Promise,
            exact_words: String::new(),
            heard: None,
            impact: Impact::Little,
            minutes: None,
            state,
            efforts: Vec::new(),
            earlier_terms: Vec::new(),
            reopened_from: None,
        }
    }
}
