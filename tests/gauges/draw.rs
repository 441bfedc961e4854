//! Relationships and their records, plain and drawn.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use goodword::domain::contact::Contact;
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::promise::{Effort, EffortKind, Impact, MissKind, Promise, State, Strength};
use goodword::domain::relationship::Relationship;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Thursday 24 September 2026.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 24).unwrap()
}

pub(crate) fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

pub(crate) fn promise(by: Party, state: State) -> Promise {
    Promise {
        id: Id::nil(),
        by,
        contact: Id::nil(),
        text: "figures for the board".to_owned(),
        kind: None,
        made: ago(300),
        due: None,
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Some,
        minutes: None,
        state,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

pub(crate) fn delivered(on: NaiveDate) -> State {
    State::Delivered {
        on,
        was_blocked: None,
    }
}

pub(crate) fn told(day: NaiveDate) -> Effort {
    Effort {
        on: day,
        told: Some(day),
        kind: EffortKind::Progress,
        text: "half of it".to_owned(),
    }
}

pub(crate) fn incident(about: Party, kind: IncidentKind, on: NaiveDate) -> Incident {
    Incident {
        id: Id::nil(),
        contact: Id::nil(),
        about,
        kind,
        severity: Severity::Moderate,
        on,
        noted: None,
        note: "in the spring".to_owned(),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: None,
    }
}

pub(crate) fn exchange(direction: Direction, size: Size, on: NaiveDate) -> Exchange {
    Exchange {
        id: Id::nil(),
        contact: Id::nil(),
        on,
        direction,
        kind: ExchangeKind::Advice,
        size,
        horizon: Horizon::Months,
        note: String::new(),
        from: None,
    }
}

pub(crate) fn talk(kind: InteractionKind, on: NaiveDate) -> Interaction {
    Interaction {
        id: Id::nil(),
        with: Vec::new(),
        on,
        kind,
        two_way: true,
        note: String::new(),
    }
}

pub(crate) fn bob() -> Contact {
    Contact {
        name: "Bob Reyes".to_owned(),
        added: ago(900),
        ..Contact::default()
    }
}

pub(crate) fn with_promises(promises: impl IntoIterator<Item = Promise>) -> Relationship {
    Relationship {
        promises: promises.into_iter().map(Arc::new).collect(),
        ..Relationship::default()
    }
}

pub(crate) fn with_exchanges(exchanges: impl IntoIterator<Item = Exchange>) -> Relationship {
    Relationship {
        exchanges: exchanges.into_iter().map(Arc::new).collect(),
        ..Relationship::default()
    }
}

pub(crate) const PARTIES: [Party; 2] = [Party::Me, Party::Them];
pub(crate) const MISSES: [MissKind; 3] = [MissKind::Shown, MissKind::ToldLate, MissKind::Silent];
pub(crate) const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];

pub(crate) fn party() -> impl Strategy<Value = Party> {
    select(PARTIES.to_vec())
}

/// Days near and far, and the ends of the calendar.
pub(crate) fn date() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        30 => (-400..4_000_i64).prop_map(ago),
        6 => (-3..3_i64).prop_map(ago),
        1 => Just(NaiveDate::MIN),
        1 => Just(NaiveDate::MAX),
    ]
}

pub(crate) fn any_promise() -> impl Strategy<Value = Promise> {
    let efforts = vec(date().prop_map(told), 0..3);
    (party(), state(), option::of(date()), efforts).prop_map(|(by, state, due, efforts)| Promise {
        due,
        efforts,
        ..promise(by, state)
    })
}

fn state() -> impl Strategy<Value = State> {
    (date(), 0..8_u8, select(MISSES.to_vec())).prop_map(|(on, which, kind)| match which {
        0 => State::Open,
        1 => State::Released { on },
        2 => State::Withdrawn { on },
        3 => State::Confirmed {
            on,
            delivered: (kind != MissKind::Silent).then_some(on),
        },
        4 => State::MadeRight { on, missed: kind },
        5 | 6 => State::Missed { on, kind },
        _ => delivered(on),
    })
}

pub(crate) fn any_incident() -> impl Strategy<Value = Incident> {
    let kinds = vec![
        IncidentKind::BadFaith,
        IncidentKind::Harmed,
        IncidentKind::Helped,
    ];
    (
        party(),
        select(kinds),
        date(),
        option::of(date()),
        option::of(date()),
    )
        .prop_map(|(about, kind, on, settled, made_right)| Incident {
            settled,
            made_right,
            ..incident(about, kind, on)
        })
}

pub(crate) fn any_exchange() -> impl Strategy<Value = Exchange> {
    let directions = vec![Direction::Given, Direction::Received];
    (
        select(directions),
        select(SIZES.to_vec()),
        select(Horizon::ALL.to_vec()),
        date(),
    )
        .prop_map(|(direction, size, horizon, on)| Exchange {
            horizon,
            ..exchange(direction, size, on)
        })
}

fn any_talk() -> impl Strategy<Value = Interaction> {
    let kinds = vec![
        InteractionKind::InPerson,
        InteractionKind::Call,
        InteractionKind::Message,
    ];
    (select(kinds), date(), any::<bool>()).prop_map(|(kind, on, two_way)| Interaction {
        two_way,
        ..talk(kind, on)
    })
}

pub(crate) fn between() -> impl Strategy<Value = Relationship> {
    (
        vec(any_promise(), 0..6),
        vec(any_incident(), 0..6),
        vec(any_exchange(), 0..6),
        vec(any_talk(), 0..4),
    )
        .prop_map(|(promises, incidents, exchanges, talks)| Relationship {
            promises: promises.into_iter().map(Arc::new).collect(),
            incidents: incidents.into_iter().map(Arc::new).collect(),
            exchanges: exchanges.into_iter().map(Arc::new).collect(),
            interactions: talks.into_iter().map(Arc::new).collect(),
            ..Relationship::default()
        })
}

/// The same with one promise more.
pub(crate) fn and_promise(between: &Relationship, promise: Promise) -> Relationship {
    let mut more = between.clone();
    more.promises.push(Arc::new(promise));
    more
}

/// The same with one incident more.
pub(crate) fn and_incident(between: &Relationship, incident: Incident) -> Relationship {
    let mut more = between.clone();
    more.incidents.push(Arc::new(incident));
    more
}

/// The same with one exchange more.
pub(crate) fn and_exchange(between: &Relationship, exchange: Exchange) -> Relationship {
    let mut more = between.clone();
    more.exchanges.push(Arc::new(exchange));
    more
}
