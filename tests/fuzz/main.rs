//! Every reader of text from elsewhere, fed with real samples that were mangled: it never panics, and what it promises of
//! what it read holds. `GOODWORD_CASES` asks for more than the few seconds that this takes.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

#[path = "../common/cases.rs"]
mod number;

#[expect(dead_code, reason = "other tests of the store use the rest")]
#[path = "../store/folder.rs"]
mod folder;

mod formats;
mod mangle;
mod readers;

use mangle::{Format, fuzz};

/// In how many of all cases, in percent, a reader gets to the end: fewer would say little of what comes behind its door.
const READ_AT_LEAST: u32 = 3;

#[test]
fn no_book_makes_it_panic_and_what_is_read_can_be_kept() {
    holds(&formats::book(), number::cases(), readers::book);
}

#[test]
fn no_card_makes_it_panic_or_changes_something_twice() {
    holds(&formats::vcard(), number::cases() / 2, readers::vcard);
}

#[test]
fn no_table_makes_it_panic_or_changes_something_twice() {
    holds(&formats::csv(), number::cases() / 2, readers::csv);
}

#[test]
fn no_calendar_makes_it_panic_or_changes_something_twice() {
    holds(
        &formats::icalendar(),
        number::cases() / 2,
        readers::icalendar,
    );
}

#[test]
fn no_line_makes_it_panic_or_speak_in_tricks() {
    holds(&formats::capture(), number::cases(), capture);
}

/// The controls: each reader again, but it trips over a mark that turns the text around, where it reads all the rest.
#[test]
fn a_reader_that_trips_is_found_out() {
    is_found_out(&formats::book(), number::cases(), readers::book);
    is_found_out(&formats::vcard(), number::cases() / 2, readers::vcard);
    is_found_out(&formats::csv(), number::cases() / 2, readers::csv);
    is_found_out(
        &formats::icalendar(),
        number::cases() / 2,
        readers::icalendar,
    );
    is_found_out(&formats::capture(), number::cases(), capture);
}

fn capture(bytes: &[u8]) -> bool {
    readers::capture(&String::from_utf8_lossy(bytes))
}

fn holds(format: &Format, cases: u32, reader: fn(&[u8]) -> bool) {
    let read = fuzz(format, cases, 1_000, reader).unwrap_or_else(|why| panic!("{why}"));
    assert!(
        read * 100 >= cases * READ_AT_LEAST,
        "{read} of {cases} read"
    );
}

fn is_found_out(format: &Format, cases: u32, reader: fn(&[u8]) -> bool) {
    let trips = |bytes: &[u8]| {
        let is_read = reader(bytes);
        let is_turned = bytes.windows(3).any(|three| three == "\u{202e}".as_bytes());
        assert!(!(is_read && is_turned), "tripped");
        is_read
    };
    let found = fuzz(format, cases, 0, trips).unwrap_err();
    assert!(found.contains("tripped"), "{found}");
}
