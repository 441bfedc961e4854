//! What follows from the book on a day, kept up with it.

use chrono::{NaiveDate, Weekday};

use crate::domain::Book;
use crate::domain::agenda::{self, Asking, Matter, agenda};
use crate::domain::change::Change;
use crate::domain::conflict::{Conflict, conflicts};
use crate::domain::load::Load;
use crate::domain::relationship::Relationships;
use crate::domain::touched::Touched;
use crate::domain::week::Week;

/// A change with more records than these is not followed: what comes of it is worked out anew.
const MOST: usize = 64;

/// What follows from the book on a day.
#[derive(Debug, Clone, Default)]
pub struct Derived {
    /// The book that it follows from. To hold it costs nothing: the program holds it too.
    book: Book,
    /// The day, and that on which weeks begin; none for what was not worked out yet.
    day: Option<(NaiveDate, Weekday)>,
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
            day: Some((today, first_day)),
            book: book.clone(),
            conflicts,
            relationships,
        }
    }

    /// Brings it up to a book. Gives what the change from the former one touches; `None` where all was worked out anew,
    /// because it was another day or too much changed. Either way it is the same as [`Derived::of`] gives.
    pub fn follow(&mut self, book: &Book, today: NaiveDate, first_day: Weekday) -> Option<Touched> {
        let is_same_day = self.day == Some((today, first_day));
        let change = is_same_day.then(|| Change::between(&self.book, book));
        let Some(change) = change.filter(|change| change.len() <= MOST) else {
            *self = Self::of(book, today, first_day);
            return None;
        };
        self.book = book.clone();
        self.relationships.follow(&change, book);
        let touched = Touched::by(change, &self.relationships);
        self.follow_touched(&touched, today, first_day);
        Some(touched)
    }

    fn follow_touched(&mut self, touched: &Touched, today: NaiveDate, first_day: Weekday) {
        let book = &self.book;
        self.week = self.week.follow(&touched.change, today, first_day);
        if touched.is_of_load() {
            self.load = Load::of_book(book, today);
        }
        if !touched.is_between_people_alone() {
            self.conflicts = conflicts(book, today);
        }
        // What stands behind the rest is in no book.
        while let Some(Matter::Inbox(_)) = self.agenda.last().map(|asking| asking.matter) {
            self.agenda.pop();
        }
        let (between, pairs) = (&self.relationships, &self.conflicts);
        agenda::follow(&mut self.agenda, touched, book, between, pairs, today);
    }

    /// The same, of a book that says less of the same records: ids stay, and the order in which they stand.
    #[must_use]
    pub(super) fn seen_as(&self, book: &Book) -> Self {
        Self {
            relationships: Relationships::of(book),
            book: book.clone(),
            day: self.day,
            agenda: self.agenda.clone(),
            conflicts: self.conflicts.clone(),
            load: self.load.clone(),
            week: self.week,
        }
    }
}
