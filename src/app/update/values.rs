//! Choosing between two values: the one in front stands, the other goes, in one step that can be taken back.

use super::saving;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::ValuesSheet;
use crate::domain::merge::{Side, resolve};
use crate::domain::sentences::unresolved::about;

/// Shows the first field that has two values.
pub(super) fn open(model: &mut Model) {
    model.modal = Some(Modal::Values(ValuesSheet::first()));
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Values(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Left if sheet.side == Side::Both => sheet.side = Side::Theirs,
        Command::Left => sheet.side = Side::Ours,
        Command::Right if sheet.side == Side::Ours => sheet.side = Side::Theirs,
        Command::Right if sheet.takes_both(&model.book) => sheet.side = Side::Both,
        Command::NextItem => *sheet = sheet.step(&model.book, true),
        Command::PreviousItem => *sheet = sheet.step(&model.book, false),
        Command::Move(motion) => {
            sheet.scroll = motion.from(sheet.scroll, cx.detail_reach + 1, cx.page);
        }
        Command::Enter => {
            let sheet = *sheet;
            return choose(model, sheet, cx);
        }
        Command::Undo => return saving::undo(model, cx),
        Command::Redo => return saving::redo(model, cx),
        Command::Right => {}
        _ => model.modal = None,
    }
    Vec::new()
}

/// Lets the value in front stand, and goes on to the next field.
fn choose(model: &mut Model, sheet: ValuesSheet, cx: &Context) -> Vec<Effect> {
    let Some(open) = sheet.open(&model.book).cloned() else {
        model.modal = None;
        return Vec::new();
    };
    let Some(after) = resolve(&model.book, &open, sheet.side) else {
        model.notify(
            "The other value no longer fits its record: ← and Enter keep what stands",
            cx,
        );
        return Vec::new();
    };
    let done = match sheet.side {
        Side::Ours => "kept what stood",
        Side::Theirs => "took the other value",
        Side::Both => "kept both",
    };
    let label = format!("{done}: {}", about(&model.book, &open, cx.today));
    let effects = model.edit(label, cx, |book| *book = after);
    let is_done = model.book.unresolved.is_empty();
    model.modal = (!is_done).then(|| Modal::Values(sheet.afresh(&model.book)));
    effects
}
