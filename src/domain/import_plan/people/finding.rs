//! The ways to find the person of a card.

use std::sync::Arc;

use super::People;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::duplicates::{Shared, names_fit};
use crate::domain::import_plan::Card;
use crate::domain::import_plan::person::{digits, knows_name, same_for, says_the_same, with_card};
use crate::domain::profile::profile;

impl People<'_> {
    pub(super) fn by_identity(&self, card: &Card) -> Option<ContactId> {
        let by_uid = card.uid.as_ref().and_then(|uid| self.by_uid.get(uid));
        let last = || self.shared.last(card).map(|last| last.person);
        let by_file = || last().filter(|id| self.person(*id).is_some());
        by_uid.copied().or_else(by_file)
    }

    pub(super) fn by_address(&self, card: &Card) -> Option<ContactId> {
        let having = |shared: Shared| {
            let addresses = shared.keys(card.addresses(shared));
            let ids = addresses.filter_map(move |one| self.by_address.get(&(shared, one)));
            let people = ids.flatten().filter_map(|id| self.person(*id));
            people.filter(|contact| !self.has_another_card(contact, card))
        };
        // A number may be that of a desk, and a page that of a firm: only the name says whose it is.
        let is_theirs =
            |contact: &&Arc<Contact>| fits(contact, card) && !is_born_otherwise(contact, card);
        let mut having: Vec<&Arc<Contact>> = match having(Shared::Email).collect() {
            found if !Vec::is_empty(&found) => found,
            _ => having(Shared::Phone)
                .chain(having(Shared::Page))
                .filter(is_theirs)
                .collect(),
        };
        // A couple or an office may share an address: the one who goes by that name comes first.
        having.sort_by_key(|contact| nearness(contact, card));
        having.first().map(|contact| contact.id)
    }

    /// Tables of networks hold few e-mail addresses, but the profile of everybody.
    pub(super) fn by_profile(&self, card: &Card) -> Option<ContactId> {
        let profiles = card.urls.iter().filter_map(|url| profile(url));
        let ids = profiles.filter_map(|profile| self.by_profile.get(&profile));
        let having = ids.flatten().filter_map(|id| self.person(*id));
        having
            .filter(|contact| !self.has_another_card(contact, card))
            .min_by_key(|contact| nearness(contact, card))
            .map(|contact| contact.id)
    }

    /// Whether the same address book holds another card, of another name, for this person: then two people share an
    /// e-mail address.
    fn has_another_card(&self, contact: &Contact, card: &Card) -> bool {
        let book = self.address_books.of_card(card);
        let mut theirs = contact.uids();
        let is_other = card.uid.as_ref().is_some_and(|this| !contact.goes_by(this));
        is_other && theirs.any(|uid| self.own_cards.contains(&(book, uid))) && !fits(contact, card)
    }

    pub(super) fn by_same_name(&self, card: &Card) -> Result<Option<ContactId>, String> {
        let namesakes = self
            .by_name
            .get(&same_for(&card.name))
            .into_iter()
            .flatten();
        let possible: Vec<_> = namesakes
            .filter_map(|id| self.person(*id))
            .filter(|contact| !contradicts(contact, card))
            .collect();
        if let [only] = possible.as_slice() {
            return Ok(Some(only.id));
        }
        let says_nothing_new =
            |contact: &&&Arc<Contact>| says_the_same(contact, &with_card(contact, card));
        let has_the_number =
            |contact: &&&Arc<Contact>| share(&contact.phones, &card.phones, digits);
        let certain = possible
            .iter()
            .find(says_nothing_new)
            .or_else(|| possible.iter().find(has_the_number));
        let is_distinct = card.uid.is_some()
            || !card.emails.is_empty()
            || !card.phones.is_empty()
            || card.urls.iter().any(|url| profile(url).is_some());
        match certain {
            Some(contact) => Ok(Some(contact.id)),
            None if possible.is_empty() || is_distinct => Ok(None),
            None => Err(format!(
                "the book holds {} people called {}, and the card has no e-mail that tells which one it is",
                possible.len(),
                card.name
            )),
        }
    }
}

/// Of several who may be meant, whoever goes by the name comes first, then whom it fits.
fn nearness(contact: &Contact, card: &Card) -> (bool, bool, ContactId) {
    let knows = knows_name(contact, &card.name);
    (!knows, !fits(contact, card), contact.id)
}

/// Whether a name of the card can be one of the person.
fn fits(contact: &Contact, card: &Card) -> bool {
    let mut names = std::iter::once(&card.name).chain(&card.nicknames);
    names.any(|name| names_fit(contact, name))
}

fn is_born_otherwise(contact: &Contact, card: &Card) -> bool {
    match (contact.birthday, card.birthday) {
        (Some(mine), Some(theirs)) => (mine.month, mine.day) != (theirs.month, theirs.day),
        _ => false,
    }
}

/// Whether something says that this is another person of the same name.
fn contradicts(contact: &Contact, card: &Card) -> bool {
    let differ = |mine: &[String], theirs: &[String], key: fn(&str) -> String| {
        !mine.is_empty() && !theirs.is_empty() && !share(mine, theirs, key)
    };
    let has_identity = contact.uids().next().is_some();
    let is_other = |uid: &String| has_identity && !contact.goes_by(uid);
    let other_identity = card.uid.as_ref().is_some_and(is_other);
    has_other_profile(&contact.urls, &card.urls)
        || differ(&contact.emails, &card.emails, str::to_lowercase)
        || differ(&contact.phones, &card.phones, digits)
        || is_born_otherwise(contact, card)
        || other_identity
}

/// Whether both have a profile in one network, and not the same one.
fn has_other_profile(mine: &[String], theirs: &[String]) -> bool {
    let network = |profile: &str| profile.split('/').next().map(str::to_owned);
    let profiles =
        |urls: &[String]| -> Vec<String> { urls.iter().filter_map(|url| profile(url)).collect() };
    let (mine, theirs) = (profiles(mine), profiles(theirs));
    let meet = |one: &String| theirs.iter().any(|other| network(one) == network(other));
    mine.iter().any(meet) && !mine.iter().any(|one| theirs.contains(one))
}

fn share(mine: &[String], theirs: &[String], key: fn(&str) -> String) -> bool {
    theirs
        .iter()
        .any(|theirs| mine.iter().any(|mine| key(mine) == key(theirs)))
}
