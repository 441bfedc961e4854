//! The lunches: two invites side by side.

use super::{form, relation, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::LunchPane;
use crate::app::rows::Motion;
use crate::app::screen::Screen;
use crate::app::sheet::{Answers, Choice, DecisionSheet, Item, Menu};
use crate::domain::comparison::{Guard, Line, Order, Side};
use crate::domain::conflict::{Conflict, untruth};
use crate::domain::dates::short;
use crate::domain::incident::Party;
use crate::domain::invite::{InviteId, MoveOk, Reply};
use crate::domain::sentences::load::before_a_yes;
use crate::domain::sentences::lunch::{Case, name, reply};
use crate::domain::sentences::{first_name, guest};

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match model.lunch.pair() {
        Some(pair) => compare(model, pair, command, cx),
        None => week(model, command, cx),
    }
}

/// Two lunches, one hour.
fn compare(model: &mut Model, pair: Conflict, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(motion) => step(model, motion, cx),
        Command::Left => model.lunch.side = Side::A,
        Command::Right => model.lunch.side = Side::B,
        Command::NextPane => model.lunch.side = model.lunch.side.other(),
        Command::NextItem => turn_to(model, Motion::Next, cx),
        Command::PreviousItem => turn_to(model, Motion::Previous, cx),
        Command::Figures => model.lunch.figures = !model.lunch.figures,
        Command::Back => model.lunch.figures = false,
        Command::Raise | Command::Lower if model.lunch.is_danger() => {
            model.notify("Where someone may come to harm nothing is weighed", cx);
        }
        Command::Raise => return reorder(model, Order::raised, cx),
        Command::Lower => return reorder(model, Order::lowered, cx),
        Command::Edit => {
            let answers = Answers::open(pair, model.lunch.side, &model.book);
            model.modal = answers.map(|answers| Modal::Answers(Box::new(answers)));
        }
        Command::Reply => {
            let invite = pair.invite(model.lunch.side);
            model.modal = ask_for_reply(model, invite, cx).map(Modal::Menu);
        }
        Command::Ending => {
            let invite = pair.invite(model.lunch.side);
            let menu = relation::ask_what_fell_through(model, &[invite], cx);
            model.modal = menu.map(Modal::Menu);
        }
        Command::Open => decide(model, pair, cx),
        Command::Write => write::about_pair(model, pair, cx),
        Command::Add => form::open(model, Subject::Invite(None), cx),
        Command::Remove => {
            let id = pair.invite(model.lunch.side);
            model.modal = ask_to_remove(model, id, cx).map(Modal::Menu);
        }
        _ => {}
    }
    Vec::new()
}

/// By the line; a page goes through what stands below them, where that is longer than its room.
fn step(model: &mut Model, motion: Motion, cx: &Context) {
    let is_page = matches!(
        motion,
        Motion::PageDown | Motion::PageUp | Motion::HalfPageDown | Motion::HalfPageUp
    );
    let pane = &mut model.lunch;
    if is_page {
        if cx.detail_reach > 0 {
            pane.scroll = motion.from(pane.scroll, cx.detail_reach + 1, cx.page);
        }
        return;
    }
    pane.scroll = 0;
    let lines = LunchPane::lines(&model.book);
    let at = lines.iter().position(|line| *line == pane.line);
    let to = motion.from(at.unwrap_or(0), lines.len(), lines.len());
    pane.line = lines.get(to).copied().unwrap_or(Line::Help);
}

/// The invites ahead, where none compete.
fn week(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Move(motion) => model.lunch.ahead.step(motion, cx.page),
        Command::Add => form::open(model, Subject::Invite(None), cx),
        Command::Write => {
            if let Some(id) = model.lunch.ahead.selected() {
                write::about_invite(model, id, cx);
            }
        }
        Command::PreviousItem | Command::Back if !model.lunch.pairs.keys().is_empty() => {
            model.lunch.shows_week = false;
            model.lunch.weigh(&model.book, &model.derived, cx.today);
        }
        Command::Reply => {
            if let Some(id) = model.lunch.ahead.selected() {
                model.modal = ask_for_reply(model, id, cx).map(Modal::Menu);
            }
        }
        Command::Ending => {
            if let Some(id) = model.lunch.ahead.selected() {
                let menu = relation::ask_what_fell_through(model, &[id], cx);
                model.modal = menu.map(Modal::Menu);
            }
        }
        Command::Edit | Command::Open => {
            if let Some(id) = model.lunch.ahead.selected() {
                form::open(model, Subject::Invite(Some(id)), cx);
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

/// To the next pair; past the last one stand all lunches ahead.
fn turn_to(model: &mut Model, motion: Motion, cx: &Context) {
    let before = model.lunch.pairs.at();
    model.lunch.pairs.step(motion, cx.page);
    if motion == Motion::Next && model.lunch.pairs.at() == before {
        model.lunch.shows_week = true;
    }
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
    let points = order.points().get(line);
    let label = format!(
        "\"{}\" now counts {points} of 42 points, for every pair",
        name(line)
    );
    model.edit(label, cx, |book| {
        std::sync::Arc::make_mut(&mut book.settings).order_of_lines = order;
    })
}

pub(super) fn decide(model: &mut Model, pair: Conflict, cx: &Context) {
    let (book, between) = (&model.book, &model.derived.relationships);
    let Some(case) = Case::of(book, between, pair, untruth(book, pair), cx.today) else {
        return;
    };
    let asks_first = case.asks_first();
    // Wherever one looked last, the way that is offered first leaves nobody in danger.
    let mut guards = case.verdict.guards.iter();
    let in_danger = guards.find(|note| note.guard == Guard::Safety);
    let side = in_danger.map_or(model.lunch.side, |note| note.speaks_for);
    let sheet = DecisionSheet::open(pair, (case.verdict, asks_first), side, book, cx.today);
    model.modal = sheet.map(|sheet| Modal::Decision(Box::new(sheet)));
}

/// Goes to the pair that an invite belongs to, where it does.
pub(super) fn show(model: &mut Model, invite: InviteId, cx: &Context) {
    super::go(model, Screen::Lunch, cx);
    let pair = model
        .derived
        .conflicts
        .iter()
        .find(|pair| pair.a == invite || pair.b == invite);
    model.lunch.shows_week = pair.is_none() && !model.lunch.pairs.keys().is_empty();
    if let Some(pair) = pair.copied() {
        model.lunch.pairs.select(pair);
        model.lunch.weigh(&model.book, &model.derived, cx.today);
    } else {
        model.lunch.ahead.select(invite);
    }
}

/// Goes to a pair.
pub(super) fn show_pair(model: &mut Model, pair: Conflict, cx: &Context) {
    super::go(model, Screen::Lunch, cx);
    model.lunch.shows_week = false;
    model.lunch.pairs.select(pair);
    model.lunch.weigh(&model.book, &model.derived, cx.today);
}

/// Which of two lunches a reply is about.
pub(super) fn ask_which(model: &Model, pair: Conflict) -> Menu {
    let items = [pair.a, pair.b].into_iter().filter_map(|id| {
        let invite = model.book.invites.get(id)?;
        let who = first_name(&model.book, *invite.with.first()?);
        let label = format!("The lunch with {who}");
        Some(Item::new(label, reply(invite), Choice::ReplyTo(id)))
    });
    Menu::new("Reply to which?", Vec::new(), items.collect())
}

/// The reply to an invite, mine or theirs, and what they said about another day.
pub(super) fn ask_for_reply(model: &Model, id: InviteId, cx: &Context) -> Option<Menu> {
    let invite = model.book.invites.get(id)?;
    let who = guest(&model.book, invite);
    let whose = match invite.host {
        Party::Them => "You say".to_owned(),
        Party::Me => format!("{who} says"),
    };
    let reply =
        |label: &str, reply| Item::new(format!("{whose} {label}"), "", Choice::Reply(id, reply));
    let items = vec![
        Item::new(
            format!("{who} says moving is fine"),
            "your word no longer holds the hour",
            Choice::MoveOk(id, MoveOk::TheySaidFine),
        ),
        Item::new(
            format!("{who} says moving is hard"),
            "",
            Choice::MoveOk(id, MoveOk::TheySaidHard),
        ),
        reply("yes", Reply::Accepted),
        reply("maybe", Reply::Tentative),
        reply("no", Reply::Declined),
        Item::new(
            "The whole invite",
            "day, place, way, and all answers",
            Choice::Open(Subject::Invite(Some(id))),
        ),
    ];
    // A yes of mine takes its hour from what is promised; theirs takes none.
    let text = match invite.host {
        Party::Them => vec![before_a_yes(&model.derived.load, cx.today)],
        Party::Me => Vec::new(),
    };
    let day = short(invite.day(), cx.today);
    Some(Menu::new(format!("Lunch with {who}, {day}"), text, items))
}

fn ask_to_remove(model: &Model, id: InviteId, cx: &Context) -> Option<Menu> {
    let invite = model.book.invites.get(id)?;
    let who = guest(&model.book, invite);
    let says_no =
        "Deleting says nothing to anyone. To say no, decide ({open}), or edit your reply.";
    let text = vec![model.keymap.fill(says_no), shared::comes_back(model)];
    let items = vec![
        Item::new(
            "Delete",
            "the invite and what was decided about it",
            Choice::DeleteInvite(id),
        ),
        Item::keep(),
    ];
    let day = short(invite.day(), cx.today);
    Some(Menu::new(
        format!("Remove the lunch with {who}, {day}?"),
        text,
        items,
    ))
}
