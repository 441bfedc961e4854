//! What I set outside the book, because it belongs to me and not to what the book says.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Opened;
use super::decode::{self, Wrong};
use super::disk::RealDisk;
use super::keys::Keys;
use super::open;
use super::open_error::{OpenError, Role};
use crate::domain::import_plan::Mapping;
use crate::domain::preferences::{DateStyle, FirstDay, Preferences, Theme};

/// The configuration, as it stands in `config.ron`. Goodword never writes it. Everything in it may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// My own e-mail addresses: by them a calendar's invites are told from other people's.
    pub me: Vec<String>,
    /// The colours of the screen.
    pub theme: Theme,
    /// Whether marks and borders are in ASCII; by default where the terminal is not known to have others.
    pub ascii: Option<bool>,
    /// Whether the mouse selects and scrolls.
    pub mouse: bool,
    /// The day on which a week begins.
    pub first_day: FirstDay,
    /// How a day is written.
    pub date_style: DateStyle,
    /// The paces that are offered, in days.
    pub paces: Vec<NonZeroU32>,
    /// The hours a week for promises that a new book begins with. From then on the book says it itself.
    pub weekly_hours: u16,
    /// After how many minutes without a key names are hidden; 0 for never.
    pub hide_after_minutes: u32,
    /// The program that opens mail, and what it is called with before the address; by default the one of the system.
    pub mail: Vec<String>,
    /// The folder that messages are written to; by default one in the state folder.
    pub messages_to: Option<PathBuf>,
    /// How tables of people are read whose columns go by other names, each by a name of its own.
    pub tables: BTreeMap<String, Mapping>,
    /// Other keys for commands, by the name of the command; see [`super::keys::Keys`].
    pub keys: Keys,
}

impl Default for Config {
    fn default() -> Self {
        let Preferences {
            first_day,
            date_style,
            paces,
        } = Preferences::default();
        Self {
            me: Vec::new(),
            theme: Theme::default(),
            ascii: None,
            mouse: true,
            first_day,
            date_style,
            paces,
            weekly_hours: 4,
            hide_after_minutes: 5,
            mail: Vec::new(),
            messages_to: None,
            tables: BTreeMap::new(),
            keys: Keys::default(),
        }
    }
}

impl Config {
    /// Reads the configuration at a path. A file that is not there, or says nothing, is the default.
    ///
    /// # Errors
    /// [`OpenError`] for a file that cannot be read or says what Goodword does not know: with the place.
    pub fn read(path: &Path) -> Result<Self, OpenError> {
        match open::read(&RealDisk, path, Role::Config)? {
            None => Ok(Self::default()),
            Some(content) => {
                parse(&content.bytes).map_err(|wrong| OpenError::new(path, Role::Config, wrong))
            }
        }
    }

    /// Reads as much of the configuration as can be read: a field in a line of its own that makes no sense is left out.
    /// Says what is wrong, with the line, where something is.
    #[must_use]
    pub fn read_what_can_be(path: &Path) -> (Self, Option<String>) {
        let mut bytes = match open::read(&RealDisk, path, Role::Config) {
            Ok(content) => content.map_or_else(Vec::new, |content| content.bytes),
            Err(error) => return (Self::default(), Some(error.brief())),
        };
        let mut first = None;
        loop {
            let wrong = match parse(&bytes) {
                Ok(config) => return (config, first.map(|said| format!("{said} The rest holds."))),
                Err(wrong) => wrong,
            };
            let line = wrong.line();
            let said = OpenError::new(path, Role::Config, wrong).brief();
            let said = first.get_or_insert(said);
            match line.and_then(|line| without_field(&bytes, line)) {
                Some(rest) => bytes = rest,
                None => return (Self::default(), Some(format!("{said} It is done without."))),
            }
        }
    }

    /// What of it the screens go by.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        Preferences {
            first_day: self.first_day,
            date_style: self.date_style,
            paces: self.paces.clone(),
        }
    }

    /// Gives a book that is only just beginning the hours that stand here.
    pub fn begin(&self, opened: &mut Opened) {
        if opened.is_new {
            let settings = Arc::make_mut(&mut opened.book.settings);
            settings.weekly_minutes = u32::from(self.weekly_hours) * 60;
        }
    }
}

fn parse(bytes: &[u8]) -> Result<Config, Wrong> {
    match decode::value::<Config>(bytes) {
        Err(Wrong::Empty) => Ok(Config::default()),
        read => read.map(|config| Config {
            keys: config.keys.found_in(bytes),
            ..config
        }),
    }
}

/// The text with a line blanked, where a whole field stands in it and nothing else.
fn without_field(bytes: &[u8], line: usize) -> Option<Vec<u8>> {
    let text = str::from_utf8(bytes).ok()?;
    let is_field = |text: &str| {
        let text = text.split("//").next().unwrap_or_default().trim();
        let named = text.split_once(':');
        let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || c == '_');
        let levels = |open, close| text.matches(open).count() == text.matches(close).count();
        text.ends_with(',')
            && named.is_some_and(|(name, _)| is_name(name))
            && levels('(', ')')
            && levels('[', ']')
    };
    let lines = text.lines().enumerate();
    let mut is_blanked = false;
    let kept = lines.map(|(at, text)| {
        if at + 1 == line && is_field(text) {
            is_blanked = true;
            ""
        } else {
            text
        }
    });
    let kept: Vec<&str> = kept.collect();
    is_blanked.then(|| kept.join("\n").into_bytes())
}

/// The configuration while it is in use, looked at from time to time.
pub struct Watch {
    path: PathBuf,
    /// What stood there at the last look; or why it could not be read.
    seen: Result<Vec<u8>, String>,
    /// Whether it was another text than before at the last look: an editor may be in the midst of writing.
    is_new: bool,
}

impl Watch {
    /// Begins with what stands there now.
    #[must_use]
    pub fn begin(path: PathBuf) -> Self {
        let seen = bytes(&path);
        Self {
            path,
            seen,
            is_new: false,
        }
    }

    /// What the configuration says, where that is something new since the last look; or what is wrong with it.
    pub fn look(&mut self) -> Option<Result<Config, String>> {
        let now = bytes(&self.path);
        if now != self.seen {
            self.seen = now;
            self.is_new = true;
            return None;
        }
        if !std::mem::take(&mut self.is_new) {
            return None;
        }
        Some(match &self.seen {
            Err(why) => Err(why.clone()),
            Ok(bytes) => parse(bytes)
                .map_err(|wrong| OpenError::new(&self.path, Role::Config, wrong).brief()),
        })
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    match open::read(&RealDisk, path, Role::Config) {
        Ok(content) => Ok(content.map_or_else(Vec::new, |content| content.bytes)),
        Err(error) => Err(error.brief()),
    }
}
