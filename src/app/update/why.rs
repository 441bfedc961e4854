//! Why it stands so with a person: opened from every list of people and of what is owed to them, read, closed.

use super::in_hand;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::WhySheet;

/// Opens it for the person whom the row under the cursor is about.
pub(super) fn open(model: &mut Model, cx: &Context) {
    match model.person_in_hand() {
        Some(id) => model.modal = Some(Modal::Why(WhySheet::new(id))),
        None => in_hand::nobody(model, cx),
    }
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match (command, &mut model.modal) {
        (Command::Move(motion), Some(Modal::Why(sheet))) => {
            sheet.scroll = motion.from(sheet.scroll, cx.detail_reach + 1, cx.page);
        }
        (Command::Cancel, _) => model.modal = None,
        _ => {}
    }
    Vec::new()
}
