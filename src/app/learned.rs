//! Which keys the user knows by now: their hints make room for the next ones.

use std::collections::BTreeMap;

use super::keymap::Command;
use crate::domain::tuning::TUNING;

/// How often each command was used.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    used: BTreeMap<&'static str, u32>,
}

impl Learned {
    /// Whether the user knows the key of a command.
    #[must_use]
    pub fn knows(&self, command: Command) -> bool {
        let used = self.used.get(command.name());
        used.is_some_and(|used| *used >= TUNING.uses_until_known)
    }

    /// Notes that a command was used.
    pub(super) fn note(&mut self, command: Command) {
        let used = self.used.entry(command.name()).or_default();
        *used = used.saturating_add(1);
    }
}
