//! My network at a glance: the circles and who is in them, whom I talk with, who has gone quiet.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::variety::{Variety, known, most_frequent_circle};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::interaction::Interaction;
use crate::domain::relationship::Relationships;
use crate::domain::rhythm::{Pace, pace};
use crate::domain::tuning::TUNING;

/// My network at a glance. It counts and names, and says nothing of what anybody is worth.
#[derive(Clone, Default)]
pub struct Picture {
    /// How many people there are, without those who are archived.
    pub people: usize,
    /// How varied their circles are.
    pub variety: Variety,
    /// The circles, the larger first, then by name.
    pub circles: Vec<Circle>,
    /// How many people are in no circle that is written down.
    pub without_circle: usize,
    /// How many of the last talks were within one circle, and how many were looked at.
    pub in_one_circle: (usize, usize),
    /// Which circle that is: its place among the circles. None where all of its people are archived.
    pub most_frequent: Option<usize>,
    /// How many of the last talks were with the same few people.
    pub with_few: Option<WithFew>,
    /// With whom I talked once and have not for three years, the longest silent first.
    pub quiet: Vec<ContactId>,
}

/// A circle: a field or a firm.
#[derive(Clone, PartialEq, Eq)]
pub struct Circle {
    /// Its name, as it is written with the first of its people.
    pub name: String,
    /// Its people, by name.
    pub people: Vec<ContactId>,
}

/// How many of my last talks were with the same few people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithFew {
    /// So many talks were with one of them.
    pub talks: usize,
    /// Out of so many that were looked at.
    pub of: usize,
    /// Who these are: with whom I talked most first.
    pub people: Vec<ContactId>,
}

impl Picture {
    /// Of a book, on a day.
    #[must_use]
    pub fn of(book: &Book, relationships: &Relationships, today: NaiveDate) -> Self {
        let people: Vec<&Contact> = listed(book).collect();
        let circles = circles(&people);
        let (most_frequent, within_it, looked_at) = most_frequent_circle(book);
        let holds_them =
            |circle: &Circle| most_frequent.is_some() && known(&circle.name) == most_frequent;
        let within: usize = circles.iter().map(|circle| circle.people.len()).sum();
        Self {
            people: people.len(),
            variety: Variety::of(circles.iter().map(|circle| circle.people.len())),
            without_circle: people.len().saturating_sub(within),
            most_frequent: circles.iter().position(holds_them),
            circles,
            in_one_circle: (within_it, looked_at),
            with_few: talks_with_few(book),
            quiet: quiet(&people, relationships, today),
        }
    }
}

fn listed(book: &Book) -> impl Iterator<Item = &Contact> {
    let people = book.contacts.iter().map(AsRef::as_ref);
    people.filter(|contact: &&Contact| !contact.archived)
}

fn circles(people: &[&Contact]) -> Vec<Circle> {
    let mut by_name: BTreeMap<String, Vec<&Contact>> = BTreeMap::new();
    for contact in people {
        if let Some(circle) = known(&contact.circle) {
            by_name.entry(circle).or_default().push(contact);
        }
    }
    let circles = by_name.into_values().map(|mut people| {
        let name = people.first().map_or("", |first| first.circle.trim());
        let name = name.to_owned();
        people.sort_by_cached_key(|contact| (contact.name.to_lowercase(), contact.id));
        let people = people.into_iter().map(|contact| contact.id).collect();
        Circle { name, people }
    });
    let mut circles: Vec<Circle> = circles.collect();
    // Equal ones stand by name already.
    circles.sort_by_key(|circle| Reverse(circle.people.len()));
    circles
}

fn quiet(people: &[&Contact], relationships: &Relationships, today: NaiveDate) -> Vec<ContactId> {
    let is_quiet = |contact: &&&Contact| {
        let between = relationships.with(contact.id);
        !contact.boundary && pace(contact, between, today) == Some(Pace::Dormant)
    };
    let mut quiet: Vec<&Contact> = people.iter().filter(is_quiet).copied().collect();
    quiet.sort_by_cached_key(|contact| {
        let last = relationships.with(contact.id).last_talk();
        (last, contact.name.to_lowercase(), contact.id)
    });
    quiet.into_iter().map(|contact| contact.id).collect()
}

/// Of my last talks, how many were with few people: "12 of 20 talks were with 3 people". They are chosen one after the
/// other, each with the most talks that none of those before took part in. Nothing where there were too few talks.
#[must_use]
pub fn talks_with_few(book: &Book) -> Option<WithFew> {
    let mut rest = last_talks(book, TUNING.network.talks_with_people);
    let of = rest.len();
    if of < TUNING.network.fewest_talks {
        return None;
    }
    let mut people = Vec::new();
    while people.len() < TUNING.network.few_people
        && let Some(person) = most_talked_with(&rest)
    {
        rest.retain(|talk| !talk.with.contains(&person));
        people.push(person);
    }
    Some(WithFew {
        talks: of - rest.len(),
        of,
        people,
    })
}

/// Who took part in the most of these talks; of several the one with the lowest id.
fn most_talked_with(talks: &[&Interaction]) -> Option<ContactId> {
    let mut times: HashMap<ContactId, usize> = HashMap::new();
    for talk in talks {
        let with: HashSet<ContactId> = talk.with.iter().copied().collect();
        for person in with {
            *times.entry(person).or_default() += 1;
        }
    }
    let most = times
        .into_iter()
        .max_by_key(|(person, times)| (*times, Reverse(*person)));
    most.map(|(person, _)| person)
}

/// So many talks of both of us, the latest first.
fn last_talks(book: &Book, number: usize) -> Vec<&Interaction> {
    let talks = book.interactions.iter().map(AsRef::as_ref);
    let mut talks: Vec<&Interaction> = talks
        .filter(|talk: &&Interaction| talk.two_way && !talk.with.is_empty())
        .collect();
    let latest = |talk: &&Interaction| Reverse((talk.on, talk.id));
    if number < talks.len() {
        talks.select_nth_unstable_by_key(number, latest);
        talks.truncate(number);
    }
    talks.sort_by_key(latest);
    talks
}
