//! What a message will say, in a few words, before it is chosen.

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::dates::short;
use crate::domain::introduction::Step;
use crate::domain::messages::Purpose;
use crate::domain::sentences::words;

/// The kind of message.
#[must_use]
pub const fn label(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Decision(_) => "What you decided",
        Purpose::Choice(_) => "What you chose",
        Purpose::Update(_) => "How it stands",
        Purpose::NewTerms(_) => "Another day",
        Purpose::Done(_) => "It is done",
        Purpose::OwnUpPromise(_) | Purpose::OwnUp(_) => "Own up",
        Purpose::Release(_) => "Let me off",
        Purpose::Thanks(_) | Purpose::ThanksForTalk(..) => "Thanks",
        Purpose::Introduction(_, Step::Make) => "The introduction",
        Purpose::Introduction(_, Step::FollowUp) => "How it went",
        Purpose::Introduction(..) => "May I introduce you?",
        Purpose::Note(_) => "A note",
    }
}

/// What it says, in a few words.
#[must_use]
pub fn says(book: &Book, purpose: Purpose, today: NaiveDate) -> String {
    let promise = |id| {
        let promise = book.promises.get(id);
        promise.map_or_else(String::new, |promise| promise.text.clone())
    };
    match purpose {
        Purpose::Decision(_) => "the message that follows from it".to_owned(),
        Purpose::Update(id) => format!("what you did and what it is stuck on: {}", promise(id)),
        Purpose::Choice(_) => "what you suggest, and your own part in it".to_owned(),
        Purpose::NewTerms(id) => format!("asks for it: {}", promise(id)),
        Purpose::Done(id) => format!("what you said is done: {}", promise(id)),
        Purpose::OwnUpPromise(id) => format!("you did not do it: {}", promise(id)),
        Purpose::OwnUp(id) => book.incidents.get(id).map_or_else(String::new, |wrong| {
            format!("you let them down: {}", wrong.note)
        }),
        Purpose::Release(id) => book.invites.get(id).map_or_else(String::new, |invite| {
            format!("asks about the lunch on {}", short(invite.day(), today))
        }),
        Purpose::Thanks(id) => book.exchanges.get(id).map_or_else(String::new, |received| {
            let kind = words::exchange_kind(received.kind);
            format!("for {kind} on {}", short(received.on, today))
        }),
        Purpose::ThanksForTalk(id, _) => {
            book.interactions.get(id).map_or_else(String::new, |talk| {
                let kind = words::interaction(talk.kind);
                format!("for the talk on {} ({kind})", short(talk.on, today))
            })
        }
        Purpose::Introduction(id, _) => {
            let wish = book.introductions.get(id);
            wish.map_or_else(String::new, |wish| wish.purpose.clone())
        }
        Purpose::Note(_) => "only the greeting; the rest is yours".to_owned(),
    }
}
