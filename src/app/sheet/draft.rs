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
    /// Which of them are told already.
    pub told: Vec<usize>,
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
            told: Vec::new(),
            scroll: 0,
        }
    }

    /// Notes that the one in sight is told, and goes to the next that is not. Says whether all are.
    pub fn tell(&mut self) -> bool {
        self.told.extend(self.rows.selected());
        let next = (0..self.messages.len()).find(|at| !self.told.contains(at));
        if let Some(next) = next {
            self.rows.select(next);
            self.scroll = 0;
        }
        next.is_none()
    }

    /// The message in sight.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        self.rows.selected().and_then(|at| self.messages.get(at))
    }
}
