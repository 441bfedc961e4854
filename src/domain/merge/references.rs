//! Records that one side deleted and that the merged book still speaks of.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::Versions;
use crate::domain::book::{Book, for_each_table};
use crate::domain::contact::{Aim, Contact, ContactId};
use crate::domain::table::{Record, Table};

/// Brings back every record that was deleted and that a record of the merged book names, and what those name in turn.
pub(super) fn bring_back(merged: &mut Book, books: Versions<&Book>) {
    let mut gone = gone(merged, books);
    let mut aims = gone_aims(merged, books);
    if gone.is_empty() && aims.is_empty() {
        return;
    }
    let mut named = names(merged);
    loop {
        let mut needed: BTreeSet<String> = gone.intersection(&named).cloned().collect();
        let (wanted, rest) = aims
            .into_iter()
            .partition(|aim: &GoneAim| named.contains(&aim.aim.id.to_string()));
        aims = rest;
        for aim in wanted {
            if !aim.put_back(merged) {
                needed.insert(aim.of.to_string());
            }
        }
        if needed.is_empty() {
            return;
        }
        // What comes back may name others that are gone.
        named = put_back(merged, books, &needed);
        gone.retain(|id| !needed.contains(id));
    }
}

/// An aim that one side deleted from a person.
struct GoneAim {
    of: ContactId,
    aim: Aim,
    is_problem: bool,
}

impl GoneAim {
    /// Puts it back into its person; `false` where the person is gone, and comes back with it.
    fn put_back(&self, merged: &mut Book) -> bool {
        merged.contacts.change(self.of, |contact| {
            let aims = if self.is_problem {
                &mut contact.problems
            } else {
                &mut contact.aspirations
            };
            // Whoever came back meanwhile brought it along.
            if aims.iter().all(|aim| aim.id != self.aim.id) {
                aims.push(self.aim.clone());
            }
        })
    }
}

/// The aims of the base that the merged book has not.
fn gone_aims(merged: &Book, books: Versions<&Book>) -> Vec<GoneAim> {
    let all = |book: &Book| -> Vec<GoneAim> {
        let of = |contact: &Arc<Contact>| {
            let gone = |is_problem| {
                let of = contact.id;
                move |aim: &Aim| GoneAim {
                    of,
                    aim: aim.clone(),
                    is_problem,
                }
            };
            let problems = contact.problems.iter().map(gone(true));
            problems
                .chain(contact.aspirations.iter().map(gone(false)))
                .collect::<Vec<_>>()
        };
        book.contacts.iter().flat_map(of).collect()
    };
    if merged.contacts.is_same_list(&books.base.contacts) {
        return Vec::new();
    }
    let there: BTreeSet<_> = all(merged).into_iter().map(|one| one.aim.id).collect();
    let mut gone = all(books.base);
    gone.retain(|one| !there.contains(&one.aim.id));
    gone
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
            // Either value may be chosen yet.
            for one in &book.unresolved {
                for text in [&one.ours, &one.theirs] {
                    collect(&serde_json::from_str(text).unwrap_or(Value::from(text.as_str())), &mut names);
                }
            }
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
                    merged.$table.put_shared(Arc::clone(record));
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
pub(in crate::domain) fn collect(record: &impl Serialize, names: &mut BTreeSet<String>) {
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
