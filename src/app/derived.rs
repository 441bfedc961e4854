//! What follows from the book on a day, worked out once per change.

use chrono::{NaiveDate, Weekday};

use crate::domain::Book;
use crate::domain::agenda::{Asking, agenda};
use crate::domain::conflict::{Conflict, conflicts};
use crate::domain::load::Load;
use crate::domain::relationship::Relationships;
use crate::domain::week::Week;

/// What follows from the book on a day.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// Everything between each person and me.
    pub relationships: Relationships,
    /// What asks for me.
    pub agenda: Vec<Asking>,
    /// The lunches that compete.
    pub conflicts: Vec<Conflict>,
    /// How much I have taken on.
    pub load: Load,
    /// What this week has brought.
    pub week: Week,
}

impl Derived {
    /// Works it out, for weeks that begin on this weekday.
    #[must_use]
    pub fn of(book: &Book, today: NaiveDate, first_day: Weekday) -> Self {
        let relationships = Relationships::of(book);
        let conflicts = conflicts(book, today);
        Self {
            agenda: agenda(book, &relationships, &conflicts, today),
            load: Load::of_book(book, today),
            week: Week::of(book, today, first_day),
            conflicts,
            relationships,
        }
    }
}
