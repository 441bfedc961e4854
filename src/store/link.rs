//! Where a path leads in the end: symbolic links are followed by hand, because a rename would replace the link itself,
//! and the system's own way fails on a link to a file that does not exist yet.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Disk, Entry, EntryKind, folder_of};

/// As many links as Linux follows before it calls them a loop.
const MOST_LINKS: usize = 40;

/// The end of a chain of links.
#[derive(Debug)]
pub(super) struct Target {
    /// The path of the file itself.
    pub(super) path: PathBuf,
    /// What stands there; `None` where nothing does.
    pub(super) entry: Option<Entry>,
    /// Whether the path that was asked for is a link.
    pub(super) by_link: bool,
}

/// Why a path leads nowhere.
#[derive(Debug)]
pub(super) enum LeadsNowhere {
    /// The links lead back to themselves.
    Loop,
    /// The system says no.
    Failed(io::Error),
}

/// Follows a path to the file that it means.
pub(super) fn follow(disk: &dyn Disk, path: &Path) -> Result<Target, LeadsNowhere> {
    let mut end = path.to_owned();
    for links in 0..=MOST_LINKS {
        let by_link = links > 0;
        match disk.entry(&end) {
            Ok(entry) if entry.kind == EntryKind::Link => {
                let next = disk.link_target(&end).map_err(LeadsNowhere::Failed)?;
                // An absolute target replaces the whole path.
                end = folder_of(&end).join(next);
            }
            Ok(entry) => {
                return Ok(Target {
                    path: end,
                    entry: Some(entry),
                    by_link,
                });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Target {
                    path: end,
                    entry: None,
                    by_link,
                });
            }
            Err(error) => return Err(LeadsNowhere::Failed(error)),
        }
    }
    Err(LeadsNowhere::Loop)
}

/// Whether the folder of a path is there.
pub(super) fn has_folder(disk: &dyn Disk, path: &Path) -> bool {
    disk.entry(folder_of(path)).is_ok()
}
