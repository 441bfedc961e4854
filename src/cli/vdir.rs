//! `goodword export vcard --to FOLDER`: a folder with one card a person, kept in step with the book.

use std::path::Path;

use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::import_plan::InStep;
use crate::export::vcard::Version;
use crate::export::vdir::{Folder, Order, Outcome, Standing, in_step};
use crate::import::vdir::card;
use crate::store::disk::RealDisk;
use crate::store::vdir;

/// Brings the folder in step with the book, for everybody or for one person; says what became of it. `file` is the file
/// of the book; none for the demo's.
///
/// # Errors
/// In words: what could not be read or written. What could be written stands there then.
pub(super) fn run(
    (book, file): (&Book, Option<&Path>),
    folder: &Path,
    version: Version,
    person: Option<ContactId>,
    with_archived: bool,
) -> Result<String, String> {
    vdir::refuse_anothers(&RealDisk, folder, book, file)?;
    let order = Order {
        people: &people(book, person, with_archived),
        by_name: person.is_some(),
        version,
    };
    let found = look_into(folder)?;
    let read = |text: &str| card("", text.as_bytes());
    let outcome = in_step(book, order, &found, &read);
    let failures = write(folder, &found, &outcome, file)?;
    if failures.is_empty() {
        Ok(outcome.to_string())
    } else {
        Err(format!("{outcome}{}", failures.join("\n")))
    }
}

fn people(book: &Book, person: Option<ContactId>, with_archived: bool) -> Vec<&Contact> {
    let is_asked_for = |one: &&Contact| match person {
        Some(person) => one.id == person,
        None => with_archived || !one.archived,
    };
    let everybody = book.contacts.iter().map(AsRef::as_ref);
    everybody.filter(is_asked_for).collect()
}

/// The cards that stand there and what is known of them.
fn look_into(folder: &Path) -> Result<Folder, String> {
    let base = vdir::base(&RealDisk, folder)?.unwrap_or_default();
    let mut cards = Vec::new();
    for (file, bytes) in vdir::cards(&RealDisk, folder)? {
        let Some(mut card) = card(&file, &bytes) else {
            continue;
        };
        card.in_step = Some(InStep {
            folder: folder.to_owned(),
            file: file.clone(),
            last: base.get(&file).cloned(),
        });
        cards.push(Standing {
            file,
            text: String::from_utf8(bytes).ok(),
            card,
        });
    }
    Ok(Folder { cards, base })
}

/// Writes what is to be written; what could not be comes back, in words, and is not agreed on.
fn write(
    folder: &Path,
    found: &Folder,
    outcome: &Outcome,
    book: Option<&Path>,
) -> Result<Vec<String>, String> {
    vdir::make(&RealDisk, folder)?;
    let mut base = outcome.base.clone();
    let mut failures = Vec::new();
    for write in &outcome.writes {
        let before = write.before.as_deref();
        if let Err(failure) = vdir::write(&RealDisk, folder, &write.file, before, &write.text) {
            failures.push(failure);
            match found.base.get(&write.file) {
                Some(last) => base.insert(write.file.clone(), last.clone()),
                None => base.remove(&write.file),
            };
        }
    }
    vdir::keep_base(&RealDisk, folder, &base, book)?;
    Ok(failures)
}
