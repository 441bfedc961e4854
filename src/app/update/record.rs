//! What is known of a person, entry by entry: the cursor goes through it, and what is under it is opened, edited or
//! removed.

use super::{choices, form, lunch, today, why};
use crate::app::context::Context;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::rows::Motion;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::record::Entry;
use crate::domain::removal::{
    without_aim, without_decision, without_invite, without_option_set, without_promise,
    without_value,
};
use crate::domain::sentences::first_name;

/// To another entry. A part that is higher than the screen is read on first; pages scroll, and the cursor comes along.
pub(super) fn step(model: &mut Model, motion: Motion, cx: &Context) {
    let entries = model.entries(cx.today);
    let cursor = &mut model.contacts.record;
    let at = cursor.place(&entries);
    let (top, page) = (cx.detail_top, cx.page.max(1));
    let line = |at: usize| cx.stops.get(at).copied().unwrap_or(0);
    match motion {
        Motion::First | Motion::Last => cursor.put(motion.from(at, entries.len(), page), &entries),
        Motion::Next if line(at + 1) > top + page && top < cx.detail_reach => {
            cursor.scroll = Some(top + 1);
        }
        Motion::Next if at + 1 == entries.len() && top < cx.detail_reach => {
            cursor.scroll = Some(top + 1);
        }
        Motion::Previous if line(at) < top => cursor.scroll = Some(top - 1),
        Motion::Next | Motion::Previous => {
            cursor.put(motion.from(at, entries.len(), page), &entries);
        }
        _ => {
            let to = motion.from(top, cx.detail_reach + 1, page);
            let in_sight = cx.stops.iter().position(|start| *start >= to);
            if to == top {
                cursor.put(motion.from(at, entries.len(), page), &entries);
            } else {
                cursor.put(in_sight.unwrap_or(at), &entries);
                cursor.scroll = Some(to);
            }
        }
    }
}

/// Puts the cursor on the first entry that is so; where there is none, it stays.
pub(super) fn stand_on(model: &mut Model, is_it: impl Fn(Entry) -> bool, cx: &Context) {
    let entries = model.entries(cx.today);
    if let Some(at) = entries.iter().position(|entry| is_it(*entry)) {
        model.contacts.record.put(at, &entries);
    }
}

/// Whether the cursor stands on an entry of its own, and not on the person as such.
pub(super) fn is_in_hand(model: &Model, cx: &Context) -> bool {
    let entry = model.entry_under_cursor(cx.today);
    entry.is_some_and(|entry| entry != Entry::About)
}

/// Goes to what the entry is about, where it has a place of its own; else edits it.
pub(super) fn open(model: &mut Model, cx: &Context) {
    let entry = model.entry_under_cursor(cx.today);
    match entry {
        None | Some(Entry::About) => {}
        Some(Entry::Standing) => why::open(model, cx),
        Some(Entry::Lunch(id)) => lunch::show(model, id, cx),
        Some(Entry::Open(id) | Entry::Ended(id)) => today::show_promise(model, id, cx),
        Some(Entry::Choice(id)) => choices::show(model, id, cx),
        Some(_) => change(model, Command::Edit, cx),
    }
}

/// Edits or removes the entry under the cursor.
pub(super) fn change(model: &mut Model, command: Command, cx: &Context) {
    let (Some(entry), Some(person)) = (
        model.entry_under_cursor(cx.today),
        model.contacts.rows.selected(),
    ) else {
        return;
    };
    if command == Command::Edit {
        edit(model, person, entry, cx);
        return;
    }
    match ask_to_delete(model, person, entry) {
        Some(menu) => model.modal = Some(Modal::Menu(menu)),
        None => model.notify(
            "Nothing here to remove by itself: {edit} edits it; the person goes from the first line",
            cx,
        ),
    }
}

fn edit(model: &mut Model, person: ContactId, entry: Entry, cx: &Context) {
    let (subject, field) = match entry {
        Entry::About => (Subject::Contact(Some(person)), ""),
        Entry::NoAim => (Subject::Aim(person, None), ""),
        Entry::Aim(id) => (Subject::Aim(person, Some(id)), ""),
        Entry::Lunch(id) => (Subject::Invite(Some(id)), ""),
        Entry::LastTalk => (Subject::Talk(person), ""),
        Entry::Open(id) | Entry::Ended(id) => (Subject::Promise(Some(id)), ""),
        Entry::NoPromise => (Subject::PromiseTo(person), ""),
        Entry::Standing => {
            model.notify(
                "That follows from the entries below, and is not typed: {why} shows how",
                cx,
            );
            return;
        }
        Entry::Reach => (Subject::Contact(Some(person)), "E-mail"),
        Entry::Notes => (Subject::Contact(Some(person)), "Notes"),
        Entry::Talk(id) => (Subject::KnownTalk(id), ""),
        Entry::Value(id) => (Subject::KnownValue(id), ""),
        Entry::Incident(id) => (Subject::KnownIncident(id), ""),
        Entry::Decision(id) => (Subject::Decision(id), ""),
        // Its options are edited where they stand side by side.
        Entry::Choice(id) => {
            choices::show(model, id, cx);
            return;
        }
    };
    form::open(model, subject, cx);
    if let Some(Modal::Form(form)) = &mut model.modal {
        form.go_to(field);
    }
}

/// Whether to delete an entry; none for what is no record.
fn ask_to_delete(model: &Model, person: ContactId, entry: Entry) -> Option<Menu> {
    let what = named(entry)?;
    let note = match entry {
        Entry::Talk(id) => {
            let with = model.book.interactions.get(id)?.with.len();
            if with > 1 {
                "for everybody who was there"
            } else {
                "{undo} brings it back"
            }
        }
        Entry::Lunch(_) => "and what was decided about it; it says nothing to anyone",
        Entry::Choice(_) => "its options, and what was decided",
        Entry::Decision(_) => "the replies stand; what was weighed is gone with it",
        Entry::Open(_) | Entry::Ended(_) => {
            "for what was never promised; {other-ending} ends it otherwise"
        }
        _ => "for what was never so; {undo} brings it back",
    };
    let who = first_name(&model.book, person);
    let items = vec![
        Item::new(
            "Delete",
            model.keymap.fill(note),
            Choice::DeleteEntry(person, entry),
        ),
        Item::keep(),
    ];
    Some(Menu::new(
        format!("Remove this {what} of {who}'s record?"),
        text(model, entry),
        items,
    ))
}

/// What the entry says, so that nobody deletes another one.
fn text(model: &Model, entry: Entry) -> Vec<String> {
    let book = &model.book;
    let text = match entry {
        Entry::Open(id) | Entry::Ended(id) => book.promises.get(id).map(|one| one.text.clone()),
        Entry::Talk(id) => book.interactions.get(id).map(|one| one.note.clone()),
        Entry::Value(id) => book.exchanges.get(id).map(|one| one.note.clone()),
        Entry::Incident(id) => book.incidents.get(id).map(|one| one.note.clone()),
        Entry::Choice(id) => book.option_sets.get(id).map(|one| one.question.clone()),
        Entry::Aim(id) => {
            let mut people = book.contacts.iter();
            people.find_map(|who| who.aim(id).map(|aim| aim.text.clone()))
        }
        _ => None,
    };
    text.into_iter().filter(|text| !text.is_empty()).collect()
}

const fn named(entry: Entry) -> Option<&'static str> {
    Some(match entry {
        Entry::Aim(_) => "aim",
        Entry::Lunch(_) => "lunch",
        Entry::Open(_) | Entry::Ended(_) => "promise",
        Entry::Talk(_) => "talk",
        Entry::Value(_) => "value",
        Entry::Incident(_) => "note",
        Entry::Decision(_) => "decision",
        Entry::Choice(_) => "choice",
        _ => return None,
    })
}

/// The label of the step, and the book without the entry.
pub(super) fn without(before: &Book, person: ContactId, entry: Entry) -> Option<(String, Book)> {
    let mut after = before.clone();
    match entry {
        Entry::Aim(id) => after = without_aim(before, person, id),
        Entry::Lunch(id) => after = without_invite(before, id),
        Entry::Open(id) | Entry::Ended(id) => after = without_promise(before, id),
        Entry::Talk(id) => drop(after.interactions.remove(id)),
        Entry::Value(id) => after = without_value(before, id),
        Entry::Incident(id) => drop(after.incidents.remove(id)),
        Entry::Decision(id) => after = without_decision(before, id),
        Entry::Choice(id) => after = without_option_set(before, id),
        _ => return None,
    }
    let who = before
        .contacts
        .get(person)
        .map_or("", |who: &std::sync::Arc<Contact>| who.first_name());
    Some((format!("deleted: a {} ({who})", named(entry)?), after))
}
