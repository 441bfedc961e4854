//! The ways on: what each choice sets aside, other ways, and what all of it was worked out from.

use std::sync::Arc;

use chrono::NaiveDate;

use super::facts::rating_words;
use super::{Case, is_sub_line, name_in_sentence};
use crate::domain::comparison::Side;
use crate::domain::comparison::{Answer, Line, Wait, answers_that_turn};
use crate::domain::dates::{self, short};
use crate::domain::decision::{Chosen, Decision, Subject};
use crate::domain::exchange::Horizon;
use crate::domain::free::{free_days, is_free};
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, MoveOk, NextChance, Reply};
use crate::domain::sentences::{counted, listed, words};

/// What no line can count.
pub const NOT_COUNTED: &str = "anything you noted as your own gain.";

impl Case<'_> {
    /// How the row of a choice is headed: "If you keep Dana", or "If you choose Bob" for one without my word.
    #[must_use]
    pub fn choosing(&self, side: Side) -> String {
        let verb = if self.reading(side).word_given {
            "keep"
        } else {
            "choose"
        };
        format!("If you {verb} {}", self.name(side))
    }

    /// What choosing a side sets aside: "sets aside, for Bob: what it does for them. Bob waits until Mon 5 Oct."
    #[must_use]
    pub fn sets_aside(&self, side: Side) -> String {
        let other = side.other();
        let lines = self.lines_for(other);
        // What hangs on the help need not be named beside it.
        let hangs = |line: Line| is_sub_line(line) && lines.contains(&Line::Help);
        let lines: Vec<String> = lines
            .iter()
            .filter(|line| !hangs(**line))
            .map(|line| name_in_sentence(*line).to_owned())
            .collect();
        let lost = if lines.is_empty() {
            "sets aside nothing that you wrote down.".to_owned()
        } else {
            format!("sets aside, for {}: {}.", self.name(other), listed(&lines))
        };
        match self.next_chance(other) {
            // With whom I drew a line, nobody waits.
            _ if self.reading(other).boundary => lost,
            NextChance::On(day) => {
                let day = short(day, self.today);
                format!("{lost} {} waits until {day}.", self.name(other))
            }
            NextChance::In(days) => {
                let wait = dates::span(days.into());
                format!("{lost} {} waits about {wait}.", self.name(other))
            }
            NextChance::Never | NextChance::Unknown => lost,
        }
    }

    /// What asking the one with my word means; `None` where not exactly one side has it, or it was asked or said already.
    #[must_use]
    pub fn if_you_ask(&self) -> Option<(Side, String)> {
        let side = match (self.a_reading.word_given, self.b_reading.word_given) {
            (true, false) => Side::A,
            (false, true) => Side::B,
            _ => return None,
        };
        if !self.may_be_asked(side) {
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

    /// Under all of it: what it was worked out from.
    #[must_use]
    pub fn footing(&self) -> String {
        let notes = self.notes(Side::A) + self.notes(Side::B);
        let answers = self.answers(Side::A) + self.answers(Side::B);
        format!(
            "Worked out from {} and {} of yours, and from nothing else. You decide.",
            counted(notes, "note"),
            counted(answers, "answer")
        )
    }

    /// Whom the lines know better; `None` where one side has less than twice the notes of the other.
    #[must_use]
    pub fn known_better(&self) -> Option<String> {
        let (a, b) = (self.notes(Side::A), self.notes(Side::B));
        let (side, more, less) = if a > b {
            (Side::A, a, b)
        } else {
            (Side::B, b, a)
        };
        (more >= 2 * less && more > less + 1).then(|| {
            let (name, other) = (self.name(side), self.name(side.other()));
            let more = counted(more, "note");
            format!(
                "You hold {more} on {name} and {less} on {other}: the lines know {name} better."
            )
        })
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
        format!("{asking} {asked}, {}", answer(invite))
    }

    /// The answer to the invite of a side, where there is no room for more: "you said yes".
    #[must_use]
    pub fn reply(&self, side: Side) -> &'static str {
        answer(self.invite(side))
    }

    /// Whether one answer moved by one step would turn the lines; `None` while answers are missing.
    #[must_use]
    pub fn one_step(&self) -> Option<String> {
        self.a_reading.help.and(self.b_reading.help)?;
        let order = &self.book.settings.order_of_lines;
        let turning = answers_that_turn(&self.a_reading, &self.b_reading, order);
        let Some((side, answer)) = turning.first() else {
            return Some("No answer moved by one step would turn the lines.".to_owned());
        };
        let name = self.name(*side);
        let answer = match answer {
            Answer::Help(help) => {
                format!("the hour being, for {name}, \"{}\"", rating_words(*help))
            }
            Answer::Wait(Wait::Never) => format!("no other chance for {name}"),
            Answer::Wait(Wait::Days(days)) => {
                format!("{name} waiting about {}", dates::days(*days))
            }
            Answer::Wait(Wait::Unknown) => format!("{name} waiting, nobody knows how long"),
            Answer::Horizon(horizon) => {
                format!("it mattering to {name} for {}", words::horizon(*horizon))
            }
        };
        Some(format!(
            "One answer moved by one step would turn the lines: {answer}."
        ))
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

    /// Whether they may be asked for another day: nobody is asked twice, nor who said already what they think of it.
    fn may_be_asked(&self, side: Side) -> bool {
        let invite = self.invite(side);
        invite.move_ok == MoveOk::Unknown && invite.asked_to_move.is_none()
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

    /// How many records about a side the lines can read.
    fn notes(&self, side: Side) -> usize {
        self.people(side)
            .map(|contact| {
                let between = self.relationships.with(contact.id);
                let mine = between.promises.iter().filter(|p| p.by == Party::Me);
                let talks = between.interactions.iter().filter(|i| i.two_way);
                contact.open_aims().count() + mine.count() + talks.count() + between.incidents.len()
            })
            .sum()
    }

    /// How many questions about a side are answered.
    fn answers(&self, side: Side) -> usize {
        let reading = self.reading(side);
        usize::from(reading.help.is_some())
            + usize::from(reading.wait != Wait::Unknown)
            + usize::from(reading.horizon != Horizon::default())
            + usize::from(reading.safety)
    }

    /// The lines on which both sides are equal: they are struck and named together.
    #[must_use]
    pub fn even_lines(&self) -> Vec<Line> {
        let difference = self.verdict.difference();
        let even = |line: &Line| difference.get(*line) == 0;
        Line::ALL.into_iter().filter(even).collect()
    }
}

/// The answer to an invite, mine or theirs: "you said yes", "no answer yet".
#[must_use]
pub fn answer(invite: &Invite) -> &'static str {
    match invite.host {
        Party::Me => their_reply(invite),
        Party::Them => my_reply(invite),
    }
}

fn their_reply(invite: &Invite) -> &'static str {
    match invite.reply {
        Reply::NeedsAction => "no answer yet",
        Reply::Tentative => "the answer is maybe",
        Reply::Accepted => "the answer is yes",
        Reply::Declined => "the answer is no",
    }
}

fn my_reply(invite: &Invite) -> &'static str {
    match invite.reply {
        Reply::NeedsAction => "you have not answered",
        Reply::Tentative => "you said maybe",
        Reply::Accepted => "you said yes",
        Reply::Declined => "you said no",
    }
}
