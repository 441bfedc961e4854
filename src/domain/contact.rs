//! People, and what they aim for.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::Id;
use super::is_default;
use super::person_name::first_name;
use super::redacted::redacted;

/// The identity of a [`Contact`].
pub type ContactId = Id<Contact>;
/// The identity of an [`Aim`].
pub type AimId = Id<Aim>;

/// A person I know.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Identity.
    #[serde(default)]
    pub id: ContactId,
    /// The whole name, as I would write it on an envelope.
    pub name: String,
    /// Other names that find the person.
    #[serde(default, skip_serializing_if = "is_default")]
    pub nicknames: Vec<String>,
    /// Where they work.
    #[serde(default, skip_serializing_if = "is_default")]
    pub organisation: String,
    /// What they do there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: String,
    /// Field or firm, for the variety of my circles.
    #[serde(default, skip_serializing_if = "is_default")]
    pub circle: String,
    /// E-mail addresses, the preferred one first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub emails: Vec<String>,
    /// Telephone numbers, the preferred one first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub phones: Vec<String>,
    /// Pages and profiles.
    #[serde(default, skip_serializing_if = "is_default")]
    pub urls: Vec<String>,
    /// Birthday, with or without its year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub birthday: Option<Birthday>,
    /// My own tags.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tags: Vec<String>,
    /// What they can help with.
    #[serde(default, skip_serializing_if = "is_default")]
    pub topics: Vec<String>,
    /// How we met.
    #[serde(default, skip_serializing_if = "is_default")]
    pub how_we_met: String,
    /// Tie strength (Granovetter 1973), as I see it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub tie: Tie,
    /// How often I mean to talk, in days; the same wish the screen calls pace.
    #[serde(default, skip_serializing_if = "is_default")]
    pub rhythm_days: Option<NonZeroU32>,
    /// The longest silence I accept, in days.
    #[serde(default, skip_serializing_if = "is_default")]
    pub at_worst_days: Option<NonZeroU32>,
    /// Until then the rhythm asks for nothing.
    #[serde(default, skip_serializing_if = "is_default")]
    pub snoozed_until: Option<NaiveDate>,
    /// My own line: no one-to-one for now.
    #[serde(default, skip_serializing_if = "is_default")]
    pub boundary: bool,
    /// Kept, but out of the lists.
    #[serde(default, skip_serializing_if = "is_default")]
    pub archived: bool,
    /// Where they want to get.
    #[serde(default, skip_serializing_if = "is_default")]
    pub aspirations: Vec<Aim>,
    /// What they are trying to solve.
    #[serde(default, skip_serializing_if = "is_default")]
    pub problems: Vec<Aim>,
    /// Whom they know, and how well.
    #[serde(default, skip_serializing_if = "is_default")]
    pub knows: Vec<(KnownPerson, Tie)>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_default")]
    pub notes: String,
    /// The identity of the person in the address book they came from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source_uid: Option<String>,
    /// Identities that are theirs too: in other address books, and of those who turned out to be the same person.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other_uids: Vec<String>,
    /// Fingerprints of what imports have told of them, sorted. What was told once is news no more, so that what I changed
    /// since stays changed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub imported: Vec<u32>,
    /// The day I wrote them down.
    pub added: NaiveDate,
}

redacted!(Contact:
    id, added, tie, rhythm_days, at_worst_days, snoozed_until, boundary, archived, aspirations, problems, knows, imported;
    name, nicknames, organisation, role, circle, emails, phones, urls, tags, topics, how_we_met, notes
);

impl Contact {
    /// Every identity they go by in an address book.
    pub fn uids(&self) -> impl Iterator<Item = &str> {
        let uids = self.source_uid.iter().chain(&self.other_uids);
        uids.map(String::as_str)
    }

    /// Whether an address book means them by this identity: one of theirs, or the id, by which a card goes that was
    /// written from this book.
    #[must_use]
    pub fn goes_by(&self, uid: &str) -> bool {
        self.uids().any(|known| known == uid) || self.id.to_string() == uid
    }

    /// Aspirations and problems that are still open, problems first.
    pub fn open_aims(&self) -> impl Iterator<Item = &Aim> {
        self.open_problems().chain(self.open_aspirations())
    }

    /// What they try to solve still.
    pub fn open_problems(&self) -> impl Iterator<Item = &Aim> {
        self.problems.iter().filter(|aim| aim.closed.is_none())
    }

    /// What they aim for still.
    pub fn open_aspirations(&self) -> impl Iterator<Item = &Aim> {
        self.aspirations.iter().filter(|aim| aim.closed.is_none())
    }

    /// An aspiration or problem by its id, open or closed.
    #[must_use]
    pub fn aim(&self, id: AimId) -> Option<&Aim> {
        self.problems
            .iter()
            .chain(&self.aspirations)
            .find(|aim| aim.id == id)
    }

    /// The name that stands alone in a sentence.
    #[must_use]
    pub fn first_name(&self) -> &str {
        first_name(&self.name)
    }
}

/// Something that a person wants, or is trying to solve.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aim {
    /// Identity.
    #[serde(default)]
    pub id: AimId,
    /// In their words where I have them.
    pub text: String,
    /// Whether they said so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: Source,
    /// How much it matters to them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub importance: Importance,
    /// The day I learnt of it.
    pub noted: NaiveDate,
    /// The day it was reached, solved or dropped.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: Option<NaiveDate>,
}

redacted!(Aim: id, source, importance, noted, closed; text);

/// Who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Source {
    /// They told me.
    #[default]
    TheySaid,
    /// I think so.
    MyGuess,
}

/// How much something matters to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Importance {
    /// Nice to have.
    Minor,
    /// Of use.
    #[default]
    Useful,
    /// It matters.
    Important,
    /// A lot hangs on it.
    Critical,
}

/// Tie strength: time, emotional intensity, intimacy and reciprocal services (Granovetter 1973), 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub enum Tie {
    /// Not said.
    #[default]
    Unknown,
    /// We have met.
    Acquaintance,
    /// We know each other.
    Familiar,
    /// We are close.
    Close,
    /// I would vouch, and be vouched for.
    Trusted,
}

/// A birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Birthday {
    /// The year, where known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// Somebody whom a contact knows.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum KnownPerson {
    /// A person of this book.
    Contact(ContactId),
    /// Somebody else, by name.
    Outside(String),
}

redacted!(enum KnownPerson: Contact(id), Outside {});
