//! `kill -9` at random moments, most of them in the midst of a save: the file is always one whole book, and never an
//! older one than what was acknowledged.
//!
//! The child is this very program. It tells of the beginning and the end of each save with a mark that nothing holds
//! back on its way: what it has written to the pipe is there, whatever becomes of it.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use goodword::store::BookFile;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::folder::{Folder, open, save};
use super::people::{in_words, of_save, save_of};
use super::rounds::rounds;

/// What makes this program the child: how it is to write, which book, and from which save on.
const WAY: &str = "GOODWORD_FAULTS_CHILD";
const BOOK: &str = "GOODWORD_FAULTS_BOOK";
const FROM: &str = "GOODWORD_FAULTS_FROM";

const LIKE_GOODWORD: &str = "like Goodword";
const IN_PLACE: &str = "in place";

/// How long after its first mark a child may live, in microseconds.
const LONGEST_LIFE: u64 = 100_000;

/// How long a child may take to begin on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(60);

const BEGINS: u8 = b'b';
const ENDED: u8 = b'e';

/// A mark: which it is, and the save that it is of.
type Mark = (u8, u64);

/// The bytes of a mark.
const MARK: usize = 9;

/// What became of all who were killed.
#[derive(Debug, Default)]
struct Tally {
    kills: u64,
    /// Those between the mark of a save's beginning and that of its end.
    inside: u64,
    /// Books that were not whole.
    torn: u64,
    /// Books older than an acknowledged save.
    lost: u64,
    /// Books of a save that was not acknowledged yet.
    ahead: u64,
    /// Files that a save left behind: it was killed between making the file and putting it into its place.
    drafts: u64,
    acknowledged: u64,
}

#[test]
fn whoever_is_killed_leaves_a_whole_book_with_everything_acknowledged() {
    let tally = kill(LIKE_GOODWORD, rounds(40));
    assert_eq!((tally.torn, tally.lost), (0, 0), "{tally:?}");
    assert!(tally.inside * 10 >= tally.kills * 3, "{tally:?}");
    // A file left behind, or a book that nobody had heard of yet: the kill came between the two steps that matter.
    assert!(
        tally.drafts + tally.ahead > 0,
        "no save was hit where it hurts: {tally:?}"
    );
}

/// The control: the same with the way in which files are usually written.
#[test]
fn the_same_kills_tear_a_file_that_is_written_in_place() {
    let tally = kill(IN_PLACE, rounds(40));
    assert!(tally.torn * 10 >= tally.kills, "{tally:?}");
}

/// Not a test: what is started to be killed.
#[test]
fn child() {
    let Ok(way) = env::var(WAY) else {
        return;
    };
    let path = env::var_os(BOOK).unwrap();
    let from: u64 = env::var(FROM).unwrap().parse().unwrap();
    match way.as_str() {
        IN_PLACE => write_in_place(Path::new(&path), from),
        _ => save_for_ever(Path::new(&path), from),
    }
}

fn save_for_ever(path: &Path, from: u64) {
    let mut file = open(path).file;
    drop(file.sweep());
    for number in from.. {
        let book = of_save(number);
        mark(BEGINS, number);
        save(&mut file, &book);
        mark(ENDED, number);
    }
}

fn write_in_place(path: &Path, from: u64) {
    let like = fs::read_to_string(path).unwrap();
    let before = save_of(&open(path).book).unwrap();
    for number in from.. {
        let text = like.replace(&in_words(before), &in_words(number));
        mark(BEGINS, number);
        fs::write(path, text).unwrap();
        mark(ENDED, number);
    }
}

fn mark(kind: u8, number: u64) {
    let mut bytes = vec![kind];
    bytes.extend(number.to_le_bytes());
    // Nothing holds it back in this program, and a pipe takes so few bytes at once or not at all.
    std::io::stderr().write_all(&bytes).unwrap();
}

fn kill(way: &str, kills: u64) -> Tally {
    let folder = Folder::new();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, &of_save(0));
    let mut chance = StdRng::seed_from_u64(1);
    let mut tally = Tally {
        kills,
        ..Tally::default()
    };
    let mut now = 0;
    for _ in 0..kills {
        let life = Duration::from_micros(chance.random_range(0..LONGEST_LIFE));
        let marks = run_for(life, way, &path, now + 1);
        let ended = marks.iter().rev().find(|(kind, _)| *kind == ENDED);
        let acknowledged = ended.map_or(now, |(_, number)| *number);
        let begun = marks.last().map_or(now, |(_, number)| *number);
        tally.acknowledged += acknowledged - now;
        tally.inside += u64::from(begun > acknowledged);
        tally.drafts += clear_drafts(&folder);
        now = match found(&path) {
            Some(number) if number > begun => panic!("{number} of {begun} saves"),
            Some(number) => {
                tally.lost += u64::from(number < acknowledged);
                tally.ahead += u64::from(number > acknowledged);
                number
            }
            None => {
                tally.torn += 1;
                fs::remove_file(&path).unwrap();
                save(&mut open(&path).file, &of_save(begun));
                begun
            }
        };
    }
    eprintln!("{way}: {tally:?}");
    tally
}

/// The save that the file is of; none where it is torn.
fn found(path: &Path) -> Option<u64> {
    let opened = BookFile::open(path).ok()?;
    save_of(&opened.book)
}

/// Lets a child save for a time after its first mark, and kills it. Gives all of its marks, those included that were
/// under way when it died.
fn run_for(life: Duration, way: &str, path: &Path, from: u64) -> Vec<Mark> {
    let mut child = start(way, path, from);
    let marks = hear(&mut child);
    let first = marks.recv_timeout(PATIENCE).unwrap();
    let mut heard = vec![first];
    let end = Instant::now() + life;
    loop {
        match marks.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(mark) => heard.push(mark),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => panic!("the child ended: {:?}", child.wait()),
        }
    }
    // SIGKILL, which no program hears.
    child.kill().unwrap();
    child.wait().unwrap();
    heard.extend(marks);
    heard
}

fn start(way: &str, path: &Path, from: u64) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "kills::child", "--nocapture"])
        .env(WAY, way)
        .env(BOOK, path)
        .env(FROM, from.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn hear(child: &mut Child) -> Receiver<Mark> {
    let mut pipe = child.stderr.take().unwrap();
    let (marks, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = [0; MARK];
        while pipe.read_exact(&mut bytes).is_ok() {
            let number = u64::from_le_bytes(bytes[1..].try_into().unwrap());
            assert!([BEGINS, ENDED].contains(&bytes[0]), "{bytes:?}");
            if marks.send((bytes[0], number)).is_err() {
                return;
            }
        }
    });
    heard
}

/// Takes away what killed saves left; says how many files that were.
fn clear_drafts(folder: &Folder) -> u64 {
    let left = folder.names().into_iter().filter(|name| name != "book.ron");
    let mut count = 0;
    for name in left {
        fs::remove_file(folder.path(&name)).unwrap();
        count += 1;
    }
    count
}
