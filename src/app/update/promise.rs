//! What is done to one promise, on whichever screen: ticked, told, tried, stuck, checked, agreed anew, ended.

use super::{form, network};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Done, Subject};
use crate::app::in_hand::is_for;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::dates::short;
use crate::domain::delivery::{deliver, take_back};
use crate::domain::incident::Party;
use crate::domain::introducing;
use crate::domain::promise::{
    Ending, Hearing, MissKind, Promise, PromiseId, State, Step, Strength,
};
use crate::domain::sentences::network::introduction::not_yet;
use crate::domain::sentences::promise::{heard_as, named, state, strength};
use crate::domain::sentences::{ending, first_name, words};

/// Lets a promise stay in sight where it stands, whatever becomes of it.
fn pin(model: &mut Model, promise: &Promise, cx: &Context) {
    model.promises.pin(promise, cx.today);
    if model.screen == Screen::Today {
        model.today.pin(promise.id, &model.derived);
    }
}

/// Space on a promise: delivered, and with Space again as it was. A promise to introduce is the introduction: there Space
/// takes its next step, and the last one delivers.
pub(super) fn tick(model: &mut Model, id: PromiseId, cx: &Context) -> Vec<Effect> {
    let Some(promise) = model.book.promises.get(id).cloned() else {
        return Vec::new();
    };
    let what = named(&promise, &model.book);
    pin(model, &promise, cx);
    if let Some(introduction) = introducing::of_promise(&model.book, id) {
        return network::tick(model, introduction, cx);
    }
    match promise.state {
        State::Open | State::Blocked { .. } => delivered(model, id, &what, cx),
        State::Delivered { .. } => {
            model.edit(format!("not delivered after all: {what}"), cx, |book| {
                let _ = take_back(book, id, cx.today, &cx.ids);
            })
        }
        State::Missed { .. } if promise.by == Party::Me => {
            let items = vec![
                Item::new(
                    ending::label(Ending::PutRight, Party::Me),
                    ending::consequence(Ending::PutRight, &promise),
                    Choice::End(id, Ending::PutRight),
                ),
                Item::new("Not yet", "it stays", Choice::Stay),
            ];
            let text = vec![format!("{what} was missed.")];
            let menu = Menu::new("Did you make it right?", text, items);
            model.modal = Some(Modal::Menu(menu));
            Vec::new()
        }
        _ => {
            let text =
                "This one has ended for good: {other-ending} takes it up again as a new promise";
            model.notify(text, cx);
            Vec::new()
        }
    }
}

/// Ticked today; the next key may set another day.
fn delivered(model: &mut Model, id: PromiseId, what: &str, cx: &Context) -> Vec<Effect> {
    let waiting = introducing::in_the_way(&model.book, id, cx.today);
    if let Some(wish) = waiting.and_then(|id| model.book.introductions.get(id)) {
        let why = not_yet(&model.book, wish, cx.today);
        model.notify(why, cx);
        return Vec::new();
    }
    let label = format!("delivered: {what}");
    let effects = model.edit(label.clone(), cx, |book| {
        // The state was just seen to be owed, so that the step exists.
        let _ = deliver(book, id, cx.today, &cx.ids);
    });
    model.ticked = Some(id);
    let kind = model.book.promises.get(id).and_then(|promise| promise.kind);
    let added = kind.map_or_else(String::new, |kind| {
        format!(" · adds {}, small, for days", words::exchange_kind(kind))
    });
    let keys = model.keymap.fill("{undo} undoes · {edit} sets another day");
    model.notify(format!("{label}{added} · {keys}"), cx);
    effects
}

/// What I did for a promise, what they heard of it, or what was agreed anew.
pub(super) fn note(
    model: &mut Model,
    id: PromiseId,
    command: Command,
    cx: &Context,
) -> Vec<Effect> {
    let Some(promise) = model.book.promises.get(id).cloned() else {
        return Vec::new();
    };
    if !is_for(command, &promise) {
        let why = why_not(model, &promise);
        model.notify(why, cx);
        return Vec::new();
    }
    match command {
        Command::Told => form::open(model, Subject::Step(id, Done::Told), cx),
        Command::Tried => form::open(model, Subject::Step(id, Done::Tried), cx),
        Command::NewTerms => form::open(model, Subject::NewTerms(id), cx),
        Command::Check if promise.hearing() == Hearing::HeardMore => {
            model.modal = Some(Modal::Menu(ask_to_close_the_gap(model, &promise)));
        }
        Command::Check => model.modal = Some(Modal::Menu(ask_what_they_heard(model, &promise))),
        _ => {
            if let State::Blocked { by, .. } = &promise.state {
                model.modal = Some(Modal::Menu(ask_whether_stuck(&promise, by)));
            } else {
                form::open(model, Subject::Step(id, Done::Stuck), cx);
            }
        }
    }
    Vec::new()
}

/// Why a key that is for an open promise of mine does nothing to this one.
fn why_not(model: &Model, promise: &Promise) -> String {
    let who = first_name(&model.book, promise.contact);
    match promise.by {
        Party::Them => format!(
            "This is {who}'s word to you, noted and never chased: Space when it is kept, o for another ending"
        ),
        Party::Me => {
            "That is for a promise of yours that is still open; this one has ended (o)".to_owned()
        }
    }
}

/// It is stuck already: no longer, or on something else.
fn ask_whether_stuck(promise: &Promise, by: &str) -> Menu {
    let items = vec![
        Item::new(
            "No longer stuck",
            "what it was stuck on goes",
            Choice::Unblock(promise.id),
        ),
        Item::new(
            "Stuck on something else …",
            "or on the same in other words",
            Choice::Open(Subject::Step(promise.id, Done::Stuck)),
        ),
        Item::leave_it(),
    ];
    let text = vec![format!("{}: stuck on {by}.", promise.text)];
    Menu::new("Is it still stuck?", text, items)
}

/// What they can have heard, the weakest first.
const HEARD: [Strength; 4] = [
    Strength::Explore,
    Strength::Attempt,
    Strength::Intend,
    Strength::Promise,
];

fn ask_what_they_heard(model: &Model, promise: &Promise) -> Menu {
    let who = first_name(&model.book, promise.contact);
    let items = HEARD
        .map(|strength| Item::new(heard_as(strength), "", Choice::Heard(promise.id, strength)));
    let said = strength(promise.said);
    let text = vec![format!(
        "You said \"{said}\": {}. Ask, and note what {who} heard.",
        promise.text
    )];
    Menu::new(format!("What did {who} hear?"), text, items.into())
}

/// They heard more than I said. Asking again does not clear that: I raise what I said, or we agree on new terms.
fn ask_to_close_the_gap(model: &Model, promise: &Promise) -> Menu {
    let (id, who) = (promise.id, first_name(&model.book, promise.contact));
    let heard = promise.heard_strength();
    let (said_now, heard_now) = (strength(promise.said), strength(heard));
    let mut items = vec![
        Item::new(
            format!("You say it too: \"{heard_now}\""),
            "then your word is as strong as they heard it",
            Choice::SaidAsHeard(id),
        ),
        Item::new(
            "New terms …",
            "you tell them what you can say",
            Choice::Open(Subject::NewTerms(id)),
        ),
    ];
    let more = HEARD.into_iter().filter(|strength| *strength > heard);
    items.extend(more.map(|strength| {
        let label = format!("{who} heard still more: {}", heard_as(strength));
        Item::new(label, "", Choice::Heard(id, strength))
    }));
    let text = vec![format!(
        "You said \"{said_now}\", {who} heard \"{heard_now}\": {}.",
        promise.text
    )];
    Menu::new(format!("{who} heard more than you said"), text, items)
}

/// The endings that there are from where the promise stands, each with what follows from it.
pub(super) fn ask_how_it_ended(model: &Model, id: PromiseId, cx: &Context) -> Option<Menu> {
    let promise = model.book.promises.get(id)?;
    let who = first_name(&model.book, promise.contact);
    let mut items: Vec<Item> = promise
        .endings(cx.today)
        .into_iter()
        .map(|way| {
            let choice = match (way, promise.by) {
                (Ending::Missed, Party::Me) => Choice::Open(Subject::Missed(id)),
                (Ending::Missed, Party::Them) => Choice::HeardOfMiss(id),
                _ => Choice::End(id, way),
            };
            let label = ending::label(way, promise.by);
            let follows = ending::consequence(way, promise);
            let ahead = promise.due.filter(|due| *due > cx.today);
            let note = match ahead.filter(|_| way == Ending::Missed) {
                Some(due) => format!("not due until {}; {follows}", short(due, cx.today)),
                None => follows.to_owned(),
            };
            Item::new(label, note, choice)
        })
        .collect();
    if matches!(promise.state, State::Delivered { .. }) {
        let note = "the value it added moves along";
        let choice = Choice::Open(Subject::DoneOn(id));
        items.push(Item::new("Done on another day …", note, choice));
    }
    let whose = match promise.by {
        Party::Me => format!("You promised {who}: {}.", promise.text),
        Party::Them => format!("{who} promised you: {}.", promise.text),
    };
    let mut text = vec![whose];
    if promise.is_final(cx.today) {
        text.push(ended_for_good(model, promise, cx));
        items.push(Item::new(
            "Take it up again …",
            "a new promise, made today",
            Choice::Open(Subject::Again(id)),
        ));
    }
    items.push(Item::leave_it());
    Some(Menu::new("How did it end?", text, items))
}

/// What I saw of a miss of theirs: the book holds nothing that would tell it.
pub(super) fn ask_what_you_heard(model: &Model, id: PromiseId) -> Option<Menu> {
    let promise = model.book.promises.get(id)?;
    let who = first_name(&model.book, promise.contact);
    let kinds = [MissKind::Shown, MissKind::ToldLate, MissKind::Silent];
    let mut items: Vec<Item> = kinds
        .into_iter()
        .map(|kind| {
            let (label, note) = ending::heard_of_miss(kind, promise.due.is_some());
            Item::new(label, note, Choice::TheyMissed(id, kind))
        })
        .collect();
    items.push(Item::leave_it());
    let text = vec![format!("{who} promised you: {}.", promise.text)];
    let title = format!("What did you hear of it from {who}?");
    Some(Menu::new(title, text, items))
}

/// "It has ended for good (they let me off Tue 1 Sep): going on means a new promise."
fn ended_for_good(model: &Model, promise: &Promise, cx: &Context) -> String {
    let text = format!(
        "It has ended for good ({}): going on means a new promise.",
        state(promise, cx.today)
    );
    let is_again = |other: &&std::sync::Arc<Promise>| other.reopened_from == Some(promise.id);
    if let Some(again) = model.book.promises.iter().find(is_again) {
        let made = short(again.made, cx.today);
        return format!("{text} One was made {made}.");
    }
    text
}

/// Ends a promise; it stays in sight where it stood.
pub(super) fn end(model: &mut Model, id: PromiseId, way: Ending, cx: &Context) -> Vec<Effect> {
    let Some(promise) = model.book.promises.get(id).cloned() else {
        return Vec::new();
    };
    pin(model, &promise, cx);
    let what = named(&promise, &model.book);
    if way == Ending::Kept {
        return delivered(model, id, &what, cx);
    }
    end_with(model, &promise, way.step(cx.today), way, cx)
}

/// They did not keep theirs, and this is what I saw of it.
pub(super) fn they_missed(
    model: &mut Model,
    id: PromiseId,
    kind: MissKind,
    cx: &Context,
) -> Vec<Effect> {
    let Some(promise) = model.book.promises.get(id).cloned() else {
        return Vec::new();
    };
    pin(model, &promise, cx);
    let step = Step::MissAs(kind, String::new());
    end_with(model, &promise, step, Ending::Missed, cx)
}

fn end_with(
    model: &mut Model,
    promise: &Promise,
    step: Step,
    way: Ending,
    cx: &Context,
) -> Vec<Effect> {
    let what = named(promise, &model.book);
    let Ok(ended) = promise.after(step, cx.today) else {
        model.notify("There is no such way on from where it stands", cx);
        return Vec::new();
    };
    let label = format!("{}: {what}", ending::done(way, promise.by));
    model.edit(label, cx, |book| book.promises.put(ended))
}
