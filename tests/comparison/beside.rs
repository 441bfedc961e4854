//! Changes to a book that no comparison may notice, and plain records to put into one.

use std::num::NonZeroU32;

use goodword::domain::Book;
use goodword::domain::contact::{ContactId, KnownPerson, Tie};
use goodword::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use goodword::domain::id::Id;
use goodword::domain::incident::{Incident, IncidentKind, Party, Severity};
use goodword::domain::interaction::{Interaction, InteractionKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::invite::Assessment;
use goodword::domain::promise::{Impact, MissKind, Promise, State, Strength};
use proptest::prelude::*;
use proptest::sample::select;

use super::plans::{PEOPLE, today};

/// A change that no comparison may notice, about one of the people.
#[derive(Debug, Clone)]
pub(crate) struct Irrelevant {
    number: u128,
    kind: u8,
    size: Size,
    days: i64,
}

pub(crate) fn irrelevant() -> impl Strategy<Value = Irrelevant> {
    let number = (1..=u128::try_from(PEOPLE).unwrap()).prop_map(|number| number * 1000);
    let size = select(vec![Size::Small, Size::Medium, Size::Large]);
    (number, 0..14_u8, size, 0..900_i64).prop_map(|(number, kind, size, days)| Irrelevant {
        number,
        kind,
        size,
        days,
    })
}

impl Irrelevant {
    pub(crate) fn apply(&self, book: &mut Book) {
        let contact = Id::from_u128(self.number);
        let fresh = 90_000 + u128::try_from(book.record_count()).unwrap();
        let on = today() - chrono::TimeDelta::days(self.days);
        match self.kind {
            0 => self.exchanged(book, fresh, Direction::Received),
            1 => self.exchanged(book, fresh, Direction::Given),
            2 => self.happened(
                book,
                fresh,
                incident(contact, Party::Them, IncidentKind::Helped),
            ),
            3 => self.happened(
                book,
                fresh,
                incident(contact, Party::Me, IncidentKind::Helped),
            ),
            4 => self.happened(
                book,
                fresh,
                Incident {
                    settled: Some(today()),
                    ..incident(contact, Party::Them, IncidentKind::BadFaith)
                },
            ),
            5 => book.promises.put(Promise {
                id: Id::from_u128(fresh),
                by: Party::Them,
                contact,
                state: State::Confirmed {
                    on,
                    delivered: None,
                },
                ..some_promise()
            }),
            6 => book.introductions.put(Introduction {
                id: Id::from_u128(fresh),
                requester: contact,
                target: Id::from_u128(1000),
                purpose: "work".to_owned(),
                good_for_target: String::new(),
                asked_requester: Some(on),
                yes_requester: Some(on),
                asked_target: Some(on),
                yes_target: Some(on),
                made: Some(on),
                followed_up: None,
                ..Introduction::default()
            }),
            7 => book.interactions.put(Interaction {
                id: Id::from_u128(fresh),
                with: vec![contact],
                on,
                kind: InteractionKind::Message,
                two_way: false,
                note: "sent a card".to_owned(),
            }),
            8 => self.rewrite_contact(book, fresh),
            9 => self.rewrite_invite(book, fresh),
            10 => self.happened(
                book,
                fresh,
                incident(contact, Party::Them, IncidentKind::Harmed),
            ),
            // What lowers or lifts trust, either way, and leaves nothing to put right.
            11 => self.ended(
                book,
                fresh,
                Party::Them,
                State::Missed {
                    on,
                    kind: MissKind::Silent,
                },
            ),
            12 => self.ended(
                book,
                fresh,
                Party::Me,
                State::Confirmed {
                    on,
                    delivered: None,
                },
            ),
            _ => self.ended(
                book,
                fresh,
                Party::Me,
                State::MadeRight {
                    on,
                    missed: MissKind::Silent,
                },
            ),
        }
    }

    fn exchanged(&self, book: &mut Book, fresh: u128, direction: Direction) {
        book.exchanges.put(Exchange {
            id: Id::from_u128(fresh),
            contact: Id::from_u128(self.number),
            on: today() - chrono::TimeDelta::days(self.days),
            direction,
            kind: ExchangeKind::Introduction,
            size: self.size,
            horizon: Horizon::Years,
            note: "a client".to_owned(),
            from: None,
        });
    }

    fn happened(&self, book: &mut Book, fresh: u128, incident: Incident) {
        book.incidents.put(Incident {
            id: Id::from_u128(fresh),
            on: today() - chrono::TimeDelta::days(self.days),
            ..incident
        });
    }

    fn ended(&self, book: &mut Book, fresh: u128, by: Party, state: State) {
        book.promises.put(Promise {
            id: Id::from_u128(fresh),
            by,
            contact: Id::from_u128(self.number),
            state,
            ..some_promise()
        });
    }

    fn rewrite_contact(&self, book: &mut Book, fresh: u128) {
        book.contacts.change(Id::from_u128(self.number), |contact| {
            contact.tie = Tie::Trusted;
            contact.knows.push((
                KnownPerson::Outside(format!("minister {fresh}")),
                Tie::Close,
            ));
            contact.notes.push_str("could sign the big deal");
            contact.organisation.push_str("Northwind");
            contact.role.push_str("chair");
            contact.circle.push_str("steel");
            contact.tags.push("prospect".to_owned());
            contact.topics.push("capital".to_owned());
            contact.at_worst_days = NonZeroU32::new(7);
        });
    }

    fn rewrite_invite(&self, book: &mut Book, fresh: u128) {
        let id = Id::from_u128(self.number);
        book.invites.change(id, |invite| {
            invite.title = format!("Lunch about my pay rise {fresh}");
            invite.my_words.push_str("gladly");
            invite.place.push_str("the best place in town");
            if let Some(Assessment { help_kind, .. }) = &mut invite.assessment {
                *help_kind = Some(ExchangeKind::Introduction);
            }
        });
    }
}

pub(crate) fn some_promise() -> Promise {
    Promise {
        id: Id::nil(),
        by: Party::Me,
        contact: Id::nil(),
        text: "an introduction".to_owned(),
        kind: None,
        made: today(),
        due: None,
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Vital,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

pub(crate) fn incident(contact: ContactId, about: Party, kind: IncidentKind) -> Incident {
    Incident {
        id: Id::nil(),
        contact,
        about,
        kind,
        severity: Severity::Serious,
        on: today(),
        noted: None,
        note: "in the spring".to_owned(),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: None,
    }
}
