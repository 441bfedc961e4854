//! What became of a folder of cards, in words.

use std::fmt;

use super::Outcome;
use crate::domain::clean;

/// How many names a line spells out.
const MOST_NAMES: usize = 10;

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let new = self
            .writes
            .iter()
            .filter(|write| write.before.is_none())
            .count();
        let changed = self.writes.len() - new;
        writeln!(f, "cards: {new} new, {changed} changed, {} same", self.same)?;
        line(
            f,
            "not written again, because their card was deleted in the folder (name one with --person to write it)",
            self.gone.iter().cloned(),
        )?;
        line(
            f,
            "left as it is, because the card cannot be changed in part (export it as vCard 3.0 or 4.0 in UTF-8)",
            self.unfit
                .iter()
                .map(|(name, file)| format!("{name} ({file})")),
        )?;
        line(
            f,
            "archived in the book, and the card stays in the folder",
            self.archived.iter().cloned(),
        )?;
        line(
            f,
            "in the book no more, and the card stays in the folder",
            self.ownerless.iter().cloned(),
        )?;
        self.doubled
            .iter()
            .try_for_each(|(name, kept, others)| doubled(f, name, kept, others))?;
        for (name, field, theirs) in &self.overruled {
            let theirs = match theirs.as_str() {
                "" => "nothing".to_owned(),
                theirs => format!("\"{}\"", clean::line(theirs)),
            };
            let (name, field) = (clean::line(name), field.replace('_', " "));
            writeln!(
                f,
                "{name}: {field} differed; the card said {theirs}, and says what the book says now"
            )?;
        }
        Ok(())
    }
}

/// Somebody with more cards than one, as after two were made one.
fn doubled(f: &mut fmt::Formatter<'_>, name: &str, kept: &str, others: &[String]) -> fmt::Result {
    let number = match others.len() {
        1 => "two".to_owned(),
        more => (more + 1).to_string(),
    };
    let (name, kept) = (clean::line(name), clean::line(kept));
    let others = clean::line(&others.join(", "));
    writeln!(
        f,
        "{name} has {number} cards in this folder ({kept}, {others}): only {kept} is written; delete {others} on the phone"
    )
}

fn line(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    names: impl ExactSizeIterator<Item = String>,
) -> fmt::Result {
    let count = names.len();
    if count == 0 {
        return Ok(());
    }
    let mut shown: Vec<String> = names
        .take(MOST_NAMES)
        .map(|name| clean::line(&name))
        .collect();
    if count > MOST_NAMES {
        shown.push(format!("{} more", count - MOST_NAMES));
    }
    writeln!(f, "{what}: {}", shown.join(", "))
}
