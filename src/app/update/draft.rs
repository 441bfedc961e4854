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
    let count = sheet.messages.len();
    match command {
        Command::Move(motion) => {
            sheet.scroll = motion.from(sheet.scroll, cx.detail_reach + 1, cx.page);
        }
        Command::NextItem => sheet.rows.step(Motion::Next, count),
        Command::PreviousItem => sheet.rows.step(Motion::Previous, count),
        Command::Copy => {
            let text = sheet.message().map(|message| message.text.clone());
            model.notify("Sent to the terminal's clipboard", cx);
            return text.map(Effect::Copy).into_iter().collect();
        }
        Command::Told if !sheet.tell() => {
            model.notify("Noted. This one is to be told too", cx);
        }
        Command::Told => {
            let id = sheet.decision;
            let names: Vec<&str> = sheet
                .messages
                .iter()
                .map(|message| message.to.as_str())
                .collect();
            let label = format!("told {}", names.join(" and "));
            model.modal = None;
            return model.edit(label, cx, |book| told(book, id, cx.today));
        }
        Command::Cancel => {
            model.modal = None;
            model.notify("Today keeps it until you have told them", cx);
        }
        _ => {}
    }
    Vec::new()
}

/// They know. Who was asked whether it may move has been asked now.
fn told(book: &mut Book, id: DecisionId, today: NaiveDate) {
    let Some(decision) = book.decisions.get(id).cloned() else {
        return;
    };
    if let (Subject::Invites(a, b), Chosen::Moved { which, to: None }) =
        (decision.about, decision.chosen)
    {
        let asked = Conflict { a, b }.invite(which);
        book.invites
            .change(asked, |invite| invite.asked_to_move = Some(today));
    }
    book.decisions
        .change(id, |decision| decision.told = Some(today));
}
