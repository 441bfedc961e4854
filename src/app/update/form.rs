//! Forms.

use super::lunch;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Entry, Form, Subject};
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LedgerRow;
use crate::app::screen::Screen;
use crate::app::sheet::{Choice, Item, Menu};

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Form(form)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Enter => {
            settle(form, &model.book);
            if !form.next_field() {
                return finish(model, cx);
            }
        }
        Command::NextField => {
            settle(form, &model.book);
            form.next_field();
        }
        Command::PreviousField => form.previous_field(),
        Command::Done => return finish(model, cx),
        Command::Cancel => leave(model),
        _ => {}
    }
    Vec::new()
}

/// A person who was only typed in part is picked when the field is left.
fn settle(form: &mut Form, book: &crate::domain::Book) {
    let at = form.at;
    if let Some(Entry::Person(pick)) = form.fields.get_mut(at).map(|field| &mut field.entry) {
        pick.pick(book);
    }
}

fn finish(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Form(form)) = &mut model.modal else {
        return Vec::new();
    };
    let Some(outcome) = form.finish(&model.book, cx) else {
        return Vec::new();
    };
    model.modal = None;
    let effects = model.edit(outcome.label, cx, |book| *book = outcome.book);
    if effects.is_empty() && model.notice.is_none() {
        model.notify("Nothing changed", cx);
    }
    show(model, outcome.subject, cx);
    effects
}

/// Puts the cursor on the record, on the screen that shows its kind.
fn show(model: &mut Model, subject: Subject, cx: &Context) {
    match subject {
        Subject::Contact(Some(id))
            if model.screen == Screen::Contacts && !model.contacts.rows.select(id) =>
        {
            super::shared::clear_filter(model, cx);
            model.contacts.rows.select(id);
        }
        Subject::Promise(Some(id))
            if model.screen == Screen::Promises
                && !model.promises.rows.select(LedgerRow::Promise(id)) =>
        {
            model.promises.show(id, &model.book, cx.today);
        }
        Subject::Invite(Some(id)) => lunch::show(model, id, cx),
        _ => {}
    }
}

/// Leaves the form; asks where something typed would go.
fn leave(model: &mut Model) {
    let Some(Modal::Form(form)) = model.modal.take() else {
        return;
    };
    if !form.is_dirty() {
        return;
    }
    let items = vec![
        Item::new("Go on typing", "back to the form", Choice::Stay),
        Item::new("Drop it", "what was typed is gone", Choice::Discard),
    ];
    let mut menu = Menu::new("Drop what you typed?", Vec::new(), items);
    menu.behind = Some(form);
    model.modal = Some(Modal::Menu(menu));
}
