//! What an import would do to the book, before it does it: what is new, what changes field by field, what stays, and
//! what was turned down and why.
//!
//! Importers turn foreign files into [`Findings`]; [`plan`] lays them beside the book; [`ImportPlan::apply`] puts them
//! in. The same findings planned again on the book that comes out are all "same": a second import changes nothing.

mod columns;
mod findings;
mod held;
mod hour;
mod meetings;
mod people;
mod person;
mod progress;
mod shared;
mod told;
mod untaken;

use std::collections::HashSet;
use std::fmt;
use std::path::PathBuf;

pub use columns::{Field, Mapping, Mappings};
pub use findings::{
    Card, Entry, Findings, InStep, Meeting, MeetingKind, Partner, Place, Rejected, Series,
};
pub use held::{Held, Last, three_way};
pub use person::digits;
pub use progress::Progress;
pub use untaken::Untaken;

use chrono::NaiveDate;

use super::book::{Book, Unresolved};
use super::contact::{Contact, ContactId};
use super::duplicates::duplicates;
use super::id::{Id, IdSource};
use super::invite::{Busy, Invite};
use super::redacted::redacted;
use super::sentences::duplicates::{found_by_import, may_be_here};
use super::table::{Record, Table};
use super::tuning::TUNING;

/// What an import would do.
#[derive(Clone, Default)]
pub struct ImportPlan {
    /// People, from cards and from invites of somebody not yet known.
    pub people: Plan<Contact>,
    /// Hours with one person.
    pub invites: Plan<Invite>,
    /// Time that is taken.
    pub busy: Plan<Busy>,
    /// Where the book and a shared card both changed a field: the book's value stands, and theirs is kept beside it.
    pub unresolved: Vec<Unresolved>,
    /// What is agreed on with the cards of shared folders once this is in the book.
    pub agreed: Vec<(PathBuf, String, Last)>,
    /// Cards that have gone from a shared folder.
    pub gone: Vec<(PathBuf, String)>,
    /// What was left out, and why: one card or event each.
    pub rejected: Vec<Rejected>,
    /// What entries said that the book has no place for.
    pub untaken: Untaken,
    /// What went in and is worth a look, and what would help the next time.
    pub remarks: Vec<String>,
}

redacted!(ImportPlan: people, invites, busy, unresolved, rejected, untaken; agreed, gone, remarks);

/// What an import would do to one kind of record.
#[derive(Debug, Clone)]
pub struct Plan<T> {
    /// Records that do not exist yet.
    pub new: Vec<T>,
    /// Records that exist and differ.
    pub changed: Vec<Changed<T>>,
    /// Records that go, because the calendar took them back.
    pub removed: Vec<Id<T>>,
    /// Records of the book that were met and say what they said.
    pub same: usize,
    /// Those of them of which is kept what the files told, so that it is not taken for news again.
    pub noted: Vec<T>,
}

impl<T> Default for Plan<T> {
    fn default() -> Self {
        Self {
            new: Vec::new(),
            changed: Vec::new(),
            removed: Vec::new(),
            same: 0,
            noted: Vec::new(),
        }
    }
}

/// A record of the book that differs after the import.
#[derive(Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// What a person calls it: a name, or a title and a day.
    pub called: String,
    /// As it will be.
    pub after: T,
    /// What differs.
    pub fields: Vec<FieldChange>,
}

impl<T: fmt::Debug> fmt::Debug for Changed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Changed");
        shown
            .field("after", &self.after)
            .field("fields", &self.fields);
        shown.finish_non_exhaustive()
    }
}

/// One field of a record that differs after the import.
#[derive(Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field's name, as a person reads it.
    pub field: &'static str,
    /// What it said; empty where it said nothing.
    pub before: String,
    /// What it will say.
    pub after: String,
}

redacted!(FieldChange: field; before, after);

/// Lays findings beside the book. `today` is the day on which new people are written down.
#[must_use]
pub fn plan(book: &Book, findings: &Findings, today: NaiveDate, ids: &IdSource) -> ImportPlan {
    let mut people = people::People::of(book, &findings.cards, today, ids);
    let mut rejected = findings.rejected.clone();
    rejected.extend(people.take_all(&findings.cards));
    let mut hours = meetings::Hours::of(book, &findings.meetings, today, ids);
    for meeting in &findings.meetings {
        hours.take(meeting, |partner| {
            people.partner(partner, &meeting.place.file)
        });
    }
    for series in &findings.series {
        hours.settle(series);
    }
    let (invites, busy) = hours.into_plans();
    let agreed = shared::agreed(&findings.cards, |index| people.owner(index));
    let unresolved = people.unresolved();
    let mut remarks = findings.remarks.clone();
    remarks.extend(unresolved.iter().map(|open| {
        let name = people.called(open);
        let field = open.field.replace('_', " ");
        format!(
            "{name}: {field} changed in the book and on the card; the book's value stands, and the other is kept beside it to choose from"
        )
    }));
    let linked = people.linked();
    let twice = (linked > 0).then(|| found_by_import(linked));
    remarks.extend(twice);
    let people = people.into_plan(&unresolved);
    remarks.extend(here_already(book, &people));
    ImportPlan {
        people,
        unresolved,
        agreed,
        gone: findings.gone.clone(),
        invites,
        busy,
        rejected,
        untaken: findings.untaken.clone(),
        remarks,
    }
}

/// Who is new and very likely somebody of the book, said once.
fn here_already(book: &Book, people: &Plan<Contact>) -> Option<String> {
    if people.new.is_empty() || book.contacts.iter().next().is_none() {
        return None;
    }
    let mut after = book.clone();
    let changed = people.changed.iter().map(|changed| &changed.after);
    for person in people.new.iter().chain(changed) {
        after.contacts.put(person.clone());
    }
    let [very_likely, _] = TUNING.duplicates.words;
    let is_new = |id: &ContactId| book.contacts.get(*id).is_none();
    let pairs = duplicates(&after).into_iter();
    let met: HashSet<ContactId> = pairs
        .filter(|pair| !pair.is_two && pair.per_mille() >= very_likely)
        .map(|pair| pair.people)
        .filter(|(one, other)| is_new(one) != is_new(other))
        .map(|(one, other)| if is_new(&one) { one } else { other })
        .collect();
    let names = people.new.iter().filter(|one| met.contains(&one.id));
    let names: Vec<String> = names.map(|one| one.name.clone()).collect();
    (!names.is_empty()).then(|| may_be_here(&names))
}

/// Whose the cards are, by the same evidence: nobody's, where an import would make somebody new of one or leave it out.
#[must_use]
pub fn owners(book: &Book, cards: &[Card]) -> Vec<Option<ContactId>> {
    let ids = IdSource::seeded(0);
    let mut people = people::People::of(book, cards, NaiveDate::default(), &ids);
    people.take_all(cards);
    let owner = |index| {
        people
            .owner(index)
            .filter(|id| book.contacts.get(*id).is_some())
    };
    (0..cards.len()).map(owner).collect()
}

impl ImportPlan {
    /// Whether the book stays as it is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
            && self.invites.is_empty()
            && self.busy.is_empty()
            && self.unresolved.is_empty()
    }

    /// Puts the plan into the book that it was made for.
    pub fn apply(self, book: &mut Book) {
        self.people.apply(&mut book.contacts);
        self.invites.apply(&mut book.invites);
        self.busy.apply(&mut book.busy);
        for open in self.unresolved {
            book.unresolved.retain(|one| one.place() != open.place());
            book.unresolved.push(open);
        }
        book.unresolved
            .sort_by(|one, other| one.place().cmp(&other.place()));
    }
}

impl<T: Record> Plan<T> {
    /// Whether nothing of this kind changes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.new.is_empty()
            && self.changed.is_empty()
            && self.removed.is_empty()
            && self.noted.is_empty()
    }

    fn apply(self, table: &mut Table<T>) {
        let changed = self.changed.into_iter().map(|changed| changed.after);
        for record in self.new.into_iter().chain(changed).chain(self.noted) {
            table.put(record);
        }
        for id in self.removed {
            table.remove(id);
        }
    }
}

impl FieldChange {
    /// A change, where there is one.
    fn between(field: &'static str, before: &str, after: &str) -> Option<Self> {
        (before != after).then(|| Self {
            field,
            before: before.to_owned(),
            after: after.to_owned(),
        })
    }
}

impl fmt::Display for FieldChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            field,
            before,
            after,
        } = self;
        match (before.as_str(), after.as_str()) {
            ("", after) => write!(f, "{field}: {after}"),
            (before, "") => write!(f, "{field}: no longer {before}"),
            (before, after) => write!(f, "{field}: {before} -> {after}"),
        }
    }
}
