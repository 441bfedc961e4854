//! What is written is what is read, byte by byte.

use std::fs;

use proptest::prelude::*;

use super::common::books::{any_book, book};
use super::folder::{Folder, open, save};
use super::number;
use goodword::domain::comparison::compare;
use goodword::domain::decision::Snapshot;
use goodword::domain::tuning::TUNING;
use goodword::store::BookFile;

proptest! {
    #![proptest_config(ProptestConfig { cases: number::cases(), failure_persistence: None, ..ProptestConfig::default() })]

    /// And what was frozen with a decision is what its grounds still give, for the same version of the model.
    #[test]
    fn any_book_comes_back_and_its_bytes_stay(written in any_book(2)) {
        let folder = Folder::in_memory();
        let (one, two) = (folder.path("one.ron"), folder.path("two.ron"));
        save(&mut open(&one).file, &written);
        let read = open(&one);
        prop_assert_eq!(&read.book, &written);
        prop_assert_eq!(&read.problems(), &Vec::<String>::new());
        save(&mut open(&two).file, &read.book);
        prop_assert_eq!(fs::read(&one).unwrap(), fs::read(&two).unwrap());
        for decision in read.book.decisions.iter() {
            if let Some(Snapshot { model_version, a, b, order, verdict }) = &decision.snapshot {
                prop_assert_eq!(*model_version, TUNING.model_version);
                prop_assert_eq!(&compare(a, b, order, decision.untruth_needed_for), verdict);
            }
        }
    }
}

#[test]
fn a_book_larger_than_what_is_read_back_at_once_comes_back_too() {
    let folder = Folder::new();
    let written = book(1, 900);
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &written);
    assert!(fs::metadata(&path).unwrap().len() > 2 << 20);
    assert_eq!(open(&path).book, written);
}

#[test]
fn a_book_reads_well_and_says_that_comments_go() {
    let folder = Folder::new();
    let path = folder.put(
        "book.ron",
        r#"(version: 1, contacts: [(name: "Dana Reyes", added: "2026-01-01", tags: ["climbing", "law"])])"#,
    );
    let mut opened = open(&path);
    save(&mut opened.file, &opened.book);
    let text = fs::read_to_string(&path).unwrap();
    let expected = r#"#![enable(implicit_some)]
// Goodword rewrites this file; comments are not kept.
(
  version: 1,
  settings: (
    order_of_lines: [[Help], [Word], [Repair, Delay], [Lasting, Rhythm]],
    weekly_minutes: 240,
  ),
  contacts: [
    (
      id: "ID",
      name: "Dana Reyes",
      tags: ["climbing", "law"],
      added: "2026-01-01",
    ),
  ],
  promises: [],
"#
    .replace(
        "ID",
        &opened.book.contacts.iter().next().unwrap().id.to_string(),
    );
    assert!(text.starts_with(&expected), "{text}");
    assert!(text.ends_with("  unresolved: [],\n)\n"), "{text}");
}

#[test]
fn one_changed_field_is_one_changed_line() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let mut changed = book(3, 3);
    let mut file = open(&path).file;
    save(&mut file, &changed);
    let before = fs::read_to_string(&path).unwrap();
    let id = changed.contacts.iter().next().unwrap().id;
    changed.contacts.change(id, |contact| {
        contact.name = "Somebody else".to_owned();
    });
    save(&mut file, &changed);
    let after = fs::read_to_string(&path).unwrap();
    assert_eq!(before.lines().count(), after.lines().count());
    let differing = before
        .lines()
        .zip(after.lines())
        .filter(|(old, new)| old != new);
    assert_eq!(differing.count(), 1);
}

#[test]
fn only_the_whole_file_is_a_book() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let whole = book(5, 1);
    save(&mut open(&path).file, &whole);
    let bytes = fs::read(&path).unwrap();
    for length in 0..=bytes.len() {
        fs::write(&path, &bytes[..length]).unwrap();
        match BookFile::open(&path) {
            // Without the last line break it is still whole.
            Ok(opened) => {
                assert!(
                    length + 1 >= bytes.len(),
                    "{length} of {} bytes",
                    bytes.len()
                );
                assert_eq!(opened.book, whole);
            }
            Err(error) => {
                let message = error.to_string();
                let place = message.contains("line ") || message.contains("is empty");
                assert!(place, "{message}");
            }
        }
    }
}

/// A book's text with a few things in it changed, as by a slip in an editor or a bad disk; the same for a number.
fn damaged(whole: &[u8], state: &mut u64) -> Vec<u8> {
    const TOKENS: [&[u8]; 16] = [
        b"(",
        b")",
        b"[",
        b"]",
        b"\"",
        b"r#\"",
        b"Some(",
        b"None",
        b"/*",
        b"\\u{",
        b"'",
        b"-",
        b"99999999999999999999999999",
        b"\xff",
        b"\0",
        b"#![enable(unwrap_newtypes)]",
    ];
    let mut below = |limit: usize| {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        (*state % limit as u64) as usize
    };
    let mut bytes = whole.to_vec();
    for _ in 0..=below(4) {
        let at = below(bytes.len());
        let end = (at + below(60)).min(bytes.len());
        match below(4) {
            0 => bytes[at] ^= 1 << below(8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, TOKENS[below(TOKENS.len())].iter().copied())),
            _ => bytes.extend_from_within(at..end),
        }
    }
    bytes
}

#[test]
fn no_damage_makes_it_panic_and_what_still_reads_can_be_written() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let copy = folder.path("copy.ron");
    save(&mut open(&path).file, &book(8, 1));
    let whole = fs::read(&path).unwrap();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut still_read = 0;
    for _ in 0..3000 {
        fs::write(&path, damaged(&whole, &mut state)).unwrap();
        match BookFile::open(&path) {
            Err(error) => assert!(!error.to_string().is_empty()),
            Ok(opened) => {
                still_read += 1;
                let _ = fs::remove_file(&copy);
                save(&mut open(&copy).file, &opened.book);
                assert_eq!(open(&copy).book, opened.book);
            }
        }
    }
    assert!(
        still_read > 10,
        "the damage is not always fatal: {still_read}"
    );
}

/// A comment at the end is nothing that Goodword writes: such a file is left to the reader of all RON.
fn with_a_comment(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend_from_slice(b"\n// by hand\n");
    bytes
}

#[test]
fn whatever_a_file_says_it_says_the_same_to_both_readers() {
    let folder = Folder::in_memory();
    let path = folder.path("book.ron");
    let copy = folder.path("copy.ron");
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut still_read = 0;
    for seed in 0..number::cases() {
        let _ = fs::remove_file(&path);
        save(&mut open(&path).file, &book(u64::from(seed), 1));
        let whole = fs::read(&path).unwrap();
        for bytes in [whole.clone(), damaged(&whole, &mut state)] {
            fs::write(&path, &bytes).unwrap();
            fs::write(&copy, with_a_comment(bytes)).unwrap();
            let (quick, slow) = (BookFile::open(&path), BookFile::open(&copy));
            still_read += usize::from(slow.is_ok());
            assert_eq!(
                quick.ok().map(|opened| opened.book),
                slow.ok().map(|opened| opened.book)
            );
        }
    }
    assert!(still_read > number::cases() as usize, "{still_read}");
}
