//! Records that one side deleted and that the merged book still speaks of.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::Versions;
use crate::domain::book::{Book, for_each_table};
use crate::domain::table::{Record, Table};

/// Brings back every record that was deleted and that a record of the merged book names, and what those name in turn.
pub(super) fn bring_back(merged: &mut Book, books: Versions<&Book>) {
    let mut gone = gone(merged, books);
    if gone.is_empty() {
        return;
    }
    let mut named = names(merged);
    loop {
        let needed: BTreeSet<String> = gone.intersection(&named).cloned().collect();
        if needed.is_empty() {
            return;
        }
        // What comes back may name others that are gone.
        named = put_back(merged, books, &needed);
        gone.retain(|id| !needed.contains(id));
    }
}

macro_rules! tables {
    ($($table:ident: $record:ident,)*) => {
        /// The ids that either side had or the base had, and the merged book has not.
        fn gone(merged: &Book, books: Versions<&Book>) -> BTreeSet<String> {
            let mut gone = BTreeSet::new();
            $(for book in [books.base, books.ours, books.theirs] {
                missing(&book.$table, &merged.$table, &mut gone);
            })*
            gone
        }

        /// Every text of the book that could be an id.
        fn names(book: &Book) -> BTreeSet<String> {
            let mut names = BTreeSet::new();
            $(for record in book.$table.iter() {
                collect(record.as_ref(), &mut names);
            })*
            names
        }

        /// Puts records back, the edited version of a side before the base; gives what they name.
        fn put_back(merged: &mut Book, books: Versions<&Book>, ids: &BTreeSet<String>) -> BTreeSet<String> {
            let mut names = BTreeSet::new();
            $({
                let mut found = BTreeMap::new();
                for book in [books.base, books.theirs, books.ours] {
                    for record in book.$table.iter().filter(|record| ids.contains(&record.id.to_string())) {
                        found.insert(record.id, record);
                    }
                }
                for record in found.into_values() {
                    collect(record.as_ref(), &mut names);
                    merged.$table.put_shared(std::sync::Arc::clone(record));
                }
            })*
            names
        }
    };
}
for_each_table!(tables);

fn missing<T: Record>(had: &Table<T>, has: &Table<T>, gone: &mut BTreeSet<String>) {
    if had.is_same_list(has) {
        return;
    }
    let missing = had.iter().filter(|record| has.get(record.id()).is_none());
    gone.extend(missing.map(|record| record.id().to_string()));
}

/// Every text of a record that has the length of an id. Ids are random, so that no other text is taken for one.
fn collect(record: &impl Serialize, names: &mut BTreeSet<String>) {
    const LENGTH: usize = 26;
    let mut open = vec![serde_json::to_value(record).unwrap_or_default()];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) if text.len() == LENGTH => {
                names.insert(text);
            }
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => open.extend(fields.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
}
