//! A promise of mine that was missed, and what they saw of it.

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::promise::{MissKind, PromiseId, Step};
use crate::domain::sentences::{first_name, promise::named};

const SAW: &str = "What they saw";
const BECAUSE: &str = "How so";

const KINDS: [MissKind; 3] = [MissKind::Shown, MissKind::ToldLate, MissKind::Silent];
const KIND_WORDS: [&str; 3] = ["they saw you try", "told late", "in silence"];

/// The title and the fields; the first says what the efforts tell.
pub(super) fn fields(id: PromiseId, book: &Book) -> (String, Vec<Field>) {
    let Some(promise) = book.promises.get(id) else {
        return (String::new(), Vec::new());
    };
    let fields = vec![
        Field::one_of(
            SAW,
            "as your notes tell it; ← → corrects them",
            &KIND_WORDS,
            &KINDS,
            promise.miss_kind(),
        ),
        Field::text_field(
            BECAUSE,
            "only where you corrected it: what they saw or heard, in a line",
            "",
        ),
    ];
    let who = first_name(book, promise.contact);
    (format!("Missed: {} ({who})", promise.text), fields)
}

/// Reads what they saw.
pub(super) fn read(
    form: &Form,
    id: PromiseId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(SAW, "promise");
    let promise = book.promises.get(id).ok_or_else(gone)?;
    let because = form.text(BECAUSE);
    let noted = promise.miss_kind();
    let saw = KINDS.get(form.choice(SAW)).copied().unwrap_or(noted);
    let step = match (saw == noted, because.is_empty()) {
        (false, true) => {
            let text = "Your notes tell it otherwise: in a line, what did they see or hear?";
            return Err(Problem::at(BECAUSE, text));
        }
        (true, true) => Step::Miss,
        (_, false) => Step::MissAs(saw, because),
    };
    let missed = promise
        .after(step, cx.today)
        .map_err(|_| Problem::at(SAW, "Only a promise that is open can be missed"))?;
    let mut after = book.clone();
    after.promises.put(missed);
    Ok(Outcome {
        label: format!("missed: {}", named(promise, book)),
        book: after,
        subject: Subject::Promise(Some(id)),
    })
}
