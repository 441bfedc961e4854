//! Tables of people: CSV of `LinkedIn`, Google (old and new), Outlook, Goodword itself, and any other whose columns are
//! known by their names or by a mapping.

mod birthday;
mod head;
mod known;
mod records;
mod row;
mod shifted;
mod table;

use head::{Found, Head};
use table::Table;

use super::blocks::{Block, blocks};
use super::vcard;
use super::watch::Watch;
use crate::domain::import_plan::{Findings, Mappings};

/// Reads the people of a table; `None` for a text that is none. A card that stands in it is read as one.
///
/// # Errors
/// The reason, and what to do, for a table of which no column is known.
pub(super) fn read(
    file: &str,
    text: &str,
    mappings: &Mappings,
    watch: &mut Watch<'_>,
) -> Result<Option<Findings>, String> {
    let head = match Head::find(text, mappings) {
        Found::Head(head) => head,
        Found::Unknown(reason) if mappings.asked.is_some() || is_named_table(file) => {
            return Err(reason);
        }
        Found::Unknown(_) | Found::NoTable => return Ok(None),
    };
    let cards = blocks(text, "VCARD");
    let mut findings = Findings::default();
    for card in &cards {
        let (found, _) = vcard::read_at(file, card.line, card.text, watch);
        findings.extend(found);
    }
    let rows = without(text, &cards);
    Ok(Some(Table::new(file, &head, findings).read(&rows, watch)))
}

fn is_named_table(file: &str) -> bool {
    let end = file.rsplit('.').next().unwrap_or_default();
    ["csv", "tsv", "tab"]
        .iter()
        .any(|known| end.eq_ignore_ascii_case(known))
}

/// The text without the cards in it, each line where it was.
fn without(text: &str, cards: &[Block<'_>]) -> String {
    let mut rest = text;
    let mut kept = String::with_capacity(text.len());
    for card in cards {
        let Some((before, _)) = rest.split_once(card.text) else {
            continue;
        };
        kept.push_str(before);
        kept.extend(card.text.matches('\n'));
        rest = rest
            .get(before.len() + card.text.len()..)
            .unwrap_or_default();
    }
    kept.push_str(rest);
    kept
}
