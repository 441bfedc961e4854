//! What the state machine asks of the world.

use crate::domain::Book;

/// Something to be done outside; the answer, if there is one, comes back as an [`super::Action`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Write the book; answered by [`super::action::Action::Saved`].
    Save(Book),
    /// Put a text onto the clipboard of the terminal.
    Copy(String),
    /// Go to the background of the shell.
    Suspend,
    /// Draw everything again.
    Redraw,
}
