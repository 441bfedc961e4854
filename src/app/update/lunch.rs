//! The lunches: two invites side by side.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::{Form, Subject};
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LunchPane;
use crate::app::rows::Motion;
use crate::app::screen::Screen;
use crate::app::sheet::{Answers, Choice, DecisionSheet, Item, Menu};
use crate::domain::comparison::Side;
use crate::domain::comparison::{Line, Order};
use crate::domain::conflict::Conflict;
use crate::domain::dates::short;
use crate::domain::decision::Subject as About;
use crate::domain::invite::InviteId;
use crate::domain::sentences::first_name;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match model.lunch.pairs.selected() {
        Some(pair) => compare(model, pair, command, cx),
        None => week(model, command, cx),
    }
}

/// Two lunches, one hour.
fn compare(model: &mut Model, pair: Conflict, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(
            Motion::PageDown | Motion::PageUp | Motion::HalfPageDown | Motion::HalfPageUp,
        ) if cx.detail_reach == 0 => {}
        Command::Move(
            motion
            @ (Motion::PageDown | Motion::PageUp | Motion::HalfPageDown | Motion::HalfPageUp),
        ) => {
            let lines = cx.detail_reach + 1;
            model.lunch.scroll = motion.from(model.lunch.scroll, lines, cx.page);
        }
        Command::Move(motion) => {
            model.lunch.scroll = 0;
            let lines = LunchPane::lines(&model.book);
            let at = lines
                .iter()
                .position(|line| *line == model.lunch.line)
                .unwrap_or(0);
            let to = motion.from(at, lines.len(), lines.len());
            model.lunch.line = lines.get(to).copied().unwrap_or(Line::Help);
        }
        Command::Left => model.lunch.side = Side::A,
        Command::Right => model.lunch.side = Side::B,
        Command::NextPane => model.lunch.side = model.lunch.side.other(),
        Command::NextItem => turn_to(model, Motion::Next, cx),
        Command::PreviousItem => turn_to(model, Motion::Previous, cx),
        Command::Figures => model.lunch.figures = !model.lunch.figures,
        Command::Back => model.lunch.figures = false,
        Command::Raise => return reorder(model, Order::raised, cx),
        Command::Lower => return reorder(model, Order::lowered, cx),
        Command::Edit => {
            let answers = Answers::open(
                pair,
                model.lunch.side,
                model.lunch.untruth(&model.book, pair),
                &model.book,
            );
            model.modal = answers.map(|answers| Modal::Answers(Box::new(answers)));
        }
        Command::Open => decide(model, pair, cx),
        Command::Write => {
            let of_pair = |id| id == pair.a || id == pair.b;
            write(model, |a, b| of_pair(a) || of_pair(b), cx);
        }
        Command::Add => open_form(model, None, cx),
        Command::Remove => {
            let id = pair.invite(model.lunch.side);
            model.modal = ask_to_remove(model, id, cx).map(Modal::Menu);
        }
        _ => {}
    }
    Vec::new()
}

/// The invites ahead, where none compete.
fn week(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(motion) => model.lunch.ahead.step(motion, cx.page),
        Command::Add => open_form(model, None, cx),
        Command::Write => {
            let invite = model.lunch.ahead.selected();
            write(model, |a, b| Some(a) == invite || Some(b) == invite, cx);
        }
        Command::Edit | Command::Open => {
            if let Some(id) = model.lunch.ahead.selected() {
                open_form(model, Some(id), cx);
            }
        }
        Command::Remove => {
            if let Some(id) = model.lunch.ahead.selected() {
                model.modal = ask_to_remove(model, id, cx).map(Modal::Menu);
            }
        }
        _ => {}
    }
    Vec::new()
}

fn turn_to(model: &mut Model, motion: Motion, cx: &Context) {
    model.lunch.pairs.step(motion, cx.page);
    model.lunch.side = Side::A;
    model.lunch.line = Line::Help;
    model.lunch.scroll = 0;
    model.lunch.weigh(&model.book, &model.derived, cx.today);
}

fn reorder(
    model: &mut Model,
    moved: impl Fn(&Order, Line) -> Option<Order>,
    cx: &Context,
) -> Vec<Effect> {
    let line = model.lunch.line;
    let Some(order) = moved(&model.book.settings.order_of_lines, line) else {
        model.notify("This line cannot go further", cx);
        return Vec::new();
    };
    model.edit("changed the order of the lines", cx, |book| {
        std::sync::Arc::make_mut(&mut book.settings).order_of_lines = order;
    })
}

fn decide(model: &mut Model, pair: Conflict, cx: &Context) {
    let Some(verdict) = model.lunch.verdict.clone() else {
        return;
    };
    let untruth = model.lunch.untruth(&model.book, pair);
    let sheet = DecisionSheet::open(
        pair,
        verdict,
        untruth,
        model.lunch.side,
        &model.book,
        cx.today,
    );
    model.modal = sheet.map(|sheet| Modal::Decision(Box::new(sheet)));
}

/// The message of the last decision about one of the invites meant.
fn write(model: &mut Model, meant: impl Fn(InviteId, InviteId) -> bool, cx: &Context) {
    let about = |subject: About| match subject {
        About::Invites(a, b) => meant(a, b),
        About::Options(_) => false,
    };
    let decisions = model.book.decisions.iter();
    let last = decisions
        .filter(|decision| about(decision.about))
        .max_by_key(|decision| (decision.on, decision.id));
    match last.map(|decision| decision.id) {
        Some(id) => super::draft::open(model, id, cx),
        None => model.notify("Decide first (⏎): the message follows from it", cx),
    }
}

/// Opens the form of an invite.
pub(super) fn open_form(model: &mut Model, id: Option<InviteId>, cx: &Context) {
    let form = Form::open(Subject::Invite(id), &model.book, cx);
    model.modal = Some(Modal::Form(Box::new(form)));
}

/// Goes to the pair that an invite belongs to, where it does.
pub(super) fn show(model: &mut Model, invite: InviteId, cx: &Context) {
    super::go(model, Screen::Lunch, cx);
    let pair = model
        .derived
        .conflicts
        .iter()
        .find(|pair| pair.a == invite || pair.b == invite);
    if let Some(pair) = pair.copied() {
        model.lunch.pairs.select(pair);
        model.lunch.weigh(&model.book, &model.derived, cx.today);
    } else {
        model.lunch.ahead.select(invite);
    }
}

fn ask_to_remove(model: &Model, id: InviteId, cx: &Context) -> Option<Menu> {
    let invite = model.book.invites.get(id)?;
    let who = invite
        .with
        .first()
        .map_or("nobody", |contact| first_name(&model.book, *contact));
    let text = vec![
        "Deleting says nothing to anyone. To say no, decide (⏎), or edit your answer.".to_owned(),
        "What is removed comes back with u, for as long as this program runs.".to_owned(),
    ];
    let items = vec![
        Item::new(
            "Delete",
            "the invite and what was decided about it",
            Choice::DeleteInvite(id),
        ),
        Item::new("Keep", "leave everything as it is", Choice::Stay),
    ];
    let day = short(invite.day(), cx.today);
    Some(Menu::new(
        format!("Remove the lunch with {who}, {day}?"),
        text,
        items,
    ))
}
