//! A warm way to somebody, or somebody who can help with a topic.

use chrono::NaiveDate;
use tui_input::Input;

use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::network::{Helper, Reached, reach, targets, who_can_help};
use crate::domain::relationship::Relationships;
use crate::domain::sentences::network::ways::first_asked;
use crate::domain::tuning::TUNING;

/// What is asked, and what was found.
#[derive(Clone)]
pub struct ReachSheet {
    /// What was typed.
    pub input: Input,
    /// What was found.
    pub answer: Answer,
    /// The cursor in what was found.
    pub rows: Rows<usize>,
}

/// What was found.
#[derive(Clone)]
pub enum Answer {
    /// Ways to somebody, the warmest first, and whether anybody is called so at all.
    Ways(Vec<Reached>, bool),
    /// Those who can help.
    Helpers(Vec<Helper>),
}

impl ReachSheet {
    /// Asks for a way.
    #[must_use]
    pub fn to_somebody(text: &str) -> Self {
        Self::new(text, Answer::Ways(Vec::new(), false))
    }

    /// Asks who can help.
    #[must_use]
    pub fn for_help(text: &str) -> Self {
        Self::new(text, Answer::Helpers(Vec::new()))
    }

    fn new(text: &str, answer: Answer) -> Self {
        Self {
            input: text.into(),
            answer,
            rows: Rows::default(),
        }
    }

    /// Looks again, after something else was typed.
    pub(in crate::app) fn look(&mut self, book: &Book, between: &Relationships, today: NaiveDate) {
        let wanted = self.input.value();
        let found = match &mut self.answer {
            Answer::Ways(ways, is_known) => {
                *ways = reach(book, between, wanted, today);
                ways.truncate(TUNING.network.ways_shown);
                *is_known = !targets(book, wanted).is_empty();
                ways.len()
            }
            Answer::Helpers(helpers) => {
                *helpers = who_can_help(book, wanted);
                helpers.len()
            }
        };
        self.rows.replace((0..found).collect());
        self.rows.to_top();
    }

    /// The person under the cursor: the first to ask on that way, or who can help.
    #[must_use]
    pub fn person(&self) -> Option<ContactId> {
        let at = self.rows.selected()?;
        match &self.answer {
            Answer::Ways(ways, _) => first_asked(ways.get(at)?),
            Answer::Helpers(helpers) => helpers.get(at).map(|helper| helper.contact),
        }
    }
}
