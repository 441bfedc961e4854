//! Tags of this person, or of all that are marked.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::TagsLine;
use crate::domain::sentences::{name, people};
use crate::domain::tags::Tagging;

/// Opens the line.
pub(super) fn open(model: &mut Model) {
    let marked = model.contacts.marks.keys().to_vec();
    let about = if marked.is_empty() {
        model.contacts.rows.selected().into_iter().collect()
    } else {
        marked
    };
    model.modal = Some(Modal::Tags(TagsLine::new(about, &model.book)));
}

/// A command while the line is typed.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Tags(line)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::NextField => line.complete(),
        Command::Cancel => super::shared::close(model),
        Command::Enter => return finish(model, cx),
        _ => {}
    }
    Vec::new()
}

fn finish(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Tags(line)) = model.modal.take() else {
        return Vec::new();
    };
    let tagging = Tagging::read(line.input.value(), &model.book);
    if tagging.is_empty() {
        return Vec::new();
    }
    let who = match line.people.as_slice() {
        [one] => name(&model.book, *one).to_owned(),
        several => people(several.len()),
    };
    let label = format!("tagged {who}: {}", tagging.says());
    let effects = model.edit(label, cx, |book| tagging.apply(book, &line.people));
    if effects.is_empty() && model.notice.is_none() {
        model.notify("They had them already: nothing changed", cx);
    }
    effects
}
