//! Whose card is it? Matching of cards and partners with the people of the book.
//!
//! The order of evidence: the identity in the address book, then an e-mail address, then the same name with nothing
//! against it. In doubt two people stay two: a duplicate can be merged later, a wrong merge can hardly be taken apart.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::person::{changes, digits, fold, knows_name, with_card};
use super::{Card, Entry, Partner, Place, Plan, Rejected};
use crate::domain::book::Book;
use crate::domain::contact::{Contact, ContactId, Tie};
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
    by_email: HashMap<String, Vec<ContactId>>,
    by_name: HashMap<String, Vec<ContactId>>,
    /// Which identities have a card of their own, by address book.
    own_cards: HashSet<(&'plan str, &'plan str)>,
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
            by_email: HashMap::new(),
            by_name: HashMap::new(),
            own_cards: cards
                .iter()
                .filter_map(|card| Some((address_books.of_card(card), card.uid.as_deref()?)))
                .collect(),
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
                    Ok(_) => drop(homeless.remove(&index)),
                    Err(reason) if pass == 0 => drop(homeless.insert(index, reason)),
                    Err(_) => {}
                }
            }
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
        let mut having: Vec<_> = card
            .emails
            .iter()
            .filter_map(|email| self.by_email.get(&email.to_lowercase()))
            .flatten()
            .filter_map(|id| self.person(*id))
            .filter(|contact| !self.has_another_card(contact, card))
            .collect();
        // A couple or an office may share an address: the one who goes by that name comes first.
        having.sort_by_key(|contact| (!knows_name(contact, &card.name), contact.id));
        having.first().map(|contact| contact.id)
    }

    /// Whether the same address book holds another card, of another name, for this person: then two people share an
    /// e-mail address.
    fn has_another_card(&self, contact: &Contact, card: &Card) -> bool {
        let (Some(theirs), Some(this)) = (&contact.source_uid, &card.uid) else {
            return false;
        };
        let has_own = self
            .own_cards
            .contains(&(self.address_books.of_card(card), theirs.as_str()));
        theirs != this && has_own && !knows_name(contact, &card.name)
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
        if let Some(uid) = &contact.source_uid {
            let known = self.by_uid.entry(uid.clone()).or_insert(id);
            *known = id.min(*known);
        }
        for email in &contact.emails {
            add(self.by_email.entry(email.to_lowercase()).or_default(), id);
        }
        add(self.by_name.entry(fold(&contact.name)).or_default(), id);
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

/// Whether something says that this is another person of the same name.
fn contradicts(contact: &Contact, card: &Card) -> bool {
    let differ = |mine: &[String], theirs: &[String], key: fn(&str) -> String| {
        !mine.is_empty() && !theirs.is_empty() && !share(mine, theirs, key)
    };
    let other_birthday = match (contact.birthday, card.birthday) {
        (Some(mine), Some(theirs)) => (mine.month, mine.day) != (theirs.month, theirs.day),
        _ => false,
    };
    let other_identity = match (&contact.source_uid, &card.uid) {
        (Some(mine), Some(theirs)) => mine != theirs,
        _ => false,
    };
    differ(&contact.emails, &card.emails, str::to_lowercase)
        || differ(&contact.phones, &card.phones, digits)
        || other_birthday
        || other_identity
}

fn share(mine: &[String], theirs: &[String], key: fn(&str) -> String) -> bool {
    theirs
        .iter()
        .any(|theirs| mine.iter().any(|mine| key(mine) == key(theirs)))
}
