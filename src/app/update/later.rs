//! Not today: what a row of Today can wait for. Only what the book can hold is offered: a pace can be silent for a while, a
//! look back can have another day, and a promise moves with the one it was given to. All else waits for an answer.

use chrono::{Days, Months};

use super::relation;
use crate::app::context::Context;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::agenda::Matter;
use crate::domain::dates::short;
use crate::domain::decision::DecisionId;
use crate::domain::promise::PromiseId;
use crate::domain::sentences::first_name;

/// Asks until when, or says why this cannot wait.
pub(super) fn ask(model: &mut Model, matter: Matter, cx: &Context) {
    let menu = match matter {
        Matter::Pace(contact) => relation::ask_for_later(model, contact, cx),
        Matter::Review(id) => Some(another_day(id, cx)),
        _ => of_promise(model, matter),
    };
    match menu {
        Some(menu) => model.modal = Some(Modal::Menu(menu)),
        None => model.notify(why_not(matter), cx),
    }
}

/// When to look back instead.
fn another_day(id: DecisionId, cx: &Context) -> Menu {
    let today = cx.today;
    let mut items = Vec::new();
    for (label, day) in [
        ("In a week", today.checked_add_days(Days::new(7))),
        ("In a month", today.checked_add_months(Months::new(1))),
        ("In three months", today.checked_add_months(Months::new(3))),
    ] {
        if let Some(day) = day {
            let note = short(day, today);
            items.push(Item::new(label, note, Choice::LookBackOn(id, Some(day))));
        }
    }
    let never = Choice::LookBackOn(id, None);
    items.push(Item::new("Never", "nothing asks for it any more", never));
    let edit = Choice::Open(Subject::Decision(id));
    items.push(Item::new("On a date …", "and the reason you gave", edit));
    Menu::new("Look back another day?", Vec::new(), items)
}

/// What can move where something is owed.
fn of_promise(model: &Model, matter: Matter) -> Option<Menu> {
    let id: PromiseId = matter.promise()?;
    let promise = model.book.promises.get(id)?;
    if !promise.is_owed_by_me() {
        return None;
    }
    let who = first_name(&model.book, promise.contact);
    let items = vec![
        relation::new_terms(id),
        Item::new(
            format!("I told {who} …"),
            "a word from you, and the silence begins anew",
            Choice::Act(Command::Told, id),
        ),
        Item::new("Leave it", "it waits here", Choice::Stay),
    ];
    let text = vec![relation::NOT_ALONE.to_owned()];
    Some(Menu::new("Not today?", text, items))
}

/// Why a row cannot be put off.
const fn why_not(matter: Matter) -> &'static str {
    match matter {
        Matter::Harm(_) => "Where someone may come to harm nothing is put off",
        Matter::Clash(_) => {
            "Two people wait for this hour; it cannot be put off: {open} decides, {reply} replies"
        }
        Matter::NotAnswered(_) => {
            "They wait for an answer; it cannot be put off: {reply} replies, maybe too"
        }
        Matter::NotTold(_) => {
            "They do not know yet; it cannot be put off: {open} opens the message"
        }
        Matter::PastLunch(_) => {
            "It is asked once, and waits until you say what became of it: {open}"
        }
        Matter::Inbox(_) => "It waits until it is mended ({open}) or dropped ({remove})",
        Matter::TwoValues => "What follows from it may be wrong until one is chosen: {open}",
        _ => "What is to be put right cannot be put off; it waits here until it is",
    }
}
