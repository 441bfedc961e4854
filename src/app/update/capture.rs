//! The line that becomes records.

use super::inbox;
use super::newcomer::{self, Newcomer};
use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::derived::Derived;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::CaptureLine;
use crate::app::status::Saving;
use crate::app::typing::{paste_into, type_into};
use crate::domain::Book;
use crate::domain::capture::{Known, keep};
use crate::domain::sentences;

/// Opens the line.
pub(super) fn open(model: &mut Model, cx: &Context) {
    open_with(model, "", cx);
}

/// Opens the line with a text that was typed before.
pub(super) fn open_with(model: &mut Model, text: &str, cx: &Context) {
    let known = known(&model.book, &model.derived, model.event.as_deref(), cx);
    model.modal = Some(Modal::Capture(CaptureLine::with(text, known)));
}

/// Opens a line of the inbox, to be mended.
pub(super) fn open_to_mend(model: &mut Model, text: &str, mends: u32, cx: &Context) {
    let known = known(&model.book, &model.derived, model.event.as_deref(), cx);
    let mut line = CaptureLine::with(text, known);
    line.mends = Some((mends, text.to_owned()));
    model.modal = Some(Modal::Capture(line));
}

/// What a line is read against.
fn known<'a>(
    book: &'a Book,
    derived: &'a Derived,
    event: Option<&'a str>,
    cx: &Context,
) -> Known<'a> {
    Known {
        book,
        relationships: &derived.relationships,
        today: cx.today,
        event,
    }
}

/// Lets something happen to the line, with what it is read against.
fn on_line(model: &mut Model, cx: &Context, act: impl FnOnce(&mut CaptureLine, Known<'_>)) {
    if let Some(Modal::Capture(line)) = &mut model.modal {
        let known = known(&model.book, &model.derived, model.event.as_deref(), cx);
        act(line, known);
    }
}

/// Reads the line again, after it changed or the day did.
pub(super) fn read_again(model: &mut Model, cx: &Context) {
    on_line(model, cx, CaptureLine::read_again);
}

/// A command while the line is typed.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::NextField => on_line(model, cx, CaptureLine::finish_word),
        Command::Cancel => super::shared::close(model),
        Command::Enter => return finish(model, cx),
        _ => {}
    }
    Vec::new()
}

/// A key typed into the line.
pub(super) fn type_key(model: &mut Model, chord: Chord, cx: &Context) {
    on_line(model, cx, |line, known| {
        line.forget_tab();
        if type_into(&mut line.input, chord) {
            line.read_again(known);
        }
    });
}

/// Text pasted into the line.
pub(super) fn paste(model: &mut Model, text: &str, cx: &Context) {
    on_line(model, cx, |line, known| {
        line.forget_tab();
        paste_into(&mut line.input, text);
        line.read_again(known);
    });
}

fn finish(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Capture(typed)) = &model.modal else {
        return Vec::new();
    };
    if typed.input.value().trim().is_empty() {
        model.modal = None;
        return Vec::new();
    }
    // Why it cannot be read stands above the line already.
    let Ok(line) = typed.read.clone() else {
        return Vec::new();
    };
    let mends = typed.mends.as_ref().map(|(number, _)| *number);
    model.modal = None;
    line.event.apply(&mut model.event);
    if let Some(number) = mends {
        model.inbox.forget(number);
    }
    let mut effects = if line.facts.is_empty() {
        Vec::new()
    } else {
        let label = sentences::capture::label(&line, &model.book, cx.today);
        let before = model.book.clone();
        let effects = model.edit(label, cx, |book| keep(&line, book, cx.today, &cx.ids));
        newcomer::stand_on(model, Newcomer::since(&before, &model.book), cx);
        if effects.is_empty() && model.saving != Saving::NotKept {
            model.notify("Your book says that already: nothing changed", cx);
        }
        effects
    };
    if mends.is_some() {
        effects = inbox::gone(model, effects, cx);
    }
    // At an event one line follows the other; a line of the inbox stands alone.
    if model.event.is_some() && mends.is_none() {
        open(model, cx);
    }
    effects
}
