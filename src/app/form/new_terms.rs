//! New terms of a promise: another day, or said more or less strongly. They are agreed with them, so they know.

use super::{Field, Form, Outcome, Problem, Subject};
use chrono::NaiveDate;

use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::dates::short;
use crate::domain::load::Work;
use crate::domain::promise::{Effort, EffortKind, Promise, PromiseId, Step, Strength};
use crate::domain::sentences::{
    first_name,
    promise::{named, strength},
};

const DUE: &str = "New day";
const SAID: &str = "Said now";
const AGREED: &str = "You agreed";

const STRENGTHS: [Strength; 4] = [
    Strength::Promise,
    Strength::Intend,
    Strength::Attempt,
    Strength::Explore,
];

/// The title and the fields.
pub(super) fn fields(id: PromiseId, book: &Book) -> (String, Vec<Field>) {
    let Some(promise) = book.promises.get(id) else {
        return (String::new(), Vec::new());
    };
    let fields = vec![
        Field::day_field(
            DUE,
            "fri, 25 sep, end of month; empty for no date",
            promise.due,
        ),
        Field::one_of(
            SAID,
            "← → choose; then ask anew what they heard",
            &STRENGTHS.map(strength),
            &STRENGTHS,
            promise.said,
        ),
        Field::text_field(
            AGREED,
            "in a line, may stay empty; agreed with them, so they were told today",
            "",
        ),
    ];
    let who = first_name(book, promise.contact);
    (
        format!("New terms agreed with {who}: {}", promise.text),
        fields,
    )
}

/// The work that the promise asks of me with the terms as they are typed so far, and whether somebody said how long it
/// takes. Nothing where it is not mine to do any more. A day that cannot be read counts as none.
pub(super) fn work_so_far(
    form: &Form,
    id: PromiseId,
    book: &Book,
    today: NaiveDate,
) -> Option<(Work, bool)> {
    let promise = book
        .promises
        .get(id)
        .filter(|known| known.is_owed_by_me())?;
    let due = form.day(DUE, today).unwrap_or_default();
    Some((Work::new(due, promise.minutes), promise.minutes.is_some()))
}

/// Reads the terms.
pub(super) fn read(
    form: &Form,
    id: PromiseId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let due = form.day(DUE, cx.today)?;
    let gone = || Problem::gone(DUE, "promise");
    let promise = book.promises.get(id).ok_or_else(gone)?;
    if due.is_some_and(|due| due < promise.made) {
        let made = short(promise.made, cx.today);
        return Err(Problem::at(
            DUE,
            format!("It was made on {made}: it cannot be due before"),
        ));
    }
    if due.is_some_and(|due| due < cx.today) {
        let text = "That day is past: which day did you agree on? Empty for none";
        return Err(Problem::at(DUE, text));
    }
    let said = STRENGTHS
        .get(form.choice(SAID))
        .copied()
        .unwrap_or(promise.said);
    let agreed = form.text(AGREED);
    if (due, said) == (promise.due, promise.said) && agreed.is_empty() {
        let text = "The terms are as they were: what is new? Another day, other words, or a line";
        return Err(Problem::at(AGREED, text));
    }
    let mut after = promise
        .after(Step::NewTerms { due, said }, cx.today)
        .map_err(|_| Problem::at(DUE, "Only a promise of yours that is open has terms"))?;
    told(&mut after, agreed, cx);
    let mut book = book.clone();
    let label = format!("new terms: {}", named(&after, &book));
    book.promises.put(after);
    Ok(Outcome {
        label,
        book,
        subject: Subject::Promise(Some(id)),
    })
}

/// What was agreed in words stands with what they know.
fn told(promise: &mut Promise, agreed: String, cx: &Context) {
    if !agreed.is_empty() {
        promise.efforts.push(Effort {
            on: cx.today,
            told: Some(cx.today),
            kind: EffortKind::NewTerms,
            text: agreed,
        });
    }
}
