//! What happens to the program, from the keyboard or from the world.

use super::chord::Chord;
use super::inbox::Arrived;
use super::keymap::Command;
use super::pointer::{Press, Target};
use super::twins::Twins;
use crate::domain::Book;
use crate::domain::import_plan::{Findings, Progress};
use crate::domain::redacted::redacted;

/// Something that happens.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// The user asked for something.
    Do(Command),
    /// The user typed into a field.
    Type(Chord),
    /// The user pasted.
    Paste(String),
    /// The first key of a pair was pressed.
    Prefix(Chord),
    /// The mouse was pressed over this.
    Point(Press, Option<Target>),
    /// A save ended.
    Saved(SaveResult),
    /// Another program changed the book: the book that both came from, and what the other program made of it.
    Foreign(Box<(Book, Book)>),
    /// What another program wrote into the file cannot be read, for this reason; or it can again.
    Unreadable(Option<String>),
    /// Something was found in the inbox, or the sentence that says what went wrong with it.
    Inbox(Result<Arrived, String>),
    /// A copy of the book was put aside, or not: its path, or why not.
    PutAside(Result<String, String>),
    /// A message was handed on, or not: the sentence that says so.
    Handed(Result<String, String>),
    /// The demo, or why there is none.
    Demo(Result<Box<Book>, String>),
    /// The demo was written as a new book, or not: its path, or why not.
    DemoKept(Result<String, String>),
    /// How far the reading of a file is.
    LookingInto {
        /// The path, as it was typed.
        path: String,
        /// How far.
        progress: Progress,
    },
    /// What stands in a file, or why it was refused.
    LookedInto {
        /// The path, as it was typed.
        path: String,
        /// What was found.
        result: Result<Box<Findings>, String>,
    },
    /// A path was completed.
    Completed {
        /// As it was typed.
        typed: String,
        /// As far as all files agree on it.
        path: String,
    },
    /// The user's own editor gave a text back, or not: the sentence that says why.
    Edited(Result<String, String>),
    /// It is another day.
    NewDay,
    /// This is who may stand in the book twice.
    Twins(Box<Twins>),
    /// Time went on: notices go away.
    Tick,
}

redacted!(enum Action:
    Do(command), Type {}, Paste {}, Prefix(key), Point(press, target), Saved(result), Foreign {}, Unreadable {}, Inbox {}, PutAside {}, Handed {},
    Demo {}, DemoKept {}, LookingInto {}, LookedInto {}, Completed {}, Edited {}, NewDay, Twins {}, Tick
);

/// How a save ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveResult {
    /// On disk.
    Saved,
    /// In place, but a power cut now might undo it; with the reason.
    MaybeNotDurable(String),
    /// Not written; with the reason.
    NotSaved(String),
}
