//! What a line can say.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::contact::{Aim, ContactId};
use crate::domain::exchange::Exchange;
use crate::domain::incident::Incident;
use crate::domain::interaction::Interaction;
use crate::domain::introduction::{Introduction, IntroductionId};
use crate::domain::invite::{Invite, InviteId, Reply};
use crate::domain::promise::{Effort, Promise, PromiseId};
use crate::domain::redacted::redacted;

/// What a line says, one thing of it. New records have no id yet.
#[derive(Clone, PartialEq)]
pub enum Fact {
    /// We were in touch.
    Talk(Box<Interaction>),
    /// A promise, mine or theirs.
    Promise(Box<Promise>),
    /// A promise is kept, on this day.
    Done(PromiseId, NaiveDate),
    /// I tried, or I told them.
    Effort(PromiseId, Effort),
    /// Value went over.
    Value(Box<Exchange>),
    /// They want to get somewhere.
    Aspiration(ContactId, Aim),
    /// They try to solve something.
    Problem(ContactId, Aim),
    /// Anything else about them.
    Note(ContactId, String),
    /// One is to be introduced to the other.
    Introduction(Box<Introduction>),
    /// I connected the two of an introduction, on this day.
    Introduced(IntroductionId, NaiveDate),
    /// An hour that we may spend together.
    Invite(Box<Invite>),
    /// The answer to an invite.
    Reply(InviteId, Reply),
    /// An invite goes to another time, and both of us said yes to that.
    Moved(Moved),
    /// Something happened that no promise tells.
    Incident(Box<Incident>),
    /// I drew a line with them, or took it away.
    Boundary(ContactId, bool),
    /// What they did is settled.
    Settled(ContactId),
    /// I owned up to a wrong of mine.
    OwnedUp(ContactId),
    /// I put a wrong of mine right.
    PutRight(ContactId),
    /// I leave their pace alone until this day.
    Later(ContactId, NaiveDate),
    /// So many minutes a week are free for what I promise.
    WeeklyMinutes(u32),
}

redacted!(enum Fact:
    Talk(talk), Promise(promise), Done(id, on), Effort(id, effort), Value(value), Aspiration(who, aim),
    Problem(who, aim), Note {}, Introduction(introduction), Introduced(id, on), Invite(invite), Reply(id, reply), Moved(moved),
    Incident(incident), Boundary(who, is_drawn), Settled(who), OwnedUp(who), PutRight(who), Later(who, until),
    WeeklyMinutes(minutes)
);

/// An invite that goes to another time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The invite.
    pub invite: InviteId,
    /// When it begins now.
    pub start: NaiveDateTime,
    /// When it ends now.
    pub end: NaiveDateTime,
}

impl Fact {
    /// Whom it is about first.
    #[must_use]
    pub fn who(&self) -> Option<ContactId> {
        match self {
            Self::Talk(talk) => talk.with.first().copied(),
            Self::Promise(promise) => Some(promise.contact),
            Self::Value(value) => Some(value.contact),
            Self::Introduction(introduction) => Some(introduction.requester),
            Self::Invite(invite) => invite.with.first().copied(),
            Self::Incident(incident) => Some(incident.contact),
            Self::Aspiration(who, _)
            | Self::Problem(who, _)
            | Self::Note(who, _)
            | Self::Boundary(who, _)
            | Self::Settled(who)
            | Self::OwnedUp(who)
            | Self::PutRight(who)
            | Self::Later(who, _) => Some(*who),
            Self::Done(..)
            | Self::Effort(..)
            | Self::Introduced(..)
            | Self::Reply(..)
            | Self::Moved(_)
            | Self::WeeklyMinutes(_) => None,
        }
    }
}
