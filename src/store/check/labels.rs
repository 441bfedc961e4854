//! How a sentence names a record: "The promise "Send the slides" of 2026-09-01".

use chrono::NaiveDate;

use crate::domain::contact::{Aim, Contact};
use crate::domain::decision::Decision;
use crate::domain::exchange::Exchange;
use crate::domain::incident::Incident;
use crate::domain::interaction::Interaction;
use crate::domain::introduction::Introduction;
use crate::domain::invite::{Busy, Invite};
use crate::domain::options::OptionSet;
use crate::domain::promise::Promise;
use crate::store::excerpt::visible_text;

/// The most characters of a record's own text in its label.
const LONGEST: usize = 40;

/// A record that a sentence can name.
pub(in crate::store) trait Labelled {
    /// The record at the beginning of a sentence.
    fn label(&self) -> String;
}

impl Labelled for Contact {
    fn label(&self) -> String {
        quoted("The contact", &self.name)
    }
}

impl Labelled for Promise {
    fn label(&self) -> String {
        format!("{} of {}", quoted("The promise", &self.text), self.made)
    }
}

impl Labelled for Invite {
    fn label(&self) -> String {
        let name = if self.title.is_empty() {
            "The invite".to_owned()
        } else {
            quoted("The invite", &self.title)
        };
        format!("{name} for {}", self.start.format("%Y-%m-%d %H:%M"))
    }
}

impl Labelled for Busy {
    fn label(&self) -> String {
        format!("The busy time of {}", self.start.format("%Y-%m-%d %H:%M"))
    }
}

impl Labelled for Interaction {
    fn label(&self) -> String {
        noted("The talk", &self.note, self.on)
    }
}

impl Labelled for Exchange {
    fn label(&self) -> String {
        noted("The exchange", &self.note, self.on)
    }
}

impl Labelled for Incident {
    fn label(&self) -> String {
        noted("The incident", &self.note, self.on)
    }
}

impl Labelled for Introduction {
    fn label(&self) -> String {
        quoted("The introduction", &self.purpose)
    }
}

impl Labelled for Decision {
    fn label(&self) -> String {
        noted("The decision", &self.reason, self.on)
    }
}

impl Labelled for OptionSet {
    fn label(&self) -> String {
        quoted("The choice", &self.question)
    }
}

/// An aim, with the one who has it.
pub(super) struct AimOf<'a>(pub(super) &'a Aim, pub(super) &'a Contact);

impl Labelled for AimOf<'_> {
    fn label(&self) -> String {
        let Self(aim, contact) = self;
        format!("{} of {}", quoted("The aim", &aim.text), cut(&contact.name))
    }
}

fn noted(kind: &str, note: &str, on: NaiveDate) -> String {
    if note.is_empty() {
        format!("{kind} of {on}")
    } else {
        format!("{} of {on}", quoted(kind, note))
    }
}

fn quoted(kind: &str, text: &str) -> String {
    format!("{kind} \"{}\"", cut(text))
}

fn cut(text: &str) -> String {
    let line = visible_text(text.lines().next().unwrap_or_default());
    if line.chars().count() <= LONGEST {
        return line;
    }
    let start: String = line.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}
