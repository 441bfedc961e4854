//! Who is meant by "reach NAME or ORG", and the warm ways there.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ways::{WarmWays, Way};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId, KnownPerson, Tie};
use crate::domain::relationship::Relationships;
use crate::domain::search::{begins, folded};

/// Somebody who is to be reached, and a way there.
#[derive(Clone, PartialEq)]
pub struct Reached {
    /// Who is at its end.
    pub target: KnownPerson,
    /// The way.
    pub way: Way,
}

/// Every way to whoever is called so, or works there: the warmest first, without those that only go around somebody whom I
/// know myself.
#[must_use]
pub fn reach(
    book: &Book,
    relationships: &Relationships,
    wanted: &str,
    today: NaiveDate,
) -> Vec<Reached> {
    let ways = WarmWays::of(book, relationships, today);
    let mut found: Vec<Reached> = Vec::new();
    for target in targets(book, wanted) {
        let there = without_detours(book, ways.to(&target)).into_iter();
        found.extend(there.map(|way| Reached {
            target: target.clone(),
            way,
        }));
    }
    // Equal ones stay as they stand: by the name of the target, then by the way.
    found.sort_by(|one, other| {
        let by_chance = other.way.chance.total_cmp(&one.way.chance);
        by_chance.then_with(|| one.way.through.len().cmp(&other.way.through.len()))
    });
    found
}

/// The ways without those that only go around: where I know the last one myself, however little, and may ask them, nobody
/// is asked to ask them for me.
fn without_detours(book: &Book, ways: Vec<Way>) -> Vec<Way> {
    let is_known = |id: &ContactId| {
        let contact = book.contacts.get(*id);
        contact.is_some_and(|contact| contact.tie != Tie::Unknown)
    };
    let asked = ways.iter().filter_map(|way| match way.through.as_slice() {
        [only] => Some(*only).filter(is_known),
        _ => None,
    });
    let asked: Vec<ContactId> = asked.collect();
    let goes_around =
        |way: &Way| matches!(way.through.as_slice(), [_, last] if asked.contains(last));
    ways.into_iter().filter(|way| !goes_around(way)).collect()
}

/// Whom the words can mean: those who are called exactly so, else those with words of the name or the firm that begin so.
/// Of those whom only others know, the name is all there is.
#[must_use]
pub fn targets(book: &Book, wanted: &str) -> Vec<KnownPerson> {
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Vec::new();
    }
    let people = candidates(book);
    let is_called = |names: &[&str]| {
        names
            .iter()
            .any(|name| folded(name.trim()) == folded(wanted))
    };
    let exactly = people.iter().filter(|one| is_called(&one.names));
    let mut found: Vec<&Candidate<'_>> = exactly.collect();
    if found.is_empty() {
        let begins = |one: &&Candidate<'_>| {
            let mut texts = one.names.iter().chain(&one.firm);
            !one.archived && texts.any(|text| begins(wanted, text))
        };
        found = people.iter().filter(begins).collect();
    }
    found.into_iter().map(|one| one.person.clone()).collect()
}

/// Somebody whom the words can mean.
struct Candidate<'a> {
    person: KnownPerson,
    names: Vec<&'a str>,
    firm: Option<&'a str>,
    archived: bool,
}

/// Everybody of the book by name, then everybody whom they know outside of it, once each.
fn candidates(book: &Book) -> Vec<Candidate<'_>> {
    let mut people: Vec<&Contact> = book.contacts.iter().map(AsRef::as_ref).collect();
    people.sort_by_cached_key(|contact| (contact.name.to_lowercase(), contact.id));
    let mut found: Vec<Candidate<'_>> = people.iter().copied().map(of_contact).collect();
    let mut outside: BTreeMap<String, &str> = BTreeMap::new();
    for (known, _) in people.iter().flat_map(|contact| &contact.knows) {
        if let KnownPerson::Outside(name) = known {
            outside.entry(name.trim().to_lowercase()).or_insert(name);
        }
    }
    found.extend(outside.into_values().map(|name| Candidate {
        person: KnownPerson::Outside(name.to_owned()),
        // "Lee Marsden, Northwind's finance chief": what stands behind the comma says who that is.
        names: vec![name, name.split(',').next().unwrap_or(name)],
        firm: None,
        archived: false,
    }));
    found
}

fn of_contact(contact: &Contact) -> Candidate<'_> {
    let nicknames = contact.nicknames.iter().map(String::as_str);
    Candidate {
        person: KnownPerson::Contact(contact.id),
        names: nicknames.chain([contact.name.as_str()]).collect(),
        firm: Some(&contact.organisation),
        archived: contact.archived,
    }
}

/// How well somebody knows somebody, as it is written down; the closest where it is written twice.
#[must_use]
pub fn tie_between(book: &Book, who: ContactId, whom: &KnownPerson) -> Tie {
    let same = |known: &KnownPerson| match (known, whom) {
        (KnownPerson::Outside(one), KnownPerson::Outside(other)) => {
            one.trim().to_lowercase() == other.trim().to_lowercase()
        }
        (one, other) => one == other,
    };
    let knows = book.contacts.get(who).into_iter();
    let knows = knows.flat_map(|contact| &contact.knows);
    let ties = knows.filter(|(known, _)| same(known)).map(|(_, tie)| *tie);
    ties.max_by_key(|tie| *tie as u8).unwrap_or_default()
}
