//! Warm ways to somebody: whom to ask, who may ask somebody in turn.
//!
//! A way has at most two people in between, for nobody passes a question on further. Its chance is the product of the
//! chances of its steps, so that two good steps can carry further than one good and one weak.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId, KnownPerson, Tie};
use crate::domain::dates::is_within_a_year;
use crate::domain::fade::fade;
use crate::domain::relationship::{Relationship, Relationships};
use crate::domain::tuning::TUNING;

/// A way to somebody.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// Whom to ask first, and who is then asked by them; nobody where I know the person myself.
    pub through: Vec<ContactId>,
    /// The chance that it carries: the product of its steps.
    pub chance: f64,
}

/// Who may be asked by whom, and with what chance.
#[derive(Debug, Clone, Default)]
pub struct WarmWays {
    /// From me to those I may ask.
    mine: BTreeMap<ContactId, f64>,
    /// To somebody, from those who know them.
    known_by: HashMap<KnownPerson, BTreeMap<ContactId, f64>>,
}

impl WarmWays {
    /// Of a book. Those with whom I drew a line, and those who are archived, are asked nothing.
    #[must_use]
    pub fn of(book: &Book, relationships: &Relationships, today: NaiveDate) -> Self {
        let mut ways = Self::default();
        for contact in book.contacts.iter() {
            if !contact.boundary && !contact.archived {
                let between = relationships.with(contact.id);
                ways.i_know(contact.id, mine(contact, between, today));
            }
            for (person, tie) in &contact.knows {
                ways.knows(contact.id, person, strength(*tie));
            }
        }
        ways
    }

    /// I know somebody and may ask them.
    pub fn i_know(&mut self, contact: ContactId, chance: f64) {
        raise(&mut self.mine, contact, chance);
    }

    /// Somebody knows somebody. Said twice, the higher chance counts.
    pub fn knows(&mut self, who: ContactId, whom: &KnownPerson, chance: f64) {
        raise(self.known_by.entry(named(whom)).or_default(), who, chance);
    }

    /// All ways to somebody with at most two people in between, the warmest first; of equal ones the shorter.
    #[must_use]
    pub fn to(&self, target: &KnownPerson) -> Vec<Way> {
        let mut ways = Vec::new();
        if let KnownPerson::Contact(target) = target {
            ways.extend(self.first(*target, &[], 1.0));
        }
        let is_target = |id: ContactId| KnownPerson::Contact(id) == *target;
        for (last, chance) in self
            .those_who_know(target)
            .filter(|(id, _)| !is_target(*id))
        {
            ways.extend(self.first(last, &[last], chance));
            let between = KnownPerson::Contact(last);
            let before = self.those_who_know(&between);
            for (first, step) in before.filter(|(id, _)| *id != last && !is_target(*id)) {
                ways.extend(self.first(first, &[first, last], step * chance));
            }
        }
        ways.sort_by(|one, other| {
            let by_chance = other.chance.total_cmp(&one.chance);
            by_chance.then_with(|| one.rank().cmp(&other.rank()))
        });
        ways
    }

    /// The way on from somebody whom I may ask.
    fn first(&self, asked: ContactId, through: &[ContactId], rest: f64) -> Option<Way> {
        self.mine.get(&asked).map(|chance| Way {
            through: through.to_vec(),
            chance: chance * rest,
        })
    }

    fn those_who_know(&self, target: &KnownPerson) -> impl Iterator<Item = (ContactId, f64)> {
        let known_by = self.known_by.get(&named(target));
        let all = known_by.into_iter().flatten();
        all.map(|(who, chance)| (*who, *chance))
    }
}

impl Way {
    /// The chance in parts of a thousand.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a product of chances lies between 0 and 1"
    )]
    pub fn per_mille(&self) -> u32 {
        (self.chance.clamp(0.0, 1.0) * 1000.0).round() as u32
    }

    fn rank(&self) -> (usize, &[ContactId]) {
        (self.through.len(), &self.through)
    }
}

/// For how many introductions somebody was asked within the year, on either side, so that nobody is asked too often.
#[must_use]
pub fn asked_this_year(book: &Book, contact: ContactId, today: NaiveDate) -> usize {
    let this_year = |asked: NaiveDate| is_within_a_year(asked, today);
    let was_asked =
        |who: ContactId, asked: Option<NaiveDate>| who == contact && asked.is_some_and(this_year);
    let introductions = book.introductions.iter();
    introductions
        .filter(|wish| {
            was_asked(wish.requester, wish.asked_requester)
                || was_asked(wish.target, wish.asked_target)
        })
        .count()
}

/// The chance that somebody I know passes my question on: the tie, faded by the time without a talk, half after two
/// wished rhythms or a year.
fn mine(contact: &Contact, between: &Relationship, today: NaiveDate) -> f64 {
    let half_life = contact
        .rhythm_days
        .map_or(TUNING.network.half_life_days, |rhythm| {
            f64::from(rhythm.get()) * TUNING.network.half_life_rhythms
        });
    let last = between.last_talk().unwrap_or(contact.added);
    strength(contact.tie) * fade(last, today, half_life)
}

/// A tie as a chance: 0 to 1.
fn strength(tie: Tie) -> f64 {
    f64::from(tie as u8) / 4.0
}

fn raise(chances: &mut BTreeMap<ContactId, f64>, contact: ContactId, chance: f64) {
    let [least, most] = TUNING.network.chance;
    let here = chances.entry(contact).or_insert(least);
    *here = here.max(chance).min(most);
}

/// Somebody as they are compared: those outside the book by their name alone, however it is written.
fn named(person: &KnownPerson) -> KnownPerson {
    match person {
        KnownPerson::Contact(id) => KnownPerson::Contact(*id),
        KnownPerson::Outside(name) => KnownPerson::Outside(name.trim().to_lowercase()),
    }
}
