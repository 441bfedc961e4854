//! The changes of this session: going back to one, or forth again, step by step and with one notice.

use super::{copies, saving};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::StepsSheet;
use crate::domain::sentences::counted;

/// Shows the changes.
pub(super) fn open(model: &mut Model) {
    model.modal = Some(Modal::Steps(StepsSheet::new(&model.history)));
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Steps(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => sheet.rows.step(motion, cx.page),
        Command::Enter => {
            let point = sheet.rows.selected();
            model.modal = None;
            return point.map_or_else(Vec::new, |point| go_to(model, point, cx));
        }
        _ => model.modal = None,
    }
    Vec::new()
}

/// Takes steps back, or does them again, until so many are done.
fn go_to(model: &mut Model, point: usize, cx: &Context) -> Vec<Effect> {
    let from = model.history.position();
    let mut left_alone = 0;
    while model.history.position() != point {
        let is_redo = model.history.position() < point;
        let step = if is_redo {
            model.history.redo(&mut model.book)
        } else {
            model.history.undo(&mut model.book)
        };
        let Some(step) = step else { break };
        copies::retraced(model, &step.label, is_redo);
        left_alone += step.left_alone;
    }
    let left = saving::left_alone(left_alone);
    let steps = counted(from.abs_diff(point), "step");
    let text = match point.cmp(&from) {
        std::cmp::Ordering::Equal => {
            model.notify("The book is there already", cx);
            return Vec::new();
        }
        std::cmp::Ordering::Less => format!(
            "undid {steps}{left} · {} leads back",
            model.keymap.key(Command::Steps)
        ),
        std::cmp::Ordering::Greater => format!(
            "again: {steps}{left} · {} undoes one",
            model.keymap.key(Command::Undo)
        ),
    };
    model.notify(text, cx);
    model.changed(cx)
}
