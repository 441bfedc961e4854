//! Finding anyone or anything, and going there.

use super::{choices, lunch, record as person_record, today, why};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::screen::{Focus, Screen};
use crate::app::sheet::FindSheet;
use crate::domain::contact::ContactId;
use crate::domain::decision::{Subject, about_invite};
use crate::domain::find::Record;
use crate::domain::incident::{IncidentId, IncidentKind};
use crate::domain::invite::InviteId;
use crate::domain::record::Entry;

/// Opens the sheet.
pub(super) fn open(model: &mut Model) {
    model.modal = Some(Modal::Find(FindSheet::default()));
}

/// Looks again, after the book changed under the open sheet.
pub(super) fn read_again(model: &mut Model) {
    if let Some(Modal::Find(sheet)) = &mut model.modal {
        sheet.look_again(&model.book);
    }
}

/// A command while something is looked for.
pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Find(sheet)) = &mut model.modal else {
        return Vec::new();
    };
    match command {
        Command::Move(motion) => sheet.rows.step(motion, cx.page),
        Command::Enter => {
            let found = sheet.selected().map(|entry| (entry.record, entry.contact));
            if let Some((record, contact)) = found {
                model.modal = None;
                go_to(model, record, contact, cx);
            }
        }
        _ => model.modal = None,
    }
    Vec::new()
}

/// Goes to a record: on its screen, with the cursor on it; where it has no row of its own, to its person.
pub(super) fn go_to(model: &mut Model, record: Record, contact: Option<ContactId>, cx: &Context) {
    match record {
        Record::Promise(id) => {
            super::go(model, Screen::Promises, cx);
            model.show_promise(id, cx);
            model.promises.focus = Focus::List;
            model.promises.scroll = 0;
        }
        Record::Introduction(id) => {
            super::go(model, Screen::Network, cx);
            model.network.show(id, &model.book);
            model.network.focus = Focus::List;
        }
        Record::Invite(id) if is_ahead(model, id, cx) => lunch::show(model, id, cx),
        // A lunch that is past stands on no page of its own: what was decided about it does.
        Record::Invite(id) => {
            let decided = about_invite(&model.book, id).map(|one| Record::Decision(one.id));
            show_place(model, decided.unwrap_or(record), contact, cx);
        }
        Record::Decision(id) => match model.book.decisions.get(id).map(|one| one.about) {
            Some(Subject::Invites(a, _)) if is_ahead(model, a, cx) => lunch::show(model, a, cx),
            Some(Subject::Options(id)) => choices::show(model, id, cx),
            _ => show_place(model, record, contact, cx),
        },
        Record::Choice(id) => choices::show(model, id, cx),
        _ => show_place(model, record, contact, cx),
    }
}

fn is_ahead(model: &Model, id: InviteId, cx: &Context) -> bool {
    let invite = model.book.invites.get(id);
    let competes = model
        .derived
        .conflicts
        .iter()
        .any(|pair| pair.a == id || pair.b == id);
    competes || invite.is_some_and(|invite| invite.is_open(cx.today))
}

/// Goes to the person, and there to the place of the record.
fn show_place(model: &mut Model, record: Record, contact: Option<ContactId>, cx: &Context) {
    let known = contact.filter(|id| model.book.contacts.get(*id).is_some());
    let Some(id) = known else {
        model.notify("The person it belongs to is not in the book", cx);
        return;
    };
    today::show_person(model, id, cx);
    match record {
        // On no face: it stands behind i.
        Record::Incident(incident) if is_bad_faith(model, incident) => why::open(model, cx),
        _ => person_record::stand_on(model, |entry| shows(entry, record), cx),
    }
}

/// Whether an entry of a person is what was found.
fn shows(entry: Entry, found: Record) -> bool {
    match (entry, found) {
        (Entry::Aim(_), Record::Aim(_)) | (Entry::Notes, Record::Note(_)) => true,
        (Entry::Open(entry) | Entry::Ended(entry), Record::Promise(id)) => entry == id,
        (Entry::Talk(entry), Record::Talk(id)) => entry == id,
        (Entry::Value(entry), Record::Value(id)) => entry == id,
        (Entry::Lunch(entry), Record::Invite(id)) => entry == id,
        (Entry::Decision(entry), Record::Decision(id)) => entry == id,
        (Entry::Incident(entry), Record::Incident(id)) => entry == id,
        _ => false,
    }
}

fn is_bad_faith(model: &Model, id: IncidentId) -> bool {
    let incident = model.book.incidents.get(id);
    incident.is_some_and(|one| one.kind == IncidentKind::BadFaith && !one.is_unrepaired())
}

/// What was typed or pasted changed the line: looks again.
pub(super) fn look(model: &mut Model, changes: impl FnOnce(&mut FindSheet) -> bool) {
    if let Some(Modal::Find(sheet)) = &mut model.modal
        && changes(sheet)
    {
        sheet.look(&model.book);
    }
}
