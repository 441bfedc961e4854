//! `inbox.txt` beside the book: lines that were written down elsewhere, to be taken into the book.
//!
//! No line may get lost, and none may come into the book twice unseen. So the file is taken by its name: who appends
//! meanwhile makes a new one, or writes on in the one that was taken, which is read to its end. Its lines go only once
//! the book that has them is on disk. Where a program ends in between, nobody can say whether the book has them: then
//! they wait until somebody looked at them.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::disk::{Disk, RealDisk, beside, folder_of};
use crate::domain::redacted::redacted;

/// How the file is called.
pub const NAME: &str = "inbox.txt";

/// The most bytes of an inbox that are taken at once: some thousands of lines.
const LARGEST: u64 = 256 << 10;

/// What was found.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Its number, the first being 1.
    pub number: u64,
    /// Lines to be taken into the book, in their order.
    pub lines: Vec<String>,
    /// Lines that wait since an earlier session, in their order.
    pub waiting: Vec<String>,
}

redacted!(Found: number; lines, waiting);

/// The inbox of a book.
pub struct Inbox {
    path: PathBuf,
    /// What was taken, until the book that has it is on disk.
    taking: PathBuf,
    /// The lines that wait for somebody, one a line.
    waiting: PathBuf,
    /// Held while this program is the one that takes from the inbox.
    lock: Option<File>,
    /// The lines that stand in the file of those that wait.
    written: Vec<String>,
    /// The number of what was handed over last.
    number: u64,
    /// How long the taken file was when its lines were handed over, until they are in the book.
    under_way: Option<u64>,
    /// How much of the taken file is in the book, while it stands.
    done: Option<u64>,
    /// How long the file was at the last look, and when it was written: it is taken once it rests.
    seen: Option<(u64, SystemTime)>,
    /// What was said of an inbox that cannot be taken.
    told: Option<String>,
}

impl Inbox {
    /// The inbox beside a book.
    #[must_use]
    pub fn of(book: &Path) -> Self {
        let path = book.with_file_name(NAME);
        Self {
            taking: beside(&path, "taking"),
            waiting: beside(&path, "waiting"),
            path,
            lock: None,
            written: Vec::new(),
            number: 0,
            under_way: None,
            done: None,
            seen: None,
            told: None,
        }
    }

    /// Looks whether there is something new; at most once something each time.
    ///
    /// # Errors
    /// Why the inbox cannot be taken, once for each reason. It is left as it is.
    pub fn look(&mut self) -> Result<Option<Found>, String> {
        match self.try_look() {
            Ok(found) => {
                if found.is_some() {
                    self.told = None;
                }
                Ok(found)
            }
            Err(error) => {
                let why = error.to_string();
                let is_known = self.told.as_ref() == Some(&why);
                self.told = Some(why.clone());
                if is_known { Ok(None) } else { Err(why) }
            }
        }
    }

    fn try_look(&mut self) -> io::Result<Option<Found>> {
        if self.under_way.is_some() {
            return Ok(None);
        }
        if self.lock.is_none() {
            return self.begin();
        }
        if let Some(done) = self.done {
            return self.look_behind(done);
        }
        let Some(size) = self.at_rest(&self.path.clone())? else {
            return Ok(None);
        };
        if size > LARGEST {
            return Err(io::Error::other(format!(
                "it is larger than {} KB",
                LARGEST >> 10
            )));
        }
        // Nothing is to stand in the way, and nothing is written over.
        renameat_with(CWD, &self.path, CWD, &self.taking, RenameFlags::NOREPLACE)?;
        self.done = Some(0);
        RealDisk.sync_folder(folder_of(&self.path))?;
        self.hand_over(0, size)
    }

    /// Begins to take from the inbox, where there is one and no other program does.
    fn begin(&mut self) -> io::Result<Option<Found>> {
        let files = [&self.path, &self.taking, &self.waiting];
        if files.into_iter().all(|file| length(file) == 0) {
            return plain(&self.path).map(|_| None);
        }
        let Some(lock) = RealDisk.lock(&beside(&self.path, "lock"))? else {
            return Ok(None);
        };
        let mut waiting = lines(&read(&self.waiting, 0, length(&self.waiting))?);
        self.written.clone_from(&waiting);
        let taken = length(&self.taking);
        for line in lines(&read(&self.taking, 0, taken)?) {
            if !waiting.contains(&line) {
                waiting.push(line);
            }
        }
        self.write_waiting(&waiting)?;
        if fs::symlink_metadata(&self.taking).is_ok() {
            self.give_back(taken)?;
        }
        // Not before: what fails so far begins anew.
        self.lock = Some(lock);
        if waiting.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        Ok(Some(Found {
            number: self.number,
            lines: Vec::new(),
            waiting,
        }))
    }

    /// Looks whether somebody wrote on in the file that was taken.
    fn look_behind(&mut self, done: u64) -> io::Result<Option<Found>> {
        if length(&self.taking) <= done {
            self.give_back(done)?;
            return Ok(None);
        }
        match self.at_rest(&self.taking.clone())? {
            Some(size) => self.hand_over(done, size),
            None => Ok(None),
        }
    }

    /// Hands over the lines of the taken file from one byte to another.
    fn hand_over(&mut self, from: u64, to: u64) -> io::Result<Option<Found>> {
        let lines = lines(&read(&self.taking, from, to)?);
        self.seen = None;
        if lines.is_empty() {
            self.done = Some(to);
            return Ok(None);
        }
        self.under_way = Some(to);
        self.number += 1;
        Ok(Some(Found {
            number: self.number,
            lines,
            waiting: Vec::new(),
        }))
    }

    /// The book is on disk, with the lines of everything up to this number but for those that wait.
    ///
    /// # Errors
    /// As the file system says. No line is gone, and the next time all of it is tried again.
    pub fn settle(&mut self, number: u64, waiting: &[String]) -> io::Result<()> {
        // What was handed over since may wait as well, and who saved did not know.
        if self.lock.is_none() || number < self.number {
            return Ok(());
        }
        self.write_waiting(waiting)?;
        if let Some(done) = self.under_way.take() {
            self.done = Some(done);
            self.give_back(done)?;
        }
        Ok(())
    }

    /// Empties the taken file, unless somebody wrote on in it, and gives it its name back: who has it open writes on in
    /// the inbox.
    fn give_back(&mut self, done: u64) -> io::Result<()> {
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .open(&self.taking)?;
        self.done = Some(done);
        if file.metadata()?.len() > done {
            return Ok(());
        }
        file.set_len(0)?;
        // Else a power cut could bring back the lines under the name of the inbox.
        file.sync_all()?;
        self.done = None;
        match renameat_with(CWD, &self.taking, CWD, &self.path, RenameFlags::NOREPLACE) {
            Ok(()) => {}
            // There is a new one: it is what is to be taken next.
            Err(rustix::io::Errno::EXIST) if length(&self.path) > 0 => {
                RealDisk.exchange(&self.taking, &self.path)?;
                self.done = Some(0);
            }
            Err(_) => fs::remove_file(&self.taking)?,
        }
        RealDisk.sync_folder(folder_of(&self.path))
    }

    /// Writes the lines that wait, where they are others than those that stand there.
    fn write_waiting(&mut self, lines: &[String]) -> io::Result<()> {
        if self.written == lines {
            return Ok(());
        }
        if lines.is_empty() {
            match fs::remove_file(&self.waiting) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        } else {
            let mut draft = RealDisk.create_draft(&self.waiting)?;
            let text = format!("{}\n", lines.join("\n"));
            RealDisk.write(&mut draft, text.as_bytes())?;
            RealDisk.sync(&draft)?;
            RealDisk.name_draft(draft, &self.waiting)?;
        }
        self.written = lines.to_vec();
        RealDisk.sync_folder(folder_of(&self.waiting))
    }

    /// The length of a file with something in it that is as it was at the last look.
    fn at_rest(&mut self, file: &Path) -> io::Result<Option<u64>> {
        let Some(entry) = plain(file)? else {
            self.seen = None;
            return Ok(None);
        };
        let now = Some((entry.len(), entry.modified()?));
        let rests = self.seen == now && entry.len() > 0;
        self.seen = now;
        Ok(rests.then_some(entry.len()))
    }
}

/// What stands at a path, where something does: a link, a pipe or a folder is nobody's inbox.
fn plain(file: &Path) -> io::Result<Option<fs::Metadata>> {
    match fs::symlink_metadata(file) {
        Ok(entry) if entry.is_file() => Ok(Some(entry)),
        Ok(_) => Err(io::Error::other("it is no plain file")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// How long a plain file is; 0 where there is none.
fn length(file: &Path) -> u64 {
    let entry = fs::symlink_metadata(file).ok();
    entry
        .filter(fs::Metadata::is_file)
        .map_or(0, |entry| entry.len())
}

/// The bytes of a file from one to another; none where it is empty or not there.
fn read(file: &Path, from: u64, to: u64) -> io::Result<Vec<u8>> {
    let length = to.saturating_sub(from);
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    if length > 0 {
        File::open(file)?.read_exact_at(&mut bytes, from)?;
    }
    Ok(bytes)
}

/// The lines that say something, as `goodword add -` takes them: neither empty ones nor remarks.
fn lines(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines = text.lines().map(str::trim);
    let said = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    said.map(str::to_owned).collect()
}
