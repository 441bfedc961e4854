//! An entry point for every reader of text from elsewhere: it takes the bytes all the way that the program would, asserts
//! what must always hold, and says whether they were read.

use std::cell::LazyCell;
use std::fs;

use chrono::NaiveTime;
use goodword::cli::import::summary;
use goodword::domain::Book;
use goodword::domain::capture::{Known, keep, read as read_line};
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::{Mappings, plan};
use goodword::domain::relationship::Relationships;
use goodword::domain::sentences::capture::{label, says, why};
use goodword::import::{Viewpoint, read as read_import};
use goodword::store::check::problems;
use goodword::store::{BookFile, demo};

use super::folder::{Folder, open, save};

/// What hides or turns text around. Joiners are none: faces and some scripts are written with them.
const TRICKS: [char; 14] = [
    '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2060}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}',
];

thread_local! {
    static DEMO: LazyCell<Book> = LazyCell::new(|| demo::book(demo::ANCHOR).unwrap());
}

fn demo_book() -> Book {
    DEMO.with(|book| (**book).clone())
}

/// A book's file: what was read can be written, and reads back equal.
pub(crate) fn book(bytes: &[u8]) -> bool {
    let folder = Folder::in_memory();
    let path = folder.put("book.ron", bytes);
    let read = BookFile::open(&path);
    assert_eq!(fs::read(&path).unwrap(), bytes, "reading writes nothing");
    match read {
        Err(error) => {
            clean_lines(&error.to_string());
            false
        }
        Ok(opened) => {
            let copy = folder.path("copy.ron");
            save(&mut open(&copy).file, &opened.book);
            assert_eq!(open(&copy).book, opened.book);
            true
        }
    }
}

/// A file of cards, put into the demo.
pub(crate) fn vcard(bytes: &[u8]) -> bool {
    imported("cards.vcf", bytes)
}

/// A table of people, put into the demo.
pub(crate) fn csv(bytes: &[u8]) -> bool {
    imported("people.csv", bytes)
}

/// A calendar, put into the demo.
pub(crate) fn icalendar(bytes: &[u8]) -> bool {
    imported("calendar.ics", bytes)
}

/// An import says what it does in clean words, leaves no loose ends in the book, and changes nothing the second time.
fn imported(name: &str, bytes: &[u8]) -> bool {
    let view = Viewpoint {
        today: demo::ANCHOR,
        now: demo::ANCHOR.and_time(NaiveTime::MIN),
        zone: chrono_tz::Europe::Berlin,
        me: vec!["me@own.example".to_owned()],
        mappings: Mappings::default(),
    };
    let findings = match read_import(name, bytes, &view) {
        Ok(findings) => findings,
        Err(refused) => {
            clean_lines(&refused.to_string());
            return false;
        }
    };
    let mut book = demo_book();
    let before = loose_ends(&book);
    let ids = IdSource::seeded(7);
    let first = plan(&book, &findings, view.today, &ids);
    clean_lines(&summary(&first));
    first.apply(&mut book);
    assert_eq!(loose_ends(&book), before);
    let once = book.clone();
    let second = plan(&book, &findings, view.today, &ids);
    assert!(second.is_empty(), "{}", summary(&second));
    second.apply(&mut book);
    assert_eq!(book, once);
    true
}

/// What is wrong with a book, but for days that are far off: a calendar may hold an event that ends in 200 years, which
/// is kept as it stands there and pointed out by `goodword check`.
fn loose_ends(book: &Book) -> Vec<String> {
    let mut problems = problems(book);
    problems.retain(|problem| !problem.contains(" has a date in the year "));
    problems
}

/// A line of words, kept in the demo: it says back what it keeps, or why it cannot be read, on one clean line.
pub(crate) fn capture(text: &str) -> bool {
    let mut book = demo_book();
    let today = demo::ANCHOR;
    let relationships = Relationships::of(&book);
    let known = Known {
        book: &book,
        relationships: &relationships,
        today,
        event: None,
    };
    match read_line(text, known) {
        Err(unread) => {
            clean_line(&why(&unread, known));
            false
        }
        Ok(line) => {
            clean_line(&says(&line, &book, today));
            clean_line(&label(&line, &book, today));
            let before = problems(&book);
            keep(&line, &mut book, today, &IdSource::seeded(7));
            assert_eq!(problems(&book), before);
            true
        }
    }
}

/// Something is said, and none of it steers a terminal or turns the text around.
fn clean_lines(said: &str) {
    assert!(!said.trim().is_empty());
    said.lines().for_each(is_clean);
}

fn clean_line(said: &str) {
    assert!(!said.trim().is_empty());
    is_clean(said);
}

fn is_clean(line: &str) {
    let is_trick = |char: char| char.is_control() || TRICKS.contains(&char);
    assert!(!line.contains(is_trick), "{line:?}");
}
