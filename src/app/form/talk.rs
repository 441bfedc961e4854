//! The form of a talk.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::interaction::{Interaction, InteractionKind};
use crate::domain::sentences::{name, words};

const ON: &str = "Day";
const HOW: &str = "How";
const BOTH: &str = "Spoke";
const NOTE: &str = "What about";

const KINDS: [InteractionKind; 5] = [
    InteractionKind::InPerson,
    InteractionKind::Call,
    InteractionKind::Message,
    InteractionKind::Lunch,
    InteractionKind::Event,
];

/// The title and the fields.
pub(super) fn fields(id: ContactId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let fields = vec![
        Field::text_field(NOTE, "", ""),
        Field::choice_field(HOW, "← → choose", &KINDS.map(words::interaction), 0),
        Field::choice_field(
            BOTH,
            "← → choose; only when both did the pace begins anew",
            &["both of you", "only you"],
            0,
        ),
        Field::past_day_field(ON, "today, yesterday, 22 sep", Some(today)),
    ];
    (format!("A talk with {}", name(book, id)), fields)
}

/// Reads the talk.
pub(super) fn read(
    form: &Form,
    id: ContactId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let on = form.day(ON, cx.today)?.unwrap_or(cx.today);
    if on > cx.today {
        return Err(Problem::at(
            ON,
            "A talk is noted once it is over; one to come is an invite (4, A)",
        ));
    }
    let mut after = book.clone();
    after.interactions.put(Interaction {
        id: cx.ids.next(),
        with: vec![id],
        on,
        kind: KINDS
            .get(form.choice(HOW))
            .copied()
            .unwrap_or(InteractionKind::InPerson),
        two_way: form.choice(BOTH) == 0,
        note: form.text(NOTE),
    });
    Ok(Outcome {
        label: format!("noted: a talk with {}", name(book, id)),
        book: after,
        subject: Subject::Talk(id),
    })
}
