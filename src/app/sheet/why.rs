//! Why it stands so with a person: what is behind each gauge, to read.

use crate::domain::contact::ContactId;

/// The person whose gauges are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WhySheet {
    /// The person.
    pub contact: ContactId,
    /// How many lines it is scrolled down.
    pub scroll: usize,
}

impl WhySheet {
    /// The gauges of a person, from the top.
    #[must_use]
    pub const fn new(contact: ContactId) -> Self {
        Self { contact, scroll: 0 }
    }
}
