//! A question with a few answers, one under the cursor.

use crate::app::form::Form;
use crate::app::rows::Rows;
use crate::domain::contact::ContactId;
use crate::domain::invite::InviteId;
use crate::domain::promise::PromiseId;

/// A question with a few answers.
#[derive(Debug, Clone)]
pub struct Menu {
    /// What it says above.
    pub title: String,
    /// What there is to know before answering, a paragraph each.
    pub text: Vec<String>,
    /// The answers.
    pub items: Vec<Item>,
    /// Which is under the cursor.
    pub rows: Rows<usize>,
    /// A form that waits behind the question.
    pub behind: Option<Box<Form>>,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Item {
    /// The answer.
    pub label: String,
    /// What follows from it.
    pub note: String,
    /// What is done.
    pub choice: Choice,
}

/// What an answer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing; a form that waits comes back.
    Stay,
    /// Drop what was typed.
    Discard,
    /// Keep the person, but out of the lists.
    Archive(ContactId),
    /// Bring the person back into the lists.
    Unarchive(ContactId),
    /// Delete the person and what goes along.
    DeleteContact(ContactId),
    /// Delete the promise.
    DeletePromise(PromiseId),
    /// Delete the invite.
    DeleteInvite(InviteId),
    /// Write the book again.
    SaveAgain,
    /// Leave without what could not be saved.
    LeaveUnsaved,
}

impl Menu {
    /// A question; the cursor stands on the first answer.
    #[must_use]
    pub fn new(title: impl Into<String>, text: Vec<String>, items: Vec<Item>) -> Self {
        let mut rows = Rows::default();
        rows.replace((0..items.len()).collect());
        Self {
            title: title.into(),
            text,
            items,
            rows,
            behind: None,
        }
    }

    /// What the answer under the cursor does.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let item = self.rows.selected().and_then(|at| self.items.get(at));
        item.map_or(Choice::Stay, |item| item.choice)
    }
}

impl Item {
    /// An answer.
    #[must_use]
    pub fn new(label: impl Into<String>, note: impl Into<String>, choice: Choice) -> Self {
        Self {
            label: label.into(),
            note: note.into(),
            choice,
        }
    }
}
