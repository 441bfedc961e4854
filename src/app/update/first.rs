//! The first screen, and the demo that one can look around in.

use std::sync::Arc;

use super::{capture, import, screen};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::first::Beginning;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::own::Own;
use crate::app::screen::Screen;
use crate::app::sheet::{Choice, Item, Menu};
use crate::app::status::{Origin, Saving};
use crate::domain::Book;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match (command, model.first.selected()) {
        (Command::Move(motion), _) => model.first.step(motion, cx.page),
        (Command::Open, Some(Beginning::Line)) => capture::open(model, cx),
        (Command::Open, Some(Beginning::Import)) => return import::open(model, ""),
        (Command::Open, Some(Beginning::LookAround)) => return vec![Effect::LookAround],
        _ => return screen(model, command, cx),
    }
    Vec::new()
}

/// The demo is opened in the place of the own book, which waits.
pub(super) fn look_around(model: &mut Model, demo: Result<Book, String>, cx: &Context) {
    let demo = match demo {
        Ok(demo) if !model.origin.demo => demo,
        Ok(_) => return,
        Err(why) => return model.warn(format!("There is no demo: {why}"), cx),
    };
    let origin = Origin {
        path: String::new(),
        demo: true,
        clock_set: model.origin.clock_set,
    };
    model.own = Some(Box::new(Own {
        book: std::mem::replace(&mut model.book, demo),
        history: std::mem::take(&mut model.history),
        origin: std::mem::replace(&mut model.origin, origin),
        saving: std::mem::replace(&mut model.saving, Saving::NotKept),
    }));
    start_anew(model, cx);
    let text = "Nothing of this book is kept. {back} on Today leads back to yours";
    model.notify(text, cx);
}

/// Back to the own book. What was done in the demo is gone.
pub(super) fn leave(model: &mut Model, cx: &Context) {
    if let Some(own) = model.own.take() {
        model.book = own.book;
        model.history = own.history;
        model.origin = own.origin;
        model.saving = own.saving;
        start_anew(model, cx);
        model.notify("This is your own book again", cx);
    }
}

/// The demo becomes the own book: at once where that waits and is empty, else in a file of its own.
pub(super) fn keep(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(own) = model.own.take() else {
        return vec![Effect::KeepDemo(model.book.clone())];
    };
    model.origin = own.origin;
    model.saving = own.saving;
    model.notify("These invented people are your book from now on", cx);
    model.changed(cx)
}

/// Whether the demo could be kept, said after it was tried.
pub(super) fn kept(model: &mut Model, result: Result<String, String>, cx: &Context) {
    match result {
        Ok(path) => {
            let text = format!(
                "Kept as it stands, in {path}: goodword opens it; here nothing more is kept"
            );
            model.notify(text, cx);
        }
        Err(why) => model.warn(format!("Not kept: {why}"), cx),
    }
}

/// Asks before the demo is left or kept.
pub(super) fn ask(model: &mut Model, command: Command) {
    let keep = Item::new(
        "Keep it as your own book",
        "these invented people, and what you changed",
        Choice::KeepDemo,
    );
    let stay = Item::new("Stay", "look around a little more", Choice::Stay);
    let leave = Item::new(
        "Back to your own book",
        "what you did in the demo is gone",
        Choice::LeaveDemo,
    );
    let (title, items) = match command {
        Command::KeepDemo => ("Make the demo your own book?", vec![keep, stay]),
        _ => ("Leave the demo?", vec![leave, keep, stay]),
    };
    model.modal = Some(Modal::Menu(Menu::new(title, Vec::new(), items)));
}

/// Another book: every screen begins at its top.
fn start_anew(model: &mut Model, cx: &Context) {
    model.screen = Screen::Today;
    // Nothing on the screens follows from the book that was there.
    model.derived = Arc::default();
    model.modal = None;
    model.ticked = None;
    model.event = None;
    (model.today, model.contacts) = Default::default();
    (model.promises, model.lunch) = Default::default();
    model.refresh(cx);
}
