//! The mouse. It moves the cursor and opens what a key would open; it answers no question and changes nothing.

use crate::app::action::Action;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::{Command, Scope};
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::{LedgerLine, NetworkLine, RecordCursor};
use crate::app::pointer::{DOUBLE, Press, Target};
use crate::app::rows::Motion;
use crate::app::screen::{Focus, Screen};

/// How many rows a notch of the wheel is worth.
const NOTCH: usize = 3;

/// What a press does where the pointer is.
pub(super) fn press(
    model: &mut Model,
    press: Press,
    target: Option<Target>,
    cx: &Context,
) -> Vec<Effect> {
    let before = model.clicked.take();
    match press {
        Press::Down => wheel(model, target, Motion::Next, cx),
        Press::Up => wheel(model, target, Motion::Previous, cx),
        Press::Click => {
            let Some(target) = target.filter(|target| select(model, *target, cx)) else {
                return Vec::new();
            };
            let is_second =
                before.is_some_and(|(other, at)| other == target && cx.clock <= at + DOUBLE);
            if is_second && matches!(target, Target::Row(_) | Target::Entry(_)) {
                return super::react(model, Action::Do(Command::Open), cx);
            }
            model.clicked = Some((target, cx.clock));
        }
    }
    Vec::new()
}

/// Puts the cursor there; says whether there is something to put it on.
fn select(model: &mut Model, target: Target, cx: &Context) -> bool {
    match (target, &mut model.modal) {
        (Target::Item(at), Some(Modal::Menu(menu))) => menu.rows.select(at),
        (Target::Item(at), Some(Modal::Decision(sheet))) => sheet.go_to_way(at),
        (Target::Item(at), Some(Modal::Form(form))) => {
            super::form::go_to(form, at, &model.book, cx.today)
        }
        (Target::Item(_), _) | (_, Some(_)) => false,
        (Target::Tab(screen), None) => {
            leave_filter(model);
            super::go(model, screen, cx);
            true
        }
        (Target::Row(at), None) => {
            leave_filter(model);
            select_row(model, at)
        }
        (Target::Entry(at), None) => {
            model.set_focus(Focus::Detail);
            let key = model.review.entries.keys().get(at).copied();
            key.is_some_and(|key| model.review.entries.select(key))
        }
        (Target::Detail, None) => {
            leave_filter(model);
            model.set_focus(Focus::Detail);
            true
        }
        (Target::Side(side), None) => {
            model.lunch.side = side;
            true
        }
    }
}

/// What was typed into the filter stays, as with Enter.
fn leave_filter(model: &mut Model) {
    if let Some(filter) = model.filter_mut() {
        filter.is_open = false;
    }
}

fn select_row(model: &mut Model, at: usize) -> bool {
    model.set_focus(Focus::List);
    match model.screen {
        Screen::Today => {
            let key = model.today.rows.keys().get(at).copied();
            key.is_some_and(|key| model.today.rows.select(key))
        }
        Screen::Contacts => {
            let key = model.contacts.rows.keys().get(at).copied();
            model.contacts.record = RecordCursor::default();
            key.is_some_and(|key| model.contacts.rows.select(key))
        }
        Screen::Promises => {
            model.promises.scroll = 0;
            match model.promises.lines.get(at) {
                Some(LedgerLine::Row(row)) => model.promises.rows.select(*row),
                Some(LedgerLine::Heading(..)) | None => false,
            }
        }
        Screen::Network => {
            model.network.scroll = 0;
            match model.network.lines.get(at) {
                Some(NetworkLine::Row(row)) => model.network.rows.select(*row),
                Some(NetworkLine::Heading(..)) | None => false,
            }
        }
        Screen::Review => {
            let key = model.review.rows.keys().get(at).copied();
            let is_there = key.is_some_and(|key| model.review.rows.select(key));
            model.review.entries.to_top();
            model.review.put_entries();
            is_there
        }
        Screen::Lunch => {
            let key = model.lunch.ahead.keys().get(at).copied();
            key.is_some_and(|key| model.lunch.ahead.select(key))
        }
        Screen::Choices => {
            model.choices.back_to_top();
            let key = model.choices.rows.keys().get(at).copied();
            key.is_some_and(|key| model.choices.rows.select(key))
        }
    }
}

/// Scrolls what lies under the pointer; what lies over the screen, wherever the pointer is.
fn wheel(model: &mut Model, target: Option<Target>, motion: Motion, cx: &Context) {
    let focus = match (model.scope(), target) {
        (
            Scope::Help
            | Scope::Why
            | Scope::Brief
            | Scope::Values
            | Scope::Menu
            | Scope::Decision
            | Scope::Draft
            | Scope::Duplicates
            | Scope::SideBySide,
            _,
        ) => None,
        (Scope::Lunch, _) => {
            let lines = cx.detail_reach + 1;
            for _ in 0..NOTCH {
                model.lunch.scroll = motion.from(model.lunch.scroll, lines, cx.page);
            }
            return;
        }
        (Scope::Contacts, Some(Target::Detail)) => {
            let mut top = cx.detail_top;
            for _ in 0..NOTCH {
                top = motion.from(top, cx.detail_reach + 1, cx.page);
            }
            model.contacts.record.scroll = Some(top);
            return;
        }
        (scope, Some(Target::Detail | Target::Entry(_))) if scope.is_list() => Some(Focus::Detail),
        (scope, Some(Target::Row(_))) if scope.is_list() => Some(Focus::List),
        _ => return,
    };
    let before = model.focus();
    if let Some(focus) = focus {
        model.set_focus(focus);
    }
    let notches = if model.scope() == Scope::Menu {
        1
    } else {
        NOTCH
    };
    for _ in 0..notches {
        super::perform(model, Command::Move(motion), cx);
    }
    model.set_focus(before);
}

impl Model {
    /// Which pane of the screen in sight has the keys.
    fn focus(&self) -> Focus {
        match self.screen {
            Screen::Contacts => self.contacts.focus,
            Screen::Promises => self.promises.focus,
            Screen::Choices => self.choices.focus,
            Screen::Network => self.network.focus,
            Screen::Review => self.review.focus,
            Screen::Today | Screen::Lunch => Focus::List,
        }
    }

    fn set_focus(&mut self, focus: Focus) {
        match self.screen {
            Screen::Contacts => self.contacts.focus = focus,
            Screen::Promises => self.promises.focus = focus,
            Screen::Choices => self.choices.focus = focus,
            Screen::Network => self.network.focus = focus,
            Screen::Review if self.review.entries.selected().is_none() => {}
            Screen::Review => self.review.focus = focus,
            Screen::Today | Screen::Lunch => {}
        }
    }
}
