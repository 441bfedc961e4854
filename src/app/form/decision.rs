//! Why I decided so, in my words, and the day to look back. What was weighed stays as it was on the day.

use chrono::NaiveDate;

use super::choose::{self, NEEDS_WORDS};
use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::agenda::to_be_told;
use crate::domain::dates::short;
use crate::domain::decision::{Chosen, Decision, DecisionId, Subject as About};
use crate::domain::sentences::first_name;

const REASON: &str = "Your reason";
const LOOK_BACK: &str = "Look back on";

/// The title and the fields.
pub(super) fn fields(id: DecisionId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let Some(decision) = book.decisions.get(id) else {
        return (String::new(), Vec::new());
    };
    let day = short(decision.on, today);
    let title = match to_be_told(book, decision) {
        Some(who) => format!("What you decided on {day}, about {}", first_name(book, who)),
        None => format!("What you decided on {day}"),
    };
    let fields = vec![
        Field::long_field(
            REASON,
            "would it hold up if they read it? Alt-Enter breaks the line, Ctrl-o your editor",
            &decision.reason,
        ),
        Field::day_field(
            LOOK_BACK,
            "in 6 months, jan 5; empty for never",
            decision.review_on,
        ),
    ];
    (title, fields)
}

/// Whether it takes what is ruled out without a word of why.
fn is_unexplained(decision: &Decision, book: &Book) -> bool {
    let (About::Options(id), Chosen::Option(at)) = (decision.about, decision.chosen) else {
        return false;
    };
    let set = book.option_sets.get(id);
    set.is_some_and(|set| choose::is_unexplained(set, usize::from(at), &decision.reason))
}

/// Reads both.
pub(super) fn read(
    form: &Form,
    id: DecisionId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(REASON, "decision");
    let mut decision = book.decisions.get(id).ok_or_else(gone)?.as_ref().clone();
    form.put_text(REASON, &mut decision.reason);
    if form.is_touched(REASON) && is_unexplained(&decision, book) {
        let text = format!("It is ruled out. {NEEDS_WORDS}");
        return Err(Problem::at(REASON, text));
    }
    if form.is_touched(LOOK_BACK) {
        decision.review_on = form.day(LOOK_BACK, cx.today)?;
    }
    if decision.review_on.is_some_and(|day| day < decision.on) {
        let on = short(decision.on, cx.today);
        return Err(Problem::at(
            LOOK_BACK,
            format!("You decided on {on}: not before that"),
        ));
    }
    let mut book = book.clone();
    book.decisions.put(decision);
    Ok(Outcome {
        label: "changed a decision".to_owned(),
        book,
        subject: Subject::Decision(id),
    })
}
