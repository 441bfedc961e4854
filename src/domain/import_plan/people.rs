//! Whose card is it? Matching of cards and partners with the people of the book.
//!
//! The order of evidence: the identity in the address book, then an e-mail address, then a number or a page of somebody
//! whose name fits, then the same name with nothing against it. In doubt two people stay two: a duplicate can be merged
//! later, a wrong merge can hardly be taken apart. Nobody new is certainly somebody who stands there already
//! ([`duplicates`]).

mod joining;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::person::{changes, digits, fold, knows_name, with_card};
use super::{Card, Entry, Partner, Place, Plan, Rejected};
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId, Tie};
use crate::domain::duplicates::{Shared, names_fit};
use crate::domain::id::IdSource;

/// How often the cards are gone through at most; two passes are enough for any address book that means well.
const MOST_PASSES: usize = 5;

/// The people of the book with what an import adds, and the ways to find one.
pub(super) struct People<'plan> {
    book: &'plan Book,
    today: NaiveDate,
    ids: &'plan IdSource,
    /// Those that were met, as they will be, in the order in which they were met.
    met: Vec<ContactId>,
    drafts: HashMap<ContactId, Arc<Contact>>,
    by_uid: HashMap<String, ContactId>,
    by_address: HashMap<(Shared, String), Vec<ContactId>>,
    by_name: HashMap<String, Vec<ContactId>>,
    /// Which identities have a card of their own, by file.
    own_cards: HashSet<(&'plan str, &'plan str)>,
}

impl<'plan> People<'plan> {
    pub(super) fn of(
        book: &'plan Book,
        cards: &'plan [Card],
        today: NaiveDate,
        ids: &'plan IdSource,
    ) -> Self {
        let mut people = Self {
            book,
            today,
            ids,
            met: Vec::new(),
            drafts: HashMap::new(),
            by_uid: HashMap::new(),
            by_address: HashMap::new(),
            by_name: HashMap::new(),
            own_cards: cards
                .iter()
                .filter_map(|card| Some((card.place.file.as_str(), card.uid.as_deref()?)))
                .collect(),
        };
        for contact in book.contacts.iter() {
            people.learn(contact);
        }
        people
    }

    /// Takes cards in; those come back of which it cannot be told whose they are.
    ///
    /// A card may find its person only by what a later one adds. So the cards are gone through until they add nothing
    /// more: then the same cards on the book that comes out add nothing either.
    pub(super) fn take_all(&mut self, cards: &[Card]) -> Vec<Rejected> {
        let mut homeless: BTreeMap<usize, String> = BTreeMap::new();
        for pass in 0..MOST_PASSES {
            let before = self.drafts.clone();
            for (index, card) in cards.iter().enumerate() {
                match self.take(card) {
                    Ok(_) => drop(homeless.remove(&index)),
                    Err(reason) if pass == 0 => drop(homeless.insert(index, reason)),
                    Err(_) => {}
                }
            }
            self.join_new();
            if self.drafts == before {
                break;
            }
        }
        let place_of = |index: usize| cards.get(index).map(|card| card.place.clone());
        homeless
            .into_iter()
            .filter_map(|(index, reason)| {
                Some(Rejected {
                    what: Entry::Card,
                    place: place_of(index)?,
                    reason,
                })
            })
            .collect()
    }

    /// Takes a card in.
    ///
    /// # Errors
    /// The reason, where it cannot be told whose card it is and a new person could be a second copy of an old one.
    fn take(&mut self, card: &Card) -> Result<ContactId, String> {
        let found = self
            .by_identity(card)
            .or_else(|| self.by_address(card))
            .map_or_else(|| self.by_same_name(card), |id| Ok(Some(id)))?;
        let before = found.and_then(|id| self.person(id));
        let after = match &before {
            Some(contact) => with_card(contact, card),
            None => with_card(&self.stranger(&card.name), card),
        };
        let id = after.id;
        let is_known = before.is_some_and(|before| **before == after);
        self.keep(after, is_known);
        Ok(id)
    }

    /// The person an hour is with; somebody new where nobody has the address.
    pub(super) fn partner(&mut self, partner: &Partner, file: &str) -> ContactId {
        let card = Card {
            place: Place {
                file: file.to_owned(),
                line: 0,
            },
            name: partner.name.clone(),
            emails: Some(partner.email.clone())
                .filter(|email| !email.is_empty())
                .into_iter()
                .collect(),
            ..Card::default()
        };
        // An invite tells nothing about somebody whom the address finds: the name there is what a calendar made of it.
        let known = self.by_address(&card);
        if let Some(contact) = known.and_then(|id| self.person(id)) {
            return contact.id;
        }
        self.take(&card).unwrap_or_else(|_| {
            let stranger = with_card(&self.stranger(&card.name), &card);
            let id = stranger.id;
            self.keep(stranger, false);
            id
        })
    }

    pub(super) fn into_plan(self) -> Plan<Contact> {
        let mut plan = Plan::default();
        for id in &self.met {
            let Some(after) = self.drafts.get(id) else {
                continue;
            };
            match self.book.contacts.get(*id) {
                None => plan.new.push(Contact::clone(after)),
                Some(before) => match changes(before, after) {
                    Some(changed) => plan.changed.push(changed),
                    None => plan.same += 1,
                },
            }
        }
        plan
    }

    fn by_identity(&self, card: &Card) -> Option<ContactId> {
        self.by_uid.get(card.uid.as_ref()?).copied()
    }

    fn by_address(&self, card: &Card) -> Option<ContactId> {
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
        having.sort_by_key(|contact| {
            let knows = knows_name(contact, &card.name);
            (!knows, !fits(contact, card), contact.id)
        });
        having.first().map(|contact| contact.id)
    }

    /// Whether the same address book holds another card, of another name, for this person: then two people share an
    /// e-mail address.
    fn has_another_card(&self, contact: &Contact, card: &Card) -> bool {
        let file = card.place.file.as_str();
        let mut theirs = contact.uids();
        let is_other = card.uid.as_ref().is_some_and(|this| !contact.goes_by(this));
        is_other && theirs.any(|uid| self.own_cards.contains(&(file, uid))) && !fits(contact, card)
    }

    fn by_same_name(&self, card: &Card) -> Result<Option<ContactId>, String> {
        let namesakes = self.by_name.get(&fold(&card.name)).into_iter().flatten();
        let possible: Vec<_> = namesakes
            .filter_map(|id| self.person(*id))
            .filter(|contact| !contradicts(contact, card))
            .collect();
        if let [only] = possible.as_slice() {
            return Ok(Some(only.id));
        }
        let says_nothing_new = |contact: &&&Arc<Contact>| with_card(contact, card) == ****contact;
        let has_the_number =
            |contact: &&&Arc<Contact>| share(&contact.phones, &card.phones, digits);
        let certain = possible
            .iter()
            .find(says_nothing_new)
            .or_else(|| possible.iter().find(has_the_number));
        let is_distinct = card.uid.is_some() || !card.emails.is_empty() || !card.phones.is_empty();
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

    fn person(&self, id: ContactId) -> Option<&Arc<Contact>> {
        self.drafts.get(&id).or_else(|| self.book.contacts.get(id))
    }

    fn stranger(&self, name: &str) -> Contact {
        Contact {
            id: self.ids.next(),
            name: name.to_owned(),
            tie: Tie::Unknown,
            added: self.today,
            ..Contact::default()
        }
    }

    fn keep(&mut self, contact: Contact, is_known: bool) {
        let is_first = !self.drafts.contains_key(&contact.id);
        if is_first {
            self.met.push(contact.id);
        } else if is_known {
            return;
        }
        if !is_known {
            self.learn(&contact);
        }
        self.drafts.insert(contact.id, Arc::new(contact));
    }

    fn learn(&mut self, contact: &Contact) {
        let id = contact.id;
        for uid in contact.uids() {
            let known = self.by_uid.entry(uid.to_owned()).or_insert(id);
            *known = id.min(*known);
        }
        // A card that was written from this book goes by the id.
        self.by_uid.insert(id.to_string(), id);
        for (shared, all) in Shared::of(contact) {
            for one in shared.keys(all) {
                add(self.by_address.entry((shared, one)).or_default(), id);
            }
        }
        add(self.by_name.entry(fold(&contact.name)).or_default(), id);
    }
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

fn add(list: &mut Vec<ContactId>, id: ContactId) {
    // In the order of ids, so that what is found depends on the book alone and not on how it came about.
    if let Err(at) = list.binary_search(&id) {
        list.insert(at, id);
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
    differ(&contact.emails, &card.emails, str::to_lowercase)
        || differ(&contact.phones, &card.phones, digits)
        || is_born_otherwise(contact, card)
        || other_identity
}

fn share(mine: &[String], theirs: &[String], key: fn(&str) -> String) -> bool {
    theirs
        .iter()
        .any(|theirs| mine.iter().any(|mine| key(mine) == key(theirs)))
}
