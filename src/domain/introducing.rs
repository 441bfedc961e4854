//! Introducing: an introduction goes from step to step, and what it brought counts as given once it is made.

use chrono::NaiveDate;

use super::book::Book;
use super::delivery::{deliver, done_on, take_back};
use super::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use super::id::IdSource;
use super::introduction::{Introduction, IntroductionId, Step};
use super::promise::{Promise, PromiseId};
use super::search::folded;

/// Takes a step of an introduction on a day. The last one before following up adds the value and keeps the promise that
/// the introduction is.
pub fn take(book: &mut Book, id: IntroductionId, step: Step, on: NaiveDate, ids: &IdSource) {
    if let Some(known) = book.introductions.get(id) {
        let mut after = known.after(step, on);
        link(book, &mut after);
        put_changed(book, after, ids);
    }
}

/// Says which promise of mine an introduction is, where that is plain and not said: the one open promise to introduce
/// the requester whose text names the target.
pub fn link(book: &Book, introduction: &mut Introduction) {
    if introduction.promise.is_some() || introduction.is_made() {
        return;
    }
    let Some(target) = book.contacts.get(introduction.target) else {
        return;
    };
    let first = folded(target.first_name());
    let names_them = |promise: &Promise| {
        let text = folded(&promise.text);
        text.split(|letter: char| !letter.is_alphanumeric())
            .any(|word| word == first)
    };
    let is_it = |promise: &&Promise| {
        promise.is_owed_by_me()
            && promise.contact == introduction.requester
            && promise.kind == Some(ExchangeKind::Introduction)
            && names_them(promise)
    };
    let promises = book.promises.iter().map(AsRef::as_ref);
    let found: Vec<&Promise> = promises.filter(is_it).collect();
    if let [one] = found.as_slice() {
        introduction.promise = Some(one.id);
    }
}

/// The introduction that a promise is, as long as it waits for a step.
#[must_use]
pub fn of_promise(book: &Book, promise: PromiseId) -> Option<IntroductionId> {
    let is_it = |one: &&std::sync::Arc<Introduction>| {
        one.promise == Some(promise) && !one.is_made() && !one.is_over()
    };
    book.introductions.iter().find(is_it).map(|one| one.id)
}

/// Puts a changed introduction into the book. One that is made has added its value and kept its promise, on its day; one
/// that no longer is takes both back.
pub fn put_changed(book: &mut Book, mut introduction: Introduction, ids: &IdSource) {
    let before = book.introductions.get(introduction.id).cloned();
    let was_made = before.and_then(|before| before.made.filter(|_| before.is_made()));
    let made = introduction.made.filter(|_| introduction.is_made());
    keep_promise(book, introduction.promise, was_made, made, ids);
    value(book, &mut introduction, (was_made, made), ids);
    book.introductions.put(introduction);
}

/// Lets the promise follow: kept on the day it was made, on another day, or not after all. Where it cannot follow, it
/// stays as it is.
fn keep_promise(
    book: &mut Book,
    promise: Option<PromiseId>,
    was_made: Option<NaiveDate>,
    made: Option<NaiveDate>,
    ids: &IdSource,
) {
    let Some(id) = promise else {
        return;
    };
    let _ = match (was_made, made) {
        (None, Some(on)) => deliver(book, id, on, ids),
        (Some(before), Some(on)) if before != on => done_on(book, id, on),
        (Some(before), None) => take_back(book, id, before),
        _ => return,
    };
}

/// Lets the value follow. A promise of a kind has added it already; value that somebody deleted stays deleted.
fn value(
    book: &mut Book,
    introduction: &mut Introduction,
    (was_made, made): (Option<NaiveDate>, Option<NaiveDate>),
    ids: &IdSource,
) {
    match (made, introduction.value) {
        (Some(on), Some(id)) => {
            book.exchanges.change(id, |exchange| {
                exchange.on = on;
                exchange.contact = introduction.requester;
            });
        }
        (Some(on), None) if was_made.is_none() && !is_counted(book, introduction.promise) => {
            let exchange = given(introduction, on, ids);
            introduction.value = Some(exchange.id);
            book.exchanges.put(exchange);
        }
        (None, Some(id)) => {
            introduction.value = None;
            book.exchanges.remove(id);
        }
        _ => {}
    }
}

/// Whether the delivery of a promise has added its value.
fn is_counted(book: &Book, promise: Option<PromiseId>) -> bool {
    let from = |exchange: &std::sync::Arc<Exchange>| exchange.from == promise;
    promise.is_some() && book.exchanges.iter().any(from)
}

/// Value that I gave to who wanted it; how much it was is not known.
fn given(introduction: &Introduction, on: NaiveDate, ids: &IdSource) -> Exchange {
    Exchange {
        id: ids.next(),
        contact: introduction.requester,
        on,
        direction: Direction::Given,
        kind: ExchangeKind::Introduction,
        size: Size::Small,
        horizon: Horizon::Months,
        note: introduction.purpose.clone(),
        from: None,
    }
}
