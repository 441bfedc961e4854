//! The choices for one person: list and sheet.

use super::{form, go, shared, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::{ChoicesPane, Part};
use crate::app::rows::Motion;
use crate::app::screen::{Focus, Screen};
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::options::{OptionSet, OptionSetId, Stage, View};
use crate::domain::sentences::first_name;
use crate::domain::sentences::options::{self as say, letter};
use crate::domain::tuning::TUNING;

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(set) = model.choices.selected(&model.book).cloned() else {
        empty(model, command, cx);
        return Vec::new();
    };
    let pane = &mut model.choices;
    let in_sheet = pane.focus == Focus::Detail;
    match command {
        Command::Move(motion) if in_sheet => step(pane, &set, motion, cx),
        Command::Move(motion) => to_another(pane, motion, cx),
        Command::NextItem => to_another(pane, Motion::Next, cx),
        Command::PreviousItem => to_another(pane, Motion::Previous, cx),
        Command::Open if in_sheet => main_thing(model, &set, cx),
        Command::Open | Command::Right => pane.focus = Focus::Detail,
        Command::Left => pane.focus = Focus::List,
        Command::NextPane => pane.focus = pane.focus.other(),
        Command::Back if in_sheet => pane.focus = Focus::List,
        Command::Figures => pane.figures = !pane.figures,
        Command::ShortTerm => need_the_win(model, &set, cx),
        Command::Tick => tick(model, &set, cx),
        Command::Edit => edit(model, &set, cx),
        Command::Add if in_sheet => add_option(model, &set, cx),
        Command::Remove => model.modal = Some(Modal::Menu(ask_to_remove(model, &set))),
        Command::Write => write::about_choice(model, set.id, cx),
        _ => empty(model, command, cx),
    }
    Vec::new()
}

/// The keys that need no choice under the cursor.
fn empty(model: &mut Model, command: Command, cx: &Context) {
    match command {
        Command::Filter => {
            model.choices.focus = Focus::List;
            shared::open_filter(model);
        }
        Command::Add => form::open(model, Subject::Choice(None), cx),
        Command::Back => shared::back(model, cx),
        Command::Left => model.choices.focus = Focus::List,
        _ => {}
    }
}

/// To another part of the sheet; pages scroll what is higher than the screen.
fn step(pane: &mut ChoicesPane, set: &OptionSet, motion: Motion, cx: &Context) {
    let is_page = matches!(
        motion,
        Motion::PageDown | Motion::PageUp | Motion::HalfPageDown | Motion::HalfPageUp
    );
    if is_page && cx.detail_reach > 0 {
        pane.scroll = Some(motion.from(cx.detail_top, cx.detail_reach + 1, cx.page));
        return;
    }
    let parts = ChoicesPane::parts(set);
    let at = pane.at.min(parts.saturating_sub(1));
    (pane.at, pane.scroll) = (motion.from(at, parts, parts), None);
}

fn to_another(pane: &mut ChoicesPane, motion: Motion, cx: &Context) {
    pane.rows.step(motion, cx.page);
    pane.back_to_top();
}

/// What Enter does in the sheet: choose, look back, or tick that I need the win.
fn main_thing(model: &mut Model, set: &OptionSet, cx: &Context) {
    let part = model.choices.part(set);
    if part == Some(Part::Win) {
        need_the_win(model, set, cx);
        return;
    }
    let decision = model.choices.decision(set.id);
    match (decision, model.choices.stage(set.id), part) {
        (None, _, Some(Part::Option(at))) if set.is_a_choice() => {
            let view = model.choices.view(set.id);
            form::open(model, Subject::Choose(set.id, at, view), cx);
        }
        (None, ..) => add_option(model, set, cx),
        (Some(_), Stage::LookedBack, _) => model.notify(
            "You looked back on it; {edit} changes your reason, {remove} removes",
            cx,
        ),
        (Some(id), ..) => form::open(model, Subject::Review(id), cx),
    }
}

/// Space: only the last line of the sheet is ticked.
fn tick(model: &mut Model, set: &OptionSet, cx: &Context) {
    let in_sheet = model.choices.focus == Focus::Detail;
    if in_sheet && model.choices.part(set) == Some(Part::Win) {
        need_the_win(model, set, cx);
    } else {
        let text = "{done} ticks the last line of the sheet, the short-term win; {open} chooses";
        model.notify(text, cx);
    }
}

/// Looks as if I needed the win, or no longer, and says what that costs them. A decided choice stays as it was weighed.
fn need_the_win(model: &mut Model, set: &OptionSet, cx: &Context) {
    if model.choices.decision(set.id).is_some() {
        model.notify("It is decided, and what was weighed stays as it was", cx);
        return;
    }
    let (view, said) = match model.choices.view(set.id) {
        View::Long => {
            let costs = say::costs(set, &set.judged(View::WinNow)).unwrap_or_default();
            (
                View::WinNow,
                format!("You need the short-term win. {costs}"),
            )
        }
        View::WinNow => (View::Long, "A later year counts twice again".to_owned()),
    };
    model.choices.look(set.id, view);
    model.notify(said, cx);
}

/// What was weighed is changed only while nothing is decided: hindsight is not to dress it up.
fn edit(model: &mut Model, set: &OptionSet, cx: &Context) {
    let decision = model.choices.decision(set.id);
    let subject = match (decision, model.choices.focus, model.choices.part(set)) {
        (Some(id), ..) => Subject::Decision(id),
        (None, Focus::Detail, Some(Part::Option(at))) => Subject::OptionOf(set.id, Some(at)),
        (None, ..) => Subject::Choice(Some(set.id)),
    };
    form::open(model, subject, cx);
}

/// One more option, where the choice takes one.
pub(super) fn add_option(model: &mut Model, set: &OptionSet, cx: &Context) {
    if model.choices.decision(set.id).is_some() {
        model.notify(
            "It is decided, and what was weighed stays as it was: {left}, then {add}, begins another",
            cx,
        );
    } else if set.is_full() {
        let text = format!("A choice has at most {} options", set.options.len());
        model.notify(text, cx);
    } else {
        form::open(model, Subject::OptionOf(set.id, None), cx);
    }
}

fn ask_to_remove(model: &Model, set: &OptionSet) -> Menu {
    let who = first_name(&model.book, set.contact);
    let mut items = Vec::new();
    let decision = model.choices.decision(set.id);
    let part = model.choices.part(set);
    match (decision, model.choices.focus, part) {
        (Some(decision), ..) => items.push(Item::new(
            "The decision",
            "the choice is open again; its options stay",
            Choice::DeleteDecision(decision),
        )),
        (None, Focus::Detail, Some(Part::Option(at))) => {
            let text = set.options.get(at).map(|option| option.text.clone());
            items.push(Item::new(
                format!("Option {}", letter(at)),
                text.unwrap_or_default(),
                Choice::DeleteOption(set.id, at),
            ));
        }
        _ => {}
    }
    items.push(Item::new(
        "The whole choice",
        "its options, and what was decided",
        Choice::DeleteChoice(set.id),
    ));
    items.push(Item::keep());
    Menu::new(
        format!("Remove what, of the choice for {who}?"),
        vec![shared::comes_back(model)],
        items,
    )
}

/// Goes to a choice.
pub(super) fn show(model: &mut Model, id: OptionSetId, cx: &Context) {
    go(model, Screen::Choices, cx);
    if !model.choices.rows.select(id) {
        shared::clear_filter(model, cx);
        model.choices.rows.select(id);
    }
    model.choices.back_to_top();
}

/// After a form: the choice it was about is in sight, and as long as there is nothing to choose between the next option
/// is asked for.
pub(super) fn after_form(model: &mut Model, id: OptionSetId, option: Option<usize>, cx: &Context) {
    show(model, id, cx);
    let Some(set) = model.book.option_sets.get(id).cloned() else {
        return;
    };
    model.choices.focus = Focus::Detail;
    model.choices.at = option.unwrap_or(0);
    if !set.is_a_choice() && model.choices.decision(id).is_none() {
        let said = model.notice.take();
        add_option(model, &set, cx);
        model.notice = said;
    } else if option == Some(1) && set.options.len() == TUNING.options.fewest {
        // No further form opens by itself, and letters are commands again.
        let more = model.keymap.fill(" · {add} adds another option");
        if let Some(notice) = &mut model.notice {
            notice.text.to_mut().push_str(&more);
        }
    }
}
