//! JSON for programs, in one envelope: `{"goodword":1,"today":"2026-09-24","kind":"today","items":[…]}`. Ids are strings,
//! names of fields and kinds are in `snake_case`, what is not known is `null`.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{Book, clean};

#[derive(Serialize)]
struct Report<T> {
    /// The version of these shapes.
    goodword: u32,
    today: NaiveDate,
    kind: &'static str,
    items: Vec<T>,
}

/// A book as the one item of its kind: its tables and fields by the names they have in the file, where what is empty is
/// left out.
#[must_use]
pub fn text(book: &Book, today: NaiveDate) -> String {
    report("book", today, vec![book])
}

/// The items of a kind, on one line.
#[must_use]
pub fn report<T: Serialize>(kind: &'static str, today: NaiveDate, items: Vec<T>) -> String {
    let report = Report {
        goodword: 1,
        today,
        kind,
        items,
    };
    let text = serde_json::to_string(&report).unwrap_or_default();
    harmless(&text) + "\n"
}

/// The same JSON with whatever could steer a terminal written as an escape: a program reads the text of the book as it is,
/// and who only looks at it is not fooled. Such characters stand in strings only, where an escape may.
fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len() + 1);
    for letter in json.chars() {
        if clean::may_mislead(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may stop where it stands")]
mod tests {
    use super::*;

    #[test]
    fn what_could_steer_is_escaped_and_reads_the_same() {
        let text = "a\u{1b}[2J\u{9b}31m \u{7f}\u{202e}b \u{2028}\u{e0001} 日本 e\u{301} \"q\"\n";
        let json = report("test", NaiveDate::MIN, vec![text]);
        assert!(!json.trim_end().chars().any(clean::may_mislead), "{json}");
        assert!(json.contains("日本 e\u{301}"));
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read.pointer("/items/0").unwrap(), text);
    }
}
