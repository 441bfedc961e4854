//! Messages to read and copy.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::rows::Motion;
use crate::app::sheet::DraftSheet;
use crate::domain::Book;
use crate::domain::conflict::Conflict;
use crate::domain::contact::ContactId;
use crate::domain::decision::{Chosen, DecisionId, Subject};
use crate::domain::messages;
use chrono::NaiveDate;

/// Shows the messages of a decision.
pub(super) fn open(model: &mut Model, id: DecisionId, cx: &Context) {
    let Some(decision) = model.book.decisions.get(id) else {
        return;
    };
    let messages = messages::for_decision(&model.book, decision, cx.today);
    if messages.is_empty() {
        model.notify("Nobody has to hear of this decision", cx);
    } else {
        model.modal = Some(Modal::Draft(DraftSheet::new(id, messages)));
    }
}

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Draft(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => {
            sheet.scroll = motion.from(sheet.scroll, cx.detail_reach + 1, cx.page);
        }
        Command::NextItem => turn(sheet, Motion::Next),
        Command::PreviousItem => turn(sheet, Motion::Previous),
        Command::Copy => {
            let text = sheet.message().map(|message| message.text.clone());
            model.notify("Sent to the terminal's clipboard", cx);
            return text.map(Effect::Copy).into_iter().collect();
        }
        Command::Told => {
            let Some(message) = sheet.message().cloned() else {
                return Vec::new();
            };
            let id = sheet.decision;
            model.modal = None;
            let label = format!("told {}", message.to);
            let effects = model.edit(label, cx, |book| told(book, id, message.contact, cx.today));
            if model
                .book
                .decisions
                .get(id)
                .is_some_and(|decision| decision.told.is_none())
            {
                open(model, id, cx);
            }
            return effects;
        }
        Command::Cancel => {
            model.modal = None;
            model.notify("Today keeps it until you have told them", cx);
        }
        _ => {}
    }
    Vec::new()
}

/// To the other message, from its beginning.
fn turn(sheet: &mut DraftSheet, motion: Motion) {
    sheet.rows.step(motion, sheet.messages.len());
    sheet.scroll = 0;
}

/// One of them knows; with the last one the decision is told. Who was asked whether it may move has been asked now.
pub(super) fn told(book: &mut Book, id: DecisionId, contact: ContactId, today: NaiveDate) {
    book.decisions
        .change(id, |decision| decision.told_to.push(contact));
    let Some(decision) = book.decisions.get(id).cloned() else {
        return;
    };
    if !messages::for_decision(book, &decision, today).is_empty() {
        return;
    }
    if let (Subject::Invites(a, b), Chosen::Moved { which, to: None }) =
        (decision.about, decision.chosen)
    {
        let asked = Conflict { a, b }.invite(which);
        book.invites
            .change(asked, |invite| invite.asked_to_move = Some(today));
    }
    book.decisions.change(id, |decision| {
        decision.told = Some(today);
        decision.told_to.clear();
    });
}
