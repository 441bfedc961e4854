//! Which column of a table says what of a person, as somebody writes it down who has a table of their own.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::redacted::redacted;

/// What a column may say of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The whole name.
    Name,
    /// The given name.
    Given,
    /// What stands between the given and the family name.
    Middle,
    /// The family name.
    Family,
    /// Other names.
    Nickname,
    /// Where they work.
    Organisation,
    /// What they do there.
    Role,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A page or a profile.
    Page,
    /// The birthday.
    Birthday,
    /// Labels.
    Tag,
    /// Anything else.
    Note,
    /// The identity of the person where the table comes from.
    Identity,
}

impl Field {
    /// Every field by the word that stands for it in a mapping.
    pub const WORDS: [(&str, Self); 14] = [
        ("name", Self::Name),
        ("given", Self::Given),
        ("middle", Self::Middle),
        ("family", Self::Family),
        ("nickname", Self::Nickname),
        ("organisation", Self::Organisation),
        ("role", Self::Role),
        ("email", Self::Email),
        ("phone", Self::Phone),
        ("page", Self::Page),
        ("birthday", Self::Birthday),
        ("tag", Self::Tag),
        ("note", Self::Note),
        ("identity", Self::Identity),
    ];

    fn by_word(word: &str) -> Option<Self> {
        let mut words = Self::WORDS.into_iter();
        let found = words.find(|(known, _)| known.eq_ignore_ascii_case(word));
        found.map(|(_, field)| field)
    }

    fn word(self) -> &'static str {
        let mut words = Self::WORDS.into_iter();
        words
            .find(|(_, field)| *field == self)
            .map_or("", |(word, _)| word)
    }
}

/// Which columns of a table are read, and as what: `name="Full Name",email=Mail`. A field may have several columns.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mapping {
    /// What a column says, by the name of the column.
    pub columns: Vec<(Field, String)>,
}

redacted!(Mapping:; columns);

/// The mappings that somebody has for tables of their own.
#[derive(Debug, Clone, Default)]
pub struct Mappings {
    /// The one that was asked for: every table is read by it.
    pub asked: Option<Mapping>,
    /// Those of the settings: a table that has all columns of one is read by it.
    pub kept: Vec<Mapping>,
}

impl FromStr for Mapping {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut columns = Vec::new();
        for pair in parts(text) {
            let (word, column) = pair.split_once('=').ok_or_else(|| {
                format!("`{pair}` names no column, as in name=\"Full Name\",email=Mail")
            })?;
            let field = Field::by_word(word.trim()).ok_or_else(|| {
                let words = Field::WORDS.map(|(word, _)| word).join(", ");
                format!("`{}` is no field; there are {words}", word.trim())
            })?;
            let column = column.trim().trim_matches('"').trim();
            if column.is_empty() {
                return Err(format!("no column stands after `{word}=`"));
            }
            columns.push((field, column.to_owned()));
        }
        if columns.is_empty() {
            return Err("it names no column, as in name=\"Full Name\",email=Mail".to_owned());
        }
        Ok(Self { columns })
    }
}

impl TryFrom<String> for Mapping {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Mapping> for String {
    fn from(mapping: Mapping) -> Self {
        mapping.to_string()
    }
}

impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (field, column)) in self.columns.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{}=\"{column}\"", field.word())?;
        }
        Ok(())
    }
}

/// What stands between commas, but for those within quotes.
fn parts(text: &str) -> Vec<&str> {
    let mut is_quoted = false;
    let parts = text.split(|sign| {
        is_quoted ^= sign == '"';
        sign == ',' && !is_quoted
    });
    let parts = parts.map(str::trim);
    parts.filter(|part| !part.is_empty()).collect()
}
