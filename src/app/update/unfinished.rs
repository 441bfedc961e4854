//! What nobody finished in an earlier session: gone on with, dropped, or left for another time.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Answers, Choice, DraftSheet, Item, Menu};
use crate::app::unfinished::{Letter, Unfinished, What};
use crate::domain::conflict::Conflict;
use crate::domain::dates::relative;
use crate::domain::messages::{Kind, Message, Purpose, drafts};

impl Model {
    /// Offers what was left. Where something else is asked already, it waits for the next start.
    pub fn offer_unfinished(&mut self, left: Unfinished, cx: &Context) {
        if self.modal.is_some() {
            return;
        }
        let when = relative(left.on, cx.today);
        let text = vec![format!(
            "{}, left {when} when the program was ended.",
            left.title
        )];
        let items = vec![
            Item::new("Go on", "everything you typed stands in it", Choice::Resume),
            Item::new("Drop it", "what was typed is gone", Choice::DropUnfinished),
            Item::new("Not now", "it is offered again", Choice::Stay),
        ];
        let menu = Menu::new(left.what.is_here(), text, items);
        self.unfinished = Some(left);
        self.modal = Some(Modal::Menu(menu));
    }

    /// What would be lost if the program ended now.
    #[must_use]
    pub fn typed(&self, cx: &Context) -> Option<Unfinished> {
        // What is typed in the demo is about nobody whom the own book knows.
        let modal = self
            .modal
            .as_ref()
            .filter(|_| self.own.is_none())?
            .beneath();
        if !modal.is_dirty() {
            return None;
        }
        let what = self.what(modal)?;
        let title = match modal {
            Modal::Form(form) => form.title.clone(),
            _ => what.title(&self.book),
        };
        Some(Unfinished {
            title,
            on: cx.today,
            about: what.people(&self.book),
            what,
        })
    }

    /// What stands in it, where it is of those that are kept.
    fn what(&self, modal: &Modal) -> Option<What> {
        let what = match modal {
            Modal::Form(form) => form.unfinished()?,
            Modal::Capture(line) => What::Line {
                text: line.input.value().to_owned(),
                event: self.event.clone(),
            },
            Modal::Draft(sheet) => What::Messages {
                purpose: sheet.purpose,
                texts: sheet.letters(),
            },
            Modal::Decision(sheet) => What::Decision {
                pair: sheet.pair,
                way: sheet.way().map(|way| way.done),
                reason: sheet.reason.value().to_owned(),
                look_back: sheet.look_back.value().to_owned(),
            },
            Modal::Answers(answers) => What::Answers {
                pair: answers.pair,
                a: Box::new(answers.a.clone()),
                b: Box::new(answers.b.clone()),
                side: answers.side,
                day: answers.day.as_ref().map(|day| day.input.to_string()),
            },
            _ => return None,
        };
        Some(what)
    }
}

pub(super) fn resume(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(left) = model.unfinished.take() else {
        return Vec::new();
    };
    open(model, left.what, cx);
    if !model.modal.as_ref().is_some_and(Modal::is_dirty) {
        model.modal = None;
        model.notify("What it was about is no longer in the book", cx);
        return Vec::new();
    }
    vec![Effect::ForgetUnfinished]
}

fn open(model: &mut Model, what: What, cx: &Context) {
    match what {
        What::Form { subject, typed } => {
            let form = Form::resume(subject, &typed, &model.book, cx);
            model.modal = Some(Modal::Form(Box::new(form)));
        }
        What::Line { text, event } => {
            model.event = event;
            super::capture::open_with(model, &text, cx);
        }
        What::Messages { purpose, texts } => {
            model.modal = messages(model, purpose, &texts, cx);
        }
        What::Decision {
            pair,
            way,
            reason,
            look_back,
        } => {
            if show(model, pair, cx) {
                super::lunch::decide(model, pair, cx);
            }
            if let Some(Modal::Decision(sheet)) = &mut model.modal {
                sheet.go_on(way, reason, look_back);
            }
        }
        What::Answers {
            pair,
            a,
            b,
            side,
            day,
        } => {
            let open = show(model, pair, cx).then(|| Answers::open(pair, side, &model.book));
            model.modal = open.flatten().map(|mut answers| {
                answers.go_on(*a, *b, day);
                Modal::Answers(Box::new(answers))
            });
        }
    }
}

/// Goes to a pair; says whether its two invites still compete.
fn show(model: &mut Model, pair: Conflict, cx: &Context) -> bool {
    let competes = model.derived.conflicts.contains(&pair);
    if competes {
        super::lunch::show_pair(model, pair, cx);
    }
    competes
}

/// The messages of a purpose with what was written in them. Where one of them has nobody to read it any more under this
/// purpose, they are messages about anything; to whom the book no longer knows, texts to copy.
fn messages(model: &Model, purpose: Purpose, texts: &[Letter], cx: &Context) -> Option<Modal> {
    let drafted = |purpose| drafts(&model.book, purpose, &model.templates, cx.today);
    let first = texts.first()?;
    let mut sheet = DraftSheet::new(purpose, drafted(purpose));
    let is_whole = texts.iter().all(|letter| {
        let mut messages = sheet.messages.iter();
        messages.any(|message| message.contact == letter.contact)
    });
    if !is_whole {
        let plain = texts.iter().map(|letter| {
            let mut note = drafted(Purpose::Note(letter.contact)).into_iter();
            note.next().unwrap_or_else(|| nobody(letter))
        });
        sheet = DraftSheet::new(Purpose::Note(first.contact), plain.collect());
    }
    sheet.go_on(texts);
    Some(Modal::Draft(Box::new(sheet)))
}

/// A message to somebody whom the book no longer has.
fn nobody(letter: &Letter) -> Message {
    Message {
        to: letter.to.clone(),
        contact: letter.contact,
        addresses: Vec::new(),
        kind: Kind::Note,
        subject: String::new(),
        text: String::new(),
        offers_days: false,
    }
}

pub(super) fn drop(model: &mut Model, cx: &Context) -> Vec<Effect> {
    model.unfinished = None;
    model.notify("Dropped", cx);
    vec![Effect::ForgetUnfinished]
}
