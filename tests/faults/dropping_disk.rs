//! A disk that notes each step which changes what is on it, so that the power can be cut after each of them: what was
//! not waited for by then may be there or not, and a file's bytes may be missing where its name is not.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use goodword::store::disk::{Disk, Entry, RealDisk};
use tempfile::NamedTempFile;

/// A file, whatever its names are.
type Node = usize;

/// What one step makes of names: which file each stands for from then on.
type Names = Vec<(PathBuf, Option<Node>)>;

/// What is on a disk after the power came back.
pub(crate) type Remains = BTreeMap<PathBuf, Vec<u8>>;

#[derive(Debug, Clone)]
enum Step {
    Write(Node, Vec<u8>),
    Sync(Node),
    Name(Names),
    SyncFolder,
}

#[derive(Debug, Default)]
struct Log {
    steps: Vec<Step>,
    names: BTreeMap<PathBuf, Node>,
    nodes: usize,
}

/// Which promises the disk breaks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Breaks {
    /// To wait for a file does nothing.
    pub(crate) sync: bool,
    /// To wait for a folder does nothing.
    pub(crate) sync_folder: bool,
    /// It has never heard of exchanging files.
    pub(crate) exchange: bool,
}

/// The real disk, with a note of what was done to it.
#[derive(Debug, Clone, Default)]
pub(crate) struct DroppingDisk {
    log: Arc<Mutex<Log>>,
    breaks: Breaks,
}

impl DroppingDisk {
    pub(crate) fn that_breaks(breaks: Breaks) -> Self {
        Self {
            breaks,
            ..Self::default()
        }
    }

    /// How many steps were made so far.
    pub(crate) fn steps(&self) -> usize {
        self.log.lock().unwrap().steps.len()
    }

    /// Everything that may be on the disk when the power is cut after so many steps: each choice of the names that were
    /// not waited for, with each kind of damage to the bytes that were not.
    pub(crate) fn cut_after(&self, steps: usize) -> Vec<Remains> {
        let log = self.log.lock().unwrap();
        let surface = Surface::after(&log.steps[..steps]);
        let mut all: Vec<Remains> = Vec::new();
        for chosen in 0..1_u32 << surface.pending.len() {
            for damage in [nothing, half, zeros, <[u8]>::to_vec] {
                let remains = surface.remains(chosen, damage);
                if !all.contains(&remains) {
                    all.push(remains);
                }
            }
        }
        all
    }

    fn node(&self, name: &Path) -> Option<Node> {
        self.log.lock().unwrap().names.get(name).copied()
    }

    fn note(&self, step: Step) {
        let mut log = self.log.lock().unwrap();
        if let Step::Name(names) = &step {
            for (name, node) in names {
                match node {
                    Some(node) => log.names.insert(name.clone(), *node),
                    None => log.names.remove(name),
                };
            }
        }
        log.steps.push(step);
    }

    /// From one name to another, in its place.
    fn note_move(&self, from: &Path, to: &Path, node: Option<Node>) {
        self.note(Step::Name(vec![
            (to.to_owned(), node),
            (from.to_owned(), None),
        ]));
    }
}

fn nothing(_: &[u8]) -> Vec<u8> {
    Vec::new()
}

fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

fn zeros(bytes: &[u8]) -> Vec<u8> {
    vec![0; bytes.len()]
}

/// What is on the disk for good, and what is not yet.
#[derive(Debug, Default)]
struct Surface {
    /// The bytes of each file, and whether they were waited for.
    files: BTreeMap<Node, (Vec<u8>, bool)>,
    names: BTreeMap<PathBuf, Node>,
    pending: Vec<Names>,
}

impl Surface {
    fn after(steps: &[Step]) -> Self {
        let mut surface = Self::default();
        for step in steps.iter().cloned() {
            surface.take(step);
        }
        surface
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Write(node, bytes) => {
                let file = self.files.entry(node).or_default();
                file.0.extend(bytes);
                file.1 = false;
            }
            Step::Sync(node) => self.files.entry(node).or_default().1 = true,
            Step::Name(names) => self.pending.push(names),
            Step::SyncFolder => {
                for names in std::mem::take(&mut self.pending) {
                    apply(&mut self.names, &names);
                }
            }
        }
    }

    fn remains(&self, chosen: u32, damage: fn(&[u8]) -> Vec<u8>) -> Remains {
        let mut names = self.names.clone();
        let pending = self.pending.iter().enumerate();
        for (_, change) in pending.filter(|(at, _)| chosen & (1 << at) != 0) {
            apply(&mut names, change);
        }
        let read = |node| match self.files.get(node) {
            Some((bytes, true)) => bytes.clone(),
            Some((bytes, false)) => damage(bytes),
            None => Vec::new(),
        };
        names
            .iter()
            .map(|(name, node)| (name.clone(), read(node)))
            .collect()
    }
}

fn apply(names: &mut BTreeMap<PathBuf, Node>, change: &Names) {
    for (name, node) in change {
        match node {
            Some(node) => names.insert(name.clone(), *node),
            None => names.remove(name),
        };
    }
}

impl Disk for DroppingDisk {
    fn create_draft(&self, target: &Path) -> io::Result<NamedTempFile> {
        let draft = RealDisk.create_draft(target)?;
        let node = {
            let mut log = self.log.lock().unwrap();
            log.nodes += 1;
            log.nodes
        };
        self.note(Step::Name(vec![(draft.path().to_owned(), Some(node))]));
        Ok(draft)
    }

    fn write(&self, draft: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        let node = self.node(draft.path()).unwrap();
        for half in bytes.chunks(bytes.len() / 2 + 1) {
            RealDisk.write(draft, half)?;
            self.note(Step::Write(node, half.to_vec()));
        }
        Ok(())
    }

    fn sync(&self, draft: &NamedTempFile) -> io::Result<()> {
        if !self.breaks.sync {
            self.note(Step::Sync(self.node(draft.path()).unwrap()));
        }
        Ok(())
    }

    fn name_draft(&self, draft: NamedTempFile, name: &Path) -> io::Result<()> {
        let (from, node) = (draft.path().to_owned(), self.node(draft.path()));
        RealDisk.name_draft(draft, name)?;
        self.note_move(&from, name, node);
        Ok(())
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if self.breaks.exchange {
            return Err(io::ErrorKind::Unsupported.into());
        }
        RealDisk.exchange(one, other)?;
        let (first, second) = (self.node(one), self.node(other));
        self.note(Step::Name(vec![
            (one.to_owned(), second),
            (other.to_owned(), first),
        ]));
        Ok(())
    }

    fn rename(&self, file: &Path, target: &Path) -> io::Result<()> {
        RealDisk.rename(file, target)?;
        self.note_move(file, target, self.node(file));
        Ok(())
    }

    fn place_new(&self, draft: NamedTempFile, target: &Path) -> io::Result<()> {
        let (from, node) = (draft.path().to_owned(), self.node(draft.path()));
        RealDisk.place_new(draft, target)?;
        self.note_move(&from, target, node);
        Ok(())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        if !self.breaks.sync_folder {
            self.note(Step::SyncFolder);
        }
        Ok(())
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        RealDisk.remove(file)?;
        self.note(Step::Name(vec![(file.to_owned(), None)]));
        Ok(())
    }

    fn hold(&self, file: &Path) -> io::Result<File> {
        RealDisk.hold(file)
    }

    fn read_held(&self, file: &File, most: u64) -> io::Result<Vec<u8>> {
        RealDisk.read_held(file, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        RealDisk.entry(path)
    }

    fn link_target(&self, link: &Path) -> io::Result<PathBuf> {
        RealDisk.link_target(link)
    }

    fn read(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        RealDisk.read(file, most)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.create_folder(folder)
    }

    fn set_mode(&self, draft: &NamedTempFile, mode: u32) -> io::Result<()> {
        RealDisk.set_mode(draft, mode)
    }

    fn read_back(&self, draft: &NamedTempFile) -> io::Result<Vec<u8>> {
        RealDisk.read_back(draft)
    }

    fn lock(&self, file: &Path) -> io::Result<Option<File>> {
        RealDisk.lock(file)
    }
}
