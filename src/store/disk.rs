//! The file system as the store sees it: every call that can fail, behind one trait, so that tests can let each fail.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use tempfile::NamedTempFile;

/// How the names of unfinished files end.
const DRAFT_SUFFIX: &str = ".tmp";

/// The most bytes of a file's name that the name of its draft repeats.
const LONGEST_NAME: usize = 100;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// A file, a folder, a link or something else.
    pub kind: EntryKind,
    /// The size in bytes.
    pub size: u64,
    /// The permission bits, 0 to 0o777.
    pub mode: u32,
    /// What every write changes.
    pub stamp: Stamp,
}

/// What every write to a file changes, and every file that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Which file it is.
    inode: u64,
    /// When its bytes last changed, in seconds and nanoseconds of the system's clock.
    modified: (i64, i64),
    /// The same for whatever is known of it: unlike the former it cannot be set.
    changed: (i64, i64),
}

/// What kind of thing stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, not followed.
    Link,
    /// A pipe, a device or the like.
    Other,
}

/// The calls that the store makes to the file system.
#[expect(
    clippy::missing_errors_doc,
    reason = "each call fails as the file system says"
)]
pub trait Disk: fmt::Debug + Send {
    /// What stands at a path; a symbolic link is not followed.
    fn entry(&self, path: &Path) -> io::Result<Entry>;
    /// Where a symbolic link points.
    fn link_target(&self, link: &Path) -> io::Result<PathBuf>;
    /// A file's bytes, at most so many of them.
    fn read(&self, file: &Path, most: u64) -> io::Result<Vec<u8>>;
    /// Makes a folder and those above it that are missing, for nobody but the owner (0700), and makes them last.
    fn create_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a new empty file beside the one that it is to become, for nobody but the owner from its first moment (0600).
    /// It goes away when it is dropped.
    fn create_draft(&self, target: &Path) -> io::Result<NamedTempFile>;
    /// Writes all bytes.
    fn write(&self, draft: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()>;
    /// Sets the permission bits.
    fn set_mode(&self, draft: &NamedTempFile, mode: u32) -> io::Result<()>;
    /// Waits until the bytes are on the disk.
    fn sync(&self, draft: &NamedTempFile) -> io::Result<()>;
    /// The bytes as the file system has them now.
    fn read_back(&self, draft: &NamedTempFile) -> io::Result<Vec<u8>>;
    /// Gives the draft a lasting name, in the place of what stood there.
    fn name_draft(&self, draft: NamedTempFile, name: &Path) -> io::Result<()>;
    /// Lets two files change places, in one step. [`io::ErrorKind::Unsupported`] where the file system cannot.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Puts a file in the place of another one, in one step.
    fn rename(&self, file: &Path, target: &Path) -> io::Result<()>;
    /// Lets nobody but the owner read a file, nor write to it.
    fn close_to_others(&self, file: &Path) -> io::Result<()> {
        std::fs::set_permissions(file, Permissions::from_mode(0o600))
    }
    /// Puts the draft where no file is, in one step; fails with [`io::ErrorKind::AlreadyExists`] where there is one.
    fn place_new(&self, draft: NamedTempFile, target: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Takes the lock that a file stands for, and makes the file where it is missing (0600); `None` while another one
    /// holds it. The lock goes with the file that comes back, or with the process.
    fn lock(&self, file: &Path) -> io::Result<Option<File>>;
    /// Opens a file so that it can be read on whatever becomes of its name.
    fn hold(&self, file: &Path) -> io::Result<File>;
    /// All bytes of a file that is held, at most so many of them.
    fn read_held(&self, file: &File, most: u64) -> io::Result<Vec<u8>>;
    /// The paths of everything in a folder, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Takes a file's name away for good; a link is not followed.
    fn remove(&self, file: &Path) -> io::Result<()>;
}

/// The file system of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let found = fs::symlink_metadata(path)?;
        let kind = match found.file_type() {
            kind if kind.is_file() => EntryKind::File,
            kind if kind.is_dir() => EntryKind::Folder,
            kind if kind.is_symlink() => EntryKind::Link,
            _ => EntryKind::Other,
        };
        Ok(Entry {
            kind,
            size: found.len(),
            mode: found.permissions().mode() & 0o777,
            stamp: Stamp {
                inode: found.ino(),
                modified: (found.mtime(), found.mtime_nsec()),
                changed: (found.ctime(), found.ctime_nsec()),
            },
        })
    }

    fn link_target(&self, link: &Path) -> io::Result<PathBuf> {
        fs::read_link(link)
    }

    fn read(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        all(&File::open(file)?, most)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            match DirBuilder::new().mode(0o700).create(folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                result => result?,
            }
            self.sync_folder(folder_of(folder))?;
        }
        Ok(())
    }

    fn create_draft(&self, target: &Path) -> io::Result<NamedTempFile> {
        tempfile::Builder::new()
            .prefix(&draft_prefix(target))
            .suffix(DRAFT_SUFFIX)
            .permissions(Permissions::from_mode(0o600))
            .tempfile_in(folder_of(target))
    }

    fn write(&self, draft: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        draft.write_all(bytes)
    }

    fn set_mode(&self, draft: &NamedTempFile, mode: u32) -> io::Result<()> {
        draft
            .as_file()
            .set_permissions(Permissions::from_mode(mode))
    }

    fn sync(&self, draft: &NamedTempFile) -> io::Result<()> {
        draft.as_file().sync_all()
    }

    fn read_back(&self, draft: &NamedTempFile) -> io::Result<Vec<u8>> {
        fs::read(draft.path())
    }

    fn name_draft(&self, draft: NamedTempFile, name: &Path) -> io::Result<()> {
        draft.persist(name).map(drop).map_err(|lost| lost.error)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| {
            let error = io::Error::from(error);
            match error.kind() {
                // What a file system says that has never heard of it.
                io::ErrorKind::InvalidInput => io::ErrorKind::Unsupported.into(),
                _ => error,
            }
        })
    }

    fn rename(&self, file: &Path, target: &Path) -> io::Result<()> {
        fs::rename(file, target)
    }

    fn place_new(&self, draft: NamedTempFile, target: &Path) -> io::Result<()> {
        draft
            .persist_noclobber(target)
            .map(drop)
            .map_err(|lost| lost.error)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn lock(&self, file: &Path) -> io::Result<Option<File>> {
        let lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(file)?;
        match lock.try_lock() {
            Ok(()) => Ok(Some(lock)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn hold(&self, file: &Path) -> io::Result<File> {
        File::open(file)
    }

    fn read_held(&self, mut file: &File, most: u64) -> io::Result<Vec<u8>> {
        file.rewind()?;
        all(file, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect()
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        fs::remove_file(file)
    }
}

/// The bytes of a file from where it stands, at most so many of them, in a buffer that need not grow.
fn all(file: &File, most: u64) -> io::Result<Vec<u8>> {
    let size = file.metadata()?.len().min(most);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    file.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// How the name of a file's drafts begins: what is left of a save that was killed can be known by it.
pub(super) fn draft_prefix(target: &Path) -> OsString {
    let name = name_of(target);
    let short: String = name
        .char_indices()
        .take_while(|(at, _)| *at < LONGEST_NAME)
        .map(|(_, char)| char)
        .collect();
    format!(".{short}-").into()
}

/// Whether a name is that of a draft of this file.
pub(super) fn is_draft(name: &str, target: &Path) -> bool {
    name.starts_with(&*draft_prefix(target).to_string_lossy()) && name.ends_with(DRAFT_SUFFIX)
}

/// Whether a name is that of a draft of any file.
pub(super) fn is_any_draft(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(DRAFT_SUFFIX)
}

/// A file that belongs to another one and stands beside it: ".book.ron.lock".
pub(super) fn beside(target: &Path, what: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".");
    name.push(what);
    folder_of(target).join(name)
}

/// The name of what stands at a path, as far as it can be written.
pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The folder in which a path stands.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
