//! What a card of an address book can hold of a person, and what becomes of it where the book and a phone both wrote.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::person::{digits, fold};
use super::{Card, ContactId};
use crate::domain::book::Unresolved;
use crate::domain::clean;
use crate::domain::contact::{Birthday, Contact};
use crate::domain::is_default;
use crate::domain::merge::merge_contact;
use crate::domain::redacted::redacted;

/// What a card holds of a person, but for its identity. All else that may stand on a card is nothing of ours.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Held {
    /// The whole name.
    pub name: String,
    /// Other names.
    #[serde(default, skip_serializing_if = "is_default")]
    pub nicknames: Vec<String>,
    /// The organisation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub organisation: String,
    /// What they do there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: String,
    /// E-mail addresses.
    #[serde(default, skip_serializing_if = "is_default")]
    pub emails: Vec<String>,
    /// Telephone numbers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phones: Vec<String>,
    /// Pages and profiles.
    #[serde(default, skip_serializing_if = "is_default")]
    pub urls: Vec<String>,
    /// The birthday.
    #[serde(default, skip_serializing_if = "is_default")]
    pub birthday: Option<Birthday>,
    /// Labels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tags: Vec<String>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
}

redacted!(Held:; name, nicknames, organisation, role, emails, phones, urls, tags, notes);

/// What a card of a shared folder held when it was last read or written, and whose it was.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// The person of the book.
    pub person: ContactId,
    /// What the card and the book agreed on, or what the book wrote since.
    pub held: Held,
    /// What they agreed on before the book wrote, until the card is read again: a program that carries cards may have put
    /// the old one back, where somebody changed it elsewhere in the meantime.
    #[serde(default, skip_serializing_if = "is_default")]
    pub before: Option<Held>,
    /// Whether the card has gone from the folder since, and that was said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub gone: bool,
}

redacted!(Last: person, held, before, gone);

impl Last {
    /// What a card changed is told from this. What it says as it did before the book wrote was not changed by anybody: the
    /// book's word did not reach it.
    #[must_use]
    pub fn base(&self, theirs: &Held) -> Held {
        let Some(before) = &self.before else {
            return self.held.clone();
        };
        let held = &self.held;
        let text = |held: &str, before: &str, theirs: &str| {
            let is_old = theirs == before;
            if is_old { before } else { held }.to_owned()
        };
        Held {
            name: text(&held.name, &before.name, &theirs.name),
            nicknames: reached(&held.nicknames, &before.nicknames, &theirs.nicknames, fold),
            organisation: text(
                &held.organisation,
                &before.organisation,
                &theirs.organisation,
            ),
            role: text(&held.role, &before.role, &theirs.role),
            emails: reached(
                &held.emails,
                &before.emails,
                &theirs.emails,
                str::to_lowercase,
            ),
            phones: reached(&held.phones, &before.phones, &theirs.phones, digits),
            urls: reached(&held.urls, &before.urls, &theirs.urls, str::to_owned),
            birthday: if theirs.birthday == before.birthday {
                before.birthday
            } else {
                held.birthday
            },
            tags: reached(&held.tags, &before.tags, &theirs.tags, str::to_lowercase),
            notes: text(&held.notes, &before.notes, &theirs.notes),
        }
    }
}

/// The entries of a list that a card took out or left alone: those that it has, from either time, and those that it had at
/// both times. What the book put in and the card lacks may never have reached it.
fn reached(
    held: &[String],
    before: &[String],
    theirs: &[String],
    key: impl Fn(&str) -> String,
) -> Vec<String> {
    let has = |list: &[String], one: &String| list.iter().any(|other| key(other) == key(one));
    let mut base: Vec<String> = Vec::new();
    for one in held.iter().chain(before) {
        let is_in_both = has(held, one) && has(before, one);
        if (is_in_both || has(theirs, one)) && !has(&base, one) {
            base.push(one.clone());
        }
    }
    base
}

impl Held {
    /// What a card would hold of a person.
    #[must_use]
    pub fn of(contact: &Contact) -> Self {
        let lines = |texts: &[String]| -> Vec<String> {
            let lines = texts.iter().map(|text| clean::line(text));
            lines.filter(|line| !line.is_empty()).collect()
        };
        Self {
            name: clean::line(&contact.name),
            nicknames: lines(&contact.nicknames),
            organisation: clean::line(&contact.organisation),
            role: clean::line(&contact.role),
            emails: lines(&contact.emails),
            phones: lines(&contact.phones),
            urls: lines(&contact.urls),
            birthday: contact.birthday,
            tags: lines(&contact.tags),
            notes: clean::text(&contact.notes),
        }
    }

    /// What a card holds.
    #[must_use]
    pub fn of_card(card: &Card) -> Self {
        Self {
            name: card.name.clone(),
            nicknames: card.nicknames.clone(),
            organisation: card.organisation.clone(),
            role: card.role.clone(),
            emails: card.emails.clone(),
            phones: card.phones.clone(),
            urls: card.urls.clone(),
            birthday: card.birthday,
            tags: card.tags.clone(),
            notes: card.notes.clone(),
        }
    }

    /// Whether two cards say the same, in whatever order their lists are and however a number is written.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let alike = |mine: &[String], theirs: &[String], key: fn(&str) -> String| {
            let keys = |list: &[String]| list.iter().map(|one| key(one)).collect::<BTreeSet<_>>();
            keys(mine) == keys(theirs)
        };
        self.name == other.name
            && alike(&self.nicknames, &other.nicknames, fold)
            && self.organisation == other.organisation
            && self.role == other.role
            && alike(&self.emails, &other.emails, str::to_lowercase)
            && alike(&self.phones, &other.phones, digits)
            && alike(&self.urls, &other.urls, str::to_owned)
            && self.birthday == other.birthday
            && alike(&self.tags, &other.tags, str::to_lowercase)
            && self.notes == other.notes
    }

    /// The person, had the book said what the card says. What is the same but for its writing stays as it is written in
    /// the book: a number with other spaces in it is no change.
    fn on(&self, contact: &Contact) -> Contact {
        let mine = Self::of(contact);
        let text = |theirs: &str, held: &str, written: &str| {
            let is_same = theirs == held;
            if is_same { written } else { theirs }.to_owned()
        };
        Contact {
            name: text(&self.name, &mine.name, &contact.name),
            nicknames: written(&self.nicknames, &contact.nicknames, fold),
            organisation: text(
                &self.organisation,
                &mine.organisation,
                &contact.organisation,
            ),
            role: text(&self.role, &mine.role, &contact.role),
            emails: written(&self.emails, &contact.emails, str::to_lowercase),
            phones: written(&self.phones, &contact.phones, digits),
            urls: written(&self.urls, &contact.urls, str::to_owned),
            birthday: self.birthday,
            tags: written(&self.tags, &contact.tags, str::to_lowercase),
            notes: text(&self.notes, &mine.notes, &contact.notes),
            ..contact.clone()
        }
    }
}

/// A list of theirs, each of it as I write it where I have it, in my order where both have the same.
fn written(theirs: &[String], mine: &[String], key: impl Fn(&str) -> String) -> Vec<String> {
    let find = |one: &String| mine.iter().find(|mine| key(mine) == key(one));
    let mut list: Vec<String> = Vec::with_capacity(theirs.len());
    for one in theirs {
        let one = find(one).unwrap_or(one);
        if !list.contains(one) {
            list.push(one.clone());
        }
    }
    let has_all = mine.iter().all(|one| list.contains(one));
    if has_all && list.len() == mine.len() {
        mine.to_vec()
    } else {
        list
    }
}

/// The person with what changed on the card since both said `last`, and the fields in which both changed: there mine
/// stands, and theirs is kept beside it. Without `last` nothing is known to have been taken out, and lists only grow.
#[must_use]
pub fn three_way(mine: &Contact, last: Option<&Held>, theirs: &Held) -> (Contact, Vec<Unresolved>) {
    let mut theirs = theirs.clone();
    // A name belongs to everybody: a card without one says nothing of it.
    if theirs.name.is_empty() {
        theirs.name = clean::line(&mine.name);
    }
    let base = last.map(|last| last.on(mine));
    merge_contact(base.as_ref(), mine, &theirs.on(mine))
}
