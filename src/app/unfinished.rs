//! What nobody finished: what was typed over a screen, to be kept where the program ends before it could be saved, and
//! to go on with at the next start.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::form::Subject;
use crate::domain::Book;
use crate::domain::comparison::Side;
use crate::domain::conflict::Conflict;
use crate::domain::contact::ContactId;
use crate::domain::invite::Assessment;
use crate::domain::messages::Purpose;
use crate::domain::redacted::redacted;
use crate::domain::resolution::Way;
use crate::domain::sentences::{listed, name};

/// What was typed and not saved.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unfinished {
    /// What it is, as the beginning of a sentence.
    pub title: String,
    /// The day it was typed.
    pub on: NaiveDate,
    /// The people it is about, by whom an erasure finds it.
    pub about: Vec<ContactId>,
    /// What stands in it.
    pub what: What,
}

redacted!(Unfinished: on, about; title);

/// What stands in something that nobody finished.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum What {
    /// A form.
    Form {
        /// What it becomes.
        subject: Subject,
        /// What stands in the fields that somebody changed, by their labels.
        typed: Vec<(String, String)>,
    },
    /// A line that becomes records.
    Line {
        /// What was typed.
        text: String,
        /// The event that it is at.
        event: Option<String>,
    },
    /// The messages of a purpose.
    Messages {
        /// What they are about.
        purpose: Purpose,
        /// Those that somebody changed.
        texts: Vec<Letter>,
    },
    /// A decision between two invites.
    Decision {
        /// The pair.
        pair: Conflict,
        /// The way under the cursor.
        way: Option<Way>,
        /// Why, in my words.
        reason: String,
        /// The day to look back, in words.
        look_back: String,
    },
    /// The answers about two invites.
    Answers {
        /// The pair.
        pair: Conflict,
        /// The answers about the first.
        a: Box<Assessment>,
        /// The answers about the second.
        b: Box<Assessment>,
        /// The person the keys are about.
        side: Side,
        /// A date being typed.
        day: Option<String>,
    },
}

/// A message that somebody wrote.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// Whom it is to.
    pub contact: ContactId,
    /// Their whole name.
    pub to: String,
    /// Its text.
    pub text: String,
}

impl What {
    /// The question whether to go on with it.
    pub(super) fn is_here(&self) -> &'static str {
        match self {
            Self::Form { .. } => "An unfinished form is here",
            Self::Line { .. } => "An unfinished line is here",
            Self::Messages { .. } => "An unfinished message is here",
            Self::Decision { .. } => "An unfinished decision is here",
            Self::Answers { .. } => "Unfinished answers are here",
        }
    }

    /// What it is; of a form, its title says it better.
    pub(super) fn title(&self, book: &Book) -> String {
        let people = || {
            let people = self.people(book);
            let names: Vec<String> = people.iter().map(|id| name(book, *id).to_owned()).collect();
            listed(&names)
        };
        match self {
            Self::Form { .. } => "A form".to_owned(),
            Self::Line { .. } => "A line that was to become records".to_owned(),
            Self::Messages { .. } => format!("What you wrote to {}", people()),
            Self::Decision { .. } => format!("The decision between {}", people()),
            Self::Answers { .. } => format!("What the hour means to {}", people()),
        }
    }

    /// The people it is about. Of a line, that is not known: it names them.
    pub(super) fn people(&self, book: &Book) -> Vec<ContactId> {
        match self {
            Self::Form { subject, .. } => subject.people(book),
            Self::Line { .. } => Vec::new(),
            Self::Messages { texts, .. } => texts.iter().map(|letter| letter.contact).collect(),
            Self::Decision { pair, .. } | Self::Answers { pair, .. } => {
                let invites = [pair.a, pair.b].into_iter();
                let invites = invites.filter_map(|id| book.invites.get(id));
                invites.flat_map(|invite| invite.with.clone()).collect()
            }
        }
    }
}

/// A form as it was kept when forms alone were.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OldForm {
    title: String,
    on: NaiveDate,
    subject: Subject,
    typed: Vec<(String, String)>,
}

impl From<OldForm> for Unfinished {
    fn from(form: OldForm) -> Self {
        Self {
            title: form.title,
            on: form.on,
            about: Vec::new(),
            what: What::Form {
                subject: form.subject,
                typed: form.typed,
            },
        }
    }
}
