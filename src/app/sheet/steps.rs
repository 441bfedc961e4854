//! The changes of this session, to go back to one of them.

use crate::app::history::History;
use crate::app::rows::Rows;

/// The changes of this session.
#[derive(Clone)]
pub struct StepsSheet {
    /// The points to go to, the latest first: after so many steps, down to 0, the start of the session.
    pub rows: Rows<usize>,
}

impl StepsSheet {
    /// With the cursor on where the book is now.
    #[must_use]
    pub fn new(history: &History) -> Self {
        let mut rows = Rows::default();
        rows.replace((0..=history.steps()).rev().collect());
        rows.select(history.position());
        Self { rows }
    }
}
