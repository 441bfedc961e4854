//! What a card says that Goodword has no place for, by the name that a person gives it.

use std::collections::BTreeSet;

use calcard::vcard::{VCard, VCardEntry, VCardProperty as Is};

use super::vcard_fields::{Fields, LONGEST_LINE, LONGEST_NOTE, MOST_ENTRIES, is_profile, text_of};
use crate::domain::import_plan::Card;

/// The names of what a card says and the book does not take, each once.
pub(super) fn untaken(parsed: &VCard, card: &Card) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = parsed
        .entries
        .iter()
        .filter(|entry| entry.values.iter().any(says_something))
        .filter_map(name)
        .collect();
    names.extend(in_part(parsed, card).map(str::to_owned));
    names
}

fn says_something(value: &calcard::vcard::VCardValue) -> bool {
    value.as_text().is_none_or(|text| !text.trim().is_empty())
}

/// How a property is called that is not taken at all; `None` for one that is, and for those that only programs need.
fn name(entry: &VCardEntry) -> Option<String> {
    let known = match &entry.name {
        Is::Photo => "photo",
        Is::Logo => "logo",
        Is::Sound => "sound",
        Is::Key => "key",
        Is::Adr => "postal address",
        Is::Geo => "place on the map",
        Is::Tz => "time zone",
        Is::Lang => "language",
        Is::Gender | Is::Gramgender | Is::Pronouns => "gender or pronouns",
        Is::Anniversary => "anniversary",
        Is::Birthplace | Is::Deathplace | Is::Deathdate => "birth or death",
        Is::Impp => "chat address",
        Is::Related => "related person",
        Is::Member => "member of a list",
        Is::Expertise | Is::Hobby | Is::Interest => "interest",
        Is::Fburl | Is::Caladruri | Is::Caluri => "calendar address",
        Is::OrgDirectory | Is::ContactUri => "page of the organisation",
        Is::Other(name) => return other(name, entry),
        _ => return None,
    };
    Some(known.to_owned())
}

/// A property that no standard knows any more, or never did.
fn other(name: &str, entry: &VCardEntry) -> Option<String> {
    let name = name.to_ascii_uppercase();
    if is_profile(entry) || is_for_programs(&name) {
        return None;
    }
    let known = match name.as_str() {
        "LABEL" | "X-ABADR" => "postal address",
        "AGENT"
        | "X-ABRELATEDNAMES"
        | "X-SPOUSE"
        | "X-MANAGER"
        | "X-ASSISTANT"
        | "X-CHILD"
        | "X-EVOLUTION-SPOUSE"
        | "X-EVOLUTION-MANAGER"
        | "X-EVOLUTION-ASSISTANT"
        | "X-MS-SPOUSE"
        | "X-MS-MANAGER"
        | "X-MS-ASSISTANT"
        | "X-KADDRESSBOOK-X-SPOUSESNAME"
        | "X-KADDRESSBOOK-X-MANAGERSNAME"
        | "X-KADDRESSBOOK-X-ASSISTANTSNAME" => "related person",
        "X-ANNIVERSARY"
        | "X-EVOLUTION-ANNIVERSARY"
        | "X-MS-ANNIVERSARY"
        | "X-KADDRESSBOOK-X-ANNIVERSARY" => "anniversary",
        "X-ABDATE" => "other date",
        "X-GENDER" | "X-WAB-GENDER" => "gender or pronouns",
        "X-AIM" | "X-ICQ" | "X-JABBER" | "X-MSN" | "X-YAHOO" | "X-SKYPE" | "X-SKYPE-USERNAME"
        | "X-GOOGLE-TALK" | "X-GTALK" | "X-GROUPWISE" | "X-GADUGADU" | "X-QQ" | "X-MATRIX"
        | "X-TELEGRAM" | "X-TWITTER" | "X-SIP" | "X-MS-IMADDRESS" | "X-SERVICE" => "chat address",
        "X-PHONETIC-FIRST-NAME"
        | "X-PHONETIC-MIDDLE-NAME"
        | "X-PHONETIC-LAST-NAME"
        | "X-PHONETIC-ORG" => "how the name is spoken",
        "X-MS-CARDPICTURE" => "photo",
        "X-ANDROID-CUSTOM" => return custom(entry),
        _ => return Some(name),
    };
    Some(known.to_owned())
}

/// The nickname among the fields that Android has no property for is taken; the others are not.
fn custom(entry: &VCardEntry) -> Option<String> {
    let value = entry.values.first().map(text_of).unwrap_or_default();
    let is_nickname = value.contains(".item/nickname");
    (!is_nickname).then(|| "custom field of Android".to_owned())
}

/// What says something to a program only: stamps, sort keys, colours and the labels of other lines.
fn is_for_programs(name: &str) -> bool {
    const NAMES: [&str; 19] = [
        "X-ABLABEL",
        "X-ABSHOWAS",
        "X-ABUID",
        "X-ADDRESSBOOKSERVER-KIND",
        "X-ADDRESSBOOKSERVER-MEMBER",
        "X-IMAGETYPE",
        "X-IMAGEHASH",
        "X-SHARED-PHOTO-DISPLAY-PREF",
        "X-EVOLUTION-FILE-AS",
        "X-EVOLUTION-WEBDAV-ETAG",
        "X-MOZILLA-HTML",
        "X-PRODID",
        "X-CLASS",
        "CLASS",
        "SORT-STRING",
        "PROFILE",
        "NAME",
        "MAILER",
        "X-MS-SIGNATURE",
    ];
    NAMES.contains(&name) || name.starts_with("X-MS-OL-") || name.starts_with("X-RADICALE-")
}

/// Whether a text is longer than what is taken of it.
fn is_cut(entry: &VCardEntry) -> bool {
    let longest = match &entry.name {
        Is::Note => LONGEST_NOTE,
        Is::Fn
        | Is::N
        | Is::Org
        | Is::Title
        | Is::Role
        | Is::Nickname
        | Is::Email
        | Is::Tel
        | Is::Url
        | Is::Categories
        | Is::Uid => LONGEST_LINE,
        _ => return false,
    };
    let mut texts = entry.values.iter().filter_map(|value| value.as_text());
    texts.any(|text| text.chars().nth(longest).is_some())
}

/// What was taken, but not all of it.
fn in_part(parsed: &VCard, card: &Card) -> impl Iterator<Item = &'static str> {
    let fields = Fields(parsed);
    let count = |property: &Is| {
        let entries = parsed.properties(property);
        entries
            .filter(|entry| entry.values.iter().any(says_something))
            .count()
    };
    let has_department = parsed
        .properties(&Is::Org)
        .any(|entry| entry.values.iter().skip(1).any(says_something));
    let is_full = |list: &[String]| list.len() >= MOST_ENTRIES;
    [
        (has_department, "department"),
        (count(&Is::Org) > 1, "second organisation"),
        (
            count(&Is::Title) + count(&Is::Role) > 1 && fields.has_second_role(),
            "second role",
        ),
        (
            count(&Is::Bday) > 0 && card.birthday.is_none(),
            "birthday that is no day of a year",
        ),
        (fields.has_wrong_address(), "e-mail address that is none"),
        (
            fields.has_honorific_beside(&card.name),
            "title beside the name",
        ),
        (
            parsed.entries.iter().any(is_cut),
            "end of a text that is too long",
        ),
        (
            [&card.emails, &card.phones, &card.urls, &card.tags]
                .into_iter()
                .any(|list| is_full(list)),
            "more than 50 entries of one kind",
        ),
    ]
    .into_iter()
    .filter_map(|(is_so, name)| is_so.then_some(name))
}
