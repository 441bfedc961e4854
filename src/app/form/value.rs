//! The form of value that went over, given or received.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use crate::domain::sentences::{name, words};

const WHICH: &str = "You";
const KIND: &str = "What kind";
const NOTE: &str = "What it was";
const SIZE: &str = "How much";
const LASTS: &str = "Useful for";
const ON: &str = "Day";

const KINDS: [ExchangeKind; 3] = [
    ExchangeKind::Knowledge,
    ExchangeKind::Advice,
    ExchangeKind::Introduction,
];
const SIZES: [Size; 3] = [Size::Small, Size::Medium, Size::Large];
const HORIZONS: [Horizon; 4] = [
    Horizon::Months,
    Horizon::Days,
    Horizon::Year,
    Horizon::Years,
];

/// The title and the fields.
pub(super) fn fields(id: ContactId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let fields = vec![
        Field::text_field(NOTE, "", ""),
        Field::choice_field(
            WHICH,
            "← → choose; what you received is never weighed",
            &["gave", "received"],
            0,
        ),
        Field::choice_field(KIND, "← → choose", &KINDS.map(words::exchange_kind), 0),
        Field::choice_field(
            SIZE,
            "← → choose",
            &["a hint", "worth an afternoon", "it changed something"],
            0,
        ),
        Field::choice_field(LASTS, "← → choose", &HORIZONS.map(words::horizon), 0),
        Field::past_day_field(ON, "today, yesterday, 22 sep", Some(today)),
    ];
    (format!("Value between you and {}", name(book, id)), fields)
}

/// Reads what went over.
pub(super) fn read(
    form: &Form,
    id: ContactId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let on = form.day(ON, cx.today)?.unwrap_or(cx.today);
    if on > cx.today {
        return Err(Problem::at(ON, "What is to come is a promise (3, A)"));
    }
    let gave = form.choice(WHICH) == 0;
    let mut after = book.clone();
    after.exchanges.put(Exchange {
        id: cx.ids.next(),
        contact: id,
        on,
        direction: if gave {
            Direction::Given
        } else {
            Direction::Received
        },
        kind: KINDS
            .get(form.choice(KIND))
            .copied()
            .unwrap_or(ExchangeKind::Knowledge),
        size: form.chosen(SIZE, &SIZES),
        horizon: form.chosen(LASTS, &HORIZONS),
        note: form.text(NOTE),
        from: None,
    });
    let what = if gave { "gave" } else { "received" };
    Ok(Outcome {
        label: format!("noted: {what}, {}", name(book, id)),
        book: after,
        subject: Subject::Value(id),
    })
}
