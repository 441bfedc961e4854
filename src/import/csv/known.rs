//! The names that columns have in the tables of others.

use crate::domain::import_plan::Field;

/// The names of columns, folded: of Google, `LinkedIn`, Outlook (English and German), Thunderbird and Goodword, and what
/// people write themselves.
const NAMES: &[(Field, &[&str])] = &[
    (
        Field::Name,
        &[
            "name",
            "full name",
            "fullname",
            "display name",
            "contact name",
            "anzeigename",
        ],
    ),
    (
        Field::Given,
        &[
            "first name",
            "firstname",
            "given name",
            "givenname",
            "first",
            "forename",
            "vorname",
        ],
    ),
    (
        Field::Middle,
        &[
            "middle name",
            "middlename",
            "additional name",
            "middle",
            "weitere vornamen",
        ],
    ),
    (
        Field::Family,
        &[
            "last name",
            "lastname",
            "family name",
            "familyname",
            "surname",
            "last",
            "nachname",
            "familienname",
        ],
    ),
    (
        Field::Nickname,
        &["nickname", "nicknames", "nick name", "spitzname"],
    ),
    (
        Field::Organisation,
        &[
            "company",
            "company name",
            "organization",
            "organisation",
            "organization name",
            "organisation name",
            "employer",
            "firm",
            "firma",
        ],
    ),
    (
        Field::Role,
        &[
            "job title",
            "title",
            "position",
            "role",
            "organization title",
            "organisation title",
            "berufsbezeichnung",
        ],
    ),
    (
        Field::Email,
        &[
            "email",
            "emails",
            "email address",
            "email value",
            "mail",
            "mail address",
            "primary email",
            "secondary email",
            "work email",
            "home email",
            "private email",
            "personal email",
            "other email",
            "email adresse",
        ],
    ),
    (
        Field::Phone,
        &[
            "phone",
            "phones",
            "phone value",
            "phone number",
            "telephone",
            "telephone number",
            "tel",
            "mobile",
            "mobile phone",
            "mobile number",
            "cell",
            "cell phone",
            "cellphone",
            "home phone",
            "business phone",
            "work phone",
            "primary phone",
            "other phone",
            "car phone",
            "company main phone",
            "telefon",
            "telefon privat",
            "telefon geschäftlich",
            "telefon firma",
            "telefonnummer",
            "mobil",
            "mobiltelefon",
            "handy",
        ],
    ),
    (
        Field::Page,
        &[
            "url",
            "website",
            "website value",
            "web page",
            "webpage",
            "page",
            "homepage",
            "personal web page",
            "profile url",
            "linkedin",
            "linkedin url",
            "linkedin profile",
            "linkedin profile url",
            "webseite",
        ],
    ),
    (
        Field::Birthday,
        &[
            "birthday",
            "birthdate",
            "birth date",
            "date of birth",
            "geburtstag",
            "geburtsdatum",
        ],
    ),
    (
        Field::Tag,
        &[
            "tag",
            "tags",
            "labels",
            "group membership",
            "categories",
            "category",
            "groups",
            "kategorien",
        ],
    ),
    (
        Field::Note,
        &[
            "note",
            "notes",
            "comment",
            "comments",
            "remarks",
            "notizen",
            "bemerkungen",
        ],
    ),
    (Field::Identity, &["identity", "uid"]),
];

/// What a column says whose name is known.
pub(super) fn field(name: &str) -> Option<Field> {
    let folded = folded(name);
    let found = NAMES
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()));
    found.map(|(field, _)| *field)
}

/// Whether a column says of the one after it what kind it is: `E-mail 1 - Label`, or `Type` in older tables of Google.
pub(super) fn is_label(name: &str) -> bool {
    let folded = folded(name);
    folded.ends_with(" label") || folded.ends_with(" type")
}

/// A column's name as it is compared: words of letters alone, so that `E-mail 2 Address` and `email_address` are one.
pub(super) fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower
        .split(|sign: char| !sign.is_alphabetic())
        .filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let joined = words.join(" ");
    match joined.strip_prefix("e mail") {
        Some(rest) => format!("email{rest}"),
        None => joined.replace(" e mail", " email"),
    }
}
