//! What is said to the user besides the screen: notices, where the book is, whether the program is to end.

use std::borrow::Cow;
use std::time::Duration;

/// A sentence on what just happened; it goes away by itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: Cow<'static, str>,
    /// Whether it tells of something that went wrong.
    pub is_warning: bool,
    /// When it goes, on the clock of [`super::Context`].
    pub until: Duration,
}

/// How long a notice stays.
pub(super) const NOTICE: Duration = Duration::from_secs(6);

/// Where the book is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// On disk.
    Saved,
    /// On its way.
    Writing,
    /// In place, but a power cut now might undo it.
    MaybeNotDurable(String),
    /// Only in this program; with the reason.
    Failed(String),
    /// Nothing of it is kept: the demo.
    NotKept,
}

/// Where the book comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The file, as it is shown; empty for the demo.
    pub path: String,
    /// Whether it is the demo book.
    pub demo: bool,
    /// Whether the day was given on the command line.
    pub clock_set: bool,
}

/// Whether the program is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// No.
    No,
    /// As soon as the book is on disk.
    WhenSaved,
    /// Now.
    Now,
}
