//! Whose card is it? Matching of cards and partners with the people of the book.
//!
//! The order of evidence: the identity in the address book, then an e-mail address, then a number or a page of somebody
//! whose name fits, then a profile of a network, then the same name with nothing against it. In doubt two people stay
//! two: a duplicate can be merged later, a wrong merge can hardly be taken apart. Nobody new is certainly somebody who
//! stands there already ([`duplicates`]).

mod finding;
mod joining;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::person::{changes, same_for, says_the_same, with_card};
use super::shared::SharedCards;
use super::{Card, Entry, Partner, Place, Plan, Rejected};
use crate::domain::book::{Book, Unresolved};
use crate::domain::contact::{Contact, ContactId, Tie};
use crate::domain::duplicates::Shared;
use crate::domain::id::IdSource;
use crate::domain::profile::profile;

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
    by_profile: HashMap<String, Vec<ContactId>>,
    by_name: HashMap<String, Vec<ContactId>>,
    /// Which identities have a card of their own, by address book.
    own_cards: HashSet<(&'plan str, &'plan str)>,
    shared: SharedCards<'plan>,
    /// Whose each card is, by its place among the cards.
    homes: BTreeMap<usize, ContactId>,
    address_books: AddressBooks<'plan>,
}

impl<'plan> People<'plan> {
    pub(super) fn of(
        book: &'plan Book,
        cards: &'plan [Card],
        today: NaiveDate,
        ids: &'plan IdSource,
    ) -> Self {
        let address_books = AddressBooks::of(cards);
        let mut people = Self {
            book,
            today,
            ids,
            met: Vec::new(),
            drafts: HashMap::new(),
            by_uid: HashMap::new(),
            by_address: HashMap::new(),
            by_profile: HashMap::new(),
            by_name: HashMap::new(),
            own_cards: cards
                .iter()
                .filter_map(|card| Some((address_books.of_card(card), card.uid.as_deref()?)))
                .collect(),
            shared: SharedCards::of(book, cards),
            homes: BTreeMap::new(),
            address_books,
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
                    Ok(id) => {
                        self.homes.insert(index, id);
                        homeless.remove(&index);
                    }
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
            .or_else(|| self.by_profile(card))
            .map_or_else(|| self.by_same_name(card), |id| Ok(Some(id)))?;
        let before = found.and_then(|id| self.person(id)).cloned();
        let after = self.after(before.as_deref(), card)?;
        let id = after.id;
        let is_known = before.is_some_and(|before| *before == after);
        self.keep(after, is_known);
        Ok(id)
    }

    /// The person with what the card says.
    ///
    /// # Errors
    /// The reason, for the card of somebody who was taken out of the book.
    fn after(&mut self, before: Option<&Contact>, card: &Card) -> Result<Contact, String> {
        match (before, self.shared.last(card)) {
            // The card of somebody who was made one with another says nothing but what changed on it since.
            (Some(contact), Some(last))
                if last.person == contact.id || self.book.contacts.get(last.person).is_none() =>
            {
                Ok(self.shared.put_together(contact, last, card))
            }
            (Some(contact), _) => Ok(with_card(contact, card)),
            (None, Some(last)) if SharedCards::says_nothing_new(last, card) => Err(format!(
                "{} was taken out of the book; the card says nothing new and stays where it is",
                card.name
            )),
            (None, _) => Ok(with_card(&self.stranger(&card.name), card)),
        }
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

    /// What becomes of the people. Of whom a field is left open is not the same, where nothing else changes either.
    pub(super) fn into_plan(self, unresolved: &[Unresolved]) -> Plan<Contact> {
        let mut plan = Plan::default();
        let same = |id: &ContactId| {
            let id = id.to_string();
            usize::from(unresolved.iter().all(|open| open.record != id))
        };
        for id in &self.met {
            let Some(after) = self.drafts.get(id) else {
                continue;
            };
            match self.book.contacts.get(*id) {
                None => plan.new.push(Contact::clone(after)),
                Some(before) if before == after => plan.same += same(id),
                Some(before) if says_the_same(before, after) => {
                    plan.same += same(id);
                    plan.noted.push(Contact::clone(after));
                }
                Some(before) => plan.changed.extend(changes(before, after)),
            }
        }
        plan
    }

    /// Whose the card is that stands at this place among the cards.
    pub(super) fn owner(&self, index: usize) -> Option<ContactId> {
        let home = self.homes.get(&index).copied();
        home.filter(|id| self.person(*id).is_some())
    }

    /// What both the book and a shared card changed.
    pub(super) fn unresolved(&self) -> Vec<Unresolved> {
        self.shared.unresolved()
    }

    /// The name of the person of whom a field is open.
    pub(super) fn called(&self, open: &Unresolved) -> String {
        let person = open.record.parse().ok().and_then(|id| self.person(id));
        person.map_or_else(String::new, |person| person.name.clone())
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
        for profile in contact.urls.iter().filter_map(|url| profile(url)) {
            add(self.by_profile.entry(profile).or_default(), id);
        }
        add(self.by_name.entry(same_for(&contact.name)).or_default(), id);
    }
}

/// Which cards stand in one address book: those of one file, or of a folder that has one card a file.
struct AddressBooks<'plan> {
    /// The files of more than one card.
    files: HashSet<&'plan str>,
}

impl<'plan> AddressBooks<'plan> {
    fn of(cards: &'plan [Card]) -> Self {
        let mut seen = HashSet::new();
        let files = cards.iter().map(|card| card.place.file.as_str());
        Self {
            files: files.filter(|file| !seen.insert(*file)).collect(),
        }
    }

    fn of_card<'card>(&self, card: &'card Card) -> &'card str {
        let file = card.place.file.as_str();
        if self.files.contains(file) {
            return file;
        }
        file.rsplit_once(['/', '\\'])
            .map_or("", |(folder, _)| folder)
    }
}

fn add(list: &mut Vec<ContactId>, id: ContactId) {
    // In the order of ids, so that what is found depends on the book alone and not on how it came about.
    if let Err(at) = list.binary_search(&id) {
        list.insert(at, id);
    }
}
