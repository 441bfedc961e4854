//! What each screen remembers: its list, its cursor, its filter.

mod contacts;
mod lunch;
mod promises;
mod today;

use tui_input::Input;

pub use contacts::{ContactsPane, RecordCursor, Sort};
pub use lunch::LunchPane;
pub use promises::{LedgerLine, LedgerRow, PromisesPane};
pub use today::TodayPane;

/// The filter of a list.
#[derive(Clone, Default)]
pub struct Filter {
    /// What was typed.
    pub input: Input,
    /// Whether it is being typed.
    pub is_open: bool,
}

impl Filter {
    /// What is asked for; empty shows everything.
    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value().trim()
    }

    /// Whether it hides anything.
    #[must_use]
    pub fn is_set(&self) -> bool {
        !self.text().is_empty()
    }
}
