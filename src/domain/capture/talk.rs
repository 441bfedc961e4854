//! Lines of a talk: met, called, wrote, heard from, had lunch, had coffee.

use super::said::{Said, after};
use super::{Fact, Unread};
use crate::domain::id::Id;
use crate::domain::interaction::{Interaction, InteractionKind};
use crate::domain::sentences::joined;
use crate::domain::when::{self, Unclear};

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

/// Face to face, over something else than lunch; at an event too, it was the two of us.
pub(super) fn in_person(said: &Said<'_>) -> Result<Fact, Unread> {
    talk(said, InteractionKind::InPerson, true)
}

/// A word that is no day may be meant as a part of a name that is not known.
fn or_a_name(said: &Said<'_>, unread: Unread) -> Unread {
    if when::read_past(said.rest, said.known.today) != Err(Unclear::NoDay) {
        return unread;
    }
    let why = unread.why;
    Unread::because(format!("{why}; somebody new is written with capitals"))
}

fn talk(said: &Said<'_>, kind: InteractionKind, two_way: bool) -> Result<Fact, Unread> {
    let (place, on) = match after(said.rest, "at") {
        // "met bob at the harbour yesterday"
        Some(_) => said.words_and_past_day()?,
        None => (
            "",
            said.past_day().map_err(|unread| or_a_name(said, unread))?,
        ),
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
