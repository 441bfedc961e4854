//! Questions with a few answers.

use super::{after_lunch, form, saving, taken_back};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::Choice;
use crate::app::status::{Leaving, Saving};
use crate::domain::invite::{Invite, MoveOk, Reply};
use crate::domain::promise::Step;
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
            model.modal = behind.map(|behind| *behind);
            Vec::new()
        }
        Choice::Discard => {
            model.notify("Dropped", cx);
            Vec::new()
        }
        Choice::DiscardAndLeave => saving::quit(model),
        Choice::SaveAgain => {
            model.modal = behind.map(|behind| *behind);
            model.saving = Saving::Writing;
            vec![Effect::Save(model.book.clone())]
        }
        Choice::LeaveUnsaved => {
            model.leaving = Leaving::Now;
            Vec::new()
        }
        Choice::Open(subject) => {
            form::open(model, subject, cx);
            Vec::new()
        }
        Choice::Tell(id) => {
            super::draft::open(model, id, cx);
            Vec::new()
        }
        Choice::ToldInTime(id) => taken_back::told(model, id, cx),
        Choice::NotInTime(id) => {
            model.modal = taken_back::ask_cost(model, id).map(Modal::Menu);
            Vec::new()
        }
        Choice::BrokeWord(id, severity) => taken_back::broke_word(model, id, severity, cx),
        Choice::KeptAtLunch(lunch, promise) => after_lunch::kept(model, lunch, promise, cx),
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
        Choice::Heard(id, strength) => {
            let text = before.promises.get(id).map_or("", |promise| &promise.text);
            let mut after = before.clone();
            after
                .promises
                .change(id, |promise| promise.heard = Some((strength, cx.today)));
            (format!("checked what they heard: {text}"), after)
        }
        Choice::MadeRight(id) => {
            let mut after = before.clone();
            let promise = before.promises.get(id);
            let text = promise.map_or("", |promise| &promise.text);
            if let Some(Ok(promise)) =
                promise.map(|promise| promise.after(Step::MakeRight, cx.today))
            {
                after.promises.put(promise);
            }
            (format!("made right: {text}"), after)
        }
        Choice::WrongMadeRight(id) => {
            let mut after = before.clone();
            after
                .incidents
                .change(id, |wrong| wrong.made_right = Some(cx.today));
            ("made right".to_owned(), after)
        }
        Choice::Reply(id, reply) => {
            let mut after = before.clone();
            after.invites.change(id, |invite| answer(invite, reply));
            ("answered an invite".to_owned(), after)
        }
        Choice::MoveOk(id, ok) => {
            let mut after = before.clone();
            after.invites.change(id, |invite| invite.move_ok = ok);
            ("noted what they said about another day".to_owned(), after)
        }
        Choice::Open(_)
        | Choice::Tell(_)
        | Choice::ToldInTime(_)
        | Choice::NotInTime(_)
        | Choice::BrokeWord(..)
        | Choice::KeptAtLunch(..)
        | Choice::Stay
        | Choice::Discard
        | Choice::DiscardAndLeave
        | Choice::SaveAgain
        | Choice::LeaveUnsaved => {
            return Vec::new();
        }
    };
    model.edit(label, cx, |book| *book = after)
}

/// An answer to an invite; a new yes binds, whatever stood before.
fn answer(invite: &mut Invite, reply: Reply) {
    invite.reply = reply;
    invite.heard_yes = None;
    invite.yes_void = false;
    invite.asked_to_move = None;
    if reply == Reply::Accepted {
        invite.move_ok = MoveOk::Unknown;
    }
}
