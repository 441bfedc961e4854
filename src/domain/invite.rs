//! Invites, what I know about what they mean to the other person, and busy time.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::contact::{AimId, ContactId};
use super::exchange::{ExchangeKind, Horizon};
use super::id::Id;
use super::incident::Party;
use super::is_default;
use super::promise::PromiseId;
use super::redacted::redacted;

/// The identity of an [`Invite`].
pub type InviteId = Id<Invite>;
/// The identity of a [`Busy`] span.
pub type BusyId = Id<Busy>;

/// An hour that somebody and I may spend together.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    /// Identity.
    #[serde(default)]
    pub id: InviteId,
    /// With whom.
    pub with: Vec<ContactId>,
    /// Who asked whom.
    #[serde(default = "them", skip_serializing_if = "is_them")]
    pub host: Party,
    /// What the calendar calls it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// When it begins, by the wall clock of the place.
    pub start: NaiveDateTime,
    /// When it ends, by the wall clock of the place.
    pub end: NaiveDateTime,
    /// The IANA time zone of the place, where known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub zone: Option<String>,
    /// Whether it stands over a whole day; such an invite competes with nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub all_day: bool,
    /// The way there and the way back, in minutes each.
    #[serde(default, skip_serializing_if = "is_default")]
    pub travel_minutes: u32,
    /// Where.
    #[serde(default, skip_serializing_if = "is_default")]
    pub place: String,
    /// The day the invite came.
    pub asked_on: NaiveDate,
    /// The answer of the one who was invited (PARTSTAT of iCalendar).
    #[serde(default, skip_serializing_if = "is_default")]
    pub reply: Reply,
    /// The words of my answer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub my_words: String,
    /// Whether they took my "maybe" for a yes, once I have checked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub heard_yes: Option<bool>,
    /// My yes was to something else than what is planned.
    #[serde(default, skip_serializing_if = "is_default")]
    pub yes_void: bool,
    /// Whether they would mind another day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub move_ok: MoveOk,
    /// What became of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub outcome: Option<Outcome>,
    /// What I know about what it means to them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub assessment: Option<Assessment>,
    /// The day I asked whether it may move; until they answer, the word stands.
    #[serde(default, skip_serializing_if = "is_default")]
    pub asked_to_move: Option<NaiveDate>,
    /// How often I changed its hour, its place or its title: the SEQUENCE of one that comes from no calendar.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revision: u32,
    /// Where it stands in the calendar it came from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub calendar: Option<CalendarEntry>,
}

redacted!(Invite:
    id, with, host, start, end, all_day, travel_minutes, asked_on, reply, heard_yes, yes_void, move_ok, outcome,
    assessment, asked_to_move, revision, calendar;
    title, place, my_words
);

/// The answer of the one who was invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Reply {
    /// None yet.
    #[default]
    NeedsAction,
    /// Perhaps.
    Tentative,
    /// Yes.
    Accepted,
    /// No.
    Declined,
}

/// Whether they would mind another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum MoveOk {
    /// Not asked.
    #[default]
    Unknown,
    /// They said that moving is fine.
    TheySaidFine,
    /// They said that moving is hard.
    TheySaidHard,
}

/// What became of a past invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// We met.
    Happened,
    /// We did not.
    FellThrough,
    /// It went to another day.
    MovedTo(NaiveDate),
}

/// Where an invite stands in the calendar it came from (names of iCalendar, RFC 5545).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarEntry {
    /// UID.
    pub uid: String,
    /// SEQUENCE: a higher one replaces a lower one.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sequence: u32,
    /// RECURRENCE-ID, for one occurrence of a series: the start it had in the series.
    #[serde(default, skip_serializing_if = "is_default")]
    pub recurrence_id: Option<String>,
    /// ORGANIZER, an e-mail address.
    #[serde(default, skip_serializing_if = "is_default")]
    pub organizer: Option<String>,
    /// The address of mine that was invited: an answer comes from there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub attendee: Option<String>,
}

redacted!(CalendarEntry: sequence; uid);

/// What I know about what an hour with me means to the other person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// What the hour does for them; `None` while not answered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub help: Option<Help>,
    /// In which kind of value. Shown and counted in the balance, never weighed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub help_kind: Option<ExchangeKind>,
    /// Which of their aims it serves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aim: Option<AimId>,
    /// Which promises of mine it moves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub advances: Vec<PromiseId>,
    /// When they could have the hour instead.
    #[serde(default, skip_serializing_if = "is_default")]
    pub next_chance: NextChance,
    /// How long it matters to them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub horizon: Horizon,
    /// Someone may come to harm: then nothing is weighed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub safety: bool,
    /// Going would need an untruth to the one I turn down for it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub needs_untruth: bool,
}

/// What an hour with me does for them, 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Help {
    /// Nothing that I know of.
    Nothing,
    /// Pleasant.
    Pleasant,
    /// Useful.
    Useful,
    /// Important.
    Important,
    /// A lot hangs on it and hardly anyone else can help.
    Critical,
}

/// When they could have the hour instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum NextChance {
    /// I do not know; counted as two weeks.
    #[default]
    Unknown,
    /// Never again.
    Never,
    /// On this day, as they said.
    On(NaiveDate),
    /// About so many days after the hour, by my own guess.
    In(u32),
}

/// Time that is taken, with no word on what for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Busy {
    /// Identity.
    #[serde(default)]
    pub id: BusyId,
    /// From.
    pub start: NaiveDateTime,
    /// Until.
    pub end: NaiveDateTime,
    /// Where it stands in the calendar it came from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub calendar: Option<CalendarEntry>,
}

impl Help {
    /// All answers, from 0 to 4.
    pub const ALL: [Self; 5] = [
        Self::Nothing,
        Self::Pleasant,
        Self::Useful,
        Self::Important,
        Self::Critical,
    ];

    /// 0 to 4.
    #[must_use]
    pub const fn rating(self) -> i64 {
        match self {
            Self::Nothing => 0,
            Self::Pleasant => 1,
            Self::Useful => 2,
            Self::Important => 3,
            Self::Critical => 4,
        }
    }
}

impl Invite {
    /// An hour that somebody asked me for, and that I have not answered.
    #[must_use]
    pub const fn new(
        with: Vec<ContactId>,
        start: NaiveDateTime,
        end: NaiveDateTime,
        asked_on: NaiveDate,
    ) -> Self {
        Self {
            id: Id::nil(),
            with,
            host: Party::Them,
            title: String::new(),
            start,
            end,
            zone: None,
            all_day: false,
            travel_minutes: 0,
            place: String::new(),
            asked_on,
            reply: Reply::NeedsAction,
            my_words: String::new(),
            heard_yes: None,
            yes_void: false,
            move_ok: MoveOk::Unknown,
            outcome: None,
            assessment: None,
            asked_to_move: None,
            revision: 0,
            calendar: None,
        }
    }

    /// Takes down the answer of the one who was invited. A new yes binds, whatever stood before.
    pub const fn answer(&mut self, reply: Reply) {
        self.reply = reply;
        self.heard_yes = None;
        self.yes_void = false;
        self.asked_to_move = None;
        if matches!(reply, Reply::Accepted) {
            self.move_ok = MoveOk::Unknown;
        }
    }

    /// What calendars know it by: where it stands in the one it came from, else an identity made of its own.
    #[must_use]
    pub fn entry(&self) -> CalendarEntry {
        self.calendar.clone().unwrap_or_else(|| CalendarEntry {
            uid: own_uid(self.id),
            sequence: self.revision,
            recurrence_id: None,
            organizer: None,
            attendee: None,
        })
    }

    /// Whether a calendar waits for an answer of mine, and I gave one.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        let organizer = self
            .calendar
            .as_ref()
            .and_then(|entry| entry.organizer.as_ref());
        let is_asked = self.host == Party::Them && organizer.is_some();
        is_asked && self.outcome.is_none() && self.reply != Reply::NeedsAction
    }

    /// Counts a change of what a calendar shows of it.
    pub fn revise(&mut self, before: &Self) {
        let shown = |one: &Self| {
            let Self {
                start,
                end,
                all_day,
                place,
                title,
                ..
            } = one;
            (*start, *end, *all_day, place.clone(), title.clone())
        };
        if shown(self) != shown(before) {
            self.revision = before.revision.saturating_add(1);
        }
    }

    /// The time it takes out of the day, with the way there and back.
    #[must_use]
    pub fn taken(&self) -> Range<NaiveDateTime> {
        let travel = TimeDelta::minutes(i64::from(self.travel_minutes));
        let start = self.start.checked_sub_signed(travel).unwrap_or(self.start);
        let end = self.end.checked_add_signed(travel).unwrap_or(self.end);
        start..end
    }

    /// The day of the invite.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.start.date()
    }

    /// Whether the hour may still come about: not declined, not gone elsewhere, its day not past.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.reply != Reply::Declined && self.outcome.is_none() && self.day() >= today
    }

    /// Whether this person is among those it is with.
    #[must_use]
    pub fn is_with(&self, contact: ContactId) -> bool {
        self.with.contains(&contact)
    }
}

/// The identity in calendars of what comes from none: the same as long as the record lives.
#[must_use]
pub fn own_uid<T>(id: Id<T>) -> String {
    format!("goodword-{id}")
}

fn them() -> Party {
    Party::Them
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_them(host: &Party) -> bool {
    *host == Party::Them
}
