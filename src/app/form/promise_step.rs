//! What I did for a promise: told them, tried, or got stuck. One line each.

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::messages::TOLD_DONE;
use crate::domain::promise::{Effort, EffortKind, Promise, PromiseId, State, Step};
use crate::domain::sentences::{first_name, promise::named};

const TOLD: &str = "You told them";
const TRIED: &str = "You tried";
const STUCK: &str = "Stuck on";

/// What I did for a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Done {
    /// I told them how it stands.
    Told,
    /// I tried.
    Tried,
    /// I am stuck.
    Stuck,
}

impl Done {
    const fn label(self) -> &'static str {
        match self {
            Self::Told => TOLD,
            Self::Tried => TRIED,
            Self::Stuck => STUCK,
        }
    }
}

/// The title and the field.
pub(super) fn fields(id: PromiseId, done: Done, book: &Book) -> (String, Vec<Field>) {
    let title = book.promises.get(id).map_or_else(String::new, |promise| {
        format!("{} ({})", promise.text, first_name(book, promise.contact))
    });
    let is_done = book
        .promises
        .get(id)
        .is_some_and(|promise| promise.is_delivered_by_me());
    let note = match done {
        Done::Told if is_done => "what you told them, in a line; left empty, that it is done",
        Done::Told => {
            "what you told them, in a line; what they did not know of your efforts counts as told"
        }
        Done::Tried => "what you did; they do not know of it until you tell them (t)",
        Done::Stuck => "on whom or what",
    };
    let stands = match book.promises.get(id).map(|promise| &promise.state) {
        Some(State::Blocked { by, .. }) if done == Done::Stuck => by,
        _ => "",
    };
    (title, vec![Field::text_field(done.label(), note, stands)])
}

/// Reads what I did.
pub(super) fn read(
    form: &Form,
    id: PromiseId,
    done: Done,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let text = form.text(done.label());
    let gone = || Problem::gone(done.label(), "promise");
    let promise = book.promises.get(id).ok_or_else(gone)?;
    let text = if text.is_empty() && done == Done::Told && promise.is_delivered_by_me() {
        TOLD_DONE.to_owned()
    } else {
        text
    };
    if text.is_empty() {
        return Err(Problem::at(done.label(), "In a line: what?"));
    }
    let after = match done {
        Done::Told => {
            let mut after = Promise::clone(promise);
            after.tell(text, cx.today);
            after
        }
        Done::Tried => noted(promise, text, cx),
        Done::Stuck => promise
            .after(Step::Block(text), cx.today)
            .map_err(|_| Problem::at(STUCK, "Only a promise that is open can get stuck"))?,
    };
    let mut after_book = book.clone();
    after_book.promises.put(after);
    let what = match done {
        Done::Told => "told",
        Done::Tried => "tried",
        Done::Stuck => "stuck",
    };
    Ok(Outcome {
        label: format!("{what}: {}", named(promise, book)),
        book: after_book,
        subject: Subject::Promise(Some(id)),
    })
}

fn noted(promise: &Promise, text: String, cx: &Context) -> Promise {
    let mut after = promise.clone();
    after.efforts.push(Effort {
        on: cx.today,
        told: None,
        kind: EffortKind::Progress,
        text,
    });
    after
}
