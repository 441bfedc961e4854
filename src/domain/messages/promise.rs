//! Messages about promises of mine.

use super::template::Values;
use super::{Kind, Message, Writer, phrase};
use crate::domain::dates::short;
use crate::domain::discreet::Discreet;
use crate::domain::promise::{Effort, Promise, PromiseId, State};
use crate::domain::relationship::is_unrepaired;
use crate::domain::tuning::TUNING;

/// How it stands, from the log of what I did.
pub(super) fn update(writer: &Writer<'_>, id: PromiseId) -> Option<Message> {
    let promise = writer.book.promises.get(id)?;
    promise
        .is_owed_by_me()
        .then(|| about(writer, Kind::Update, promise))?
}

/// Another day. Which one, only I know.
pub(super) fn new_terms(writer: &Writer<'_>, id: PromiseId) -> Option<Message> {
    let promise = writer.book.promises.get(id)?;
    let has_day = promise.is_owed_by_me() && promise.due.is_some();
    has_day.then(|| about(writer, Kind::NewTerms, promise))?
}

/// It is done.
pub(super) fn done(writer: &Writer<'_>, id: PromiseId) -> Option<Message> {
    let promise = writer.book.promises.get(id)?;
    promise
        .is_delivered_by_me()
        .then(|| about(writer, Kind::Done, promise))?
}

/// I missed it.
pub(super) fn own_up(writer: &Writer<'_>, id: PromiseId) -> Option<Message> {
    let promise = writer.book.promises.get(id)?;
    is_unrepaired(promise).then(|| about(writer, Kind::OwnUpPromise, promise))?
}

fn about(writer: &Writer<'_>, kind: Kind, promise: &Promise) -> Option<Message> {
    let today = writer.today;
    let readers = [promise.contact];
    let discreet = Discreet::towards(writer.book, &readers);
    let due = promise.due.map(|day| short(day, today));
    let ahead = due.clone().filter(|_| promise.due > Some(today));
    // Missed before its day: it was not due then.
    let is_early = kind == Kind::OwnUpPromise && ahead.is_some();
    let stuck = match &promise.state {
        State::Blocked { by, .. } => phrase(&discreet, by),
        _ => String::new(),
    };
    let values = Values::default()
        .with("promise", words(promise, &discreet))
        .with("due", due.filter(|_| !is_early).unwrap_or_default())
        .with("due_ahead", ahead.unwrap_or_default())
        .with("efforts", efforts(promise, writer, &discreet))
        .with("stuck", stuck);
    writer.message(kind, &readers, values)
}

/// The words they heard, where I have them; else what I noted.
fn words(promise: &Promise, discreet: &Discreet) -> String {
    let exact = phrase(discreet, &promise.exact_words);
    if exact.is_empty() {
        phrase(discreet, &promise.text)
    } else {
        format!("\"{exact}\"")
    }
}

/// What they do not know of yet, a line each with its day: "- Mon 21 Sep: mailed the printer".
fn efforts(promise: &Promise, writer: &Writer<'_>, discreet: &Discreet) -> String {
    let mut untold: Vec<&Effort> = promise
        .untold()
        .filter(|effort| effort.on <= writer.today)
        .collect();
    untold.sort_by_key(|effort| effort.on);
    let earlier = untold.len().saturating_sub(TUNING.messages.most_efforts);
    let lines = untold.iter().skip(earlier).map(|effort| {
        let day = short(effort.on, writer.today);
        format!("- {day}: {}", phrase(discreet, &effort.text))
    });
    let before = (earlier > 0).then(|| format!("- and {earlier} earlier"));
    before
        .into_iter()
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}
