//! What is wrong with a book that can be read: ids that stand twice stop it, everything else is listed.

mod dates;
pub(super) mod labels;
mod references;

use foldhash::HashSet;
use foldhash::HashSetExt as _;

use crate::domain::Book;
use crate::domain::book::for_each_table;
use crate::domain::contact::{AimId, Contact};
use crate::domain::decision::Decision;
use crate::domain::exchange::Exchange;
use crate::domain::incident::Incident;
use crate::domain::interaction::Interaction;
use crate::domain::introduction::Introduction;
use crate::domain::invite::{Busy, Invite};
use crate::domain::options::OptionSet;
use crate::domain::promise::Promise;
use crate::domain::table::{Record, Table};
use labels::{AimOf, Labelled};

/// The ids that stand twice, one sentence each. Records that were written without an id have none to share.
pub(super) fn duplicates(book: &Book) -> Vec<String> {
    let mut found = Vec::new();
    macro_rules! of_tables {
        ($($table:ident: $record:ident,)*) => {
            $(duplicates_in::<$record>(&book.$table, &mut found);)*
        };
    }
    for_each_table!(of_tables);
    duplicate_aims(book, &mut found);
    found
}

/// What is odd and stops nothing, one sentence each.
#[must_use]
pub fn problems(book: &Book) -> Vec<String> {
    let mut problems = references::dangling(book);
    problems.extend(dates::odd(book));
    problems
}

fn duplicates_in<T: Record + Labelled>(table: &Table<T>, found: &mut Vec<String>) {
    // As every book stands that Goodword wrote.
    if table.is_in_order() {
        return;
    }
    let mut seen = HashSet::new();
    for record in table.iter().filter(|record| !record.id().is_nil()) {
        if !seen.insert(record.id()) {
            found.push(shared(&record.label(), &record.id().to_string()));
        }
    }
}

fn duplicate_aims(book: &Book, found: &mut Vec<String>) {
    let mut seen: HashSet<AimId> = HashSet::default();
    for contact in book.contacts.iter() {
        let aims = contact.aspirations.iter().chain(&contact.problems);
        for aim in aims.filter(|aim| !aim.id.is_nil()) {
            if !seen.insert(aim.id) {
                found.push(shared(&AimOf(aim, contact).label(), &aim.id.to_string()));
            }
        }
    }
}

fn shared(label: &str, id: &str) -> String {
    format!(
        "{label} has the id {id}, which another one has too: leave it out there, and it gets its own."
    )
}
