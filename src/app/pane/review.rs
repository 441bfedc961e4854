//! My own conduct, a quarter or a month at a time: the figures, and the entries behind the one under the cursor.

use chrono::{NaiveDate, Weekday};

use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::review::{Entry, Kind, Line, Period, Quarter, Review};

/// What the review remembers.
#[derive(Clone, Default)]
pub struct ReviewPane {
    /// The lines.
    pub rows: Rows<Kind>,
    /// The entries behind the line under the cursor.
    pub entries: Rows<Entry>,
    /// Which pane has the keys.
    pub focus: Focus,
    /// Whether the figures behind the line are shown.
    pub figures: bool,
    /// What that time was like, as it was looked at last.
    pub review: Option<Review>,
    /// The quarter or month that was gone to; `None` is the one that holds today, whatever day that is.
    gone_to: Option<Period>,
    /// Whether it is looked back a month at a time.
    by_month: bool,
    /// The book or the day changed since.
    is_stale: bool,
}

impl ReviewPane {
    /// The book or the day changed. It is looked through only for the screen in sight.
    pub(in crate::app) const fn refresh(&mut self) {
        self.is_stale = true;
    }

    /// Looks through the book, where something may have changed; weeks begin on this weekday.
    pub(in crate::app) fn look(&mut self, book: &Book, today: NaiveDate, first_day: Weekday) {
        if !std::mem::take(&mut self.is_stale) && self.review.is_some() {
            return;
        }
        let period = self.gone_to.unwrap_or_else(|| self.now(today));
        let review = Review::of(book, period, today, first_day);
        let kinds = review.lines.iter().map(|line| line.kind);
        self.rows.replace(kinds.collect());
        self.review = Some(review);
        self.put_entries();
    }

    /// The line under the cursor.
    #[must_use]
    pub fn line(&self) -> Option<&Line> {
        self.review.as_ref()?.line(self.rows.selected()?)
    }

    /// The entry under the cursor, while the entries have the keys.
    #[must_use]
    pub fn entry(&self) -> Option<Entry> {
        let has_keys = self.focus == Focus::Detail;
        self.entries.selected().filter(|_| has_keys)
    }

    /// Puts in the entries of the line under the cursor. Where there are none, they cannot have the keys.
    pub(in crate::app) fn put_entries(&mut self) {
        let entries = self.line().map(|line| line.entries.clone());
        self.entries.replace(entries.unwrap_or_default());
        if self.entries.selected().is_none() {
            self.focus = Focus::List;
        }
    }

    /// Goes to another quarter or month: the one before, or the one after; says whether there is one. None lies ahead of
    /// today's.
    pub(in crate::app) fn turn(&mut self, back: bool, today: NaiveDate) -> bool {
        let at = self.gone_to.unwrap_or_else(|| self.now(today));
        let to = if back { at.before() } else { at.after() };
        let Some(to) = to.filter(|to| to.first() <= today) else {
            return false;
        };
        self.go_to(to, today);
        true
    }

    /// From a quarter to its last month that has begun, from a month to its quarter.
    pub(in crate::app) fn zoom(&mut self, today: NaiveDate) {
        let at = self.gone_to.unwrap_or_else(|| self.now(today));
        self.by_month = !self.by_month;
        let to = if at.is_month() {
            at.quarter().into()
        } else {
            Period::month(at.quarter().last().min(today))
        };
        self.go_to(to, today);
    }

    fn now(&self, today: NaiveDate) -> Period {
        if self.by_month {
            Period::month(today)
        } else {
            Quarter::of(today).into()
        }
    }

    fn go_to(&mut self, to: Period, today: NaiveDate) {
        self.gone_to = (to != self.now(today)).then_some(to);
        self.is_stale = true;
        self.focus = Focus::List;
        self.entries.to_top();
    }
}
