//! The people: list and person.

use super::{form, in_hand, record, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::RecordCursor;
use crate::app::rows::Motion;
use crate::app::screen::Focus;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::contact::ContactId;
use crate::domain::removal::without_contact;
use crate::domain::sentences::first_name;
use crate::domain::sentences::removal::going_along;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let is_entry = record::is_in_hand(model, cx);
    let pane = &mut model.contacts;
    if pane.rows.selected().is_none() {
        // Nobody is in sight who could have the keys.
        pane.focus = Focus::List;
    }
    match command {
        Command::Move(motion) if pane.focus == Focus::List => {
            pane.rows.step(motion, cx.page);
            pane.record = RecordCursor::default();
        }
        Command::Move(motion) => record::step(model, motion, cx),
        Command::NextItem => step_person(model, Motion::Next, cx),
        Command::PreviousItem => step_person(model, Motion::Previous, cx),
        Command::Open | Command::Right | Command::NextPane if pane.rows.selected().is_none() => {}
        Command::Open if pane.focus == Focus::Detail => record::open(model, cx),
        Command::Open | Command::Right => pane.focus = Focus::Detail,
        Command::Left => pane.focus = Focus::List,
        Command::NextPane => pane.focus = pane.focus.other(),
        Command::Back if pane.focus == Focus::Detail => pane.focus = Focus::List,
        Command::Back => shared::back(model, cx),
        Command::Filter => {
            pane.focus = Focus::List;
            shared::open_filter(model);
        }
        Command::Add if pane.focus == Focus::List => {
            form::open(model, Subject::Contact(None), cx);
        }
        Command::Edit | Command::Remove if is_entry => {
            record::change(model, command, cx);
        }
        Command::Add | Command::Edit | Command::Write | Command::Remove => {
            if let Some(id) = pane.rows.selected() {
                of_person(model, id, command, cx);
            }
        }
        _ => return in_hand::act(model, command, cx),
    }
    Vec::new()
}

/// What is asked for the person under the cursor.
fn of_person(model: &mut Model, id: ContactId, command: Command, cx: &Context) {
    match command {
        Command::Add => model.modal = Some(Modal::Menu(ask_what_to_add(model, id))),
        Command::Edit => form::open(model, Subject::Contact(Some(id)), cx),
        Command::Write => write::about_person(model, id, cx),
        Command::Remove => model.modal = ask_to_remove(model, id).map(Modal::Menu),
        _ => {}
    }
}

fn step_person(model: &mut Model, motion: Motion, cx: &Context) {
    model.contacts.rows.step(motion, cx.page);
    model.contacts.record = RecordCursor::default();
}

/// What is to be written down about the person who is open.
fn ask_what_to_add(model: &Model, id: ContactId) -> Menu {
    let who = first_name(&model.book, id);
    let items = vec![
        Item::new(
            "A talk",
            "you met, called or wrote; the pace begins anew",
            Choice::Open(Subject::Talk(id)),
        ),
        Item::new(
            "A promise",
            "yours or theirs",
            Choice::Open(Subject::PromiseTo(id)),
        ),
        Item::new(
            "Value",
            "knowledge, advice or an introduction, given or received",
            Choice::Open(Subject::Value(id)),
        ),
        Item::new(
            "What they are working on",
            "a problem to solve, or an aim; theirs or your guess",
            Choice::Open(Subject::Aim(id, None)),
        ),
        Item::new(
            "A choice",
            "two to six ways to act, and what each does for them",
            Choice::Open(Subject::ChoiceFor(id)),
        ),
        Item::new(
            "A person",
            "somebody else",
            Choice::Open(Subject::Contact(None)),
        ),
    ];
    Menu::new(format!("Add to {who}"), Vec::new(), items)
}

fn ask_to_remove(model: &Model, id: ContactId) -> Option<Menu> {
    let contact = model.book.contacts.get(id)?;
    let (_, along) = without_contact(&model.book, id);
    let archive = if contact.archived {
        unarchive(Choice::Unarchive(id))
    } else {
        archive(Choice::Archive(id))
    };
    let items = vec![
        archive,
        Item::new("Delete", going_along(along), Choice::DeleteContact(id)),
        Item::keep(),
    ];
    let text = vec![shared::comes_back(model)];
    Some(Menu::new(format!("Remove {}?", contact.name), text, items))
}

/// The answer that takes people out of the lists.
pub(super) fn archive(choice: Choice) -> Item {
    Item::new(
        "Archive",
        "kept with everything, but out of the lists",
        choice,
    )
}

/// The answer that brings them back.
pub(super) fn unarchive(choice: Choice) -> Item {
    Item::new("Bring back", "into the lists again", choice)
}
