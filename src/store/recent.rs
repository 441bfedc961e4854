//! What stood in the file a moment ago. Another program that writes in the same moment as this one has read one of those
//! books, not the newest: to take what it did not know of for taken out would undo what was just saved.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::domain::Book;
use crate::domain::change::Change;

/// How long the moment is: before that, nobody has seen what was saved, and can have meant to take it back.
const MOMENT: Duration = Duration::from_secs(2);

/// How many books are looked at in it.
const MOST: usize = 64;

/// The books that stood in the file, each with when it was replaced, the newest first.
#[derive(Default)]
pub(super) struct Recent(VecDeque<(Instant, Book)>);

impl Recent {
    /// Notes a book that stands in the file no longer.
    pub(super) fn note(&mut self, book: Book) {
        self.0.retain(|(replaced, _)| replaced.elapsed() < MOMENT);
        self.0.truncate(MOST - 1);
        self.0.push_front((Instant::now(), book));
    }

    /// The book that another program's book was made of: the last one, unless there is nothing in theirs of what came
    /// after an earlier one. A book that is the same as an earlier one was put back on purpose.
    pub(super) fn made_of(&self, last: Book, theirs: &Book) -> Book {
        let mut base = None;
        let recent = self.0.iter();
        for (_, book) in recent.take_while(|(replaced, _)| replaced.elapsed() < MOMENT) {
            let since = Change::between(book, &last);
            if Change::between(book, theirs).is_empty() || since.shows_in(theirs) {
                break;
            }
            if !since.is_empty() {
                base = Some(book);
            }
        }
        base.cloned().unwrap_or(last)
    }
}
