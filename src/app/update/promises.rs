//! The ledger of promises.

use super::{form, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Done, Subject};
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LedgerRow;
use crate::app::screen::Focus;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::Book;
use crate::domain::delivery::{deliver, take_back};
use crate::domain::incident::{IncidentId, Party};
use crate::domain::promise::{Promise, PromiseId, State, Step, Strength};
use crate::domain::sentences::{first_name, promise::strength};

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let pane = &mut model.promises;
    match command {
        Command::Move(motion) if pane.focus == Focus::List => {
            pane.rows.step(motion, cx.page);
            pane.scroll = 0;
        }
        Command::Move(motion) => {
            pane.scroll = motion.from(pane.scroll, cx.detail_reach + 1, cx.page);
        }
        Command::Open | Command::Right if pane.selected().is_some() => pane.focus = Focus::Detail,
        Command::Open | Command::Right => unfold(model, true, cx),
        Command::Left | Command::Back if pane.focus == Focus::Detail => pane.focus = Focus::List,
        Command::Left => unfold(model, false, cx),
        Command::NextPane if pane.focus == Focus::Detail || pane.selected().is_none() => {
            pane.focus = Focus::List;
        }
        Command::NextPane => pane.focus = Focus::Detail,
        Command::Back => shared::clear_filter(model, cx),
        Command::Filter => {
            pane.focus = Focus::List;
            shared::open_filter(model);
        }
        Command::Tick => {
            return match pane.selected() {
                Some(id) => tick(model, id, cx),
                None => Vec::new(),
            };
        }
        Command::Told | Command::Tried | Command::Stuck | Command::Check => {
            return match pane.selected() {
                Some(id) => note(model, id, command, cx),
                None => Vec::new(),
            };
        }
        Command::Write => {
            if let Some(id) = pane.selected() {
                write::about_promise(model, id, cx);
            }
        }
        Command::Add => form::open(model, Subject::Promise(None), cx),
        Command::Edit => {
            if let Some(id) = pane.selected() {
                form::open(model, Subject::Promise(Some(id)), cx);
            }
        }
        Command::Remove => model.modal = ask_to_remove(model).map(Modal::Menu),
        _ => {}
    }
    Vec::new()
}

/// Space on a promise: delivered, and with Space again as it was.
pub(super) fn tick(model: &mut Model, id: PromiseId, cx: &Context) -> Vec<Effect> {
    let Some(promise) = model.book.promises.get(id).cloned() else {
        return Vec::new();
    };
    let what = format!(
        "{} ({})",
        promise.text,
        first_name(&model.book, promise.contact)
    );
    model.promises.pin(&promise, cx.today);
    match promise.state {
        State::Open | State::Blocked { .. } => {
            model.edit(format!("delivered: {what}"), cx, |book| {
                // The state was just seen to be owed, so that the step exists.
                let _ = deliver(book, id, cx.today, &cx.ids);
            })
        }
        State::Delivered { .. } => {
            model.edit(format!("not delivered after all: {what}"), cx, |book| {
                let _ = take_back(book, id, cx.today);
            })
        }
        State::Missed { .. } if promise.by == Party::Me => {
            let items = vec![
                Item::new(
                    "It is made right",
                    "it leaves what is to be put right",
                    Choice::MadeRight(id),
                ),
                Item::new("Not yet", "it stays", Choice::Stay),
            ];
            let text = vec![format!("{what} was missed.")];
            model.modal = Some(Modal::Menu(Menu::new(
                "Did you make it right?",
                text,
                items,
            )));
            Vec::new()
        }
        _ => {
            model.notify(
                "This one has ended for good. A new promise can take it up again: A",
                cx,
            );
            Vec::new()
        }
    }
}

/// What I did for a promise, or what they heard of it: told, tried, stuck or no longer stuck, checked.
pub(super) fn note(
    model: &mut Model,
    id: PromiseId,
    command: Command,
    cx: &Context,
) -> Vec<Effect> {
    let Some(promise) = model
        .book
        .promises
        .get(id)
        .cloned()
        .filter(|promise| promise.is_owed_by_me())
    else {
        model.notify("That is for a promise of yours that is still open", cx);
        return Vec::new();
    };
    match command {
        Command::Told => form::open(model, Subject::Step(id, Done::Told), cx),
        Command::Tried => form::open(model, Subject::Step(id, Done::Tried), cx),
        Command::Check => model.modal = Some(Modal::Menu(ask_what_they_heard(model, &promise))),
        _ => {
            if let Ok(open) = promise.after(Step::Unblock, cx.today) {
                let label = format!("no longer stuck: {}", promise.text);
                return model.edit(label, cx, |book| book.promises.put(open));
            }
            form::open(model, Subject::Step(id, Done::Stuck), cx);
        }
    }
    Vec::new()
}

fn ask_what_they_heard(model: &Model, promise: &Promise) -> Menu {
    let who = first_name(&model.book, promise.contact);
    let heard = [
        (Strength::Explore, "that you'd think about it"),
        (Strength::Attempt, "that you'd try"),
        (Strength::Intend, "that you meant to"),
        (Strength::Promise, "that you promised"),
    ];
    let items =
        heard.map(|(strength, label)| Item::new(label, "", Choice::Heard(promise.id, strength)));
    let said = strength(promise.said);
    let text = vec![format!(
        "You said \"{said}\": {}. Ask, and note what {who} heard.",
        promise.text
    )];
    Menu::new(format!("What did {who} hear?"), text, items.into())
}

/// Whether a wrong of mine was made right.
pub(super) fn ask_whether_right(book: &Book, id: IncidentId) -> Option<Menu> {
    let wrong = book.incidents.get(id)?;
    let items = vec![
        Item::new(
            "It is made right",
            "it leaves what is to be put right",
            Choice::WrongMadeRight(id),
        ),
        Item::new("Not yet", "it stays", Choice::Stay),
    ];
    Some(Menu::new(
        "Did you make it right?",
        vec![wrong.note.clone()],
        items,
    ))
}

fn unfold(model: &mut Model, open: bool, cx: &Context) {
    let pane = &mut model.promises;
    match pane.rows.selected() {
        Some(LedgerRow::Done) => {
            pane.done_unfolded = if open { !pane.done_unfolded } else { false }
        }
        Some(LedgerRow::Promise(_)) | None => return,
    }
    pane.refresh(&model.book, cx.today);
}

fn ask_to_remove(model: &Model) -> Option<Menu> {
    let id = model.promises.selected()?;
    let promise = model.book.promises.get(id)?;
    let text = vec![
        "A promise that ended is part of the record; deleting is for one that was never made."
            .to_owned(),
        "What is removed comes back with u, for as long as this program runs.".to_owned(),
    ];
    let items = vec![
        Item::new(
            "Delete",
            "the promise and its efforts",
            Choice::DeletePromise(id),
        ),
        Item::new("Keep", "leave everything as it is", Choice::Stay),
    ];
    Some(Menu::new(
        format!("Remove \"{}\"?", promise.text),
        text,
        items,
    ))
}
