//! The templates in use: those that came with the program, and those that the user put in their place.

use std::collections::HashMap;

use super::kind::Kind;
use super::template::{Filled, Template, Values};

/// The templates in use.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    own: HashMap<Kind, Template>,
    refused: HashMap<Kind, String>,
}

impl Templates {
    /// Takes a template of the user's.
    pub fn replace(&mut self, kind: Kind, template: Template) {
        self.own.insert(kind, template);
    }

    /// Notes why a template of the user's is not used, in sentences.
    pub fn refuse(&mut self, kind: Kind, why: String) {
        self.refused.insert(kind, why);
    }

    /// Why the user's template of this kind is not used, where there is one that cannot be.
    #[must_use]
    pub fn refusal(&self, kind: Kind) -> Option<&str> {
        self.refused.get(&kind).map(String::as_str)
    }

    /// All refusals, in the order of the kinds.
    pub fn refusals(&self) -> impl Iterator<Item = &str> {
        Kind::ALL.into_iter().filter_map(|kind| self.refusal(kind))
    }

    /// A message of a kind.
    pub(super) fn fill(&self, kind: Kind, values: &Values) -> Filled {
        match self.own.get(&kind) {
            Some(template) => template.fill(values),
            // A test keeps a built-in one from being shipped broken; without words, a message is empty.
            None => kind.parse(kind.built_in()).map_or_else(
                |_| Filled {
                    subject: String::new(),
                    text: String::new(),
                },
                |template| template.fill(values),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_template_can_be_read_and_lists_its_placeholders() {
        for kind in Kind::ALL {
            let text = kind.built_in();
            assert!(
                kind.parse(text).is_ok(),
                "{}: {:?}",
                kind.file(),
                kind.parse(text)
            );
            for placeholder in kind.placeholders() {
                let note = text.lines().next().unwrap_or_default();
                assert!(
                    note.contains(&format!("{{{placeholder}}}")),
                    "{}",
                    kind.file()
                );
            }
        }
    }
}
