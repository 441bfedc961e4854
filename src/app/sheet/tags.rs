//! A line of tags for one person or for all that are marked.

use tui_input::Input;

use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::search::folded;
use crate::domain::tags::all;

/// A line of tags being typed.
#[derive(Clone)]
pub struct TagsLine {
    /// What was typed.
    pub input: Input,
    /// Whom it is about.
    pub people: Vec<ContactId>,
    /// Every tag that somebody has.
    known: Vec<String>,
}

impl TagsLine {
    /// An empty line about these people.
    #[must_use]
    pub fn new(people: Vec<ContactId>, book: &Book) -> Self {
        Self {
            input: Input::default(),
            people,
            known: all(book),
        }
    }

    /// The tags that the word being typed may become.
    #[must_use]
    pub fn offered(&self) -> Vec<&str> {
        let begun = folded(self.begun());
        let known = self.known.iter().map(String::as_str);
        known
            .filter(|tag| folded(tag).starts_with(&begun))
            .collect()
    }

    /// Puts the first tag that is offered in the place of the word being typed.
    pub(in crate::app) fn complete(&mut self) {
        let begun = self.begun();
        let Some(tag) = self
            .offered()
            .first()
            .copied()
            .filter(|_| !begun.is_empty())
        else {
            return;
        };
        let kept = self.input.value();
        let kept = kept.get(..kept.len() - begun.len()).unwrap_or("");
        let tag = if tag.contains(char::is_whitespace) {
            format!("\"{tag}\"")
        } else {
            tag.to_owned()
        };
        self.input = Input::new(format!("{kept}{tag} "));
    }

    fn begun(&self) -> &str {
        let typed = self.input.value();
        let parts = |letter: char| letter.is_whitespace() || letter == ',';
        let last = typed.rsplit(parts).next().unwrap_or("");
        last.trim_start_matches(['-', '"'])
    }
}
