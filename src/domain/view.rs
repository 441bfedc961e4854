//! Saved views: a list with its filter and its order, under a number.

use serde::{Deserialize, Serialize};

use super::is_default;
use super::query::List;
use super::redacted::redacted;

/// A list, as I look at it again and again.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Its name.
    pub name: String,
    /// The filter, as it is typed.
    pub filter: String,
    /// The key that recalls it, 1 to 9; 0 for none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub number: u8,
    /// The list.
    #[serde(default, skip_serializing_if = "is_default")]
    pub list: List,
    /// The order of the list.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sort: Sorting,
}

redacted!(View: number, list, sort; name, filter);

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Sorting {
    /// What asks for most first: of people what I owe, of promises when they are due.
    #[default]
    Owed,
    /// By the name of the person.
    Name,
    /// People by the last talk, the longest ago first.
    LastTalk,
    /// Promises by the day they were made, the last first.
    Made,
}

impl Sorting {
    /// The orders that a list has.
    const fn of(list: List) -> &'static [Self] {
        match list {
            List::Today | List::Choices => &[Self::Owed],
            List::People => &[Self::Owed, Self::Name, Self::LastTalk],
            List::Promises => &[Self::Owed, Self::Name, Self::Made],
        }
    }

    /// The same order where the list has it, else the usual one.
    #[must_use]
    pub fn within(self, list: List) -> Self {
        if Self::of(list).contains(&self) {
            self
        } else {
            Self::Owed
        }
    }

    /// The next order of the list.
    #[must_use]
    pub fn next(self, list: List) -> Self {
        let mut orders = Self::of(list).iter().cycle();
        orders.find(|order| **order == self.within(list));
        orders.next().copied().unwrap_or_default()
    }

    /// Its name.
    #[must_use]
    pub const fn name(self, list: List) -> &'static str {
        match (self, list) {
            (Self::Name, List::Promises) => "by person",
            (Self::Owed, List::Promises) => "by due",
            (Self::Owed, _) => "by what you owe",
            (Self::Name, _) => "by name",
            (Self::LastTalk, _) => "by last talk",
            (Self::Made, _) => "by made, the last first",
        }
    }
}
