//! The file of a book: opened, saved, and looked at again, because others write it too.

use std::fmt;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::content::{Content, parse, text};
use super::disk::{Disk, RealDisk, beside};
use super::fingerprint::Fingerprint;
use super::former::Former;
use super::link::follow;
use super::lock::Presence;
use super::open_error::{OpenError, Role};
use super::quiet::Quiet;
use super::recent::Recent;
use super::save_error::{Refusal, SaveError};
use super::sweep;
use super::write::{self, ASIDE, Before, Known, Written, present};
use super::{Backups, check, decode, open};
use crate::domain::Book;
use crate::domain::merge::merge;
use crate::domain::redacted::redacted;

/// How often a save is tried while others change the file under it.
const MOST_TRIES: usize = 20;

/// How often what stands aside is found unreadable, and unchanged, before nobody is waited for any more.
const PATIENCE: u32 = 5;

/// The file of a book, with what is known of its content.
pub struct BookFile {
    pub(super) path: PathBuf,
    pub(super) disk: Box<dyn Disk>,
    /// What stands in the file, as far as this program knows; `None` where there was none.
    pub(super) now: Option<Content>,
    /// What this program put aside when it saved last: an edit by another program may still land there.
    aside: Option<Content>,
    /// The file itself that stands aside.
    aside_file: Option<File>,
    /// Those that stood aside before.
    former: Former,
    /// What stood in the file before the last saves.
    recent: Recent,
    /// What was found aside and could not be read, and how often it was found so.
    odd_aside: (Fingerprint, u32),
    maybe_not_durable: bool,
    pub(super) backups: Option<Backups>,
    /// What the file system said of the file when it was last read and nothing in it was new.
    quiet: Quiet,
    /// Whether the next save reads its text as a book however long it is.
    pub(super) changes_much: bool,
}

/// A book as it was read.
pub struct Opened {
    /// Its file, to save to.
    pub file: BookFile,
    /// What it says; empty where there is no file yet.
    pub book: Book,
    /// Whether there was no file yet.
    pub is_new: bool,
    /// That it is gone though it has backups, in a sentence, where that is so.
    pub gone: Option<String>,
    /// Whether the file's permissions let others on this machine read it.
    pub readable_by_others: bool,
}

redacted!(Opened: file, book, is_new, readable_by_others);

impl Opened {
    /// What is odd about it and does not stop it from being used: one sentence each, naming the record. Looked for when
    /// it is asked for, since a long book takes its time.
    #[must_use]
    pub fn problems(&self) -> Vec<String> {
        let gone = self.gone.iter().cloned();
        gone.chain(check::problems(&self.book)).collect()
    }
}

/// How a save ended.
#[derive(Debug)]
pub enum Save {
    /// On disk.
    Saved,
    /// The file is in place; whether it would survive a power cut now is not known.
    SavedMaybeNotDurable(io::Error),
    /// Not written; the file is as it was.
    NotSaved(SaveError),
    /// Another program changed the file: both are to be merged, and saved again.
    Foreign(Foreign),
}

/// What another program made of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreign {
    /// The book that both came from.
    pub base: Book,
    /// What the other program made of it.
    pub theirs: Book,
}

/// What a look at the file found.
#[derive(Debug)]
pub enum Look {
    /// Nothing new.
    Same,
    /// Another program changed it.
    Foreign(Foreign),
    /// Another program changed it, and it cannot be read, or is there no longer: it may be in the midst of writing.
    Unreadable(SaveError),
}

/// How a save ended that merged what others had changed.
#[derive(Debug)]
pub struct Settled {
    /// How it ended; never [`Save::Foreign`].
    pub save: Save,
    /// What was to be saved, with what others had changed.
    pub book: Book,
    /// What others had changed, in the order in which it was found.
    pub foreign: Vec<Foreign>,
}

impl BookFile {
    /// Reads the book at a path. A file that is not there is an empty book; nothing is written.
    ///
    /// # Errors
    /// [`OpenError`] for a file that cannot be read, is no book, or is a newer one: with the place and what to do next.
    pub fn open(path: &Path) -> Result<Opened, OpenError> {
        Self::open_on(Box::new(RealDisk), path)
    }

    /// Like [`BookFile::open`], on another file system than this machine's.
    ///
    /// # Errors
    /// As [`BookFile::open`].
    pub fn open_on(disk: Box<dyn Disk>, path: &Path) -> Result<Opened, OpenError> {
        let content = open::read(disk.as_ref(), path, Role::Book)?;
        let is_new = content.is_none();
        let readable_by_others = content
            .as_ref()
            .is_some_and(|content| content.entry.mode & 0o044 != 0);
        let mut book = match &content {
            None => Book::default(),
            Some(content) => decode::book(&content.bytes)
                .map_err(|wrong| OpenError::new(path, Role::Book, wrong))?,
        };
        book.give_missing_ids();
        let known = content.map(|content| Content::new(&content.bytes, book.clone()));
        Ok(Opened {
            gone: None,
            is_new,
            readable_by_others,
            file: Self::knowing(path, disk, known),
            book,
        })
    }

    /// A file of which this is known.
    pub(super) fn knowing(path: &Path, disk: Box<dyn Disk>, now: Option<Content>) -> Self {
        Self {
            path: path.to_owned(),
            disk,
            now,
            aside: None,
            aside_file: None,
            former: Former::default(),
            recent: Recent::default(),
            odd_aside: (Fingerprint::default(), 0),
            maybe_not_durable: false,
            backups: None,
            quiet: Quiet::default(),
            changes_much: false,
        }
    }

    /// Where the file stands.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Says that the book is open here, and who else has it open.
    #[must_use]
    pub fn note_presence(&self) -> Presence {
        let target = follow(self.disk.as_ref(), &self.path);
        let path = target.map_or_else(|_| self.path.clone(), |target| target.path);
        Presence::note(self.disk.as_ref(), &path)
    }

    /// Clears away what is left of saves that were killed. What holds a book that stands nowhere else is kept under a
    /// name of its own: those paths come back.
    #[must_use]
    pub fn sweep(&self) -> Vec<PathBuf> {
        sweep::sweep(self.disk.as_ref(), &self.path).unwrap_or_default()
    }

    /// Writes the book, unless the file already says it. A file that another program changed is left alone.
    pub fn save(&mut self, book: &Book) -> Save {
        if let Some(change) = self.changed_formerly() {
            return Save::Foreign(change);
        }
        let written = text(book, self.parsed_back()).and_then(|text| {
            self.back_up_before(text.as_bytes())?;
            let known = self.known();
            let written = write::write(self.disk.as_ref(), &self.path, text.as_bytes(), known)?;
            Ok((text, written))
        });
        match written {
            Ok((text, written)) => {
                self.changes_much = false;
                self.stands_now(&text, book, written)
            }
            Err(Refusal::ForeignChange(bytes)) => self
                .changed(&bytes)
                .map_or_else(Save::NotSaved, Save::Foreign),
            Err(Refusal::LateChange(bytes)) => self
                .changed_late(&bytes)
                .map_or_else(Save::NotSaved, Save::Foreign),
            Err(refusal) => {
                if matches!(refusal, Refusal::NotPlaced(_)) {
                    // The new file may stand aside now, which is nobody's edit.
                    self.let_aside_go();
                }
                Save::NotSaved(SaveError::new(&self.path, refusal))
            }
        }
    }

    fn known(&self) -> Known {
        Known {
            now: self.now.as_ref().map(|now| now.print),
            aside: self.aside.as_ref().map(|aside| aside.print),
            maybe_not_durable: self.maybe_not_durable,
        }
    }

    /// Writes the book with everything that others changed meanwhile, however often they do.
    pub fn save_merged(&mut self, book: Book) -> Settled {
        let mut book = book;
        let mut foreign = Vec::new();
        while foreign.len() < MOST_TRIES {
            match self.save(&book) {
                Save::Foreign(change) => {
                    book = merge(&change.base, &book, &change.theirs);
                    if foreign.is_empty() && book != change.theirs {
                        self.back_up_before_merge();
                    }
                    foreign.push(change);
                }
                save => {
                    return Settled {
                        save,
                        book,
                        foreign,
                    };
                }
            }
        }
        let save = Save::NotSaved(SaveError::new(&self.path, Refusal::NoRest));
        Settled {
            save,
            book,
            foreign,
        }
    }

    /// Looks whether another program changed the file. What was found once counts as known.
    pub fn look(&mut self) -> Look {
        let found = self.look_now();
        if matches!(found, Look::Same) {
            self.recent.pass_a_look();
            self.former.pass_a_look();
        }
        found
    }

    fn look_now(&mut self) -> Look {
        if let Some(change) = self.changed_formerly() {
            return Look::Foreign(change);
        }
        // Asked before anything is read: what is written meanwhile is seen the next time.
        let traits = self.traits();
        if self.quiet.knows(traits.as_ref()) {
            return Look::Same;
        }
        let found = self.read_again();
        self.quiet.note(traits, matches!(found, Some(Look::Same)));
        found.unwrap_or(Look::Same)
    }

    /// `None` where nothing is known to be new, and not everything could be read.
    fn read_again(&mut self) -> Option<Look> {
        let (target, now) = match self.standing() {
            Ok(standing) => standing,
            Err(refusal) => return Some(Look::Unreadable(SaveError::new(&self.path, refusal))),
        };
        let is_known = |bytes: &[u8], version: &Option<Content>| {
            version.as_ref().is_some_and(|version| version.is(bytes))
        };
        let found = match now {
            Some(now) if !is_known(&now, &self.now) => self.changed(&now),
            _ if self.aside.is_none() => return Some(Look::Same),
            _ => match present(self.disk.as_ref(), &beside(&target.path, ASIDE)).ok()? {
                Some(aside) if !is_known(&aside, &self.aside) => self.changed_late(&aside),
                _ => return Some(Look::Same),
            },
        };
        Some(found.map_or_else(Look::Unreadable, Look::Foreign))
    }

    /// The new bytes are in place, durable or not: else the next save would take them for a foreign change.
    fn stands_now(&mut self, text: &str, book: &Book, written: Written) -> Save {
        let new = Content::new(text.as_bytes(), book.clone());
        let old = self.now.replace(new);
        if let Some(old) = &old {
            self.recent.note(old.book.clone());
        }
        self.maybe_not_durable = written.not_durable.is_some();
        if let Before::Aside(found, file) = written.before {
            let is_known = |bytes: &Vec<u8>| old.as_ref().is_some_and(|old| old.is(bytes));
            let foreign = found.filter(|bytes| !is_known(bytes));
            self.let_aside_go();
            (self.aside, self.aside_file) = (old, file);
            // Somebody wrote there in the last moment: it stands aside now, whole.
            if let Some(foreign) = foreign.and_then(|bytes| self.changed_late(&bytes).ok()) {
                return Save::Foreign(foreign);
            }
        }
        match written.not_durable {
            None => Save::Saved,
            Some(error) => Save::SavedMaybeNotDurable(error),
        }
    }

    fn changed(&mut self, bytes: &[u8]) -> Result<Foreign, SaveError> {
        let theirs = parse(&self.path, bytes)?;
        // It may have been another Goodword, which has put a file of its own aside.
        self.let_aside_go();
        let change = self.now.get_or_insert_default().take_over(bytes, theirs);
        Ok(self.foreign(change))
    }

    fn changed_late(&mut self, bytes: &[u8]) -> Result<Foreign, SaveError> {
        match parse(&self.path, bytes) {
            Ok(theirs) => {
                let aside = self.aside.get_or_insert_default();
                let change = aside.take_over(bytes, theirs);
                Ok(self.foreign(change))
            }
            Err(error) => Err(self.give_up_on(bytes).unwrap_or(error)),
        }
    }

    /// What stands aside loses its name, or is no longer known to stand there.
    fn let_aside_go(&mut self) {
        let (known, file) = (self.aside.take(), self.aside_file.take());
        if let (Some(known), Some(file)) = (known, file) {
            self.former.hold(file, known);
        }
    }

    fn changed_formerly(&mut self) -> Option<Foreign> {
        let path = &self.path;
        let change = self
            .former
            .changed(self.disk.as_ref(), |bytes| parse(path, bytes).ok())?;
        Some(self.foreign(change))
    }

    /// A change with the book that it was made of, which need not be the last one.
    fn foreign(&self, Foreign { base, theirs }: Foreign) -> Foreign {
        let base = self.recent.made_of(base, &theirs);
        Foreign { base, theirs }
    }

    /// What stands aside and stays unreadable must not keep the book from being saved for ever: it is moved to where it
    /// shows. Nobody is known to write there any more.
    fn give_up_on(&mut self, bytes: &[u8]) -> Option<SaveError> {
        let print = Fingerprint::of(bytes);
        let (seen, times) = &mut self.odd_aside;
        if *seen == print {
            *times += 1;
        } else {
            (*seen, *times) = (print, 1);
        }
        if *times < PATIENCE {
            return None;
        }
        let target = follow(self.disk.as_ref(), &self.path).ok()?.path;
        let kept = sweep::keep(&beside(&target, ASIDE), &target, "unread").ok()?;
        (self.aside, self.aside_file) = (None, None);
        self.odd_aside = (Fingerprint::default(), 0);
        Some(SaveError::new(&self.path, Refusal::MovedAside(kept)))
    }
}

/// Names no content: a book is private.
impl fmt::Debug for BookFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BookFile")
            .field("path", &self.path)
            .field("known", &self.now.as_ref().map(|now| now.print))
            .finish_non_exhaustive()
    }
}
