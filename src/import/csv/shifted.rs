//! Rows whose cells stand under the wrong columns: better left out than put in wrongly.

use super::head::{Column, Head};
use crate::domain::import_plan::Field;
use crate::import::participants::is_address;
use crate::import::vcard_fields::{line, shortened};

/// How much of a cell is shown, in characters.
const SHOWN: usize = 40;

/// Why the cells of a row cannot be where they belong; none where nothing speaks against it.
pub(super) fn why(head: &Head, cells: &[String]) -> Option<String> {
    let extra = cells.iter().skip(head.columns.len());
    if extra.clone().any(|cell| !cell.is_empty()) {
        return Some(format!(
            "this row has {} cells and the head {} columns; a cell with a {} in it may lack its quotes",
            cells.len(),
            head.columns.len(),
            sign(head.delimiter),
        ));
    }
    let is_complete = cells.len() == head.columns.len();
    let named = || head.columns.iter().zip(cells);
    let has_address_in_words =
        named().any(|(column, cell)| is_words(column.field) && is_lone_address(cell));
    let is_out_of_place = |column: &Column, cell: &str| match column.field {
        Some(Field::Email) => {
            is_page(cell) || (!cell.contains('@') && (!is_complete || has_address_in_words))
        }
        Some(Field::Phone | Field::Birthday) => is_page(cell) || is_lone_address(cell),
        Some(Field::Page) => is_lone_address(cell),
        Some(Field::Name | Field::Given | Field::Middle | Field::Family) => is_page(cell),
        _ => false,
    };
    let mut named = named().filter(|(_, cell)| !cell.is_empty());
    let (column, cell) = named.find(|(column, cell)| is_out_of_place(column, cell))?;
    Some(format!(
        "under {} stands \"{}\"; the cells may have moved to other columns",
        column.name,
        line(&shortened(cell, SHOWN)),
    ))
}

fn is_words(field: Option<Field>) -> bool {
    matches!(
        field,
        Some(
            Field::Name
                | Field::Given
                | Field::Middle
                | Field::Family
                | Field::Organisation
                | Field::Role
        )
    )
}

fn is_page(cell: &str) -> bool {
    cell.contains("://")
}

fn is_lone_address(cell: &str) -> bool {
    is_address(cell) && cell.contains('.') && !cell.contains(['/', ':'])
}

fn sign(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "bar",
        _ => "comma",
    }
}
