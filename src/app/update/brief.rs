//! The brief before a meeting: opened from every row that is about a person, read, copied or written to a file, closed.

use super::in_hand;
use super::page::{self, Page};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{BriefSheet, Choice, Item, Menu};
use crate::domain::brief::Brief;
use crate::domain::contact::ContactId;
use crate::domain::sentences::brief as say;
use crate::domain::sentences::name;

/// Opens it for the person whom the row under the cursor is about, or the one in focus of two lunches. Where the row is
/// about two it asks which.
pub(super) fn open(model: &mut Model, cx: &Context) {
    match model.people_in_sight().as_slice() {
        [] => in_hand::nobody(model, cx),
        [one] => show(model, *one),
        several => model.modal = Some(Modal::Menu(ask_whom(model, several))),
    }
}

/// Opens it for a person.
pub(super) fn show(model: &mut Model, contact: ContactId) {
    model.modal = Some(Modal::Brief(BriefSheet::new(contact)));
}

fn ask_whom(model: &Model, people: &[ContactId]) -> Menu {
    let items = people.iter().map(|id| {
        let contact = model.book.contacts.get(*id);
        let firm = contact.map_or("", |contact| &contact.organisation);
        Item::new(name(&model.book, *id), firm, Choice::Brief(*id))
    });
    Menu::new("Before you meet whom?", Vec::new(), items.collect())
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
        Command::Copy | Command::ToFile => {
            let page = page_about(model, contact, cx);
            return page.map_or_else(Vec::new, |page| page::take(model, command, page, cx));
        }
        _ => model.modal = None,
    }
    Vec::new()
}

/// All that it says.
fn page_about(model: &Model, contact: ContactId, cx: &Context) -> Option<Page> {
    let contact = model.book.contacts.get(contact)?;
    let between = &model.derived.relationships;
    let brief = Brief::of(&model.book, between, contact, cx.today);
    Some(Page {
        what: "brief",
        about: contact.name.clone(),
        text: say::page(&brief, &model.book, cx.today),
    })
}
