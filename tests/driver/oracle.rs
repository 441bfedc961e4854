//! What a merge must keep, told without the engine: on the fields as the file has them.

use std::collections::{BTreeMap, BTreeSet};

use goodword::domain::Book;
use goodword::domain::book::Unresolved;
use goodword::store::check::problems;
use serde_json::{Map, Value};

/// The versions of one thing, and what became of it.
#[derive(Clone, Copy)]
struct Four<'a> {
    base: Option<&'a Value>,
    ours: Option<&'a Value>,
    theirs: Option<&'a Value>,
    merged: Option<&'a Value>,
}

/// Everything that a merge lost, brought back or made up: a sentence each.
pub(crate) fn wrongs(base: &Book, ours: &Book, theirs: &Book, merged: &Book) -> Vec<String> {
    let mut wrongs = Vec::new();
    let tables = [base, ours, theirs, merged].map(records);
    let ids: BTreeSet<&String> = tables.iter().flat_map(BTreeMap::keys).collect();
    for id in ids {
        let [base, ours, theirs, merged_record] = [0, 1, 2, 3].map(|at| tables[at].get(id));
        let four = Four {
            base,
            ours,
            theirs,
            merged: merged_record,
        };
        record(id, four, merged, &mut wrongs);
    }
    let hanging = |book: &Book| -> BTreeSet<String> { problems(book).into_iter().collect() };
    let known: BTreeSet<String> = hanging(ours).union(&hanging(theirs)).cloned().collect();
    wrongs.extend(hanging(merged).difference(&known).cloned());
    wrongs
}

/// Every record of every table, and the settings, by id.
fn records(book: &Book) -> BTreeMap<String, Value> {
    let Value::Object(tables) = serde_json::to_value(book).unwrap() else {
        return BTreeMap::new();
    };
    let mut records = BTreeMap::new();
    for (name, table) in tables {
        match table {
            Value::Array(table) if name != "unresolved" => {
                for record in table {
                    records.insert(record["id"].as_str().unwrap().to_owned(), record);
                }
            }
            Value::Object(_) => {
                records.insert(name, table);
            }
            _ => {}
        }
    }
    records
}

fn record(id: &str, four: Four<'_>, merged: &Book, wrongs: &mut Vec<String>) {
    let Four {
        base,
        ours,
        theirs,
        merged: is,
    } = four;
    let edited = |side: Option<&Value>| side.is_some() && side != base;
    match (ours, theirs) {
        (Some(Value::Object(_)), Some(Value::Object(_))) => {
            let open: Vec<&Unresolved> = merged
                .unresolved
                .iter()
                .filter(|one| one.record == id)
                .collect();
            value(id, "", four, &open, wrongs);
        }
        // An edit beats a deletion.
        (one, other) if edited(one) || edited(other) => {
            let kept = if edited(one) { one } else { other };
            if is != kept {
                wrongs.push(format!(
                    "{id}: edited on one side, deleted on the other, and not kept"
                ));
            }
        }
        // Deleted: gone, unless something that stayed speaks of it.
        _ if is.is_some() => {
            let aims = ["problems", "aspirations"]
                .into_iter()
                .filter_map(|aims| is?.get(aims)?.as_array())
                .flatten()
                .filter_map(|aim| aim["id"].as_str());
            let called: Vec<&str> = aims.chain([id]).collect();
            let spoken_of = records(merged).iter().any(|(other, record)| {
                let text = record.to_string();
                other != id && called.iter().any(|name| text.contains(name))
            });
            if !spoken_of {
                wrongs.push(format!("{id}: deleted, and back again"));
            }
        }
        _ => {}
    }
}

/// One value of a record that both sides have.
fn value(id: &str, path: &str, four: Four<'_>, open: &[&Unresolved], wrongs: &mut Vec<String>) {
    let Four {
        base,
        ours,
        theirs,
        merged,
    } = four;
    let wanted = if ours == theirs || theirs == base {
        ours
    } else if ours == base {
        theirs
    } else {
        return both_changed(id, path, four, open, wrongs);
    };
    if merged != wanted {
        wrongs.push(format!("{id} {path}: {merged:?} instead of {wanted:?}"));
    }
}

fn both_changed(
    id: &str,
    path: &str,
    four: Four<'_>,
    open: &[&Unresolved],
    wrongs: &mut Vec<String>,
) {
    let is_open = open.iter().any(|one| one.field == path);
    match (four.ours, four.theirs, four.merged) {
        (_, _, merged) if is_open => {
            if merged != four.ours {
                wrongs.push(format!("{id} {path}: two values, and ours does not stand"));
            }
        }
        (Some(Value::Object(ours)), Some(Value::Object(theirs)), Some(Value::Object(merged))) => {
            let nothing = Map::new();
            let base = four.base.and_then(Value::as_object).unwrap_or(&nothing);
            let names: BTreeSet<&String> = ours
                .keys()
                .chain(theirs.keys())
                .chain(merged.keys())
                .collect();
            for name in names {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                let four = Four {
                    base: base.get(name),
                    ours: ours.get(name),
                    theirs: theirs.get(name),
                    merged: merged.get(name),
                };
                value(id, &path, four, open, wrongs);
            }
        }
        (ours, theirs, merged) if [ours, theirs].into_iter().flatten().all(Value::is_array) => {
            list(id, path, four, merged, open, wrongs);
        }
        _ => wrongs.push(format!("{id} {path}: one of two values is lost")),
    }
}

/// Whatever a side put into a list is there; whatever it took out and the other left alone is not.
fn list(
    id: &str,
    path: &str,
    four: Four<'_>,
    merged: Option<&Value>,
    open: &[&Unresolved],
    wrongs: &mut Vec<String>,
) {
    let items = |value: Option<&Value>| -> Vec<Value> {
        value.and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let (base, ours, theirs) = (items(four.base), items(four.ours), items(four.theirs));
    let merged = items(merged);
    for side in [&ours, &theirs] {
        for item in side.iter().filter(|item| !base.contains(item)) {
            let stands_beside = item["id"].as_str().is_some_and(|item| {
                let item = format!("{path}[{item}]");
                open.iter().any(|one| one.field.starts_with(&item))
            });
            if !merged.contains(item) && !stands_beside {
                wrongs.push(format!("{id} {path}: {item} is lost"));
            }
        }
    }
    for item in &merged {
        if base.contains(item) && !(ours.contains(item) && theirs.contains(item)) {
            wrongs.push(format!("{id} {path}: {item} was taken out, and is back"));
        }
        if ![&base, &ours, &theirs]
            .iter()
            .any(|list| list.contains(item))
            && item["id"].is_null()
        {
            wrongs.push(format!("{id} {path}: {item} is made up"));
        }
    }
}
