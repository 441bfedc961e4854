//! Cards of a folder that is kept in step with the book, each with what it held when it was last read or written.

use std::path::Path;

use super::{blocks, decode, vcard};
use crate::domain::clean;
use crate::domain::import_plan::{Card, Findings, Last, Shared};
use crate::store::disk::RealDisk;
use crate::store::vdir::{self, Base};

/// The card of a text that holds one card and nothing else; `None` where it holds none, a broken one or several.
#[must_use]
pub fn card(file: &str, bytes: &[u8]) -> Option<Card> {
    let text = decode::decode(bytes);
    let blocks = blocks::blocks(&text, "VCARD");
    match blocks.as_slice() {
        [one] if one.is_whole => vcard::read(file, &blocks).cards.pop(),
        _ => None,
    }
}

/// Tells the cards that were found in a folder what they held before, and notes those that have gone. A folder into
/// which nothing was ever exported is none of this.
///
/// # Errors
/// In words, for a base that cannot be read.
pub fn compare(findings: &mut Findings, folder: &Path) -> Result<(), String> {
    let Some(base) = vdir::base(&RealDisk, folder)? else {
        return Ok(());
    };
    let here = clean::line(&folder.display().to_string());
    let here = here.trim_end_matches('/');
    for card in &mut findings.cards {
        let path = Path::new(&card.place.file);
        let is_here = path
            .parent()
            .is_some_and(|parent| parent == Path::new(here));
        let file = path.file_name().and_then(|name| name.to_str());
        if let (true, Some(file)) = (is_here, file) {
            card.shared = Some(Shared {
                folder: folder.to_owned(),
                file: file.to_owned(),
                last: base.get(file).cloned(),
            });
        }
    }
    note_gone(findings, folder, &base);
    Ok(())
}

/// What has gone is said once; whoever it was stays in the book.
fn note_gone(findings: &mut Findings, folder: &Path, base: &Base) {
    let has_gone =
        |(file, last): &(&String, &Last)| !last.gone && !folder.join(file.as_str()).exists();
    for (file, last) in base.iter().filter(has_gone) {
        findings.gone.push((folder.to_owned(), file.clone()));
        let (name, file) = (clean::line(&last.held.name), clean::line(file));
        findings.remarks.push(format!(
            "{name}: the card has gone from the folder ({file}); the book keeps what it has"
        ));
    }
}
