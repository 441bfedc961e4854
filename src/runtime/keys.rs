//! The keys that the configuration gives to commands.

use crate::app::keymap::{Change, Keymap};
use crate::store::config::Config;

/// The keys in force under a configuration; where it makes no sense, the table as it is and what is wrong, to be said.
#[must_use]
pub fn keymap(config: &Config) -> (Keymap, Option<String>) {
    let entries = config.keys.0.iter();
    let changes: Vec<Change> = entries
        .map(|entry| Change {
            command: entry.command.clone(),
            keys: entry.keys.clone(),
            line: entry.line,
        })
        .collect();
    match Keymap::with(&changes) {
        Ok(keymap) => (keymap, None),
        Err(wrong) => {
            let first = wrong.first().map_or("", String::as_str);
            let more = match wrong.len() {
                0 | 1 => String::new(),
                many => format!(" (and {} more)", many - 1),
            };
            let said = format!("config.ron, {first}{more}. The usual keys stay");
            (Keymap::default(), Some(said))
        }
    }
}
