//! Letters and pasted text, to whatever takes them now.

use super::{answers, capture, find, import, palette, reach, shared};
use crate::app::chord::Chord;
use crate::app::context::Context;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::typing::{paste_into, type_into};

/// A key where letters go.
pub(super) fn type_key(model: &mut Model, chord: Chord, cx: &Context) {
    if model.is_covered() {
        return;
    }
    match &mut model.modal {
        Some(Modal::Form(form)) => form.type_key(chord, &model.book, cx),
        Some(Modal::Decision(sheet)) => sheet.type_key(chord),
        Some(Modal::Answers(answers)) => answers::type_day(answers, chord),
        Some(Modal::Capture(_)) => capture::type_key(model, chord, cx),
        Some(Modal::Palette(_)) => palette::type_key(model, chord),
        Some(Modal::Import(sheet)) => import::type_key(sheet, chord),
        Some(Modal::Draft(sheet)) => sheet.type_key(chord, cx.columns),
        Some(Modal::Find(_)) => find::look(model, |sheet| type_into(&mut sheet.input, chord)),
        Some(Modal::Reach(_)) => reach::look(model, cx, |input| type_into(input, chord)),
        Some(Modal::Tags(line)) => drop(type_into(&mut line.input, chord)),
        Some(Modal::NameView(named)) => drop(type_into(&mut named.input, chord)),
        Some(_) => {}
        None => shared::type_filter(model, chord, cx),
    }
}

/// A text that was pasted, where letters go.
pub(super) fn paste(model: &mut Model, text: &str, cx: &Context) {
    if model.is_covered() {
        return;
    }
    match &mut model.modal {
        Some(Modal::Form(form)) => form.paste(text, &model.book),
        Some(Modal::Decision(sheet)) => sheet.paste(text),
        Some(Modal::Answers(answers)) => answers::paste_day(answers, text),
        Some(Modal::Capture(_)) => capture::paste(model, text, cx),
        Some(Modal::Palette(_)) => palette::paste(model, text),
        Some(Modal::Import(sheet)) => import::paste(sheet, text),
        Some(Modal::Draft(sheet)) => sheet.paste(text),
        Some(Modal::Find(_)) => find::look(model, |sheet| {
            paste_into(&mut sheet.input, text);
            true
        }),
        Some(Modal::Reach(_)) => reach::look(model, cx, |input| {
            paste_into(input, text);
            true
        }),
        Some(Modal::Tags(line)) => paste_into(&mut line.input, text),
        Some(Modal::NameView(named)) => paste_into(&mut named.input, text),
        Some(_) => {}
        None => shared::paste_filter(model, text, cx),
    }
}
