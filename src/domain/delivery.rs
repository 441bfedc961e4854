//! Ticking a promise off, and taking the tick back. A promise of a kind of value adds that value as given, in one step.
//! A promise to introduce is kept by the introduction and by nothing else: what is done to the one is done to both.

use chrono::NaiveDate;

use super::book::Book;
use super::exchange::{Direction, Exchange, ExchangeId, Horizon, Size};
use super::id::IdSource;
use super::incident::Party;
use super::introducing;
use super::promise::{NotFromHere, Promise, PromiseId, State, Step};

/// Marks a promise as delivered on a day. One that is an introduction is kept by making it, once both said yes.
///
/// # Errors
/// [`NotFromHere`] for a promise that is not owed, or not in the book, or waits for a yes.
pub fn deliver(
    book: &mut Book,
    id: PromiseId,
    on: NaiveDate,
    ids: &IdSource,
) -> Result<(), NotFromHere> {
    match introducing::of_promise(book, id) {
        Some(introduction) => introducing::make(book, introduction, on, ids),
        None if introducing::in_the_way(book, id, on).is_some() => Err(NotFromHere),
        None => deliver_alone(book, id, on, ids),
    }
}

/// Marks a promise as delivered, and nothing besides.
pub(super) fn deliver_alone(
    book: &mut Book,
    id: PromiseId,
    on: NaiveDate,
    ids: &IdSource,
) -> Result<(), NotFromHere> {
    let promise = book.promises.get(id).ok_or(NotFromHere)?;
    let delivered = promise.after(Step::Deliver(on), on)?;
    if let Some(exchange) = value_of(&delivered, on, ids) {
        book.exchanges.put(exchange);
    }
    book.promises.put(delivered);
    Ok(())
}

/// Moves a delivery to another day, and the value that it added with it; and the introduction that it was.
///
/// # Errors
/// [`NotFromHere`] for a promise that is not delivered, or not in the book; for an introduction on a day before both
/// said yes, or after I asked how it went.
pub fn done_on(
    book: &mut Book,
    id: PromiseId,
    on: NaiveDate,
    ids: &IdSource,
) -> Result<(), NotFromHere> {
    let promise = book.promises.get(id).ok_or(NotFromHere)?;
    promise.after(Step::DoneOn(on), on)?;
    if let Some(introduction) = introducing::made_of_promise(book, id) {
        introducing::make(book, introduction, on, ids)?;
    }
    // The introduction does not move what was ticked on a day of its own.
    done_on_alone(book, id, on)
}

/// Moves a delivery to another day, and nothing besides the value that it added.
pub(super) fn done_on_alone(
    book: &mut Book,
    id: PromiseId,
    on: NaiveDate,
) -> Result<(), NotFromHere> {
    let promise = book.promises.get(id).ok_or(NotFromHere)?;
    let moved = promise.after(Step::DoneOn(on), on)?;
    for exchange in added_by(book, id) {
        book.exchanges.change(exchange, |exchange| exchange.on = on);
    }
    book.promises.put(moved);
    Ok(())
}

/// Takes a delivery back, with the value that it added; and the introduction that it was.
///
/// # Errors
/// [`NotFromHere`] for a promise that is not delivered, or not in the book.
pub fn take_back(
    book: &mut Book,
    id: PromiseId,
    today: NaiveDate,
    ids: &IdSource,
) -> Result<(), NotFromHere> {
    match introducing::made_of_promise(book, id) {
        Some(introduction) => introducing::take_back(book, introduction, ids),
        None => take_back_alone(book, id, today),
    }
}

/// Takes a delivery back, and nothing besides the value that it added.
pub(super) fn take_back_alone(
    book: &mut Book,
    id: PromiseId,
    today: NaiveDate,
) -> Result<(), NotFromHere> {
    let promise = book.promises.get(id).ok_or(NotFromHere)?;
    let owed = promise.after(Step::TakeBack, today)?;
    for exchange in added_by(book, id) {
        book.exchanges.remove(exchange);
    }
    book.promises.put(owed);
    Ok(())
}

/// Puts a changed promise into the book; the value that its delivery added says what the promise says now. A kind that
/// was named only after the delivery adds its value then.
pub fn put_changed(book: &mut Book, promise: Promise, ids: &IdSource) {
    let had_kind = book.promises.get(promise.id).and_then(|known| known.kind);
    let is_kept = matches!(
        promise.state,
        State::Delivered { .. } | State::Confirmed { .. }
    );
    let day = promise.state.day().filter(|_| is_kept);
    let value = day.and_then(|on| value_of(&promise, on, ids));
    for id in added_by(book, promise.id) {
        match &value {
            Some(value) => {
                book.exchanges.change(id, |exchange| {
                    exchange.contact = value.contact;
                    exchange.kind = value.kind;
                });
            }
            None => {
                book.exchanges.remove(id);
            }
        }
    }
    if let Some(value) = value.filter(|_| had_kind.is_none()) {
        book.exchanges.put(value);
    }
    book.promises.put(promise);
}

/// The value that the delivery of a promise added.
fn added_by(book: &Book, id: PromiseId) -> Vec<ExchangeId> {
    let exchanges = book.exchanges.iter();
    exchanges
        .filter(|exchange| exchange.from == Some(id))
        .map(|exchange| exchange.id)
        .collect()
}

fn value_of(promise: &Promise, on: NaiveDate, ids: &IdSource) -> Option<Exchange> {
    let direction = match promise.by {
        Party::Me => Direction::Given,
        Party::Them => Direction::Received,
    };
    Some(Exchange {
        id: ids.next(),
        contact: promise.contact,
        on,
        direction,
        kind: promise.kind?,
        // The least there is: how much it was is not known.
        size: Size::Small,
        horizon: Horizon::Days,
        note: promise.text.clone(),
        from: Some(promise.id),
    })
}
