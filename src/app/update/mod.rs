//! What each action does to the state, one file for each screen and each thing that lies over it.

mod after_lunch;
mod answers;
mod brief;
mod capture;
mod choices;
mod contacts;
mod copies;
mod decision;
mod draft;
mod duplicates;
mod edited;
mod find;
mod first;
mod foreign;
mod form;
mod import;
mod in_hand;
mod inbox;
mod later;
mod lunch;
mod marked;
mod menu;
mod network;
mod newcomer;
mod page;
mod palette;
mod pointer;
mod promise;
mod promises;
mod reach;
mod record;
mod relation;
mod review;
mod saving;
mod shared;
mod steps;
mod tags;
mod taken_back;
mod today;
mod typed;
mod unfinished;
mod values;
mod views;
mod why;
mod write;

use super::action::Action;
use super::chord::Chord;
use super::context::Context;
use super::effect::Effect;
use super::form::Subject;
use super::keymap::{Command, Meaning, Scope};
use super::modal::Modal;
use super::model::Model;
use super::screen::Screen;
use super::status::Leaving;
use crate::domain::query::List;

/// What a key means where the keys go now; `None` for a key that means nothing there.
#[must_use]
pub fn resolve(model: &Model, chord: Chord) -> Option<Action> {
    let scope = model.scope();
    match model.keymap.meaning(scope, model.prefix, chord) {
        Meaning::Command(command) => Some(Action::Do(command)),
        Meaning::Prefix => Some(Action::Prefix(chord)),
        Meaning::Nothing if scope.takes_text() => Some(Action::Type(chord)),
        // A key that follows the first of a pair and makes none with it means what it means alone.
        Meaning::Nothing => {
            model
                .prefix
                .and_then(|_| match model.keymap.meaning(scope, None, chord) {
                    Meaning::Command(command) => Some(Action::Do(command)),
                    Meaning::Prefix => Some(Action::Prefix(chord)),
                    Meaning::Nothing => None,
                })
        }
    }
}

/// Lets an action happen. Performs nothing: what is to be done in the world comes back.
pub fn update(model: &mut Model, action: Action, cx: &Context) -> Vec<Effect> {
    model.settle(cx);
    let was_down = model.veil.is_down();
    let was_private = model.modal.as_ref().is_some_and(Modal::keeps_private);
    let mut effects = react(model, action, cx);
    model.let_go(cx);
    model.refuse_under_veil(was_down, was_private, cx);
    if model.screen == Screen::Lunch {
        model.lunch.search(&model.book);
    }
    if matches!(model.modal, Some(Modal::Duplicates(_))) {
        model.twins.look(&model.book);
    } else if model.screen == Screen::Contacts {
        effects.extend(model.twins.seek(&model.book));
    }
    if model.screen == Screen::Network {
        model.look_at_network(cx);
    }
    if model.screen == Screen::Review {
        model.look_at_review(cx);
    }
    effects
}

fn react(model: &mut Model, action: Action, cx: &Context) -> Vec<Effect> {
    match action {
        Action::Prefix(chord) => {
            model.note_key(cx);
            model.prefix = Some(chord);
            Vec::new()
        }
        Action::Do(command) => {
            model.prefix = None;
            model.note_key(cx);
            stay(model);
            if model.scope().is_list() {
                model.learned.note(command);
            }
            perform(model, command, cx)
        }
        Action::Type(chord) => {
            model.note_key(cx);
            stay(model);
            typed::type_key(model, chord, cx);
            Vec::new()
        }
        Action::Paste(text) => {
            model.note_key(cx);
            stay(model);
            typed::paste(model, &text, cx);
            Vec::new()
        }
        Action::Point(press, target) => {
            (model.prefix, model.ticked) = (None, None);
            model.note_key(cx);
            stay(model);
            if model.is_covered() {
                return Vec::new();
            }
            pointer::press(model, press, target, cx)
        }
        Action::Saved(result) => saving::saved(model, result, cx),
        Action::Foreign(change) => {
            // It happened to the own book.
            first::leave(model, cx);
            let (base, theirs) = &*change;
            foreign::take_over(model, base, theirs, cx)
        }
        Action::Unreadable(trouble) => {
            model.trouble = trouble;
            Vec::new()
        }
        Action::Inbox(Ok(arrived)) => {
            // As above.
            first::leave(model, cx);
            inbox::take(model, arrived, cx)
        }
        Action::Inbox(Err(why)) => {
            model.warn(why, cx);
            Vec::new()
        }
        Action::PutAside(result) => {
            saving::put_aside(model, result, cx);
            Vec::new()
        }
        Action::Handed(result) => {
            draft::handed(model, result, cx);
            Vec::new()
        }
        Action::Demo(demo) => {
            first::look_around(model, demo.map(|book| *book), cx);
            Vec::new()
        }
        Action::DemoKept(result) => {
            first::kept(model, result, cx);
            Vec::new()
        }
        Action::LookingInto { .. } | Action::LookedInto { .. } | Action::Completed { .. } => {
            brought(model, action, cx);
            Vec::new()
        }
        Action::Edited(result) => {
            edited::take(model, result, cx);
            Vec::new()
        }
        Action::Twins(found) => {
            model.twins.take(*found);
            Vec::new()
        }
        Action::NewDay => {
            model.refresh(cx);
            capture::read_again(model, cx);
            Vec::new()
        }
        Action::Tick => {
            model.hide_when_idle(cx);
            if model
                .notice
                .as_ref()
                .is_some_and(|notice| notice.until <= cx.clock)
            {
                model.notice = None;
            }
            Vec::new()
        }
    }
}

/// What became of a file that brings people, or of its path.
fn brought(model: &mut Model, action: Action, cx: &Context) {
    match action {
        Action::LookingInto { path, progress } => import::looking_into(model, &path, progress),
        Action::LookedInto { path, result } => {
            import::looked_into(model, &path, result.map(|found| *found), cx);
        }
        Action::Completed { typed, path } => {
            palette::completed(model, &typed, &path);
            import::completed(model, &typed, path);
        }
        _ => {}
    }
}

/// Whoever goes on after asking to leave has thought better of it, unless the book was on disk before.
fn stay(model: &mut Model) {
    if model.leaving == Leaving::WhenSaved {
        model.leaving = Leaving::No;
    }
}

fn perform(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match command {
        Command::Quit => return saving::quit(model),
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::Hide => {
            model.toggle_veil(cx);
            return Vec::new();
        }
        Command::Help if model.scope() != Scope::Help => {
            shared::open_help(model);
            return Vec::new();
        }
        _ => {}
    }
    match model.scope() {
        Scope::Filter => shared::filter(model, command, cx),
        Scope::Help => shared::help(model, command, cx),
        Scope::Form => form::update(model, command, cx),
        Scope::Answers | Scope::AnswerDay => answers::update(model, command, cx),
        Scope::Decision | Scope::Reason => decision::update(model, command, cx),
        Scope::Draft | Scope::Writing => draft::update(model, command, cx),
        Scope::Menu => menu::update(model, command, cx),
        Scope::Line => capture::update(model, command, cx),
        Scope::Why => why::update(model, command, cx),
        Scope::Brief => brief::update(model, command, cx),
        Scope::Values => values::update(model, command, cx),
        Scope::Palette => palette::update(model, command, cx),
        Scope::Path | Scope::Found => import::update(model, command, cx),
        Scope::First => first::update(model, command, cx),
        Scope::Find => find::update(model, command, cx),
        Scope::Reach => reach::update(model, command, cx),
        Scope::Steps => steps::update(model, command, cx),
        Scope::Duplicates => duplicates::update(model, command, cx),
        Scope::SideBySide => duplicates::update_sides(model, command, cx),
        Scope::Tags => tags::update(model, command, cx),
        Scope::Views => views::update(model, command, cx),
        Scope::NameView => views::update_name(model, command, cx),
        Scope::Covered => Vec::new(),
        Scope::Today
        | Scope::Contacts
        | Scope::Promises
        | Scope::Lunch
        | Scope::Week
        | Scope::Choices
        | Scope::Network
        | Scope::Review => screen(model, command, cx),
    }
}

fn screen(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    if model.refuses_blind(command, cx) {
        return Vec::new();
    }
    match (command, model.ticked.take()) {
        (Command::Edit, Some(id)) => {
            form::open(model, Subject::DoneOn(id), cx);
            return Vec::new();
        }
        // Whatever came under the cursor meanwhile: these two are about what was just ticked.
        (Command::Tick | Command::Told, Some(id)) if model.marked() == 0 => {
            return in_hand::on_promise(model, id, command, cx);
        }
        // What the notice says of e held for one key.
        (_, Some(_)) => model.notice = None,
        (_, None) => {}
    }
    let just_filtered = std::mem::take(&mut model.just_filtered);
    if command == Command::NewTerms && just_filtered {
        shared::needs_no_n(model, cx);
        return Vec::new();
    }
    if let Some(effects) = marked::act(model, command, cx) {
        return effects;
    }
    match command {
        Command::NextMatch => shared::needs_no_n(model, cx),
        Command::Find => find::open(model),
        Command::Steps => steps::open(model),
        Command::Views => views::open(model),
        Command::Tags if model.is_some_row() || model.marked() > 0 => tags::open(model),
        Command::MarkRow => marked::mark_row(model, cx),
        Command::MarkAll => marked::mark_all(model, cx),
        _ if command.is_for_a_row() && !model.is_some_row() => {
            let why = model.why_not(command).unwrap_or("no row in sight");
            model.notify(
                format!("There is no row that this key could act on: {why}"),
                cx,
            );
        }
        Command::Go(screen) => go(model, screen, cx),
        Command::AddLine => capture::open(model, cx),
        Command::Palette => palette::open(model),
        Command::Import => return import::open(model, ""),
        Command::Duplicates => duplicates::open(model, cx),
        Command::Reach | Command::HelpWith => reach::open(model, command, "", cx),
        Command::KeepDemo | Command::LeaveDemo => first::ask(model, command),
        Command::Incident | Command::OwnLine | Command::Settle => {
            return relation::by_name(model, command, cx);
        }
        Command::Sort => shared::sort(model, cx),
        Command::Figures
            if !matches!(
                model.screen,
                Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review
            ) =>
        {
            why::open(model, cx);
        }
        Command::Brief => brief::open(model, cx),
        Command::Done => return saving::again(model, cx),
        Command::Undo => return saving::undo(model, cx),
        Command::Redo => return saving::redo(model, cx),
        _ => {
            return match model.screen {
                Screen::Today => today::update(model, command, cx),
                Screen::Contacts => contacts::update(model, command, cx),
                Screen::Promises => promises::update(model, command, cx),
                Screen::Lunch => lunch::update(model, command, cx),
                Screen::Choices => choices::update(model, command, cx),
                Screen::Network => network::update(model, command, cx),
                Screen::Review => review::update(model, command, cx),
            };
        }
    }
    Vec::new()
}

/// To another screen. What was kept in place on the one that is left goes where it belongs.
fn go(model: &mut Model, screen: Screen, cx: &Context) {
    if model.screen == Screen::Promises && screen != Screen::Promises {
        model.promises.unpin();
        model.refresh_list(List::Promises, cx);
    }
    model.screen = screen;
}
