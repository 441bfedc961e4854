//! The head of a table: the line that names its columns, and what parts them.

use super::known;
use crate::domain::clean;
use crate::domain::import_plan::{Field, Mapping, Mappings};

/// How many lines may stand above the head; the tables of `LinkedIn` have three.
const MOST_ABOVE: usize = 30;
/// The longest head, in bytes; Outlook's has 1,600.
const LONGEST: usize = 64 * 1024;
/// What parts columns, the most usual first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// The most columns that are named where none is known.
const MOST_NAMED: usize = 12;

/// The line that names the columns.
pub(super) struct Head {
    pub(super) delimiter: u8,
    pub(super) columns: Vec<Column>,
    /// Its line, counted from 1.
    pub(super) line: usize,
}

/// A column of a table.
pub(super) struct Column {
    /// Its name, as it stands there.
    pub(super) name: String,
    /// What it says of a person; none where Goodword has no place for it.
    pub(super) field: Option<Field>,
}

/// What stands where a head is looked for.
pub(super) enum Found {
    Head(Head),
    /// Lines that could be a table, and why they are not read.
    Unknown(String),
    NoTable,
}

impl Head {
    /// Looks for the head in the first lines of a text.
    pub(super) fn find(text: &str, mappings: &Mappings) -> Found {
        let mut first = None;
        for (index, line) in text.lines().take(MOST_ABOVE).enumerate() {
            let line = line.trim_start_matches('\u{feff}');
            if line.to_ascii_uppercase().starts_with("BEGIN:") {
                break;
            }
            if line.trim().is_empty() || line.len() > LONGEST || line.starts_with("sep=") {
                continue;
            }
            let heads =
                DELIMITERS.map(|delimiter| Self::read(line, delimiter, index + 1, mappings));
            // Of equals the first one is taken, so that the usual ones win.
            let most = heads.into_iter().flatten().rev();
            if let Some(head) = most.max_by_key(Self::known) {
                return Found::Head(head);
            }
            first = first.or(Some(line));
        }
        first.map_or(Found::NoTable, |line| {
            Found::Unknown(unknown(line, mappings))
        })
    }

    fn read(line: &str, delimiter: u8, at: usize, mappings: &Mappings) -> Option<Self> {
        let names = cells(line, delimiter);
        let fields = if let Some(mapping) = &mappings.asked {
            by_mapping(&names, mapping)?
        } else {
            let mut kept = mappings.kept.iter();
            let kept = kept.find_map(|mapping| by_mapping(&names, mapping));
            kept.or_else(|| by_name(&names))?
        };
        let columns = names.into_iter().zip(fields);
        Some(Self {
            delimiter,
            columns: columns
                .map(|(name, field)| Column { name, field })
                .collect(),
            line: at,
        })
    }

    fn known(&self) -> usize {
        let columns = self.columns.iter();
        columns.filter(|column| column.field.is_some()).count()
    }
}

/// What the columns say by a mapping; none where one that it names is not there.
fn by_mapping(names: &[String], mapping: &Mapping) -> Option<Vec<Option<Field>>> {
    let is_whole = mapping
        .columns
        .iter()
        .all(|(_, column)| names.iter().any(|name| same(name, column)));
    let field = |name: &String| {
        let mut columns = mapping.columns.iter();
        let found = columns.find(|(_, column)| same(name, column));
        found.map(|(field, _)| *field)
    };
    is_whole.then(|| names.iter().map(field).collect())
}

/// What the columns say by their own names; none where too few are known to take the line for a head.
fn by_name(names: &[String]) -> Option<Vec<Option<Field>>> {
    let mut fields: Vec<_> = names.iter().map(|name| known::field(name)).collect();
    let known = fields.iter().flatten().count();
    let names_somebody = fields.iter().flatten().any(|field| {
        matches!(
            field,
            Field::Name | Field::Given | Field::Family | Field::Organisation | Field::Email
        )
    });
    let is_head = names_somebody && (known > 1 || names.len() == 1);
    // Outlook calls "Mr" and "Dr" a title.
    let folded: Vec<String> = names.iter().map(|name| known::folded(name)).collect();
    let is_courtesy = folded
        .iter()
        .any(|name| name == "job title" || name == "suffix");
    for (field, name) in fields.iter_mut().zip(&folded) {
        if is_courtesy && name == "title" {
            *field = None;
        }
    }
    is_head.then_some(fields)
}

fn same(name: &str, column: &str) -> bool {
    name.trim().to_lowercase() == column.trim().to_lowercase()
}

fn unknown(line: &str, mappings: &Mappings) -> String {
    let usual = DELIMITERS.map(|delimiter| cells(line, delimiter));
    let names = usual
        .into_iter()
        .rev()
        .max_by_key(Vec::len)
        .unwrap_or_default();
    let listed: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
    let listed = listed.join(", ");
    if let Some(mapping) = &mappings.asked {
        let columns = mapping.columns.iter();
        let missing = columns.filter(|(_, column)| !names.iter().any(|name| same(name, column)));
        let missing: Vec<&str> = missing.map(|(_, column)| column.as_str()).collect();
        return format!(
            "this table has no column {}; it has {listed}",
            clean::line(&missing.join(" and no column "))
        );
    }
    format!(
        "too few columns of this table are known ({listed}); say which is which by --map \
         name=\"Full Name\",email=Mail or by `tables` in config.ron"
    )
}

/// The cells of a line, clean.
fn cells(line: &str, delimiter: u8) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(line.as_bytes());
    let record = reader.records().next().and_then(Result::ok);
    let cells = record.unwrap_or_default();
    cells.iter().map(clean::line).collect()
}
