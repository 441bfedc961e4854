//! The form of a promise.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::exchange::ExchangeKind;
use crate::domain::id::Id;
use crate::domain::incident::Party;
use crate::domain::promise::{Impact, Promise, PromiseId, State, Strength};
use crate::domain::sentences::{first_name, promise::strength};

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
const IMPACT_WORDS: [&str; 4] = ["little", "some", "much", "everything hangs on it"];

/// The title and the fields for a promise.
pub(super) fn fields(id: Option<PromiseId>, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let known = id.and_then(|id| book.promises.get(id));
    let blank = blank(today);
    let promise = known.map_or(&blank, AsRef::as_ref);
    let title = known.map_or_else(
        || "A new promise".to_owned(),
        |promise| format!("A promise to {}", first_name(book, promise.contact)),
    );
    let at = |found: Option<usize>| found.unwrap_or(0);
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
        Field::choice_field(
            BY,
            "← → choose",
            &["mine to them", "theirs to me"],
            at(PARTIES.iter().position(|party| *party == promise.by)),
        ),
        Field::choice_field(
            SAID,
            "← → choose",
            &STRENGTHS.map(strength),
            at(STRENGTHS
                .iter()
                .position(|strength| *strength == promise.said)),
        ),
        Field::day_field(
            DUE,
            "fri, 25 sep, end of month; empty for no date",
            promise.due,
        ),
        Field::choice_field(
            KIND,
            "← → choose",
            &KIND_WORDS,
            at(KINDS.iter().position(|kind| *kind == promise.kind)),
        ),
        Field::choice_field(
            IMPACT,
            "← → choose",
            &IMPACT_WORDS,
            at(IMPACTS.iter().position(|impact| *impact == promise.impact)),
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

/// Reads the promise out of the form.
pub(super) fn read(
    form: &Form,
    id: Option<PromiseId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut book = book.clone();
    let known = id.and_then(|id| book.promises.get(id)).cloned();
    let contact = form.person(PERSON, &mut book, cx)?;
    let text = form.text(TEXT);
    if text.is_empty() {
        return Err(Problem::at(TEXT, "What is promised?"));
    }
    let mut promise = known.as_ref().map_or_else(
        || Promise {
            id: cx.ids.next(),
            ..blank(cx.today)
        },
        |known| known.as_ref().clone(),
    );
    let due = form.day(DUE, cx.today)?;
    if due.is_some_and(|due| due < promise.made) {
        return Err(Problem::at(
            DUE,
            format!("It was made on {}: it cannot be due before", promise.made),
        ));
    }
    promise.contact = contact;
    promise.text = text;
    promise.by = form.chosen(BY, &PARTIES);
    promise.said = form.chosen(SAID, &STRENGTHS);
    promise.due = due;
    promise.kind = form.chosen(KIND, &KINDS);
    promise.impact = form.chosen(IMPACT, &IMPACTS);
    promise.minutes = read_work(&form.text(WORK))?;
    promise.exact_words = form.text(WORDS);
    if promise.by == Party::Them
        && matches!(
            promise.state,
            State::Blocked { .. } | State::Withdrawn { .. }
        )
    {
        return Err(Problem::at(
            BY,
            "A promise of theirs is open, done, missed or let off; this one is stuck or taken back",
        ));
    }

    let label = if known.is_some() { "changed" } else { "added" };
    let label = format!("{label}: {} ({})", promise.text, first_name(&book, contact));
    let subject = Subject::Promise(Some(promise.id));
    book.promises.put(promise);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}

fn blank(today: NaiveDate) -> Promise {
    Promise {
        id: Id::nil(),
        by: Party::Me,
        contact: Id::nil(),
        text: String::new(),
        kind: None,
        made: today,
        due: None,
        said: Strength::Promise,
        exact_words: String::new(),
        heard: None,
        impact: Impact::Little,
        minutes: None,
        state: State::Open,
        efforts: Vec::new(),
        earlier_terms: Vec::new(),
        reopened_from: None,
    }
}

/// "30 min", "2 h", "1.5 h", "90"; minutes where no unit is given.
fn read_work(text: &str) -> Result<Option<u32>, Problem> {
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let digits = text
        .trim_end_matches(|last: char| last.is_alphabetic())
        .trim();
    let unit = text.get(digits.len()..).unwrap_or("").trim();
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let tenths = match (whole.parse::<u32>(), part.parse::<u32>()) {
        (Ok(whole), Ok(part)) if part.to_string().len() == 1 => {
            whole.checked_mul(10).map(|tenths| tenths + part)
        }
        _ => None,
    };
    let minutes = match unit {
        "h" | "hour" | "hours" => tenths.and_then(|tenths| tenths.checked_mul(6)),
        "" | "m" | "min" | "minutes" => tenths.map(|tenths| tenths / 10),
        _ => None,
    };
    match minutes.filter(|minutes| *minutes <= 60_000) {
        Some(minutes) => Ok(Some(minutes)),
        None => Err(Problem::at(
            WORK,
            format!("\"{text}\" is no amount of work. Try 30 min or 2 h, up to 1000 h"),
        )),
    }
}
