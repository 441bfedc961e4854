//! The day on which a promise was done, where that was not the day it was ticked.

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::dates::short;
use crate::domain::delivery::done_on;
use crate::domain::exchange::ExchangeKind;
use crate::domain::promise::{PromiseId, State};
use crate::domain::sentences::first_name;

const ON: &str = "Done on";

/// The title and the field.
pub(super) fn fields(id: PromiseId, book: &Book) -> (String, Vec<Field>) {
    let promise = book.promises.get(id);
    let title = promise.map_or_else(String::new, |promise| {
        format!("{} ({})", promise.text, first_name(book, promise.contact))
    });
    let on = promise.and_then(|promise| match promise.state {
        State::Delivered { on, .. } => Some(on),
        _ => None,
    });
    let note = "yesterday, tue, 22 sep; ↓ is one day back; the value it added moves along";
    (title, vec![Field::past_day_field(ON, note, on)])
}

/// Reads the day.
pub(super) fn read(
    form: &Form,
    id: PromiseId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let on = form.past_day(ON, cx.today)?;
    let gone = || Problem::gone(ON, "promise");
    let promise = book.promises.get(id).ok_or_else(gone)?;
    if on < promise.made {
        let made = short(promise.made, cx.today);
        return Err(Problem::at(
            ON,
            format!("It was made on {made}: it cannot be done before"),
        ));
    }
    let mut after = book.clone();
    done_on(&mut after, id, on, &cx.ids).map_err(|_| {
        let why = "Not that day: both say yes first, and how it went is asked after";
        match promise.kind {
            Some(ExchangeKind::Introduction) => Problem::at(ON, why),
            _ => Problem::at(ON, "It is not ticked as done"),
        }
    })?;
    Ok(Outcome {
        label: format!("done {}: {}", short(on, cx.today), promise.text),
        book: after,
        subject: Subject::Promise(Some(id)),
    })
}
