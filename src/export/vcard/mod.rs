//! People as vCards, 3.0 (RFC 2426) and 4.0 (RFC 6350): new cards, and cards that stand somewhere already.

mod lines;
mod patch;

pub use patch::patched;

use super::content_line::ContentLines;
use crate::domain::contact::Contact;
use crate::domain::import_plan::Held;

/// The versions that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// 3.0: what phones and most servers read.
    Three,
    /// 4.0.
    Four,
}

impl Version {
    fn number(self) -> &'static str {
        match self {
            Self::Three => "3.0",
            Self::Four => "4.0",
        }
    }
}

/// The cards of some people, one after another.
pub fn text<'book>(people: impl IntoIterator<Item = &'book Contact>, version: Version) -> String {
    let cards = people.into_iter().map(|person| card(person, version));
    cards.collect()
}

/// A new card: what an address book can hold of a person, by the identity that finds them again.
#[must_use]
pub fn card(person: &Contact, version: Version) -> String {
    let held = Held::of(person);
    let mut begin = ContentLines::default();
    begin.begin("VCARD");
    begin.line("VERSION", version.number());
    begin.line("UID", &identity(person));
    let mut card = begin.into_text();
    card.push_str(&lines::formatted_name(&held.name));
    card.push_str(&lines::name_in_parts(&held.name, &held.organisation));
    card.push_str(&lines::words("NICKNAME", &held.nicknames));
    card.push_str(&lines::organisation(&held.organisation));
    card.push_str(&lines::role(&held.role));
    let is_first_of = |list: &[String], index: usize| index == 0 && list.len() > 1;
    for (index, email) in held.emails.iter().enumerate() {
        card.push_str(&version.email(email, is_first_of(&held.emails, index)));
    }
    for (index, phone) in held.phones.iter().enumerate() {
        card.push_str(&version.phone(phone, is_first_of(&held.phones, index)));
    }
    held.urls
        .iter()
        .for_each(|url| card.push_str(&lines::url(url)));
    card.push_str(&version.birthday(held.birthday));
    card.push_str(&lines::words("CATEGORIES", &held.tags));
    card.push_str(&lines::notes(&held.notes));
    let mut end = ContentLines::default();
    end.end("VCARD");
    card.push_str(&end.into_text());
    card
}

/// The identity of a person on a card: that of the address book they came from, or the one in my book.
#[must_use]
pub fn identity(person: &Contact) -> String {
    person
        .source_uid
        .clone()
        .unwrap_or_else(|| person.id.to_string())
}
