//! The form of a promise.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::delivery;
use crate::domain::exchange::ExchangeKind;
use crate::domain::id::Id;
use crate::domain::incident::Party;
use crate::domain::load::Work;
use crate::domain::promise::{Impact, Promise, PromiseId, State, Strength};
use crate::domain::sentences::{
    first_name,
    promise::{named, strength},
    words,
};
use crate::domain::when;

const PERSON: &str = "Person";
const TEXT: &str = "Promise";
const BY: &str = "Whose word";
const SAID: &str = "How it was said";
const WORDS: &str = "Exact words";
const DUE: &str = "Due";
const KIND: &str = "It brings";
const IMPACT: &str = "They build on it";
const WORK: &str = "Work";

const PARTIES: [Party; 2] = [Party::Me, Party::Them];
const STRENGTHS: [Strength; 4] = [
    Strength::Promise,
    Strength::Intend,
    Strength::Attempt,
    Strength::Explore,
];
const KINDS: [Option<ExchangeKind>; 4] = [
    None,
    Some(ExchangeKind::Knowledge),
    Some(ExchangeKind::Advice),
    Some(ExchangeKind::Introduction),
];
const KIND_WORDS: [&str; 4] = ["not said", "knowledge", "advice", "an introduction"];
const IMPACTS: [Impact; 4] = [Impact::Little, Impact::Some, Impact::Much, Impact::Vital];

/// The title and the fields for a promise.
pub(super) fn fields(id: Option<PromiseId>, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let known = id.and_then(|id| book.promises.get(id));
    let blank = Promise::new(Id::nil(), today);
    let promise = known.map_or(&blank, AsRef::as_ref);
    let title = known.map_or_else(
        || "A new promise".to_owned(),
        |promise| format!("A promise to {}", first_name(book, promise.contact)),
    );
    let work = promise
        .minutes
        .map_or_else(String::new, |minutes| format!("{minutes} min"));
    let fields = vec![
        Field::person_field(
            PERSON,
            "a part of the name",
            known.map(|promise| promise.contact),
            book,
        ),
        Field::text_field(TEXT, "what is promised", &promise.text),
        Field::one_of(
            BY,
            "← → choose",
            &["mine to them", "theirs to me"],
            &PARTIES,
            promise.by,
        ),
        Field::one_of(
            SAID,
            "← → choose",
            &STRENGTHS.map(strength),
            &STRENGTHS,
            promise.said,
        ),
        Field::day_field(
            DUE,
            "fri, 25 sep, end of month; empty for no date",
            promise.due,
        ),
        Field::one_of(KIND, "← → choose", &KIND_WORDS, &KINDS, promise.kind),
        Field::one_of(
            IMPACT,
            "← → choose",
            &IMPACTS.map(words::impact),
            &IMPACTS,
            promise.impact,
        ),
        Field::text_field(WORK, "30 min, 2 h; empty where you do not know", &work),
        Field::text_field(
            WORDS,
            "as they were said, if they matter",
            &promise.exact_words,
        ),
    ];
    (title, fields)
}

/// The title and the fields for a new promise to a person.
pub(super) fn fields_to(person: ContactId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let (_, mut fields) = fields(None, book, today);
    if let Some(field) = fields.iter_mut().find(|field| field.label == PERSON) {
        *field = Field::person_field(PERSON, "a part of the name", Some(person), book);
    }
    (
        format!("A new promise to {}", first_name(book, person)),
        fields,
    )
}

/// The work that the promise asks of me as it is typed so far, and whether somebody said how long it takes. Nothing where
/// it is not my word, or no longer owed. What cannot be read counts as not said.
pub(super) fn work_so_far(
    form: &Form,
    id: Option<PromiseId>,
    book: &Book,
    today: NaiveDate,
) -> Option<(Work, bool)> {
    let known = id.and_then(|id| book.promises.get(id));
    if form.chosen(BY, &PARTIES) != Party::Me || known.is_some_and(|known| !known.is_owed()) {
        return None;
    }
    let due = match known.filter(|_| !form.is_touched(DUE)) {
        Some(known) => known.due,
        None => form.day(DUE, today).unwrap_or_default(),
    };
    let minutes = match known.filter(|_| !form.is_touched(WORK)) {
        Some(known) => known.minutes,
        None => read_work(&form.text(WORK)).unwrap_or_default(),
    };
    Some((Work::new(due, minutes), minutes.is_some()))
}

/// The title and the fields for a new promise that takes up one that has ended.
pub(super) fn fields_again(id: PromiseId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let (_, mut fields) = fields(Some(id), book, today);
    for field in &mut fields {
        match field.label {
            DUE => *field = Field::day_field(DUE, field.note, None),
            WORDS => *field = Field::text_field(WORDS, field.note, ""),
            _ => {}
        }
    }
    ("A new promise, taken up again".to_owned(), fields)
}

/// Reads a new promise that takes up one that has ended.
pub(super) fn read_again(
    form: &Form,
    id: PromiseId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::at(TEXT, "The promise it takes up is no longer in the book");
    let ended = book.promises.get(id).ok_or_else(gone)?;
    let again = Promise {
        id: cx.ids.next(),
        by: ended.by,
        kind: ended.kind,
        said: ended.said,
        impact: ended.impact,
        minutes: ended.minutes,
        reopened_from: Some(id),
        ..Promise::new(Id::nil(), cx.today)
    };
    put(form, again, "added", book, cx)
}

/// Reads the promise out of the form.
pub(super) fn read(
    form: &Form,
    id: Option<PromiseId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    if let Some(known) = id.and_then(|id| book.promises.get(id)) {
        return put(form, known.as_ref().clone(), "changed", book, cx);
    }
    let new = Promise {
        id: cx.ids.next(),
        ..Promise::new(Id::nil(), cx.today)
    };
    put(form, new, "added", book, cx)
}

/// Puts what the form says onto a promise, and the promise into the book.
fn put(
    form: &Form,
    mut promise: Promise,
    what: &str,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut book = book.clone();
    let contact = form.person(PERSON, &mut book, cx)?;
    let text = form.text(TEXT);
    if text.is_empty() {
        return Err(Problem::at(TEXT, "What is promised?"));
    }
    if form.is_touched(DUE) {
        promise.due = form.day(DUE, cx.today)?;
    }
    if promise.due.is_some_and(|due| due < promise.made) {
        let made = short(promise.made, cx.today);
        return Err(Problem::at(
            DUE,
            format!("It was made on {made}: it cannot be due before"),
        ));
    }
    if form.is_touched(BY) && promise.state != State::Open {
        return Err(Problem::at(
            BY,
            "Only a promise that is open can change hands; this one has a history",
        ));
    }
    promise.contact = contact;
    promise.text = text;
    form.put_chosen(BY, &PARTIES, &mut promise.by);
    form.put_chosen(SAID, &STRENGTHS, &mut promise.said);
    form.put_chosen(KIND, &KINDS, &mut promise.kind);
    form.put_chosen(IMPACT, &IMPACTS, &mut promise.impact);
    if form.is_touched(WORK) {
        promise.minutes = read_work(&form.text(WORK))?;
    }
    form.put_text(WORDS, &mut promise.exact_words);

    let label = format!("{what}: {}", named(&promise, &book));
    let subject = Subject::Promise(Some(promise.id));
    delivery::put_changed(&mut book, promise, &cx.ids);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}

fn read_work(text: &str) -> Result<Option<u32>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    match when::minutes(text).filter(|minutes| *minutes <= 60_000) {
        Some(minutes) => Ok(Some(minutes)),
        None => Err(Problem::at(
            WORK,
            format!("\"{text}\" is no amount of work. Try 30 min or 2 h, up to 1000 h"),
        )),
    }
}
