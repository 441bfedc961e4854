//! The ledger of promises.

use super::{form, in_hand, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LedgerRow;
use crate::app::screen::Focus;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::query::List;
use crate::domain::sentences::removal::OF_A_PROMISE;

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
        Command::Back => shared::back(model, cx),
        Command::Filter => {
            pane.focus = Focus::List;
            shared::open_filter(model);
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
        _ => return in_hand::act(model, command, cx),
    }
    Vec::new()
}

fn unfold(model: &mut Model, open: bool, cx: &Context) {
    let pane = &mut model.promises;
    match pane.rows.selected() {
        Some(LedgerRow::Done) => {
            pane.done_unfolded = if open { !pane.done_unfolded } else { false }
        }
        Some(LedgerRow::Promise(_)) | None => return,
    }
    model.refresh_list(List::Promises, cx);
}

fn ask_to_remove(model: &Model) -> Option<Menu> {
    let id = model.promises.selected()?;
    let promise = model.book.promises.get(id)?;
    let text = vec![OF_A_PROMISE.to_owned(), shared::comes_back(model)];
    let items = vec![
        Item::new(
            "Delete",
            "the promise and its efforts",
            Choice::DeletePromise(id),
        ),
        Item::keep(),
    ];
    Some(Menu::new(
        format!("Remove \"{}\"?", promise.text),
        text,
        items,
    ))
}
