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
use super::pointer::{Press, Target};
use super::screen::Screen;
use super::status::Leaving;
use crate::domain::promise::PromiseId;
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
        }
        Action::Do(command) => return ask(model, command, cx),
        Action::Type(chord) => {
            go_on(model, cx);
            typed::type_key(model, chord, cx);
        }
        Action::Paste(text) => {
            go_on(model, cx);
            typed::paste(model, &text, cx);
        }
        Action::Point(press, target) => return point(model, press, target, cx),
        Action::Saved(result) => return saving::saved(model, result, cx),
        Action::Foreign(change) => {
            let (base, theirs) = &*change;
            return foreign::take_over(model, base, theirs, cx);
        }
        Action::Unreadable(trouble) => model.trouble = trouble,
        Action::Inbox(found) => return inbox::found(model, found, cx),
        Action::PutAside(result) => saving::put_aside(model, result, cx),
        Action::Handed(result) => draft::handed(model, result, cx),
        Action::Demo(demo) => first::look_around(model, demo.map(|book| *book), cx),
        Action::DemoKept(result) => first::kept(model, result, cx),
        Action::LookingInto { path, progress } => import::looking_into(model, &path, progress),
        Action::LookedInto { path, result } => {
            import::looked_into(model, &path, result.map(|found| *found), cx);
        }
        Action::Completed { typed, path } => {
            palette::completed(model, &typed, &path);
            import::completed(model, &typed, path);
        }
        Action::Edited(result) => edited::take(model, result, cx),
        Action::Twins(found) => model.twins.take(*found),
        Action::NewDay => {
            model.refresh(cx);
            capture::read_again(model, cx);
        }
        Action::Tick => {
            model.hide_when_idle(cx);
            model.let_notice_go(cx);
        }
    }
    Vec::new()
}

/// The user asked for something by a key or by its name.
fn ask(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    model.prefix = None;
    go_on(model, cx);
    if model.scope().is_list() {
        model.learned.note(command);
    }
    perform(model, command, cx)
}

fn point(model: &mut Model, press: Press, target: Option<Target>, cx: &Context) -> Vec<Effect> {
    (model.prefix, model.ticked) = (None, None);
    go_on(model, cx);
    if model.is_covered() {
        return Vec::new();
    }
    pointer::press(model, press, target, cx)
}

/// Whoever presses a key is there; whoever goes on after asking to leave has thought better of it, unless the book was on
/// disk before.
fn go_on(model: &mut Model, cx: &Context) {
    model.note_key(cx);
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

/// What a key does on a screen: to what was ticked or filtered just now, to what is marked, to the row under the cursor.
fn screen(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    if model.refuses_blind(command, cx) {
        return Vec::new();
    }
    if let Some(id) = model.ticked.take()
        && let Some(effects) = to_what_was_ticked(model, id, command, cx)
    {
        return effects;
    }
    let just_filtered = std::mem::take(&mut model.just_filtered);
    if command == Command::NewTerms && just_filtered {
        shared::needs_no_n(model, cx);
        return Vec::new();
    }
    if let Some(effects) = marked::act(model, command, cx) {
        return effects;
    }
    let is_for_the_marked = command == Command::Tags && model.marked() > 0;
    if command.is_for_a_row() && !model.is_some_row() && !is_for_the_marked {
        let why = model.why_not(command).unwrap_or("no row in sight");
        let text = format!("There is no row that this key could act on: {why}");
        model.notify(text, cx);
        return Vec::new();
    }
    on_every_screen(model, command, cx).unwrap_or_else(|| on_this_screen(model, command, cx))
}

/// Whatever came under the cursor meanwhile: right after a tick these keys are about what was ticked. `None` for others.
fn to_what_was_ticked(
    model: &mut Model,
    id: PromiseId,
    command: Command,
    cx: &Context,
) -> Option<Vec<Effect>> {
    match command {
        Command::Edit => {
            form::open(model, Subject::DoneOn(id), cx);
            Some(Vec::new())
        }
        Command::Tick | Command::Told if model.marked() == 0 => {
            Some(in_hand::on_promise(model, id, command, cx))
        }
        _ => {
            // What it says of e held for one key.
            model.notice = None;
            None
        }
    }
}

/// What a key does that means the same on every screen; `None` for one that is the screen's own.
fn on_every_screen(model: &mut Model, command: Command, cx: &Context) -> Option<Vec<Effect>> {
    match command {
        Command::NextMatch => shared::needs_no_n(model, cx),
        Command::Find => find::open(model),
        Command::Steps => steps::open(model),
        Command::Views => views::open(model),
        Command::Tags => tags::open(model),
        Command::MarkRow => marked::mark_row(model, cx),
        Command::MarkAll => marked::mark_all(model, cx),
        Command::Go(screen) => go(model, screen, cx),
        Command::AddLine => capture::open(model, cx),
        Command::Palette => palette::open(model),
        Command::Import => return Some(import::open(model, "")),
        Command::Duplicates => duplicates::open(model, cx),
        Command::Reach | Command::HelpWith => reach::open(model, command, "", cx),
        Command::KeepDemo | Command::LeaveDemo => first::ask(model, command),
        Command::Incident | Command::OwnLine | Command::Settle => {
            return Some(relation::by_name(model, command, cx));
        }
        Command::Sort => shared::sort(model, cx),
        Command::Figures if !has_figures(model.screen) => why::open(model, cx),
        Command::Brief => brief::open(model, cx),
        Command::Done => return Some(saving::again(model, cx)),
        Command::Undo => return Some(saving::undo(model, cx)),
        Command::Redo => return Some(saving::redo(model, cx)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Whether a screen shows figures of its own, in place of how it stands with a person.
const fn has_figures(screen: Screen) -> bool {
    matches!(
        screen,
        Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review
    )
}

fn on_this_screen(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    match model.screen {
        Screen::Today => today::update(model, command, cx),
        Screen::Contacts => contacts::update(model, command, cx),
        Screen::Promises => promises::update(model, command, cx),
        Screen::Lunch => lunch::update(model, command, cx),
        Screen::Choices => choices::update(model, command, cx),
        Screen::Network => network::update(model, command, cx),
        Screen::Review => review::update(model, command, cx),
    }
}

/// To another screen. What was kept in place on the one that is left goes where it belongs.
fn go(model: &mut Model, screen: Screen, cx: &Context) {
    if model.screen == Screen::Promises && screen != Screen::Promises {
        model.promises.unpin();
        model.refresh_list(List::Promises, cx);
    }
    model.screen = screen;
}
