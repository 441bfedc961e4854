//! The answers about two invites.

use crate::app::chord::{Chord, Key};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Answers, Question, TypedDay};
use crate::app::typing::{paste_into, type_into};
use crate::domain::comparison::Side;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Answers(answers)) = &mut model.modal else {
        return Vec::new();
    };
    if answers.day.is_some() {
        match command {
            Command::Enter => {
                answers.take_day(&model.book, cx.today);
            }
            Command::Cancel => answers.day = None,
            _ => {}
        }
        return Vec::new();
    }
    match command {
        Command::Rate(number) => answers.rate(number),
        Command::Unsure => answers.unsure(),
        Command::Left => answers.side = Side::A,
        Command::Right => answers.side = answers.side.other(),
        Command::NextField => {
            answers.step(true);
        }
        Command::PreviousField => {
            answers.step(false);
        }
        Command::EnterDay => {
            answers.question = Question::NextChance;
            answers.day = Some(TypedDay::default());
        }
        Command::MoreQuestions => answers.more = !answers.more,
        Command::Harm => answers.harm(),
        Command::Enter if !answers.pick(&model.book) && !answers.step(true) => {
            return keep(model, cx);
        }
        Command::Done => return keep(model, cx),
        Command::Cancel => super::shared::close(model),
        _ => {}
    }
    Vec::new()
}

/// A key typed into the date.
pub(super) fn type_day(answers: &mut Answers, chord: Chord) {
    let Some(typed) = &mut answers.day else {
        return;
    };
    typed.problem = None;
    if !matches!(chord.key, Key::Up | Key::Down) {
        type_into(&mut typed.input, chord);
    }
}

/// Text pasted into the date.
pub(super) fn paste_day(answers: &mut Answers, text: &str) {
    if let Some(typed) = &mut answers.day {
        typed.problem = None;
        paste_into(&mut typed.input, text);
    }
}

fn keep(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Answers(answers)) = model.modal.take() else {
        return Vec::new();
    };
    let pair = answers.pair;
    let effects = model.edit("answered what the lunches mean to them", cx, |book| {
        for side in [Side::A, Side::B] {
            let kept = answers.kept(side);
            book.invites
                .change(pair.invite(side), |invite| invite.assessment = kept);
        }
    });
    model.lunch.weigh(&model.book, &model.derived, cx.today);
    effects
}
