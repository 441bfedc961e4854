//! A look back on a decision.

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
        Field::choice_field(OUTCOME, "← → choose", &outcomes, 0),
        Field::choice_field(
            REPEAT,
            "← → choose",
            &["I would decide so again", "I would decide otherwise"],
            0,
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
    let outcome = OUTCOMES.get(form.choice(OUTCOME)).copied();
    let review = Review {
        on: cx.today,
        outcome: outcome.unwrap_or(TurnedOut::AsExpected),
        would_repeat: form.choice(REPEAT) == 0,
        note: form.text(NOTE),
    };
    if !book
        .decisions
        .change(id, |decision| decision.review = Some(review))
    {
        return Err(Problem::at(
            OUTCOME,
            "This decision is no longer in the book",
        ));
    }
    Ok(Outcome {
        label: "looked back on a decision".to_owned(),
        book,
        subject: Subject::Review(id),
    })
}
