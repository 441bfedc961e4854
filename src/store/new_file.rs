//! A new file for its owner only, never in the place of another one.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Disk;

/// As many files of one name as anybody would have.
const MOST: u32 = 999;

/// Writes a text to a new file in a folder, which is made where it is missing; numbers the name where it is taken, and
/// says what it became.
pub(super) fn write(
    disk: &dyn Disk,
    folder: &Path,
    name: &str,
    extension: &str,
    text: &str,
) -> io::Result<PathBuf> {
    disk.create_folder(folder)?;
    for number in 1..=MOST {
        let file = match number {
            1 => format!("{name}.{extension}"),
            _ => format!("{name}-{number}.{extension}"),
        };
        let path = folder.join(file);
        let mut draft = disk.create_draft(&path)?;
        disk.write(&mut draft, text.as_bytes())?;
        disk.sync(&draft)?;
        match disk.place_new(draft, &path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            Ok(()) => {
                disk.sync_folder(folder)?;
                return Ok(path);
            }
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
