//! A part of the book as text that anybody can read: every field by its name, so that nothing is left out.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::domain::Book;
use crate::domain::clean;
use crate::domain::contact::Contact;
use crate::domain::table::{Record, Table};
use crate::export::Part;

/// How a level is indented.
const INDENT: &str = "  ";

/// The people whom it is about first, then the records, then what is noted of others and names the one whom it is about.
#[must_use]
pub fn text(part: &Part) -> String {
    let about = &part.book;
    let mut page = Page {
        called: called(about),
        text: String::new(),
    };
    let (own, others): (Vec<_>, Vec<_>) = about
        .contacts
        .iter()
        .partition(|contact| part.person.is_none_or(|person| contact.id == person));
    for contact in &own {
        page.line(0, &contact.name);
        let fields = serde_json::to_value(contact.as_ref()).unwrap_or_default();
        page.value("", &fields, 1);
    }
    page.records("Promises", &about.promises);
    page.records("Invites", &about.invites);
    page.records("Talks", &about.interactions);
    page.records("Value given and received", &about.exchanges);
    page.records("What hurt or helped trust", &about.incidents);
    page.records("Introductions", &about.introductions);
    page.records("Decisions", &about.decisions);
    page.records("Choices", &about.option_sets);
    if !about.unresolved.is_empty() {
        page.heading("Values to choose between, since two books were merged");
        about.unresolved.iter().for_each(|one| page.item(one));
    }
    let naming: Vec<&Contact> = others
        .iter()
        .map(AsRef::as_ref)
        .filter(|other| says_something(other))
        .collect();
    if !naming.is_empty() {
        page.heading("What is noted of others and names them");
        for other in naming {
            page.item(other);
        }
    }
    page.text
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

/// What stands in the place of an id.
fn called(about: &Book) -> BTreeMap<String, String> {
    let people = about
        .contacts
        .iter()
        .map(|one| (one.id.to_string(), one.name.clone()));
    let promises = about
        .promises
        .iter()
        .map(|one| (one.id.to_string(), format!("the promise \"{}\"", one.text)));
    let invites = about.invites.iter().map(|one| {
        (
            one.id.to_string(),
            format!("the invite for {}", one.start.format("%Y-%m-%d %H:%M")),
        )
    });
    let choices = about.option_sets.iter().map(|one| {
        (
            one.id.to_string(),
            format!("the choice \"{}\"", one.question),
        )
    });
    people
        .chain(promises)
        .chain(invites)
        .chain(choices)
        .collect()
}

struct Page {
    called: BTreeMap<String, String>,
    text: String,
}

impl Page {
    fn records<T: Record + Serialize>(&mut self, heading: &str, records: &Table<T>) {
        if !records.is_empty() {
            self.heading(heading);
            records.iter().for_each(|record| self.item(record.as_ref()));
        }
    }

    fn heading(&mut self, words: &str) {
        self.text.push('\n');
        self.line(0, words);
    }

    fn item(&mut self, record: &impl Serialize) {
        let fields = serde_json::to_value(record).unwrap_or_default();
        self.dashed(&fields, 1);
    }

    /// One of several, with a dash before its first line.
    fn dashed(&mut self, item: &Value, level: usize) {
        let dash = self.text.len() + INDENT.len() * level;
        self.value("", item, level + 1);
        if self.text.get(dash..dash + INDENT.len()) == Some(INDENT) {
            self.text.replace_range(dash..dash + INDENT.len(), "- ");
        }
    }

    /// A field and what stands in it; a list or a record within gets lines of its own.
    fn value(&mut self, name: &str, value: &Value, level: usize) {
        match value {
            Value::Object(fields) => {
                let level = self.named(name, level);
                for (name, value) in fields.iter().filter(|(name, _)| *name != "id") {
                    self.value(name, value, level);
                }
            }
            Value::Array(items) if items.is_empty() => {}
            Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
                let level = self.named(name, level);
                for item in items {
                    self.dashed(item, level);
                }
            }
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.words(item)).collect();
                self.pair(name, &items.join(", "), level);
            }
            one => {
                let words = self.words(one);
                self.pair(name, &words, level);
            }
        }
    }

    /// The name of a field that has lines of its own, and their level.
    fn named(&mut self, name: &str, level: usize) -> usize {
        if name.is_empty() {
            return level;
        }
        self.line(level, &format!("{}:", spaced(name)));
        level + 1
    }

    fn pair(&mut self, name: &str, words: &str, level: usize) {
        let begins = if name.is_empty() {
            String::new()
        } else {
            format!("{}: ", spaced(name))
        };
        let words = clean::text(words);
        let mut lines = words.lines();
        self.line(
            level,
            &format!("{begins}{}", lines.next().unwrap_or_default()),
        );
        lines.for_each(|line| self.line(level + 1, line));
    }

    fn line(&mut self, level: usize, words: &str) {
        let words = clean::shown(words);
        self.text.push_str(&INDENT.repeat(level));
        self.text.push_str(words.trim_end());
        self.text.push('\n');
    }

    fn words(&self, value: &Value) -> String {
        match value {
            Value::String(text) => self.called.get(text).unwrap_or(text).clone(),
            Value::Bool(true) => "yes".to_owned(),
            Value::Bool(false) => "no".to_owned(),
            Value::Null => String::new(),
            other => other.to_string(),
        }
    }
}

/// The name of a field as words.
fn spaced(name: &str) -> String {
    name.replace('_', " ")
}
