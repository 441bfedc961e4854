//! The line that becomes a record.

use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::CaptureLine;
use crate::app::typing::{paste_into, type_into};
use crate::domain::capture::keep;
use crate::domain::sentences;

/// Opens the line.
pub(super) fn open(model: &mut Model) {
    model.modal = Some(Modal::Capture(CaptureLine::default()));
}

/// A command while the line is typed.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Capture(line)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::NextField => line.pick = line.pick.wrapping_add(1),
        Command::Cancel => super::shared::close(model),
        Command::Enter => return finish(model, cx),
        _ => {}
    }
    Vec::new()
}

/// A key typed into the line. Another name may mean other people, the likeliest of them first again.
pub(super) fn type_key(line: &mut CaptureLine, chord: Chord) {
    if type_into(&mut line.input, chord) {
        line.pick = 0;
    }
}

/// Text pasted into the line.
pub(super) fn paste(line: &mut CaptureLine, text: &str) {
    paste_into(&mut line.input, text);
    line.pick = 0;
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
    let Ok(line) = typed.read(model, cx.today) else {
        return Vec::new();
    };
    model.modal = None;
    let label = sentences::capture::says(&line, &model.book, cx.today);
    let label = label.trim_end_matches('.').to_owned();
    model.edit(label, cx, |book| keep(&line, book, cx.today, &cx.ids))
}
