//! The lines of a card, each for one field; no line for a field that says nothing.

use chrono::NaiveDate;

use super::Version;
use crate::domain::contact::Birthday;
use crate::domain::person_name::PersonName;
use crate::export::content_line::{ContentLines, escaped};

/// The year that stands for none on cards that need one: Apple's, which phones know.
const NO_YEAR: i32 = 1604;

pub(super) fn formatted_name(name: &str) -> String {
    one("FN", &escaped(name))
}

/// The last word is taken for the family name; of a firm, which has no given one, all of them.
pub(super) fn name_in_parts(name: &str, organisation: &str) -> String {
    if name == organisation {
        return one("N", &format!("{};;;;", escaped(name)));
    }
    let parts = PersonName::of(name);
    let text = |words: &[&str]| escaped(&words.join(" "));
    let list = |words: &[&str]| {
        let words: Vec<String> = words.iter().map(|word| escaped(word)).collect();
        words.join(",")
    };
    let (family, given) = (text(&parts.family), text(&parts.given));
    let (titles, behind) = (list(&parts.titles), list(&parts.behind));
    one("N", &format!("{family};{given};;{titles};{behind}"))
}

pub(super) fn organisation(organisation: &str) -> String {
    unless_empty("ORG", organisation)
}

pub(super) fn role(role: &str) -> String {
    unless_empty("TITLE", role)
}

/// An address of the web is no text: nothing in it is escaped.
pub(super) fn url(url: &str) -> String {
    one("URL", url)
}

pub(super) fn notes(notes: &str) -> String {
    unless_empty("NOTE", notes)
}

/// A list of words on one line.
pub(super) fn words(name: &str, words: &[String]) -> String {
    if words.is_empty() {
        return String::new();
    }
    let words: Vec<String> = words.iter().map(|word| escaped(word)).collect();
    one(name, &words.join(","))
}

/// The lines that each version writes in its own way.
impl Version {
    pub(super) fn email(self, email: &str, is_preferred: bool) -> String {
        let name = match (self, is_preferred) {
            (Version::Three, false) => "EMAIL;TYPE=INTERNET",
            (Version::Three, true) => "EMAIL;TYPE=INTERNET,PREF",
            (Version::Four, false) => "EMAIL",
            (Version::Four, true) => "EMAIL;PREF=1",
        };
        unless_empty(name, email)
    }

    pub(super) fn phone(self, phone: &str, is_preferred: bool) -> String {
        let name = match (self, is_preferred) {
            (_, false) => "TEL",
            (Version::Three, true) => "TEL;TYPE=VOICE,PREF",
            (Version::Four, true) => "TEL;PREF=1",
        };
        unless_empty(name, phone)
    }

    /// Nothing for a day that is none.
    pub(super) fn birthday(self, birthday: Option<Birthday>) -> String {
        const LEAP_YEAR: i32 = 2000;
        let Some(Birthday { year, month, day }) = birthday else {
            return String::new();
        };
        let year = year.filter(|year| (1..=9999).contains(year) && *year != NO_YEAR);
        if NaiveDate::from_ymd_opt(year.unwrap_or(LEAP_YEAR), month, day).is_none() {
            return String::new();
        }
        match (self, year) {
            (Version::Three, Some(year)) => {
                one("BDAY;VALUE=DATE", &format!("{year:04}-{month:02}-{day:02}"))
            }
            (Version::Three, None) => one(
                &format!("BDAY;VALUE=DATE;X-APPLE-OMIT-YEAR={NO_YEAR}"),
                &format!("{NO_YEAR}-{month:02}-{day:02}"),
            ),
            (Version::Four, Some(year)) => one("BDAY", &format!("{year:04}{month:02}{day:02}")),
            (Version::Four, None) => one("BDAY", &format!("--{month:02}{day:02}")),
        }
    }
}

fn unless_empty(name: &str, text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        one(name, &escaped(text))
    }
}

/// A line, folded and ended.
pub(super) fn one(name: &str, value: &str) -> String {
    let mut line = ContentLines::default();
    line.line(name, value);
    line.into_text()
}
