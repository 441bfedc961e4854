//! Talks and meetings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::ContactId;
use super::id::Id;
use super::is_default;
use super::redacted::redacted;

/// The identity of an [`Interaction`].
pub type InteractionId = Id<Interaction>;

/// One time that I was in touch with one person or several.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interaction {
    /// Identity.
    #[serde(default)]
    pub id: InteractionId,
    /// With whom.
    pub with: Vec<ContactId>,
    /// The day.
    pub on: NaiveDate,
    /// In what way.
    pub kind: InteractionKind,
    /// Whether both sides spoke. Only that resets the rhythm.
    #[serde(default = "yes", skip_serializing_if = "Clone::clone")]
    pub two_way: bool,
    /// What it was about.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

redacted!(Interaction: id, with, on, kind, two_way; note);

/// In what way we were in touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InteractionKind {
    /// Face to face.
    InPerson,
    /// Over lunch.
    Lunch,
    /// By telephone or video.
    Call,
    /// In writing.
    Message,
    /// At a gathering.
    Event,
}

fn yes() -> bool {
    true
}
