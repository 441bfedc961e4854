//! Forms.

use chrono::NaiveDate;

use super::newcomer::{self, Newcomer};
use super::{after_lunch, choices, lunch};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Form, Subject, chosen};
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LedgerRow;
use crate::app::screen::Screen;
use crate::domain::Book;
use crate::domain::book::Unresolved;
use crate::domain::duplicates::Like;
use crate::domain::hindsight::Hindsight;
use crate::domain::sentences::decision::hindsight;
use crate::domain::sentences::duplicates::may_be;
use crate::domain::sentences::unresolved::typed_beside;

/// Opens a form.
pub(super) fn open(model: &mut Model, subject: Subject, cx: &Context) {
    // What was said before is about something else.
    model.notice = None;
    let form = Form::open(subject, &model.book, cx);
    model.modal = Some(Modal::Form(Box::new(form)));
}

/// A command while a form is open.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    if command == Command::Done && asks_of_a_namesake(model, cx) {
        return Vec::new();
    }
    let Some(Modal::Form(form)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Enter => {
            form.settle(&model.book, cx.today);
            if !form.next_field() && !asks_of_a_namesake(model, cx) {
                return finish(model, cx);
            }
        }
        Command::NextField => {
            form.settle(&model.book, cx.today);
            form.next_field();
        }
        Command::PreviousField => form.previous_field(),
        Command::Done => {
            // A name typed in part is shown in full before anything is saved under it.
            let was_said = form.alike.is_some();
            if !form.settle(&model.book, cx.today) {
                let alike = form.alike.clone().filter(|_| !was_said);
                let effects = finish(model, cx);
                say_alike(model, alike, cx);
                return effects;
            }
            form.next_field();
            model.notify("Taken for this person: Ctrl-s again saves", cx);
        }
        Command::Editor => return super::edited::open(model, cx),
        Command::Cancel => super::shared::close(model),
        _ => {}
    }
    Vec::new()
}

/// Asks once before somebody new gets the very name of somebody in the book; says whether it asked.
fn asks_of_a_namesake(model: &mut Model, cx: &Context) -> bool {
    let Some(Modal::Form(form)) = &mut model.modal else {
        return false;
    };
    let namesake = form.unasked_namesake(&model.book);
    if let Some(name) = &namesake {
        let key = model.keymap.key(Command::Done);
        let text = format!("{name} is in the book already: {key} again adds another");
        model.warn(text, cx);
    }
    namesake.is_some()
}

/// Goes to a field that was clicked; says whether there is one.
pub(super) fn go_to(form: &mut Form, at: usize, book: &Book, today: NaiveDate) -> bool {
    let is_there = at < form.fields.len();
    if is_there && at != form.at {
        form.settle(book, today);
        form.at = at;
    }
    is_there
}

fn finish(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Form(form)) = &mut model.modal else {
        return Vec::new();
    };
    let Some(outcome) = form.finish(&model.book, cx) else {
        return Vec::new();
    };
    model.modal = None;
    let open = kept_beside(&model.book, &outcome.book);
    let new = Newcomer::since(&model.book, &outcome.book);
    let effects = model.edit(outcome.label, cx, |book| *book = outcome.book);
    if let Some(open) = open {
        model.warn(open, cx);
    }
    if effects.is_empty() && model.notice.is_none() {
        model.notify("Nothing changed", cx);
    }
    newcomer::stand_on(model, new, cx);
    show(model, outcome.subject, cx);
    effects
}

/// Somebody who was kept before it could be said that they may be here already.
fn say_alike(model: &mut Model, alike: Option<Like>, cx: &Context) {
    if let Some(like) = alike.filter(|_| model.modal.is_none()) {
        let keys = model.keymap.fill("{undo} undoes, :duplicates shows both");
        model.notify(format!("{} {keys}", may_be(&model.book, &like)), cx);
    }
}

/// What another program gave another value meanwhile: what was typed does not stand then.
fn kept_beside(before: &Book, after: &Book) -> Option<String> {
    let is_new = |open: &&Unresolved| !before.unresolved.contains(open);
    let open = after.unresolved.iter().find(is_new)?;
    Some(typed_beside(after, open))
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
            model.show_promise(id, cx);
        }
        Subject::Introduction(Some(id)) if model.screen == Screen::Network => {
            model.network.show(id, &model.book);
        }
        Subject::Invite(Some(id)) => lunch::show(model, id, cx),
        Subject::Review(_) => {
            if let Some(record) = hindsight(&Hindsight::of(&model.book)) {
                let undoes = model.keymap.fill("{undo} undoes");
                model.notify(format!("Looked back. {record} · {undoes}"), cx);
            }
        }
        Subject::Choice(Some(id)) => choices::after_form(model, id, None, cx),
        Subject::OptionOf(id, at) => choices::after_form(model, id, at, cx),
        Subject::Choose(id, at, _) => {
            choices::after_form(model, id, Some(at), cx);
            let saved = chosen(&model.book, id, cx.today);
            let keys = model.keymap.fill("{write} writes to them · {undo} undoes");
            model.notify(format!("{saved} · {keys}"), cx);
        }
        Subject::PastLunch(id) => after_lunch::ask(model, id),
        _ => {}
    }
}
