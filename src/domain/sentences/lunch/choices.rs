//! The ways on: what each choice costs the other, other ways, and how each invite stands.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Case, is_sub_line, name_in_sentence};
use crate::domain::comparison::{Guard, Lean, Line, Side};
use crate::domain::conflict::has_my_word;
use crate::domain::dates::{self, short};
use crate::domain::decision::{Chosen, Decision, Subject};
use crate::domain::free::{free_days, is_free};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, MoveOk, NextChance, Reply};
use crate::domain::sentences::listed;

/// What no line can count.
pub const NOT_COUNTED: &str = "anything you noted as your own gain.";

impl Case<'_> {
    /// How the row of a choice is headed: "If you keep Dana", or "If you take Bob" against a word to Dana.
    #[must_use]
    pub fn choosing(&self, side: Side) -> String {
        let verb = if self.reading(side).word_given {
            "keep"
        } else if self.reading(side.other()).word_given {
            "take"
        } else {
            "choose"
        };
        format!("If you {verb} {}", self.name(side))
    }

    /// What choosing a side costs the other: "you set aside, for Bob: what it does for them. Bob waits until Mon 5 Oct."
    #[must_use]
    pub fn costs(&self, side: Side) -> String {
        let mut costs = self.against_what_comes_first(side);
        costs.extend(self.set_aside(side));
        if costs.is_empty() && self.verdict.lines_lean != Lean::NotAnswered {
            costs.push("set aside nothing that you wrote down".to_owned());
        }
        let costs = (!costs.is_empty()).then(|| format!("you {}.", costs.join(", and ")));
        let sentences: Vec<String> = costs
            .into_iter()
            .chain(self.waiting(side.other()))
            .collect();
        sentences.join(" ")
    }

    /// What a choice does to what comes before the lines: a word, a line drawn, an untruth, what speaks for care.
    fn against_what_comes_first(&self, side: Side) -> Vec<String> {
        let (name, other) = (self.name(side), self.name(side.other()));
        let guards = self.verdict.guards.iter();
        let against = guards.filter(|note| note.speaks_for != side);
        let others = against.filter_map(|note| match note.guard {
            Guard::Boundary => Some(format!("cross the line you drew with {name}")),
            Guard::Honesty => Some(format!("need an untruth to {other}")),
            Guard::TrustCaution => Some(format!("set aside what you noted about {name}")),
            Guard::Safety | Guard::WordGiven => None,
        });
        let word = self.word_taken_back(side.other()).map(str::to_owned);
        word.into_iter().chain(others).collect()
    }

    /// The word that choosing the other takes from a side.
    fn word_taken_back(&self, side: Side) -> Option<&'static str> {
        let invite = self.invite(side);
        self.reading(side)
            .word_given
            .then(|| match (invite.host, invite.reply) {
                _ if !has_my_word(invite) => "miss a promise due that day",
                (Party::Me, _) => "take back your invitation",
                (Party::Them, Reply::Accepted) => "take back a yes",
                (Party::Them, _) => "take back what was heard as a yes",
            })
    }

    /// The lines that a choice sets aside; `None` where there are none, or the answers that tell are missing.
    fn set_aside(&self, side: Side) -> Option<String> {
        let other = side.other();
        let lines = self.verdict.lines_for(other);
        if lines.is_empty() || self.verdict.lines_lean == Lean::NotAnswered {
            return None;
        }
        // What hangs on the help need not be named beside it.
        let hangs = |line: Line| is_sub_line(line) && lines.contains(&Line::Help);
        let lines: Vec<String> = lines
            .iter()
            .filter(|line| !hangs(**line))
            .map(|line| name_in_sentence(*line).to_owned())
            .collect();
        Some(format!(
            "set aside, for {}: {}",
            self.name(other),
            listed(&lines)
        ))
    }

    /// Until when a side waits that is not chosen. With whom I drew a line, nobody waits.
    fn waiting(&self, side: Side) -> Option<String> {
        let name = self.name(side);
        if self.reading(side).boundary {
            return None;
        }
        Some(match self.next_chance(side) {
            NextChance::On(day) => format!("{name} waits until {}.", short(day, self.today)),
            NextChance::In(days) => format!("{name} waits about {}.", dates::span(days.into())),
            NextChance::Never => format!("{name} has no other chance."),
            NextChance::Unknown => format!("How long {name} waits is not known."),
        })
    }

    /// What asking the one with my word means; `None` where not exactly one side has it, or it was asked or said already.
    #[must_use]
    pub fn if_you_ask(&self) -> Option<(Side, String)> {
        let side = match (self.a_reading.word_given, self.b_reading.word_given) {
            (true, false) => Side::A,
            (false, true) => Side::B,
            _ => return None,
        };
        if !self.is_open(side) {
            return None;
        }
        let name = self.name(side);
        let today = format!("today; if {name} says no, it stays {name}.");
        Some(match self.another_day(side) {
            Some(day) => (side, format!("{today} {day}")),
            None => (side, today),
        })
    }

    /// Other ways than one or the other, the nearest first.
    #[must_use]
    pub fn other_ways(&self) -> Vec<String> {
        let easier = if self.verdict.a_values.delay < self.verdict.b_values.delay {
            Side::A
        } else {
            Side::B
        };
        let waiting = self.name(easier.other());
        let day = self.invite(easier).day();
        let before = if day > self.today {
            format!(" before {}", day.format("%A"))
        } else {
            String::new()
        };
        // Where asking the one with my word is a way of its own, it names the day already.
        let is_said = self.if_you_ask().is_some_and(|(side, _)| side == easier);
        // Nobody with whom I drew a line is offered another hour.
        let drew_a_line = self.a_reading.boundary || self.b_reading.boundary;
        let mut ways: Vec<String> = self
            .another_day(easier)
            .filter(|_| !is_said && !drew_a_line && self.may_move(easier))
            .map(|day| match self.invite(easier).move_ok {
                MoveOk::TheySaidFine => day,
                _ => format!("{day} Ask {}.", self.name(easier)),
            })
            .into_iter()
            .collect();
        ways.push(format!("15 minutes with {waiting} by phone{before}."));
        if !drew_a_line {
            ways.push("All at one table, if both would like it.".to_owned());
        }
        ways
    }

    /// How the invite of a side stands: "asked Tue 22 Sep, you said yes".
    #[must_use]
    pub fn standing(&self, side: Side) -> String {
        let invite = self.invite(side);
        let asked = short(invite.asked_on, self.today);
        let asking = match invite.host {
            Party::Me => "you asked",
            Party::Them => "asked",
        };
        format!("{asking} {asked}, {}", reply(invite))
    }

    /// The reply to the invite of a side, where there is no room for more: "you said yes".
    #[must_use]
    pub fn reply(&self, side: Side) -> &'static str {
        reply(self.invite(side))
    }

    /// How often I moved somebody of this side within a year: shown, never weighed.
    #[must_use]
    pub fn moved_before(&self, side: Side) -> Option<String> {
        let of_this_side = |id: InviteId| {
            let invite = self.book.invites.get(id);
            invite.is_some_and(|invite| invite.with.iter().any(|id| self.invite(side).is_with(*id)))
        };
        let moved = |decision: &&Arc<Decision>| {
            let days = self.today.signed_duration_since(decision.on).num_days();
            match (decision.about, decision.chosen) {
                (Subject::Invites(a, b), Chosen::Moved { which, to: Some(_) })
                    if (0..365).contains(&days) =>
                {
                    of_this_side(if which == Side::A { a } else { b })
                }
                _ => false,
            }
        };
        let times = match self.book.decisions.iter().filter(moved).count() {
            0 => return None,
            1 => "once".to_owned(),
            2 => "twice".to_owned(),
            times => format!("{times} times"),
        };
        Some(format!(
            "You moved {} {times} within a year.",
            self.name(side)
        ))
    }

    /// Whether another day may be named: not to who said that moving is hard, nor to who is still thinking about it.
    fn may_move(&self, side: Side) -> bool {
        let invite = self.invite(side);
        invite.move_ok != MoveOk::TheySaidHard && invite.asked_to_move.is_none()
    }

    /// Another day for this lunch: the one they named, and whether the book leaves me that hour; else the first two on
    /// which it does. `None` where I noted that there is no other chance, or drew a line.
    fn another_day(&self, side: Side) -> Option<String> {
        if self.reading(side).boundary {
            return None;
        }
        let (invite, name) = (self.invite(side), self.name(side));
        let named = match self.next_chance(side) {
            NextChance::Never => return None,
            NextChance::On(day) if day > self.today => Some(short(day, self.today)),
            _ => None,
        };
        let is_mine = |day: NaiveDate| is_free(self.book, invite, day, self.today);
        match (self.next_chance(side), named) {
            (NextChance::On(day), Some(named)) if is_mine(day) => Some(format!(
                "You noted that {name} could also do {named}; you are free then."
            )),
            (_, Some(named)) => Some(format!(
                "You noted that {name} could also do {named}, but that hour is taken. {}",
                self.free_days(side)
            )),
            (_, None) => Some(self.free_days(side)),
        }
    }

    /// "You are free at 12:30 on Tue 29 Sep and Wed 30 Sep."
    fn free_days(&self, side: Side) -> String {
        let invite = self.invite(side);
        let days: Vec<String> = free_days(self.book, invite, self.today)
            .take(2)
            .map(|day| short(day, self.today))
            .collect();
        let time = invite.start.format("%H:%M");
        if days.is_empty() {
            format!("No weekday within a month is free at {time}.")
        } else {
            format!("You are free at {time} on {}.", listed(&days))
        }
    }

    pub(super) fn next_chance(&self, side: Side) -> NextChance {
        let assessment = self.invite(side).assessment.as_ref();
        assessment.map_or(NextChance::Unknown, |assessment| assessment.next_chance)
    }

    /// The lines on which both sides are equal: they are struck and named together.
    #[must_use]
    pub fn even_lines(&self) -> Vec<Line> {
        let difference = self.verdict.difference();
        let even = |line: &Line| difference.get(*line) == 0;
        Line::ALL.into_iter().filter(even).collect()
    }
}

/// The reply to an invite, mine or theirs: "you said yes", "they said no".
#[must_use]
pub fn reply(invite: &Invite) -> &'static str {
    match invite.host {
        Party::Me => their_reply(invite),
        Party::Them => my_reply(invite),
    }
}

fn their_reply(invite: &Invite) -> &'static str {
    match invite.reply {
        Reply::NeedsAction => "no reply yet",
        Reply::Tentative => "they said maybe",
        Reply::Accepted => "they said yes",
        Reply::Declined => "they said no",
    }
}

fn my_reply(invite: &Invite) -> &'static str {
    match invite.reply {
        Reply::NeedsAction => "not replied yet",
        Reply::Tentative => "you said maybe",
        Reply::Accepted => "you said yes",
        Reply::Declined => "you said no",
    }
}
