//! A person as JSON: what is known of them, what is open, when we talked, what value went over. What was noted of bad
//! faith has no field here.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::cli::promises;
use crate::domain::Book;
use crate::domain::contact::{Aim, Birthday, Contact, ContactId, Importance, Source};
use crate::domain::exchange::{Direction, ExchangeKind};
use crate::domain::incident::Party;
use crate::domain::interaction::{Interaction, InteractionKind};
use crate::domain::invite::{Invite, InviteId, Reply};
use crate::domain::relationship::Relationship;
use crate::domain::sentences::words;

/// A person.
#[derive(Serialize)]
pub(super) struct Item<'a> {
    id: ContactId,
    name: &'a str,
    nicknames: &'a [String],
    organisation: &'a str,
    role: &'a str,
    circle: &'a str,
    emails: &'a [String],
    phones: &'a [String],
    urls: &'a [String],
    birthday: Option<Birthday>,
    tags: &'a [String],
    topics: &'a [String],
    how_we_met: &'a str,
    tie: Option<&'static str>,
    pace_days: Option<u32>,
    left_alone_until: Option<NaiveDate>,
    /// I drew a line: no one-to-one for now.
    boundary: bool,
    archived: bool,
    added: NaiveDate,
    notes: &'a str,
    problems: Vec<AimItem<'a>>,
    aspirations: Vec<AimItem<'a>>,
    promises: Vec<promises::Item<'a>>,
    lunches: Vec<Lunch<'a>>,
    talks: Vec<Talk<'a>>,
    value: Vec<Value<'a>>,
}

#[derive(Serialize)]
pub(in crate::cli) struct AimItem<'a> {
    text: &'a str,
    they_said: bool,
    importance: &'static str,
    noted: NaiveDate,
    closed: Option<NaiveDate>,
}

/// An hour that may still come about.
#[derive(Serialize)]
pub(in crate::cli) struct Lunch<'a> {
    id: InviteId,
    start: NaiveDateTime,
    end: NaiveDateTime,
    all_day: bool,
    host: &'static str,
    reply: &'static str,
    place: &'a str,
}

#[derive(Serialize)]
pub(in crate::cli) struct Talk<'a> {
    on: NaiveDate,
    kind: &'static str,
    answered: bool,
    note: &'a str,
}

#[derive(Serialize)]
struct Value<'a> {
    on: NaiveDate,
    direction: &'static str,
    kind: &'static str,
    size: &'static str,
    note: &'a str,
}

impl<'a> Item<'a> {
    pub(super) fn of(
        contact: &'a Contact,
        between: &'a Relationship,
        book: &'a Book,
        today: NaiveDate,
    ) -> Self {
        let promises = between.promises.iter();
        let promises = promises.map(|promise| promises::Item::of(promise, book, today));
        Self {
            id: contact.id,
            name: &contact.name,
            nicknames: &contact.nicknames,
            organisation: &contact.organisation,
            role: &contact.role,
            circle: &contact.circle,
            emails: &contact.emails,
            phones: &contact.phones,
            urls: &contact.urls,
            birthday: contact.birthday,
            tags: &contact.tags,
            topics: &contact.topics,
            how_we_met: &contact.how_we_met,
            tie: Some(words::tie(contact.tie)).filter(|word| !word.is_empty()),
            pace_days: contact.rhythm_days.map(Into::into),
            left_alone_until: contact.snoozed_until,
            boundary: contact.boundary,
            archived: contact.archived,
            added: contact.added,
            notes: &contact.notes,
            problems: contact.problems.iter().map(AimItem::of).collect(),
            aspirations: contact.aspirations.iter().map(AimItem::of).collect(),
            promises: promises.collect(),
            lunches: lunches(between, today),
            talks: talks(between),
            value: value(between),
        }
    }
}

impl<'a> AimItem<'a> {
    pub(in crate::cli) fn of(aim: &'a Aim) -> Self {
        Self {
            text: &aim.text,
            they_said: aim.source == Source::TheySaid,
            importance: match aim.importance {
                Importance::Minor => "minor",
                Importance::Useful => "useful",
                Importance::Important => "important",
                Importance::Critical => "critical",
            },
            noted: aim.noted,
            closed: aim.closed,
        }
    }
}

impl<'a> Lunch<'a> {
    pub(in crate::cli) fn of(invite: &'a Invite) -> Self {
        Self {
            id: invite.id,
            start: invite.start,
            end: invite.end,
            all_day: invite.all_day,
            host: match invite.host {
                Party::Me => "me",
                Party::Them => "them",
            },
            reply: reply(invite.reply),
            place: &invite.place,
        }
    }
}

impl<'a> Talk<'a> {
    pub(in crate::cli) fn of(talk: &'a Interaction) -> Self {
        Self {
            on: talk.on,
            kind: match talk.kind {
                InteractionKind::InPerson => "in_person",
                InteractionKind::Lunch => "lunch",
                InteractionKind::Call => "call",
                InteractionKind::Message => "message",
                InteractionKind::Event => "event",
            },
            answered: talk.two_way,
            note: &talk.note,
        }
    }
}

/// My answer to an invite.
pub(in crate::cli) const fn reply(reply: Reply) -> &'static str {
    match reply {
        Reply::NeedsAction => "none",
        Reply::Tentative => "maybe",
        Reply::Accepted => "yes",
        Reply::Declined => "no",
    }
}

fn lunches(between: &Relationship, today: NaiveDate) -> Vec<Lunch<'_>> {
    let invites = between.invites.iter().map(AsRef::as_ref);
    let mut open: Vec<&Invite> = invites.filter(|invite| invite.is_open(today)).collect();
    open.sort_by_key(|invite| (invite.start, invite.id));
    open.into_iter().map(Lunch::of).collect()
}

fn talks(between: &Relationship) -> Vec<Talk<'_>> {
    let mut talks: Vec<Talk<'_>> = between
        .interactions
        .iter()
        .map(|talk| Talk::of(talk))
        .collect();
    talks.sort_by_key(|talk| std::cmp::Reverse(talk.on));
    talks
}

fn value(between: &Relationship) -> Vec<Value<'_>> {
    let mut value: Vec<Value<'_>> = between
        .exchanges
        .iter()
        .map(|exchange| Value {
            on: exchange.on,
            direction: match exchange.direction {
                Direction::Given => "given",
                Direction::Received => "received",
            },
            kind: match exchange.kind {
                ExchangeKind::Knowledge => "knowledge",
                ExchangeKind::Advice => "advice",
                ExchangeKind::Introduction => "introduction",
            },
            size: words::size(exchange.size),
            note: &exchange.note,
        })
        .collect();
    value.sort_by_key(|value| std::cmp::Reverse(value.on));
    value
}
