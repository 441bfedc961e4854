//! What is typed behind `/`: words, and fields with a value, each with a `-` in front for all but that.
//!
//! Every term stands for itself, so that their order says nothing and a negated one keeps exactly what the plain one
//! leaves out. A field that is not known, or that has no such value, is said and leaves nothing out.

mod field;
mod found;
mod holds;
mod index;
mod token;

use chrono::NaiveDate;

use super::contact::{Contact, ContactId};
use super::promise::Promise;
use super::relationship::{Relationship, Relationships};
use super::search::{Finder, Name, Word};
use field::Field;
use token::{Token, tokens};

pub use found::Among;
pub use index::{Index, Label, Person};

/// A list that can be filtered.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
pub enum List {
    /// What asks for me.
    Today,
    /// The people.
    #[default]
    People,
    /// The promises.
    Promises,
    /// The choices for one person.
    Choices,
}

impl List {
    /// What its rows are, in a word.
    #[must_use]
    pub const fn rows(self) -> &'static str {
        match self {
            Self::Today => "what waits",
            Self::People => "people",
            Self::Promises => "promises",
            Self::Choices => "choices",
        }
    }
}

/// What is asked of a list.
#[derive(Clone, Default)]
pub struct Query {
    terms: Vec<Term>,
    /// What of it says nothing here, a sentence each.
    pub remarks: Vec<String>,
}

#[derive(Clone)]
struct Term {
    is_negated: bool,
    what: What,
}

#[derive(Clone)]
enum What {
    Word(Box<Word>),
    Field(Field),
}

/// A row, as far as it can be asked about.
pub struct Row<'a> {
    /// The list it stands in.
    pub list: List,
    /// What it is called.
    pub name: Name<'a>,
    /// What else it says, folded.
    pub rest: &'a str,
    /// The person it is about, where the book has them.
    pub person: Option<&'a Contact>,
    /// Who that is.
    pub about: ContactId,
    /// Everything between each person and me.
    pub relationships: &'a Relationships,
    /// The promise it is about, where it is about one.
    pub promise: Option<&'a Promise>,
    /// On Today its kind, in a word.
    pub kind: &'a str,
    /// The day.
    pub today: NaiveDate,
}

impl<'a> Row<'a> {
    /// Everything between the person and me: few queries ask for it.
    fn between(&self) -> &'a Relationship {
        self.relationships.with(self.about)
    }
}

impl Query {
    /// Reads what was typed, for a list and by what the book knows.
    #[must_use]
    pub fn read(text: &str, list: List, index: &Index) -> Self {
        let mut query = Self::default();
        for token in tokens(text) {
            let is_negated = token.is_negated;
            match meant(token, list, index) {
                Ok(what) => query.terms.push(Term { is_negated, what }),
                Err(remark) => query.remarks.push(remark),
            }
        }
        query
    }

    /// Whether it leaves nothing out, because nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether the archived are looked through too: they are found by name and by asking for them, and stand in no list.
    #[must_use]
    pub fn reaches_archived(&self) -> bool {
        self.terms.iter().any(|term| match &term.what {
            What::Word(_) => !term.is_negated,
            What::Field(field) => field.is_about_archived(),
        })
    }

    /// How well a row is what was asked for, more being better; `None` for one that is not.
    pub fn rank(&self, row: &Row<'_>, finder: &mut Finder) -> Option<u32> {
        let mut sum = 0_u32;
        for term in &self.terms {
            let rank = match &term.what {
                What::Word(word) => word.rank(row.name, row.rest, finder),
                What::Field(field) => field.holds(row).then_some(0),
            };
            sum = match (rank, term.is_negated) {
                (Some(rank), false) => sum.saturating_add(rank),
                (None, true) => sum,
                _ => return None,
            };
        }
        Some(sum)
    }
}

fn meant(token: Token, list: List, index: &Index) -> Result<What, String> {
    match token.field {
        Some(name) => field::read(&name, &token.value, list, index).map(What::Field),
        None if token.is_quoted => Ok(What::Word(Box::new(Word::quoted(&token.value)))),
        None => Ok(What::Word(Box::new(Word::new(&token.value)))),
    }
}

/// The words of a line, each with whether it stands behind a minus; quotes hold words together.
pub(super) fn tagged(text: &str) -> Vec<(bool, String)> {
    let words = tokens(text).into_iter().map(|token| {
        let field = token.field.map(|field| format!("{field}:"));
        (token.is_negated, field.unwrap_or_default() + &token.value)
    });
    words.collect()
}
