//! A warm way to somebody, or somebody who can help with a topic, while it is looked for.

use tui_input::Input;

use super::today;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::ReachSheet;

/// Opens the sheet, with what was said already.
pub(super) fn open(model: &mut Model, command: Command, said: &str, cx: &Context) {
    let mut sheet = match command {
        Command::HelpWith => ReachSheet::for_help(said),
        _ => ReachSheet::to_somebody(said),
    };
    sheet.look(&model.book, &model.derived.relationships, cx.today);
    model.modal = Some(Modal::Reach(Box::new(sheet)));
}

/// A command while something is looked for.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Reach(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => sheet.rows.step(motion, cx.page),
        Command::Enter => {
            if let Some(person) = sheet.person() {
                model.modal = None;
                today::show_person(model, person, cx);
            }
        }
        _ => model.modal = None,
    }
    Vec::new()
}

/// What was typed or pasted changed the line: looks again.
pub(super) fn look(model: &mut Model, cx: &Context, changes: impl FnOnce(&mut Input) -> bool) {
    if let Some(Modal::Reach(sheet)) = &mut model.modal
        && changes(&mut sheet.input)
    {
        sheet.look(&model.book, &model.derived.relationships, cx.today);
    }
}
