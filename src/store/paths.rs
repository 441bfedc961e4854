//! Where the files stand when nobody says otherwise: the XDG folders, on every system.

use std::fmt;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use etcetera::base_strategy::{BaseStrategy, Xdg};

/// The book: `$XDG_DATA_HOME/goodword/book.ron`, by default `~/.local/share/goodword/book.ron`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn book() -> Result<PathBuf, NoHome> {
    Ok(folders()?.data_dir().join("goodword").join("book.ron"))
}

/// The configuration: `$XDG_CONFIG_HOME/goodword/config.ron`, by default `~/.config/goodword/config.ron`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn config() -> Result<PathBuf, NoHome> {
    Ok(folders()?.config_dir().join("goodword").join("config.ron"))
}

/// The templates that stand in the place of those that came with Goodword: `messages` beside the configuration.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn templates() -> Result<PathBuf, NoHome> {
    Ok(config()?.with_file_name("messages"))
}

/// Where messages are written to: `$XDG_STATE_HOME/goodword/messages`, by default
/// `~/.local/state/goodword/messages`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn messages() -> Result<PathBuf, NoHome> {
    let state = folders()?.state_dir().ok_or(NoHome)?;
    Ok(state.join("goodword").join("messages"))
}

/// Where a book is copied to that could not be saved: `$XDG_STATE_HOME/goodword/emergency`, by default
/// `~/.local/state/goodword/emergency`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn emergency() -> Result<PathBuf, NoHome> {
    let state = folders()?.state_dir().ok_or(NoHome)?;
    Ok(state.join("goodword").join("emergency"))
}

/// Where a long text lies while the user's own editor has it: `$XDG_STATE_HOME/goodword/editing`, by default
/// `~/.local/state/goodword/editing`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn editing() -> Result<PathBuf, NoHome> {
    Ok(messages()?.with_file_name("editing"))
}

/// Where it is kept what nobody finished typing before the program was ended: `$XDG_STATE_HOME/goodword/unfinished`, by
/// default `~/.local/state/goodword/unfinished`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn unfinished() -> Result<PathBuf, NoHome> {
    Ok(messages()?.with_file_name("unfinished"))
}

/// The folder of all backups: `$XDG_STATE_HOME/goodword/backups`, by default `~/.local/state/goodword/backups`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn backups() -> Result<PathBuf, NoHome> {
    Ok(messages()?.with_file_name("backups"))
}

/// What is remembered from one time to the next beside the book: `$XDG_STATE_HOME/goodword`, by default
/// `~/.local/state/goodword`.
///
/// # Errors
/// [`NoHome`] where the home folder is not known.
pub fn state() -> Result<PathBuf, NoHome> {
    let state = folders()?.state_dir().ok_or(NoHome)?;
    Ok(state.join("goodword"))
}

/// The permission bits of what stands at a path, 0 to 0o777, links followed; `None` where nothing does.
#[must_use]
pub fn mode(path: &Path) -> Option<u32> {
    let found = fs::metadata(path).ok()?;
    Some(found.permissions().mode() & 0o777)
}

/// Nothing says where the home folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHome;

fn folders() -> Result<Xdg, NoHome> {
    Xdg::new().map_err(|_| NoHome)
}

impl fmt::Display for NoHome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "The home folder is not known: set HOME, or say where the book is: goodword --book FILE",
        )
    }
}

impl std::error::Error for NoHome {}
