//! Questions with a few answers.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::Choice;
use crate::app::status::{Leaving, Saving};
use crate::domain::removal::{without_contact, without_invite, without_promise};
use crate::domain::sentences::name;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Menu(menu)) = &mut model.modal else {
        return Vec::new();
    };
    let choice = match command {
        Command::Move(motion) => {
            menu.rows.step(motion, menu.items.len());
            return Vec::new();
        }
        Command::Enter => menu.choice(),
        _ => Choice::Stay,
    };
    let behind = menu.behind.take();
    model.modal = None;
    match choice {
        Choice::Stay => {
            model.modal = behind.map(Modal::Form);
            Vec::new()
        }
        Choice::Discard => {
            model.notify("Dropped", cx);
            Vec::new()
        }
        Choice::SaveAgain => {
            model.saving = Saving::Writing;
            vec![Effect::Save(model.book.clone())]
        }
        Choice::LeaveUnsaved => {
            model.leaving = Leaving::Now;
            Vec::new()
        }
        _ => change_book(model, choice, cx),
    }
}

fn change_book(model: &mut Model, choice: Choice, cx: &Context) -> Vec<Effect> {
    let before = &model.book;
    let (label, after) = match choice {
        Choice::Archive(id) | Choice::Unarchive(id) => {
            let archived = matches!(choice, Choice::Archive(_));
            let mut after = before.clone();
            after
                .contacts
                .change(id, |contact| contact.archived = archived);
            let done = if archived { "archived" } else { "brought back" };
            (format!("{done}: {}", name(before, id)), after)
        }
        Choice::DeleteContact(id) => {
            let (after, _) = without_contact(before, id);
            (format!("deleted: {}", name(before, id)), after)
        }
        Choice::DeletePromise(id) => {
            let text = before.promises.get(id).map_or("", |promise| &promise.text);
            (format!("deleted: {text}"), without_promise(before, id))
        }
        Choice::DeleteInvite(id) => ("deleted an invite".to_owned(), without_invite(before, id)),
        Choice::Stay | Choice::Discard | Choice::SaveAgain | Choice::LeaveUnsaved => {
            return Vec::new();
        }
    };
    model.edit(label, cx, |book| *book = after)
}
