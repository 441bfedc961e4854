//! What the book says once a message is sent. Goodword sends none: this is noted on the user's word.

use chrono::NaiveDate;

use super::{Purpose, to_tell};
use crate::domain::book::Book;
use crate::domain::conflict::Conflict;
use crate::domain::contact::ContactId;
use crate::domain::decision::{Chosen, DecisionId, Subject};
use crate::domain::promise::{Effort, EffortKind, PromiseId};

/// What is noted where nothing else was said of a promise that is done.
pub const TOLD_DONE: &str = "said so";

/// Whether telling changes the book: of asking for another day nothing holds before they agreed, and thanks are no
/// record.
#[must_use]
pub const fn changes_the_book(purpose: Purpose) -> bool {
    matches!(
        purpose,
        Purpose::Decision(_)
            | Purpose::Choice(_)
            | Purpose::Update(_)
            | Purpose::Done(_)
            | Purpose::OwnUpPromise(_)
            | Purpose::OwnUp(_)
            | Purpose::Release(_)
            | Purpose::Introduction(..)
    )
}

/// Notes that a person has been told, in these words.
pub fn tell(book: &mut Book, purpose: Purpose, contact: ContactId, text: &str, today: NaiveDate) {
    match purpose {
        Purpose::Decision(id) => decision(book, id, contact, text, today),
        Purpose::Choice(id) => {
            book.decisions.change(id, |decision| {
                decision.told = Some(today);
                text.clone_into(&mut decision.message);
            });
        }
        Purpose::Update(id) => efforts(book, id, "told how it stands", today),
        Purpose::Done(id) => {
            book.promises.change(id, |promise| {
                promise.tell(TOLD_DONE.to_owned(), today);
            });
        }
        Purpose::OwnUpPromise(id) => efforts(book, id, "owned up", today),
        Purpose::OwnUp(id) => {
            book.incidents.change(id, |wrong| {
                wrong.acknowledged.get_or_insert(today);
            });
        }
        Purpose::Release(id) => {
            book.invites
                .change(id, |invite| invite.asked_to_move = Some(today));
        }
        // Taken as a step, which may add a record: see `introducing::take`.
        Purpose::Introduction(..)
        | Purpose::NewTerms(_)
        | Purpose::Thanks(_)
        | Purpose::ThanksForTalk(..)
        | Purpose::Note(_) => {}
    }
}

/// What they did not know of, they know now. Where there was nothing to tell but how it stands, that is what they heard.
fn efforts(book: &mut Book, id: PromiseId, heard: &str, today: NaiveDate) {
    book.promises.change(id, |promise| {
        if !promise.tell_efforts(today) {
            promise.efforts.push(Effort {
                on: today,
                told: Some(today),
                kind: EffortKind::Progress,
                text: heard.to_owned(),
            });
        }
    });
}

/// One of them knows; with the last one the decision is told. Who was asked whether it may move has been asked now.
fn decision(book: &mut Book, id: DecisionId, contact: ContactId, text: &str, today: NaiveDate) {
    let Some(before) = book.decisions.get(id).cloned() else {
        return;
    };
    let first = to_tell(book, &before, today).first().copied();
    let is_first = before.told_to.is_empty() && first.is_some_and(|one| one.contact == contact);
    book.decisions.change(id, |decision| {
        decision.told_to.push(contact);
        if is_first {
            text.clone_into(&mut decision.message);
        }
    });
    let Some(decision) = book.decisions.get(id).cloned() else {
        return;
    };
    if !to_tell(book, &decision, today).is_empty() {
        return;
    }
    if let (Subject::Invites(a, b), Chosen::Moved { which, to: None }) =
        (decision.about, decision.chosen)
    {
        let asked = Conflict { a, b }.invite(which);
        book.invites
            .change(asked, |invite| invite.asked_to_move = Some(today));
    }
    book.decisions.change(id, |decision| {
        decision.told = Some(today);
        decision.told_to.clear();
    });
}
