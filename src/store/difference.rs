//! What differs between two books, record by record, in the words by which a person knows the records.

use serde::Serialize;
use serde_json::Value;

use super::check::labels::Labelled;
use crate::domain::Book;
use crate::domain::book::for_each_table;
use crate::domain::redacted::redacted;
use crate::domain::table::{Record, Table};

/// What another book would change in this one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Of each kind of record in which something differs.
    pub kinds: Vec<Kind>,
    /// Whether the settings differ.
    pub settings: bool,
    /// Whether they differ in the fields for which a merge found two values.
    pub unresolved: bool,
}

/// What differs in the records of one kind. Each record stands as a sentence would name it: `contact "Dana Reyes"`.
#[derive(PartialEq, Eq)]
pub struct Kind {
    /// What many of them are called.
    pub plural: &'static str,
    /// Only the other book has them.
    pub come: Vec<String>,
    /// Only this book has them.
    pub go: Vec<String>,
    /// They differ, each with the fields in which they do, as the file calls them.
    pub change: Vec<(String, Vec<String>)>,
}

redacted!(Kind: plural; come, go, change);

impl Kind {
    /// How many records differ.
    #[must_use]
    pub fn count(&self) -> usize {
        self.come.len() + self.go.len() + self.change.len()
    }
}

impl Difference {
    /// What would change if `other` came into the place of `now`.
    #[must_use]
    pub fn between(now: &Book, other: &Book) -> Self {
        let mut kinds = Vec::new();
        macro_rules! of_tables {
            ($($table:ident: $record:ident,)*) => {
                $(kinds.push(of_table(stringify!($table), &now.$table, &other.$table));)*
            };
        }
        for_each_table!(of_tables);
        kinds.retain(|kind| kind.count() > 0);
        Self {
            kinds,
            settings: now.settings != other.settings,
            unresolved: now.unresolved != other.unresolved,
        }
    }

    /// Whether both say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

fn of_table<T>(table: &'static str, now: &Table<T>, other: &Table<T>) -> Kind
where
    T: Record + Labelled + Serialize,
{
    let only_in = |one: &Table<T>, other: &Table<T>| {
        let missing = one.iter().filter(|record| other.get(record.id()).is_none());
        missing.map(|record| name(record.as_ref())).collect()
    };
    let change = now.iter().filter_map(|old| {
        let new = other.get(old.id()).filter(|new| *new != old)?;
        Some((name(new.as_ref()), fields(old.as_ref(), new.as_ref())))
    });
    Kind {
        plural: plural(table),
        come: only_in(other, now),
        go: only_in(now, other),
        change: change.collect(),
    }
}

/// A table as a person calls what it holds.
fn plural(table: &'static str) -> &'static str {
    match table {
        "contacts" => "people",
        "busy" => "busy times",
        "interactions" => "talks",
        "option_sets" => "choices",
        _ => table,
    }
}

fn name(record: &impl Labelled) -> String {
    let label = record.label();
    label.strip_prefix("The ").unwrap_or(&label).to_owned()
}

/// The fields in which two versions of a record differ.
fn fields(old: &impl Serialize, new: &impl Serialize) -> Vec<String> {
    let (Ok(Value::Object(old)), Ok(Value::Object(new))) =
        (serde_json::to_value(old), serde_json::to_value(new))
    else {
        return Vec::new();
    };
    let mut names: Vec<_> = old
        .keys()
        .chain(new.keys())
        .filter(|name| old.get(*name) != new.get(*name))
        .map(|name| name.replace('_', " "))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}
