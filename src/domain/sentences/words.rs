//! The words for what a field of the book can say, the same on every screen.

use crate::domain::balance::Amount;
use crate::domain::contact::Tie;
use crate::domain::exchange::{ExchangeKind, Horizon, Size};
use crate::domain::incident::Party;
use crate::domain::interaction::InteractionKind;
use crate::domain::owed::Mark;
use crate::domain::promise::{Impact, MissKind};
use crate::domain::rhythm::Pace;
use crate::domain::trust::{Facet, Word};
use crate::domain::tuning::TUNING;

/// What my line with a person says.
pub const MY_LINE: &str = "no one-to-one for now";

/// A promise that was kept, but neither in time nor with a word before.
pub const KEPT_LATE: &str = "kept late with no word before its day";

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

/// How much value went over at once.
#[must_use]
pub const fn size(size: Size) -> &'static str {
    match size {
        Size::Small => "small",
        Size::Medium => "medium",
        Size::Large => "large",
    }
}

/// How much value went over in all.
#[must_use]
pub const fn amount(amount: Amount) -> &'static str {
    match amount {
        Amount::Thin => "thin",
        Amount::Steady => "steady",
        Amount::Rich => "rich",
    }
}

/// How long it has been, by the time that I meant.
#[must_use]
pub const fn pace(pace: Pace) -> &'static str {
    match pace {
        Pace::Fresh => "fresh",
        Pace::Soon => "soon",
        Pace::Due => "due",
        Pace::Overdue => "overdue",
        Pace::Fading => "fading",
        Pace::Dormant => "dormant",
    }
}

/// What I owe a person most urgently, beside the name.
#[must_use]
pub const fn owed(mark: Mark) -> &'static str {
    match mark {
        Mark::Unheard => "unheard",
        Mark::Late => "late",
        Mark::DueToday => "today",
        Mark::PutRight => "put right",
        Mark::Unclear => "unclear",
        Mark::Pace => "pace",
    }
}

/// The paces that are offered: their days, as they are typed, and as a menu says them.
pub const PACES: [(u32, &str, &str); 4] = {
    let [month, quarter, half, year] = TUNING.paces;
    [
        (month, "1 month", "Every month"),
        (quarter, "3 months", "Every three months"),
        (half, "6 months", "Every half year"),
        (year, "1 year", "Once a year"),
    ]
};

/// What trust rests on.
#[must_use]
pub const fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Ability => "ability",
        Facet::Goodwill => "goodwill",
        Facet::Integrity => "integrity",
    }
}

/// What conduct has shown. It never stands without its range.
#[must_use]
pub const fn trust(word: Word) -> &'static str {
    match word {
        Word::Solid => "solid",
        Word::Good => "good",
        Word::Mixed => "mixed",
        Word::Strained => "strained",
    }
}

/// How a promise was missed: of mine what they saw, of theirs what I heard.
#[must_use]
pub const fn missed(kind: MissKind, by: Party) -> &'static str {
    match (kind, by) {
        (MissKind::Shown, Party::Me) => "missed with the effort shown",
        (MissKind::Shown, Party::Them) => "missed and told in time",
        (MissKind::ToldLate, _) => "missed and told late",
        (MissKind::Silent, _) => "missed in silence",
    }
}
