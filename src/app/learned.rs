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
    /// What was known already when the program began, by the names of the commands.
    #[must_use]
    pub fn before<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let known = names.filter_map(Command::named);
        let used = known.map(|command| (command.name(), TUNING.uses_until_known));
        Self {
            used: used.collect(),
        }
    }

    /// Whether the user knows the key of a command.
    #[must_use]
    pub fn knows(&self, command: Command) -> bool {
        let used = self.used.get(command.name());
        used.is_some_and(|used| *used >= TUNING.uses_until_known)
    }

    /// Notes that a command was used; says whether it is known from now on.
    pub(super) fn note(&mut self, command: Command) -> bool {
        let used = self.used.entry(command.name()).or_default();
        *used = used.saturating_add(1);
        *used == TUNING.uses_until_known
    }
}
