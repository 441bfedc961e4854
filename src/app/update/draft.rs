//! Messages to read, change and hand on.

use super::page;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::rows::Motion;
use crate::app::sheet::DraftSheet;
use crate::domain::agenda::Matter;
use crate::domain::messages::{self, Purpose, mailto};
use crate::domain::sentences::counted;

/// Shows the messages of a purpose.
pub(super) fn open(model: &mut Model, purpose: Purpose, cx: &Context) {
    let messages = messages::drafts(&model.book, purpose, &model.templates, cx.today);
    if messages.is_empty() {
        let nobody = match purpose {
            Purpose::Decision(_) => "Nobody has to hear of this decision",
            _ => "There is nothing to write about this any more",
        };
        model.notify(nobody, cx);
    } else {
        model.modal = Some(Modal::Draft(Box::new(DraftSheet::new(purpose, messages))));
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
        Command::NextItem => sheet.turn(Motion::Next),
        Command::PreviousItem => sheet.turn(Motion::Previous),
        Command::Edit => sheet.write(),
        Command::Done => sheet.stop_writing(),
        Command::Editor => return super::edited::open(model, cx),
        Command::Write => another(model, cx),
        Command::Copy => return copy(model, cx),
        Command::Open => return mail(model, cx),
        // Of the demo nothing is kept, and no file either.
        Command::ToFile if model.origin.demo => {
            model.notify(page::NO_FILE, cx);
        }
        Command::ToFile => return to_file(model, cx),
        Command::Told => return told(model, cx),
        Command::Cancel => leave(model, cx),
        _ => {}
    }
    Vec::new()
}

/// How handing a message on ended. What stands elsewhere now is not lost with the sheet.
pub(super) fn handed(model: &mut Model, result: Result<String, String>, cx: &Context) {
    match result {
        Ok(sentence) => {
            if let Some(Modal::Draft(sheet)) = &mut model.modal {
                sheet.is_safe();
            }
            say_handed(model, sentence, cx);
        }
        Err(sentence) => model.warn(sentence, cx),
    }
}

/// Says that a message was handed on, and what of it only I can fill.
fn say_handed(model: &mut Model, sentence: String, cx: &Context) {
    let open = match &model.modal {
        Some(Modal::Draft(sheet)) => sheet.open_places(),
        _ => 0,
    };
    if open == 0 {
        model.notify(sentence, cx);
    } else {
        model.warn(format!("{sentence} · {}", still_open(open)), cx);
    }
}

fn still_open(places: usize) -> String {
    let are = if places == 1 { "is" } else { "are" };
    format!(
        "{} in [brackets] {are} still open",
        counted(places, "place")
    )
}

/// Asks once before a message is noted as sent in which places are open still; says whether it asked.
fn asks_about_open_places(model: &mut Model, cx: &Context) -> bool {
    let open = match &mut model.modal {
        Some(Modal::Draft(sheet)) => sheet.open_unsaid(),
        _ => 0,
    };
    if open > 0 {
        let key = model.keymap.key(Command::Told);
        let text = format!("{} · {key} again: sent all the same", still_open(open));
        model.warn(text, cx);
    }
    open > 0
}

fn copy(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Draft(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    let text = sheet.message().map(|message| message.text.clone());
    sheet.is_safe();
    say_handed(model, page::COPIED.to_owned(), cx);
    text.map(Effect::Copy).into_iter().collect()
}

fn mail(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Draft(sheet)) = &model.modal else {
        return Vec::new();
    };
    let Some(message) = sheet.message() else {
        return Vec::new();
    };
    if message.addresses.is_empty() {
        let sentence = format!("No mail address of {} is in the book: y copies", message.to);
        model.warn(sentence, cx);
        return Vec::new();
    }
    let address = mailto(&message.addresses, &message.subject, &message.text);
    vec![Effect::OpenMail(address)]
}

fn to_file(model: &Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Draft(sheet)) = &model.modal else {
        return Vec::new();
    };
    let file = sheet.message().map(|message| Effect::WriteFile {
        to: message.to.clone(),
        text: message.text.clone(),
        answers: messages::answer(&model.book, sheet.purpose, message.contact, cx.today)
            .map(|invite| Box::new(invite.clone())),
    });
    file.into_iter().collect()
}

/// Notes that the person has been told. The messages to others stay open. Where nothing is noted, what was written would
/// be gone with the sheet: then it asks.
fn told(model: &mut Model, cx: &Context) -> Vec<Effect> {
    if asks_about_open_places(model, cx) {
        return Vec::new();
    }
    if let Some(Modal::Draft(sheet)) = &model.modal
        && sheet.is_dirty()
        && !messages::changes_the_book(sheet.purpose)
    {
        super::shared::close(model);
        return Vec::new();
    }
    let Some(Modal::Draft(sheet)) = model.modal.take() else {
        return Vec::new();
    };
    let Some(message) = sheet.message().cloned() else {
        return Vec::new();
    };
    let purpose = sheet.purpose;
    let rest = sheet.without(message.contact);
    if !rest.messages.is_empty() {
        model.modal = Some(Modal::Draft(Box::new(rest)));
    }
    if !messages::changes_the_book(purpose) {
        let sentence = match purpose {
            Purpose::NewTerms(_) => {
                "Nothing changes before they agree; once they do, n notes the new terms"
            }
            _ => "Goodword keeps no note of this one",
        };
        model.notify(sentence, cx);
        return Vec::new();
    }
    if let Purpose::Introduction(id, step) = purpose {
        return super::network::sent(model, id, step, cx);
    }
    model.edit(format!("told {}", message.to), cx, |book| {
        messages::tell(book, purpose, message.contact, &message.text, cx.today);
    })
}

/// Another message to the same person; this one waits behind the choice.
fn another(model: &mut Model, cx: &Context) {
    let Some(Modal::Draft(sheet)) = &model.modal else {
        return;
    };
    if sheet.is_dirty() {
        model.notify(
            "You changed this one: copy it ({copy}), or leave it ({cancel}) first",
            cx,
        );
        return;
    }
    let Some(contact) = sheet.message().map(|message| message.contact) else {
        return;
    };
    let fitting = messages::about_person(&model.book, contact, cx.today);
    let mut menu = super::write::menu(model, &fitting, cx);
    menu.behind = model.modal.take().map(Box::new);
    model.modal = Some(Modal::Menu(menu));
}

fn leave(model: &mut Model, cx: &Context) {
    let Some(Modal::Draft(sheet)) = &model.modal else {
        return;
    };
    let is_kept = match sheet.purpose {
        Purpose::Decision(id) | Purpose::Choice(id) => {
            let mut asks = model.derived.agenda.iter();
            asks.any(|row| row.matter == Matter::NotTold(id))
        }
        _ => false,
    };
    super::shared::close(model);
    if is_kept && model.modal.is_none() {
        model.notify("Today keeps it until you have told them", cx);
    }
}
