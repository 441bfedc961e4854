//! People as a table (CSV, RFC 4180): what an address book holds of them, a row each, as `goodword import` reads it
//! back.

use csv::{Terminator, WriterBuilder};

use super::Part;
use crate::domain::contact::{Birthday, Contact};

/// What parts the values of a cell that holds several, as Google writes and reads it.
const BETWEEN: &str = " ::: ";
/// What a spreadsheet would take for the beginning of a formula (OWASP ASVS 1.2.10).
const BEGINS_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\0'];

/// The people of a part, by name. A cell that a spreadsheet would run as a formula gets a `'` before it; `raw` leaves that
/// out, and is for programs that read the table.
///
/// # Errors
/// What the writer of tables says; it has no reason to.
pub fn text(part: &Part, raw: bool) -> Result<String, String> {
    let people = part.book.contacts.iter().map(AsRef::as_ref);
    let mut people: Vec<&Contact> = people
        .filter(|one: &&Contact| part.person.is_none_or(|person| person == one.id))
        .collect();
    people.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
    let table = Table::of(&people);
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let written = |error: csv::Error| error.to_string();
    writer.write_record(table.head()).map_err(written)?;
    for one in people {
        let cells = table.row(one).into_iter();
        let cells = cells.map(|cell| guarded(cell, raw));
        writer.write_record(cells).map_err(written)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// How many columns there are of what a person may have several of: as many as the one with the most of them needs.
struct Table {
    emails: usize,
    phones: usize,
    pages: usize,
}

impl Table {
    fn of(people: &[&Contact]) -> Self {
        let most = |count: fn(&Contact) -> usize| {
            let counts = people.iter().map(|one| count(one));
            counts.max().unwrap_or_default().max(1)
        };
        Self {
            emails: most(|one| one.emails.len()),
            phones: most(|one| one.phones.len()),
            pages: most(|one| one.urls.len()),
        }
    }

    fn head(&self) -> Vec<String> {
        let numbered = |name: &str, count: usize| -> Vec<String> {
            (1..=count)
                .map(|number| format!("{name} {number}"))
                .collect()
        };
        let alone = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        [
            alone(&["Name", "Nicknames", "Organisation", "Role"]),
            numbered("E-mail", self.emails),
            numbered("Phone", self.phones),
            numbered("Page", self.pages),
            alone(&["Birthday", "Tags", "Notes", "Identity"]),
        ]
        .concat()
    }

    fn row(&self, one: &Contact) -> Vec<String> {
        let filled = |values: &[String], count: usize| {
            let mut cells = values.to_vec();
            cells.resize(count, String::new());
            cells
        };
        let identity = one.source_uid.clone();
        [
            vec![
                one.name.clone(),
                list(&one.nicknames),
                one.organisation.clone(),
                one.role.clone(),
            ],
            filled(&one.emails, self.emails),
            filled(&one.phones, self.phones),
            filled(&one.urls, self.pages),
            vec![
                one.birthday.map(day).unwrap_or_default(),
                list(&one.tags),
                one.notes.clone(),
                identity.unwrap_or_else(|| one.id.to_string()),
            ],
        ]
        .concat()
    }
}

/// Several values in one cell. One alone that has a comma in it ends as if another one followed, so that nobody parts it.
fn list(values: &[String]) -> String {
    match values {
        [only] if only.contains([',', ';']) => format!("{only}{BETWEEN}"),
        several => several.join(BETWEEN),
    }
}

/// The year first, which no country reads otherwise; without a year as vCard writes it.
fn day(birthday: Birthday) -> String {
    let Birthday { year, month, day } = birthday;
    match year {
        Some(year) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("--{month:02}-{day:02}"),
    }
}

/// A cell with a `'` before it, where a spreadsheet would run it. One that begins with such a guard itself gets another
/// in any case, because reading takes one away.
fn guarded(cell: String, raw: bool) -> String {
    let begins = cell.trim_start_matches('\'');
    let has_guard = begins.len() < cell.len();
    if begins.starts_with(BEGINS_FORMULA) && (has_guard || !raw) {
        return format!("'{cell}");
    }
    cell
}
