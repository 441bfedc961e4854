//! A disk whose calls can be made to fail, one by one.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use goodword::store::disk::{Disk, Entry, RealDisk};
use tempfile::NamedTempFile;

/// What goes wrong, and when.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// The calls since the plan was made.
    pub(crate) calls: Vec<&'static str>,
    /// Which of them fails, counted from 0, and with which error of the system.
    pub(crate) fail: Option<(usize, i32)>,
    /// Whether the call that fails does its work nevertheless.
    pub(crate) yet_done: bool,
    /// Whether a write turns one bit.
    pub(crate) lie: bool,
    /// A file that another program writes while this call is made.
    pub(crate) meanwhile: Option<(&'static str, PathBuf)>,
}

/// The real disk, with a plan that the test can change.
#[derive(Debug, Clone, Default)]
pub(crate) struct FailingDisk(pub(crate) Arc<Mutex<Plan>>);

impl FailingDisk {
    /// Notes the call, and says whether it fails.
    fn call<T>(&self, name: &'static str, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let mut plan = self.0.lock().unwrap();
        let number = plan.calls.len();
        plan.calls.push(name);
        if let Some((when, path)) = &plan.meanwhile
            && *when == name
        {
            std::fs::write(path, "(version: 1 /* foreign */)").unwrap();
        }
        match plan.fail {
            Some((at, error)) if at == number => {
                if plan.yet_done {
                    work()?;
                }
                Err(io::Error::from_raw_os_error(error))
            }
            _ => work(),
        }
    }
}

impl Disk for FailingDisk {
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.call("entry", || RealDisk.entry(path))
    }

    fn link_target(&self, link: &Path) -> io::Result<PathBuf> {
        self.call("link_target", || RealDisk.link_target(link))
    }

    fn read(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.call("read", || RealDisk.read(file, most))
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("create_folder", || RealDisk.create_folder(folder))
    }

    fn create_draft(&self, target: &Path) -> io::Result<NamedTempFile> {
        self.call("create_draft", || RealDisk.create_draft(target))
    }

    fn write(&self, draft: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        let lie = self.0.lock().unwrap().lie;
        let half = &bytes[..bytes.len() / 2];
        self.call("write", || RealDisk.write(draft, half))?;
        let mut rest = bytes[half.len()..].to_vec();
        if lie {
            rest[0] ^= 1;
        }
        // A full disk takes the first half and fails on the second.
        self.call("write", || RealDisk.write(draft, &rest))
    }

    fn set_mode(&self, draft: &NamedTempFile, mode: u32) -> io::Result<()> {
        self.call("set_mode", || RealDisk.set_mode(draft, mode))
    }

    fn sync(&self, draft: &NamedTempFile) -> io::Result<()> {
        self.call("sync", || RealDisk.sync(draft))
    }

    fn read_back(&self, draft: &NamedTempFile) -> io::Result<Vec<u8>> {
        self.call("read_back", || RealDisk.read_back(draft))
    }

    fn name_draft(&self, draft: NamedTempFile, name: &Path) -> io::Result<()> {
        self.call("name_draft", || RealDisk.name_draft(draft, name))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.call("exchange", || RealDisk.exchange(one, other))
    }

    fn rename(&self, file: &Path, target: &Path) -> io::Result<()> {
        self.call("rename", || RealDisk.rename(file, target))
    }

    fn place_new(&self, draft: NamedTempFile, target: &Path) -> io::Result<()> {
        self.call("place_new", || RealDisk.place_new(draft, target))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call("sync_folder", || RealDisk.sync_folder(folder))
    }

    fn lock(&self, file: &Path) -> io::Result<Option<File>> {
        self.call("lock", || RealDisk.lock(file))
    }

    fn hold(&self, file: &Path) -> io::Result<File> {
        self.call("hold", || RealDisk.hold(file))
    }

    fn read_held(&self, file: &File, most: u64) -> io::Result<Vec<u8>> {
        self.call("read_held", || RealDisk.read_held(file, most))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call("list", || RealDisk.list(folder))
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        self.call("remove", || RealDisk.remove(file))
    }
}
