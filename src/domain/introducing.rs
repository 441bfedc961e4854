//! Introducing: an introduction goes from step to step, and what it brought counts as given once it is made.

use std::sync::Arc;

use chrono::NaiveDate;

use super::book::Book;
use super::contact::ContactId;
use super::delivery::{deliver_alone, done_on_alone, take_back_alone};
use super::exchange::{Direction, Exchange, ExchangeKind, Horizon, Size};
use super::id::IdSource;
use super::introduction::{Introduction, IntroductionId, Step};
use super::named::names;
use super::promise::{self, NotFromHere, Promise, PromiseId};

/// Takes a step of an introduction on a day. The last one before following up adds the value and keeps the promise that
/// the introduction is.
pub fn take(book: &mut Book, id: IntroductionId, step: Step, on: NaiveDate, ids: &IdSource) {
    if let Some(known) = book.introductions.get(id) {
        // Before the step: one that is made is no promise any more. After it: from the first step on a tick counts.
        let mut linked = known.as_ref().clone();
        link(book, &mut linked);
        let mut after = linked.after(step, on);
        link(book, &mut after);
        put_changed(book, after, ids);
    }
}

/// Connects them on a day, or moves the day on which I did.
///
/// # Errors
/// [`NotFromHere`] where both have not said yes by that day, where one said no, or where I asked before how it went.
pub fn make(
    book: &mut Book,
    id: IntroductionId,
    on: NaiveDate,
    ids: &IdSource,
) -> Result<(), NotFromHere> {
    let mut made = book
        .introductions
        .get(id)
        .ok_or(NotFromHere)?
        .as_ref()
        .clone();
    if !made.can_be_made_on(on) {
        return Err(NotFromHere);
    }
    link(book, &mut made);
    made.made = Some(on);
    put_changed(book, made, ids);
    Ok(())
}

/// Notes that one of them said no, or that it is taken up again. A no to a promised introduction is noted as one to that
/// promise, which is not kept by it.
pub fn decline(book: &mut Book, id: IntroductionId, no: Option<NaiveDate>, ids: &IdSource) {
    if let Some(known) = book.introductions.get(id) {
        let mut after = known.as_ref().clone();
        link(book, &mut after);
        after.declined = no;
        put_changed(book, after, ids);
    }
}

/// Takes back that they were connected: the promise is owed again, and what it gave goes.
///
/// # Errors
/// [`NotFromHere`] where its promise cannot be taken back any more.
pub(super) fn take_back(
    book: &mut Book,
    id: IntroductionId,
    ids: &IdSource,
) -> Result<(), NotFromHere> {
    let mut unmade = book
        .introductions
        .get(id)
        .ok_or(NotFromHere)?
        .as_ref()
        .clone();
    let promise = unmade.promise.and_then(|id| book.promises.get(id));
    let day = unmade.made.unwrap_or_default();
    promise
        .ok_or(NotFromHere)?
        .after(promise::Step::TakeBack, day)?;
    (unmade.made, unmade.followed_up) = (None, None);
    put_changed(book, unmade, ids);
    Ok(())
}

/// Says which promise of mine an introduction is, where that is plain and not said.
pub fn link(book: &Book, introduction: &mut Introduction) {
    introduction.promise = introduction
        .promise
        .or_else(|| promise_of(book, introduction));
}

/// The one promise that an introduction may be; none where it was made, and none where there are several.
fn promise_of(book: &Book, introduction: &Introduction) -> Option<PromiseId> {
    if introduction.is_made() {
        return None;
    }
    let promises = book.promises.iter().map(AsRef::as_ref);
    let mut found = promises.filter(|promise| may_be(book, introduction, promise));
    match (found.next(), found.next()) {
        (Some(one), None) => Some(one.id),
        _ => None,
    }
}

/// Whether a promise is one to introduce the requester, and its text names the target.
fn may_be(book: &Book, introduction: &Introduction, promise: &Promise) -> bool {
    // One that was ticked since I began to ask has counted it already.
    let since = introduction.begun_on();
    let is_ticked =
        || promise.is_delivered_by_me() && since.is_some() && promise.state.day() >= since;
    let target = || book.contacts.get(introduction.target);
    promise.kind == Some(ExchangeKind::Introduction)
        && promise.contact == introduction.requester
        && (promise.is_owed_by_me() || is_ticked())
        && target().is_some_and(|target| names(book, &promise.text, target))
}

/// The introduction that an owed promise is, as long as nobody was connected: the one that is noted to be it, or else
/// one that waits and may be it alone.
#[must_use]
pub fn of_promise(book: &Book, promise: PromiseId) -> Option<IntroductionId> {
    let owed = book.promises.get(promise).filter(|one| one.is_owed())?;
    let is_it = |one: &&Introduction| {
        one.promise == Some(promise)
            || (may_wait_as(book, one, owed) && promise_of(book, one) == Some(promise))
    };
    let open = book.introductions.iter().map(AsRef::as_ref);
    let found = open.filter(|one| !one.is_made()).filter(is_it);
    found
        .min_by_key(|one| (one.is_over(), one.id))
        .map(|one| one.id)
}

/// Whether an introduction waits that is noted to be no promise, and may be this one.
fn may_wait_as(book: &Book, introduction: &Introduction, promise: &Promise) -> bool {
    introduction.promise.is_none() && introduction.waits() && may_be(book, introduction, promise)
}

/// The introduction by which a promise was kept.
pub(super) fn made_of_promise(book: &Book, promise: PromiseId) -> Option<IntroductionId> {
    let is_it = |one: &&Arc<Introduction>| one.promise == Some(promise) && one.is_made();
    book.introductions.iter().find(is_it).map(|one| one.id)
}

/// What keeps an owed promise from being kept on a day: it is an introduction that cannot be made then, or may be one.
#[must_use]
pub fn in_the_way(book: &Book, promise: PromiseId, on: NaiveDate) -> Option<IntroductionId> {
    let owed = book.promises.get(promise).filter(|one| one.is_owed())?;
    let cannot = |one: &&Introduction| !one.can_be_made_on(on);
    if let Some(id) = of_promise(book, promise) {
        let one = book.introductions.get(id).map(AsRef::as_ref);
        return one.filter(cannot).map(|one| one.id);
    }
    let mut all = book.introductions.iter().map(AsRef::as_ref);
    let waiting = all.find(|one| may_wait_as(book, one, owed) && cannot(one));
    waiting.map(|one| one.id)
}

/// The introduction that words about somebody speak of: one of theirs with whom the words name, or with no words the
/// only one that waits. One that waits stands before one that was made on the day of the words; one that was made on
/// another day, or ended with a no, is none.
#[must_use]
pub fn spoken_of(book: &Book, who: ContactId, text: &str, on: NaiveDate) -> Option<IntroductionId> {
    let all = book.introductions.iter().map(AsRef::as_ref);
    let is_of_now = |one: &&Introduction| one.waits() || (one.is_made() && one.made == Some(on));
    let theirs = all.filter(is_of_now).filter(|one| one.other(who).is_some());
    if text.trim().is_empty() {
        let waiting: Vec<&Introduction> = theirs.filter(|one| !one.is_made()).collect();
        return match waiting.as_slice() {
            [one] => Some(one.id),
            _ => None,
        };
    }
    let is_named = |one: &&Introduction| {
        let other = one.other(who).and_then(|id| book.contacts.get(id));
        other.is_some_and(|other| names(book, text, other))
    };
    let named = theirs.filter(is_named);
    named
        .min_by_key(|one| (one.is_made(), one.id))
        .map(|one| one.id)
}

/// The introduction of these two, whoever wanted it, that still waits for a step before they are connected.
#[must_use]
pub fn under_way(book: &Book, one: ContactId, other: ContactId) -> Option<IntroductionId> {
    let is_it = |wish: &&Arc<Introduction>| wish.waits() && wish.other(one) == Some(other);
    book.introductions.iter().find(is_it).map(|wish| wish.id)
}

/// Another introduction of the same two that waits, where this one would begin to wait beside it: as a new one, for
/// others than before, or taken up again.
#[must_use]
pub fn in_its_place<'a>(book: &'a Book, wish: &Introduction) -> Option<&'a Introduction> {
    let pair = |one: &Introduction| (one.requester, one.target);
    let before = book.introductions.get(wish.id);
    let waited = before.is_some_and(|known| known.waits() && pair(known) == pair(wish));
    let is_it = |one: &&Introduction| {
        one.id != wish.id && one.waits() && one.other(wish.requester) == Some(wish.target)
    };
    let mut all = book.introductions.iter().map(AsRef::as_ref);
    all.find(is_it).filter(|_| wish.waits() && !waited)
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
        (None, Some(on)) => deliver_alone(book, id, on, ids),
        (Some(before), Some(on)) if before != on => done_on_alone(book, id, on),
        (Some(before), None) => take_back_alone(book, id, before),
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
    let from = |exchange: &Arc<Exchange>| exchange.from == promise;
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
