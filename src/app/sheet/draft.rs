//! Messages to read and copy. Nothing is ever sent.

use crate::app::rows::Rows;
use crate::domain::decision::DecisionId;
use crate::domain::messages::Message;

/// The messages that follow from a decision.
#[derive(Debug, Clone)]
pub struct DraftSheet {
    /// The decision.
    pub decision: DecisionId,
    /// The messages, one for each person who is to hear.
    pub messages: Vec<Message>,
    /// Which is in sight.
    pub rows: Rows<usize>,
    /// How many lines it is scrolled down.
    pub scroll: usize,
}

impl DraftSheet {
    /// The messages of a decision.
    #[must_use]
    pub fn new(decision: DecisionId, messages: Vec<Message>) -> Self {
        let mut rows = Rows::default();
        rows.replace((0..messages.len()).collect());
        Self {
            decision,
            messages,
            rows,
            scroll: 0,
        }
    }

    /// The message in sight.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        self.rows.selected().and_then(|at| self.messages.get(at))
    }
}
