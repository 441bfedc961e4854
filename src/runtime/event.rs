//! What the loop hears of: from the keyboard, from the world, and from its own threads.

use crate::app::action::SaveResult;
use crate::app::chord::Chord;
use crate::app::inbox::Arrived;
use crate::app::pointer::Press;
use crate::app::twins::Twins;
use crate::domain::import_plan::{Findings, Progress};
use crate::store::Foreign;
use crate::store::config::Config;

/// What comes in.
pub(super) enum Event {
    Key(Chord),
    Paste(String),
    /// The mouse was pressed at a column and a row, counted from 0.
    Mouse(Press, u16, u16),
    Resized,
    /// The keyboard is gone.
    NoInput,
    /// A signal asks the program to end; with its number.
    End(i32),
    /// The shell brought the program back.
    Resumed,
    /// The thread of this name broke.
    Broken(String),
    /// How far the reading of the file at this path is.
    LookingInto(String, Progress),
    /// What stands in the file at this path, or why it was refused.
    LookedInto(String, Result<Box<Findings>, String>),
    /// A message was handed to the mail program, or not.
    Handed(Result<String, String>),
    /// The book as it was before a save could not be kept; with the reason.
    NotBackedUp(String),
    /// A save ended, of so many changes at once.
    Saved(SaveResult, usize),
    /// The configuration says something else now, or cannot be read for this reason.
    Settings(Box<Result<Config, String>>),
    /// Another program changed the book.
    Foreign(Box<Foreign>),
    /// Something was found in the inbox, or the sentence that says what went wrong with it.
    Inbox(Result<Arrived, String>),
    /// What is odd about the book, in a sentence.
    Odd(String),
    /// Who may stand in the book twice.
    Twins(Box<Twins>),
    /// What another program wrote cannot be read, for this reason; or can again.
    Unreadable(Option<String>),
}
