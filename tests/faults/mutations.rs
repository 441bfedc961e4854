//! The demo book, damaged in every way: no damage makes anything panic, and what still is a book can be shown and saved.
//!
//! Some of the damage is done to bytes; the other keeps the text RON, so that it gets past the parser and to the rules.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use goodword::store::{BookFile, demo};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use ron::extensions::Extensions;

use super::folder::{Folder, open, save};
use super::rounds::rounds;
use super::session::Session;

/// What is put into a text where it hurts.
const TOKENS: [&str; 16] = [
    "(",
    ")",
    "[",
    "]",
    "\"",
    "r#\"",
    "Some(",
    "None",
    "/*",
    "\\u{",
    "'",
    "-",
    "99999999999999999999999999",
    "\0",
    "#![enable(unwrap_newtypes)]",
    "<<<<<<< ",
];

/// What is put in the place of a text in quotes.
const STRINGS: [&str; 12] = [
    "",
    " ",
    "2026-09-24",
    "9999-12-31",
    "-262143-01-01",
    "+262142-12-31",
    "2026-02-30",
    "25:61",
    "\\u{1b}[2J\\u{202e}\\u{200b}",
    "e\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}\\u{301}",
    "👩‍👩‍👧‍👦 ﷽ 日本",
    "67906QKXH8PTDES2255QV4FF1J",
];

/// What is put in the place of a number.
const NUMBERS: [&str; 8] = [
    "0",
    "-1",
    "1",
    "255",
    "65535",
    "4294967295",
    "18446744073709551615",
    "0.5",
];

/// What became of all of them.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    mutations: u64,
    /// Those that are RON.
    ron: u64,
    /// Those that are books.
    books: u64,
    panics: u64,
}

impl Tally {
    fn and(self, other: Self) -> Self {
        Self {
            mutations: self.mutations + other.mutations,
            ron: self.ron + other.ron,
            books: self.books + other.books,
            panics: self.panics + other.panics,
        }
    }
}

#[test]
fn no_damage_makes_it_panic() {
    let tally = damage(&used);
    assert_eq!(tally.panics, 0, "{tally:?}");
    assert!(tally.ron * 5 >= tally.mutations, "{tally:?}");
    assert!(tally.books * 50 >= tally.mutations, "{tally:?}");
}

/// The control: a reader that takes for granted what stands in a book of this program's own.
#[test]
fn the_same_damage_makes_a_careless_reader_panic() {
    let tally = damage(&|bytes, _| {
        let text = std::str::from_utf8(bytes).unwrap();
        let contacts = &text[text.find("contacts: [").unwrap()..text.find("promises: [").unwrap()];
        contacts.matches("id: ").count() > 10_000
    });
    assert!(tally.panics * 100 > tally.mutations, "{tally:?}");
}

/// Opens a file, and where it is a book, looks at it on a screen and saves it; says whether it was.
fn used(bytes: &[u8], seed: u64) -> bool {
    let folder = Folder::in_memory();
    let path = folder.put("book.ron", bytes);
    match BookFile::open(&path) {
        Err(error) => {
            assert!(!error.to_string().is_empty());
            false
        }
        Ok(opened) => {
            let mut session = Session::new(opened.book.clone(), demo::ANCHOR);
            session.press(&format!("{}", 1 + seed % 4));
            drop(session.draw(80, 24));
            // This reads what it writes, and compares.
            save(&mut open(&folder.path("copy.ron")).file, &opened.book);
            true
        }
    }
}

/// Damages the demo in so many ways, on each core its share of them.
fn damage(reader: &(dyn Fn(&[u8], u64) -> bool + Sync)) -> Tally {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo.ron");
    let whole = fs::read_to_string(path).unwrap();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let shares = thread::scope(|scope| {
        let shares: Vec<_> = (0..cores)
            .map(|core| {
                let whole = &whole;
                scope.spawn(move || share(whole, (core as u64, cores), reader))
            })
            .collect();
        shares
            .into_iter()
            .map(|share| share.join().unwrap())
            .collect::<Vec<_>>()
    });
    let tally = shares.into_iter().fold(Tally::default(), Tally::and);
    eprintln!("{tally:?}");
    tally
}

fn share(
    whole: &str,
    (core, cores): (u64, usize),
    reader: &(dyn Fn(&[u8], u64) -> bool + Sync),
) -> Tally {
    let mut tally = Tally::default();
    for seed in (core..rounds(2_000)).step_by(cores) {
        let bytes = mutated(whole, &mut StdRng::seed_from_u64(seed));
        let read = catch_unwind(AssertUnwindSafe(|| reader(&bytes, seed)));
        if read.is_err() {
            eprintln!("mutation {seed} makes it panic");
        }
        let is_book = *read.as_ref().unwrap_or(&false);
        tally = tally.and(Tally {
            mutations: 1,
            ron: u64::from(is_book || is_ron(&bytes)),
            books: u64::from(is_book),
            panics: u64::from(read.is_err()),
        });
    }
    tally
}

fn is_ron(bytes: &[u8]) -> bool {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_bytes::<ron::Value>(bytes).is_ok()
}

/// One to four kinds of damage, all of bytes or all of meaning.
fn mutated(whole: &str, chance: &mut StdRng) -> Vec<u8> {
    let times = chance.random_range(1..=4);
    if chance.random_range(0..10) < 4 {
        let mut bytes = whole.as_bytes().to_vec();
        for _ in 0..times {
            break_bytes(&mut bytes, chance);
        }
        return bytes;
    }
    let mut lines: Vec<String> = whole.lines().map(str::to_owned).collect();
    for _ in 0..times {
        change_meaning(&mut lines, chance);
    }
    lines.join("\n").into_bytes()
}

fn break_bytes(bytes: &mut Vec<u8>, chance: &mut StdRng) {
    let at = chance.random_range(0..bytes.len());
    let end = (at + chance.random_range(0..60)).min(bytes.len());
    match chance.random_range(0..5) {
        0 => bytes[at] ^= 1 << chance.random_range(0..8),
        1 => drop(bytes.drain(at..end)),
        2 => {
            let token = TOKENS[chance.random_range(0..TOKENS.len())];
            drop(bytes.splice(at..at, token.bytes()));
        }
        3 => bytes.extend_from_within(at..end),
        _ => {
            let range = bytes[at..end].to_vec();
            let to = chance.random_range(0..bytes.len());
            drop(bytes.splice(to..to, range));
        }
    }
    if bytes.is_empty() {
        bytes.push(b'(');
    }
}

/// Changes one line, or where lines stand.
fn change_meaning(lines: &mut Vec<String>, chance: &mut StdRng) {
    // The first two lines are the mark of the dialect and a remark.
    let at = chance.random_range(2..lines.len());
    let other = chance.random_range(2..lines.len());
    match chance.random_range(0..7) {
        0 => lines[at] = with_string(&lines[at], chance),
        1 | 2 => lines[at] = with_digit(&lines[at], chance),
        3 => lines[at] = with_number(&lines[at], chance),
        4 if is_field(&lines[at]) => drop(lines.remove(at)),
        5 if is_field(&lines[at]) => {
            let line = lines[other].clone();
            if is_field(&line) {
                lines.insert(at, line);
            }
        }
        6 if is_field(&lines[at]) && is_field(&lines[other]) => lines.swap(at, other),
        _ => lines[at] = with_value_of(&lines[at], &lines[other]),
    }
}

/// Whether a line is a whole field, so that the text stays RON without it.
fn is_field(line: &str) -> bool {
    let opened = line.matches(['(', '[']).count();
    line.contains(": ") && line.ends_with(',') && opened == line.matches([')', ']']).count()
}

/// Another text in the place of the first one in quotes.
fn with_string(line: &str, chance: &mut StdRng) -> String {
    let new = STRINGS[chance.random_range(0..STRINGS.len())];
    let mut parts: Vec<&str> = line.split('"').collect();
    if parts.len() > 2 {
        parts[1] = new;
    }
    parts.join("\"")
}

/// Another digit in the place of one.
fn with_digit(line: &str, chance: &mut StdRng) -> String {
    let digits: Vec<usize> = line
        .char_indices()
        .filter(|(_, char)| char.is_ascii_digit())
        .map(|(at, _)| at)
        .collect();
    let mut line = line.to_owned();
    if !digits.is_empty() {
        let at = digits[chance.random_range(0..digits.len())];
        let digit = chance.random_range(0..10).to_string();
        line.replace_range(at..=at, &digit);
    }
    line
}

/// Another number in the place of the value of a field.
fn with_number(line: &str, chance: &mut StdRng) -> String {
    let number = NUMBERS[chance.random_range(0..NUMBERS.len())];
    match line.split_once(": ") {
        Some((field, value)) if value.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{field}: {number},")
        }
        _ => line.to_owned(),
    }
}

/// The value of another field in the place of one's own.
fn with_value_of(line: &str, other: &str) -> String {
    match (line.split_once(": "), other.split_once(": ")) {
        (Some((field, _)), Some((_, value))) if is_field(line) && is_field(other) => {
            format!("{field}: {value}")
        }
        _ => line.to_owned(),
    }
}
