//! Two programs write one file for a time, as fast as they can. Nothing that either wrote is lost.
//!
//! Each edit adds a person of its own, so that every edit can be asked after. The other writer looks for its edit in what
//! Goodword writes next; Goodword looks for its own in what it has saved.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use goodword::domain::Book;
use goodword::store::{BookFile, Foreign, Save, SaveError, Settled};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::folder::{Folder, open, save};
use super::people::person;
use super::rounds::rounds;

/// How many of its people a writer keeps in the book: it takes its older ones out again.
const KEPT: u128 = 30;

/// Where the people of each begin.
const OURS: u128 = 1 << 40;
const THEIRS: u128 = 1 << 60;

/// The longest pause of the other writer between two edits, in microseconds.
const LONGEST_PAUSE: u64 = 20_000;

/// In how many versions by Goodword an edit may be missing, on its way from the file that was put aside.
const ON_ITS_WAY: u128 = 3;

/// How long anything may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(120);

/// How the other program writes.
#[derive(Debug, Clone, Copy)]
enum Other {
    /// A new file in the place of the old one, as most editors do.
    Renames,
    /// Into the file that is there, in two pieces.
    InPlace,
}

/// How this side writes.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// As the program does.
    Merging,
    /// The control: a new file in the place of whatever stands there.
    Blindly,
}

/// What became of the edits.
#[derive(Debug, Default)]
struct Tally {
    their_edits: u128,
    their_lost: u64,
    our_saves: u128,
    our_lost: u64,
    /// Edits of ours that were taken for taken out by the other program, where it had only read an older book.
    taken_out: usize,
    /// Changes by the other program that a save met.
    merged: usize,
    /// Saves that waited because the file could not be read, or was never left in peace.
    waited: u64,
}

#[test]
fn nothing_is_lost_beside_a_program_that_renames() {
    let tally = race(Other::Renames, Way::Merging);
    assert_nothing_lost(&tally);
    assert_they_met(tally.merged);
}

#[test]
fn nothing_is_lost_beside_a_program_that_writes_in_place() {
    let tally = race(Other::InPlace, Way::Merging);
    assert_nothing_lost(&tally);
    assert_they_met(tally.merged);
}

/// The control.
#[test]
fn without_a_comparison_edits_are_lost() {
    for other in [Other::Renames, Other::InPlace] {
        let tally = race(other, Way::Blindly);
        assert!(
            u128::from(tally.their_lost) * 4 > tally.their_edits,
            "{tally:?}"
        );
    }
}

#[test]
fn two_goodwords_lose_nothing_of_each_other() {
    let folder = Folder::new();
    let path = begin(&folder);
    let time = Time::begun();
    let run = |first| {
        let mut writer = Writer::new(&path, first);
        while time.goes_on(writer.tally.merged) {
            writer.edit(Way::Merging);
        }
        writer
    };
    let (one, other) = thread::scope(|scope| {
        let one = scope.spawn(|| run(OURS));
        let other = scope.spawn(|| run(THEIRS));
        (one.join().unwrap(), other.join().unwrap())
    });
    let left = open(&path).book;
    // Whoever has met enough leaves, and the other meets nobody more.
    assert_they_met(one.tally.merged + other.tally.merged);
    for writer in [&one, &other] {
        let tally = &writer.tally;
        eprintln!("two Goodwords: {tally:?}");
        assert_nothing_lost(tally);
        assert_eq!(writer.missing(&left), BTreeSet::new());
        // Whom I took out nobody brought back.
        assert_eq!(
            writer.of_mine(&left).len() as u128,
            KEPT.min(tally.our_saves)
        );
    }
}

fn assert_they_met(times: usize) {
    assert!(times >= MEETINGS, "they hardly met: {times}");
}

fn assert_nothing_lost(tally: &Tally) {
    assert_eq!((tally.their_lost, tally.our_lost), (0, 0), "{tally:?}");
    assert_eq!(tally.taken_out, 0, "{tally:?}");
}

/// How often two writers are to meet.
const MEETINGS: usize = 6;

/// For how long two write beside each other.
#[derive(Clone, Copy)]
struct Time(Instant);

impl Time {
    fn begun() -> Self {
        Self(Instant::now())
    }

    /// Until the time is over; longer where they have hardly met, on a machine that has much else to do.
    fn goes_on(self, merged: usize) -> bool {
        let longest = if merged < MEETINGS { 60 } else { 0 };
        self.0.elapsed() < Duration::from_secs(rounds(2).max(longest))
    }
}

/// Whether a save that failed is only to be tried again, as the dashboard does by itself: the other one is in the midst
/// of writing, or was quicker each time.
fn may_pass(error: &SaveError) -> bool {
    error.may_settle() || error.reason().contains("again and again")
}

fn begin(folder: &Folder) -> PathBuf {
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &Book::default());
    path
}

fn race(other: Other, way: Way) -> Tally {
    let folder = Folder::new();
    let path = begin(&folder);
    let done = AtomicBool::new(false);
    let merged = AtomicUsize::new(0);
    let (theirs, ours) = thread::scope(|scope| {
        let theirs = scope.spawn(|| {
            let _done = Done(&done);
            write_as(other, &path, &merged)
        });
        let mut writer = Writer::new(&path, OURS);
        while !done.load(Ordering::SeqCst) {
            writer.edit(way);
            let met = match way {
                Way::Merging => writer.tally.merged,
                // Who does not look meets nobody.
                Way::Blindly => MEETINGS,
            };
            merged.store(met, Ordering::SeqCst);
        }
        (theirs.join().unwrap(), writer)
    });
    if matches!(way, Way::Merging) {
        assert_eq!(open(&path).book, ours.book, "the file is what was saved");
    }
    let tally = Tally {
        their_edits: theirs.0,
        their_lost: theirs.1,
        ..ours.tally
    };
    eprintln!("{other:?} against {way:?}: {tally:?}");
    tally
}

/// Tells that the other writer is done, even where it broke.
struct Done<'a>(&'a AtomicBool);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// The other program: edits for a time, and looks after each edit; gives how many there were and how many were lost.
fn write_as(other: Other, path: &Path, merged: &AtomicUsize) -> (u128, u64) {
    let scratch = Folder::in_memory();
    let mut chance = StdRng::seed_from_u64(2);
    let time = Time::begun();
    let (mut edits, mut lost) = (0, 0);
    while time.goes_on(merged.load(Ordering::SeqCst)) {
        thread::park_timeout(Duration::from_micros(chance.random_range(0..LONGEST_PAUSE)));
        edits += 1;
        let text = edited(path, &scratch, edits);
        match other {
            Other::Renames => put(path, &text, "theirs"),
            Other::InPlace => {
                let (first, second) = text.split_at(text.len() / 2);
                let mut file = File::create(path).unwrap();
                file.write_all(first).unwrap();
                file.write_all(second).unwrap();
            }
        }
        lost += u64::from(!arrives(path, edits));
    }
    (edits, lost)
}

/// The book with an edit, as a file. Like an editor that warns, it looks whether the file is still what it was made of;
/// what is written in the moment after that look it cannot know.
fn edited(path: &Path, scratch: &Folder, edit: u128) -> Vec<u8> {
    loop {
        let read = fs::read(path).unwrap();
        let mut book = open(&scratch.put("read.ron", &read)).book;
        add(&mut book, THEIRS, edit);
        let text = text(scratch, &book);
        if fs::read(path).unwrap() == read {
            return text;
        }
    }
}

/// Whether Goodword has an edit, which is written now, in what it writes from now on.
fn arrives(path: &Path, edit: u128) -> bool {
    let begun = Instant::now();
    let seen = newest(&open(path).book);
    loop {
        assert!(begun.elapsed() < PATIENCE, "nobody writes any more");
        let book = open(path).book;
        let now = newest(&book);
        let is_there = book
            .contacts
            .iter()
            .any(|one| one.name == name(THEIRS + edit));
        if now > seen && (is_there || now > seen + ON_ITS_WAY) {
            return is_there;
        }
        thread::park_timeout(Duration::from_millis(1));
    }
}

/// The number of the newest edit by Goodword.
fn newest(book: &Book) -> u128 {
    let numbers = book.contacts.iter().map(|one| number(&one.name));
    let ours = numbers.filter(|number| (OURS..THEIRS).contains(number));
    ours.max().map_or(0, |number| number - OURS)
}

fn name(number: u128) -> String {
    format!("Person {number}")
}

fn number(name: &str) -> u128 {
    name.rsplit(' ').next().unwrap().parse().unwrap()
}

/// Adds the person of an edit, and takes the old ones of the same writer out.
fn add(book: &mut Book, first: u128, edit: u128) {
    let old: Vec<_> = book
        .contacts
        .iter()
        .filter(|one| (first..=(first + edit).saturating_sub(KEPT)).contains(&number(&one.name)))
        .map(|one| one.id)
        .collect();
    for id in old {
        book.contacts.remove(id);
    }
    book.contacts.put(person(first + edit, &name(first + edit)));
}

/// What a book is as a file.
fn text(scratch: &Folder, book: &Book) -> Vec<u8> {
    let path = scratch.path("scratch.ron");
    save(&mut open(&path).file, book);
    fs::read(path).unwrap()
}

/// Puts a new file in the place of the old one, whatever that is.
fn put(path: &Path, text: &[u8], whose: &str) {
    let new = path.with_extension(whose);
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

/// Goodword, as far as it writes.
struct Writer {
    path: PathBuf,
    file: BookFile,
    book: Book,
    first: u128,
    scratch: Folder,
    /// Whom another program took out, as a save understood it.
    taken_out: BTreeSet<u128>,
    tally: Tally,
}

impl Writer {
    fn new(path: &Path, first: u128) -> Self {
        let opened = BookFile::open(path).unwrap();
        Self {
            path: path.to_owned(),
            file: opened.file,
            book: opened.book,
            first,
            scratch: Folder::in_memory(),
            taken_out: BTreeSet::new(),
            tally: Tally::default(),
        }
    }

    fn edit(&mut self, way: Way) {
        self.tally.our_saves += 1;
        add(&mut self.book, self.first, self.tally.our_saves);
        match way {
            Way::Blindly => put(&self.path, &text(&self.scratch, &self.book), "ours"),
            Way::Merging => self.save(),
        }
        self.tally.our_lost += self.missing(&self.book).len() as u64;
    }

    /// Saves until it is saved, as the program does: it waits where another one is in the midst of writing.
    fn save(&mut self) {
        let begun = Instant::now();
        loop {
            let Settled {
                save,
                book,
                foreign,
            } = self.file.save_merged(self.book.clone());
            self.book = book;
            self.tally.merged += foreign.len();
            for change in &foreign {
                self.note_taken_out(change);
            }
            match save {
                Save::Saved => return,
                Save::NotSaved(error) if may_pass(&error) => self.tally.waited += 1,
                other => panic!("{other:?}"),
            }
            assert!(begun.elapsed() < PATIENCE, "it never settles");
            thread::park_timeout(Duration::from_millis(20));
        }
    }

    fn note_taken_out(&mut self, change: &Foreign) {
        let theirs = self.of_mine(&change.theirs);
        let base = self.of_mine(&change.base);
        self.taken_out.extend(base.difference(&theirs));
        self.tally.taken_out = self.taken_out.len();
    }

    fn of_mine(&self, book: &Book) -> BTreeSet<u128> {
        let numbers = book.contacts.iter().map(|one| number(&one.name));
        let last = self.first + self.tally.our_saves;
        numbers
            .filter(|number| (self.first..=last).contains(number))
            .collect()
    }

    /// Whom I added and nobody took out, and who yet is not there.
    fn missing(&self, book: &Book) -> BTreeSet<u128> {
        let last = self.first + self.tally.our_saves;
        let oldest = (last - KEPT).max(self.first) + 1;
        let there = self.of_mine(book);
        (oldest..=last)
            .filter(|number| !there.contains(number) && !self.taken_out.contains(number))
            .collect()
    }
}
