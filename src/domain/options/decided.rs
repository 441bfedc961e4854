//! How far a choice has come: open, decided, or looked back on.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::OptionSetId;
use crate::domain::book::Book;
use crate::domain::decision::{Decision, Subject, standing};

/// How far a choice has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Decided, and the day to look back has come.
    LookBack,
    /// Nothing is decided.
    Open,
    /// Decided; the day to look back is still to come, or there is none.
    Decided,
    /// Decided, and looked back on.
    LookedBack,
}

impl Stage {
    /// Its name, in a word or two.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LookBack => "look back",
            Self::Open => "open",
            Self::Decided => "decided",
            Self::LookedBack => "looked back",
        }
    }
}

/// The decision that stands about each choice, the last one where there are several.
#[must_use]
pub fn decisions(book: &Book) -> HashMap<OptionSetId, Arc<Decision>> {
    let mut of: HashMap<OptionSetId, Arc<Decision>> = HashMap::new();
    for decision in standing(book) {
        let Subject::Options(id) = decision.about else {
            continue;
        };
        let known = of.entry(id).or_insert_with(|| Arc::clone(decision));
        if (known.on, known.id) < (decision.on, decision.id) {
            *known = Arc::clone(decision);
        }
    }
    of
}

/// How far a choice has come, by the decision that stands about it.
#[must_use]
pub fn stage(decision: Option<&Decision>, today: NaiveDate) -> Stage {
    match decision {
        None => Stage::Open,
        Some(decision) if decision.review.is_some() => Stage::LookedBack,
        Some(decision) if decision.review_on.is_some_and(|day| day <= today) => Stage::LookBack,
        Some(_) => Stage::Decided,
    }
}
