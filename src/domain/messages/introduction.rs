//! Messages about an introduction: the question to each of the two, the introduction itself, and how it went.
//!
//! Of the one to the other they tell the name, the firm and what the introduction says, nothing else of the record.

use super::template::Values;
use super::{Kind, Message, Writer};
use crate::domain::contact::ContactId;
use crate::domain::introduction::{Introduction, IntroductionId, Step};
use crate::domain::sentences::name;

/// The message that a step needs; none where the step is an answer of theirs, or is not to be taken from here.
pub(super) fn of_step(writer: &Writer<'_>, id: IntroductionId, step: Step) -> Option<Message> {
    let wish = writer.book.introductions.get(id)?;
    let (one, other) = (wish.requester, wish.target);
    let agreed = wish.is_agreed() && wish.declined.is_none();
    match step {
        Step::AskRequester if wish.yes_requester.is_none() => {
            about(writer, wish, Kind::AskRequester, &[one], other)
        }
        Step::AskTarget if wish.yes_target.is_none() => {
            about(writer, wish, Kind::AskTarget, &[other], one)
        }
        Step::Make if agreed && wish.made.is_none() => {
            about(writer, wish, Kind::Introduce, &[one, other], other)
        }
        Step::FollowUp if wish.is_made() => about(writer, wish, Kind::FollowUp, &[one], other),
        _ => None,
    }
}

fn about(
    writer: &Writer<'_>,
    wish: &Introduction,
    kind: Kind,
    readers: &[ContactId],
    other: ContactId,
) -> Option<Message> {
    let known = writer.book.contacts.get(other)?;
    // What is noted for the introduction is about these two.
    let both = [wish.requester, wish.target];
    let good = match kind {
        Kind::AskTarget => writer.noted(&wish.good_for_target, &both),
        _ => String::new(),
    };
    let values = Values::default()
        .with("other", name(writer.book, other))
        .with("firm", known.organisation.clone())
        .with("purpose", writer.noted(&wish.purpose, &both))
        .with("good", good);
    writer.message(kind, readers, values)
}
