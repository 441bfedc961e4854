//! Drawn records of one person, without ids.

use std::num::NonZeroU32;

use chrono::{NaiveDate, NaiveTime};
use goodword::domain::contact::{Aim, Contact, Importance, Source};
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::invite::{Assessment, Invite, MoveOk, NextChance, Reply};
use goodword::domain::promise::{Impact, MissKind, Promise, State, Strength};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::draw::{help, horizon};

pub(crate) fn contact(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Contact> {
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

fn strength() -> impl Strategy<Value = Strength> {
    use Strength::{Attempt, Explore, Intend, Promise};
    select(vec![Explore, Attempt, Intend, Promise])
}

pub(crate) fn promise(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Promise> {
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

pub(crate) fn incident(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Incident> {
    use IncidentKind::{BadFaith, Harmed, Helped};
    let about = prop_oneof![2 => Just(Party::Them), 1 => Just(Party::Me)];
    let kind = select(vec![BadFaith, BadFaith, BadFaith, Harmed, Helped]);
    let severity = select(vec![Severity::Minor, Severity::Moderate, Severity::Serious]);
    let (settled, made_right) = (
        option::weighted(0.2, date.clone()),
        option::weighted(0.2, date.clone()),
    );
    (about, kind, severity, date, settled, made_right).prop_map(
        |(about, kind, severity, on, settled, made_right)| Incident {
            from: None,
            id: Id::nil(),
            contact: Id::nil(),
            about,
            kind,
            severity,
            on,
            noted: None,
            note: String::new(),
            settled,
            acknowledged: None,
            made_right,
        },
    )
}

pub(crate) fn interaction(date: BoxedStrategy<NaiveDate>) -> impl Strategy<Value = Interaction> {
    (date, any::<bool>()).prop_map(|(on, two_way)| Interaction {
        id: Id::nil(),
        with: Vec::new(),
        on,
        kind: InteractionKind::Call,
        two_way,
        note: String::new(),
    })
}

pub(crate) fn invite(
    date: BoxedStrategy<NaiveDate>,
    way: BoxedStrategy<i64>,
) -> impl Strategy<Value = Invite> {
    let chance = prop_oneof![
        Just(NextChance::Unknown),
        Just(NextChance::Never),
        (0..=u32::MAX).prop_map(NextChance::In),
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
                revision: 0,
                calendar: None,
            },
        )
}
