//! The keys that act on a promise or on a person mean the same on Today, Contacts and Promises: here is found on which.

use super::{promise, relation};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::contact::ContactId;
use crate::domain::promise::{Promise, PromiseId};
use crate::domain::record::Entry;
use crate::domain::sentences::{first_name, promise::state};

/// Lets a key act on what is under the cursor.
pub(super) fn act(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Pace | Command::Later => of_person(model, command, cx),
        Command::Ending if model.screen == Screen::Contacts => {
            if let Some(done) = of_entry(model, cx) {
                return done;
            }
            if let Some(id) = model.contacts.rows.selected() {
                model.modal = relation::ask_what_else(model, id).map(Modal::Menu);
            }
            Vec::new()
        }
        _ if command.is_for_a_record() => of_promise(model, command, cx),
        _ => Vec::new(),
    }
}

/// How the entry under the cursor ended, where it is one that ends.
fn of_entry(model: &mut Model, cx: &Context) -> Option<Vec<Effect>> {
    let menu = match model.entry_under_cursor(cx.today)? {
        Entry::Open(id) | Entry::Ended(id) => {
            return Some(on_promise(model, id, Command::Ending, cx));
        }
        Entry::Incident(id) => relation::ask_about_incident(model, id, cx),
        Entry::Lunch(id) => relation::ask_what_fell_through(model, &[id], cx),
        _ => return None,
    };
    model.modal = menu.map(Modal::Menu);
    Some(Vec::new())
}

/// Lets a key act on a promise, whichever screen it was pressed on.
pub(super) fn on_promise(
    model: &mut Model,
    id: PromiseId,
    command: Command,
    cx: &Context,
) -> Vec<Effect> {
    match command {
        Command::Tick => promise::tick(model, id, cx),
        Command::Ending => {
            model.modal = promise::ask_how_it_ended(model, id, cx).map(Modal::Menu);
            Vec::new()
        }
        _ => promise::note(model, id, command, cx),
    }
}

fn of_promise(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let entry = model.entry_under_cursor(cx.today);
    let is_of_the_person = entry.is_none_or(Entry::is_of_the_person);
    let found = match (model.screen, model.contacts.rows.selected()) {
        (Screen::Contacts, Some(person)) if is_of_the_person => open_to(model, person),
        (Screen::Contacts, _) => entry.and_then(Entry::promise).into_iter().collect(),
        _ => model.promise_under_cursor().into_iter().collect(),
    };
    match found.as_slice() {
        [] => {
            if let Some(why) = why_none(model, command) {
                model.notify(why, cx);
            }
            Vec::new()
        }
        [one] => on_promise(model, *one, command, cx),
        several => {
            model.modal = Some(Modal::Menu(ask_which(model, several, command, cx)));
            Vec::new()
        }
    }
}

/// The promises of mine to a person that are open, the first due first.
fn open_to(model: &Model, person: ContactId) -> Vec<PromiseId> {
    let between = model.derived.relationships.with(person);
    let mut open: Vec<&Promise> = between.owed_by_me().map(AsRef::as_ref).collect();
    open.sort_by_key(|promise| promise.by_due());
    open.into_iter().map(|promise| promise.id).collect()
}

/// Why a key that is for a promise does nothing here; nothing where there is no row.
fn why_none(model: &Model, command: Command) -> Option<String> {
    match model.screen {
        Screen::Today => {
            model.today.rows.selected()?;
            let what = match command {
                Command::Tick => "Only a promise can be ticked",
                _ => "That is for a promise, and this row is about none",
            };
            let open = model.keymap.key(Command::Open);
            Some(format!("{what}: {open} goes to what this row is about"))
        }
        Screen::Contacts => {
            if model
                .entry_in_hand()
                .is_some_and(|entry| !entry.is_of_the_person())
            {
                return Some("The cursor stands on no promise".to_owned());
            }
            let who = first_name(&model.book, model.contacts.rows.selected()?);
            Some(format!("No promise of yours to {who} is open"))
        }
        Screen::Promises => {
            model.promises.rows.selected()?;
            Some("The cursor stands on no promise".to_owned())
        }
        Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => None,
    }
}

/// Which of several promises a key is about.
pub(super) fn ask_which(
    model: &Model,
    among: &[PromiseId],
    command: Command,
    cx: &Context,
) -> Menu {
    let promises = among.iter().filter_map(|id| model.book.promises.get(*id));
    let items = promises.map(|promise| {
        let note = state(promise, cx.today);
        Item::new(promise.text.clone(), note, Choice::Act(command, promise.id))
    });
    Menu::new("Which promise?", Vec::new(), items.collect())
}

/// Says why a key for a person does nothing to this row.
pub(super) fn nobody(model: &mut Model, cx: &Context) {
    if model.can(Command::Open) {
        model.notify(
            "That is for one person, and this row is about none or two",
            cx,
        );
    }
}

fn of_person(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(id) = model.person_in_hand() else {
        nobody(model, cx);
        return Vec::new();
    };
    let menu = match command {
        Command::Pace => relation::ask_for_pace(model, id),
        _ => relation::ask_for_later(model, id, cx),
    };
    model.modal = menu.map(Modal::Menu);
    Vec::new()
}
