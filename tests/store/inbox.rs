//! The inbox: no line of it is lost, and none is handed over twice unseen, whatever happens in between.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::thread;

use goodword::store::inbox::{Found, Inbox};
use tempfile::TempDir;

struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn inbox(&self) -> Inbox {
        Inbox::of(&self.path("book.ron"))
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// A program that has the inbox open, and appends.
    fn opened(&self) -> File {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        options.open(self.path("inbox.txt")).unwrap()
    }

    fn append(&self, text: &str) {
        self.opened().write_all(text.as_bytes()).unwrap();
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }
}

/// What a few looks find: the first sees that there is something, the next that it rests.
fn next(inbox: &mut Inbox) -> Option<Found> {
    (0..5).find_map(|_| inbox.look().unwrap())
}

fn next_lines(inbox: &mut Inbox) -> Vec<String> {
    let found = next(inbox).unwrap();
    assert_eq!(found.waiting, Vec::<String>::new());
    found.lines
}

#[test]
fn lines_are_handed_over_once_and_are_gone_once_the_book_is_saved() {
    let folder = Folder::new();
    let mut inbox = folder.inbox();
    assert!(next(&mut inbox).is_none());
    assert_eq!(folder.names(), Vec::<String>::new(), "no inbox, no files");
    folder.append("# of today\r\nmet bob\r\n\n  met ana: a cut li");
    let found = next(&mut inbox).unwrap();
    assert_eq!(found.lines, ["met bob", "met ana: a cut li"]);
    assert!(next(&mut inbox).is_none(), "not twice");
    assert!(folder.text(".inbox.txt.taking").contains("met bob"));
    inbox.settle(found.number, &[]).unwrap();
    assert_eq!(folder.text("inbox.txt"), "");
    assert_eq!(folder.names(), [".inbox.txt.lock", "inbox.txt"]);
    assert!(next(&mut inbox).is_none());
    folder.append("met dana\n");
    assert_eq!(next_lines(&mut inbox), ["met dana"]);
}

#[test]
fn what_is_still_being_written_is_left_to_rest() {
    let folder = Folder::new();
    let mut inbox = folder.inbox();
    for piece in ["met ", "ana: ", "the offer, ", "and more", "\n"] {
        folder.append(piece);
        assert!(inbox.look().unwrap().is_none(), "{piece}");
    }
    assert_eq!(next_lines(&mut inbox), ["met ana: the offer, and more"]);
}

#[test]
fn what_is_written_meanwhile_comes_next_by_whatever_way() {
    let folder = Folder::new();
    let mut inbox = folder.inbox();
    let mut open = folder.opened();
    open.write_all(b"one\n").unwrap();
    let first = next(&mut inbox).unwrap();
    // By the path, which is a new file now, and by whoever has the old one open.
    folder.append("two\n");
    open.write_all(b"three\n").unwrap();
    inbox.settle(first.number, &[]).unwrap();
    let second = next(&mut inbox).unwrap();
    assert_eq!(second.lines, ["three"]);
    inbox.settle(second.number, &[]).unwrap();
    let third = next(&mut inbox).unwrap();
    assert_eq!(third.lines, ["two"]);
    inbox.settle(third.number, &[]).unwrap();
    // It has the inbox open, as ever.
    open.write_all(b"four\n").unwrap();
    assert_eq!(folder.text("inbox.txt"), "four\n");
    assert_eq!(next_lines(&mut inbox), ["four"]);
}

#[test]
fn what_was_on_its_way_when_the_program_ended_waits_for_somebody() {
    let folder = Folder::new();
    folder.append("one\ntwo\n");
    let mut inbox = folder.inbox();
    let found = next(&mut inbox).unwrap();
    assert_eq!(found.lines, ["one", "two"]);
    drop(inbox);
    for _ in 0..2 {
        // As often as it ends before anything is saved.
        let again = next(&mut folder.inbox()).unwrap();
        assert_eq!((again.number, again.waiting.len()), (1, 2));
        assert_eq!(again.waiting, ["one", "two"]);
        assert_eq!(again.lines, Vec::<String>::new());
    }
    let mut inbox = folder.inbox();
    let waiting = next(&mut inbox).unwrap();
    folder.append("three\n");
    inbox.settle(waiting.number, &["two".to_owned()]).unwrap();
    assert_eq!(next_lines(&mut inbox), ["three"]);
    assert_eq!(folder.text(".inbox.txt.waiting"), "two\n");
}

#[test]
fn lines_that_cannot_be_read_wait_from_one_session_to_the_next() {
    let folder = Folder::new();
    folder.append("met ana\nwhatever\n");
    let mut inbox = folder.inbox();
    let found = next(&mut inbox).unwrap();
    let unread = ["whatever".to_owned()];
    inbox.settle(found.number, &unread).unwrap();
    assert!(next(&mut inbox).is_none(), "they are not taken again");
    let waiting = folder.path(".inbox.txt.waiting");
    let mode = fs::metadata(&waiting).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    drop(inbox);
    let mut inbox = folder.inbox();
    let found = next(&mut inbox).unwrap();
    assert_eq!(found.waiting, unread);
    inbox.settle(found.number, &[]).unwrap();
    assert!(!waiting.exists());
    drop(inbox);
    assert!(next(&mut folder.inbox()).is_none());
}

#[test]
fn an_end_between_any_two_steps_of_settling_loses_and_doubles_nothing() {
    // The lines that wait were written, and the taken file was not emptied yet.
    let folder = Folder::new();
    fs::write(folder.path(".inbox.txt.waiting"), "two\n").unwrap();
    fs::write(folder.path(".inbox.txt.taking"), "one\ntwo\n").unwrap();
    let mut inbox = folder.inbox();
    assert_eq!(next(&mut inbox).unwrap().waiting, ["two", "one"]);
    assert!(next(&mut inbox).is_none());
    // It was emptied, and has not got its name back yet.
    let folder = Folder::new();
    fs::write(folder.path(".inbox.txt.taking"), "").unwrap();
    let mut inbox = folder.inbox();
    folder.append("three\n");
    assert_eq!(next_lines(&mut inbox), ["three"]);
    inbox.settle(1, &[]).unwrap();
    assert_eq!(folder.names(), [".inbox.txt.lock", "inbox.txt"]);
}

#[test]
fn a_save_that_knows_nothing_of_the_lines_leaves_them() {
    let folder = Folder::new();
    folder.append("one\n");
    let mut inbox = folder.inbox();
    let found = next(&mut inbox).unwrap();
    inbox.settle(found.number - 1, &[]).unwrap();
    assert_eq!(folder.text(".inbox.txt.taking"), "one\n");
}

#[test]
fn of_two_programs_one_takes_and_the_other_follows_when_it_ends() {
    let folder = Folder::new();
    folder.append("one\nwhatever\n");
    let (mut first, mut second) = (folder.inbox(), folder.inbox());
    let found = next(&mut first).unwrap();
    assert!(next(&mut second).is_none());
    second.settle(9, &[]).unwrap();
    first
        .settle(found.number, &["whatever".to_owned()])
        .unwrap();
    folder.append("two\n");
    assert!(next(&mut second).is_none());
    drop(first);
    let found = next(&mut second).unwrap();
    assert_eq!(found.waiting, ["whatever"]);
    second.settle(found.number, &found.waiting).unwrap();
    assert_eq!(next_lines(&mut second), ["two"]);
}

#[test]
fn what_cannot_be_written_now_is_written_later() {
    let folder = Folder::new();
    folder.append("one\nwhatever\n");
    let mut inbox = folder.inbox();
    let found = next(&mut inbox).unwrap();
    let waiting = ["whatever".to_owned()];
    // Something stands in the way.
    fs::create_dir(folder.path(".inbox.txt.waiting")).unwrap();
    inbox.settle(found.number, &waiting).unwrap_err();
    assert_eq!(folder.text(".inbox.txt.taking"), "one\nwhatever\n");
    fs::remove_dir(folder.path(".inbox.txt.waiting")).unwrap();
    inbox.settle(found.number, &waiting).unwrap();
    assert_eq!(folder.text(".inbox.txt.waiting"), "whatever\n");
    assert!(!folder.path(".inbox.txt.taking").exists());
}

#[test]
fn what_is_no_plain_file_or_too_large_is_left_alone_and_said_once() {
    let folder = Folder::new();
    fs::write(folder.path("elsewhere.txt"), "met bob\n").unwrap();
    symlink("elsewhere.txt", folder.path("inbox.txt")).unwrap();
    let mut inbox = folder.inbox();
    assert_eq!(inbox.look().err().unwrap(), "it is no plain file");
    assert!(next(&mut inbox).is_none());
    fs::remove_file(folder.path("inbox.txt")).unwrap();
    let large = "met bob\n".repeat(40_000);
    folder.append(&large);
    let said: Vec<String> = (0..5).filter_map(|_| inbox.look().err()).collect();
    assert_eq!(said, ["it is larger than 256 KB"]);
    assert_eq!(folder.text("inbox.txt"), large);
}

#[test]
fn many_who_append_at_once_all_get_their_lines_in_once() {
    const WRITERS: usize = 4;
    const LINES: usize = 300;
    let folder = Folder::new();
    let mut inbox = folder.inbox();
    let mut taken: Vec<String> = Vec::new();
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let folder = &folder;
            scope.spawn(move || {
                let mut open = folder.opened();
                for line in 0..LINES {
                    let text = format!("line {writer} {line}\n");
                    if line % 2 == 0 {
                        folder.append(&text);
                    } else {
                        open.write_all(text.as_bytes()).unwrap();
                    }
                }
            });
        }
        while taken.len() < WRITERS * LINES {
            if let Some(found) = inbox.look().unwrap() {
                taken.extend(found.lines);
                inbox.settle(found.number, &[]).unwrap();
            }
        }
    });
    assert!(next(&mut inbox).is_none(), "nothing more");
    taken.sort();
    taken.dedup();
    assert_eq!(taken.len(), WRITERS * LINES);
}
