//! The form of value that went over, given or received.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::exchange::{Direction, Exchange, ExchangeId, ExchangeKind, Horizon, Size};
use crate::domain::id::Id;
use crate::domain::introducing;
use crate::domain::promise::{Promise, State};
use crate::domain::sentences::network::introduction::not_yet;
use crate::domain::sentences::promise::state;
use crate::domain::sentences::{name, words};

const WHICH: &str = "You";
const KIND: &str = "What kind";
const NOTE: &str = "What it was";
const SIZE: &str = "How much";
const LASTS: &str = "Useful for";
const ON: &str = "Day";
const FROM: &str = "It came of";

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

/// The title and the fields of new value between a person and me.
pub(super) fn fields(id: ContactId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let title = format!("Value between you and {}", name(book, id));
    (title, shown(&blank(id, today), book, today))
}

/// The title and the fields of value that was noted.
pub(super) fn fields_of(id: ExchangeId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let Some(value) = book.exchanges.get(id) else {
        return (String::new(), Vec::new());
    };
    let title = format!("Value between you and {}", name(book, value.contact));
    (title, shown(value, book, today))
}

fn shown(value: &Exchange, book: &Book, today: NaiveDate) -> Vec<Field> {
    let mut fields = vec![
        Field::text_field(NOTE, "", &value.note),
        Field::choice_field(
            WHICH,
            "← → choose; what you received is never weighed",
            &["gave", "received"],
            usize::from(value.direction == Direction::Received),
        ),
        Field::one_of(
            KIND,
            "← → choose",
            &KINDS.map(words::exchange_kind),
            &KINDS,
            value.kind,
        ),
        Field::one_of(
            SIZE,
            "← → choose",
            &["a hint", "worth an afternoon", "it changed something"],
            &SIZES,
            value.size,
        ),
        Field::one_of(
            LASTS,
            "← → choose",
            &HORIZONS.map(words::horizon),
            &HORIZONS,
            value.horizon,
        ),
        Field::past_day_field(ON, "today, yesterday, 22 sep", Some(value.on)),
    ];
    let promises = promises(value, book);
    if !promises.is_empty() {
        let from = promises.iter().position(|one| Some(one.id) == value.from);
        let texts = promises
            .iter()
            .map(|one| format!("{} ({})", one.text, state(one, today)));
        let mut options = vec!["no promise".to_owned()];
        options.extend(texts);
        let options: Vec<&str> = options.iter().map(String::as_str).collect();
        let at = from.map_or(0, |at| at + 1);
        fields.push(Field::choice_field(
            FROM,
            "← → the promise it came of",
            &options,
            at,
        ));
    }
    fields
}

/// The promises that the value may have come of, the newest first: what was kept, by whoever gave it.
fn promises(value: &Exchange, book: &Book) -> Vec<Arc<Promise>> {
    let is_kept = |promise: &&Arc<Promise>| {
        matches!(
            promise.state,
            State::Delivered { .. } | State::Confirmed { .. }
        )
    };
    let mut kept: Vec<Arc<Promise>> = book
        .promises
        .iter()
        .filter(|promise| promise.contact == value.contact)
        .filter(|promise| is_kept(promise) || Some(promise.id) == value.from)
        .cloned()
        .collect();
    kept.sort_by_key(|promise| std::cmp::Reverse((promise.made, promise.id)));
    kept
}

/// Reads what went over.
pub(super) fn read(
    form: &Form,
    id: ContactId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut value = blank(id, cx.today);
    value.id = cx.ids.next();
    let outcome = put(form, value, "noted", book, cx)?;
    if form.choice(WHICH) == 0 && KINDS.get(form.choice(KIND)) == Some(&ExchangeKind::Introduction)
    {
        not_twice(form, id, book, cx)?;
    }
    Ok(outcome)
}

/// An introduction that is in the book counts there, once: when it is made, after both said yes.
fn not_twice(form: &Form, id: ContactId, book: &Book, cx: &Context) -> Result<(), Problem> {
    let on = form.day(ON, cx.today)?.unwrap_or(cx.today);
    let known = introducing::spoken_of(book, id, &form.text(NOTE), on);
    match known.and_then(|id| book.introductions.get(id)) {
        None => Ok(()),
        Some(known) if !known.is_made() && known.is_agreed() => {
            let text = "Both said yes: Space on Network introduces them and adds this";
            Err(Problem::at(NOTE, text))
        }
        Some(known) => Err(Problem::at(NOTE, not_yet(book, known, cx.today))),
    }
}

/// Reads what was noted.
pub(super) fn read_of(
    form: &Form,
    id: ExchangeId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(NOTE, "value");
    let value = book.exchanges.get(id).ok_or_else(gone)?.as_ref().clone();
    put(form, value, "changed", book, cx)
}

fn put(
    form: &Form,
    mut value: Exchange,
    what: &str,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    if form.is_touched(ON) {
        value.on = form.day(ON, cx.today)?.unwrap_or(cx.today);
    }
    if value.on > cx.today {
        return Err(Problem::at(ON, "What is to come is a promise (3, A)"));
    }
    // As offered when the form was opened: the list hangs on what it came of then.
    let promises = promises(&value, book);
    let gave = form.choice(WHICH) == 0;
    value.direction = if gave {
        Direction::Given
    } else {
        Direction::Received
    };
    if form.is_touched(KIND) {
        value.kind = KINDS.get(form.choice(KIND)).copied().unwrap_or(value.kind);
    }
    form.put_chosen(SIZE, &SIZES, &mut value.size);
    form.put_chosen(LASTS, &HORIZONS, &mut value.horizon);
    form.put_text(NOTE, &mut value.note);
    if form.is_touched(FROM) {
        let at = form.choice(FROM).checked_sub(1);
        value.from = at.and_then(|at| promises.get(at)).map(|promise| promise.id);
    }
    let gave = if gave { "gave" } else { "received" };
    let label = format!("{what}: {gave}, {}", name(book, value.contact));
    let subject = Subject::KnownValue(value.id);
    let mut after = book.clone();
    after.exchanges.put(value);
    Ok(Outcome {
        label,
        book: after,
        subject,
    })
}

fn blank(contact: ContactId, today: NaiveDate) -> Exchange {
    Exchange {
        id: Id::nil(),
        contact,
        on: today,
        direction: Direction::Given,
        kind: ExchangeKind::Knowledge,
        size: Size::Small,
        horizon: Horizon::Months,
        note: String::new(),
        from: None,
    }
}
