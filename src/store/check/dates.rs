//! Dates that can hardly be meant.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::labels::{AimOf, Labelled};
use crate::domain::Book;
use crate::domain::contact::{Birthday, Contact};
use crate::domain::decision::{Chosen, Decision};
use crate::domain::incident::Incident;
use crate::domain::introduction::Introduction;
use crate::domain::invite::{Invite, NextChance, Outcome};
use crate::domain::promise::{Promise, State};

/// The years that are taken as meant.
const YEARS: RangeInclusive<i32> = 1900..=2200;

/// One sentence for each odd date.
pub(super) fn odd(book: &Book) -> Vec<String> {
    let mut search = Search(Vec::new());
    for contact in book.contacts.iter() {
        search.contact(contact);
    }
    for promise in book.promises.iter() {
        search.promise(promise);
    }
    for invite in book.invites.iter() {
        search.invite(invite);
    }
    for busy in book.busy.iter() {
        let (start, end) = (busy.start.date(), busy.end.date());
        search.years(busy.as_ref(), [("start", Some(start)), ("end", Some(end))]);
        search.order(busy.as_ref(), busy.start, busy.end, "ends before it begins");
    }
    for interaction in book.interactions.iter() {
        search.years(interaction.as_ref(), [("on", Some(interaction.on))]);
    }
    for exchange in book.exchanges.iter() {
        search.years(exchange.as_ref(), [("on", Some(exchange.on))]);
    }
    for incident in book.incidents.iter() {
        search.incident(incident);
    }
    for introduction in book.introductions.iter() {
        search.introduction(introduction);
    }
    for decision in book.decisions.iter() {
        search.decision(decision);
    }
    for options in book.option_sets.iter() {
        search.years(options.as_ref(), [("on", Some(options.on))]);
    }
    search.0
}

struct Search(Vec<String>);

impl Search {
    fn contact(&mut self, contact: &Contact) {
        self.years(
            contact,
            [
                ("added", Some(contact.added)),
                ("snoozed_until", contact.snoozed_until),
            ],
        );
        if contact.birthday.is_some_and(|birthday| !is_day(birthday)) {
            self.0.push(format!(
                "{} has a birthday that is no day of the calendar.",
                contact.label()
            ));
        }
        for aim in contact.aspirations.iter().chain(&contact.problems) {
            let of = AimOf(aim, contact);
            self.years(&of, [("noted", Some(aim.noted)), ("closed", aim.closed)]);
            let closed = aim.closed.unwrap_or(aim.noted);
            self.order(&of, aim.noted, closed, "was closed before it was noted");
        }
    }

    fn promise(&mut self, promise: &Promise) {
        self.years(
            promise,
            [
                ("made", Some(promise.made)),
                ("due", promise.due),
                ("heard", promise.heard.map(|(_, on)| on)),
                ("state", promise.state.day()),
                ("delivered", confirmed_delivery(&promise.state)),
            ],
        );
        for effort in &promise.efforts {
            self.years(promise, [("on", Some(effort.on)), ("told", effort.told)]);
            let told = effort.told.unwrap_or(effort.on);
            let sentence = "tells of an effort before it was made";
            self.order(promise, effort.on, told, sentence);
        }
        for terms in &promise.earlier_terms {
            self.years(promise, [("until", Some(terms.until)), ("due", terms.due)]);
        }
        let due = promise.due.unwrap_or(promise.made);
        self.order(promise, promise.made, due, "is due before it was made");
        let ended = promise.state.day().unwrap_or(promise.made);
        self.order(
            promise,
            promise.made,
            ended,
            "came to its state before it was made",
        );
        if let Some(done) = confirmed_delivery(&promise.state) {
            self.order(promise, promise.made, done, "was done before it was made");
            self.order(promise, done, ended, "was confirmed before it was done");
        }
    }

    fn invite(&mut self, invite: &Invite) {
        let moved_to = match invite.outcome {
            Some(Outcome::MovedTo(day)) => Some(day),
            _ => None,
        };
        let next = invite.assessment.as_ref().map(|known| known.next_chance);
        let next_chance = match next {
            Some(NextChance::On(day)) => Some(day),
            _ => None,
        };
        self.years(
            invite,
            [
                ("start", Some(invite.start.date())),
                ("end", Some(invite.end.date())),
                ("asked_on", Some(invite.asked_on)),
                ("asked_to_move", invite.asked_to_move),
                ("outcome", moved_to),
                ("next_chance", next_chance),
            ],
        );
        self.order(invite, invite.start, invite.end, "ends before it begins");
    }

    fn incident(&mut self, incident: &Incident) {
        self.years(
            incident,
            [
                ("on", Some(incident.on)),
                ("noted", incident.noted),
                ("settled", incident.settled),
                ("acknowledged", incident.acknowledged),
                ("made_right", incident.made_right),
            ],
        );
        for (day, sentence) in [
            (incident.settled, "was settled before it happened"),
            (incident.acknowledged, "was owned up to before it happened"),
            (incident.made_right, "was made right before it happened"),
        ] {
            self.order(incident, incident.on, day.unwrap_or(incident.on), sentence);
        }
    }

    fn introduction(&mut self, introduction: &Introduction) {
        self.years(
            introduction,
            [
                ("asked_requester", introduction.asked_requester),
                ("yes_requester", introduction.yes_requester),
                ("asked_target", introduction.asked_target),
                ("yes_target", introduction.yes_target),
                ("made", introduction.made),
                ("followed_up", introduction.followed_up),
                ("declined", introduction.declined),
            ],
        );
    }

    fn decision(&mut self, decision: &Decision) {
        let moved_to = match decision.chosen {
            Chosen::Moved { to, .. } => to,
            _ => None,
        };
        self.years(
            decision,
            [
                ("on", Some(decision.on)),
                ("chosen", moved_to),
                ("told", decision.told),
                ("review_on", decision.review_on),
                ("review", decision.review.as_ref().map(|review| review.on)),
            ],
        );
    }

    fn years<const N: usize>(&mut self, of: &impl Labelled, dates: [(&str, Option<NaiveDate>); N]) {
        for (field, date) in dates {
            if let Some(date) = date.filter(|date| !YEARS.contains(&date.year())) {
                self.0.push(format!(
                    "{} has a date in the year {}: {field}.",
                    of.label(),
                    date.year()
                ));
            }
        }
    }

    fn order<T: PartialOrd + Copy>(
        &mut self,
        of: &impl Labelled,
        earlier: T,
        later: T,
        sentence: &str,
    ) {
        if later < earlier {
            self.0.push(format!("{} {sentence}.", of.label()));
        }
    }
}

/// The day that a confirmed promise was done, where it is kept.
const fn confirmed_delivery(state: &State) -> Option<NaiveDate> {
    match state {
        State::Confirmed { delivered, .. } => *delivered,
        _ => None,
    }
}

/// Whether there is such a day; without a year, the 29th of February is one.
fn is_day(birthday: Birthday) -> bool {
    let year = birthday.year.unwrap_or(2000);
    NaiveDate::from_ymd_opt(year, birthday.month, birthday.day).is_some()
}
