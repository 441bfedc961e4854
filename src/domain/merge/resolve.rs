//! Choosing between the two values that a merge left.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::SETTINGS;
use super::fields::words;
use crate::domain::book::{Book, Settings, Unresolved, for_each_table};
use crate::domain::table::{Record, Table};

/// The fields that hold notes, which may grow.
const NOTES: [&str; 2] = ["notes", "note"];

/// Which of two values stands from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one that stands in the record now.
    Ours,
    /// The other one.
    Theirs,
    /// Both, one after the other: see [`both`].
    Both,
}

/// The book in which one of the two values stands and nothing more is said of it. `None` where the other value no longer
/// fits: the record has gone or changed since, or has no place for it.
#[must_use]
pub fn resolve(book: &Book, open: &Unresolved, side: Side) -> Option<Book> {
    let mut after = book.clone();
    after.unresolved.retain(|one| one != open);
    match side {
        Side::Ours => Some(after),
        Side::Theirs => put(&mut after, open).then_some(after),
        Side::Both => {
            let theirs = both(book, open)?;
            let open = Unresolved {
                theirs,
                ..open.clone()
            };
            put(&mut after, &open).then_some(after)
        }
    }
}

/// Two texts of notes, one after the other. `None` where the field holds no notes, or one of the two says all.
#[must_use]
pub fn both(book: &Book, open: &Unresolved) -> Option<String> {
    let field = open.field.rsplit('.').next()?;
    let stands = standing(book, open)?;
    let (ours, theirs) = (stands.trim_end(), open.theirs.trim());
    let adds = !ours.contains(theirs) && !theirs.contains(ours.trim());
    (NOTES.contains(&field) && adds).then(|| format!("{ours}\n{theirs}"))
}

/// What stands in the record now, as [`Unresolved`] writes it; `None` where the record or the part of it is gone.
#[must_use]
pub fn standing(book: &Book, open: &Unresolved) -> Option<String> {
    let fields = fields_of(book, &open.record)?;
    let (last, parts) = steps(&open.field)?;
    let inner = parts.iter().try_fold(&fields, |at, step| step.within(at))?;
    // A field that does not stand in the file has its default.
    Some(last.within(inner).map_or_else(String::new, words))
}

macro_rules! tables {
    ($($table:ident: $record:ident,)*) => {
        fn fields_of(book: &Book, record: &str) -> Option<Value> {
            if record == SETTINGS {
                return serde_json::to_value(book.settings.as_ref()).ok();
            }
            $(if let Some(found) = record.parse().ok().and_then(|id| book.$table.get(id)) {
                return serde_json::to_value(found.as_ref()).ok();
            })*
            None
        }

        fn put(book: &mut Book, open: &Unresolved) -> bool {
            if open.record == SETTINGS {
                let settings: Option<Settings> = with_theirs(book.settings.as_ref(), open);
                return settings.map(|settings| book.settings = settings.into()).is_some();
            }
            $(put_into(&mut book.$table, open))||*
        }
    };
}
for_each_table!(tables);

fn put_into<T>(table: &mut Table<T>, open: &Unresolved) -> bool
where
    T: Record + Serialize + DeserializeOwned,
{
    let found = open.record.parse().ok().and_then(|id| table.get(id));
    let changed = found.and_then(|record| with_theirs(record.as_ref(), open));
    changed.map(|record| table.put(record)).is_some()
}

/// The record with the other value in the field.
fn with_theirs<T: Serialize + DeserializeOwned>(record: &T, open: &Unresolved) -> Option<T> {
    let (last, parts) = steps(&open.field)?;
    readings(&open.theirs).into_iter().find_map(|value| {
        let mut fields = serde_json::to_value(record).ok()?;
        let inner = parts
            .iter()
            .try_fold(&mut fields, |at, step| step.within_mut(at))?;
        last.set(inner, value)?;
        let record: T = serde_json::from_value(fields).ok()?;
        // Read back: it is what was asked for, and nothing that only looks like it.
        let again = serde_json::to_value(&record).ok()?;
        let inner = parts.iter().try_fold(&again, |at, step| step.within(at))?;
        let stands = last.within(inner).map_or_else(String::new, words);
        (stands == open.theirs).then_some(record)
    })
}

/// What a text can stand for, the likeliest first: `None` is a field that is left out.
fn readings(text: &str) -> Vec<Option<Value>> {
    let as_text = Some(Value::from(text));
    if text.is_empty() {
        return vec![None, as_text];
    }
    let as_json = serde_json::from_str(text).ok().map(Some);
    [Some(as_text), as_json].into_iter().flatten().collect()
}

/// A step from a record to a field of it, or to an item of a list in it.
struct Step<'a> {
    field: &'a str,
    item: Option<&'a str>,
}

/// The steps to a field as a merge names it, `problems[01K…].text`: the last one, and those before it.
fn steps(path: &str) -> Option<(Step<'_>, Vec<Step<'_>>)> {
    let mut steps: Vec<Step<'_>> = path
        .split('.')
        .map(|step| match step.strip_suffix(']') {
            Some(inner) => {
                let (field, item) = inner.split_once('[').unwrap_or((inner, ""));
                Step {
                    field,
                    item: Some(item),
                }
            }
            None => Step {
                field: step,
                item: None,
            },
        })
        .collect();
    let last = steps.pop()?;
    Some((last, steps))
}

impl Step<'_> {
    fn within<'v>(&self, at: &'v Value) -> Option<&'v Value> {
        let field = at.get(self.field)?;
        match self.item {
            None => Some(field),
            Some(id) => field.as_array()?.iter().find(|item| is_called(item, id)),
        }
    }

    fn within_mut<'v>(&self, at: &'v mut Value) -> Option<&'v mut Value> {
        let field = at.get_mut(self.field)?;
        match self.item {
            None => Some(field),
            Some(id) => field
                .as_array_mut()?
                .iter_mut()
                .find(|item| is_called(item, id)),
        }
    }

    fn set(&self, at: &mut Value, value: Option<Value>) -> Option<()> {
        match (self.item, value) {
            (Some(_), value) => *self.within_mut(at)? = value?,
            (None, Some(value)) => {
                fields_mut(at)?.insert(self.field.to_owned(), value);
            }
            (None, None) => {
                fields_mut(at)?.remove(self.field);
            }
        }
        Some(())
    }
}

fn fields_mut(value: &mut Value) -> Option<&mut Map<String, Value>> {
    value.as_object_mut()
}

fn is_called(item: &Value, id: &str) -> bool {
    item.get("id").and_then(Value::as_str) == Some(id)
}
