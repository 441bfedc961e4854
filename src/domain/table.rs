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
/// merge each hold a whole book. A change copies the lists of ids and references and the one record, nothing else.
#[derive(Debug)]
pub struct Table<T>(Arc<Rows<T>>);

/// The records, and the id of each at the same place: to find one, the ids alone are looked through, which lie close
/// together.
#[derive(Debug)]
struct Rows<T> {
    ids: Vec<Id<T>>,
    records: Vec<Arc<T>>,
}

impl<T> Clone for Rows<T> {
    fn clone(&self) -> Self {
        Self {
            ids: self.ids.clone(),
            records: self.records.clone(),
        }
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            ids: Vec::new(),
            records: Vec::new(),
        }
    }
}

impl<T: Record> Rows<T> {
    fn of(records: Vec<Arc<T>>) -> Self {
        Self {
            ids: records.iter().map(|record| record.id()).collect(),
            records,
        }
    }

    /// The same, sorted by id.
    fn sorted(mut records: Vec<Arc<T>>) -> Self {
        records.sort_by_key(|record| record.id());
        Self::of(records)
    }
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// Most tables of two versions of a book are the very same list, and most records of the others the very same record.
impl<T: PartialEq> PartialEq for Table<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other) || one == other;
        let (ours, theirs) = (&self.0.records, &other.0.records);
        Arc::ptr_eq(&self.0, &other.0)
            || (ours.len() == theirs.len() && ours.iter().zip(theirs).all(same))
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Record> Table<T> {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: Id<T>) -> Option<&Arc<T>> {
        let place = self.place(id).ok()?;
        self.0.records.get(place)
    }

    /// The place of the record with this id among them all.
    #[must_use]
    pub fn place_of(&self, id: Id<T>) -> Option<usize> {
        self.place(id).ok()
    }

    /// All records, by id.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> + ExactSizeIterator {
        self.0.records.iter()
    }

    /// All records, each with its id, by id: for what needs to look into few of them.
    pub(super) fn by_id(&self) -> impl Iterator<Item = (Id<T>, &Arc<T>)> {
        self.0.ids.iter().copied().zip(&self.0.records)
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.records.len()
    }

    /// Whether there is no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.records.is_empty()
    }

    /// Whether every record has an id, of its own, and they stand in the order of these. So they do in every table but
    /// one that was read from a file which somebody else wrote.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        let ids = &self.0.ids;
        ids.first().is_none_or(|first| !first.is_nil()) && ids.is_sorted_by(|one, next| one < next)
    }

    /// Puts a record in, in the place of the one with the same id where there is one.
    pub fn put(&mut self, record: T) {
        self.put_shared(Arc::new(record));
    }

    /// Like [`Table::put`], for a record that others hold too.
    pub fn put_shared(&mut self, record: Arc<T>) {
        let id = record.id();
        let place = self.place(id);
        let rows = Arc::make_mut(&mut self.0);
        match place {
            Ok(at) => {
                if let Some(slot) = rows.records.get_mut(at) {
                    *slot = record;
                }
            }
            Err(at) => {
                rows.ids.insert(at, id);
                rows.records.insert(at, record);
            }
        }
    }

    /// Takes a record out.
    pub fn remove(&mut self, id: Id<T>) -> Option<Arc<T>> {
        let at = self.place(id).ok()?;
        let rows = Arc::make_mut(&mut self.0);
        rows.ids.remove(at);
        Some(rows.records.remove(at))
    }

    /// A table of records that others hold too.
    pub(super) fn of_shared(records: Vec<Arc<T>>) -> Self {
        Self(Arc::new(Rows::sorted(records)))
    }

    /// Changes the record with this id in place; says whether there was one. Its id stays as it is.
    pub fn change(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) -> bool {
        let Ok(at) = self.place(id) else { return false };
        let Some(slot) = Arc::make_mut(&mut self.0).records.get_mut(at) else {
            return false;
        };
        change(Arc::make_mut(slot));
        true
    }

    /// Keeps the records for which this holds; gives how many went.
    pub fn keep(&mut self, holds: impl Fn(&T) -> bool) -> usize {
        let before = self.len();
        // A list that stays as it is stays the very same one.
        if !self.iter().all(|record| holds(record)) {
            let kept = self.iter().filter(|record| holds(record)).cloned();
            self.0 = Arc::new(Rows::of(kept.collect()));
        }
        before - self.len()
    }

    /// Changes every record that is meant, in place. Their ids stay as they are.
    pub fn change_each(&mut self, is_meant: impl Fn(&T) -> bool, change: impl Fn(&mut T)) {
        if self.iter().any(|record| is_meant(record)) {
            let records = Arc::make_mut(&mut self.0).records.iter_mut();
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
        if self.is_in_order() {
            return;
        }
        let mut records = self.0.records.clone();
        for record in records.iter_mut().filter(|record| record.id().is_nil()) {
            let id = next(record.as_ref());
            Arc::make_mut(record).set_id(id);
        }
        self.0 = Arc::new(Rows::sorted(records));
    }

    fn place(&self, id: Id<T>) -> Result<usize, usize> {
        self.0.ids.binary_search(&id)
    }
}

impl<T: Record> FromIterator<T> for Table<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        Self::of_shared(records.into_iter().map(Arc::new).collect())
    }
}

impl<T: Serialize> Serialize for Table<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.records.iter().map(Arc::as_ref))
    }
}

impl<'de, T: Deserialize<'de> + Record> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Not sorted and not checked here: what is wrong with ids is the reader's to name, with the whole book at hand.
        deserializer
            .deserialize_seq(InPlace(PhantomData))
            .map(|records| Self(Arc::new(Rows::of(records))))
    }
}

/// Puts each record where it stays as it is read: all at once and then each would be moved once more.
struct InPlace<T>(PhantomData<fn() -> T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for InPlace<T> {
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
