//! What looking back on decisions says so far, of those that went with the lean and of those that did not.

use chrono::NaiveDate;

use super::book::Book;
use super::tuning::TUNING;

/// Of so many decisions, so many would be taken again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many were looked back on.
    pub of: usize,
    /// How many I would take again.
    pub again: usize,
}

/// The record of the decisions that were looked back on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hindsight {
    /// All of them.
    pub all: Tally,
    /// Those that went with a lean.
    pub with_lean: Tally,
    /// Those that went another way than the lean.
    pub otherwise: Tally,
}

impl Hindsight {
    /// Reads it from a book.
    #[must_use]
    pub fn of(book: &Book) -> Self {
        Self::within(book, |_| true)
    }

    /// The same of those on which I looked back on certain days.
    #[must_use]
    pub fn within(book: &Book, is_in: impl Fn(NaiveDate) -> bool) -> Self {
        let mut record = Self::default();
        for decision in book.decisions.iter() {
            let Some(review) = decision.review.as_ref().filter(|one| is_in(one.on)) else {
                continue;
            };
            record.all.add(review.would_repeat);
            match decision.followed_lean {
                Some(true) => record.with_lean.add(review.would_repeat),
                Some(false) => record.otherwise.add(review.would_repeat),
                None => {}
            }
        }
        record
    }

    /// Whether there are enough to say anything.
    #[must_use]
    pub const fn is_enough(&self) -> bool {
        self.all.of >= TUNING.fewest_reviews
    }
}

impl Tally {
    fn add(&mut self, again: bool) {
        self.of += 1;
        self.again += usize::from(again);
    }
}
