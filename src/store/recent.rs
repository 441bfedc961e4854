//! What stood in the file before this program's last saves. Another program that writes in the same moment has read one of
//! those books, not the newest: to take what it did not know of for taken out would undo what was just saved.
//!
//! What another program wrote is not counted here: whoever writes next has most likely read it, or written it.

use std::collections::VecDeque;

use crate::domain::Book;
use crate::domain::change::Change;

/// For how many looks at the file, with nothing new in it, the moment lasts: about two seconds. Before that nobody has
/// seen elsewhere what was saved, and can have meant to take it back.
const LOOKS: u32 = 3;

/// How many books are kept at most.
const MOST: usize = 64;

/// The books that stood in the file, each with the looks since it was replaced, the newest first.
#[derive(Default)]
pub(super) struct Recent(VecDeque<(u32, Book)>);

impl Recent {
    /// Notes a book whose place a save of this program took.
    pub(super) fn note(&mut self, book: Book) {
        self.0.truncate(MOST - 1);
        self.0.push_front((0, book));
    }

    /// Somebody looked, and there was nothing new.
    pub(super) fn pass_a_look(&mut self) {
        self.0.retain_mut(|(looks, _)| {
            *looks += 1;
            *looks < LOOKS
        });
    }

    /// The book that another program's book was made of: the last one, unless there is nothing in theirs of what came
    /// after an earlier one. A book that is the same as an earlier one was put back on purpose.
    pub(super) fn made_of(&self, last: Book, theirs: &Book) -> Book {
        let mut base = None;
        for (_, book) in &self.0 {
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
