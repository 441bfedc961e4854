//! A line being typed that becomes a record.

use tui_input::Input;

use crate::app::model::Model;
use crate::domain::capture::{self, Known, Line, Unread};
use chrono::NaiveDate;

/// A line being typed that becomes a record.
#[derive(Debug, Clone, Default)]
pub struct CaptureLine {
    /// What was typed.
    pub input: Input,
    /// Which of the people whom the name could mean, counted round.
    pub pick: usize,
}

impl CaptureLine {
    /// What the line says as it stands.
    ///
    /// # Errors
    /// [`Unread`] with what is missing or cannot be read.
    pub fn read(&self, model: &Model, today: NaiveDate) -> Result<Line, Unread> {
        let known = Known {
            book: &model.book,
            relationships: &model.derived.relationships,
            today,
        };
        capture::read(self.input.value(), known, self.pick)
    }
}
