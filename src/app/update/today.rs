//! Today: each row leads to what it is about.

use super::{form, go, in_hand, relation, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::Filter;
use crate::app::screen::{Focus, Screen};
use crate::domain::agenda::Matter;
use crate::domain::contact::ContactId;
use crate::domain::query::List;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(motion) => model.today.rows.step(motion, cx.page),
        Command::Filter => shared::open_filter(model),
        Command::Back => shared::clear_filter(model, cx),
        Command::Open => open(model, cx),
        Command::Write => write::about_today(model, cx),
        Command::Add if model.book.contacts.is_empty() => {
            form::open(model, Subject::Contact(None), cx);
        }
        Command::Add => form::open(model, Subject::Promise(None), cx),
        _ => return on_row(model, command, cx),
    }
    Vec::new()
}

/// The keys that act on a record: where a row is about a promise or a person they mean what they mean everywhere.
fn on_row(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let menu = match (model.today.rows.selected(), command) {
        (Some(Matter::NotTold(decision)), Command::Told) => {
            super::taken_back::go_on(model, decision, cx);
            return Vec::new();
        }
        (Some(Matter::Wrong(id)), Command::Tick | Command::Ending) => {
            relation::ask_about_incident(model, id, cx)
        }
        (Some(Matter::PastLunch(id)), Command::Ending) => {
            relation::ask_what_fell_through(model, &[id], cx)
        }
        (Some(Matter::Harm(pair) | Matter::Clash(pair)), Command::Ending) => {
            relation::ask_what_fell_through(model, &[pair.a, pair.b], cx)
        }
        (Some(Matter::Pace(id)), Command::Ending) => relation::ask_what_else(model, id),
        (Some(_), Command::Edit) => {
            let text = "e sets the day right after Space: ⏎ goes to what this row is about";
            model.notify(text, cx);
            return Vec::new();
        }
        _ => return in_hand::act(model, command, cx),
    };
    model.modal = menu.map(Modal::Menu);
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
            model.show_promise(id, cx);
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
        Matter::TwoValues => super::values::open(model),
        Matter::Review(id) => form::open(model, Subject::Review(id), cx),
    }
}

/// Goes to a person.
pub(super) fn show_person(model: &mut Model, contact: ContactId, cx: &Context) {
    go(model, Screen::Contacts, cx);
    if !model.contacts.rows.select(contact) {
        shared::clear_filter(model, cx);
    }
    if !model.contacts.rows.select(contact) {
        // The archived stand in no list that does not ask for them.
        model.contacts.filter = Filter::typed("is:archived");
        model.refilter(List::People, cx);
        model.contacts.rows.select(contact);
    }
    model.contacts.focus = Focus::Detail;
    model.contacts.scroll = 0;
}
