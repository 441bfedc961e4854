//! A look back on a decision. Nothing is answered for me: the review counts what I say here.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::agenda::to_be_told;
use crate::domain::dates::short;
use crate::domain::decision::{DecisionId, Review, TurnedOut};
use crate::domain::sentences::first_name;

const OUTCOME: &str = "It turned out";
const REPEAT: &str = "Again";
const NOTE: &str = "In your words";

const OUTCOMES: [TurnedOut; 5] = [
    TurnedOut::AsExpected,
    TurnedOut::Better,
    TurnedOut::MuchBetter,
    TurnedOut::Worse,
    TurnedOut::MuchWorse,
];

/// The title and the fields.
pub(super) fn fields(id: DecisionId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let title = book.decisions.get(id).map_or_else(String::new, |decision| {
        let day = short(decision.on, today);
        match to_be_told(book, decision) {
            Some(contact) => format!(
                "What you decided on {day}, about {}",
                first_name(book, contact)
            ),
            None => format!("What you decided on {day}"),
        }
    });
    let outcomes = [
        "as expected",
        "better",
        "much better",
        "worse",
        "much worse",
    ];
    let fields = vec![
        Field::asked(
            OUTCOME,
            "1-5 or ← →: against what you expected",
            &outcomes,
            None,
        ),
        Field::asked(
            REPEAT,
            "1 2 or ← →: knowing what you knew then",
            &["I would decide so again", "I would decide otherwise"],
            None,
        ),
        Field::long_field(NOTE, "may stay empty", ""),
    ];
    (title, fields)
}

/// Reads the look back.
pub(super) fn read(
    form: &Form,
    id: DecisionId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut book = book.clone();
    let review = Review {
        on: cx.today,
        outcome: form.answer(OUTCOME, &OUTCOMES)?,
        would_repeat: form.answer(REPEAT, &[true, false])?,
        note: form.text(NOTE),
    };
    if !book
        .decisions
        .change(id, |decision| decision.review = Some(review))
    {
        return Err(Problem::gone(OUTCOME, "decision"));
    }
    Ok(Outcome {
        label: "looked back on a decision".to_owned(),
        book,
        subject: Subject::Review(id),
    })
}
