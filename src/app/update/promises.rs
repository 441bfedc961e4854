//! The ledger of promises.

use super::shared;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Form, Subject};
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LedgerRow;
use crate::app::screen::Focus;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::delivery::{deliver, take_back};
use crate::domain::promise::{PromiseId, State};
use crate::domain::sentences::first_name;

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
        Command::Add => open_form(model, None, cx),
        Command::Edit => {
            if let Some(id) = pane.selected() {
                open_form(model, Some(id), cx);
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
        _ => {
            model.notify(
                "This one has ended for good. A new promise can take it up again: A",
                cx,
            );
            Vec::new()
        }
    }
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

fn open_form(model: &mut Model, id: Option<PromiseId>, cx: &Context) {
    let form = Form::open(Subject::Promise(id), &model.book, cx);
    model.modal = Some(Modal::Form(Box::new(form)));
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
