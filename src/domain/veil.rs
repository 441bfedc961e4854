//! The book over somebody's shoulder: a copy in which nobody and no word of anybody can be made out.
//!
//! Names become "Person 1", "Person 2", texts, firms and circles become dots, and what identifies somebody without a word
//! of it being needed (roles, tags, birthdays) goes. Ids, days, states and numbers stay, so that every screen works as
//! before, and two lunches can be weighed without knowing whose they are.
//!
//! Every record is rebuilt field by field, without a shortcut: a field that is added later does not compile until
//! somebody decided whether it shows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::{Book, Settings, Unresolved};
use super::contact::{Aim, Contact, ContactId, KnownPerson};
use super::decision::{Decision, Review};
use super::exchange::Exchange;
use super::incident::Incident;
use super::interaction::Interaction;
use super::introduction::Introduction;
use super::invite::{Busy, Invite};
use super::options::{Choice, OptionSet};
use super::promise::{Blockage, Effort, Promise, State};

/// What stands for a text.
pub const DOTS: &str = "•••";

/// The number by which each person is called while names are hidden: it stays, whoever comes or goes meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers(BTreeMap<ContactId, usize>);

impl Numbers {
    /// Gives everybody a number who has none yet, in the order of the ids, which are random.
    pub fn count(&mut self, book: &Book) {
        for contact in book.contacts.iter() {
            let next = self.0.len() + 1;
            self.0.entry(contact.id).or_insert(next);
        }
    }

    /// "Person 2".
    fn name(&self, contact: ContactId) -> String {
        self.0
            .get(&contact)
            .map_or_else(|| "Person".to_owned(), |number| format!("Person {number}"))
    }
}

/// The copy that may be seen, where `veiled` is the copy of the book as it was `before`, made with the same numbers; of
/// two empty books at first. Costs nothing for tables that were not touched.
#[must_use]
pub fn veil(book: &Book, numbers: &Numbers, before: &Book, veiled: &Book) -> Book {
    macro_rules! each {
        ($table:ident, $veil:expr) => {
            if book.$table.is_same_list(&before.$table) {
                veiled.$table.clone()
            } else {
                book.$table.iter().map(|record| $veil(record)).collect()
            }
        };
    }
    Book {
        version: book.version,
        settings: Arc::new(Settings {
            order_of_lines: book.settings.order_of_lines.clone(),
            weekly_minutes: book.settings.weekly_minutes,
            views: Vec::new(),
            not_the_same: book.settings.not_the_same.clone(),
        }),
        contacts: each!(contacts, |contact| person(contact, numbers)),
        promises: each!(promises, promise),
        invites: each!(invites, invite),
        busy: each!(busy, busy),
        interactions: each!(interactions, talk),
        exchanges: each!(exchanges, exchange),
        incidents: each!(incidents, incident),
        introductions: each!(introductions, introduction),
        decisions: each!(decisions, decision),
        option_sets: each!(option_sets, options),
        unresolved: book.unresolved.iter().map(unresolved).collect(),
    }
}

/// Dots for a text; nothing for nothing.
fn dots(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        DOTS.to_owned()
    }
}

fn person(contact: &Contact, numbers: &Numbers) -> Contact {
    let knows = contact.knows.iter().map(|(person, tie)| {
        let person = match person {
            KnownPerson::Contact(id) => KnownPerson::Contact(*id),
            KnownPerson::Outside(_) => KnownPerson::Outside(DOTS.to_owned()),
        };
        (person, *tie)
    });
    Contact {
        id: contact.id,
        name: numbers.name(contact.id),
        nicknames: Vec::new(),
        organisation: dots(&contact.organisation),
        role: String::new(),
        circle: dots(&contact.circle),
        emails: contact.emails.iter().map(|email| dots(email)).collect(),
        phones: contact.phones.iter().map(|phone| dots(phone)).collect(),
        urls: contact.urls.iter().map(|url| dots(url)).collect(),
        birthday: None,
        tags: Vec::new(),
        topics: Vec::new(),
        how_we_met: dots(&contact.how_we_met),
        tie: contact.tie,
        rhythm_days: contact.rhythm_days,
        at_worst_days: contact.at_worst_days,
        snoozed_until: contact.snoozed_until,
        boundary: contact.boundary,
        archived: contact.archived,
        aspirations: contact.aspirations.iter().map(aim).collect(),
        problems: contact.problems.iter().map(aim).collect(),
        knows: knows.collect(),
        notes: dots(&contact.notes),
        source_uid: None,
        other_uids: Vec::new(),
        imported: Vec::new(),
        added: contact.added,
    }
}

fn aim(aim: &Aim) -> Aim {
    Aim {
        id: aim.id,
        text: dots(&aim.text),
        source: aim.source,
        importance: aim.importance,
        noted: aim.noted,
        closed: aim.closed,
    }
}

fn promise(promise: &Promise) -> Promise {
    Promise {
        id: promise.id,
        by: promise.by,
        contact: promise.contact,
        text: dots(&promise.text),
        kind: promise.kind,
        made: promise.made,
        due: promise.due,
        said: promise.said,
        exact_words: dots(&promise.exact_words),
        heard: promise.heard,
        impact: promise.impact,
        minutes: promise.minutes,
        state: state(&promise.state),
        efforts: promise.efforts.iter().map(effort).collect(),
        earlier_terms: promise.earlier_terms.clone(),
        reopened_from: promise.reopened_from,
    }
}

fn state(state: &State) -> State {
    match state {
        State::Blocked { since, by } => State::Blocked {
            since: *since,
            by: dots(by),
        },
        State::Delivered { on, was_blocked } => State::Delivered {
            on: *on,
            was_blocked: was_blocked.as_ref().map(|blockage| Blockage {
                since: blockage.since,
                by: dots(&blockage.by),
            }),
        },
        State::Open
        | State::Confirmed { .. }
        | State::Released { .. }
        | State::Withdrawn { .. }
        | State::Missed { .. }
        | State::MadeRight { .. } => state.clone(),
    }
}

fn effort(effort: &Effort) -> Effort {
    Effort {
        on: effort.on,
        told: effort.told,
        kind: effort.kind,
        text: dots(&effort.text),
    }
}

fn invite(invite: &Invite) -> Invite {
    Invite {
        id: invite.id,
        with: invite.with.clone(),
        host: invite.host,
        title: dots(&invite.title),
        start: invite.start,
        end: invite.end,
        // What competes is read from it; it is shown nowhere.
        zone: invite.zone.clone(),
        all_day: invite.all_day,
        travel_minutes: invite.travel_minutes,
        place: dots(&invite.place),
        asked_on: invite.asked_on,
        reply: invite.reply,
        my_words: dots(&invite.my_words),
        heard_yes: invite.heard_yes,
        yes_void: invite.yes_void,
        move_ok: invite.move_ok,
        outcome: invite.outcome,
        // Answers, ids and days; no words.
        assessment: invite.assessment.clone(),
        asked_to_move: invite.asked_to_move,
        revision: invite.revision,
        calendar: None,
    }
}

fn busy(busy: &Busy) -> Busy {
    Busy {
        id: busy.id,
        start: busy.start,
        end: busy.end,
        calendar: None,
    }
}

fn talk(talk: &Interaction) -> Interaction {
    Interaction {
        id: talk.id,
        with: talk.with.clone(),
        on: talk.on,
        kind: talk.kind,
        two_way: talk.two_way,
        note: dots(&talk.note),
    }
}

fn exchange(exchange: &Exchange) -> Exchange {
    Exchange {
        id: exchange.id,
        contact: exchange.contact,
        on: exchange.on,
        direction: exchange.direction,
        kind: exchange.kind,
        size: exchange.size,
        horizon: exchange.horizon,
        note: dots(&exchange.note),
        from: exchange.from,
    }
}

fn incident(incident: &Incident) -> Incident {
    Incident {
        id: incident.id,
        contact: incident.contact,
        about: incident.about,
        kind: incident.kind,
        severity: incident.severity,
        on: incident.on,
        noted: incident.noted,
        note: dots(&incident.note),
        settled: incident.settled,
        acknowledged: incident.acknowledged,
        made_right: incident.made_right,
        from: incident.from,
    }
}

fn introduction(introduction: &Introduction) -> Introduction {
    Introduction {
        id: introduction.id,
        requester: introduction.requester,
        target: introduction.target,
        purpose: dots(&introduction.purpose),
        good_for_target: dots(&introduction.good_for_target),
        asked_requester: introduction.asked_requester,
        yes_requester: introduction.yes_requester,
        asked_target: introduction.asked_target,
        yes_target: introduction.yes_target,
        made: introduction.made,
        followed_up: introduction.followed_up,
        declined: introduction.declined,
        promise: introduction.promise,
        value: introduction.value,
    }
}

fn decision(decision: &Decision) -> Decision {
    Decision {
        id: decision.id,
        on: decision.on,
        about: decision.about,
        chosen: decision.chosen,
        untruth_needed_for: decision.untruth_needed_for,
        // Numbers, states and days; no words.
        snapshot: decision.snapshot.clone(),
        followed_lean: decision.followed_lean,
        reason: dots(&decision.reason),
        told: decision.told,
        message: dots(&decision.message),
        review_on: decision.review_on,
        review: decision.review.as_ref().map(|review| Review {
            on: review.on,
            outcome: review.outcome,
            would_repeat: review.would_repeat,
            note: dots(&review.note),
        }),
        told_to: decision.told_to.clone(),
        knew: decision.knew,
        replaces: decision.replaces,
        weighed: decision.weighed,
    }
}

fn options(set: &OptionSet) -> OptionSet {
    let choice = |choice: &Choice| Choice {
        text: dots(&choice.text),
        now: choice.now,
        later: choice.later,
        they_know: choice.they_know,
        would_show: choice.would_show,
        my_gain: dots(&choice.my_gain),
    };
    OptionSet {
        id: set.id,
        contact: set.contact,
        on: set.on,
        question: dots(&set.question),
        options: set.options.iter().map(choice).collect(),
    }
}

fn unresolved(unresolved: &Unresolved) -> Unresolved {
    Unresolved {
        record: unresolved.record.clone(),
        field: unresolved.field.clone(),
        ours: dots(&unresolved.ours),
        theirs: dots(&unresolved.theirs),
    }
}
