//! Lines of a talk: met, called, wrote, heard from, had lunch.

use super::said::{Said, after};
use super::{Fact, Unread};
use crate::domain::id::Id;
use crate::domain::interaction::{Interaction, InteractionKind};
use crate::domain::sentences::joined;

/// Face to face; at an event, where one is on.
pub(super) fn met(said: &Said<'_>) -> Result<Fact, Unread> {
    let kind = match said.event {
        Some(_) => InteractionKind::Event,
        None => InteractionKind::InPerson,
    };
    talk(said, kind, true)
}

pub(super) fn called(said: &Said<'_>) -> Result<Fact, Unread> {
    talk(said, InteractionKind::Call, true)
}

/// Only I wrote, so that the pace goes on.
pub(super) fn wrote(said: &Said<'_>) -> Result<Fact, Unread> {
    talk(said, InteractionKind::Message, false)
}

pub(super) fn heard_from(said: &Said<'_>) -> Result<Fact, Unread> {
    talk(said, InteractionKind::Message, true)
}

pub(super) fn had_lunch(said: &Said<'_>) -> Result<Fact, Unread> {
    talk(said, InteractionKind::Lunch, true)
}

fn talk(said: &Said<'_>, kind: InteractionKind, two_way: bool) -> Result<Fact, Unread> {
    let (place, on) = match after(said.rest, "at") {
        // "met bob at the harbour yesterday"
        Some(_) => said.words_and_past_day()?,
        None => ("", said.past_day()?),
    };
    let event = said.event.filter(|_| kind == InteractionKind::Event);
    let at = event.map_or_else(|| place.to_owned(), |event| format!("at {event}"));
    let note = match (at.as_str(), said.note) {
        ("", note) => note.to_owned(),
        (at, note) => joined(at, note),
    };
    Ok(Fact::Talk(Box::new(Interaction {
        id: Id::nil(),
        with: said.who.to_vec(),
        on,
        kind,
        two_way,
        note,
    })))
}
