//! The fields of a card, clean and in our own words.

use calcard::common::PartialDateTime;
use calcard::vcard::{
    VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardValue,
};
use chrono::NaiveDate;

use super::participants::is_address;
use crate::domain::clean;
use crate::domain::contact::Birthday;

/// The longest text of a field that stands on one line, in characters: longer ones are broken cards, not names.
pub(super) const LONGEST_LINE: usize = 500;
/// The longest note, in characters.
pub(super) const LONGEST_NOTE: usize = 50_000;
/// The most entries of one list: addresses, numbers, labels.
pub(super) const MOST_ENTRIES: usize = 50;
/// Apple writes the first year where none is known, others the second.
const NO_YEAR: [u16; 2] = [1604, 0];

/// A card as the parser left it.
pub(super) struct Fields<'card>(pub(super) &'card VCard);

impl Fields<'_> {
    pub(super) fn formatted_name(&self) -> String {
        self.first_line(&VCardProperty::Fn)
    }

    /// The name put together: given, additional and family name. The card has them the other way round.
    pub(super) fn name_of_parts(&self) -> String {
        line(&[1, 2, 0].map(|index| self.part_of_name(index)).join(" "))
    }

    /// Whether a name begins with what the card calls the given name: then the comma in it is none of "last, first".
    pub(super) fn begins_with_given(&self, name: &str) -> bool {
        let given = line(&self.part_of_name(1));
        !given.is_empty() && name.starts_with(&given)
    }

    /// What stands before and after the name, and that of it which is not in the name as it is taken.
    pub(super) fn has_honorific_beside(&self, name: &str) -> bool {
        let parts = [3, 4].into_iter().flat_map(|index| self.names_of(index));
        parts
            .into_iter()
            .any(|part| !name.contains(line(&part).as_str()))
    }

    fn part_of_name(&self, index: usize) -> String {
        self.names_of(index).join(" ")
    }

    /// One part of the name may hold several.
    fn names_of(&self, index: usize) -> Vec<String> {
        let entry = self.0.property(&VCardProperty::N);
        match entry.and_then(|entry| entry.values.get(index)) {
            Some(VCardValue::Component(names)) => names.clone(),
            Some(name) => vec![text_of(name)],
            None => Vec::new(),
        }
    }

    /// The organisation, without its department.
    pub(super) fn organisation(&self) -> String {
        self.first_line(&VCardProperty::Org)
    }

    pub(super) fn role(&self) -> String {
        let title = self.first_line(&VCardProperty::Title);
        if title.is_empty() {
            self.first_line(&VCardProperty::Role)
        } else {
            title
        }
    }

    /// Whether there is a title or a role that says something else than the one that is taken.
    pub(super) fn has_second_role(&self) -> bool {
        let taken = self.role();
        [VCardProperty::Title, VCardProperty::Role]
            .iter()
            .flat_map(|property| self.lines(property))
            .any(|role| !role.eq_ignore_ascii_case(&taken))
    }

    /// Other names, and the one that Android keeps in a field of its own.
    pub(super) fn nicknames(&self) -> Vec<String> {
        let standard = self.0.properties(&VCardProperty::Nickname);
        let standard = standard.flat_map(|entry| &entry.values).map(text_of);
        let android = self.0.entries.iter().filter_map(android_nickname);
        distinct(standard.chain(android))
    }

    pub(super) fn emails(&self) -> Vec<String> {
        let mut emails = self.addresses();
        emails.retain(|email| is_address(email));
        emails
    }

    /// Whether something stands where an e-mail address is expected that is none.
    pub(super) fn has_wrong_address(&self) -> bool {
        self.addresses().iter().any(|email| !is_address(email))
    }

    fn addresses(&self) -> Vec<String> {
        let mut addresses = self.preferred_first(&VCardProperty::Email, "mailto:");
        for address in &mut addresses {
            // Some programs write the name with it: "Ana Li <ana@li.example>".
            let inside = address
                .strip_suffix('>')
                .and_then(|rest| rest.rsplit_once('<'));
            if let Some((_, inside)) = inside {
                *address = inside.to_owned();
            }
        }
        addresses
    }

    pub(super) fn phones(&self) -> Vec<String> {
        self.preferred_first(&VCardProperty::Tel, "tel:")
    }

    /// Pages, and profiles of networks.
    pub(super) fn urls(&self) -> Vec<String> {
        let entries = self.0.entries.iter().filter(|entry| is_profile(entry));
        distinct(entries.filter_map(|entry| entry.values.first().map(text_of)))
    }

    pub(super) fn birthday(&self) -> Option<Birthday> {
        let entry = self.0.property(&VCardProperty::Bday)?;
        match entry.values.first()? {
            VCardValue::PartialDateTime(date) => birthday(date),
            _ => None,
        }
    }

    /// Labels, without those that Google gives everybody.
    pub(super) fn tags(&self) -> Vec<String> {
        let mut tags = self.lines(&VCardProperty::Categories);
        tags.retain(|tag| !is_everybodys(tag));
        tags
    }

    pub(super) fn notes(&self) -> String {
        let notes: Vec<_> = self
            .0
            .properties(&VCardProperty::Note)
            .filter_map(|entry| entry.values.first())
            .map(|value| clean::text(&shortened(&text_of(value), LONGEST_NOTE)))
            .filter(|note| !note.is_empty())
            .take(MOST_ENTRIES)
            .collect();
        notes.join("\n\n")
    }

    pub(super) fn uid(&self) -> Option<String> {
        let uid = self.first_line(&VCardProperty::Uid);
        (!uid.is_empty()).then_some(uid)
    }

    fn first_line(&self, property: &VCardProperty) -> String {
        self.0
            .properties(property)
            .filter_map(|entry| entry.values.first())
            .map(|value| line(&text_of(value)))
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    fn lines(&self, property: &VCardProperty) -> Vec<String> {
        let values = self.0.properties(property).flat_map(|entry| &entry.values);
        distinct(values.map(text_of))
    }

    fn preferred_first(&self, property: &VCardProperty, scheme: &str) -> Vec<String> {
        let mut entries: Vec<_> = self.0.properties(property).collect();
        entries.sort_by_key(|entry| rank(entry));
        let values = entries.iter().filter_map(|entry| entry.values.first());
        distinct(values.map(|value| without_scheme(&text_of(value), scheme)))
    }
}

/// Whether a line of a card is a page or a profile of a network.
pub(super) fn is_profile(entry: &VCardEntry) -> bool {
    match &entry.name {
        VCardProperty::Url | VCardProperty::Socialprofile => true,
        VCardProperty::Other(name) => name.eq_ignore_ascii_case("X-SOCIALPROFILE"),
        _ => false,
    }
}

/// `X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bobby;1;;` is a nickname.
fn android_nickname(entry: &VCardEntry) -> Option<String> {
    let is_custom = matches!(&entry.name, VCardProperty::Other(name) if name.eq_ignore_ascii_case("X-ANDROID-CUSTOM"));
    let value = entry.values.first().filter(|_| is_custom).map(text_of)?;
    let (_, rest) = value.split_once(".item/nickname;")?;
    rest.split(';').next().map(str::to_owned)
}

/// Whether Google gives a label to everybody.
pub(super) fn is_everybodys(tag: &str) -> bool {
    let plain = tag.trim_start_matches(['*', ' ']).to_lowercase();
    matches!(plain.as_str(), "mycontacts" | "starred" | "other contacts")
        || plain.starts_with("imported on")
}

/// Whether the card stands for a mailing list or a group of contacts.
pub(super) fn is_list_of_people(card: &VCard) -> bool {
    card.entries.iter().any(|entry| {
        let is_kind = match &entry.name {
            VCardProperty::Kind => true,
            VCardProperty::Other(name) => name.eq_ignore_ascii_case("X-ADDRESSBOOKSERVER-KIND"),
            _ => false,
        };
        let value = entry.values.first().map(text_of).unwrap_or_default();
        is_kind && value.trim().eq_ignore_ascii_case("group")
    })
}

/// How far behind an entry stands: a number of vCard 4, the first for those that are just preferred.
fn rank(entry: &VCardEntry) -> u32 {
    const LAST: u32 = 101;
    let ranks = entry.params.iter().filter_map(|parameter| {
        let is_named = match &parameter.name {
            VCardParameterName::Pref => true,
            VCardParameterName::Other(name) => name.eq_ignore_ascii_case("PREF"),
            _ => false,
        };
        let text = parameter.value.as_text();
        let is_said = text.is_some_and(|text| text.eq_ignore_ascii_case("PREF"));
        (is_named || is_said).then(|| number(&parameter.value).unwrap_or(1))
    });
    ranks.min().unwrap_or(LAST)
}

fn number(value: &VCardParameterValue) -> Option<u32> {
    match value {
        VCardParameterValue::Integer(number) => Some(*number),
        other => other.as_text()?.parse().ok(),
    }
}

fn birthday(date: &PartialDateTime) -> Option<Birthday> {
    const LEAP_YEAR: i32 = 2000;
    let (month, day) = (u32::from(date.month?), u32::from(date.day?));
    let year = date
        .year
        .filter(|year| !NO_YEAR.contains(year))
        .map(i32::from);
    NaiveDate::from_ymd_opt(year.unwrap_or(LEAP_YEAR), month, day)?;
    Some(Birthday { year, month, day })
}

pub(super) fn text_of(value: &VCardValue) -> String {
    match value {
        VCardValue::Component(parts) => parts.join(", "),
        VCardValue::Integer(number) => number.to_string(),
        other => other.as_text().unwrap_or_default().to_owned(),
    }
}

fn without_scheme(text: &str, scheme: &str) -> String {
    let text = text.trim();
    match text.get(..scheme.len()) {
        Some(start) if start.eq_ignore_ascii_case(scheme) => {
            text.get(scheme.len()..).unwrap_or_default().to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Clean lines, each once, in their order.
pub(super) fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for text in texts.map(|text| line(&text)) {
        let is_there = lines.iter().any(|have| have.eq_ignore_ascii_case(&text));
        if !text.is_empty() && !is_there && lines.len() < MOST_ENTRIES {
            lines.push(text);
        }
    }
    lines
}

pub(super) fn line(text: &str) -> String {
    clean::line(&shortened(text, LONGEST_LINE))
}

pub(super) fn shortened(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
