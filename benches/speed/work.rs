//! What is measured, by name: each piece of work is prepared once, and then done in rounds.

use std::any::Any;
use std::collections::HashMap;
use std::fs;
use std::sync::{LazyLock, Mutex};

use chrono::Weekday;
use chrono_tz::Europe::Berlin;
use ron::extensions::Extensions;
use tempfile::TempDir;

use goodword::app::derived::Derived;
use goodword::domain::Book;
use goodword::domain::agenda::agenda;
use goodword::domain::conflict::{untruth, verdict};
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::{Mappings, plan};
use goodword::export::vcard::{self, Version};
use goodword::import::{self, Viewpoint};
use goodword::store::{BookFile, Save, export};

use super::people::{self, TODAY};
use super::seat::Seat;

/// One round of a work. What it gives is dropped after the clock has stopped.
pub(crate) type Round = Box<dyn FnMut() -> Box<dyn Any>>;

/// A piece of work.
pub(crate) struct Work {
    pub(crate) name: &'static str,
    /// For the table.
    pub(crate) about: &'static str,
    /// Prepares it for a book of so many people; says why it cannot be done there.
    pub(crate) prepare: fn(usize) -> Result<Round, String>,
}

const fn work(
    name: &'static str,
    about: &'static str,
    prepare: fn(usize) -> Result<Round, String>,
) -> Work {
    Work {
        name,
        about,
        prepare,
    }
}

/// Everything that is measured.
#[rustfmt::skip]
pub(crate) const WORKS: &[Work] = &[
    work("read", "the file into a book", read),
    work("read-stock-ron", "the same text by ron's own reader", read_stock),
    work("first-screen", "the file into a book, what follows from it, one frame", first_screen),
    work("derive", "what follows from the book, worked out anew, as on another day", derive),
    work("agenda", "what asks for me on Today", agenda_alone),
    work("frame-today", "a frame of 200x60, nothing changed", |n| frame(n, "1")),
    work("frame-contacts", "", |n| frame(n, "2")),
    work("frame-promises", "", |n| frame(n, "3")),
    work("frame-lunch", "", |n| frame(n, "4")),
    work("frame-choices", "", |n| frame(n, "5")),
    work("frame-network", "", |n| frame(n, "6")),
    work("frame-review", "", |n| frame(n, "7")),
    work("move-today", "cursor down, with its frame", |n| keys(n, "1", &["j", "k"])),
    work("move-contacts", "", |n| keys(n, "2", &["j", "k"])),
    work("move-promises", "", |n| keys(n, "3", &["j", "k"])),
    work("switch", "to the next screen, with its frame", |n| keys(n, "1", &["2", "3", "4", "5", "6", "7", "1"])),
    work("filter-key", "a letter of the filter on Contacts, with its frame", |n| keys(n, "2 /", TYPED)),
    work("find-open", "global search opened and closed, with frames", |n| keys(n, "1", &["f", "Esc"])),
    work("find-key", "a letter of the global search, with its frame", |n| keys(n, "1 f", TYPED)),
    work("compare", "two lunches weighed", compare),
    work("change", "a promise ticked or unticked while a save holds the book, with its frame", change),
    work("snapshot", "the book that the event loop hands to the saver", snapshot),
    work("write", "the book into text", write),
    work("save", "the book into its file, to the disk", save),
    work("import", "a card of each person into an empty book", import),
];

/// A word is typed and taken back.
const TYPED: &[&str] = &[
    "m",
    "a",
    "r",
    "i",
    "a",
    "Backspace",
    "Backspace",
    "Backspace",
    "Backspace",
    "Backspace",
];

/// The book of so many people; made once.
pub(crate) fn book(people: usize) -> Book {
    static BOOKS: LazyLock<Mutex<HashMap<usize, Book>>> = LazyLock::new(Mutex::default);
    let mut books = BOOKS.lock().unwrap();
    let book = books.entry(people);
    book.or_insert_with(|| people::book(people)).clone()
}

/// A book in a file, which goes with its folder.
pub(crate) fn in_a_file(people: usize) -> Result<(TempDir, BookFile), String> {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("book.ron");
    fs::write(&path, text(people)).unwrap();
    let opened = BookFile::open(&path).map_err(|error| error.to_string())?;
    Ok((folder, opened.file))
}

/// A book and another that differs, in turn: a file that says it already is not written.
pub(crate) fn two_versions(people: usize) -> impl Iterator<Item = Book> {
    let (one, mut other) = (book(people), book(people));
    let last = one.promises.iter().next_back().unwrap().id;
    other.promises.remove(last);
    [other, one].into_iter().cycle()
}

fn text(people: usize) -> String {
    export::text(&book(people)).unwrap()
}

fn read(people: usize) -> Result<Round, String> {
    let (folder, file) = in_a_file(people)?;
    Ok(Box::new(move || {
        let _folder = &folder;
        Box::new(BookFile::open(file.path()).unwrap())
    }))
}

fn read_stock(people: usize) -> Result<Round, String> {
    let text = text(people);
    let dialect = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    Ok(Box::new(move || {
        Box::new(dialect.from_str::<Book>(&text).unwrap())
    }))
}

fn first_screen(people: usize) -> Result<Round, String> {
    let (folder, file) = in_a_file(people)?;
    Ok(Box::new(move || {
        let _folder = &folder;
        let opened = BookFile::open(file.path()).unwrap();
        let mut seat = Seat::new(opened.book);
        seat.draw();
        Box::new((seat, opened.file))
    }))
}

fn derive(people: usize) -> Result<Round, String> {
    let mut seat = Seat::at(book(people), "1");
    Ok(Box::new(move || {
        seat.refresh();
        Box::new(())
    }))
}

fn agenda_alone(people: usize) -> Result<Round, String> {
    let book = book(people);
    let derived = Derived::of(&book, TODAY, Weekday::Mon);
    Ok(Box::new(move || {
        Box::new(agenda(
            &book,
            &derived.relationships,
            &derived.conflicts,
            TODAY,
        ))
    }))
}

fn frame(people: usize, screen: &str) -> Result<Round, String> {
    let mut seat = Seat::at(book(people), screen);
    Ok(Box::new(move || {
        seat.draw();
        Box::new(())
    }))
}

/// One key a round, again and again in this order.
fn keys(people: usize, way: &str, keys: &'static [&'static str]) -> Result<Round, String> {
    let mut seat = Seat::at(book(people), way);
    let mut keys = keys.iter().cycle();
    Ok(Box::new(move || {
        keys.by_ref().take(1).for_each(|key| seat.press(key));
        Box::new(())
    }))
}

fn compare(people: usize) -> Result<Round, String> {
    let book = book(people);
    let derived = Derived::of(&book, TODAY, Weekday::Mon);
    let pair = *derived.conflicts.first().ok_or("no lunches compete")?;
    Ok(Box::new(move || {
        let untruth = untruth(&book, pair);
        let between = &derived.relationships;
        Box::new(verdict(&book, between, pair, untruth, TODAY))
    }))
}

fn change(people: usize) -> Result<Round, String> {
    let mut seat = Seat::at(book(people), "3");
    let mut keys = ["Space", "u"].iter().cycle();
    Ok(Box::new(move || {
        keys.by_ref().take(1).for_each(|key| seat.press(key));
        Box::new(seat.handed_over.clone().unwrap())
    }))
}

fn snapshot(people: usize) -> Result<Round, String> {
    let book = book(people);
    Ok(Box::new(move || Box::new(book.clone())))
}

fn write(people: usize) -> Result<Round, String> {
    let book = book(people);
    Ok(Box::new(move || Box::new(export::text(&book).unwrap())))
}

fn save(people: usize) -> Result<Round, String> {
    let (folder, mut file) = in_a_file(people)?;
    let mut versions = two_versions(people);
    Ok(Box::new(move || {
        let _folder = &folder;
        let book = versions.next().unwrap();
        assert!(matches!(file.save(&book), Save::Saved));
        Box::new(())
    }))
}

fn import(people: usize) -> Result<Round, String> {
    let book = book(people);
    let cards = vcard::text(book.contacts.iter().map(AsRef::as_ref), Version::Four);
    let view = Viewpoint {
        today: TODAY,
        now: TODAY.and_hms_opt(9, 0, 0).unwrap(),
        zone: Berlin,
        me: Vec::new(),
        mappings: Mappings::default(),
    };
    Ok(Box::new(move || {
        let findings = import::read("cards.vcf", cards.as_bytes(), &view).unwrap();
        let mut book = Book::default();
        plan(&book, &findings, TODAY, &IdSource::seeded(1)).apply(&mut book);
        Box::new(book)
    }))
}
