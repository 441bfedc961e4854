//! The lines of the inbox that wait to be mended. They stand on Today behind all else, and in no book.

use chrono::NaiveDate;

use super::derived::Derived;
use super::model::Model;
use crate::domain::Book;
use crate::domain::agenda::{Asking, Matter};
use crate::domain::capture::{Known, read};
use crate::domain::redacted::redacted;
use crate::domain::sentences::{agenda, capture};

/// What was found in the inbox.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Its number: what is saved from now on has it.
    pub number: u64,
    /// Lines to be taken into the book.
    pub lines: Vec<String>,
    /// Lines that wait since an earlier session.
    pub waiting: Vec<String>,
}

redacted!(Arrived: number; lines, waiting);

/// The lines that wait.
#[derive(Clone, Default)]
pub struct Inbox {
    waiting: Vec<Waiting>,
    /// The number of the last line that waited.
    last: u32,
    /// The number of what arrived last.
    heard: u64,
}

/// A line that waits.
#[derive(Clone)]
struct Waiting {
    number: u32,
    text: String,
    /// Why it cannot be taken in as it stands.
    why: String,
}

impl Inbox {
    /// The number of what arrived last, and what of it waits.
    #[must_use]
    pub fn state(&self) -> (u64, Vec<String>) {
        let lines = self.waiting.iter().map(|line| line.text.clone());
        (self.heard, lines.collect())
    }

    /// The text of a line.
    #[must_use]
    pub fn text(&self, number: u32) -> Option<&str> {
        let mut lines = self.waiting.iter();
        let line = lines.find(|line| line.number == number)?;
        Some(&line.text)
    }

    /// Something arrived, and these lines wait from now on.
    pub(super) fn hear(&mut self, number: u64, waiting: Vec<String>) {
        self.heard = number;
        for text in waiting {
            self.last = self.last.saturating_add(1);
            self.waiting.push(Waiting {
                number: self.last,
                text,
                why: String::new(),
            });
        }
    }

    /// A line waits no more.
    pub(super) fn forget(&mut self, number: u32) {
        self.waiting.retain(|line| line.number != number);
    }

    /// Reads the lines again, after the book or the day changed.
    pub(super) fn read_again(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        let known = Known {
            book,
            relationships: &derived.relationships,
            today,
            event: None,
        };
        for line in &mut self.waiting {
            line.why = match read(&line.text, known) {
                Ok(_) => "see first whether your book has it already".to_owned(),
                Err(unread) => capture::why(&unread, known),
            };
        }
    }

    /// The rows of Today.
    pub(super) fn rows(&self) -> impl Iterator<Item = Asking> {
        self.waiting.iter().map(|line| Asking {
            matter: Matter::Inbox(line.number),
            contact: None,
        })
    }

    /// The same lines without a word of theirs, for a screen that hides names.
    pub(super) fn as_seen(&self) -> Self {
        let hidden = |line: &Waiting| Waiting {
            number: line.number,
            text: String::new(),
            why: "a line that waits to be mended".to_owned(),
        };
        Self {
            waiting: self.waiting.iter().map(hidden).collect(),
            ..*self
        }
    }

    fn why(&self, number: u32) -> String {
        let mut lines = self.waiting.iter();
        let line = lines.find(|line| line.number == number);
        line.map_or_else(String::new, |line| match line.text.as_str() {
            "" => line.why.clone(),
            text => format!("\"{text}\": {}", line.why),
        })
    }
}

impl Model {
    /// A row of Today in words.
    #[must_use]
    pub fn asking(&self, asking: &Asking, today: NaiveDate) -> agenda::Row {
        let mut row = agenda::row(asking, &self.book, &self.derived.relationships, today);
        if let Matter::Inbox(number) = asking.matter {
            row.why = self.inbox.why(number);
        }
        row
    }
}
