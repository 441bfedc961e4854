//! Messages about a person: thanks, owning up, and a plain note.

use super::template::Values;
use super::{Kind, Message, Writer};
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::decision::{DecisionId, Subject};
use crate::domain::exchange::{Direction, ExchangeId, ExchangeKind};
use crate::domain::incident::IncidentId;
use crate::domain::interaction::{InteractionId, InteractionKind};

/// I did them wrong, and say so.
pub(super) fn own_up(writer: &Writer<'_>, id: IncidentId) -> Option<Message> {
    let wrong = writer.book.incidents.get(id)?;
    let readers = [wrong.contact];
    let values = Values::default()
        .with("on", short(wrong.on, writer.today))
        .with("what", writer.noted(&wrong.note, &readers));
    wrong
        .is_unrepaired()
        .then(|| writer.message(Kind::OwnUp, &readers, values))?
}

/// Thanks for what I received. What it was worth to me, only I know.
pub(super) fn thanks(writer: &Writer<'_>, id: ExchangeId) -> Option<Message> {
    let received = writer.book.exchanges.get(id)?;
    let readers = [received.contact];
    let thing = match received.kind {
        ExchangeKind::Knowledge => "what you let me know",
        ExchangeKind::Advice => "your advice",
        ExchangeKind::Introduction => "the introduction",
    };
    let values = Values::default()
        .with("thing", thing)
        .with("on", short(received.on, writer.today))
        .with("what", writer.noted(&received.note, &readers));
    (received.direction == Direction::Received)
        .then(|| writer.message(Kind::Thanks, &readers, values))?
}

/// Thanks for a talk. My notes of it stay mine.
pub(super) fn thanks_for_talk(
    writer: &Writer<'_>,
    id: InteractionId,
    contact: ContactId,
) -> Option<Message> {
    let talk = writer.book.interactions.get(id)?;
    let thing = match talk.kind {
        InteractionKind::InPerson | InteractionKind::Event => "our talk",
        InteractionKind::Lunch => "our lunch",
        InteractionKind::Call => "our call",
        InteractionKind::Message => "what you wrote",
    };
    let values = Values::default()
        .with("thing", thing)
        .with("on", short(talk.on, writer.today));
    talk.with
        .contains(&contact)
        .then(|| writer.message(Kind::ThanksForTalk, &[contact], values))?
}

/// What I chose for them. The options and my reasons are notes to myself: what of them they read is mine to write.
pub(super) fn choice(writer: &Writer<'_>, id: DecisionId) -> Option<Message> {
    let Subject::Options(set) = writer.book.decisions.get(id)?.about else {
        return None;
    };
    let contact = writer.book.option_sets.get(set)?.contact;
    writer.book.contacts.get(contact)?;
    writer.message(Kind::Choice, &[contact], Values::default())
}

/// A greeting, and nothing made up.
pub(super) fn note(writer: &Writer<'_>, contact: ContactId) -> Option<Message> {
    writer.book.contacts.get(contact)?;
    writer.message(Kind::Note, &[contact], Values::default())
}
