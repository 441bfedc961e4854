//! My own conduct over time, a quarter at a time: what I kept and what I did not, what I gave, and the entries behind each
//! figure. It judges me, never them: what I received is not read, and nobody is put in an order.

mod decisions;
mod line;
mod paces;
mod period;
mod quarter;
mod turned_down;
mod weeks;

use chrono::{NaiveDate, Weekday};

use super::book::Book;
use super::exchange::{Direction, ExchangeKind};
use super::find::Record;
use super::hindsight::{Hindsight, Tally};
use super::incident::Party;
use super::promise::{MissKind, Promise, Strength};
use super::trust::{Conduct, of_promise};
use super::tuning::TUNING;

pub use line::{Entry, Kind, Line, Measure, WeekOver};
pub use paces::Paces;
pub use period::Period;
pub use quarter::Quarter;

/// What a quarter was like, or a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Which one.
    pub period: Period,
    /// Every line, in the order of the screen.
    pub lines: Vec<Line>,
    /// What my paces ask for; only of the time that holds today, as earlier paces are not kept.
    pub paces: Option<Paces>,
    /// The decisions on which I looked back in this time.
    pub hindsight: Tally,
}

impl Review {
    /// Looks through the book; weeks begin on this weekday.
    #[must_use]
    pub fn of(
        book: &Book,
        period: impl Into<Period>,
        today: NaiveDate,
        first_day: Weekday,
    ) -> Self {
        let period = period.into();
        let holds_today = period.month_of(today).is_some();
        let paces = holds_today.then(|| Paces::of(book, today));
        let lines = Kind::ALL.into_iter();
        let lines = lines.filter(|kind| *kind != Kind::TalksAskedFor || paces.is_some());
        let lines = lines.map(|kind| match kind {
            Kind::WeeksOver => weeks::over(book, period, today, first_day),
            Kind::TurnedDown => turned_down::twice(book, period, today),
            Kind::TalksAskedFor => paces::asked_for(book, paces.unwrap_or_default(), period),
            _ => Line::counted(kind, entries(book, kind, period, today), period),
        });
        Self {
            period,
            lines: lines.collect(),
            paces,
            hindsight: Hindsight::within(book, |day| period.month_of(day).is_some()).all,
        }
    }

    /// A line.
    #[must_use]
    pub fn line(&self, kind: Kind) -> Option<&Line> {
        self.lines.iter().find(|line| line.kind == kind)
    }

    /// How much there is of a line.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.line(kind).map_or(0, Line::count)
    }

    /// Whether there are enough entries to say anything. What paces ask for is a wish and no entry.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.entries() >= TUNING.fewest_to_review
    }

    /// How many entries there are.
    #[must_use]
    pub fn entries(&self) -> usize {
        let lines = self.lines.iter();
        let lines = lines.filter(|line| line.kind != Kind::TalksAskedFor);
        lines.map(|line| line.entries.len()).sum()
    }

    /// What a whole bar stands for: the most of what is counted alike; of weeks all there are, and never so little that a
    /// single entry would fill it.
    #[must_use]
    pub fn whole_bar(&self, kind: Kind) -> usize {
        if kind.measure() == Measure::Weeks {
            let weeks = TUNING.weeks_of_quarter;
            return if self.period.is_month() {
                weeks.div_ceil(3)
            } else {
                weeks
            };
        }
        let alike = self.lines.iter();
        let alike = alike.filter(|line| line.kind.measure() == kind.measure());
        let most = alike.map(Line::count).max().unwrap_or(0);
        most.max(TUNING.fewest_to_review)
    }
}

/// What a line counts, for those in which every entry counts once.
fn entries(book: &Book, kind: Kind, period: Period, today: NaiveDate) -> Vec<Entry> {
    let mine = book.promises.iter().map(AsRef::as_ref);
    let mine = mine.filter(|promise: &&Promise| promise.by == Party::Me);
    let entries: Vec<Entry> = match kind {
        Kind::Kept | Kind::Shown | Kind::ToldLate | Kind::Silent => {
            mine.filter_map(|one| of_word(one, kind)).collect()
        }
        Kind::StillOpen => mine.filter_map(|one| late(one, today)).collect(),
        Kind::Cleared => mine.filter_map(|one| of_gap(one, true)).collect(),
        Kind::Unclear => mine.filter_map(|one| of_gap(one, false)).collect(),
        Kind::Knowledge => given(book, ExchangeKind::Knowledge),
        Kind::Advice => given(book, ExchangeKind::Advice),
        Kind::Introductions => given(book, ExchangeKind::Introduction),
        Kind::ToLookBack | Kind::Better | Kind::AsExpected | Kind::Worse => {
            decisions::entries(book, kind)
        }
        Kind::Talks => paces::talks(book),
        Kind::WeeksOver | Kind::TurnedDown | Kind::TalksAskedFor => Vec::new(),
    };
    let is_in = |entry: &Entry| period.month_of(entry.on).is_some();
    entries.into_iter().filter(is_in).collect()
}

/// A promise of mine, where it ended as the line says.
fn of_word(promise: &Promise, kind: Kind) -> Option<Entry> {
    let evidence = of_promise(promise)?;
    let ended = match evidence.conduct {
        Conduct::Kept => Kind::Kept,
        Conduct::Missed(MissKind::Shown) => Kind::Shown,
        Conduct::KeptLate | Conduct::Missed(MissKind::ToldLate) => Kind::ToldLate,
        Conduct::Missed(MissKind::Silent) => Kind::Silent,
        Conduct::Helped | Conduct::Harmed | Conduct::BadFaith => return None,
    };
    (ended == kind).then(|| Entry::of_promise(promise, evidence.on))
}

/// A promise of mine that is late and not delivered yet, by the day it was due.
fn late(promise: &Promise, today: NaiveDate) -> Option<Entry> {
    let is_late = promise.is_overdue(today);
    let due = promise.due.filter(|_| is_late)?;
    Some(Entry::of_promise(promise, due))
}

/// A promise of mine that was said as less than one, or heard as more than I said, by the day I made it; cleared up or not.
fn of_gap(promise: &Promise, cleared: bool) -> Option<Entry> {
    let earlier = promise.earlier_terms.iter();
    let mut said = earlier.map(|terms| terms.said).chain([promise.said]);
    let was_there = said.any(|said| said < Strength::Promise);
    let is_clear = match promise.heard {
        Some((heard, _)) => heard <= promise.said,
        None => promise.said == Strength::Promise,
    };
    (was_there && is_clear == cleared).then(|| Entry::of_promise(promise, promise.made))
}

/// What I gave, of one kind. What I received is not looked at.
fn given(book: &Book, kind: ExchangeKind) -> Vec<Entry> {
    let mine = book
        .exchanges
        .iter()
        .filter(|one| one.direction == Direction::Given && one.kind == kind);
    let entry = mine.map(|one| Entry {
        on: one.on,
        record: Record::Value(one.id),
        contact: Some(one.contact),
        week: None,
    });
    entry.collect()
}
