//! The lunches: pairs of invites that compete for one hour, and the invites ahead.

use chrono::NaiveDate;

use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::comparison::Side;
use crate::domain::comparison::{DecidedBy, Lean, Line, Turning, Verdict, turning};
use crate::domain::conflict::{Conflict, untruth, verdict};
use crate::domain::invite::InviteId;

/// What the lunch screen remembers.
#[derive(Debug, Clone)]
pub struct LunchPane {
    /// The pairs.
    pub pairs: Rows<Conflict>,
    /// The invites ahead, for a week without a pair.
    pub ahead: Rows<InviteId>,
    /// The line under the cursor.
    pub line: Line,
    /// The person in focus.
    pub side: Side,
    /// How many lines the comparison is scrolled down.
    pub scroll: usize,
    /// Whether the figures are shown.
    pub figures: bool,
    /// Of each pair, the side whose choice would need an untruth, as I said in the answers.
    pub untruths: Vec<(Conflict, Option<Side>)>,
    /// What the comparison of the pair in sight says.
    pub verdict: Option<Verdict>,
    /// What would turn it, where the lines decide.
    pub turning: Option<Turning>,
}

impl Default for LunchPane {
    fn default() -> Self {
        Self {
            pairs: Rows::default(),
            ahead: Rows::default(),
            line: Line::Help,
            side: Side::A,
            scroll: 0,
            figures: false,
            untruths: Vec::new(),
            verdict: None,
            turning: None,
        }
    }
}

impl LunchPane {
    /// Works everything out again.
    pub fn refresh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        self.pairs.replace(derived.conflicts.clone());
        let mut ahead: Vec<_> = book
            .invites
            .iter()
            .filter(|invite| invite.is_open(today))
            .collect();
        ahead.sort_by_key(|invite| (invite.start, invite.id));
        self.ahead
            .replace(ahead.into_iter().map(|invite| invite.id).collect());
        self.weigh(book, derived, today);
    }

    /// Compares the pair in sight again.
    pub fn weigh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        self.verdict = self.pairs.selected().and_then(|pair| {
            verdict(
                book,
                &derived.relationships,
                pair,
                self.untruth(book, pair),
                today,
            )
        });
        self.turning = self.verdict.as_ref().and_then(|verdict| {
            let decided = verdict.decided_by == DecidedBy::Lines;
            let order = &book.settings.order_of_lines;
            if decided && verdict.lean != Lean::NotAnswered {
                turning(&verdict.difference(), order)
            } else {
                None
            }
        });
    }

    /// The side of a pair whose choice would need an untruth: as I said it this time, else as a decision noted it.
    #[must_use]
    pub fn untruth(&self, book: &Book, pair: Conflict) -> Option<Side> {
        let said = self.untruths.iter().find(|(other, _)| *other == pair);
        said.map_or_else(|| untruth(book, pair), |(_, side)| *side)
    }

    /// The lines as they stand on the screen: by importance, with the two that hang on the first right below it.
    #[must_use]
    pub fn lines(book: &Book) -> Vec<Line> {
        let mut lines = Vec::new();
        for line in book.settings.order_of_lines.lines() {
            match line {
                Line::Delay | Line::Lasting => {}
                Line::Help => lines.extend([Line::Help, Line::Delay, Line::Lasting]),
                other => lines.push(other),
            }
        }
        lines
    }
}
