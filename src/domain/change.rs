//! What a step changed: every record before and after. Undo and redo are made of this.

use std::cmp::Ordering;
use std::sync::Arc;

use super::book::{Book, Settings, Unresolved, for_each_table};
use super::contact::Contact;
use super::decision::Decision;
use super::exchange::Exchange;
use super::id::Id;
use super::incident::Incident;
use super::interaction::Interaction;
use super::introduction::Introduction;
use super::invite::{Busy, Invite};
use super::options::OptionSet;
use super::promise::Promise;
use super::table::{Record, Table};

/// One record before and after a step; `None` where it did not exist.
#[derive(Debug, Clone)]
pub(super) struct Changed<T> {
    pub(super) id: Id<T>,
    pub(super) before: Option<Arc<T>>,
    pub(super) after: Option<Arc<T>>,
}

macro_rules! change {
    ($($table:ident: $record:ident,)*) => {
        /// What one step changed.
        #[derive(Debug, Clone, Default)]
        pub struct Change {
            pub(super) settings: Option<(Arc<Settings>, Arc<Settings>)>,
            /// What was resolved, and what came up, of the values that a merge left.
            pub(super) unresolved: (Vec<Unresolved>, Vec<Unresolved>),
            $(pub(super) $table: Vec<Changed<$record>>,)*
        }

        impl Change {
            /// What differs between two books. Costs nothing for tables that were not touched.
            #[must_use]
            pub fn between(before: &Book, after: &Book) -> Self {
                let settings = (before.settings != after.settings)
                    .then(|| (Arc::clone(&before.settings), Arc::clone(&after.settings)));
                let unresolved = (
                    left_out(&before.unresolved, &after.unresolved),
                    left_out(&after.unresolved, &before.unresolved),
                );
                Self { settings, unresolved, $($table: differences(&before.$table, &after.$table),)* }
            }

            /// How many records it touched.
            #[must_use]
            pub fn len(&self) -> usize {
                let (resolved, new) = &self.unresolved;
                usize::from(self.settings.is_some()) + resolved.len() + new.len() $(+ self.$table.len())*
            }

            /// Whether a book has anything of what this change made of records.
            #[must_use]
            pub fn shows_in(&self, book: &Book) -> bool {
                let settings = self.settings.as_ref();
                settings.is_some_and(|(_, after)| book.settings == *after)
                    $(|| shows(&self.$table, &book.$table))*
            }

            /// The change that takes this one back.
            #[must_use]
            pub fn inverse(&self) -> Self {
                Self {
                    settings: self.settings.clone().map(|(before, after)| (after, before)),
                    unresolved: (self.unresolved.1.clone(), self.unresolved.0.clone()),
                    $($table: self.$table.iter().map(Changed::inverse).collect(),)*
                }
            }

            /// Puts the change onto a book. A record that is no longer as the change left it, because something else
            /// changed it since, stays as it is; the number of those comes back.
            pub fn apply(&self, book: &mut Book) -> usize {
                let mut left = 0;
                if let Some((before, after)) = &self.settings {
                    if book.settings == *before {
                        book.settings = Arc::clone(after);
                    } else {
                        left += 1;
                    }
                }
                let (resolved, new) = &self.unresolved;
                book.unresolved.retain(|one| !resolved.contains(one));
                book.unresolved.extend(left_out(new, &book.unresolved));
                if !new.is_empty() {
                    book.unresolved.sort_by(|one, other| one.place().cmp(&other.place()));
                }
                $(left += apply(&self.$table, &mut book.$table);)*
                left
            }
        }
    };
}
for_each_table!(change);

impl Change {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T> Changed<T> {
    /// The record as it was and as it is, where it was and where it is.
    pub(super) fn sides(&self) -> impl Iterator<Item = &T> {
        self.before.iter().chain(&self.after).map(AsRef::as_ref)
    }

    fn inverse(&self) -> Self {
        Self {
            id: self.id,
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// What stands in the one list and not in the other.
fn left_out(list: &[Unresolved], other: &[Unresolved]) -> Vec<Unresolved> {
    let left = list.iter().filter(|one| !other.contains(one));
    left.cloned().collect()
}

fn differences<T: Record>(before: &Table<T>, after: &Table<T>) -> Vec<Changed<T>> {
    if before.is_same_list(after) {
        return Vec::new();
    }
    let mut changed = Vec::new();
    let (mut old, mut new) = (before.by_id().peekable(), after.by_id().peekable());
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return changed,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((old, _)), Some((new, _))) => old.cmp(new),
        };
        let was = (order != Ordering::Greater).then(|| old.next()).flatten();
        let is = (order != Ordering::Less).then(|| new.next()).flatten();
        let same = match (was, is) {
            // Most are the very same record, which then is not even touched.
            (Some((_, was)), Some((_, is))) => Arc::ptr_eq(was, is) || was == is,
            _ => false,
        };
        if let (false, Some((id, _))) = (same, was.or(is)) {
            changed.push(Changed {
                id,
                before: was.map(|(_, record)| Arc::clone(record)),
                after: is.map(|(_, record)| Arc::clone(record)),
            });
        }
    }
}

fn shows<T: Record>(changes: &[Changed<T>], table: &Table<T>) -> bool {
    let mut changes = changes.iter();
    changes.any(|change| table.get(change.id) == change.after.as_ref())
}

fn apply<T: Record>(changes: &[Changed<T>], table: &mut Table<T>) -> usize {
    let mut left = 0;
    for change in changes {
        if table.get(change.id) != change.before.as_ref() {
            left += 1;
            continue;
        }
        match &change.after {
            Some(after) => table.put_shared(Arc::clone(after)),
            None => {
                table.remove(change.id);
            }
        }
    }
    left
}
