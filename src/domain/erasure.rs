//! Taking a person out of the book for good: the records about them, and their name in what was written about others.

use std::sync::Arc;

use super::about::is_outsider;
use super::book::{Book, Settings, Unresolved, for_each_table};
use super::contact::{Contact, ContactId, KnownPerson};
use super::discreet::Discreet;
use super::invite::CalendarEntry;
use super::merge::SETTINGS;
use super::redacted::redacted;
use super::removal::{Along, without_contact};
use super::search::folded;
use super::texts::Texts;

/// A book without a person, and what was done to make it so.
pub struct Erasure {
    /// The book without them.
    pub book: Book,
    /// The records that went with them.
    pub along: Along,
    /// How many talks and invites stay with the others who took part.
    pub stay_with_others: usize,
    /// Texts about others that named them.
    pub marked: Vec<Marked>,
    /// Texts with a word that names them and somebody else too. They stay as they are.
    pub unsure: Vec<String>,
}

redacted!(Erasure: along, stay_with_others, marked; unsure);

/// A text before and after a name was taken out of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Marked {
    /// As it was.
    pub before: String,
    /// With a mark in the place of the name.
    pub after: String,
}

redacted!(Marked: ; before, after);

/// How a person is called, to find them in other books and in files.
#[derive(Clone)]
pub struct Names {
    id: ContactId,
    only: Discreet,
    person: Arc<Contact>,
    /// Whether nobody else has the whole name.
    is_alone: bool,
}

impl Names {
    /// The names of somebody whom the book has: those that nobody else has in it.
    #[must_use]
    pub fn of(book: &Book, id: ContactId) -> Option<Self> {
        let person = Arc::clone(book.contacts.get(id)?);
        let mut known = book.clone();
        forget_acquaintance(&mut known, &person);
        let name = folded(&person.name);
        let mut others = book.contacts.iter().filter(|other| other.id != id);
        Some(Self {
            is_alone: !others.any(|other| folded(&other.name) == name),
            id,
            only: Discreet::only(&known, &person),
            person,
        })
    }

    /// Whether a book names them.
    #[must_use]
    pub fn are_in(&self, book: &Book) -> bool {
        if book.contacts.get(self.id).is_some()
            || book.contacts.iter().any(|other| self.is_copy(other))
        {
            return true;
        }
        let mut reader = Reader {
            only: self.only.clone(),
            ..Reader::default()
        };
        let mut read = book.clone();
        read_records(&mut read, &mut reader);
        read_views(&mut read, &mut reader);
        let unresolved = book.unresolved.iter();
        !reader.marked.is_empty()
            || unresolved
                .flat_map(|one| [&one.ours, &one.theirs])
                .any(|text| self.are_in_text(text))
    }

    /// Whether a text names them.
    #[must_use]
    pub fn are_in_text(&self, text: &str) -> bool {
        text.contains(&self.id.to_string()) || self.only.without_names(text).is_some()
    }

    /// The same person in a book that gave them another id.
    fn is_copy(&self, other: &Contact) -> bool {
        let mut knows = other.knows.iter();
        self.is_alone && folded(&other.name) == folded(&self.person.name)
            || knows.any(|(known, _)| is_outsider(known, &self.person))
    }
}

/// What is done to one text after the other.
#[derive(Default)]
struct Reader {
    only: Discreet,
    shared: Discreet,
    marked: Vec<Marked>,
    unsure: Vec<String>,
}

impl Reader {
    fn read(&mut self, text: &mut String) {
        if let Some(after) = self.only.without_names(text) {
            let before = std::mem::replace(text, after.clone());
            self.marked.push(Marked { before, after });
        } else if self.shared.without_names(text).is_some() {
            self.unsure.push(text.clone());
        }
    }
}

/// The book without a person whom it has.
#[must_use]
pub fn erase(book: &Book, id: ContactId) -> Option<Erasure> {
    let contact = book.contacts.get(id)?;
    let mut known = book.clone();
    forget_acquaintance(&mut known, contact);
    let mut reader = Reader {
        only: Discreet::only(&known, contact),
        shared: Discreet::shared(&known, contact),
        marked: Vec::new(),
        unsure: Vec::new(),
    };
    let (mut after, along) = without_contact(&known, id);
    forget_told(&mut after, id);
    forget_organizer(&mut after, contact);
    read_records(&mut after, &mut reader);
    read_views(&mut after, &mut reader);
    after.unresolved = resolved(&after, id, &mut reader);
    Some(Erasure {
        stay_with_others: staying(book, &after, id),
        book: after,
        along,
        marked: reader.marked,
        unsure: reader.unsure,
    })
}

/// Nobody knows them any longer, by reference or by name.
fn forget_acquaintance(book: &mut Book, contact: &Contact) {
    let is_them = |known: &KnownPerson| {
        *known == KnownPerson::Contact(contact.id) || is_outsider(known, contact)
    };
    let knowing: Vec<ContactId> = book
        .contacts
        .iter()
        .filter(|other| other.knows.iter().any(|(known, _)| is_them(known)))
        .map(|other| other.id)
        .collect();
    for id in knowing {
        let forget = |other: &mut Contact| other.knows.retain(|(known, _)| !is_them(known));
        book.contacts.change(id, forget);
    }
}

/// Decisions between others in which they had to be told something.
fn forget_told(book: &mut Book, id: ContactId) {
    for decision in book.clone().decisions.iter() {
        if decision.told_to.contains(&id) {
            book.decisions.change(decision.id, |decision| {
                decision.told_to.retain(|told| *told != id);
            });
        }
    }
}

/// Appointments of others that came from their calendar.
fn forget_organizer(book: &mut Book, contact: &Contact) {
    let is_theirs = |entry: &CalendarEntry| {
        let organizer = entry.organizer.as_deref().unwrap_or_default();
        let mut emails = contact.emails.iter();
        !organizer.is_empty() && emails.any(|email| email.eq_ignore_ascii_case(organizer))
    };
    let forget = |calendar: &mut Option<CalendarEntry>| {
        if let Some(entry) = calendar {
            entry.organizer = None;
        }
    };
    let before = book.clone();
    for invite in before.invites.iter() {
        if invite.calendar.as_ref().is_some_and(is_theirs) {
            book.invites
                .change(invite.id, |invite| forget(&mut invite.calendar));
        }
    }
    for busy in before.busy.iter() {
        if busy.calendar.as_ref().is_some_and(is_theirs) {
            book.busy.change(busy.id, |busy| forget(&mut busy.calendar));
        }
    }
}

macro_rules! tables {
    ($($table:ident: $record:ident,)*) => {
        fn read_records(book: &mut Book, reader: &mut Reader) {
            $(for record in book.clone().$table.iter() {
                let mut read = record.as_ref().clone();
                read.each_text(&mut |text| reader.read(text));
                if read != **record {
                    book.$table.put(read);
                }
            })*
        }

        fn has_record(book: &Book, id: &str) -> bool {
            false $(|| id.parse().is_ok_and(|id| book.$table.get(id).is_some()))*
        }
    };
}
for_each_table!(tables);

fn read_views(book: &mut Book, reader: &mut Reader) {
    if book.settings.views.is_empty() {
        return;
    }
    let settings: &mut Settings = Arc::make_mut(&mut book.settings);
    for view in &mut settings.views {
        reader.read(&mut view.name);
        reader.read(&mut view.filter);
    }
}

/// What is still to be chosen between two values, in records that there still are.
fn resolved(book: &Book, id: ContactId, reader: &mut Reader) -> Vec<Unresolved> {
    let id = id.to_string();
    let names_them = |one: &Unresolved| {
        let mut words = [&one.field, &one.ours, &one.theirs].into_iter();
        words.any(|words| words.contains(&id))
    };
    let is_left = |one: &&Unresolved| {
        (one.record == SETTINGS || has_record(book, &one.record)) && !names_them(one)
    };
    let mut left: Vec<Unresolved> = book.unresolved.iter().filter(is_left).cloned().collect();
    for one in &mut left {
        reader.read(&mut one.ours);
        reader.read(&mut one.theirs);
    }
    left
}

fn staying(book: &Book, after: &Book, id: ContactId) -> usize {
    let talks = book.interactions.iter();
    let talks =
        talks.filter(|talk| talk.with.contains(&id) && after.interactions.get(talk.id).is_some());
    let invites = book.invites.iter();
    let invites =
        invites.filter(|invite| invite.is_with(id) && after.invites.get(invite.id).is_some());
    talks.count() + invites.count()
}
