//! What each screen remembers: its list, its cursor, its filter.

mod choices;
mod contacts;
mod lunch;
mod network;
mod promises;
mod review;
mod today;

use chrono::NaiveDate;
use tui_input::Input;

use super::derived::Derived;
use crate::domain::Book;
use crate::domain::query::{Among, Index, List, Query};

pub use choices::{ChoicesPane, Part};
pub use contacts::{ContactsPane, RecordCursor};
pub use lunch::LunchPane;
pub use network::{NetworkLine, NetworkPane, NetworkPart, NetworkRow};
pub use promises::{LedgerLine, LedgerRow, PromisesPane};
pub use review::ReviewPane;
pub use today::TodayPane;

/// What the lists are worked out from.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) book: &'a Book,
    pub(super) derived: &'a Derived,
    pub(super) index: &'a Index,
    pub(super) today: NaiveDate,
}

impl<'a> Ground<'a> {
    /// Where a filter looks.
    fn among(&self) -> Among<'a> {
        Among {
            book: self.book,
            relationships: &self.derived.relationships,
            index: self.index,
            today: self.today,
        }
    }
}

/// The filter of a list.
#[derive(Clone, Default)]
pub struct Filter {
    /// What was typed.
    pub input: Input,
    /// Whether it is being typed.
    pub is_open: bool,
    /// What it asks for, as it was read last.
    pub query: Query,
}

impl Filter {
    /// A filter as it is typed.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
            ..Self::default()
        }
    }

    /// What is asked for; empty shows everything.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value().trim()
    }

    /// Whether something is asked for.
    #[must_use]
    pub fn is_set(&self) -> bool {
        !self.text().is_empty()
    }

    /// What of it says nothing here.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        self.query.remarks.last().map(String::as_str)
    }

    /// Reads it again, by what the book knows now.
    pub(super) fn read(&mut self, list: List, index: &Index) {
        self.query = Query::read(self.input.value(), list, index);
    }
}
