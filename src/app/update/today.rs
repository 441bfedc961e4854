//! Today: each row leads to what it is about.

use super::{form, go, promises, shared};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::screen::{Focus, Screen};
use crate::domain::agenda::Matter;
use crate::domain::contact::ContactId;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(motion) => model.today.rows.step(motion, cx.page),
        Command::Filter => shared::open_filter(model),
        Command::Back => shared::clear_filter(model, cx),
        Command::Open => open(model, cx),
        Command::Write => {
            if let Some(Matter::NotTold(decision)) = model.today.rows.selected() {
                super::taken_back::go_on(model, decision, cx);
            } else {
                model.notify("Nothing to write about this row yet: ⏎ goes to it", cx);
            }
        }
        Command::Told | Command::Tried | Command::Stuck | Command::Check => {
            return match (model.today.rows.selected(), command) {
                (Some(Matter::NotTold(decision)), Command::Told) => {
                    super::taken_back::go_on(model, decision, cx);
                    Vec::new()
                }
                (Some(matter), command) => match matter.promise() {
                    Some(id) => promises::note(model, id, command, cx),
                    None => Vec::new(),
                },
                (None, _) => Vec::new(),
            };
        }
        Command::Tick => {
            if let Some(Matter::Wrong(id)) = model.today.rows.selected() {
                model.modal = promises::ask_whether_right(&model.book, id).map(Modal::Menu);
                return Vec::new();
            }
            let promise = model.today.rows.selected().and_then(Matter::promise);
            return if let Some(id) = promise {
                promises::tick(model, id, cx)
            } else {
                model.notify(
                    "Only a promise can be ticked: ⏎ goes to what this row is about",
                    cx,
                );
                Vec::new()
            };
        }
        _ => {}
    }
    Vec::new()
}

fn open(model: &mut Model, cx: &Context) {
    let Some(matter) = model.today.rows.selected() else {
        return;
    };
    match matter {
        Matter::Harm(pair) | Matter::Clash(pair) => {
            go(model, Screen::Lunch, cx);
            model.lunch.shows_week = false;
            model.lunch.pairs.select(pair);
            model.lunch.weigh(&model.book, &model.derived, cx.today);
        }
        Matter::Unheard(id)
        | Matter::Due(id)
        | Matter::HeardMore(id)
        | Matter::NotChecked(id)
        | Matter::BrokenPromise(id) => {
            go(model, Screen::Promises, cx);
            model.promises.show(id, &model.book, cx.today);
            model.promises.focus = Focus::Detail;
            model.promises.scroll = 0;
        }
        Matter::Wrong(id) => {
            if let Some(wrong) = model.book.incidents.get(id) {
                let contact = wrong.contact;
                show_person(model, contact, cx);
            }
        }
        Matter::Pace(contact) => show_person(model, contact, cx),
        Matter::NotTold(decision) => super::taken_back::go_on(model, decision, cx),
        Matter::PastLunch(id) => form::open(model, Subject::PastLunch(id), cx),
        Matter::Review(id) => form::open(model, Subject::Review(id), cx),
    }
}

/// Goes to a person.
pub(super) fn show_person(model: &mut Model, contact: ContactId, cx: &Context) {
    go(model, Screen::Contacts, cx);
    if !model.contacts.rows.select(contact) {
        shared::clear_filter(model, cx);
        model.contacts.rows.select(contact);
    }
    model.contacts.focus = Focus::Detail;
    model.contacts.scroll = 0;
}
