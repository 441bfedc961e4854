//! What is between one person and me, on whichever screen: the pace, leaving alone, my line, what happened, lunches that
//! fell through.

use std::num::NonZeroU32;

use chrono::{Days, Months, NaiveDate};

use super::in_hand::{ask_which, nobody};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::{Choice, Item, Menu};
use crate::domain::contact::{Contact, ContactId};
use crate::domain::dates::{days, short};
use crate::domain::incident::{Incident, IncidentId, IncidentKind, Party};
use crate::domain::invite::{Invite, InviteId};
use crate::domain::promise::PromiseId;
use crate::domain::rhythm::is_snoozed;
use crate::domain::sentences::words::{MY_LINE, PACES};
use crate::domain::sentences::{first_name, guest, incident as say};

/// How often I mean to talk with a person.
pub(super) fn ask_for_pace(model: &Model, id: ContactId) -> Option<Menu> {
    let contact = model.book.contacts.get(id)?;
    let offered = &model.preferences.paces;
    let mut items: Vec<Item> = offered.iter().map(|pace| pace_item(id, *pace)).collect();
    let another = Choice::Open(Subject::Pace(id));
    items.push(Item::new("Another …", "2 weeks, 45 days", another));
    let none = Choice::Pace(id, None);
    items.push(Item::new("None", "nothing asks for a talk", none));
    let at = match contact.rhythm_days {
        Some(now) => offered.iter().position(|pace| *pace == now),
        None => Some(offered.len() + 1),
    };
    let who = first_name(&model.book, id);
    let text = match contact.rhythm_days {
        Some(now) => format!("Now: every {}.", days(now.get().into())),
        None => "No pace is set now.".to_owned(),
    };
    let title = format!("How often do you mean to talk with {who}?");
    Some(Menu::new(title, vec![text], items).at(at.unwrap_or(offered.len())))
}

/// A pace by its name, where it has one.
fn pace_item(id: ContactId, pace: NonZeroU32) -> Item {
    let choice = Choice::Pace(id, Some(pace));
    let number = days(pace.get().into());
    let named = PACES.iter().find(|(days, ..)| *days == pace.get());
    match named {
        Some((_, _, label)) => Item::new(*label, number, choice),
        None => Item::new(format!("Every {number}"), "", choice),
    }
}

/// Until when a person is left alone. It never hides what is owed to them.
pub(super) fn ask_for_later(model: &Model, id: ContactId, cx: &Context) -> Option<Menu> {
    let contact = model.book.contacts.get(id)?;
    let who = first_name(&model.book, id);
    let mut items = Vec::new();
    if is_snoozed(contact, cx.today) {
        items.push(bring_back(Choice::LeaveAlone(id, None)));
    }
    items.extend(whiles(cx.today, |until| {
        Choice::LeaveAlone(id, Some(until))
    }));
    let date = Choice::Open(Subject::Later(id));
    items.push(Item::new("Until a date …", "", date));
    let mut text = vec![what_it_hides(contact, cx)];
    if let Some(promise) = promise_in_sight(model) {
        text.push(NOT_ALONE.to_owned());
        items.push(new_terms(promise));
    }
    Some(Menu::new(format!("Leave {who} alone?"), text, items))
}

/// For how long somebody can be left alone, each with its last day.
pub(super) fn whiles(today: NaiveDate, choice: impl Fn(NaiveDate) -> Choice) -> Vec<Item> {
    let whiles = [
        ("For a day", today.checked_add_days(Days::new(1))),
        ("For a week", today.checked_add_days(Days::new(7))),
        ("For a month", today.checked_add_months(Months::new(1))),
    ];
    let item = |(label, until): (&str, Option<NaiveDate>)| {
        let until = until?;
        let note = format!("until {}", short(until, today));
        Some(Item::new(label, note, choice(until)))
    };
    whiles.into_iter().filter_map(item).collect()
}

/// No longer left alone.
pub(super) fn bring_back(choice: Choice) -> Item {
    Item::new("Bring back", "the pace asks again", choice)
}

/// Why a promise is not left alone like a pace.
pub(super) const NOT_ALONE: &str =
    "A promise cannot be put off alone: its day moves with terms agreed with them.";

/// What can be done about its day instead.
pub(super) fn new_terms(promise: PromiseId) -> Item {
    let terms = Choice::Open(Subject::NewTerms(promise));
    Item::new("New terms …", "another day, agreed with them", terms)
}

/// What leaving somebody alone hides, and what it does not.
fn what_it_hides(contact: &Contact, cx: &Context) -> String {
    let still = "Promises, silence, clashes and what is to be put right still ask.";
    match (contact.rhythm_days, contact.snoozed_until) {
        (None, _) => format!("No pace is set, so nothing asks for a talk. {still}"),
        (_, Some(until)) if is_snoozed(contact, cx.today) => {
            let until = short(until, cx.today);
            format!("Left alone until {until}. {still}")
        }
        _ => format!("Only the pace is silent until then. {still}"),
    }
}

/// The open promise of mine that the row under the cursor is about, not one of a whole person.
fn promise_in_sight(model: &Model) -> Option<PromiseId> {
    let id = model.promise_under_cursor()?;
    let promise = model.book.promises.get(id)?;
    promise.is_owed_by_me().then_some(id)
}

/// What is done to a person by name alone: what happened, what became of it, and my own line.
pub(super) fn by_name(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(id) = model.person_in_sight() else {
        nobody(model, cx);
        return Vec::new();
    };
    match command {
        Command::OwnLine => {
            let contact = model.book.contacts.get(id);
            let is_drawn = contact.is_some_and(|contact| contact.boundary);
            return super::menu::act(model, Choice::DrawLine(id, !is_drawn), cx);
        }
        Command::Settle => model.modal = Some(Modal::Menu(ask_which_noted(model, id, cx))),
        _ => {
            let who = first_name(&model.book, id);
            let items = what_happened(who, id);
            let menu = Menu::new(format!("You and {who}"), Vec::new(), items);
            model.modal = Some(Modal::Menu(menu));
        }
    }
    Vec::new()
}

/// What one of us did.
fn what_happened(who: &str, id: ContactId) -> Vec<Item> {
    vec![
        Item::new(
            format!("Something {who} did …"),
            "good or bad; noted where only you see it",
            Choice::Open(Subject::Incident(id, Party::Them)),
        ),
        Item::new(
            "Something you did …",
            "you wronged them, or helped",
            Choice::Open(Subject::Incident(id, Party::Me)),
        ),
    ]
}

/// What else there is to say of a person: how a promise ended, what happened, and my own line.
pub(super) fn ask_what_else(model: &Model, id: ContactId) -> Option<Menu> {
    let contact = model.book.contacts.get(id)?;
    let who = first_name(&model.book, id);
    let mut items = Vec::new();
    if !promises_with(model, id).is_empty() {
        let note = "let off, taken back, missed, confirmed";
        items.push(Item::new("A promise ended …", note, Choice::WhichEnded(id)));
    }
    items.extend(what_happened(who, id));
    items.push(if contact.boundary {
        let note = "one-to-one is possible again";
        Item::new("Take the line away", note, Choice::DrawLine(id, false))
    } else {
        let note = format!("{MY_LINE}; only you see it");
        Item::new("Draw a line", note, Choice::DrawLine(id, true))
    });
    let noted = model.derived.relationships.with(id).incidents.len();
    if noted > 0 {
        let note = "what happened between you, and what became of it";
        let choice = Choice::WhatYouNoted(id);
        items.push(Item::new(
            format!("What you noted ({noted}) …"),
            note,
            choice,
        ));
    }
    Some(Menu::new(format!("You and {who}"), Vec::new(), items))
}

/// Which of the things that happened between a person and me; behind a step of its own, because whoever ends a promise
/// with somebody looking on does not mean to show it.
pub(super) fn ask_which_noted(model: &Model, id: ContactId, cx: &Context) -> Menu {
    let between = model.derived.relationships.with(id);
    let mut happened: Vec<&Incident> = between.incidents.iter().map(AsRef::as_ref).collect();
    happened.sort_by_key(|incident| std::cmp::Reverse((incident.on, incident.id)));
    let items = happened.into_iter().map(|incident| {
        let label = format!("{} …", heading(incident, cx));
        Item::new(label, incident.note.clone(), Choice::Incident(incident.id))
    });
    let title = format!("What you noted of you and {}", first_name(&model.book, id));
    Menu::new(title, Vec::new(), items.collect())
}

/// "Wed 7 Jan, they acted in bad faith".
fn heading(incident: &Incident, cx: &Context) -> String {
    let kind = say::kind(incident.kind, incident.about);
    format!("{}, {kind}", short(incident.on, cx.today))
}

/// Which promise between a person and me ended otherwise.
pub(super) fn ask_which_ended(model: &Model, id: ContactId, cx: &Context) -> Menu {
    ask_which(model, &promises_with(model, id), Command::Ending, cx)
}

/// Every promise between a person and me: what is open first, then the last made.
fn promises_with(model: &Model, id: ContactId) -> Vec<PromiseId> {
    let mut promises = model.derived.relationships.with(id).promises.clone();
    promises.sort_by_key(|promise| {
        let made = std::cmp::Reverse(promise.made);
        (!promise.is_owed(), made, promise.id)
    });
    promises.iter().map(|promise| promise.id).collect()
}

/// What became of something that happened.
pub(super) fn ask_about_incident(model: &Model, id: IncidentId, cx: &Context) -> Option<Menu> {
    let incident = model.book.incidents.get(id)?;
    let mut items = Vec::new();
    if incident.is_theirs_to_settle() {
        let note = match incident.kind {
            IncidentKind::BadFaith => "it no longer speaks for care",
            _ => "noted with its day",
        };
        items.push(Item::new("It is settled", note, Choice::Settled(id)));
    }
    if incident.is_unrepaired() {
        let note = "it leaves what is to be put right";
        let made_right = Choice::WrongMadeRight(id);
        items.push(Item::new("It is made right", note, made_right));
        if incident.acknowledged.is_none() {
            let note = "they heard it from you; it is still to be put right";
            items.push(Item::new("You owned up", note, Choice::OwnedUp(id)));
        }
    }
    let edit = Choice::Open(Subject::KnownIncident(id));
    items.push(Item::new(
        "Edit …",
        "what, when, and how it was settled",
        edit,
    ));
    let delete = Choice::DeleteIncident(id);
    items.push(Item::new(
        "Delete",
        model
            .keymap
            .fill("for what was never so; {undo} brings it back"),
        delete,
    ));
    items.push(Item::leave_it());
    let standing = say::standing(incident, cx.today);
    let mut text = vec![incident.note.clone(), standing];
    text.retain(|line| !line.is_empty());
    Some(Menu::new(heading(incident, cx), text, items))
}

/// Whether lunches fell through: the one under the cursor, or both of a pair.
pub(super) fn ask_what_fell_through(
    model: &Model,
    among: &[InviteId],
    cx: &Context,
) -> Option<Menu> {
    let invites: Vec<&Invite> = among
        .iter()
        .filter_map(|id| model.book.invites.get(*id).map(AsRef::as_ref))
        .collect();
    let first = invites.first()?;
    let mut items: Vec<Item> = invites
        .iter()
        .map(|invite| {
            let who = guest(&model.book, invite);
            let note = "it leaves the lunches; no talk is noted";
            let label = format!("The lunch with {who} fell through");
            Item::new(label, note, Choice::FellThrough(invite.id))
        })
        .collect();
    if first.day() < cx.today {
        let note = "it came about, or moved to another day";
        let choice = Choice::Open(Subject::PastLunch(first.id));
        items.push(Item::new("Something else …", note, choice));
    }
    items.push(Item::new("It stands", "as it is", Choice::Stay));
    let day = short(first.day(), cx.today);
    Some(Menu::new(
        format!("What became of {day}?"),
        Vec::new(),
        items,
    ))
}
