//! Drawn books: two people, an hour with each, and the records that the comparison may read.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::Book;
use goodword::domain::book::Settings;
use goodword::domain::comparison::Order;
use goodword::domain::contact::Contact;
use goodword::domain::id::Id;
use goodword::domain::incident::Incident;
use goodword::domain::interaction::Interaction;
use goodword::domain::invite::Invite;
use goodword::domain::promise::Promise;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::draw::order;
use super::records::{contact, incident, interaction, invite, promise};

pub(crate) const PEOPLE: usize = 2;

/// A book before its records have ids: who is meant is a number.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) people: Vec<Person>,
    pub(crate) order: Order,
    pub(crate) today: NaiveDate,
}

/// One person, with everything between us.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) contact: Contact,
    pub(crate) promises: Vec<Promise>,
    pub(crate) incidents: Vec<Incident>,
    pub(crate) interactions: Vec<Interaction>,
    pub(crate) invite: Invite,
    /// Which promises the hour moves, by place.
    pub(crate) advances: Vec<Index>,
    /// Whether the hour serves an aim that is written down.
    pub(crate) serves: bool,
}

/// How records get their ids: each number of a plan stands for one id.
pub(crate) type Ids<'a> = &'a dyn Fn(u128) -> u128;

impl Plan {
    pub(crate) fn book(&self, ids: Ids<'_>) -> Book {
        let mut book = Book {
            settings: Arc::new(Settings {
                order_of_lines: self.order.clone(),
                ..Settings::default()
            }),
            ..Book::default()
        };
        for (number, person) in (1..).zip(&self.people) {
            person.put_into(&mut book, number * 1000, ids);
        }
        book
    }
}

impl Person {
    /// Numbers from `base` on: the person and the invite have it itself, an aim and the rest count on from it.
    fn put_into(&self, book: &mut Book, base: u128, ids: Ids<'_>) {
        let contact = Id::from_u128(ids(base));
        let mut person = self.contact.clone();
        person.id = contact;
        for aim in &mut person.problems {
            aim.id = Id::from_u128(ids(base));
        }
        book.contacts.put(person);
        for (number, promise) in (base + 1..).zip(&self.promises) {
            let id = Id::from_u128(ids(number));
            book.promises.put(Promise {
                id,
                contact,
                ..promise.clone()
            });
        }
        for (number, incident) in (base + 1..).zip(&self.incidents) {
            let id = Id::from_u128(ids(number));
            book.incidents.put(Incident {
                id,
                contact,
                ..incident.clone()
            });
        }
        for (number, interaction) in (base + 1..).zip(&self.interactions) {
            let id = Id::from_u128(ids(number));
            book.interactions.put(Interaction {
                id,
                with: vec![contact],
                ..interaction.clone()
            });
        }
        book.invites.put(self.invite(base, ids));
    }

    fn invite(&self, base: u128, ids: Ids<'_>) -> Invite {
        let mut invite = self.invite.clone();
        invite.id = Id::from_u128(ids(base));
        invite.with = vec![Id::from_u128(ids(base))];
        if let Some(assessment) = &mut invite.assessment {
            assessment.aim = self.serves.then(|| Id::from_u128(ids(base)));
            if !self.promises.is_empty() {
                let number = |index: &Index| base + 1 + index.index(self.promises.len()) as u128;
                let promises = self.advances.iter().map(number);
                assessment.advances = promises.map(|number| Id::from_u128(ids(number))).collect();
            }
        }
        invite
    }
}

/// A plan with everyday dates.
pub(crate) fn plan() -> impl Strategy<Value = Plan> {
    let date = (-400..60_i64)
        .prop_map(|days| today() + TimeDelta::days(days))
        .boxed();
    plan_with(date, Just(today()).boxed(), (0..30_i64).boxed())
}

/// A plan in which any date may be any date at all.
pub(crate) fn extreme_plan() -> impl Strategy<Value = Plan> {
    let date = prop_oneof![
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        (-200..200_i64).prop_map(|days| today() + TimeDelta::days(days)),
    ]
    .boxed();
    plan_with(date.clone(), date, any::<u32>().prop_map(i64::from).boxed())
}

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}

fn plan_with(
    date: BoxedStrategy<NaiveDate>,
    today: BoxedStrategy<NaiveDate>,
    way: BoxedStrategy<i64>,
) -> impl Strategy<Value = Plan> {
    (
        vec(person(date, way), PEOPLE),
        order(),
        today,
        any::<bool>(),
    )
        .prop_map(|(mut people, order, today, one_hour)| {
            if one_hour {
                let (start, end) = (people[0].invite.start, people[0].invite.end);
                for person in &mut people {
                    (person.invite.start, person.invite.end) = (start, end);
                }
            }
            Plan {
                people,
                order,
                today,
            }
        })
}

fn person(
    date: BoxedStrategy<NaiveDate>,
    way: BoxedStrategy<i64>,
) -> impl Strategy<Value = Person> {
    let promises = vec(promise(date.clone()), 0..4);
    let incidents = vec(incident(date.clone()), 0..5);
    let interactions = vec(interaction(date.clone()), 0..3);
    (
        contact(date.clone()),
        promises,
        incidents,
        interactions,
        invite(date, way),
        vec(any::<Index>(), 0..3),
        any::<bool>(),
    )
        .prop_map(
            |(contact, promises, incidents, interactions, invite, advances, serves)| Person {
                contact,
                promises,
                incidents,
                interactions,
                invite,
                advances,
                serves,
            },
        )
}
