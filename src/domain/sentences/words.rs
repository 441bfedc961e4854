//! The words for what a field of the book can say, the same on every screen.

use crate::domain::contact::Tie;
use crate::domain::exchange::{ExchangeKind, Horizon};
use crate::domain::interaction::InteractionKind;
use crate::domain::promise::Impact;

/// How close we are; empty where it is not said.
#[must_use]
pub const fn tie(tie: Tie) -> &'static str {
    match tie {
        Tie::Unknown => "",
        Tie::Acquaintance => "acquaintance",
        Tie::Familiar => "familiar",
        Tie::Close => "close",
        Tie::Trusted => "trusted",
    }
}

/// In what way we were in touch.
#[must_use]
pub const fn interaction(kind: InteractionKind) -> &'static str {
    match kind {
        InteractionKind::InPerson => "in person",
        InteractionKind::Lunch => "lunch",
        InteractionKind::Call => "call",
        InteractionKind::Message => "message",
        InteractionKind::Event => "event",
    }
}

/// The kind of value.
#[must_use]
pub const fn exchange_kind(kind: ExchangeKind) -> &'static str {
    match kind {
        ExchangeKind::Knowledge => "knowledge",
        ExchangeKind::Advice => "advice",
        ExchangeKind::Introduction => "an introduction",
    }
}

/// How long something matters.
#[must_use]
pub const fn horizon(horizon: Horizon) -> &'static str {
    match horizon {
        Horizon::Days => "days",
        Horizon::Months => "months",
        Horizon::Year => "a year",
        Horizon::Years => "years",
    }
}

/// What they build on a promise.
#[must_use]
pub const fn impact(impact: Impact) -> &'static str {
    match impact {
        Impact::Little => "little",
        Impact::Some => "some",
        Impact::Much => "much",
        Impact::Vital => "everything",
    }
}
