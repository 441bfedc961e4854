//! The line that becomes a record.

use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::derived::Derived;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::CaptureLine;
use crate::app::typing::{paste_into, type_into};
use crate::domain::Book;
use crate::domain::capture::{Known, keep};
use crate::domain::sentences;

/// Opens the line.
pub(super) fn open(model: &mut Model, cx: &Context) {
    model.modal = Some(Modal::Capture(CaptureLine::new(known(
        &model.book,
        &model.derived,
        cx,
    ))));
}

/// What a line is read against.
fn known<'a>(book: &'a Book, derived: &'a Derived, cx: &Context) -> Known<'a> {
    Known {
        book,
        relationships: &derived.relationships,
        today: cx.today,
    }
}

/// Reads the line again, after it changed or the day did.
pub(super) fn read_again(model: &mut Model, cx: &Context) {
    if let Some(Modal::Capture(line)) = &mut model.modal {
        line.read_again(known(&model.book, &model.derived, cx));
    }
}

/// A command while the line is typed.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Capture(line)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::NextField => {
            line.pick = line.pick.wrapping_add(1);
            read_again(model, cx);
        }
        Command::Cancel => super::shared::close(model),
        Command::Enter => return finish(model, cx),
        _ => {}
    }
    Vec::new()
}

/// A key typed into the line. Another name may mean other people, the likeliest of them first again.
pub(super) fn type_key(model: &mut Model, chord: Chord, cx: &Context) {
    if let Some(Modal::Capture(line)) = &mut model.modal
        && type_into(&mut line.input, chord)
    {
        line.pick = 0;
        read_again(model, cx);
    }
}

/// Text pasted into the line.
pub(super) fn paste(model: &mut Model, text: &str, cx: &Context) {
    if let Some(Modal::Capture(line)) = &mut model.modal {
        paste_into(&mut line.input, text);
        line.pick = 0;
        read_again(model, cx);
    }
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
    model.modal = None;
    let label = sentences::capture::label(&line, &model.book, cx.today);
    model.edit(label, cx, |book| keep(&line, book, cx.today, &cx.ids))
}
