//! A form that nobody finished: what was typed into it, to be kept where the program ends before it could be saved, and
//! to go on with at the next start.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tui_input::Input;

use super::{Entry, Field, Form, PeoplePick, PersonPick, Subject, invite};
use crate::app::context::Context;
use crate::app::sheet::Editor;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::redacted::redacted;

/// What was typed into a form.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unfinished {
    /// What the form says above.
    pub title: String,
    /// The day it was typed.
    pub on: NaiveDate,
    subject: Subject,
    /// What stands in the fields that somebody changed, by their labels.
    typed: Vec<(String, String)>,
}

redacted!(Unfinished: on, subject; title, typed);

impl Form {
    /// What would be lost with it; nothing where nothing was typed.
    #[must_use]
    pub fn unfinished(&self, today: NaiveDate) -> Option<Unfinished> {
        let changed = self
            .fields
            .iter()
            .filter(|field| self.is_touched(field.label));
        let typed: Vec<(String, String)> = changed
            .map(|field| (field.label.to_owned(), field.text()))
            .collect();
        (!typed.is_empty()).then(|| Unfinished {
            title: self.title.clone(),
            on: today,
            subject: self.subject,
            typed,
        })
    }

    /// The form as it was left. What it was about may be gone from the book: then it has nothing typed in it.
    #[must_use]
    pub fn resume(left: &Unfinished, book: &Book, cx: &Context) -> Self {
        let mut form = Self::open(left.subject, book, cx);
        for (label, text) in &left.typed {
            // Which promises there are to choose from follows from the person, whose field stands first.
            if matches!(left.subject, Subject::Invite(_)) {
                invite::offer_promises(&mut form, book);
            }
            let field = form.fields.iter_mut().find(|field| field.label == label);
            if let Some(field) = field {
                field.put(text, book);
            }
        }
        form
    }
}

impl Field {
    fn put(&mut self, text: &str, book: &Book) {
        let input = || Input::new(text.to_owned());
        match &mut self.entry {
            Entry::Text(field) | Entry::Day(field) | Entry::PastDay(field) => *field = input(),
            Entry::Long(editor) => *editor = Editor::at_the_end(text),
            Entry::Choice { options, at } => {
                let found = options.iter().position(|option| option == text);
                *at = found.unwrap_or(*at);
            }
            Entry::Several { options, .. } => {
                for (option, taken) in options {
                    *taken = text.split("; ").any(|one| one == option);
                }
            }
            Entry::Person(pick) => {
                *pick = PersonPick {
                    input: input(),
                    picked: named(text, book),
                    ..PersonPick::default()
                };
            }
            Entry::People(people) => {
                let names = text.split(", ").filter(|name| !name.is_empty());
                *people = PeoplePick {
                    chosen: names
                        .map(|name| (named(name, book), name.to_owned()))
                        .collect(),
                    pick: PersonPick::default(),
                };
            }
        }
    }
}

/// The person of exactly this name.
fn named(name: &str, book: &Book) -> Option<ContactId> {
    let mut people = book.contacts.iter();
    people
        .find(|contact| contact.name == name)
        .map(|contact| contact.id)
}
