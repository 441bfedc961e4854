//! Everything in the book that names one person, and nothing else of it: what they may ask to see.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::book::{Book, Settings, for_each_table};
use super::contact::{Contact, ContactId, KnownPerson};
use super::discreet::Discreet;
use super::incident::IncidentKind;
use super::merge::collect_ids;
use super::search::folded;
use super::table::{Record, Table};
use super::texts::Texts;

/// A book of all that names this person: their own records, and those about others whose texts name them. Of the others
/// it holds the name and the texts that name the person, no more. What was noted of bad faith is left out unless asked
/// for.
#[must_use]
pub fn about(book: &Book, id: ContactId, with_bad_faith: bool) -> Option<Book> {
    let person = book.contacts.get(id)?;
    let reader = Reader {
        ids: BTreeSet::from([id.to_string()]),
        names: Discreet::only(&without_outsider(book, person), person),
    };
    let mut about = Book {
        version: book.version,
        settings: Arc::new(Settings {
            not_the_same: book.settings.not_the_same.clone(),
            ..Settings::default()
        }),
        contacts: Table::default(),
        promises: reader.keep(&book.promises),
        invites: reader.keep(&book.invites),
        busy: Table::default(),
        interactions: reader.keep(&book.interactions),
        exchanges: reader.keep(&book.exchanges),
        incidents: reader.keep(&book.incidents),
        introductions: reader.keep(&book.introductions),
        decisions: Table::default(),
        option_sets: reader.keep(&book.option_sets),
        unresolved: Vec::new(),
    };
    let settings: &mut Settings = Arc::make_mut(&mut about.settings);
    let pairs = &mut settings.not_the_same;
    pairs.retain(|(one, other)| *one == id || *other == id);
    about.decisions = reader.with_their_matters(&about, id).keep(&book.decisions);
    if !with_bad_faith {
        let incidents = about.incidents.iter().cloned();
        let shown = incidents.filter(|incident| incident.kind != IncidentKind::BadFaith);
        about.incidents = Table::of_shared(shown.collect());
    }
    about.contacts = people(book, &about, person, &reader);
    let unresolved = book.unresolved.iter();
    let kept = unresolved.filter(|one| is_about(&about, person, &one.record));
    about.unresolved = kept.cloned().collect();
    Some(about)
}

/// By what a record is known to name the person.
struct Reader {
    ids: BTreeSet<String>,
    names: Discreet,
}

impl Reader {
    fn keep<T: Record + Serialize + Texts>(&self, table: &Table<T>) -> Table<T> {
        let kept = table
            .iter()
            .filter(|record| self.speaks_of(record.as_ref()));
        Table::of_shared(kept.cloned().collect())
    }

    fn speaks_of<T: Record + Serialize + Texts>(&self, record: &T) -> bool {
        let mut ids = BTreeSet::new();
        collect_ids(record, &mut ids);
        let mut is_named = !ids.is_disjoint(&self.ids);
        let mut record = record.clone();
        record.each_text(&mut |text| is_named |= self.names(text));
        is_named
    }

    fn names(&self, text: &str) -> bool {
        self.names.without_names(text).is_some()
    }

    /// The same, for decisions: they name the invites and the choices, and no person.
    fn with_their_matters(&self, about: &Book, id: ContactId) -> Self {
        let invites = about.invites.iter().filter(|invite| invite.is_with(id));
        let invites = invites.map(|invite| invite.id.to_string());
        let sets = about.option_sets.iter().filter(|set| set.contact == id);
        let sets = sets.map(|set| set.id.to_string());
        Self {
            ids: self
                .ids
                .iter()
                .cloned()
                .chain(invites)
                .chain(sets)
                .collect(),
            names: self.names.clone(),
        }
    }
}

/// The book without those whom others know outside of it by this one's name: they are this one.
fn without_outsider(book: &Book, person: &Contact) -> Book {
    let mut known = book.clone();
    for other in book.contacts.iter() {
        let is_named = |(outside, _): &(KnownPerson, _)| is_outsider(outside, person);
        if other.knows.iter().any(is_named) {
            known.contacts.change(other.id, |other| {
                other
                    .knows
                    .retain(|(outside, _)| !is_outsider(outside, person));
            });
        }
    }
    known
}

/// Whether somebody whom others know by name only is called as this person is.
pub(super) fn is_outsider(known: &KnownPerson, person: &Contact) -> bool {
    let KnownPerson::Outside(outside) = known else {
        return false;
    };
    let mut names = person.nicknames.iter().chain([&person.name]);
    names.any(|name| folded(name) == folded(outside))
}

/// The person, and of the others what names the person or is named beside them.
fn people(book: &Book, about: &Book, person: &Arc<Contact>, reader: &Reader) -> Table<Contact> {
    let named = ids_in(about);
    let others = book.contacts.iter().filter(|other| other.id != person.id);
    let others = others.filter_map(|other| {
        let part = part(other, person, reader);
        let says_something = part != bare(other);
        (says_something || named.contains(&other.id.to_string())).then(|| Arc::new(part))
    });
    Table::of_shared(others.chain([Arc::clone(person)]).collect())
}

/// Another person, as far as this one is named there.
fn part(other: &Contact, person: &Contact, reader: &Reader) -> Contact {
    let mut other = other.clone();
    other.each_text(&mut |text| {
        if !reader.names(text) {
            text.clear();
        }
    });
    let is_them = |known: &KnownPerson| *known == KnownPerson::Contact(person.id);
    other
        .knows
        .retain(|(known, _)| is_them(known) || is_outsider(known, person));
    let part = bare(&other);
    Contact {
        organisation: other.organisation,
        role: other.role,
        circle: other.circle,
        tags: said(other.tags),
        topics: said(other.topics),
        how_we_met: other.how_we_met,
        aspirations: other
            .aspirations
            .into_iter()
            .filter(|aim| !aim.text.is_empty())
            .collect(),
        problems: other
            .problems
            .into_iter()
            .filter(|aim| !aim.text.is_empty())
            .collect(),
        knows: other.knows,
        notes: other.notes,
        ..part
    }
}

fn bare(other: &Contact) -> Contact {
    Contact {
        id: other.id,
        name: other.name.clone(),
        added: other.added,
        ..Contact::default()
    }
}

fn said(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().filter(|text| !text.is_empty()).collect()
}

macro_rules! tables {
    ($($table:ident: $record:ident,)*) => {
        fn ids_in(book: &Book) -> BTreeSet<String> {
            let mut ids = BTreeSet::new();
            $(book.$table.iter().for_each(|record| collect_ids(record.as_ref(), &mut ids));)*
            ids
        }

        /// Whether a record with this id is the person, or one that names them.
        fn is_about(about: &Book, person: &Contact, id: &str) -> bool {
            let is_other = about.contacts.iter().any(|other| other.id != person.id && other.id.to_string() == id);
            !is_other && (false $(|| id.parse().is_ok_and(|id| about.$table.get(id).is_some()))*)
        }
    };
}
for_each_table!(tables);
