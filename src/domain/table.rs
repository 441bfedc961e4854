//! A collection of one kind of record, sorted by id, cheap to copy.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::Id;

/// A record that stands in a [`Table`].
pub trait Record: Clone + PartialEq + Sized {
    /// The identity of the record.
    fn id(&self) -> Id<Self>;
    /// Gives the record an identity. Only for one that has none yet.
    fn set_id(&mut self, id: Id<Self>);
}

/// The records of one kind, sorted by id.
///
/// Cloning costs one reference count, however many records there are: the thread that saves, the undo history and a
/// merge each hold a whole book. A change copies the list of references and the one record, nothing else.
#[derive(Debug)]
pub struct Table<T>(Arc<Vec<Arc<T>>>);

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// Most tables of two versions of a book are the very same list, and most records of the others the very same record.
impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other) || one == other;
        Arc::ptr_eq(&self.0, &other.0)
            || (self.0.len() == other.0.len() && self.0.iter().zip(&*other.0).all(same))
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T: Record> Table<T> {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&Arc<T>> {
        let place = self.place(id).ok()?;
        self.0.get(place)
    }

    /// All records, by id.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.0.iter()
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a record in, in the place of the one with the same id where there is one.
    pub fn put(&mut self, record: T) {
        self.put_shared(Arc::new(record));
    }

    /// Like [`Table::put`], for a record that others hold too.
    pub fn put_shared(&mut self, record: Arc<T>) {
        let place = self.place(record.id());
        let records = Arc::make_mut(&mut self.0);
        match place {
            Ok(at) => {
                if let Some(slot) = records.get_mut(at) {
                    *slot = record;
                }
            }
            Err(at) => records.insert(at, record),
        }
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        let at = self.place(id).ok()?;
        Some(Arc::make_mut(&mut self.0).remove(at))
    }

    /// A table of records that others hold too.
    pub(super) fn of_shared(mut records: Vec<Arc<T>>) -> Self {
        records.sort_by_key(|record| record.id());
        Self(Arc::new(records))
    }

    /// Changes the record with this id in place; says whether there was one.
    pub fn change(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) -> bool {
        let Ok(at) = self.place(id) else { return false };
        let Some(slot) = Arc::make_mut(&mut self.0).get_mut(at) else {
            return false;
        };
        change(Arc::make_mut(slot));
        true
    }

    /// Keeps the records for which this holds; gives how many went.
    pub fn keep(&mut self, holds: impl Fn(&T) -> bool) -> usize {
        let before = self.len();
        // A list that stays as it is stays the very same one.
        if !self.0.iter().all(|record| holds(record)) {
            Arc::make_mut(&mut self.0).retain(|record| holds(record));
        }
        before - self.len()
    }

    /// Changes every record that is meant, in place.
    pub fn change_each(&mut self, is_meant: impl Fn(&T) -> bool, change: impl Fn(&mut T)) {
        if self.0.iter().any(|record| is_meant(record)) {
            let records = Arc::make_mut(&mut self.0).iter_mut();
            for record in records.filter(|record| is_meant(record)) {
                change(Arc::make_mut(record));
            }
        }
    }

    /// Whether both are the very same list, so that nothing can differ between them.
    #[must_use]
    pub fn is_same_list(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Gives every record without an id one, and sorts. For a list as it came from a file.
    pub(super) fn give_missing_ids(&mut self, mut next: impl FnMut(&T) -> Id<T>) {
        let needed = self.0.iter().any(|record| record.id().is_nil());
        if !needed && self.0.is_sorted_by_key(|record| record.id()) {
            return;
        }
        let records = Arc::make_mut(&mut self.0);
        for record in records.iter_mut().filter(|record| record.id().is_nil()) {
            let id = next(record.as_ref());
            Arc::make_mut(record).set_id(id);
        }
        records.sort_by_key(|record| record.id());
    }

    fn place(&self, id: Id<T>) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |record| record.id())
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        let mut records: Vec<_> = records.into_iter().map(Arc::new).collect();
        records.sort_by_key(|record| record.id());
        Self(Arc::new(records))
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Arc::as_ref))
    }
}

impl<'de, T: Deserialize<'de> + Record> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not sorted and not checked here: what is wrong with ids is the reader's to name, with the whole book at hand.
        deserializer
            .deserialize_seq(Records(PhantomData))
            .map(|records| Self(Arc::new(records)))
    }
}

/// Puts each record where it stays as it is read: all at once and then each would be moved once more.
struct Records<T>(PhantomData<fn() -> T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Records<T> {
    type Value = Vec<Arc<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut records = Vec::new();
        while let Some(record) = list.next_element()? {
            records.push(Arc::new(record));
        }
        Ok(records)
    }
}
