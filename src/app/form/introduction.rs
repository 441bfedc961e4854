//! The form of an introduction: who wants it, to meet whom, what for, and why it is good for the other too. Of a known one
//! also its days, each to be set right.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::dates::short;
use crate::domain::introducing::{in_its_place, link, put_changed};
use crate::domain::introduction::{Introduction, IntroductionId, Step};
use crate::domain::promise::Promise;
use crate::domain::sentences::network::introduction::{pair, under_way as already};
use crate::domain::sentences::promise::state;

const REQUESTER: &str = "Who wants it";
const TARGET: &str = "To meet whom";
const PURPOSE: &str = "What for";
const GOOD: &str = "Good for both";
const WHOSE: &str = "Whose idea";
const ASKED_ONE: &str = "Asked the one";
const YES_ONE: &str = "The one said yes";
const ASKED_OTHER: &str = "Asked the other";
const YES_OTHER: &str = "Other said yes";
const MADE: &str = "Introduced";
const FOLLOWED_UP: &str = "Followed up";
const NO: &str = "One said no";
const PROMISE: &str = "Your promise";

/// The title and the fields.
pub(super) fn fields(
    id: Option<IntroductionId>,
    book: &Book,
    today: NaiveDate,
) -> (String, Vec<Field>) {
    let known = id.and_then(|id| book.introductions.get(id));
    let blank = Introduction::default();
    let wish = known.map_or(&blank, AsRef::as_ref);
    let person = |label, who| {
        let who = known.map(|_| who);
        Field::person_field(label, "a part of the name", who, book)
    };
    let mut fields = vec![
        person(REQUESTER, wish.requester),
        person(TARGET, wish.target),
        Field::text_field(
            PURPOSE,
            "what the one hopes for; both may read it",
            &wish.purpose,
        ),
        Field::text_field(
            GOOD,
            "why it is good for the other too; the other may read it",
            &wish.good_for_target,
        ),
    ];
    if known.is_none() {
        let ideas = ["yours: ask both", "theirs: they asked you for it"];
        fields.push(Field::choice_field(WHOSE, "← → choose", &ideas, 0));
        return ("A new introduction".to_owned(), fields);
    }
    fields.extend(days(wish));
    let promises = promises(wish, book);
    if !promises.is_empty() {
        fields.push(promise_field(&promises, wish, today));
    }
    (pair(book, wish), fields)
}

/// The days, each empty where it has not come.
fn days(wish: &Introduction) -> impl Iterator<Item = Field> {
    let empty = "empty where it has not come to that";
    let days = [
        (ASKED_ONE, wish.asked_requester),
        (YES_ONE, wish.yes_requester),
        (ASKED_OTHER, wish.asked_target),
        (YES_OTHER, wish.yes_target),
        (MADE, wish.made),
        (FOLLOWED_UP, wish.followed_up),
        (NO, wish.declined),
    ];
    days.into_iter()
        .map(move |(label, day)| Field::past_day_field(label, empty, day))
}

fn promise_field(promises: &[Arc<Promise>], wish: &Introduction, today: NaiveDate) -> Field {
    let texts = promises
        .iter()
        .map(|one| format!("{} ({})", one.text, state(one, today)));
    let mut options = vec!["none".to_owned()];
    options.extend(texts);
    let options: Vec<&str> = options.iter().map(String::as_str).collect();
    let at = promises.iter().position(|one| Some(one.id) == wish.promise);
    let note = "← → the promise that this introduction keeps";
    Field::choice_field(PROMISE, note, &options, at.map_or(0, |at| at + 1))
}

/// The promises of mine that it may keep: what I owe either of them, and the one it is noted to be.
fn promises(wish: &Introduction, book: &Book) -> Vec<Arc<Promise>> {
    let promises = book.promises.iter().filter(|promise| {
        let is_to_them = [wish.requester, wish.target].contains(&promise.contact);
        is_to_them && promise.is_owed_by_me() || Some(promise.id) == wish.promise
    });
    let mut promises: Vec<Arc<Promise>> = promises.cloned().collect();
    promises.sort_by_key(|promise| promise.by_due());
    promises
}

/// Reads it.
pub(super) fn read(
    form: &Form,
    id: Option<IntroductionId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let before = book;
    let mut book = book.clone();
    let mut wish = as_it_was(id, &book, cx)?;
    take_people(form, id.is_none(), &mut wish, &mut book, cx)?;
    form.put_text(PURPOSE, &mut wish.purpose);
    form.put_text(GOOD, &mut wish.good_for_target);
    if id.is_some() {
        take_changes(form, &mut wish, &book, before, cx)?;
    } else {
        take_idea(form, &mut wish, cx);
        link(&book, &mut wish);
    }
    refuse_a_second(form, &wish, &book, cx)?;
    if wish.purpose.is_empty() {
        return Err(Problem::at(PURPOSE, "What is it for? Both will ask"));
    }
    let what = if id.is_some() { "changed" } else { "added" };
    let label = format!("{what} an introduction: {}", pair(&book, &wish));
    let subject = Subject::Introduction(Some(wish.id));
    put_changed(&mut book, wish, &cx.ids);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}

fn as_it_was(
    id: Option<IntroductionId>,
    book: &Book,
    cx: &Context,
) -> Result<Introduction, Problem> {
    let Some(id) = id else {
        return Ok(Introduction {
            id: cx.ids.next(),
            ..Introduction::default()
        });
    };
    let known = book.introductions.get(id);
    let known = known.map(|known| known.as_ref().clone());
    known.ok_or_else(|| Problem::gone(PURPOSE, "introduction"))
}

fn take_people(
    form: &Form,
    is_new: bool,
    wish: &mut Introduction,
    book: &mut Book,
    cx: &Context,
) -> Result<(), Problem> {
    if is_new || form.is_touched(REQUESTER) {
        wish.requester = form.person(REQUESTER, book, cx)?;
    }
    if is_new || form.is_touched(TARGET) {
        wish.target = form.person(TARGET, book, cx)?;
    }
    if wish.requester == wish.target {
        return Err(Problem::at(TARGET, "That is the same person twice"));
    }
    Ok(())
}

/// Who asks for it has said yes.
fn take_idea(form: &Form, wish: &mut Introduction, cx: &Context) {
    if form.choice(WHOSE) == 1 {
        let asked = wish.after(Step::AskRequester, cx.today);
        *wish = asked.after(Step::YesOfRequester, cx.today);
    }
}

/// What a known one has besides. `before` is the book without the people whom this form brings in.
fn take_changes(
    form: &Form,
    wish: &mut Introduction,
    book: &Book,
    before: &Book,
    cx: &Context,
) -> Result<(), Problem> {
    let has_ended = form.is_touched(MADE) || form.is_touched(NO);
    if has_ended && !form.is_touched(PROMISE) {
        // Made, it keeps the promise that it is; after a no it does not.
        link(book, wish);
    }
    take_days(form, wish, cx)?;
    take_promise(form, wish, before);
    Ok(())
}

/// One introduction of the two is under way at a time.
fn refuse_a_second(
    form: &Form,
    wish: &Introduction,
    book: &Book,
    cx: &Context,
) -> Result<(), Problem> {
    let Some(other) = in_its_place(book, wish) else {
        return Ok(());
    };
    let places = [NO, MADE];
    let place = places.into_iter().find(|label| form.is_touched(label));
    let text = already(book, other, cx.today);
    Err(Problem::at(place.unwrap_or(TARGET), text))
}

fn take_promise(form: &Form, wish: &mut Introduction, book: &Book) {
    if form.is_touched(PROMISE) {
        let promises = promises(wish, book);
        let chosen = form.choice(PROMISE).checked_sub(1);
        wish.promise = chosen.and_then(|at| promises.get(at)).map(|one| one.id);
    }
}

/// The days, where they were changed; none before what it follows from, and none before both said yes.
fn take_days(form: &Form, wish: &mut Introduction, cx: &Context) -> Result<(), Problem> {
    for (label, place) in [
        (ASKED_ONE, &mut wish.asked_requester),
        (YES_ONE, &mut wish.yes_requester),
        (ASKED_OTHER, &mut wish.asked_target),
        (YES_OTHER, &mut wish.yes_target),
        (MADE, &mut wish.made),
        (FOLLOWED_UP, &mut wish.followed_up),
        (NO, &mut wish.declined),
    ] {
        if form.is_touched(label) {
            *place = match form.text(label).as_str() {
                "" => None,
                _ => Some(form.past_day(label, cx.today)?),
            };
        }
    }
    let is_touched = |label: &&str| form.is_touched(label);
    let days = [
        ASKED_ONE,
        YES_ONE,
        ASKED_OTHER,
        YES_OTHER,
        MADE,
        FOLLOWED_UP,
    ];
    if !days.iter().any(is_touched) {
        return Ok(());
    }
    if wish.made.is_some() && !wish.is_agreed() {
        let label = if wish.yes_requester.is_none() {
            YES_ONE
        } else {
            YES_OTHER
        };
        let text = "You introduced them: when did this yes come? Without it, empty Introduced";
        return Err(Problem::at(label, text));
    }
    if wish.followed_up.is_some() && wish.made.is_none() {
        return Err(Problem::at(FOLLOWED_UP, "Only after you introduced them"));
    }
    in_order(wish, cx)
}

fn in_order(wish: &Introduction, cx: &Context) -> Result<(), Problem> {
    let pairs = [
        (YES_ONE, wish.asked_requester, wish.yes_requester),
        (YES_OTHER, wish.asked_target, wish.yes_target),
        (MADE, wish.yes_requester, wish.made),
        (MADE, wish.yes_target, wish.made),
        (FOLLOWED_UP, wish.made, wish.followed_up),
    ];
    for (label, before, day) in pairs {
        if let (Some(before), Some(day)) = (before, day)
            && day < before
        {
            let before = short(before, cx.today);
            return Err(Problem::at(label, format!("Not before {before}")));
        }
    }
    Ok(())
}
