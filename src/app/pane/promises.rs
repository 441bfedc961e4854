//! The promises, as a ledger in groups.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Filter, Ground};
use crate::app::marks::Marks;
use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::ledger::Group;
use crate::domain::promise::{Promise, PromiseId};
use crate::domain::query::List;
use crate::domain::sentences::name;
use crate::domain::silence::debt_key;
use crate::domain::sorted::replace_in;
use crate::domain::touched::Touched;
use crate::domain::view::Sorting;

/// What the ledger remembers.
#[derive(Clone, Default)]
pub struct PromisesPane {
    /// The rows that the cursor can stand on.
    pub rows: Rows<LedgerRow>,
    /// Everything that is drawn, headings included.
    pub lines: Vec<LedgerLine>,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sorting,
    /// Those that are marked.
    pub marks: Marks<PromiseId>,
    /// Which pane has the keys.
    pub focus: Focus,
    /// How many lines the promise is scrolled down.
    pub scroll: usize,
    /// Whether the promises that are done are shown.
    pub done_unfolded: bool,
    /// How many promises there are, and how many the filter shows.
    pub total: usize,
    /// What the filter shows.
    pub shown: usize,
    /// How many are owed, mine and theirs.
    pub open: usize,
    /// How many stand under the heading of those that are done.
    pub done: usize,
    /// Promises that were ticked while in sight stay where they stood, struck through, until the screen is left: their
    /// group, and the silence debt that places them in it.
    pinned: HashMap<PromiseId, (Group, i64)>,
    /// What the filter shows, sorted, by section.
    sections: HashMap<Section, Vec<PromiseId>>,
}

/// A row that the cursor can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerRow {
    /// A promise.
    Promise(PromiseId),
    /// The heading of the promises that are done: unfolds them.
    Done,
}

/// A line of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerLine {
    /// A heading, with the number of promises below it.
    Heading(Group, usize),
    /// A row.
    Row(LedgerRow),
}

impl PromisesPane {
    /// Brings the ledger up to a change of the book; works it out again where it is not known what that touches, or after
    /// the day, the sort, the filter or what is pinned changed.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>, touched: Option<&Touched>) {
        self.count(ground.book, touched);
        self.marks.keep(|id| ground.book.promises.get(id).is_some());
        match touched.filter(|_| !self.filter.is_set()) {
            Some(touched) => self.follow(ground, touched),
            None => self.gather(ground),
        }
        self.put_lines();
    }

    fn count(&mut self, book: &Book, touched: Option<&Touched>) {
        self.total = book.promises.len();
        self.open = match touched {
            Some(touched) => {
                let more = touched.more_promises(Promise::is_owed);
                self.open.saturating_add_signed(more)
            }
            None => book.promises.iter().filter(|one| one.is_owed()).count(),
        };
    }

    /// Puts every promise that the filter shows into its section.
    fn gather(&mut self, ground: &Ground<'_>) {
        let (book, today) = (ground.book, ground.today);
        self.filter.read(List::Promises, ground.index);
        let mut sections: HashMap<Section, Vec<&Promise>> = HashMap::new();
        for promise in self.filter.query.promises(book, &ground.among()) {
            let section = self.section(promise, today);
            sections.entry(section).or_default().push(promise);
        }
        let sorted = sections.into_iter().map(|(section, mut promises)| {
            promises.sort_by_cached_key(|promise| self.place(promise, book, today));
            let ids = promises.into_iter().map(|promise| promise.id);
            (section, ids.collect())
        });
        self.sections = sorted.collect();
    }

    /// Puts the promises that were touched where they now belong.
    fn follow(&mut self, ground: &Ground<'_>, touched: &Touched) {
        let (book, today) = (ground.book, ground.today);
        let goes = |id: &PromiseId| touched.promises.contains(id);
        for promises in self.sections.values_mut() {
            promises.retain(|id| !goes(id));
        }
        let mut comes: HashMap<Section, Vec<PromiseId>> = HashMap::new();
        for promise in touched
            .promises
            .iter()
            .filter_map(|id| book.promises.get(*id))
        {
            let section = self.section(promise, today);
            comes.entry(section).or_default().push(promise.id);
        }
        for (section, ids) in comes {
            let mut promises = self.sections.remove(&section).unwrap_or_default();
            replace_in(
                &mut promises,
                |_| false,
                ids,
                |id| {
                    let promise = book.promises.get(*id)?;
                    Some(self.place(promise, book, today))
                },
            );
            self.sections.insert(section, promises);
        }
    }

    /// Where a promise stands: under the heading of its group; an order of one's own has no groups, whatever the promises
    /// ask for, but for those that are done.
    fn section(&self, promise: &Promise, today: NaiveDate) -> Section {
        let pinned = self.pinned.get(&promise.id);
        let group = pinned.map_or_else(|| Group::of(promise, today), |(group, _)| *group);
        Some(group).filter(|group| self.sort == Sorting::Owed || *group == Group::Done)
    }

    /// What a promise is sorted by within its section.
    fn place(&self, promise: &Promise, book: &Book, today: NaiveDate) -> Place {
        let due = promise.due.unwrap_or(NaiveDate::MAX);
        let name = || name(book, promise.contact).to_lowercase();
        match self.sort {
            Sorting::Name => Place::ByName(name(), due, promise.id),
            Sorting::Made => Place::ByMade(Reverse(promise.made), due, promise.id),
            Sorting::Owed | Sorting::LastTalk => match self.section(promise, today) {
                Some(Group::NeedsUpdate) => {
                    let pinned = self.pinned.get(&promise.id);
                    let debt = pinned.map_or_else(|| debt_key(promise, today), |(_, debt)| *debt);
                    Place::ByDebt(Reverse(debt), due, name(), promise.id)
                }
                Some(Group::Done) => Place::LastFirst(Reverse((due, name(), promise.id))),
                _ => Place::ByDay(due, name(), promise.id),
            },
        }
    }

    fn put_lines(&mut self) {
        let found = |section: Section| self.sections.get(&section).map_or(&[][..], Vec::as_slice);
        let row = |id: &PromiseId| LedgerLine::Row(LedgerRow::Promise(*id));
        self.shown = self.sections.values().map(Vec::len).sum();
        self.done = found(Some(Group::Done)).len();
        let mut lines: Vec<LedgerLine> = found(None).iter().map(row).collect();
        for group in Group::ALL {
            let promises = found(Some(group));
            if promises.is_empty() {
                continue;
            }
            let is_done = group == Group::Done;
            lines.push(if is_done {
                LedgerLine::Row(LedgerRow::Done)
            } else {
                LedgerLine::Heading(group, promises.len())
            });
            if !is_done || self.done_unfolded || self.filter.is_set() {
                lines.extend(promises.iter().map(row));
            }
        }
        let rows = lines.iter().filter_map(|line| match line {
            LedgerLine::Row(row) => Some(*row),
            LedgerLine::Heading(..) => None,
        });
        self.rows.replace(rows.collect());
        self.lines = lines;
    }

    /// The promise under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<PromiseId> {
        match self.rows.selected()? {
            LedgerRow::Promise(id) => Some(id),
            LedgerRow::Done => None,
        }
    }

    /// The promises of the rows, without the heading of those that are done.
    pub fn in_sight(&self) -> impl Iterator<Item = PromiseId> {
        self.rows.keys().iter().filter_map(|row| match row {
            LedgerRow::Promise(id) => Some(*id),
            LedgerRow::Done => None,
        })
    }

    /// Lets a promise stay where it stands, whatever becomes of it.
    pub fn pin(&mut self, promise: &Promise, today: NaiveDate) {
        let place = (Group::of(promise, today), debt_key(promise, today));
        self.pinned.entry(promise.id).or_insert(place);
    }

    /// The screen is left: everything goes to its own group.
    pub fn unpin(&mut self) {
        self.pinned.clear();
    }
}

/// The heading under which promises stand; `None` where they stand under none.
type Section = Option<Group>;

/// What the promises of a section are sorted by; what is equal in the rest by its id.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    ByDebt(Reverse<i64>, NaiveDate, String, PromiseId),
    ByDay(NaiveDate, String, PromiseId),
    LastFirst(Reverse<(NaiveDate, String, PromiseId)>),
    ByName(String, NaiveDate, PromiseId),
    ByMade(Reverse<NaiveDate>, NaiveDate, PromiseId),
}
