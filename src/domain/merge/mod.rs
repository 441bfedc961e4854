//! Two versions of a book that came from one: what either changed is in the result, record by record and field by field.
//!
//! Edit beats delete. A record that was deleted on one side and is spoken of by a record that survives, survives too.
//! Where both sides gave one field two values, ours stands and theirs is kept beside it ([`Unresolved`]), until
//! somebody chooses. Nothing that either side wrote is lost, and the same result comes out whichever side asks, but for
//! which of two values stands.

mod fields;
mod references;
mod resolve;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::book::{Book, Settings, Unresolved, for_each_table};
use super::contact::Contact;
use super::id::Id;
use super::table::{Record, Table};

pub(super) use references::collect as collect_ids;
pub use resolve::{Side, both, resolve, standing};

/// What the settings are called among the records.
pub const SETTINGS: &str = "settings";

/// Three versions of one thing.
#[derive(Clone, Copy)]
struct Versions<T> {
    base: T,
    ours: T,
    theirs: T,
}

/// Merges two books that both came from `base`.
#[must_use]
pub fn merge(base: &Book, ours: &Book, theirs: &Book) -> Book {
    if theirs == base || theirs == ours {
        return ours.clone();
    }
    if ours == base {
        return theirs.clone();
    }
    let books = Versions { base, ours, theirs };
    let mut unresolved = Vec::new();
    let mut merged = merge_tables(books, &mut unresolved);
    merged.settings = merge_settings(books, &mut unresolved);
    merged.unresolved = leftovers(books, unresolved);
    references::bring_back(&mut merged, books);
    merged
}

/// Merges two versions of one person, by the same rules; without a base nothing is known to have been taken out.
#[must_use]
pub fn merge_contact(
    base: Option<&Contact>,
    ours: &Contact,
    theirs: &Contact,
) -> (Contact, Vec<Unresolved>) {
    let (merged, open) = fields::merge(Versions {
        base,
        ours: Some(ours),
        theirs: Some(theirs),
    });
    let record = ours.id.to_string();
    let open = open.into_iter().map(|open| open.of(record.clone()));
    (merged.unwrap_or_else(|| ours.clone()), open.collect())
}

macro_rules! tables {
    ($($table:ident: $record:ident,)*) => {
        fn merge_tables(books: Versions<&Book>, unresolved: &mut Vec<Unresolved>) -> Book {
            Book {
                version: books.ours.version,
                $($table: merge_table(
                    Versions {
                        base: &books.base.$table,
                        ours: &books.ours.$table,
                        theirs: &books.theirs.$table,
                    },
                    unresolved,
                ),)*
                ..Book::default()
            }
        }
    };
}
for_each_table!(tables);

fn merge_table<T>(tables: Versions<&Table<T>>, unresolved: &mut Vec<Unresolved>) -> Table<T>
where
    T: Record + Serialize + DeserializeOwned,
{
    let Versions { base, ours, theirs } = tables;
    if theirs.is_same_list(base) || theirs == base {
        return ours.clone();
    }
    if ours.is_same_list(base) || ours == base {
        return theirs.clone();
    }
    let ids: BTreeSet<Id<T>> = [ours, theirs]
        .into_iter()
        .flat_map(|table| table.iter().map(|record| record.id()))
        .collect();
    let mut merged = Vec::with_capacity(ids.len());
    for id in ids {
        let (base, ours, theirs) = (base.get(id), ours.get(id), theirs.get(id));
        match (base, ours, theirs) {
            (_, Some(ours), Some(theirs)) if ours == theirs => merged.push(Arc::clone(ours)),
            (Some(base), Some(ours), Some(theirs)) if base == ours => {
                merged.push(Arc::clone(theirs));
            }
            (Some(base), Some(ours), Some(theirs)) if base == theirs => {
                merged.push(Arc::clone(ours));
            }
            (base, Some(ours), Some(theirs)) => {
                let (record, open) = fields::merge(Versions {
                    base: base.map(AsRef::as_ref),
                    ours: Some(ours.as_ref()),
                    theirs: Some(theirs.as_ref()),
                });
                unresolved.extend(open.into_iter().map(|open| open.of(id.to_string())));
                merged.push(record.map_or_else(|| Arc::clone(ours), Arc::new));
            }
            // Deleted on one side: only where the other left it as it was.
            (Some(base), Some(one), None) | (Some(base), None, Some(one)) if base == one => {}
            (_, Some(one), None) | (_, None, Some(one)) => merged.push(Arc::clone(one)),
            (_, None, None) => {}
        }
    }
    Table::of_shared(merged)
}

fn merge_settings(books: Versions<&Book>, unresolved: &mut Vec<Unresolved>) -> Arc<Settings> {
    let Versions { base, ours, theirs } = books;
    if theirs.settings == base.settings || theirs.settings == ours.settings {
        return Arc::clone(&ours.settings);
    }
    if ours.settings == base.settings {
        return Arc::clone(&theirs.settings);
    }
    let (settings, open) = fields::merge(Versions {
        base: Some(base.settings.as_ref()),
        ours: Some(ours.settings.as_ref()),
        theirs: Some(theirs.settings.as_ref()),
    });
    unresolved.extend(open.into_iter().map(|open| open.of(SETTINGS.to_owned())));
    settings.map_or_else(|| Arc::clone(&ours.settings), Arc::new)
}

/// What was unresolved before and neither side has resolved since, with what is unresolved now.
fn leftovers(books: Versions<&Book>, new: Vec<Unresolved>) -> Vec<Unresolved> {
    let Versions { base, ours, theirs } = books;
    let is_in = |book: &Book, one: &Unresolved| book.unresolved.contains(one);
    let was_resolved =
        |one: &Unresolved| is_in(base, one) && !(is_in(ours, one) && is_in(theirs, one));
    let mut left: Vec<Unresolved> = Vec::new();
    for one in ours
        .unresolved
        .iter()
        .chain(&theirs.unresolved)
        .cloned()
        .chain(new)
    {
        // The other machine may have found the same two values, each from its own side.
        let turned = Unresolved {
            ours: one.theirs.clone(),
            theirs: one.ours.clone(),
            ..one.clone()
        };
        if !was_resolved(&one) && !left.contains(&one) && !left.contains(&turned) {
            left.push(one);
        }
    }
    left.sort_by(|one, other| one.place().cmp(&other.place()));
    left
}
