//! Whether somebody who is about to be written down is in the book already.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::person::Person;
use super::{Reason, Shared, of_one_name};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::redacted::redacted;
use crate::domain::search::folded;

/// Somebody of the book whom a new person looks like.
#[derive(Clone, PartialEq, Eq)]
pub struct Like {
    /// Who.
    pub person: ContactId,
    /// What speaks for it most.
    pub reason: Reason,
}

redacted!(Like: person, reason);

/// Whom of these people a new one looks like most, by the rules by which duplicates are found. Only those who could be it
/// are compared in full: it is asked while somebody types.
pub fn like<'a>(new: &Contact, people: impl Iterator<Item = &'a Contact>) -> Option<Like> {
    let new = Person::of(new);
    let near = Near::of(&new);
    let people = people.filter(|one| one.id != new.id && near.holds(one));
    let found = people.flat_map(|one| {
        let reasons = reasons(&new, &Person::of(one)).into_iter();
        reasons.map(|reason| Like {
            person: one.id,
            reason,
        })
    });
    found.min_by(|one, other| {
        let key = |like: &Like| Reverse(like.reason.per_mille());
        (key(one), &one.reason, one.person).cmp(&(key(other), &other.reason, other.person))
    })
}

/// What lets somebody be looked at more closely.
struct Near<'a> {
    new: &'a Person,
    words: HashSet<&'a str>,
}

impl<'a> Near<'a> {
    fn of(new: &'a Person) -> Self {
        let names = new.all_names().into_iter();
        let words = names.flat_map(|name| name.split(' ')).collect();
        Self { new, words }
    }

    /// Whether they share a word of a name, or something by which somebody is reached.
    fn holds(&self, one: &Contact) -> bool {
        let mut shared = Shared::of(one).into_iter();
        let is_reached = shared.any(|(shared, texts)| {
            let known = self.new.addresses(shared);
            !known.is_empty() && shared.keys(texts).any(|key| known.contains(&key))
        });
        let mut names = std::iter::once(&one.name).chain(&one.nicknames);
        let is_called = |name: &String| {
            let name = folded(name);
            let mut words = self.words.iter();
            words.any(|word| name.contains(word))
        };
        is_reached || names.any(is_called)
    }
}

fn reasons(new: &Person, one: &Person) -> Vec<Reason> {
    let fits = new.fits(one) && !new.has_another_birthday(one);
    let mut found = Vec::new();
    for shared in Shared::ALL {
        let both = new.addresses(shared).intersection(one.addresses(shared));
        found.extend(both.map(|text| {
            let reason = if fits {
                Reason::Address
            } else {
                Reason::AddressAlone
            };
            reason(shared, text.clone())
        }));
    }
    let has_a_name = !new.all_names().is_disjoint(&one.all_names());
    found.extend(has_a_name.then(|| of_one_name(new, one)).flatten());
    let is_firm = !new.firm.is_empty() && new.firm == one.firm;
    let has_a_word = !new.words().is_disjoint(&one.words());
    if is_firm && has_a_word && fits && new.name() != one.name() {
        found.push(Reason::LikeNameAndFirm(one.firm.clone()));
    }
    found
}
