//! What somebody does to a copy of the book: a few changes, drawn from a number.

use chrono::NaiveDate;
use goodword::domain::Book;
use goodword::domain::id::{Id, IdSource};
use goodword::domain::promise::{Effort, EffortKind, State};
use goodword::domain::removal::{without_contact, without_invite, without_promise};
use goodword::domain::table::{Record, Table};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::books::book;

/// The book after so many changes; what is new in it has ids that no other seed draws.
pub(crate) fn edited(base: &Book, seed: u64, changes: u32) -> Book {
    let mut hand = Hand {
        rng: StdRng::seed_from_u64(seed),
        ids: IdSource::seeded(seed.wrapping_add(0x9e37_79b9)),
        book: base.clone(),
    };
    for _ in 0..changes {
        hand.change();
    }
    hand.book
}

struct Hand {
    rng: StdRng,
    ids: IdSource,
    book: Book,
}

impl Hand {
    fn change(&mut self) {
        match self.below(19) {
            0 => self.contact(|contact, text, _| contact.notes = text),
            1 => self.contact(|contact, text, _| contact.tags.push(text)),
            2 => self.contact(|contact, _, day| contact.snoozed_until = Some(day)),
            3 => self.contact(|contact, text, _| {
                if let Some(aim) = contact.problems.first_mut() {
                    aim.text = text;
                }
            }),
            4 => self.promise(|promise, text, day| {
                promise.efforts.push(Effort {
                    on: day,
                    told: None,
                    kind: EffortKind::Progress,
                    text,
                });
            }),
            5 => self.promise(|promise, _, on| {
                let was_blocked = None;
                promise.state = State::Delivered { on, was_blocked };
            }),
            6 => self.promise(|promise, _, day| promise.due = Some(day)),
            7 => {
                let id = self.one_of(&self.book.contacts.clone());
                if let Some(id) = id {
                    self.book = without_contact(&self.book, id).0;
                }
            }
            8 => {
                let id = self.one_of(&self.book.promises.clone());
                if let Some(id) = id {
                    self.book = without_promise(&self.book, id);
                }
            }
            9 => {
                let id = self.one_of(&self.book.invites.clone());
                if let Some(id) = id {
                    self.book = without_invite(&self.book, id);
                }
            }
            10 => self.somebody_new(),
            11 => self.another_promise(),
            12 => self.contact(|contact, text, _| contact.name = text),
            13 => self.contact(|contact, _, _| contact.archived = !contact.archived),
            14 => self.contact(|contact, _, _| contact.boundary = !contact.boundary),
            15 => self.words_of_a_talk(),
            16 => self.without_one(|book| &mut book.incidents),
            17 => self.without_one(|book| &mut book.decisions),
            _ => self.words_of_an_hour(),
        }
    }

    fn contact(
        &mut self,
        change: impl FnOnce(&mut goodword::domain::contact::Contact, String, NaiveDate),
    ) {
        let (text, day) = (self.text(), self.day());
        if let Some(id) = self.one_of(&self.book.contacts.clone()) {
            self.book.contacts.change(id, |one| change(one, text, day));
        }
    }

    fn promise(
        &mut self,
        change: impl FnOnce(&mut goodword::domain::promise::Promise, String, NaiveDate),
    ) {
        let (text, day) = (self.text(), self.day());
        if let Some(id) = self.one_of(&self.book.promises.clone()) {
            self.book.promises.change(id, |one| change(one, text, day));
        }
    }

    fn words_of_an_hour(&mut self) {
        let text = self.text();
        if let Some(id) = self.one_of(&self.book.invites.clone()) {
            self.book.invites.change(id, |one| one.place = text);
        }
    }

    fn words_of_a_talk(&mut self) {
        let day = self.day();
        if let Some(id) = self.one_of(&self.book.interactions.clone()) {
            self.book.interactions.change(id, |one| {
                one.on = day;
                one.two_way = !one.two_way;
            });
        }
    }

    fn without_one<T: Record>(&mut self, table: fn(&mut Book) -> &mut Table<T>) {
        let records = table(&mut self.book).clone();
        if let Some(id) = self.one_of(&records) {
            table(&mut self.book).remove(id);
        }
    }

    fn somebody_new(&mut self) {
        let other = book(u64::from(self.rng.next_u32()), 1);
        if let Some(contact) = other.contacts.iter().next() {
            let mut contact = contact.as_ref().clone();
            contact.id = self.ids.next();
            contact.knows.clear();
            self.book.contacts.put(contact);
        }
    }

    /// To whoever is in the book; the other side may delete them meanwhile.
    fn another_promise(&mut self) {
        let (text, to) = (self.text(), self.one_of(&self.book.contacts.clone()));
        let other = self.book.promises.iter().next().cloned();
        if let (Some(contact), Some(other)) = (to, other) {
            let mut promise = other.as_ref().clone();
            promise.id = self.ids.next();
            promise.contact = contact;
            promise.text = text;
            promise.reopened_from = None;
            self.book.promises.put(promise);
        }
    }

    fn one_of<T: Record>(&mut self, table: &Table<T>) -> Option<Id<T>> {
        let at = self.below(u32::try_from(table.len()).unwrap().max(1));
        table.iter().nth(at as usize).map(|record| record.id())
    }

    fn text(&mut self) -> String {
        format!("words {}", self.below(5))
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 9, 1 + self.below(9)).unwrap()
    }

    fn below(&mut self, limit: u32) -> u32 {
        self.rng.next_u32() % limit
    }
}
