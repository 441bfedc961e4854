//! The people.

use std::cmp::Reverse;
use std::sync::Arc;

use chrono::NaiveDate;
use foldhash::HashSet;

use super::{Filter, Ground};
use crate::app::marks::Marks;
use crate::app::rows::Rows;
use crate::app::screen::Focus;
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::owed::{Owed, order_key};
use crate::domain::query::List;
use crate::domain::record::Entry;
use crate::domain::search::by_rank;
use crate::domain::sorted::replace_in;
use crate::domain::touched::Touched;
use crate::domain::view::Sorting;

/// What the list of people remembers.
#[derive(Clone, Default)]
pub struct ContactsPane {
    /// The people in sight.
    pub rows: Rows<ContactId>,
    /// The filter.
    pub filter: Filter,
    /// The order.
    pub sort: Sorting,
    /// Those that are marked.
    pub marks: Marks<ContactId>,
    /// Which pane has the keys.
    pub focus: Focus,
    /// Where the keys stand in what is known of the person.
    pub record: RecordCursor,
    /// How many people the filter looks through.
    pub total: usize,
    /// Everybody, in the order of the sort.
    order: Vec<ContactId>,
    /// Where they stand in the book, as a filter asked last.
    places: Arc<Places>,
}

/// Where people stand in the book. As long as the same people are in it, everybody stays at their place.
#[derive(Default)]
struct Places {
    /// The people, in an order.
    order: Vec<ContactId>,
    /// The place of each.
    places: Vec<Option<usize>>,
}

/// Where the keys stand in what is known of a person.
#[derive(Clone, Copy, Default)]
pub struct RecordCursor {
    /// The entry; the first one where there is none.
    entry: Option<Entry>,
    /// Its place, for when it is gone.
    at: usize,
    /// The first line in sight where it was scrolled by pages; else the entry is kept in sight.
    pub scroll: Option<usize>,
}

impl RecordCursor {
    /// The place among these entries: that of its entry, or what came into its place.
    #[must_use]
    pub fn place(&self, entries: &[Entry]) -> usize {
        let found = |entry| entries.iter().position(|other| *other == entry);
        let at = self.entry.and_then(found);
        at.unwrap_or(self.at).min(entries.len().saturating_sub(1))
    }

    /// The entry that it was put on; none where it stands where it began.
    #[must_use]
    pub const fn entry(&self) -> Option<Entry> {
        self.entry
    }

    /// Puts it on the entry of a place.
    pub(in crate::app) fn put(&mut self, at: usize, entries: &[Entry]) {
        self.entry = entries.get(at).copied();
        self.at = at;
        self.scroll = None;
    }
}

impl ContactsPane {
    /// Brings order and rows up to a change of the book; works them out again where it is not known what that touches,
    /// or after the day or the sort changed.
    pub(in crate::app) fn refresh(&mut self, ground: &Ground<'_>, touched: Option<&Touched>) {
        self.marks.keep(|id| ground.book.contacts.get(id).is_some());
        let sort = self.sort;
        let Some(touched) = touched else {
            let mut people: Vec<&Arc<Contact>> = ground.book.contacts.iter().collect();
            people.sort_by_cached_key(|contact| place(contact, sort, ground));
            self.order = people.into_iter().map(|contact| contact.id).collect();
            self.refilter(ground);
            return;
        };
        let place = |id: &ContactId| Some(place(ground.book.contacts.get(*id)?, sort, ground));
        let goes = |id: &ContactId| touched.people.contains(id);
        let people = touched.people.iter();
        let people: Vec<&Arc<Contact>> = people
            .filter_map(|id| ground.book.contacts.get(*id))
            .collect();
        let comes = people.iter().map(|contact| contact.id);
        replace_in(&mut self.order, goes, comes, place);
        if self.filter.is_set() {
            self.refilter(ground);
            return;
        }
        let in_sight = people.iter().filter(|one| self.filter.query.looks_at(one));
        let comes = in_sight.map(|contact| contact.id);
        self.rows
            .change(|rows| replace_in(rows, goes, comes, place));
        self.total = self.rows.keys().len();
    }

    /// Works the rows out again, after only the filter changed: the order stays.
    pub(in crate::app) fn refilter(&mut self, ground: &Ground<'_>) {
        self.filter.read(List::People, ground.index);
        let aside = self.left_aside(ground.book);
        let looked_at = |id: &ContactId| !aside.contains(id);
        self.total = self.order.len().saturating_sub(aside.len());
        let rows = if self.filter.query.is_empty() {
            let everybody = self.order.iter().copied();
            everybody.filter(looked_at).collect()
        } else {
            let places = self.places(ground.book);
            let ranks = self.filter.query.ranks(&ground.among());
            let in_order = self.order.iter().zip(&places.places).enumerate();
            let found = in_order.filter_map(|(nth, (id, place))| {
                let rank = ranks.get((*place)?).copied().flatten()?;
                looked_at(id).then_some((rank, nth))
            });
            let found = by_rank(found.collect()).into_iter();
            found
                .filter_map(|nth| self.order.get(nth).copied())
                .collect()
        };
        self.rows.replace(rows);
    }

    /// The archived, unless the filter asks for them too.
    fn left_aside(&self, book: &Book) -> HashSet<ContactId> {
        if self.filter.query.reaches_archived() {
            return HashSet::default();
        }
        let archived = book.contacts.iter().filter(|one| one.archived);
        archived.map(|contact| contact.id).collect()
    }

    /// Where everybody stands in the book; looked up again only where the order is another.
    fn places(&mut self, book: &Book) -> Arc<Places> {
        if self.places.order != self.order {
            let places = self.order.iter().map(|id| book.contacts.place_of(*id));
            self.places = Arc::new(Places {
                places: places.collect(),
                order: self.order.clone(),
            });
        }
        Arc::clone(&self.places)
    }
}

/// What the people are sorted by; what is equal in the rest by its id.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Owed((Reverse<Owed>, String), ContactId),
    Name(String, ContactId),
    Talk(Option<NaiveDate>, String, Reverse<ContactId>),
}

fn place(contact: &Contact, sort: Sorting, ground: &Ground<'_>) -> Place {
    let between = ground.derived.relationships.with(contact.id);
    let name = || contact.name.to_lowercase();
    match sort {
        Sorting::Name => Place::Name(name(), contact.id),
        Sorting::LastTalk => Place::Talk(between.last_talk(), name(), Reverse(contact.id)),
        Sorting::Owed | Sorting::Made => {
            Place::Owed(order_key(contact, between, ground.today), contact.id)
        }
    }
}
