//! People who may stand in the book twice: who, why, and how sure that is.
//!
//! People are laid into groups by what they share (an address, a name, a firm with a word of the name), and only those
//! of one group are compared: ten thousand people cost no ten thousand times ten thousand comparisons.

pub mod joining;
mod keys;
mod moving;
mod names;
mod newcomer;
mod person;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::book::Book;
use super::contact::{Contact, ContactId, KnownPerson};
use super::redacted::redacted;
use super::search::folded;
use super::tuning::TUNING;
pub use newcomer::{Like, like};
use person::Person;

/// Two people who may be one.
#[derive(Clone, PartialEq, Eq)]
pub struct Pair {
    /// The two, in the order of their ids.
    pub people: (ContactId, ContactId),
    /// What speaks for it, the surest first; empty only where I said that they are two and nothing speaks against that.
    pub reasons: Vec<Reason>,
    /// Whether I said that they are two.
    pub is_two: bool,
}

redacted!(Pair: people, reasons, is_two);

/// What speaks for two people being one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// They have one identity in an address book.
    Identity,
    /// They have one address, and names that fit each other.
    Address(Shared, String),
    /// They have one name and one firm.
    NameAndFirm(String),
    /// They have one name, and nothing speaks against it.
    Name,
    /// One goes by the name of the other.
    OtherName(String),
    /// Their names fit each other, and they have one firm.
    LikeNameAndFirm(String),
    /// They have one name, and other addresses.
    NameAlone,
    /// They have one address, and names that do not fit each other.
    AddressAlone(Shared, String),
}

redacted!(enum Reason:
    Identity, Address(shared, text), NameAndFirm {}, Name, OtherName {}, LikeNameAndFirm {}, NameAlone,
    AddressAlone {}
);

/// By what somebody is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A profile or a page of their own.
    Page,
}

impl Shared {
    const ALL: [Self; 3] = [Self::Email, Self::Phone, Self::Page];

    /// What a person has of each kind.
    pub(in crate::domain) fn of(contact: &Contact) -> [(Self, &[String]); 3] {
        [
            (Self::Email, &contact.emails),
            (Self::Phone, &contact.phones),
            (Self::Page, &contact.urls),
        ]
    }

    /// Addresses of this kind as they are compared; what is none falls out.
    pub(in crate::domain) fn keys(self, texts: &[String]) -> impl Iterator<Item = String> {
        let key = match self {
            Self::Email => keys::email,
            Self::Phone => keys::phone,
            Self::Page => keys::page,
        };
        texts.iter().filter_map(move |text| key(text))
    }
}

impl Reason {
    /// How sure it makes that two are one, per mille; 1000 is certain.
    #[must_use]
    pub const fn per_mille(&self) -> u32 {
        let sure = TUNING.duplicates;
        match self {
            Self::Identity | Self::Address(..) => 1000,
            Self::NameAndFirm(_) => sure.name_and_firm,
            Self::Name => sure.name,
            Self::OtherName(_) => sure.other_name,
            Self::LikeNameAndFirm(_) => sure.like_name_and_firm,
            Self::NameAlone => sure.name_alone,
            Self::AddressAlone(Shared::Phone, _) => sure.phone_alone,
            Self::AddressAlone(..) => sure.address_alone,
        }
    }
}

impl Pair {
    /// How sure it is, per mille; 1000 is certain.
    #[must_use]
    pub fn per_mille(&self) -> u32 {
        self.reasons.first().map_or(0, Reason::per_mille)
    }
}

/// Everybody who may stand in the book twice, the surest first; those last of whom I said that they are two.
#[must_use]
pub fn duplicates(book: &Book) -> Vec<Pair> {
    let people: Vec<Person> = book.contacts.iter().map(|one| Person::of(one)).collect();
    let mut found = Found::default();
    found.certain(&people);
    found.by_address(&people);
    found.by_name(&people);
    found.by_firm(&people);
    let apart = apart(book);
    found.0.retain(|people, _| !apart.contains(people));
    let said = said(book);
    for pair in &said {
        found.0.entry(*pair).or_default();
    }
    let mut pairs: Vec<Pair> = found
        .0
        .into_iter()
        .map(|(people, reasons)| Pair {
            is_two: said.contains(&people),
            people,
            reasons: in_order(reasons),
        })
        .collect();
    let name = |pair: &Pair| {
        let name = book.contacts.get(pair.people.0);
        name.map(|one| folded(&one.name)).unwrap_or_default()
    };
    pairs.sort_by_cached_key(|pair| {
        let sure = Reverse(pair.per_mille());
        (pair.is_two, sure, name(pair), pair.people)
    });
    pairs
}

/// The surest first, each once.
fn in_order(mut reasons: Vec<Reason>) -> Vec<Reason> {
    reasons.sort_by(|one, other| (other.per_mille(), one).cmp(&(one.per_mille(), other)));
    reasons.dedup();
    reasons
}

/// Pairs of people of the book of whom I said that they are two.
fn said(book: &Book) -> HashSet<(ContactId, ContactId)> {
    let is_here = |id: ContactId| book.contacts.get(id).is_some();
    let pairs = book.settings.not_the_same.iter().copied().map(ordered);
    pairs
        .filter(|(one, other)| one != other && is_here(*one) && is_here(*other))
        .collect()
}

/// Those of some people who are certainly one, in pairs, whatever I said of them.
pub(in crate::domain) fn certain<'a>(
    people: impl Iterator<Item = &'a Contact>,
) -> Vec<(ContactId, ContactId)> {
    let mut people: Vec<Person> = people.map(Person::of).collect();
    people.sort_by_key(|person| person.id);
    let mut found = Found::default();
    found.certain(&people);
    found.0.into_keys().collect()
}

/// Whether a name can be one of a person.
pub(in crate::domain) fn names_fit(one: &Contact, name: &str) -> bool {
    let name = names::Name::new(name);
    let mut names = std::iter::once(&one.name).chain(&one.nicknames);
    names.any(|known| names::Name::new(known).fits(&name))
}

/// How many people look alike to others of the list, without those of whom I said that they are two.
#[must_use]
pub fn standing_twice(pairs: &[Pair]) -> usize {
    let pairs = pairs.iter().filter(|pair| !pair.is_two);
    let second: HashSet<ContactId> = pairs.map(|pair| pair.people.1).collect();
    second.len()
}

/// The settings of a book in which I said of two that they are two; where I had said so, that I take it back.
pub fn tell_apart(book: &mut Book, people: (ContactId, ContactId)) {
    let people = ordered(people);
    let settings = std::sync::Arc::make_mut(&mut book.settings);
    let before = settings.not_the_same.len();
    settings
        .not_the_same
        .retain(|pair| ordered(*pair) != people);
    if settings.not_the_same.len() == before {
        settings.not_the_same.push(people);
    }
}

/// Pairs who are two whatever they share: I introduced one to the other, or one knows the other.
fn apart(book: &Book) -> HashSet<(ContactId, ContactId)> {
    let introduced = book.introductions.iter();
    let mut apart: HashSet<_> = introduced
        .map(|one| ordered((one.requester, one.target)))
        .collect();
    for contact in book.contacts.iter() {
        let known = contact.knows.iter().filter_map(|(known, _)| match known {
            KnownPerson::Contact(id) => Some(ordered((contact.id, *id))),
            KnownPerson::Outside(_) => None,
        });
        apart.extend(known);
    }
    apart
}

fn ordered((one, other): (ContactId, ContactId)) -> (ContactId, ContactId) {
    (one.min(other), one.max(other))
}

/// What was found, by pair.
#[derive(Default)]
struct Found(BTreeMap<(ContactId, ContactId), Vec<Reason>>);

impl Found {
    fn note(&mut self, one: &Person, other: &Person, reason: Reason) {
        let reasons = self.0.entry(ordered((one.id, other.id))).or_default();
        reasons.push(reason);
    }

    /// One identity, or one address and names that fit.
    fn certain(&mut self, people: &[Person]) {
        for (_, group) in groups(people, |one| one.identities.iter()) {
            each_pair(&group, |one, other| self.note(one, other, Reason::Identity));
        }
        for shared in Shared::ALL {
            for (text, group) in groups(people, |one| one.addresses(shared).iter()) {
                each_pair(&group, |one, other| {
                    if one.fits(other) && !one.has_another_birthday(other) {
                        self.note(one, other, Reason::Address(shared, text.clone()));
                    }
                });
            }
        }
    }

    /// One address, and names that do not fit. What more than a few people share is a house's, not a person's.
    fn by_address(&mut self, people: &[Person]) {
        for shared in Shared::ALL {
            for (text, group) in groups(people, |one| one.addresses(shared).iter()) {
                if group.len() > TUNING.duplicates.house {
                    continue;
                }
                each_pair(&group, |one, other| {
                    if !one.fits(other) || one.has_another_birthday(other) {
                        self.note(one, other, Reason::AddressAlone(shared, text.clone()));
                    }
                });
            }
        }
    }

    fn by_name(&mut self, people: &[Person]) {
        for (_, group) in groups(people, |one| one.all_names().into_iter()) {
            each_pair(&group, |one, other| {
                if let Some(reason) = of_one_name(one, other) {
                    self.note(one, other, reason);
                }
            });
        }
    }

    /// Names that fit each other, in one firm. They have a word in common: a slip lies in one word of a name.
    fn by_firm(&mut self, people: &[Person]) {
        let keys = |one: &Person| {
            let words = one.words().into_iter().filter(|_| !one.firm.is_empty());
            let keys: Vec<String> = words.map(|word| format!("{}\n{word}", one.firm)).collect();
            keys.into_iter()
        };
        for (_, group) in groups(people, keys) {
            each_pair(&group, |one, other| {
                let differ = one.name() != other.name();
                if differ && one.fits(other) && !one.has_another_birthday(other) {
                    self.note(one, other, Reason::LikeNameAndFirm(one.firm.clone()));
                }
            });
        }
    }
}

/// What a name that both have says; nothing where something speaks against it.
fn of_one_name(one: &Person, other: &Person) -> Option<Reason> {
    let is_name = one.name() == other.name();
    let goes_by = |one: &Person, other: &Person| one.all_names().contains(other.name());
    let is_elsewhere = one.works_elsewhere(other);
    let is_otherwise = one.is_reached_otherwise(other);
    let is_firm = !one.firm.is_empty() && one.firm == other.firm;
    match is_name {
        _ if one.has_another_birthday(other) || (is_elsewhere && is_otherwise) => None,
        true if is_firm && !is_otherwise => Some(Reason::NameAndFirm(one.firm.clone())),
        true if is_otherwise || is_elsewhere => Some(Reason::NameAlone),
        true => Some(Reason::Name),
        false if is_otherwise || is_elsewhere => None,
        false if goes_by(one, other) => Some(Reason::OtherName(other.name().to_owned())),
        false if goes_by(other, one) => Some(Reason::OtherName(one.name().to_owned())),
        false => None,
    }
}

/// People by what they have in common, in an order that follows from the book alone.
fn groups<'a, K, I>(
    people: &'a [Person],
    keys: impl Fn(&'a Person) -> I,
) -> Vec<(K, Vec<&'a Person>)>
where
    K: std::hash::Hash + Ord,
    I: Iterator<Item = K>,
{
    let mut groups: HashMap<K, Vec<&Person>> = HashMap::with_capacity(people.len());
    for person in people {
        for key in keys(person) {
            groups.entry(key).or_default().push(person);
        }
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.retain(|(_, group)| group.len() > 1);
    groups.sort_by(|(one, _), (other, _)| one.cmp(other));
    groups
}

/// Each two of a group; of a group too large for that, each with the few that follow.
fn each_pair(group: &[&Person], mut with: impl FnMut(&Person, &Person)) {
    for (at, one) in group.iter().enumerate() {
        let rest = group.get(at.saturating_add(1)..).unwrap_or_default();
        for other in rest.iter().take(TUNING.duplicates.most_compared) {
            with(one, other);
        }
    }
}
