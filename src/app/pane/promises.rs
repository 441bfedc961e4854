//! The promises, as a ledger in groups.

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
    /// Works the rows out again.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>) {
        let (book, today) = (ground.book, ground.today);
        let promises = || book.promises.iter();
        self.total = promises().len();
        self.open = promises().filter(|promise| promise.is_owed()).count();
        self.marks.keep(|id| book.promises.get(id).is_some());
        let found = self.found(ground);
        self.shown = found.len();
        let mut groups: HashMap<Group, Vec<&Promise>> = HashMap::new();
        for promise in found {
            let pinned = self.pinned.get(&promise.id);
            let group = pinned.map_or_else(|| Group::of(promise, today), |(group, _)| *group);
            groups.entry(group).or_default().push(promise);
        }
        self.lines.clear();
        self.done = groups.get(&Group::Done).map_or(0, Vec::len);
        if self.sort != Sorting::Owed {
            self.add_in_one(&mut groups, book);
        }
        for group in Group::ALL {
            if let Some(promises) = groups.get_mut(&group) {
                self.sort(group, promises, book, today);
                self.add_group(group, promises);
            }
        }
        let keys = self.lines.iter().filter_map(|line| match line {
            LedgerLine::Row(row) => Some(*row),
            LedgerLine::Heading(..) => None,
        });
        let keys = keys.collect();
        self.rows.replace(keys);
    }

    /// Puts what has not ended into one list, whatever it asks for: an order of its own has no groups.
    fn add_in_one(&mut self, groups: &mut HashMap<Group, Vec<&Promise>>, book: &Book) {
        let live = Group::ALL.into_iter().filter(|group| *group != Group::Done);
        let mut live: Vec<&Promise> = live
            .filter_map(|group| groups.remove(&group))
            .flatten()
            .collect();
        sort_as_asked(&mut live, self.sort, book);
        let rows = live.into_iter();
        self.lines
            .extend(rows.map(|promise| LedgerLine::Row(LedgerRow::Promise(promise.id))));
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

    fn add_group(&mut self, group: Group, promises: &[&Promise]) {
        let is_done = group == Group::Done;
        if is_done {
            self.lines.push(LedgerLine::Row(LedgerRow::Done));
        } else {
            self.lines.push(LedgerLine::Heading(group, promises.len()));
        }
        if !is_done || self.done_unfolded || self.filter.is_set() {
            let rows = promises
                .iter()
                .map(|promise| LedgerLine::Row(LedgerRow::Promise(promise.id)));
            self.lines.extend(rows);
        }
    }

    fn found<'a>(&mut self, ground: &Ground<'a>) -> Vec<&'a Promise> {
        self.filter.read(List::Promises, ground.index);
        self.filter.query.promises(ground.book, &ground.among())
    }

    fn sort(&self, group: Group, promises: &mut [&Promise], book: &Book, today: NaiveDate) {
        let debt = |promise: &Promise| {
            let pinned = self.pinned.get(&promise.id);
            pinned.map_or_else(|| debt_key(promise, today), |(_, debt)| *debt)
        };
        promises.sort_by_cached_key(|promise| {
            let debt = if group == Group::NeedsUpdate {
                -debt(promise)
            } else {
                0
            };
            let day = promise.due.unwrap_or(NaiveDate::MAX);
            let name = name(book, promise.contact).to_lowercase();
            (debt, day, name, promise.id)
        });
        if group == Group::Done {
            promises.reverse();
        }
        sort_as_asked(promises, self.sort, book);
    }
}

/// Sorts by person or by the day they were made; leaves the usual order as it is.
fn sort_as_asked(promises: &mut [&Promise], sort: Sorting, book: &Book) {
    let due = |promise: &Promise| promise.due.unwrap_or(NaiveDate::MAX);
    match sort {
        Sorting::Name => promises.sort_by_cached_key(|promise| {
            let name = name(book, promise.contact).to_lowercase();
            (name, due(promise), promise.id)
        }),
        Sorting::Made => promises
            .sort_by_key(|promise| (std::cmp::Reverse(promise.made), due(promise), promise.id)),
        Sorting::Owed | Sorting::LastTalk => {}
    }
}
