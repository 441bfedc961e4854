//! Markdown: what the book says, to be read by people who never had Goodword. Each person with all that is between them
//! and me; every field by its name, so that nothing is left out.

mod item;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::Part;
use crate::domain::Book;
use crate::domain::contact::{Contact, ContactId};
use crate::domain::markdown::escaped;
use crate::domain::search::folded;
use crate::domain::sentences::people;
use crate::domain::table::{Record, Table};
use item::Words;

/// What a reader has to know of the words.
const READING: &str = "\"Me\" is whoever kept this book, \"them\" the person under whose name it stands. Days are written as \
year-month-day. What stands between two people stands under both. What is not said here is not known.";

/// The headings, in the order in which they stand under a person.
const KINDS: [&str; 10] = [
    "Promises",
    "Lunches and other hours asked for",
    "Talks",
    "Value given and received",
    "What hurt or helped trust",
    "Introductions",
    "Choices",
    "Decisions",
    "Busy hours",
    "Values to choose between, since two books were merged",
];

/// A part of the book as Markdown.
#[must_use]
pub fn text(part: &Part, today: NaiveDate) -> String {
    let book = &part.book;
    let mut page = Page {
        records: Records::of(part),
        words: Words::of(book),
        text: String::new(),
    };
    if let Some(person) = part.person.and_then(|id| book.contacts.get(id)) {
        page.person(1, person);
        page.paragraph(READING);
        page.others(person, book);
    } else {
        let number = people(book.contacts.len());
        page.heading(1, "People, and what is between us");
        page.paragraph(&format!(
            "Written from a book of Goodword on {today}: {number}. {READING}"
        ));
        let mut everybody: Vec<&Contact> = book.contacts.iter().map(AsRef::as_ref).collect();
        everybody.sort_by_cached_key(|one| (folded(&one.name), one.id));
        for one in everybody {
            page.person(2, one);
        }
        page.what_is_left("Not of one person alone");
        page.settings(book.settings.as_ref());
    }
    page.text
}

/// A record on its way to the page.
struct Entry {
    /// Its place in [`KINDS`].
    kind: usize,
    /// The day by which it is sorted.
    day: String,
    value: Value,
}

/// All records, by the people whom they are of.
#[derive(Default)]
struct Records {
    of_people: HashMap<ContactId, Vec<usize>>,
    /// Those that are of nobody who has a place of their own on the page.
    left: Vec<usize>,
    all: Vec<Entry>,
}

impl Records {
    fn of(part: &Part) -> Self {
        let book = &part.book;
        let shown: HashSet<ContactId> = match part.person {
            Some(person) => HashSet::from([person]),
            None => book.contacts.iter().map(|one| one.id).collect(),
        };
        let mut records = Self::default();
        let mut kind = 0;
        macro_rules! take {
            ($($table:ident: $people:expr;)*) => {$(
                records.take(kind, &book.$table, &shown, $people);
                kind += 1;
            )*};
        }
        take! {
            promises: |one| vec![one.contact];
            invites: |one| one.with.clone();
            interactions: |one| one.with.clone();
            exchanges: |one| vec![one.contact];
            incidents: |one| vec![one.contact];
            introductions: |one| vec![one.requester, one.target];
            option_sets: |one| vec![one.contact];
            decisions: |_| Vec::new();
            busy: |_| Vec::new();
        }
        for unresolved in &book.unresolved {
            records.left.push(records.all.len());
            records.all.push(Entry::of(kind, unresolved));
        }
        records
    }

    fn take<T: Record + Serialize>(
        &mut self,
        kind: usize,
        table: &Table<T>,
        shown: &HashSet<ContactId>,
        people: impl Fn(&T) -> Vec<ContactId>,
    ) {
        for record in table.iter() {
            let at = self.all.len();
            let mut entry = Entry::of(kind, record.as_ref());
            let mut people = people(record);
            people.retain(|one| shown.contains(one));
            if !people.is_empty() {
                entry.under_their_name();
            }
            self.all.push(entry);
            if people.is_empty() {
                self.left.push(at);
            }
            for one in people {
                self.of_people.entry(one).or_default().push(at);
            }
        }
    }

    /// These, by kind and day.
    fn sorted(&self, places: &[usize]) -> BTreeMap<usize, Vec<&Entry>> {
        let mut kinds: BTreeMap<usize, Vec<&Entry>> = BTreeMap::new();
        for entry in places.iter().filter_map(|at| self.all.get(*at)) {
            kinds.entry(entry.kind).or_default().push(entry);
        }
        let entries = kinds.values_mut();
        entries.for_each(|entries| entries.sort_by(|a, b| a.day.cmp(&b.day)));
        kinds
    }
}

impl Entry {
    fn of(kind: usize, record: &impl Serialize) -> Self {
        let mut value = serde_json::to_value(record).unwrap_or_default();
        item::say_what_goes_without_saying(kind, &mut value);
        let days = ["on", "made", "start", "asked_requester"];
        let day = days.iter().find_map(|day| value.get(day)?.as_str());
        Self {
            kind,
            day: day.unwrap_or_default().to_owned(),
            value,
        }
    }

    /// What stands under a name need not say it again.
    fn under_their_name(&mut self) {
        if let Value::Object(fields) = &mut self.value {
            fields.remove("contact");
        }
    }
}

struct Page {
    records: Records,
    words: Words,
    text: String,
}

impl Page {
    fn person(&mut self, level: usize, person: &Contact) {
        self.named(level, person);
        let own = self.records.of_people.remove(&person.id);
        self.entries(level + 1, &own.unwrap_or_default());
    }

    /// What is noted of others and names the one whom all this is about.
    fn others(&mut self, person: &Contact, book: &Book) {
        let others = book.contacts.iter().filter(|one| one.id != person.id);
        let others: Vec<&Contact> = others
            .map(AsRef::as_ref)
            .filter(|one| says_something(one))
            .collect();
        if !others.is_empty() {
            self.heading(2, "What is noted of others and names them");
        }
        for other in others {
            self.named(3, other);
        }
        self.what_is_left("What else names them");
    }

    fn what_is_left(&mut self, heading: &str) {
        let left = std::mem::take(&mut self.records.left);
        if !left.is_empty() {
            self.heading(2, heading);
            self.entries(3, &left);
        }
    }

    fn entries(&mut self, level: usize, places: &[usize]) {
        for (kind, entries) in self.records.sorted(places) {
            head(
                &mut self.text,
                level,
                KINDS.get(kind).copied().unwrap_or_default(),
            );
            for entry in entries {
                self.words.item(&entry.value, &mut self.text);
            }
        }
    }

    /// Somebody's name as a heading, and their other fields.
    fn named(&mut self, level: usize, person: &Contact) {
        self.heading(level, &person.name);
        let mut value = serde_json::to_value(person).unwrap_or_default();
        if let Value::Object(fields) = &mut value {
            fields.remove("name");
        }
        self.words.fields(&value, 0, &mut self.text);
    }

    /// Each setting on a line of its own; nothing where none tells a reader anything.
    fn settings(&mut self, settings: &impl Serialize) {
        let value = serde_json::to_value(settings).unwrap_or_default();
        let mut lines = String::new();
        self.words.fields(&value, 0, &mut lines);
        if !lines.is_empty() {
            self.heading(2, "Settings");
            self.text.push_str(&lines);
        }
    }

    fn heading(&mut self, level: usize, words: &str) {
        head(&mut self.text, level, words);
    }

    fn paragraph(&mut self, words: &str) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(words);
        self.text.push('\n');
    }
}

/// A heading, with one empty line on both sides but at the very top.
fn head(text: &mut String, level: usize, words: &str) {
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
    text.push_str(&"#".repeat(level));
    text.push(' ');
    text.push_str(&escaped(words));
    text.push_str("\n\n");
}

/// Whether more is known of somebody here than that there is one.
fn says_something(other: &Contact) -> bool {
    let bare = Contact {
        id: other.id,
        name: other.name.clone(),
        added: other.added,
        ..Contact::default()
    };
    *other != bare
}
