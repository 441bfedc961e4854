//! Drawn books: two people, an hour with each, and the records that the comparison may read.

use std::num::NonZeroU32;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use goodword::domain::Book;
use goodword::domain::book::Settings;
use goodword::domain::comparison::Order;
use goodword::domain::contact::{Aim, Contact, Importance, Source};
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::invite::{Assessment, Invite, MoveOk, NextChance, Reply};
use goodword::domain::promise::{Impact, MissKind, Promise, State, Strength};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::draw::{help, horizon, order};

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

fn contact(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Contact> {
    let rhythm = prop_oneof![Just(1), Just(91), Just(u32::MAX), 1..400_u32];
    let aim = (date.clone(), option::weighted(0.2, date.clone())).prop_map(|(noted, closed)| Aim {
        id: Id::nil(),
        text: "sell the old plant".to_owned(),
        source: Source::TheySaid,
        importance: Importance::Useful,
        noted,
        closed,
    });
    (
        option::of(rhythm),
        option::weighted(0.1, date.clone()),
        prop::bool::weighted(0.1),
        vec(aim, 1..2),
        date,
    )
        .prop_map(
            |(rhythm, snoozed_until, boundary, problems, added)| Contact {
                name: "Ana Silva".to_owned(),
                rhythm_days: rhythm.and_then(NonZeroU32::new),
                snoozed_until,
                boundary,
                problems,
                added,
                ..Contact::default()
            },
        )
}

pub(crate) fn strength() -> impl Strategy<Value = Strength> {
    use Strength::{Attempt, Explore, Intend, Promise};
    select(vec![Explore, Attempt, Intend, Promise])
}

fn promise(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Promise> {
    let state = (0..6_u8, date.clone()).prop_map(|(kind, on)| match kind {
        0 => State::Blocked {
            since: on,
            by: "the customs".to_owned(),
        },
        1 | 2 => State::Missed {
            on,
            kind: MissKind::Silent,
        },
        3 => State::MadeRight {
            on,
            missed: MissKind::Shown,
        },
        4 => State::Delivered {
            on,
            was_blocked: None,
        },
        _ => State::Open,
    });
    let impact = select(vec![
        Impact::Little,
        Impact::Some,
        Impact::Much,
        Impact::Vital,
    ]);
    let heard = option::of((strength(), date.clone()));
    let party = prop_oneof![4 => Just(Party::Me), 1 => Just(Party::Them)];
    (
        party,
        date.clone(),
        option::of(date),
        strength(),
        heard,
        impact,
        state,
    )
        .prop_map(|(by, made, due, said, heard, impact, state)| Promise {
            id: Id::nil(),
            by,
            contact: Id::nil(),
            text: "the market figures".to_owned(),
            kind: None,
            made,
            due,
            said,
            exact_words: String::new(),
            heard,
            impact,
            minutes: None,
            state,
            efforts: Vec::new(),
            earlier_terms: Vec::new(),
            reopened_from: None,
        })
}

fn incident(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Incident> {
    use IncidentKind::{BadFaith, Harmed, Helped};
    let about = prop_oneof![2 => Just(Party::Them), 1 => Just(Party::Me)];
    let kind = select(vec![BadFaith, BadFaith, BadFaith, Harmed, Helped]);
    let severity = select(vec![Severity::Minor, Severity::Moderate, Severity::Serious]);
    let maybe = || option::weighted(0.2, date.clone());
    (about, kind, severity, date.clone(), maybe(), maybe()).prop_map(
        |(about, kind, severity, on, settled, made_right)| Incident {
            id: Id::nil(),
            contact: Id::nil(),
            about,
            kind,
            severity,
            on,
            note: String::new(),
            settled,
            acknowledged: None,
            made_right,
        },
    )
}

fn interaction(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Interaction> {
    (date, any::<bool>()).prop_map(|(on, two_way)| Interaction {
        id: Id::nil(),
        with: Vec::new(),
        on,
        kind: InteractionKind::Call,
        two_way,
        note: String::new(),
    })
}

fn invite(
    date: BoxedStrategy<NaiveDate>,
    way: BoxedStrategy<i64>,
) -> impl Strategy<Value = Invite> {
    let chance = prop_oneof![
        Just(NextChance::Unknown),
        Just(NextChance::Never),
        date.clone().prop_map(NextChance::On)
    ];
    let assessment = (
        option::weighted(0.95, help()),
        chance,
        horizon(),
        prop::bool::weighted(0.05),
    );
    let reply = select(vec![Reply::NeedsAction, Reply::Tentative, Reply::Accepted]);
    let move_ok = select(vec![
        MoveOk::Unknown,
        MoveOk::TheySaidFine,
        MoveOk::TheySaidHard,
    ]);
    let zone = select(vec![
        None,
        Some("Europe/Berlin"),
        Some("Asia/Kathmandu"),
        Some("nowhere"),
    ]);
    let words = (
        reply,
        move_ok,
        option::of(any::<bool>()),
        prop::bool::weighted(0.1),
    );
    let hosted = prop_oneof![5 => Just(Party::Them), 1 => Just(Party::Me)];
    (
        option::weighted(0.9, assessment),
        words,
        hosted,
        date.clone(),
        date,
        way,
        zone,
    )
        .prop_map(
            |(
                assessment,
                (reply, move_ok, heard_yes, yes_void),
                host,
                asked_on,
                day,
                way,
                zone,
            )| Invite {
                id: Id::nil(),
                with: Vec::new(),
                host,
                title: String::new(),
                start: day.and_time(NaiveTime::from_hms_opt(12, 30, 0).unwrap()),
                end: day.and_time(NaiveTime::from_hms_opt(13, 30, 0).unwrap()),
                zone: zone.map(str::to_owned),
                all_day: false,
                travel_minutes: u32::try_from(way).unwrap(),
                place: String::new(),
                asked_on,
                reply,
                my_words: String::new(),
                heard_yes,
                yes_void,
                move_ok,
                outcome: None,
                assessment: assessment.map(|(help, next_chance, horizon, safety)| Assessment {
                    help,
                    next_chance,
                    horizon,
                    safety,
                    ..Assessment::default()
                }),
                asked_to_move: None,
                calendar: None,
            },
        )
}
