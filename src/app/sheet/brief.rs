//! What there is to know before a meeting, to read, to copy and to write to a file.

use crate::domain::contact::ContactId;

/// The person to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BriefSheet {
    /// The person.
    pub contact: ContactId,
    /// How many lines it is scrolled down.
    pub scroll: usize,
}

impl BriefSheet {
    /// The brief about a person, from the top.
    #[must_use]
    pub const fn new(contact: ContactId) -> Self {
        Self { contact, scroll: 0 }
    }
}
