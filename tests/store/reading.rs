//! What cannot be read is refused in words, and its bytes stay.

use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;

use super::common::books::book;
use super::folder::{Folder, open, refused, save};
use goodword::domain::Book;
use goodword::store::config::Config;

#[test]
fn a_file_that_is_not_there_is_a_new_book_and_nothing_is_written() {
    let folder = Folder::new();
    let opened = open(&folder.path("folder/book.ron"));
    assert!(opened.is_new);
    assert_eq!(opened.book, Book::default());
    assert!(folder.names().is_empty());
}

#[test]
fn a_mistake_is_shown_with_its_line_and_a_caret() {
    let folder = Folder::new();
    let path = folder.put(
        "book.ron",
        "(\n  version: 1,\n  contacts: [\n    (name: \"Dana\", added: \"2026-01-01\", tie: Closer),\n  ],\n)\n",
    );
    let expected = format!(
        "The book {} cannot be read: line 4, column 46.\n\n  \
         4 |     (name: \"Dana\", added: \"2026-01-01\", tie: Closer),\n    \
         |                                              ^\n\n\
         \"Closer\" is none of: Unknown, Acquaintance, Familiar, Close, Trusted.\n\
         Nothing was changed. Mend the file in an editor and start again, or open another book: \
         goodword --book FILE",
        path.display()
    );
    assert_eq!(refused(&path), expected);
    let error = goodword::store::BookFile::open(&path).unwrap_err();
    assert_eq!(error.place(), Some((4, 46)));
}

#[test]
fn a_date_that_is_none_is_said_in_words() {
    let folder = Folder::in_memory();
    for date in [
        "20260920",
        "2026-13-45",
        "2026-09",
        "2026-09-20T",
        "soon",
        "",
    ] {
        let text = format!("(version: 1, contacts: [(name: \"Ana\", added: \"{date}\")])");
        let path = folder.put("book.ron", text);
        let error = refused(&path);
        assert!(
            error.contains("Expected a day that the calendar has, written 2026-09-20"),
            "{date}: {error}"
        );
        assert!(error.contains("line 1, column "), "{error}");
    }
    let text = "(version: 1, invites: [(with: [], start: \"2026-09-20 noon\")])";
    let error = refused(&folder.put("book.ron", text));
    assert!(
        error.contains("with a time of day, 2026-09-20T12:30:00."),
        "{error}"
    );
}

#[test]
fn a_long_line_is_cut_around_the_mistake_and_shows_no_control_characters() {
    let folder = Folder::new();
    let notes = "日本".repeat(200);
    let path = folder.put(
        "book.ron",
        format!(
            "(version: 1, contacts: [(notes: \"{notes}\", how_we_met: \"\u{1b}[31m\u{202e}\", colour: 3{})])",
            " ".repeat(300)
        ),
    );
    let message = refused(&path);
    let lines: Vec<&str> = message.lines().collect();
    assert!(lines[2].chars().count() < 90, "{message}");
    let caret = unicode_width::UnicodeWidthStr::width(lines[3].split('^').next().unwrap());
    let place = lines[2].find("colour").unwrap();
    assert_eq!(
        caret,
        unicode_width::UnicodeWidthStr::width(&lines[2][..place]),
        "{message}"
    );
    assert!(!message.contains(['\u{1b}', '\u{202e}']), "{message:?}");
    assert!(
        message.contains("There is no field \"colour\" in Contact."),
        "{message}"
    );
}

#[test]
fn each_bad_file_is_refused_with_its_own_reason() {
    let utf16: Vec<u8> = "(version: 1)"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let marked_utf16 = [b"\xff\xfe".to_vec(), utf16.clone()].concat();
    let cases: [(&[u8], &str); 17] = [
        (b"", "is empty. Goodword never leaves a file empty"),
        (b" \n\t\n", "is empty."),
        (b"\xef\xbb\xbf", "is empty."),
        (&[0; 4096], "is empty."),
        (&utf16, "is text in UTF-16"),
        (&marked_utf16, "is text in UTF-16"),
        (
            b"\x7fELF\x02\x01\x01\0 and much more of a program here",
            "is not a text file.",
        ),
        (
            b"(version: 1,\n contacts: [(name: \"Zo\xeb\")])",
            "line 2, column 23",
        ),
        (b"{\"version\": 1}", "Expected an opening bracket \"(\"."),
        (
            b"BEGIN:VCARD\nEND:VCARD\n",
            "Expected an opening bracket \"(\", found \"BEGIN\".",
        ),
        (
            b"(contacts: [])",
            "The field \"version\" is missing in Book.",
        ),
        (
            b"(version: 1,\n contacts: [",
            "The file ends here: it may have been cut off.",
        ),
        (
            b"(version: 1)\n(version: 1)",
            "Expected nothing after the last bracket.",
        ),
        (
            b"(version: 1, foo: 2)",
            "There is no field \"foo\" in Book.",
        ),
        (
            b"(version: 1, contacts: [], contacts: [])",
            "The field \"contacts\" stands twice in Book.",
        ),
        (
            b"(contacts: [], version: 0)",
            "says that its format is 0, and does not stand in it",
        ),
        (
            b"(version: 1,\n<<<<<<< HEAD\n contacts: [],\n=======\n>>>>>>> x\n)",
            "holds an unresolved merge: line 2, column 1.",
        ),
    ];
    let folder = Folder::new();
    for (bytes, reason) in cases {
        let message = refused(&folder.put("book.ron", bytes));
        assert!(
            message.contains(reason),
            "{message}\n\nshould say: {reason}"
        );
        assert!(message.contains("Nothing was changed."), "{message}");
        assert!(message.contains("goodword --book FILE"), "{message}");
    }
}

#[test]
fn a_newer_book_is_refused_whatever_else_it_holds() {
    let newer: [&[u8]; 5] = [
        b"(version: 3, galaxies: [(name: 4)])",
        b"#![enable(implicit_some)]\n// A comment, version: 1\n(\n  version: 3,\n",
        b"\xef\xbb\xbf/* one */ Book ( /* two */ version /* three */ : 3, ",
        b"(version: 3, sealed: \xff\xfe\x80)",
        b"(version:3)",
    ];
    let folder = Folder::new();
    for bytes in newer {
        let message = refused(&folder.put("book.ron", bytes));
        assert!(
            message.contains("was written by a newer Goodword (format 3, this one reads 1)."),
            "{message}"
        );
        assert!(message.contains("Update Goodword"), "{message}");
    }
    let message = refused(&folder.put("book.ron", "(version: 99999999999999999999999)"));
    assert!(message.contains("newer Goodword"), "{message}");
}

#[test]
fn what_is_no_file_is_refused() {
    let folder = Folder::new();
    fs::create_dir(folder.path("folder")).unwrap();
    assert!(refused(&folder.path("folder")).contains("is a folder, not a file."));
    let _socket = UnixListener::bind(folder.path("socket")).unwrap();
    assert!(refused(&folder.path("socket")).contains("is neither a file nor a folder."));
    let below_a_file = folder.put("file", "(version: 1)").join("book.ron");
    assert!(refused(&below_a_file).contains("cannot be read: "));
    symlink("loop", folder.path("loop")).unwrap();
    assert!(refused(&folder.path("loop")).contains("is a link that leads back to itself."));
    symlink("gone/book.ron", folder.path("link")).unwrap();
    assert!(refused(&folder.path("link")).contains("Is its disk connected?"));
}

#[test]
fn a_book_beyond_64_mib_is_refused_unread() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let file = fs::File::create(&path).unwrap();
    file.set_len((256 << 20) + 1).unwrap();
    let error = goodword::store::BookFile::open(&path).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("is too large: more than 256 MiB."),
        "{error}"
    );
    file.set_len(256 << 20).unwrap();
    let error = goodword::store::BookFile::open(&path).unwrap_err();
    assert!(error.to_string().contains("is empty."), "{error}");
}

#[test]
fn nesting_without_end_is_refused_and_does_not_overflow() {
    let folder = Folder::new();
    for hostile in [
        format!(
            "(version: 1, settings: (order_of_lines: {}",
            "[".repeat(100_000)
        ),
        format!("(version: 1, {}", "/*".repeat(100_000)),
        format!("{}(version: 1", "/*".repeat(100_000)),
    ] {
        assert!(refused(&folder.put("book.ron", hostile)).contains("line 1"));
    }
}

#[test]
fn a_mark_at_the_beginning_and_windows_line_ends_do_no_harm() {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    let written = book(2, 2);
    save(&mut open(&path).file, &written);
    let text = fs::read_to_string(&path).unwrap();
    let elsewhere = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let mut opened = open(&folder.put("book.ron", elsewhere));
    assert_eq!(opened.book, written);
    save(&mut opened.file, &opened.book);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn the_configuration_is_optional_and_its_mistakes_have_a_place() {
    let folder = Folder::new();
    let read = |path: &std::path::Path| Config::read(path);
    assert_eq!(read(&folder.path("none.ron")).unwrap(), Config::default());
    let good = folder.put("good.ron", "(me: [\"me@example.org\"])");
    assert_eq!(read(&good).unwrap().me, ["me@example.org"]);
    let bad = folder.put("bad.ron", "(\n  me: [\"a\"],\n  you: [],\n)");
    let message = read(&bad).unwrap_err().to_string();
    assert!(message.starts_with("The configuration "), "{message}");
    assert!(message.contains("line 3, column 3"), "{message}");
    assert!(
        message.contains("There is no field \"you\" in Config."),
        "{message}"
    );
}
