//! Who writes, and who else is open. Both locks go with the process, however it ends: nothing is ever to be unlocked by
//! hand.

use std::fs::File;
use std::io::{self, Seek, Write};
use std::path::Path;
use std::process;
use std::thread;
use std::time::Duration;

use super::disk::{Disk, beside};
use super::save_error::Refusal;

/// The lock of whoever writes.
const WRITING: &str = "lock";
/// The lock of whoever has the book open.
const OPEN: &str = "open";
/// What the locks of a book are called behind its name.
pub(super) const LOCKS: [&str; 2] = [WRITING, OPEN];

/// How often the lock is asked for, and how long is waited in between: together as long as a slow disk takes to write.
const TRIES: u32 = 500;
const PAUSE: Duration = Duration::from_millis(10);

/// The right to write, from the comparison with what stands there until the new file is in its place. Every program
/// that writes a book takes it; the file stays, because a lock on a file that others may have deleted protects nothing.
#[derive(Debug)]
pub(super) struct WriteLock(
    #[expect(dead_code, reason = "held, and let go when it is dropped")] Option<File>,
);

impl WriteLock {
    /// Waits for the lock of a file.
    pub(super) fn take(disk: &dyn Disk, target: &Path) -> Result<Self, Refusal> {
        let path = beside(target, WRITING);
        for _ in 0..TRIES {
            match disk.lock(&path) {
                Ok(Some(file)) => {
                    sign(&file);
                    return Ok(Self(Some(file)));
                }
                Ok(None) => thread::sleep(PAUSE),
                // Some network file systems know no locks: the comparison with what stands there is left.
                Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(Self(None)),
                Err(error) => return Err(Refusal::Failed("taking its lock", error)),
            }
        }
        Err(Refusal::Locked(holder(disk, &path)))
    }
}

/// Says that this program has the book open, for as long as it is held.
#[derive(Debug)]
pub struct Presence {
    #[expect(dead_code, reason = "held, and let go when it is dropped")]
    lock: Option<File>,
    /// Who else has it open, where somebody has: "process 123 on desk".
    pub other: Option<String>,
}

impl Presence {
    /// Notes that the file is open here, unless somebody else was first.
    pub(super) fn note(disk: &dyn Disk, target: &Path) -> Self {
        let path = beside(target, OPEN);
        // To know of each other is a help, not a need: what fails here stops nobody.
        let lock = disk.lock(&path);
        let other = matches!(lock, Ok(None)).then(|| holder(disk, &path));
        let lock = lock.ok().flatten();
        if let Some(file) = &lock {
            sign(file);
        }
        Self { lock, other }
    }
}

/// Writes who holds a lock into its file: for people, nothing depends on it.
fn sign(mut file: &File) {
    let host = rustix::system::uname();
    let host = host.nodename().to_string_lossy();
    let _ = file.set_len(0);
    let _ = file.rewind();
    let _ = write!(file, "process {} on {host}", process::id());
}

fn holder(disk: &dyn Disk, lock: &Path) -> String {
    let said = disk.read(lock, 200).unwrap_or_default();
    match String::from_utf8_lossy(&said).trim() {
        "" => "another program".to_owned(),
        said => said.to_owned(),
    }
}
