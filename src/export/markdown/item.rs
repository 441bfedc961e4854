//! A record as a line of Markdown: what it is about in bold, its fields behind it, and what has lines of its own below.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::domain::Book;
use crate::domain::markdown::escaped;

/// The fields that say what a record is about: the first that is there stands in front.
const ABOUT: [&str; 6] = ["text", "title", "question", "purpose", "note", "reason"];

/// What is no matter of reading: the identity of the record itself, and what imports have told.
const UNREAD: [&str; 2] = ["id", "imported"];

/// The fields that stand before all others, in this order.
const FIRST: [&str; 23] = [
    "nicknames",
    "organisation",
    "role",
    "circle",
    "emails",
    "phones",
    "urls",
    "birthday",
    "tags",
    "by",
    "direction",
    "about",
    "host",
    "kind",
    "with",
    "requester",
    "target",
    "on",
    "made",
    "start",
    "end",
    "due",
    "state",
];

/// What a field is called where its own name says too little.
const CALLED: [(&str, &str); 10] = [
    ("about", "done by"),
    ("boundary", "no one-to-one for now"),
    ("heard", "they heard"),
    ("host", "asked by"),
    ("made", "made on"),
    ("reply", "my reply"),
    ("rhythm_days", "in touch about every, in days"),
    ("said", "said as"),
    ("snoozed_until", "left alone until"),
    ("two_way", "they answered"),
];

/// The fields whose words are Goodword's own. All others are mine, and stand as I wrote them.
const OWN_WORDS: [&str; 31] = [
    "about",
    "by",
    "chosen",
    "direction",
    "heard",
    "help",
    "help_kind",
    "horizon",
    "host",
    "impact",
    "importance",
    "kind",
    "knows",
    "later",
    "move_ok",
    "next_chance",
    "now",
    "order",
    "order_of_lines",
    "outcome",
    "reply",
    "said",
    "severity",
    "size",
    "source",
    "state",
    "their_reply",
    "tie",
    "untruth_needed_for",
    "verdict",
    "weighed",
];

/// The place of lunches in [`super::KINDS`].
const LUNCHES: usize = 1;

/// What the book leaves out because it is the ordinary thing, and a reader cannot know: the kind of record as in
/// [`super::KINDS`], the field, and what it says.
const ORDINARY: [(usize, &str, &str); 3] = [
    (0, "by", "Me"),
    (1, "host", "Them"),
    (1, "reply", "NeedsAction"),
];

/// What tells a reader nothing: the names by which only programs know an event, and how Goodword itself is set.
const LEFT_OUT: [&str; 3] = ["uid", "recurrence_id", "order_of_lines"];

/// Says it.
pub(super) fn say_what_goes_without_saying(kind: usize, record: &mut Value) {
    let Value::Object(fields) = record else {
        return;
    };
    for (_, field, words) in ORDINARY.iter().filter(|(of, ..)| *of == kind) {
        fields.entry(*field).or_insert_with(|| Value::from(*words));
    }
    if kind == LUNCHES {
        say_whose_answer(fields);
    }
}

/// Whoever was asked answers. An hour without a title gets one, so that it is told apart at a glance.
fn say_whose_answer(fields: &mut Map<String, Value>) {
    let theirs = fields.get("host").is_some_and(|host| host == "Me");
    let reply = fields.remove("reply").unwrap_or_default();
    let reply = if reply == "NeedsAction" {
        Value::from("NotAnswered")
    } else {
        reply
    };
    let whose = if theirs { "their_reply" } else { "reply" };
    fields.insert(whose.to_owned(), reply);
    let title = fields.get("title").and_then(Value::as_str);
    if title.is_none_or(str::is_empty) {
        fields.insert("title".to_owned(), Value::from("Hour without a title"));
    }
}

/// What stands in the place of an id.
pub(super) struct Words(HashMap<String, String>);

impl Words {
    pub(super) fn of(book: &Book) -> Self {
        let people = book.contacts.iter();
        let people = people.map(|one| (one.id.to_string(), one.name.clone()));
        let aims = book.contacts.iter();
        let aims = aims.flat_map(|one| one.problems.iter().chain(&one.aspirations));
        let aims = aims.map(|aim| (aim.id.to_string(), format!("\"{}\"", aim.text)));
        let promises = book.promises.iter();
        let promises =
            promises.map(|one| (one.id.to_string(), format!("the promise \"{}\"", one.text)));
        let invites = book.invites.iter();
        let invites = invites.map(|one| {
            (
                one.id.to_string(),
                format!("the hour on {}", one.start.format("%Y-%m-%d %H:%M")),
            )
        });
        let choices = book.option_sets.iter();
        let choices = choices.map(|one| {
            (
                one.id.to_string(),
                format!("the choice \"{}\"", one.question),
            )
        });
        Self(
            people
                .chain(aims)
                .chain(promises)
                .chain(invites)
                .chain(choices)
                .collect(),
        )
    }

    /// One of several.
    pub(super) fn item(&self, item: &Value, text: &mut String) {
        self.dashed(item, 0, text);
    }

    /// A line for each field.
    pub(super) fn fields(&self, record: &Value, level: usize, text: &mut String) {
        let Value::Object(fields) = record else {
            return;
        };
        for (name, value) in in_order(fields) {
            match self.words(name, value) {
                Some(words) if words.is_empty() => {}
                Some(words) => line(text, level, &format!("- {}: {words}", spaced(name))),
                None => self.below(name, value, level, text),
            }
        }
    }

    fn dashed(&self, item: &Value, level: usize, text: &mut String) {
        let Value::Object(fields) = item else {
            let words = self.words("", item).unwrap_or_default();
            return line(text, level, &format!("- {words}"));
        };
        let about = ABOUT.iter().find_map(|about| {
            let words = fields.get(*about)?.as_str()?;
            (!words.is_empty() && !words.contains('\n')).then(|| (*about, escaped(words)))
        });
        let mut parts = Vec::new();
        let mut below = Vec::new();
        for (name, value) in in_order(fields)
            .filter(|(name, _)| about.as_ref().is_none_or(|(about, _)| name != about))
        {
            match self.words(name, value) {
                Some(words) if words.is_empty() => {}
                Some(words) => parts.push(format!("{}: {words}", spaced(name))),
                None => below.push((name, value)),
            }
        }
        let about = about.map(|(_, words)| format!("**{words}**"));
        let parts = (!parts.is_empty()).then(|| parts.join("; "));
        let whole: Vec<String> = about.into_iter().chain(parts).collect();
        line(text, level, &format!("- {}", whole.join(" · ")));
        for (name, value) in below {
            self.below(name, value, level + 1, text);
        }
    }

    /// A field with lines of its own.
    fn below(&self, name: &str, value: &Value, level: usize, text: &mut String) {
        let mut inside = String::new();
        match value {
            Value::Array(items) => items
                .iter()
                .for_each(|item| self.dashed(item, level + 1, &mut inside)),
            Value::String(words) => {
                for words in words.lines() {
                    line(&mut inside, level + 1, &format!("> {}", escaped(words)));
                }
            }
            other => self.fields(other, level + 1, &mut inside),
        }
        if !inside.is_empty() {
            line(text, level, &format!("- {}:", spaced(name)));
            text.push_str(&inside);
        }
    }

    /// The words for a value that fits on a line; none for what has lines of its own.
    fn words(&self, field: &str, value: &Value) -> Option<String> {
        match value {
            Value::Null => Some(String::new()),
            Value::Bool(true) => Some("yes".to_owned()),
            Value::Bool(false) => Some("no".to_owned()),
            Value::Number(number) => Some(number.to_string()),
            Value::String(text) if text.trim().contains('\n') => None,
            Value::String(text) => Some(self.said(field, text)),
            Value::Array(items) => self.list(field, items),
            Value::Object(fields) => self.variant(field, fields),
        }
    }

    fn said(&self, field: &str, text: &str) -> String {
        if OWN_WORDS.contains(&field) && text.chars().all(|letter| letter.is_ascii_alphabetic()) {
            return lowered(text);
        }
        self.0
            .get(text)
            .map_or_else(|| escaped(text), |name| escaped(name))
    }

    /// "a, b"; of what belongs together "a (b)".
    fn list(&self, field: &str, items: &[Value]) -> Option<String> {
        let belongs_together =
            |item: &Value| item.as_array().is_some_and(|parts| !parts.is_empty());
        let words = items.iter().map(|item| match item {
            Value::Array(parts) if belongs_together(item) => {
                let parts: Option<Vec<String>> =
                    parts.iter().map(|part| self.words(field, part)).collect();
                let parts = parts?;
                let (first, rest) = parts.split_first()?;
                let rest = if rest.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", rest.join(", "))
                };
                Some(format!("{first}{rest}"))
            }
            Value::Object(fields) if fields.len() > 1 => None,
            item => self.words(field, item),
        });
        let words: Option<Vec<String>> = words.collect();
        let has_comma = |item: &Value| item.as_str().is_some_and(|words| words.contains(','));
        let between = if items
            .iter()
            .any(|item| belongs_together(item) || has_comma(item))
        {
            "; "
        } else {
            ", "
        };
        words.map(|words| words.join(between))
    }

    /// "delivered (on: 2026-04-02)". A person who is named, inside the book or not, stands there without a word before.
    fn variant(&self, field: &str, fields: &Map<String, Value>) -> Option<String> {
        if field == "birthday" {
            return Some(birthday(fields));
        }
        let (name, inner) = fields.iter().next().filter(|_| fields.len() == 1)?;
        if !name.starts_with(char::is_uppercase) {
            return None;
        }
        let inner = match inner {
            Value::Object(fields) => {
                let parts = in_order(fields).map(|(name, value)| {
                    // What a promise is stuck on is my own word; how it was missed is not.
                    let words = self.words(if name == "kind" { name } else { "" }, value)?;
                    Some(format!("{}: {words}", spaced(name)))
                });
                parts.collect::<Option<Vec<String>>>()?.join(", ")
            }
            other => self.words("", other)?,
        };
        Some(match name.as_str() {
            "Contact" | "Outside" => inner,
            name => format!("{} ({inner})", lowered(name)),
        })
    }
}

/// The fields in the order in which they are read, without those that are not.
fn in_order(fields: &Map<String, Value>) -> impl Iterator<Item = (&str, &Value)> {
    let first = FIRST.iter().filter_map(|name| fields.get_key_value(*name));
    let rest = fields
        .iter()
        .filter(|(name, _)| !FIRST.contains(&name.as_str()) && !UNREAD.contains(&name.as_str()))
        .filter(|(name, _)| !LEFT_OUT.contains(&name.as_str()));
    first
        .chain(rest)
        .map(|(name, value)| (name.as_str(), value))
}

/// "1987-03-17", "02-29".
fn birthday(fields: &Map<String, Value>) -> String {
    let number = |name: &str| fields.get(name).and_then(Value::as_i64);
    let year = number("year").map_or_else(String::new, |year| format!("{year}-"));
    let [month, day] = ["month", "day"].map(|name| number(name).unwrap_or_default());
    format!("{year}{month:02}-{day:02}")
}

fn line(text: &mut String, level: usize, words: &str) {
    text.push_str(&"  ".repeat(level));
    text.push_str(words.trim_end());
    text.push('\n');
}

/// The name of a field as words.
fn spaced(name: &str) -> String {
    let called = CALLED.iter().find(|(field, _)| *field == name);
    called.map_or_else(
        || name.replace('_', " "),
        |(_, called)| (*called).to_owned(),
    )
}

/// A word of Goodword's own: `NeedsAction` as "needs action".
fn lowered(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}
