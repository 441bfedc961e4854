//! Tags in a line: those that are added, and behind a minus those that go.

use super::book::Book;
use super::contact::ContactId;
use super::query::tagged;
use super::redacted::redacted;
use super::search::folded;

/// Tags to be added and to be taken away.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Tagging {
    /// Those that are added.
    pub add: Vec<String>,
    /// Those that go.
    pub remove: Vec<String>,
}

redacted!(Tagging:; add, remove);

impl Tagging {
    /// Reads a line: `ny "trade fair" -old`, with commas between the tags or without. A tag that somebody has already is meant as it is written there.
    #[must_use]
    pub fn read(text: &str, book: &Book) -> Self {
        let mut tagging = Self::default();
        for (is_negated, tag) in tagged(&parted(text)) {
            let written = all(book)
                .into_iter()
                .find(|one| folded(one) == folded(&tag));
            let tag = written.unwrap_or(tag);
            if is_negated {
                tagging.remove.push(tag);
            } else {
                tagging.add.push(tag);
            }
        }
        tagging
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.remove.is_empty()
    }

    /// "ny, -old".
    #[must_use]
    pub fn says(&self) -> String {
        let gone = self.remove.iter().map(|tag| format!("-{tag}"));
        let all: Vec<String> = self.add.iter().cloned().chain(gone).collect();
        all.join(", ")
    }

    /// Does so to people of the book.
    pub fn apply(&self, book: &mut Book, people: &[ContactId]) {
        let is_same = |one: &str, other: &str| folded(one) == folded(other);
        for id in people {
            book.contacts.change(*id, |contact| {
                let goes = |tag: &String| self.remove.iter().any(|one| is_same(one, tag));
                contact.tags.retain(|tag| !goes(tag));
                for tag in &self.add {
                    if !contact.tags.iter().any(|one| is_same(one, tag)) {
                        contact.tags.push(tag.clone());
                    }
                }
            });
        }
    }
}

/// The line with a space for each comma that parts tags, as one does in the form of a person.
fn parted(text: &str) -> String {
    let mut is_quoted = false;
    let parts = text.chars().map(|letter| {
        is_quoted ^= letter == '"';
        if letter == ',' && !is_quoted {
            ' '
        } else {
            letter
        }
    });
    parts.collect()
}

/// Every tag of anybody, once.
#[must_use]
pub fn all(book: &Book) -> Vec<String> {
    let tags = book.contacts.iter().flat_map(|contact| &contact.tags);
    let mut tags: Vec<String> = tags.cloned().collect();
    tags.sort_by_cached_key(|tag| folded(tag));
    tags.dedup_by_key(|tag| folded(tag));
    tags
}
