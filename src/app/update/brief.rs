//! The brief before a meeting: opened from every row that is about a person, read, copied or written to a file, closed.

use super::in_hand;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::BriefSheet;
use crate::domain::brief::Brief;
use crate::domain::contact::ContactId;
use crate::domain::sentences::brief::page;

/// Opens it for the person whom the row under the cursor is about, or the one in focus of two lunches.
pub(super) fn open(model: &mut Model, cx: &Context) {
    match model.person_in_sight() {
        Some(id) => model.modal = Some(Modal::Brief(BriefSheet::new(id))),
        None => in_hand::nobody(model, cx),
    }
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Brief(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    let contact = sheet.contact;
    match command {
        Command::Move(motion) => {
            sheet.scroll = motion.from(sheet.scroll, cx.detail_reach + 1, cx.page);
        }
        Command::Copy => {
            let text = text(model, contact, cx);
            model.notify("Sent to the terminal's clipboard", cx);
            return text
                .map(|(_, text)| Effect::Copy(text))
                .into_iter()
                .collect();
        }
        // Of the demo nothing is kept, and no file either.
        Command::ToFile if model.origin.demo => {
            model.notify(
                "The demo keeps nothing, and writes no file: y copies it",
                cx,
            );
        }
        Command::ToFile => {
            let file = text(model, contact, cx);
            let file = file.map(|(about, text)| Effect::WriteBrief { about, text });
            return file.into_iter().collect();
        }
        _ => model.modal = None,
    }
    Vec::new()
}

/// The name of the person and all that it says, as Markdown.
fn text(model: &Model, contact: ContactId, cx: &Context) -> Option<(String, String)> {
    let contact = model.book.contacts.get(contact)?;
    let between = &model.derived.relationships;
    let brief = Brief::of(&model.book, between, contact, cx.today);
    let text = page(&brief, &model.book, cx.today);
    Some((contact.name.clone(), text))
}
