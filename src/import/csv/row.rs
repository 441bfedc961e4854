//! One row of a table: what its cells say of a person.

use super::head::{Column, Head};
use super::known::is_label;
use crate::domain::clean;
use crate::domain::import_plan::{Card, Field, Place};
use crate::domain::person_name::in_order;
use crate::import::participants::is_address;
use crate::import::vcard_fields::{LONGEST_NOTE, distinct, is_everybodys, line, shortened};

/// What Google puts between the values of one cell.
const BETWEEN: &str = ":::";

/// A row beside the head of its table.
pub(super) struct Row<'row> {
    pub(super) head: &'row Head,
    pub(super) cells: &'row [String],
}

impl Row<'_> {
    /// What the row says of a person. The name is empty where nothing is said that could be one.
    pub(super) fn card(&self, place: Place) -> Card {
        let emails = self.emails();
        let organisation = self.first(Field::Organisation);
        Card {
            in_step: None,
            place,
            name: self.name(&organisation, &emails),
            nicknames: self.lists(Field::Nickname, &[]),
            role: self.first(Field::Role),
            phones: self.preferred_first(Field::Phone),
            urls: self.lists(Field::Page, &[]),
            tags: self.tags(),
            notes: self.notes(),
            uid: Some(self.first(Field::Identity)).filter(|uid| !uid.is_empty()),
            birthday: None,
            organisation,
            emails,
        }
    }

    /// What stands under a column for birthdays.
    pub(super) fn birthday(&self) -> Option<&str> {
        self.under(Field::Birthday).next()
    }

    /// What stands under a column for e-mail addresses and is none.
    pub(super) fn no_addresses(&self) -> Vec<String> {
        let mut written = self.addresses();
        written.retain(|email| !is_address(email));
        written
    }

    /// The names of the columns that Goodword has no place for and that say something here, each once.
    pub(super) fn untaken(&self) -> Vec<String> {
        let columns = self.head.columns.iter().zip(self.cells).enumerate();
        let said =
            columns.filter(|(_, (column, cell))| column.field.is_none() && !cell.trim().is_empty());
        let mut names: Vec<String> = said
            .map(|(at, (column, _))| without_number(column, at))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The whole name, or what comes nearest to one.
    fn name(&self, organisation: &str, emails: &[String]) -> String {
        let parts = [Field::Given, Field::Middle, Field::Family].map(|field| self.first(field));
        let before_at = emails.first().and_then(|email| email.split('@').next());
        let written = self.first(Field::Name);
        let whole = if written == organisation {
            written
        } else {
            in_order(&written)
        };
        [whole, line(&parts.join(" ")), organisation.to_owned()]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| clean::line(before_at.unwrap_or_default()))
    }

    fn emails(&self) -> Vec<String> {
        let mut written = self.addresses();
        written.retain(|email| is_address(email));
        written
    }

    /// One cell may hold several addresses.
    fn addresses(&self) -> Vec<String> {
        let cells = self.preferred_first(Field::Email);
        let parts = cells.iter().flat_map(|cell| {
            let is_list = cell.matches('@').count() > 1;
            let parts: Vec<&str> = if is_list {
                cell.split([';', ',', ' ']).collect()
            } else {
                vec![cell]
            };
            parts
        });
        distinct(parts.map(|part| part.trim().trim_start_matches("mailto:").to_owned()))
    }

    /// A list in one cell is parted as Google does it; else by commas or semicolons.
    fn tags(&self) -> Vec<String> {
        let mut tags = self.lists(Field::Tag, &[',', ';']);
        tags.retain(|tag| !is_everybodys(tag));
        tags
    }

    fn notes(&self) -> String {
        let notes = self.under(Field::Note);
        let notes = notes.map(|note| clean::text(&shortened(note, LONGEST_NOTE)));
        let notes: Vec<String> = notes.filter(|note| !note.is_empty()).collect();
        notes.join("\n\n")
    }

    fn first(&self, field: Field) -> String {
        let mut cells = self.under(field).map(line);
        cells.find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn lists(&self, field: Field, else_by: &[char]) -> Vec<String> {
        let cells = self.under(field);
        distinct(
            cells
                .flat_map(|cell| values(cell, else_by))
                .map(str::to_owned),
        )
    }

    /// Older tables of Google mark the preferred one by a star before its type.
    fn preferred_first(&self, field: Field) -> Vec<String> {
        let columns = self.head.columns.iter().zip(self.cells);
        let mut label = "";
        let mut found: Vec<(bool, &str)> = Vec::new();
        for (column, cell) in columns {
            if column.field == Some(field) {
                let is_preferred = label.starts_with('*');
                found.extend(values(cell, &[]).map(|value| (!is_preferred, value)));
            }
            label = if is_label(&column.name) {
                cell.trim()
            } else {
                ""
            };
        }
        found.sort_by_key(|(is_other, _)| *is_other);
        distinct(found.into_iter().map(|(_, value)| value.to_owned()))
    }

    /// What stands under the columns for a field, where something does.
    fn under(&self, field: Field) -> impl Iterator<Item = &str> {
        let columns = self.head.columns.iter().zip(self.cells);
        let cells = columns.filter(move |(column, _)| column.field == Some(field));
        cells
            .map(|(_, cell)| cell.as_str())
            .filter(|cell| !cell.trim().is_empty())
    }
}

/// A cell as it was before somebody guarded it: a quote before a sign that would begin a formula is none of the text.
pub(super) fn unguarded(cell: &str) -> &str {
    let begins = cell.trim_start_matches('\'');
    let is_guarded =
        begins.len() < cell.len() && begins.starts_with(['=', '+', '-', '@', '\t', '\0']);
    match cell.strip_prefix('\'') {
        Some(rest) if is_guarded => rest,
        _ => cell,
    }
}

fn values<'cell>(cell: &'cell str, else_by: &[char]) -> impl Iterator<Item = &'cell str> {
    let parts: Vec<&str> = if cell.contains(BETWEEN) {
        cell.split(BETWEEN).collect()
    } else if else_by.is_empty() {
        vec![cell]
    } else {
        cell.split(else_by).collect()
    };
    parts.into_iter().map(str::trim)
}

/// `Address 2 - City` as `Address - City`, so that all addresses are counted as one thing.
fn without_number(column: &Column, at: usize) -> String {
    let is_number = |word: &&str| word.bytes().all(|sign| sign.is_ascii_digit());
    let words = column
        .name
        .split_whitespace()
        .filter(|word| !is_number(word));
    let words: Vec<&str> = words.collect();
    if words.is_empty() {
        return format!("column {}", at + 1);
    }
    words.join(" ")
}
