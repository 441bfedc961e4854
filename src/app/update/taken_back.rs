//! A yes taken back: did they hear in time? Asked after such a decision, and once more when its day has gone by.

use super::draft;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::dates::short;
use crate::domain::decision::DecisionId;
use crate::domain::incident::Severity;
use crate::domain::messages::{Purpose, tell};
use crate::domain::sentences::first_name;
use crate::domain::word::{TakenBack, breach, taken_back};

fn of(model: &Model, id: DecisionId) -> Option<TakenBack> {
    taken_back(&model.book, model.book.decisions.get(id)?)
}

/// What follows a decision: the question, where a yes was taken back, else the messages.
pub(super) fn after_deciding(model: &mut Model, id: DecisionId, cx: &Context) {
    match of(model, id) {
        Some(back) => model.modal = Some(Modal::Menu(ask(model, id, back, cx))),
        None => draft::open(model, Purpose::Decision(id), cx),
    }
}

/// What a decision not told yet leads to: its messages, and once its day has gone by the question.
pub(super) fn go_on(model: &mut Model, id: DecisionId, cx: &Context) {
    match of(model, id).filter(|back| back.day < cx.today) {
        Some(back) => model.modal = Some(Modal::Menu(ask(model, id, back, cx))),
        None => draft::open(model, Purpose::Decision(id), cx),
    }
}

fn ask(model: &Model, id: DecisionId, back: TakenBack, cx: &Context) -> Menu {
    let who = first_name(&model.book, back.contact);
    let day = short(back.day, cx.today);
    let not_in_time = Item::new(
        "No, not in time",
        "may be noted as something to put right",
        Choice::NotInTime(id),
    );
    let later = Item::new("Not now", "Today keeps it", Choice::Stay);
    let items = if back.day < cx.today {
        let yes = format!("Yes, {who} heard it in time");
        vec![
            Item::new(yes, "nothing more to do", Choice::ToldInTime(id)),
            not_in_time,
            later,
        ]
    } else {
        let yes = format!("Yes, {who} knows");
        vec![
            Item::new(
                format!("Not yet: tell {who} now"),
                "the message; Today keeps it until you have",
                Choice::Write(Purpose::Decision(id)),
            ),
            Item::new(yes, "nothing more to tell", Choice::ToldInTime(id)),
            not_in_time,
            later,
        ]
    };
    let text = vec![format!(
        "{who} had your yes for {day} and has not let you off."
    )];
    Menu::new(format!("Did you tell {who} before {day}?"), text, items)
}

/// How much it cost them; the least first.
pub(super) fn ask_cost(model: &Model, id: DecisionId) -> Option<Menu> {
    let back = of(model, id)?;
    let who = first_name(&model.book, back.contact);
    let cost = |label: &str, severity| Item::new(label, "", Choice::BrokeWord(id, severity));
    let items = vec![
        cost("A nuisance", Severity::Minor),
        cost("Something", Severity::Moderate),
        cost("A lot", Severity::Serious),
        Item::new("Do not note it", "nothing is written", Choice::Stay),
    ];
    let text = vec![
        "It then stands under something to put right, until you have made it right.".to_owned(),
    ];
    Some(Menu::new(format!("What does it cost {who}?"), text, items))
}

/// They heard in time.
pub(super) fn told(model: &mut Model, id: DecisionId, cx: &Context) -> Vec<Effect> {
    let Some(back) = of(model, id) else {
        return Vec::new();
    };
    let label = format!("told {}", first_name(&model.book, back.contact));
    let on = cx.today.min(back.day);
    let effects = model.edit(label, cx, |book| {
        tell(book, Purpose::Decision(id), back.contact, "", on);
    });
    if back.day >= cx.today
        && model
            .book
            .decisions
            .get(id)
            .is_some_and(|d| d.told.is_none())
    {
        draft::open(model, Purpose::Decision(id), cx);
    }
    effects
}

/// They did not, and it is noted. Where the day is still ahead they are told now; where it is past there is nothing left
/// to tell.
pub(super) fn broke_word(
    model: &mut Model,
    id: DecisionId,
    severity: Severity,
    cx: &Context,
) -> Vec<Effect> {
    let Some(back) = of(model, id) else {
        return Vec::new();
    };
    let Some(invite) = model.book.invites.get(back.invite).cloned() else {
        return Vec::new();
    };
    let who = first_name(&model.book, back.contact);
    let label = format!(
        "to put right: lunch with {who}, {}",
        short(back.day, cx.today)
    );
    let is_past = back.day < cx.today;
    let effects = model.edit(label, cx, |book| {
        let wrong = breach(&invite, back.contact, severity, &cx.ids, cx.today);
        book.incidents.put(wrong);
        if is_past {
            tell(book, Purpose::Decision(id), back.contact, "", cx.today);
        }
    });
    if !is_past {
        draft::open(model, Purpose::Decision(id), cx);
    }
    effects
}
