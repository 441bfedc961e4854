//! What a merge left open, in words: which record, which field, and what each of its two values says.

use chrono::NaiveDate;
use serde_json::Value;

use super::{counted, joined, name};
use crate::domain::book::{Book, Unresolved};
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::merge::SETTINGS;

/// The fields whose values are words of the file, not of a person.
const WORDS_OF_THE_FILE: [&str; 7] = [
    "kind", "move_ok", "outcome", "source", "state", "chosen", "reply",
];

/// "3 fields have two values (Bob Reyes), from an import or a merge: ⏎ shows both", for Today.
#[must_use]
pub fn row(book: &Book, today: NaiveDate) -> String {
    let number = book.unresolved.len();
    let have = if number == 1 { "has" } else { "have" };
    format!(
        "{} {have} two values ({}), from an import or a merge: ⏎ shows both",
        counted(number, "field"),
        whose(book, today)
    )
}

/// Of whom the values are: "Bob Reyes", "Bob Reyes and Ana Silva", "Bob Reyes and 2 more".
#[must_use]
pub fn whose(book: &Book, today: NaiveDate) -> String {
    let mut records: Vec<&str> = Vec::new();
    for open in &book.unresolved {
        if !records.contains(&open.record.as_str()) {
            records.push(&open.record);
        }
    }
    let called = |id: &&str| record(book, id, today);
    match records.as_slice() {
        [] => "nobody".to_owned(),
        [one] => called(one),
        [one, other] => format!("{} and {}", called(one), called(other)),
        [one, others @ ..] => format!("{} and {} more", called(one), others.len()),
    }
}

/// "Bob Reyes · notes".
#[must_use]
pub fn about(book: &Book, open: &Unresolved, today: NaiveDate) -> String {
    format!("{} · {}", record(book, &open.record, today), field(open))
}

/// That what was typed into a form does not stand, because somebody else had changed the field meanwhile.
#[must_use]
pub fn typed_beside(book: &Book, open: &Unresolved) -> String {
    let [stands, typed] = [&open.ours, &open.theirs].map(|text| value(book, open, text));
    format!(
        "\"{typed}\" is kept beside \"{stands}\", which was written elsewhere meanwhile: choose on Today"
    )
}

/// What is called by this id.
fn record(book: &Book, id: &str, today: NaiveDate) -> String {
    let people = |with: &[ContactId]| with.first().map_or("nobody", |one| name(book, *one));
    let on = |day: NaiveDate| short(day, today);
    if id == SETTINGS {
        return "Your settings".to_owned();
    }
    if let Some(one) = found(id, |id| book.contacts.get(id)) {
        return one.name.clone();
    }
    if let Some(one) = found(id, |id| book.promises.get(id)) {
        let who = name(book, one.contact);
        return joined(&format!("Promise, {who}"), &one.text);
    }
    if let Some(one) = found(id, |id| book.invites.get(id)) {
        return format!("Lunch with {}, {}", people(&one.with), on(one.day()));
    }
    if let Some(one) = found(id, |id| book.interactions.get(id)) {
        return format!("Talk with {}, {}", people(&one.with), on(one.on));
    }
    if let Some(one) = found(id, |id| book.exchanges.get(id)) {
        return format!("Value, {}, {}", name(book, one.contact), on(one.on));
    }
    if let Some(one) = found(id, |id| book.incidents.get(id)) {
        let who = name(book, one.contact);
        return format!("What happened, {who}, {}", on(one.on));
    }
    if let Some(one) = found(id, |id| book.introductions.get(id)) {
        let (one, other) = (name(book, one.requester), name(book, one.target));
        return format!("Introduction of {one} to {other}");
    }
    if let Some(one) = found(id, |id| book.decisions.get(id)) {
        return format!("Decision of {}", on(one.on));
    }
    if let Some(one) = found(id, |id| book.option_sets.get(id)) {
        return joined("Choice", &one.question);
    }
    if let Some(one) = found(id, |id| book.busy.get(id)) {
        return format!("Busy time, {}", on(one.start.date()));
    }
    "(record missing)".to_owned()
}

fn found<I: std::str::FromStr, T>(id: &str, get: impl FnOnce(I) -> Option<T>) -> Option<T> {
    id.parse().ok().and_then(get)
}

/// "problems, text": the way to the field, without ids.
fn field(open: &Unresolved) -> String {
    let words = open.field.split('.').map(|step| {
        let name = step.split('[').next().unwrap_or(step);
        match name {
            "rhythm_days" => "pace in days".to_owned(),
            "at_worst_days" => "longest silence in days".to_owned(),
            "snoozed_until" => "left alone until".to_owned(),
            "boundary" => "a line drawn".to_owned(),
            _ => name.replace('_', " "),
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A value as it is read: names for ids, words for what the file writes in one.
#[must_use]
pub fn value(book: &Book, open: &Unresolved, text: &str) -> String {
    let last = open.field.rsplit('.').next().unwrap_or_default();
    // Only what the program wrote reads back to the very same letters; what a person typed stands as it is.
    let read: Option<Value> = serde_json::from_str(text).ok();
    let again = read.as_ref().map(Value::to_string);
    match read {
        Some(value) if again.as_deref() == Some(text) => readable(book, &value),
        _ if text.is_empty() => "(nothing noted)".to_owned(),
        _ if WORDS_OF_THE_FILE.contains(&last) => spaced(text),
        _ => of_text(book, text),
    }
}

fn readable(book: &Book, value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => of_text(book, text),
        Value::Array(items) => {
            let items = items.iter().map(|item| readable(book, item));
            items.collect::<Vec<_>>().join(", ")
        }
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| *name != "id");
            let fields = fields.map(|(name, value)| match value {
                Value::Null => spaced(name),
                _ => format!("{} {}", spaced(name), readable(book, value)),
            });
            fields.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A text; the name of the person where it is an id of one.
fn of_text(book: &Book, text: &str) -> String {
    let person = text.parse().ok().and_then(|id| book.contacts.get(id));
    person.map_or_else(|| text.to_owned(), |person| person.name.clone())
}

/// `TheySaidFine` as "They said fine", `was_blocked` as "was blocked".
fn spaced(word: &str) -> String {
    let mut spaced = String::new();
    for char in word.chars() {
        if char.is_uppercase() && !spaced.is_empty() {
            spaced.push(' ');
            spaced.extend(char.to_lowercase());
        } else {
            spaced.push(if char == '_' { ' ' } else { char });
        }
    }
    spaced
}
