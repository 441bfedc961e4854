//! A yes taken back: did they hear in time? Asked after such a decision, and once more when its day has gone by; after a
//! plain no it is asked once.

use chrono::NaiveDate;

use super::draft;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::conflict::has_my_word;
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::decision::DecisionId;
use crate::domain::incident::{Party, Severity};
use crate::domain::invite::{InviteId, Reply};
use crate::domain::messages::{Purpose, about_decision, tell};
use crate::domain::resolution::may_count_on_me;
use crate::domain::sentences::first_name;
use crate::domain::word::{TakenBack, breach, is_noted, taken_back};

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

/// What a decision not told yet leads to: its messages, and once the day of a yes taken back has gone by the question.
pub(super) fn go_on(model: &mut Model, id: DecisionId, cx: &Context) {
    match of(model, id).filter(|back| back.day < cx.today) {
        Some(back) => model.modal = Some(Modal::Menu(ask(model, id, back, cx))),
        None => draft::open(model, about_decision(&model.book, id), cx),
    }
}

fn ask(model: &Model, id: DecisionId, back: TakenBack, cx: &Context) -> Menu {
    let who = first_name(&model.book, back.contact);
    let day = short(back.day, cx.today);
    let not_in_time = not_in_time(Choice::NotInTime(id));
    let later = Item::new("Not now", "Today keeps it", Choice::Stay);
    let items = if back.day < cx.today {
        let yes = format!("Yes, {who} heard it in time");
        vec![
            Item::new(yes, "nothing more to do", Choice::ToldInTime(id)),
            not_in_time,
            later,
        ]
    } else {
        let write = Choice::Write(Purpose::Decision(id));
        vec![
            not_yet(who, "the message; Today keeps it until you have", write),
            knows(who, Choice::ToldInTime(id)),
            not_in_time,
            later,
        ]
    };
    question(who, &day, items)
}

fn not_yet(who: &str, note: &str, write: Choice) -> Item {
    Item::new(format!("Not yet: tell {who} now"), note, write)
}

fn knows(who: &str, choice: Choice) -> Item {
    Item::new(format!("Yes, {who} knows"), "nothing more to tell", choice)
}

fn not_in_time(choice: Choice) -> Item {
    let note = "may be noted as something to put right";
    Item::new("No, not in time", note, choice)
}

fn question(who: &str, day: &str, items: Vec<Item>) -> Menu {
    let text = vec![format!(
        "{who} had your yes for {day} and has not let you off."
    )];
    Menu::new(format!("Did you tell {who} before {day}?"), text, items)
}

/// The question after a plain no: to say no to a lunch ahead, or to let it fall through, takes back the yes that they
/// count on. No decision keeps it for Today, so that it is asked here and once.
pub(super) fn by_a_no(model: &Model, choice: Choice, cx: &Context) -> Option<Menu> {
    let (id, may_be_theirs) = match choice {
        Choice::Reply(id, Reply::Declined) => (id, false),
        Choice::FellThrough(id) => (id, true),
        _ => return None,
    };
    let invite = model.book.invites.get(id)?;
    let contact = *invite.with.first()?;
    // Where I am the host the no is theirs.
    let is_mine = may_be_theirs || invite.host == Party::Them;
    let counts = has_my_word(invite) && may_count_on_me(&model.book, invite);
    if !(is_mine && counts && invite.is_open(cx.today)) || is_noted(&model.book, id, contact) {
        return None;
    }
    let (who, day) = (
        first_name(&model.book, contact),
        short(invite.day(), cx.today),
    );
    let write = Choice::Write(Purpose::Note(contact));
    let mut items = vec![
        not_yet(who, "a message; Goodword does not ask again", write),
        knows(who, Choice::Stay),
        not_in_time(Choice::LetGoUntold(id)),
    ];
    if may_be_theirs {
        let theirs = format!("It was {who} who called it off");
        let theirs = Item::new(theirs, "no word of yours is broken", Choice::Stay);
        items.insert(0, theirs);
    }
    Some(question(who, &day, items))
}

/// They did not hear in time of a plain no, and it is noted.
pub(super) fn let_go(
    model: &mut Model,
    id: InviteId,
    severity: Severity,
    cx: &Context,
) -> Vec<Effect> {
    let Some(invite) = model.book.invites.get(id).cloned() else {
        return Vec::new();
    };
    let Some(contact) = invite.with.first().copied() else {
        return Vec::new();
    };
    let label = to_put_right(model, contact, invite.day(), cx);
    let wrong = breach(&invite, contact, severity, &cx.ids, cx.today);
    model.edit(label, cx, |book| book.incidents.put(wrong))
}

/// "to put right: lunch with Dana, Fri 25 Sep".
fn to_put_right(model: &Model, contact: ContactId, day: NaiveDate, cx: &Context) -> String {
    let who = first_name(&model.book, contact);
    format!("to put right: lunch with {who}, {}", short(day, cx.today))
}

/// How much it cost them; the least first.
pub(super) fn ask_cost(model: &Model, id: DecisionId) -> Option<Menu> {
    let back = of(model, id)?;
    let who = first_name(&model.book, back.contact);
    Some(costs(who, |severity| Choice::BrokeWord(id, severity)))
}

/// The same after a plain no.
pub(super) fn ask_cost_of_no(model: &Model, id: InviteId) -> Option<Menu> {
    let contact = model.book.invites.get(id)?.with.first()?;
    let who = first_name(&model.book, *contact);
    Some(costs(who, |severity| Choice::LetGo(id, severity)))
}

fn costs(who: &str, noted: impl Fn(Severity) -> Choice) -> Menu {
    let cost = |label: &str, severity| Item::new(label, "", noted(severity));
    let items = vec![
        cost("A nuisance", Severity::Minor),
        cost("Something", Severity::Moderate),
        cost("A lot", Severity::Serious),
        Item::new("Do not note it", "nothing is written", Choice::Stay),
    ];
    let text = vec![
        "It then stands under something to put right, until you have made it right.".to_owned(),
    ];
    Menu::new(format!("What does it cost {who}?"), text, items)
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
    let label = to_put_right(model, back.contact, back.day, cx);
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
