//! Today: each row leads to what it is about.

use super::{first, form, go, in_hand, inbox, later, lunch, relation, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::{Filter, RecordCursor};
use crate::app::screen::{Focus, Screen};
use crate::domain::agenda::Matter;
use crate::domain::contact::ContactId;
use crate::domain::promise::PromiseId;
use crate::domain::query::List;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(motion) => model.today.rows.step(motion, cx.page),
        Command::Filter => shared::open_filter(model),
        Command::Back if model.own.is_some() && !model.today.filter.is_set() => {
            first::ask(model, Command::LeaveDemo);
        }
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
    let Some(matter) = model.today.rows.selected() else {
        return in_hand::act(model, command, cx);
    };
    match command {
        Command::Edit => edit(model, matter, cx),
        Command::Remove => remove(model, matter, cx),
        Command::Later => later::ask(model, matter, cx),
        Command::Reply => reply(model, matter, cx),
        Command::Tick if matter.promise().is_none() => done(model, matter, cx),
        Command::Told if matches!(matter, Matter::NotTold(_)) => open(model, cx),
        Command::Ending => return ending(model, matter, cx),
        _ => return in_hand::act(model, command, cx),
    }
    Vec::new()
}

/// Drops a line of the inbox. All else stands here for a record, and that is removed where it stands.
fn remove(model: &mut Model, matter: Matter, cx: &Context) {
    if let Matter::Inbox(number) = matter {
        inbox::ask(model, number);
        return;
    }
    let text = "Only a line of the inbox is dropped here: {open} goes to what this row is about";
    let text = model.keymap.fill(text);
    model.notify(text, cx);
}

/// Space: what this row asks for is done, where that is one thing.
fn done(model: &mut Model, matter: Matter, cx: &Context) {
    match matter {
        Matter::Pace(contact) => form::open(model, Subject::Talk(contact), cx),
        Matter::Wrong(id) => {
            model.modal = relation::ask_about_incident(model, id, cx).map(Modal::Menu);
        }
        Matter::NotAnswered(_) => reply(model, matter, cx),
        Matter::Harm(_) | Matter::Clash(_) => {
            model.notify(
                "Two lunches are not ticked but decided: {open} goes there",
                cx,
            );
        }
        Matter::Inbox(_) => model.notify("A line is mended, not ticked: {open} opens it", cx),
        _ => open(model, cx),
    }
}

/// Edits what the row is about; of two lunches the answers.
fn edit(model: &mut Model, matter: Matter, cx: &Context) {
    let subject = match matter {
        Matter::Harm(_) | Matter::Clash(_) => {
            open(model, cx);
            lunch::update(model, Command::Edit, cx);
            return;
        }
        Matter::NotAnswered(id) => Subject::Invite(Some(id)),
        Matter::Wrong(id) => Subject::KnownIncident(id),
        Matter::Pace(contact) => Subject::Contact(Some(contact)),
        Matter::NotTold(_)
        | Matter::TwoValues
        | Matter::PastLunch(_)
        | Matter::Review(_)
        | Matter::Inbox(_) => {
            open(model, cx);
            return;
        }
        Matter::Unheard(id)
        | Matter::Due(id)
        | Matter::HeardMore(id)
        | Matter::NotChecked(id)
        | Matter::BrokenPromise(id) => Subject::Promise(Some(id)),
    };
    form::open(model, subject, cx);
}

/// The reply to the lunch of the row, or to one of two.
fn reply(model: &mut Model, matter: Matter, cx: &Context) {
    let menu = match matter {
        Matter::NotAnswered(id) | Matter::PastLunch(id) => lunch::ask_for_reply(model, id, cx),
        Matter::Harm(pair) | Matter::Clash(pair) => Some(lunch::ask_which(model, pair)),
        _ => None,
    };
    match menu {
        Some(menu) => model.modal = Some(Modal::Menu(menu)),
        None => model.notify("That is for a lunch, and this row is about none", cx),
    }
}

fn ending(model: &mut Model, matter: Matter, cx: &Context) -> Vec<Effect> {
    let menu = match matter {
        Matter::Wrong(id) => relation::ask_about_incident(model, id, cx),
        Matter::PastLunch(id) | Matter::NotAnswered(id) => {
            relation::ask_what_fell_through(model, &[id], cx)
        }
        Matter::Harm(pair) | Matter::Clash(pair) => {
            relation::ask_what_fell_through(model, &[pair.a, pair.b], cx)
        }
        Matter::Pace(id) => relation::ask_what_else(model, id),
        _ => return in_hand::act(model, Command::Ending, cx),
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
            super::lunch::show_pair(model, pair, cx);
        }
        Matter::Unheard(id)
        | Matter::Due(id)
        | Matter::HeardMore(id)
        | Matter::NotChecked(id)
        | Matter::BrokenPromise(id) => {
            show_promise(model, id, cx);
        }
        Matter::Wrong(id) => {
            if let Some(wrong) = model.book.incidents.get(id) {
                let contact = wrong.contact;
                show_person(model, contact, cx);
            }
        }
        Matter::Pace(contact) => show_person(model, contact, cx),
        Matter::NotAnswered(id) => lunch::show(model, id, cx),
        Matter::NotTold(decision) => super::taken_back::go_on(model, decision, cx),
        Matter::PastLunch(id) => form::open(model, Subject::PastLunch(id), cx),
        Matter::TwoValues => super::values::open(model),
        Matter::Review(id) => form::open(model, Subject::Review(id), cx),
        Matter::Inbox(number) => inbox::open(model, number, cx),
    }
}

/// Goes to a promise.
pub(super) fn show_promise(model: &mut Model, id: PromiseId, cx: &Context) {
    go(model, Screen::Promises, cx);
    model.show_promise(id, cx);
    model.promises.focus = Focus::Detail;
    model.promises.scroll = 0;
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
    model.contacts.record = RecordCursor::default();
}
