//! A person by what they are compared by, folded once for many comparisons.

use std::collections::HashSet;

use super::Shared;
use super::names::Name;
use crate::domain::contact::{Birthday, Contact, ContactId};
use crate::domain::search::folded;

/// A person by what they are compared by.
pub(super) struct Person {
    pub(super) id: ContactId,
    /// The name, and then every other one.
    names: Vec<Name>,
    /// The same as keys.
    keys: Vec<String>,
    pub(super) firm: String,
    pub(super) identities: HashSet<String>,
    emails: HashSet<String>,
    phones: HashSet<String>,
    pages: HashSet<String>,
    birthday: Option<Birthday>,
}

impl Person {
    pub(super) fn of(contact: &Contact) -> Self {
        let [emails, phones, pages] =
            Shared::of(contact).map(|(shared, all)| shared.keys(all).collect());
        let names = std::iter::once(&contact.name).chain(&contact.nicknames);
        let names: Vec<Name> = names.map(|name| Name::new(name)).collect();
        let identities = contact.uids().map(str::to_owned);
        Self {
            id: contact.id,
            keys: names.iter().map(Name::key).collect(),
            names,
            firm: folded(contact.organisation.trim()),
            // A card that was written from this book goes by the id.
            identities: identities.chain([contact.id.to_string()]).collect(),
            emails,
            phones,
            pages,
            birthday: contact.birthday,
        }
    }

    /// The key of the name.
    pub(super) fn name(&self) -> &str {
        self.keys.first().map_or("", String::as_str)
    }

    /// The keys of all names, each once.
    pub(super) fn all_names(&self) -> HashSet<&str> {
        let names = self.keys.iter().map(String::as_str);
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The words of the name.
    pub(super) fn words(&self) -> HashSet<&str> {
        let words = self.names.first().map_or(&[][..], Name::words);
        words.iter().map(String::as_str).collect()
    }

    /// What of one kind they can be reached by.
    pub(super) fn addresses(&self, shared: Shared) -> &HashSet<String> {
        match shared {
            Shared::Email => &self.emails,
            Shared::Phone => &self.phones,
            Shared::Page => &self.pages,
        }
    }

    /// Whether any name of the one can be a name of the other.
    pub(super) fn fits(&self, other: &Self) -> bool {
        let fit = |name: &Name| other.names.iter().any(|theirs| name.fits(theirs));
        self.names.iter().any(fit)
    }

    /// Whether both have a birthday, and not the same.
    pub(super) fn has_another_birthday(&self, other: &Self) -> bool {
        let day = |person: &Self| person.birthday.map(|day| (day.month, day.day));
        matches!((day(self), day(other)), (Some(one), Some(two)) if one != two)
    }

    /// Whether both can be reached, and by nothing that both have.
    pub(super) fn is_reached_otherwise(&self, other: &Self) -> bool {
        let differ = |one: &HashSet<String>, two: &HashSet<String>| {
            !one.is_empty() && !two.is_empty() && one.is_disjoint(two)
        };
        differ(&self.emails, &other.emails) || differ(&self.phones, &other.phones)
    }

    /// Whether both have a firm, and not the same.
    pub(super) fn works_elsewhere(&self, other: &Self) -> bool {
        !self.firm.is_empty() && !other.firm.is_empty() && self.firm != other.firm
    }
}
