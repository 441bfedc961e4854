//! The network: introductions from step to step, who has gone quiet, and my circles.

use super::{form, shared, today, write};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::pane::{Filter, NetworkRow};
use crate::app::screen::{Focus, Screen};
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::contact::ContactId;
use crate::domain::introducing;
use crate::domain::introduction::{Introduction, IntroductionId, Step};
use crate::domain::messages::{Purpose, about_introduction};
use crate::domain::query::List;
use crate::domain::sentences::network::introduction::{pair, step as step_words, under_way};
use crate::domain::sentences::{capitalised, first_name, name};

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let pane = &mut model.network;
    if pane.rows.selected().is_none() {
        // Nothing is in sight that could have the keys.
        pane.focus = Focus::List;
    }
    match command {
        Command::Move(motion) if pane.focus == Focus::List => {
            pane.rows.step(motion, cx.page);
            pane.scroll = 0;
        }
        Command::Move(motion) => {
            pane.scroll = motion.from(pane.scroll, cx.detail_reach + 1, cx.page);
        }
        Command::Open => open(model, cx),
        Command::Back if pane.is_drawn() => pane.draw(false, &model.book),
        Command::Left | Command::Right if pane.is_drawn() => pane.across(),
        Command::NextPane if pane.is_drawn() => {}
        Command::Right if pane.rows.selected() == Some(NetworkRow::Over) => {
            pane.fold(true, &model.book);
        }
        Command::Left if pane.rows.selected() == Some(NetworkRow::Over) => {
            pane.fold(false, &model.book);
        }
        Command::Right if pane.rows.selected().is_some() => pane.focus = Focus::Detail,
        Command::Left => pane.focus = Focus::List,
        Command::Back if pane.focus == Focus::Detail => pane.focus = Focus::List,
        Command::Back => shared::back(model, cx),
        Command::NextPane => {
            pane.focus = match (pane.focus, pane.rows.selected()) {
                (Focus::List, Some(_)) => Focus::Detail,
                _ => Focus::List,
            };
        }
        Command::Figures => pane.figures = !pane.figures,
        Command::Add => form::open(model, Subject::Introduction(None), cx),
        Command::Write => write_about(model, cx),
        Command::Tick | Command::Edit | Command::Remove | Command::Ending => {
            return on_introduction(model, command, cx);
        }
        _ => {}
    }
    Vec::new()
}

/// Enter: the whole introduction, and there what to do about it; of a circle its people; a person.
fn open(model: &mut Model, cx: &Context) {
    let in_detail = model.network.focus == Focus::Detail;
    match model.network.rows.selected() {
        Some(NetworkRow::Introduction(id)) if in_detail => {
            model.modal = ask_what_now(model, id).map(Modal::Menu);
        }
        Some(NetworkRow::Introduction(_)) => model.network.focus = Focus::Detail,
        Some(NetworkRow::Over) => {
            let open = !model.network.over_unfolded;
            model.network.fold(open, &model.book);
        }
        Some(NetworkRow::Circles) => {
            model.network.draw(true, &model.book);
            model.network.rows.to_top();
        }
        Some(NetworkRow::Quiet(id)) => today::show_person(model, id, cx),
        Some(NetworkRow::Circle(first)) => show_circle(model, first, cx),
        None => {}
    }
}

/// The people of a circle, on Contacts.
fn show_circle(model: &mut Model, first: ContactId, cx: &Context) {
    let Some(name) = model
        .network
        .circle(first)
        .map(|circle| circle.name.clone())
    else {
        return;
    };
    super::go(model, Screen::Contacts, cx);
    let name = name.replace('"', " ");
    model.contacts.filter = Filter::typed(&format!("circle:\"{name}\""));
    model.contacts.focus = Focus::List;
    model.refilter(List::People, cx);
    model.contacts.rows.to_top();
}

fn write_about(model: &mut Model, cx: &Context) {
    if let Some(id) = model.network.introduction() {
        let fitting = about_introduction(&model.book, id, cx.today);
        write::choose(model, &fitting, write::NOBODY, cx);
    } else if let Some(id) = model.network.person() {
        write::about_person(model, id, cx);
    } else {
        not_this_row(model, cx);
    }
}

fn not_this_row(model: &mut Model, cx: &Context) {
    model.notify("That is for an introduction: the cursor stands on none", cx);
}

fn on_introduction(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let id = model.network.introduction();
    let Some(wish) = id.and_then(|id| model.book.introductions.get(id)).cloned() else {
        not_this_row(model, cx);
        return Vec::new();
    };
    match command {
        Command::Tick => return tick(model, wish.id, cx),
        Command::Edit => form::open(model, Subject::Introduction(Some(wish.id)), cx),
        Command::Remove => model.modal = Some(Modal::Menu(ask_to_remove(model, &wish))),
        _ => model.modal = Some(Modal::Menu(ask_how_it_ended(model, &wish))),
    }
    Vec::new()
}

/// Space: the next step is done, today. What one of them says is theirs: of that it asks.
pub(super) fn tick(model: &mut Model, id: IntroductionId, cx: &Context) -> Vec<Effect> {
    let next = model.book.introductions.get(id);
    match next.and_then(|wish| Some((wish, wish.next_step()?))) {
        Some((wish, step @ Step::YesOfRequester)) => {
            model.modal = Some(Modal::Menu(ask_what_they_said(
                model,
                wish,
                step,
                wish.requester,
            )));
            return Vec::new();
        }
        Some((wish, step @ Step::YesOfTarget)) => {
            model.modal = Some(Modal::Menu(ask_what_they_said(
                model,
                wish,
                step,
                wish.target,
            )));
            return Vec::new();
        }
        Some((_, step)) => return take(model, id, step, cx),
        None => {}
    }
    let over = "It is over: {edit} changes its days, {other-ending} takes it up again";
    model.notify(over, cx);
    Vec::new()
}

fn ask_what_they_said(model: &Model, wish: &Introduction, step: Step, who: ContactId) -> Menu {
    let who = first_name(&model.book, who);
    let items = vec![
        Item::new(
            format!("{who} said yes"),
            "today",
            Choice::TakeStep(wish.id, step),
        ),
        Item::new(
            format!("{who} said no"),
            "it ends here; nobody is connected",
            Choice::Decline(wish.id, true),
        ),
        Item::new("No answer yet", "it waits on", Choice::Stay),
    ];
    let title = format!("What did {who} say?");
    Menu::new(
        title,
        vec![format!("{}: {}", pair(&model.book, wish), wish.purpose)],
        items,
    )
}

/// Notes that a step was taken today.
pub(super) fn take(model: &mut Model, id: IntroductionId, step: Step, cx: &Context) -> Vec<Effect> {
    let Some(wish) = model.book.introductions.get(id).cloned() else {
        return Vec::new();
    };
    let before = model.book.exchanges.len();
    let what = capitalised(&step_words(&model.book, &wish, step));
    let label = format!("{what}: {}", pair(&model.book, &wish));
    let effects = model.edit(label.clone(), cx, |book| {
        introducing::take(book, id, step, cx.today, &cx.ids);
    });
    if model.book.exchanges.len() > before {
        let undoes = model.keymap.fill("{undo} undoes");
        let who = first_name(&model.book, wish.requester);
        model.notify(
            format!("{label} · an introduction given to {who} · {undoes}"),
            cx,
        );
    }
    model.network.show(id, &model.book);
    effects
}

/// What there is to do about an introduction, the next step first.
fn ask_what_now(model: &Model, id: IntroductionId) -> Option<Menu> {
    let wish = model.book.introductions.get(id)?;
    let mut items = Vec::new();
    if let Some(step) = wish.next_step() {
        let what = capitalised(&step_words(&model.book, wish, step));
        items.push(Item::new(what, "today", Choice::TakeStep(id, step)));
        let letter = match step {
            Step::AskRequester | Step::AskTarget | Step::Make | Step::FollowUp => Some(step),
            Step::YesOfRequester | Step::YesOfTarget => None,
        };
        items.extend(letter.map(|step| {
            let purpose = Purpose::Introduction(id, step);
            Item::new(
                "Write it …",
                "a draft to read and change",
                Choice::Write(purpose),
            )
        }));
        if !wish.is_made() {
            items.push(said_no(wish));
        }
    }
    for person in [wish.requester, wish.target] {
        let who = name(&model.book, person);
        items.push(Item::new(
            format!("Go to {who}"),
            "",
            Choice::ShowPerson(person),
        ));
    }
    items.push(Item::leave_it());
    let title = pair(&model.book, wish);
    Some(Menu::new(title, vec![wish.purpose.clone()], items))
}

fn said_no(wish: &Introduction) -> Item {
    let note = if wish.is_made() {
        "after all: what it gave is taken back"
    } else {
        "it ends here; nobody is connected"
    };
    Item::new("One of them said no", note, Choice::Decline(wish.id, true))
}

fn ask_how_it_ended(model: &Model, wish: &Introduction) -> Menu {
    let id = wish.id;
    let way = if wish.declined.is_some() {
        let note = "the no goes, the other days stay";
        Item::new("Take it up again", note, Choice::Decline(id, false))
    } else {
        said_no(wish)
    };
    let items = vec![way, Item::leave_it()];
    let title = format!("{}: how did it end?", pair(&model.book, wish));
    Menu::new(title, Vec::new(), items)
}

/// Notes a no, or takes it away.
pub(super) fn decline(
    model: &mut Model,
    id: IntroductionId,
    is_no: bool,
    cx: &Context,
) -> Vec<Effect> {
    let Some(wish) = model.book.introductions.get(id).cloned() else {
        return Vec::new();
    };
    let what = if is_no { "a no" } else { "taken up again" };
    let label = format!("{what}: {}", pair(&model.book, &wish));
    let no = is_no.then_some(cx.today);
    let after = Introduction {
        declined: no,
        ..wish.as_ref().clone()
    };
    if let Some(other) = introducing::in_its_place(&model.book, &after) {
        let why = under_way(&model.book, other, cx.today);
        model.notify(why, cx);
        return Vec::new();
    }
    let effects = model.edit(label, cx, |book| {
        introducing::decline(book, id, no, &cx.ids);
    });
    model.network.show(id, &model.book);
    effects
}

fn ask_to_remove(model: &Model, wish: &Introduction) -> Menu {
    let text = vec![
        "An introduction that ended is part of the record; deleting is for one that was never meant."
            .to_owned(),
        shared::comes_back(model),
    ];
    let note = if wish.value.is_some() {
        "the introduction, and the value it added"
    } else {
        "the introduction"
    };
    let items = vec![
        Item::new("Delete", note, Choice::DeleteIntroduction(wish.id)),
        Item::keep(),
    ];
    let title = format!("Remove the introduction of {}?", pair(&model.book, wish));
    Menu::new(title, text, items)
}

/// What was written to somebody was sent: the step is taken.
pub(super) fn sent(model: &mut Model, id: IntroductionId, step: Step, cx: &Context) -> Vec<Effect> {
    let is_next = model.book.introductions.get(id).is_some_and(|wish| {
        let after = wish.after(step, cx.today);
        after != *wish.as_ref()
    });
    if !is_next {
        model.notify("That you asked is noted already; its day stays", cx);
        return Vec::new();
    }
    take(model, id, step, cx)
}
