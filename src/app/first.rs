//! The first screen: three ways to begin, where there is no book yet.

use super::keymap::Scope;
use super::model::Model;
use super::rows::Rows;
use super::screen::Screen;

/// A way to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// Write one line.
    Line,
    /// Bring people in from a file.
    Import,
    /// Look around in a book of invented people.
    LookAround,
}

impl Beginning {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::Line, Self::Import, Self::LookAround];

    /// Every way, the first under the cursor.
    #[must_use]
    pub fn rows() -> Rows<Self> {
        let mut rows = Rows::default();
        rows.replace(Self::ALL.to_vec());
        rows
    }

    /// What it is called, and what it is.
    #[must_use]
    pub const fn says(self) -> (&'static str, &'static str) {
        match self {
            Self::Line => ("Write one line", "met ana silva, Nordwind: pricing"),
            Self::Import => (
                "Bring people in",
                "a vCard, CSV or calendar file; shown before it is kept",
            ),
            Self::LookAround => ("Look around", "invented people; nothing of it is kept"),
        }
    }
}

impl Model {
    /// Whether the ways to begin stand on Today.
    #[must_use]
    pub fn is_beginning(&self) -> bool {
        self.screen == Screen::Today
            && !self.origin.demo
            && self.book.contacts.is_empty()
            && self.derived.agenda.is_empty()
    }

    /// The screen where the keys go once nothing lies over it.
    #[must_use]
    pub fn place(&self) -> Scope {
        match self.screen {
            Screen::Today if self.is_beginning() => Scope::First,
            Screen::Today => Scope::Today,
            Screen::Contacts => Scope::Contacts,
            Screen::Promises => Scope::Promises,
            Screen::Lunch if self.lunch.pair().is_none() => Scope::Week,
            Screen::Lunch => Scope::Lunch,
            Screen::Choices => Scope::Choices,
            Screen::Network => Scope::Network,
            Screen::Review => Scope::Review,
        }
    }
}
