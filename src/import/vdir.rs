//! Cards of a folder that is kept in step with the book, each with what it held when it was last read or written.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::watch::Watch;
use super::{Refused, blocks, decode, vcard};
use crate::domain::clean;
use crate::domain::import_plan::{Card, Findings, InStep, Last};
use crate::store::disk::RealDisk;
use crate::store::vdir::{self, Base};

/// The card of a text that holds one card and nothing else; `None` where it holds none, a broken one or several.
#[must_use]
pub fn card(file: &str, bytes: &[u8]) -> Option<Card> {
    let text = decode::decode(bytes);
    let blocks = blocks::blocks(&text, "VCARD");
    if blocks.len() != 1 || !blocks.iter().all(|one| one.is_whole) {
        return None;
    }
    let mut alone = |_| ControlFlow::Continue(());
    let mut watch = Watch::over(bytes.len() as u64, &mut alone);
    vcard::read(file, &text, &mut watch).0.cards.pop()
}

/// Tells the cards that were found in folders that are kept in step what they held before, and notes those that have
/// gone. A folder is kept in step once something was exported into it; `named` are those that were asked for whole.
///
/// A folder of which the base cannot be read is refused whole: without it, what was taken out of the book or the folder
/// would come back.
pub(super) fn compare(findings: &mut Findings, named: &[PathBuf]) -> Vec<Refused> {
    let parents = findings.cards.iter().filter_map(folder_of);
    let named = named.iter().filter(|path| path.is_dir());
    let folders: BTreeSet<PathBuf> = parents
        .chain(named.map(PathBuf::as_path))
        .map(plain)
        .collect();
    let mut refused = Vec::new();
    for folder in folders {
        match vdir::base(&RealDisk, &folder) {
            Ok(None) => {}
            Ok(Some(base)) => {
                tell(findings, &folder, &base);
                note_gone(findings, &folder, &base);
            }
            Err(error) => {
                let is_elsewhere = |card: &Card| folder_of(card).map(plain) != Some(folder.clone());
                findings.cards.retain(is_elsewhere);
                refused.push(Refused(error));
            }
        }
    }
    refused
}

/// The folder of the file that a card stands in; none for what has no file of its own.
fn folder_of(card: &Card) -> Option<&Path> {
    Path::new(&card.place.file).parent()
}

/// A path as the other ways to write it are, too: `here`, `here/` and `./here`.
fn plain(path: &Path) -> PathBuf {
    let path: PathBuf = path.components().collect();
    if path.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        path
    }
}

fn tell(findings: &mut Findings, folder: &Path, base: &Base) {
    for card in &mut findings.cards {
        let is_here = folder_of(card).is_some_and(|parent| plain(parent) == folder);
        let file = Path::new(&card.place.file)
            .file_name()
            .and_then(|name| name.to_str());
        if let (true, Some(file)) = (is_here, file.map(str::to_owned)) {
            let last = base.get(&file).cloned();
            card.in_step = Some(InStep {
                folder: folder.to_owned(),
                file,
                last,
            });
        }
    }
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
