//! The promises, as a ledger in groups.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::Filter;
use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::ledger::Group;
use crate::domain::promise::{Promise, PromiseId};
use crate::domain::search::{self, Searched};
use crate::domain::sentences::name;
use crate::domain::silence::debt_key;

/// What the ledger remembers.
#[derive(Clone, Default)]
pub struct PromisesPane {
    /// The rows that the cursor can stand on.
    pub rows: Rows<LedgerRow>,
    /// Everything that is drawn, headings included.
    pub lines: Vec<LedgerLine>,
    /// The filter.
    pub filter: Filter,
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
    pub fn refresh(&mut self, book: &Book, today: NaiveDate) {
        self.total = book.promises.len();
        self.open = book
            .promises
            .iter()
            .filter(|promise| promise.is_owed())
            .count();
        let found = self.found(book);
        self.shown = found.len();
        let mut groups: HashMap<Group, Vec<&Promise>> = HashMap::new();
        for promise in found {
            let pinned = self.pinned.get(&promise.id);
            let group = pinned.map_or_else(|| Group::of(promise, today), |(group, _)| *group);
            groups.entry(group).or_default().push(promise);
        }
        self.lines.clear();
        self.done = groups.get(&Group::Done).map_or(0, Vec::len);
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

    /// The promise under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<PromiseId> {
        match self.rows.selected()? {
            LedgerRow::Promise(id) => Some(id),
            LedgerRow::Done => None,
        }
    }

    /// Puts the cursor on a promise, unfolding what hides it.
    pub fn show(&mut self, id: PromiseId, book: &Book, today: NaiveDate) {
        if self.rows.select(LedgerRow::Promise(id)) {
            return;
        }
        self.filter = Filter::default();
        self.done_unfolded = true;
        self.refresh(book, today);
        self.rows.select(LedgerRow::Promise(id));
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

    fn found<'a>(&self, book: &'a Book) -> Vec<&'a Promise> {
        let is_set = self.filter.is_set();
        let rows = book.promises.iter().map(|promise| {
            let text = if is_set {
                Searched {
                    name: name(book, promise.contact).to_owned(),
                    rest: promise.text.clone(),
                }
            } else {
                Searched::default()
            };
            (promise.as_ref(), text)
        });
        search::filter(self.filter.text(), rows)
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
    }
}
