//! Other keys for commands, as `config.ron` has them: names and keys are text here, and mean nothing yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::redacted::redacted;

/// Other keys for commands, as `config.ron` has them: `{ "told": ["T"], "draft.told": ["s"] }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Keys(pub Vec<OtherKeys>);

/// Other keys for one command.
#[derive(Clone, PartialEq, Eq)]
pub struct OtherKeys {
    /// The name of the command, or of a place and the command.
    pub command: String,
    /// The keys.
    pub keys: Vec<String>,
    /// The line where that is written, counted from 1.
    pub line: Option<usize>,
}

redacted!(OtherKeys: line; command, keys);

type Written = BTreeMap<String, Vec<String>>;

impl From<Written> for Keys {
    fn from(written: Written) -> Self {
        let entries = written.into_iter().map(|(command, keys)| OtherKeys {
            command,
            keys,
            line: None,
        });
        Self(entries.collect())
    }
}

impl From<Keys> for Written {
    fn from(keys: Keys) -> Self {
        let entries = keys.0.into_iter();
        entries.map(|entry| (entry.command, entry.keys)).collect()
    }
}

impl Keys {
    /// The same, each with the line of a file where its name stands first.
    pub(super) fn found_in(self, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let line = |command: &str| {
            let name = format!("\"{command}\"");
            let at = text.lines().position(|line| line.contains(&name))?;
            Some(at + 1)
        };
        let entries = self.0.into_iter().map(|entry| OtherKeys {
            line: line(&entry.command),
            ..entry
        });
        Self(entries.collect())
    }
}
