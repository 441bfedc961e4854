//! What I set outside the book, because it belongs to me and not to what the book says.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::decode;
use super::disk::RealDisk;
use super::keys::Keys;
use super::open;
use super::open_error::{OpenError, Role};

/// The configuration, as it stands in `config.ron`. Goodword never writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// My own e-mail addresses: by them a calendar's invites are told from other people's.
    #[serde(default)]
    pub me: Vec<String>,
    /// The program that opens mail, and what it is called with before the address; by default the one of the system.
    #[serde(default)]
    pub mail: Vec<String>,
    /// The folder that messages are written to; by default one in the state folder.
    #[serde(default)]
    pub messages_to: Option<PathBuf>,
    /// After how many minutes without a key names are hidden; 0 for never.
    #[serde(default = "five")]
    pub hide_after_minutes: u32,
    /// Other keys for commands, by the name of the command; see [`super::keys::Keys`].
    #[serde(default)]
    pub keys: Keys,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            me: Vec::new(),
            mail: Vec::new(),
            messages_to: None,
            hide_after_minutes: five(),
            keys: Keys::default(),
        }
    }
}

fn five() -> u32 {
    5
}

impl Config {
    /// Reads the configuration at a path. A file that is not there is the default.
    ///
    /// # Errors
    /// [`OpenError`] for a file that cannot be read or says what Goodword does not know: with the place.
    pub fn read(path: &Path) -> Result<Self, OpenError> {
        match open::read(&RealDisk, path, Role::Config)? {
            None => Ok(Self::default()),
            Some(content) => {
                let config: Self = decode::value(&content.bytes)
                    .map_err(|wrong| OpenError::new(path, Role::Config, wrong))?;
                Ok(Self {
                    keys: config.keys.found_in(&content.bytes),
                    ..config
                })
            }
        }
    }
}
