//! What is done to all marked rows together, as one step.

use std::num::NonZeroU32;

use super::{contacts, relation};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::app::sheet::{Bulk, Choice, Item, Menu};
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::{days, short};
use crate::domain::delivery::{deliver, take_back};
use crate::domain::introducing::in_the_way;
use crate::domain::promise::{Promise, PromiseId, State};
use crate::domain::removal::{without_contacts, without_promises};
use crate::domain::sentences::removal::{OF_A_PROMISE, going_along};
use crate::domain::sentences::words::PACES;
use crate::domain::sentences::{counted, name, people};

/// Marks the row under the cursor, or takes its mark away.
pub(super) fn mark_row(model: &mut Model, cx: &Context) {
    match model.screen {
        Screen::Contacts => {
            if let Some(id) = model.contacts.rows.selected() {
                model.contacts.marks.toggle(id);
            }
        }
        Screen::Promises => {
            if let Some(id) = model.promises.selected() {
                model.promises.marks.toggle(id);
            }
        }
        Screen::Today | Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => {}
    }
    say(model, cx);
}

/// Says how many are marked, and which keys act on them.
fn say(model: &mut Model, cx: &Context) {
    let keys = match (model.marked(), model.screen) {
        (0, _) => {
            model.notify("No row is marked any more", cx);
            return;
        }
        (_, Screen::Contacts) => "# tags, p pace, z not today, d remove",
        _ => "Space done, d remove",
    };
    model.notify(
        format!(
            "{} marked: {keys}, Esc takes the marks away",
            model.marked()
        ),
        cx,
    );
}

/// Marks every row of the list, or takes their marks away where all have one.
pub(super) fn mark_all(model: &mut Model, cx: &Context) {
    match model.screen {
        Screen::Contacts => {
            let keys = model.contacts.rows.keys().to_vec();
            model.contacts.marks.toggle_all(keys);
        }
        Screen::Promises => {
            let keys: Vec<PromiseId> = model.promises.in_sight().collect();
            model.promises.marks.toggle_all(keys);
        }
        Screen::Today | Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => {}
    }
    say(model, cx);
}

/// Takes the marks of the list in sight away; says whether there were any.
pub(super) fn clear(model: &mut Model) -> bool {
    let had = model.marked() > 0;
    match model.screen {
        Screen::Contacts => model.contacts.marks.clear(),
        Screen::Promises => model.promises.marks.clear(),
        Screen::Today | Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => {}
    }
    had
}

/// Lets a key act on the marked rows, where there are some; `None` for a key that means the same as without marks.
pub(super) fn act(model: &mut Model, command: Command, cx: &Context) -> Option<Vec<Effect>> {
    if model.marked() == 0 {
        return None;
    }
    let on_people = model.screen == Screen::Contacts;
    let menu = match command {
        Command::Remove if on_people => ask_to_remove_people(model),
        Command::Remove => ask_to_remove_promises(model),
        Command::Pace if on_people => ask_for_pace(model),
        Command::Later if on_people => ask_for_later(model, cx),
        Command::Tick if !on_people => return Some(tick(model, cx)),
        _ if is_for_one(command) => {
            let marked = model.marked();
            let are = if marked == 1 { "is" } else { "are" };
            let text = format!(
                "That key is for one row, and {marked} {are} marked: Esc takes the marks away"
            );
            model.notify(text, cx);
            return Some(Vec::new());
        }
        _ => return None,
    };
    model.modal = Some(Modal::Menu(menu));
    Some(Vec::new())
}

/// Whether a key changes one record and would be taken for a change of all that are marked.
const fn is_for_one(command: Command) -> bool {
    command.is_for_a_record() || matches!(command, Command::Edit | Command::Write)
}

/// The names of those that are marked and in no row, for a question that is about them too.
fn not_in_sight(model: &Model) -> Option<String> {
    const NAMED: usize = 5;
    let names: Vec<&str> = match model.screen {
        Screen::Contacts => {
            let hidden = model
                .contacts
                .marks
                .out_of_sight(model.contacts.rows.keys().iter().copied());
            hidden.iter().map(|id| name(&model.book, *id)).collect()
        }
        Screen::Promises => {
            let hidden = model.promises.marks.out_of_sight(model.promises.in_sight());
            let hidden = hidden.iter().filter_map(|id| model.book.promises.get(*id));
            hidden.map(|promise| promise.text.as_str()).collect()
        }
        Screen::Today | Screen::Lunch | Screen::Choices | Screen::Network | Screen::Review => {
            Vec::new()
        }
    };
    let first = names.get(..NAMED).unwrap_or(&names).join(", ");
    let more = if names.len() > NAMED { " …" } else { "" };
    (!names.is_empty()).then(|| format!("{} of them not in sight: {first}{more}", names.len()))
}

fn ask_to_remove_people(model: &Model) -> Menu {
    let marked = model.contacts.marks.keys();
    let (_, along) = without_contacts(&model.book, marked);
    let all_archived = marked.iter().all(|id| {
        let contact = model.book.contacts.get(*id);
        contact.is_some_and(|contact| contact.archived)
    });
    let archive = if all_archived {
        contacts::unarchive(Choice::Many(Bulk::Unarchive))
    } else {
        contacts::archive(Choice::Many(Bulk::Archive))
    };
    let items = vec![
        archive,
        Item::new("Delete", going_along(along), Choice::Many(Bulk::Delete)),
        Item::keep(),
    ];
    let one_step = "What is removed comes back with one {undo}, for as long as this program runs.";
    let mut text = vec![model.keymap.fill(one_step)];
    text.extend(not_in_sight(model));
    Menu::new(format!("Remove {}?", people(marked.len())), text, items)
}

fn ask_to_remove_promises(model: &Model) -> Menu {
    let items = vec![
        Item::new(
            "Delete",
            "the promises and their efforts",
            Choice::Many(Bulk::DeletePromises),
        ),
        Item::keep(),
    ];
    let mut text = vec![OF_A_PROMISE.to_owned()];
    text.extend(not_in_sight(model));
    let title = format!("Remove {}?", counted(model.promises.marks.len(), "promise"));
    Menu::new(title, text, items)
}

fn ask_for_pace(model: &Model) -> Menu {
    let every = |number: u32| Choice::Many(Bulk::Pace(NonZeroU32::new(number)));
    let paces = PACES.iter();
    let mut items: Vec<Item> = paces
        .map(|(number, _, label)| Item::new(*label, days((*number).into()), every(*number)))
        .collect();
    items.push(Item::new("None", "nothing asks for a talk", every(0)));
    let title = format!(
        "How often do you mean to talk with {}?",
        people(model.marked())
    );
    Menu::new(title, not_in_sight(model).into_iter().collect(), items)
}

fn ask_for_later(model: &Model, cx: &Context) -> Menu {
    let leave_alone = |until| Choice::Many(Bulk::LeaveAlone(until));
    let mut items = relation::whiles(cx.today, |until| leave_alone(Some(until)));
    items.push(relation::bring_back(leave_alone(None)));
    let mut text = vec!["Only the pace is silent until then.".to_owned()];
    text.extend(not_in_sight(model));
    Menu::new(
        format!("Leave {} alone?", people(model.marked())),
        text,
        items,
    )
}

/// Does to all marked rows what was chosen.
pub(super) fn apply(model: &mut Model, bulk: Bulk, cx: &Context) -> Vec<Effect> {
    if bulk == Bulk::DeletePromises {
        let marked = model.promises.marks.keys().to_vec();
        let label = format!("deleted {}", counted(marked.len(), "promise"));
        return model.edit(label, cx, |book| *book = without_promises(book, &marked));
    }
    let marked = model.contacts.marks.keys().to_vec();
    let who = people(marked.len());
    let label = match bulk {
        Bulk::Archive => format!("archived {who}"),
        Bulk::Unarchive | Bulk::LeaveAlone(None) => format!("brought back {who}"),
        Bulk::Delete | Bulk::DeletePromises => format!("deleted {who}"),
        Bulk::Pace(None) => format!("no pace for {who}"),
        Bulk::Pace(Some(every)) => format!("every {} for {who}", days(every.get().into())),
        Bulk::LeaveAlone(Some(day)) => {
            format!("left {who} alone until {}", short(day, cx.today))
        }
    };
    let effects = model.edit(label, cx, |book| change_people(book, &marked, bulk));
    if effects.is_empty() && model.notice.is_none() {
        model.notify("It stood so already: nothing changed", cx);
    }
    if matches!(bulk, Bulk::Archive | Bulk::Delete) {
        // They are out of the list: marks that nobody sees would only surprise.
        model.contacts.marks.clear();
    }
    effects
}

fn change_people(book: &mut Book, marked: &[ContactId], bulk: Bulk) {
    if bulk == Bulk::Delete {
        *book = without_contacts(book, marked).0;
        return;
    }
    for id in marked {
        book.contacts.change(*id, |who| match bulk {
            Bulk::Archive => who.archived = true,
            Bulk::Unarchive => who.archived = false,
            Bulk::Pace(pace) => who.rhythm_days = pace,
            Bulk::LeaveAlone(until) => who.snoozed_until = until,
            Bulk::Delete | Bulk::DeletePromises => {}
        });
    }
}

/// Those of the marked promises that a tick leaves as they are: " (3 had ended, 1 waits for a yes)".
fn left_as_they_are(ended: usize, waiting: usize) -> String {
    let wait = if waiting == 1 { "waits" } else { "wait" };
    let left = [
        (ended, "had ended".to_owned()),
        (waiting, format!("{wait} for a yes")),
    ];
    let left = left.into_iter().filter(|(number, _)| *number > 0);
    let left: Vec<String> = left
        .map(|(number, why)| format!("{number} {why}"))
        .collect();
    if left.is_empty() {
        return String::new();
    }
    format!(" ({})", left.join(", "))
}

/// Space on the marked promises: those that are owed are delivered; where all are delivered, none of them is any more.
fn tick(model: &mut Model, cx: &Context) -> Vec<Effect> {
    let marked = model.promises.marks.keys();
    let marked: Vec<Promise> = marked
        .iter()
        .filter_map(|id| {
            model
                .book
                .promises
                .get(*id)
                .map(|promise| promise.as_ref().clone())
        })
        .collect();
    let is_delivered = |promise: &&Promise| matches!(promise.state, State::Delivered { .. });
    let takes_back = marked.iter().all(|promise| is_delivered(&promise));
    let touched: Vec<&Promise> = marked
        .iter()
        .filter(|promise| takes_back || promise.is_owed())
        .collect();
    let (touched, waiting): (Vec<&Promise>, Vec<&Promise>) = touched
        .into_iter()
        .partition(|promise| in_the_way(&model.book, promise.id, cx.today).is_none());
    if let (true, Some(first)) = (touched.is_empty(), waiting.first()) {
        let text = format!("{}: both say yes first, on Network", first.text);
        model.notify(text, cx);
        return Vec::new();
    }
    if touched.is_empty() {
        model.notify("None of the marked promises is open", cx);
        return Vec::new();
    }
    let verb = if takes_back {
        "not delivered after all:"
    } else {
        "delivered"
    };
    let ended = marked.len() - touched.len() - waiting.len();
    let left = left_as_they_are(ended, waiting.len());
    let label = format!("{verb} {}{left}", counted(touched.len(), "promise"));
    for promise in &touched {
        model.promises.pin(promise, cx.today);
    }
    model.edit(label, cx, |book| {
        for promise in touched {
            // Their states were just seen, so that the step exists.
            let _ = if takes_back {
                take_back(book, promise.id, cx.today, &cx.ids)
            } else {
                deliver(book, promise.id, cx.today, &cx.ids)
            };
        }
    })
}
