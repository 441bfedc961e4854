//! Two versions of one record, field by field.
//!
//! A record is looked at as the tree of fields that the file would hold, so that a field added to a type tomorrow is
//! merged like those of today.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::Versions;
use crate::domain::book::Unresolved;

/// A field with two values.
#[derive(Clone, PartialEq)]
pub(super) struct Open {
    field: String,
    ours: Value,
    theirs: Value,
}

impl Open {
    /// As it stands in the book.
    pub(super) fn of(self, record: String) -> Unresolved {
        Unresolved {
            record,
            field: self.field,
            ours: words(&self.ours),
            theirs: words(&self.theirs),
        }
    }
}

/// A value as the book keeps it beside another: a text as it is, nothing as an empty one, all else as JSON.
pub(super) fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The merged record, and the fields in which ours stands although theirs is another. `None` where the versions could
/// not be put together at all.
pub(super) fn merge<T: Serialize + DeserializeOwned>(
    versions: Versions<Option<&T>>,
) -> (Option<T>, Vec<Open>) {
    let fields = |version: Option<&T>| match version.map(serde_json::to_value) {
        Some(Ok(Value::Object(fields))) => fields,
        _ => Map::new(),
    };
    let versions = Versions {
        base: &fields(versions.base),
        ours: &fields(versions.ours),
        theirs: &fields(versions.theirs),
    };
    let (record, open) = put_together(versions, Depth::Within);
    if let Some(record) = record {
        return (Some(record), open);
    }
    // Parts of two values can make one that is none, an order that names a line twice: whole values cannot.
    put_together(versions, Depth::Whole)
}

/// Whether a field may be merged from parts of two values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// It may.
    Within,
    /// One of the two stands.
    Whole,
}

fn put_together<T: DeserializeOwned>(
    versions: Versions<&Map<String, Value>>,
    depth: Depth,
) -> (Option<T>, Vec<Open>) {
    let mut open = Vec::new();
    let fields = merge_fields(versions, "", depth, &mut open);
    (serde_json::from_value(Value::Object(fields)).ok(), open)
}

fn merge_fields(
    versions: Versions<&Map<String, Value>>,
    path: &str,
    depth: Depth,
    open: &mut Vec<Open>,
) -> Map<String, Value> {
    let Versions { base, ours, theirs } = versions;
    let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    let mut merged = Map::new();
    for name in names {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        let field = Versions {
            base: base.get(name),
            ours: ours.get(name),
            theirs: theirs.get(name),
        };
        if let Some(value) = merge_value(field, &path, depth, open) {
            merged.insert(name.clone(), value);
        }
    }
    merged
}

/// One value of the three; a field that is not there has its default.
fn merge_value(
    versions: Versions<Option<&Value>>,
    path: &str,
    depth: Depth,
    open: &mut Vec<Open>,
) -> Option<Value> {
    let Versions { base, ours, theirs } = versions;
    if ours == theirs || theirs == base {
        return ours.cloned();
    }
    if ours == base {
        return theirs.cloned();
    }
    if depth == Depth::Within
        && let Some(value) = merge_within(versions, path, open)
    {
        return Some(value);
    }
    open.push(Open {
        field: path.to_owned(),
        ours: ours.cloned().unwrap_or_default(),
        theirs: theirs.cloned().unwrap_or_default(),
    });
    ours.cloned()
}

/// The parts of two values that both changed: the fields of a record within a record, the items of a list.
fn merge_within(
    versions: Versions<Option<&Value>>,
    path: &str,
    open: &mut Vec<Open>,
) -> Option<Value> {
    let Versions { base, ours, theirs } = versions;
    match (ours, theirs) {
        (Some(Value::Object(ours)), Some(Value::Object(theirs)))
            if is_record(ours) && is_record(theirs) =>
        {
            let nothing = Map::new();
            let base = base.and_then(Value::as_object).unwrap_or(&nothing);
            let fields = merge_fields(Versions { base, ours, theirs }, path, Depth::Within, open);
            Some(Value::Object(fields))
        }
        (Some(Value::Array(_)) | None, Some(Value::Array(_)) | None) => {
            let items = |value: Option<&Value>| -> Vec<Value> {
                value.and_then(Value::as_array).cloned().unwrap_or_default()
            };
            let lists = Versions {
                base: &*items(base),
                ours: &*items(ours),
                theirs: &*items(theirs),
            };
            Some(Value::Array(merge_lists(lists, path, open)))
        }
        _ => None,
    }
}

/// A record has names of fields for keys; a variant of an enum stands under its own name, in capitals.
fn is_record(fields: &Map<String, Value>) -> bool {
    fields
        .keys()
        .all(|name| name.starts_with(|first: char| first.is_lowercase()))
}

/// What neither side took out of the list, in its order, then what either put in. An item with an identity is merged.
fn merge_lists(versions: Versions<&[Value]>, path: &str, open: &mut Vec<Open>) -> Vec<Value> {
    let Versions { base, ours, theirs } = versions;
    let mut merged: Vec<Value> = Vec::new();
    for item in base {
        let (ours, theirs) = (same(ours, item), same(theirs, item));
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                let path = format!("{path}[{}]", identity(item).unwrap_or_default());
                let item = Versions {
                    base: Some(item),
                    ours: Some(ours),
                    theirs: Some(theirs),
                };
                merged.extend(merge_value(item, &path, Depth::Within, open));
            }
            // Edit beats delete here too.
            (Some(edited), None) | (None, Some(edited)) if edited != item => {
                merged.push(edited.clone());
            }
            _ => {}
        }
    }
    let mut new = new_items(versions, path, open);
    new.sort_by_cached_key(|item| (day(item).map(str::to_owned), item.to_string()));
    merged.extend(new);
    merged
}

/// What either side put into the list. What both put in stands once, merged where it has an identity; what one put in
/// twice stands twice.
fn new_items(versions: Versions<&[Value]>, path: &str, open: &mut Vec<Open>) -> Vec<Value> {
    let Versions { base, ours, theirs } = versions;
    let is_new = |item: &&Value| same(base, item).is_none();
    let mut new = Vec::new();
    let mut unmatched: Vec<&Value> = theirs.iter().filter(is_new).collect();
    for ours in ours.iter().filter(is_new) {
        let at = unmatched.iter().position(|other| is_same(other, ours));
        let theirs = at.map_or(ours, |at| unmatched.swap_remove(at));
        let path = format!("{path}[{}]", identity(ours).unwrap_or_default());
        let item = Versions {
            base: None,
            ours: Some(ours),
            theirs: Some(theirs),
        };
        new.extend(merge_value(item, &path, Depth::Within, open));
    }
    new.extend(unmatched.into_iter().cloned());
    new
}

/// The item of a list with this one's identity; where it has none, the equal one.
fn same<'a>(list: &'a [Value], item: &Value) -> Option<&'a Value> {
    list.iter().find(|other| is_same(other, item))
}

fn is_same(one: &Value, other: &Value) -> bool {
    match identity(one) {
        Some(id) => identity(other) == Some(id),
        None => one == other,
    }
}

fn identity(item: &Value) -> Option<&str> {
    item.get("id")?.as_str()
}

/// The day of an item that has one, so that a log stays in the order of its days.
fn day(item: &Value) -> Option<&str> {
    ["on", "until", "noted"]
        .into_iter()
        .find_map(|name| item.get(name)?.as_str())
}
