//! Until when a person is left alone.

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::sentences::name;

const UNTIL: &str = "Until";

/// The title and the field.
pub(super) fn fields(id: ContactId, book: &Book) -> (String, Vec<Field>) {
    let note = "mon, 5 oct, in 2 weeks; from that day on the pace asks again";
    let fields = vec![Field::day_field(UNTIL, note, None)];
    (format!("Leave {} alone", name(book, id)), fields)
}

/// Reads the day.
pub(super) fn read(
    form: &Form,
    id: ContactId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let Some(until) = form.day(UNTIL, cx.today)? else {
        return Err(Problem::at(UNTIL, "Until which day?"));
    };
    if until <= cx.today {
        return Err(Problem::at(UNTIL, "A day that is still to come"));
    }
    let mut after = book.clone();
    after
        .contacts
        .change(id, |contact| contact.snoozed_until = Some(until));
    Ok(Outcome {
        label: format!(
            "left alone until {}: {}",
            short(until, cx.today),
            name(book, id)
        ),
        book: after,
        subject: Subject::Contact(Some(id)),
    })
}
