//! Questions with a few answers.

use std::num::NonZeroU32;

use super::{
    after_lunch, brief, copies, first, form, in_hand, inbox, lunch, marked, network, promise,
    record, relation, saving, taken_back, today, unfinished,
};
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::model::Model;
use crate::app::sheet::Choice;
use crate::app::status::Leaving;
use crate::domain::Book;
use crate::domain::contact::Contact;
use crate::domain::dates::{days, short};
use crate::domain::invite::Outcome;
use crate::domain::promise::Step;
use crate::domain::removal::{
    without_contact, without_decision, without_introduction, without_invite, without_option_set,
    without_promise,
};
use crate::domain::sentences::network::introduction::pair;
use crate::domain::sentences::options::letter;
use crate::domain::sentences::{first_name, name};

pub(super) fn update(model: &mut Model, command: Command, cx: &Context) -> Vec<Effect> {
    let Some(Modal::Menu(menu)) = &mut model.modal else {
        return Vec::new();
    };
    let choice = match command {
        Command::Move(motion) => {
            menu.rows.step(motion, menu.items.len());
            return Vec::new();
        }
        Command::Enter => menu.choice(),
        _ => Choice::Stay,
    };
    let behind = menu.behind.take().map(|behind| *behind);
    model.modal = None;
    match choice {
        Choice::Stay => model.modal = behind,
        Choice::Discard => model.notify("Dropped", cx),
        Choice::SaveAgain => {
            model.modal = behind;
            return saving::save(model);
        }
        Choice::PutAside => {
            model.modal = behind;
            return vec![Effect::PutAside(model.book.clone())];
        }
        Choice::LeaveUnsaved => model.leaving = Leaving::Now,
        Choice::Open(subject) => form::open(model, subject, cx),
        Choice::Brief(id) => brief::show(model, id),
        Choice::Write(purpose) => super::draft::open(model, purpose, cx),
        Choice::HeardOfMiss(id) => {
            model.modal = promise::ask_what_you_heard(model, id).map(Modal::Menu);
        }
        Choice::WhichEnded(id) => {
            let menu = relation::ask_which_ended(model, id, cx);
            model.modal = Some(Modal::Menu(menu));
        }
        Choice::WhatYouNoted(id) => {
            let menu = relation::ask_which_noted(model, id, cx);
            model.modal = Some(Modal::Menu(menu));
        }
        Choice::Incident(id) => {
            model.modal = relation::ask_about_incident(model, id, cx).map(Modal::Menu);
        }
        Choice::ReplyTo(id) => {
            model.modal = lunch::ask_for_reply(model, id, cx).map(Modal::Menu);
        }
        Choice::NotInTime(id) => {
            model.modal = taken_back::ask_cost(model, id).map(Modal::Menu);
        }
        Choice::LetGoUntold(id) => {
            model.modal = taken_back::ask_cost_of_no(model, id).map(Modal::Menu);
        }
        _ => return act(model, choice, cx),
    }
    Vec::new()
}

/// The choices that do what they say at once.
pub(super) fn act(model: &mut Model, choice: Choice, cx: &Context) -> Vec<Effect> {
    match choice {
        Choice::DiscardAndLeave => saving::quit(model),
        Choice::KeepDemo => first::keep(model, cx),
        Choice::LeaveDemo => {
            first::leave(model, cx);
            Vec::new()
        }
        Choice::Many(bulk) => marked::apply(model, bulk, cx),
        Choice::DropLine(number) => inbox::drop(model, number, cx),
        Choice::Resume => unfinished::resume(model, cx),
        Choice::DropUnfinished => unfinished::drop(model, cx),
        Choice::MergeCopy(at) => copies::answer(model, at, true, cx),
        Choice::LeaveCopy(at) => copies::answer(model, at, false, cx),
        Choice::Act(command, id) => in_hand::on_promise(model, id, command, cx),
        Choice::End(id, way) => promise::end(model, id, way, cx),
        Choice::TheyMissed(id, kind) => promise::they_missed(model, id, kind, cx),
        Choice::ToldInTime(id) => taken_back::told(model, id, cx),
        Choice::BrokeWord(id, severity) => taken_back::broke_word(model, id, severity, cx),
        Choice::LetGo(id, severity) => taken_back::let_go(model, id, severity, cx),
        Choice::TakeStep(id, step) => network::take(model, id, step, cx),
        Choice::Decline(id, is_no) => network::decline(model, id, is_no, cx),
        Choice::ShowPerson(id) => {
            today::show_person(model, id, cx);
            Vec::new()
        }
        Choice::KeptAtLunch(lunch, promise) => after_lunch::kept(model, lunch, promise, cx),
        _ => change_book(model, choice, cx),
    }
}

/// The choices that change records and nothing else.
fn change_book(model: &mut Model, choice: Choice, cx: &Context) -> Vec<Effect> {
    let asked_after = taken_back::by_a_no(model, choice, cx);
    let before = &model.book;
    let changed = of_person(before, choice, cx)
        .or_else(|| of_promise(before, choice, cx))
        .or_else(|| of_incident(before, choice, cx))
        .or_else(|| of_invite(before, choice))
        .or_else(|| of_decision(before, choice, cx))
        .or_else(|| of_choice(before, choice))
        .or_else(|| of_introduction(before, choice))
        .or_else(|| of_entry(before, choice));
    let Some((label, after)) = changed else {
        return Vec::new();
    };
    let effects = model.edit(label, cx, |book| *book = after);
    if effects.is_empty() && model.notice.is_none() {
        model.notify("It stood so already: nothing changed", cx);
    }
    if let Some(menu) = asked_after {
        model.modal = Some(Modal::Menu(menu));
    }
    effects
}

/// The label of a step, and the book afterwards.
type Changed = Option<(String, Book)>;

fn of_person(before: &Book, choice: Choice, cx: &Context) -> Changed {
    let mut after = before.clone();
    let mut change = |id, change: &dyn Fn(&mut Contact)| {
        after.contacts.change(id, change);
        id
    };
    let (id, done) = match choice {
        Choice::Archive(id) => (
            change(id, &|who| who.archived = true),
            "archived".to_owned(),
        ),
        Choice::Unarchive(id) => {
            let id = change(id, &|who| who.archived = false);
            (id, "brought back".to_owned())
        }
        Choice::DeleteContact(id) => {
            after = without_contact(before, id).0;
            (id, "deleted".to_owned())
        }
        Choice::Pace(id, pace) => {
            let every = |pace: NonZeroU32| format!("every {}", days(pace.get().into()));
            let done = pace.map_or_else(|| "no pace".to_owned(), every);
            (change(id, &|who| who.rhythm_days = pace), done)
        }
        Choice::LeaveAlone(id, until) => {
            let alone = |day| format!("left alone until {}", short(day, cx.today));
            let done = until.map_or_else(|| "brought back".to_owned(), alone);
            (change(id, &|who| who.snoozed_until = until), done)
        }
        Choice::DrawLine(id, is_drawn) => {
            let done = if is_drawn {
                "drew a line"
            } else {
                "took the line away"
            };
            (change(id, &|who| who.boundary = is_drawn), done.to_owned())
        }
        _ => return None,
    };
    Some((format!("{done}: {}", name(before, id)), after))
}

fn of_promise(before: &Book, choice: Choice, cx: &Context) -> Changed {
    let mut after = before.clone();
    let (id, done) = match choice {
        Choice::DeletePromise(id) => {
            after = without_promise(before, id);
            (id, "deleted")
        }
        Choice::Heard(id, strength) => {
            let heard = Some((strength, cx.today));
            after.promises.change(id, |promise| promise.heard = heard);
            (id, "checked what they heard")
        }
        Choice::SaidAsHeard(id) => {
            after
                .promises
                .change(id, |promise| promise.said = promise.heard_strength());
            (id, "said as they heard it")
        }
        Choice::Unblock(id) => {
            let open = before.promises.get(id)?.after(Step::Unblock, cx.today);
            after.promises.put(open.ok()?);
            (id, "no longer stuck")
        }
        _ => return None,
    };
    let text = before.promises.get(id).map_or("", |promise| &promise.text);
    Some((format!("{done}: {text}"), after))
}

fn of_incident(before: &Book, choice: Choice, cx: &Context) -> Changed {
    let mut after = before.clone();
    let today = Some(cx.today);
    let done = match choice {
        Choice::Settled(id) => {
            after.incidents.change(id, |theirs| theirs.settled = today);
            "settled what happened"
        }
        Choice::OwnedUp(id) => {
            after
                .incidents
                .change(id, |wrong| wrong.acknowledged = today);
            "owned up"
        }
        Choice::WrongMadeRight(id) => {
            after.incidents.change(id, |wrong| wrong.made_right = today);
            "made right"
        }
        Choice::DeleteIncident(id) => {
            after.incidents.remove(id);
            "deleted what was noted"
        }
        _ => return None,
    };
    Some((done.to_owned(), after))
}

fn of_introduction(before: &Book, choice: Choice) -> Changed {
    let Choice::DeleteIntroduction(id) = choice else {
        return None;
    };
    let wish = before.introductions.get(id)?;
    let label = format!("deleted an introduction: {}", pair(before, wish));
    Some((label, without_introduction(before, id)))
}

fn of_entry(before: &Book, choice: Choice) -> Changed {
    let Choice::DeleteEntry(person, entry) = choice else {
        return None;
    };
    record::without(before, person, entry)
}

fn of_decision(before: &Book, choice: Choice, cx: &Context) -> Changed {
    let Choice::LookBackOn(id, day) = choice else {
        return None;
    };
    let mut after = before.clone();
    after
        .decisions
        .change(id, |decision| decision.review_on = day);
    let on = |day| format!("look back on {}", short(day, cx.today));
    Some((day.map_or_else(|| "no look back".to_owned(), on), after))
}

fn of_choice(before: &Book, choice: Choice) -> Changed {
    let who = |id| {
        let set = before.option_sets.get(id);
        set.map_or("", |set| first_name(before, set.contact))
    };
    Some(match choice {
        Choice::DeleteOption(id, at) => {
            let mut after = before.clone();
            after.option_sets.change(id, |set| {
                if at < set.options.len() {
                    set.options.remove(at);
                }
            });
            (
                format!("deleted option {} for {}", letter(at), who(id)),
                after,
            )
        }
        Choice::DeleteChoice(id) => {
            let after = without_option_set(before, id);
            (format!("deleted a choice for {}", who(id)), after)
        }
        Choice::DeleteDecision(id) => {
            let after = without_decision(before, id);
            ("took a decision back".to_owned(), after)
        }
        _ => return None,
    })
}

fn of_invite(before: &Book, choice: Choice) -> Changed {
    let mut after = before.clone();
    let done = match choice {
        Choice::DeleteInvite(id) => {
            after = without_invite(before, id);
            "deleted an invite"
        }
        Choice::Reply(id, reply) => {
            after.invites.change(id, |invite| invite.answer(reply));
            "answered an invite"
        }
        Choice::MoveOk(id, ok) => {
            after.invites.change(id, |invite| invite.move_ok = ok);
            "noted what they said about another day"
        }
        Choice::FellThrough(id) => {
            let fell_through = Some(Outcome::FellThrough);
            after
                .invites
                .change(id, |invite| invite.outcome = fell_through);
            "a lunch fell through"
        }
        _ => return None,
    };
    Some((done.to_owned(), after))
}
