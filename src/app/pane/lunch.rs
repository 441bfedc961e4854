//! The lunches: pairs of invites that compete for one hour, and the invites ahead.

use chrono::NaiveDate;

use crate::app::derived::Derived;
use crate::app::rows::Rows;
use crate::domain::Book;
use crate::domain::comparison::{DecidedBy, Guard, Lean, Line, Side, Turning, Verdict, turning};
use crate::domain::conflict::{Conflict, has_my_word, untruth, verdict};
use crate::domain::invite::InviteId;

/// What the lunch screen remembers.
#[derive(Debug, Clone)]
pub struct LunchPane {
    /// The pairs.
    pub pairs: Rows<Conflict>,
    /// The invites ahead, for a week without a pair.
    pub ahead: Rows<InviteId>,
    /// Whether the invites ahead are shown though some compete.
    pub shows_week: bool,
    /// The line under the cursor.
    pub line: Line,
    /// The person in focus.
    pub side: Side,
    /// How many lines the comparison is scrolled down.
    pub scroll: usize,
    /// Whether the figures are shown.
    pub figures: bool,
    /// What the comparison of the pair in sight says.
    pub verdict: Option<Verdict>,
    /// What would turn it, where the lines decide.
    pub turning: Option<Turning>,
    is_searched: bool,
    /// The side to which the pair leaned when it was weighed last.
    leaned: Option<Side>,
    /// The pair that was weighed last.
    weighed: Option<Conflict>,
}

impl Default for LunchPane {
    fn default() -> Self {
        Self {
            pairs: Rows::default(),
            ahead: Rows::default(),
            shows_week: false,
            line: Line::Help,
            side: Side::A,
            scroll: 0,
            figures: false,
            verdict: None,
            turning: None,
            is_searched: false,
            leaned: None,
            weighed: None,
        }
    }
}

impl LunchPane {
    /// Works everything out again.
    pub fn refresh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        self.pairs.replace(derived.conflicts.clone());
        self.shows_week &= !self.pairs.keys().is_empty();
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

    /// The pair in sight; none where the invites ahead are.
    #[must_use]
    pub fn pair(&self) -> Option<Conflict> {
        self.pairs.selected().filter(|_| !self.shows_week)
    }

    /// Whether someone may come to harm, so that nothing is compared.
    #[must_use]
    pub fn is_danger(&self) -> bool {
        let notes = self.verdict.iter().flat_map(|verdict| &verdict.guards);
        notes
            .map(|note| note.guard)
            .any(|guard| guard == Guard::Safety)
    }

    /// Compares the pair in sight again. For another pair than before the cursor begins anew; with another answer
    /// the focus goes to the side it names.
    pub fn weigh(&mut self, book: &Book, derived: &Derived, today: NaiveDate) {
        let is_other = self.weighed != self.pair();
        self.weighed = self.pair();
        self.verdict = self.pair().and_then(|pair| {
            verdict(
                book,
                &derived.relationships,
                pair,
                untruth(book, pair),
                today,
            )
        });
        let lean = self
            .verdict
            .as_ref()
            .and_then(|verdict| verdict.lean.side());
        if is_other || lean != self.leaned {
            self.side = lean.unwrap_or(Side::A);
        }
        self.leaned = lean;
        if is_other {
            self.line = self.first_line(book);
            self.scroll = 0;
        }
        self.turning = None;
        self.is_searched = false;
    }

    /// Where the cursor begins: on the promise where that decides, else on what most of the difference comes from.
    fn first_line(&self, book: &Book) -> Line {
        let (Some(verdict), Some(pair)) = (&self.verdict, self.pair()) else {
            return Line::Help;
        };
        let held = |side| book.invites.get(pair.invite(side));
        let by_word = verdict.decided_by == DecidedBy::Guard(Guard::WordGiven);
        let holder = verdict.lean.side().filter(|_| by_word).and_then(held);
        if holder.is_some_and(|invite| !has_my_word(invite)) {
            return Line::Word;
        }
        if verdict.lines_lean == Lean::NotAnswered {
            return Line::Help;
        }
        verdict.most_of_it().unwrap_or(Line::Help)
    }

    /// Searches what would turn the lean, where the lines decide and it was not searched yet. Only for the screen in
    /// sight: it looks through all orders of the lines.
    pub fn search(&mut self, book: &Book) {
        if self.is_searched {
            return;
        }
        self.is_searched = true;
        self.turning = self.verdict.as_ref().and_then(|verdict| {
            let decided =
                verdict.decided_by == DecidedBy::Lines && verdict.lean != Lean::NotAnswered;
            let order = &book.settings.order_of_lines;
            decided
                .then(|| turning(&verdict.difference(), order))
                .flatten()
        });
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
