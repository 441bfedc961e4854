//! Backups: ten days and five events, whole, for the owner alone, and never in the way of a save.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{Days, NaiveDate};

use super::common::books::book;
use super::failing_disk::{FailingDisk, Plan};
use super::folder::{Folder, mode, not_saved, open, save};
use goodword::domain::Book;
use goodword::domain::contact::Contact;
use goodword::store::disk::RealDisk;
use goodword::store::{Backups, Before, BookFile, Save};

/// A calendar that the test turns.
#[derive(Clone)]
struct Calendar(Arc<Mutex<NaiveDate>>);

impl Calendar {
    fn new() -> Self {
        Self(Arc::new(Mutex::new("2026-09-24".parse().unwrap())))
    }

    fn turn(&self, days: u64) {
        let mut day = self.0.lock().unwrap();
        *day = *day + Days::new(days);
    }

    fn today(&self) -> impl Fn() -> NaiveDate + Send + 'static {
        let day = Arc::clone(&self.0);
        move || *day.lock().unwrap()
    }
}

/// A book with its backups in the folder "backups", which is not there yet.
struct Shelf {
    folder: Folder,
    calendar: Calendar,
}

impl Shelf {
    fn new() -> Self {
        Self {
            folder: Folder::in_memory(),
            calendar: Calendar::new(),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path("book.ron")
    }

    fn backups(&self) -> Backups {
        let folder = self.folder.path("backups");
        Backups::on(Box::new(RealDisk), folder, self.calendar.today())
    }

    fn file(&self) -> BookFile {
        open(&self.path()).file.backed_up_by(Some(self.backups()))
    }

    /// The backups as they are told: "2 2026-09-24 Import".
    fn told(&self) -> Vec<String> {
        let list = self.backups().list().unwrap();
        list.iter()
            .map(|one| format!("{} {} {:?}", one.number, one.day, one.before))
            .collect()
    }
}

#[test]
fn the_first_save_of_a_day_keeps_what_was_there_and_the_next_ones_do_not() {
    let shelf = Shelf::new();
    let mut file = shelf.file();
    save(&mut file, &book(1, 3));
    assert!(shelf.told().is_empty(), "a new book replaces nothing");
    let first = fs::read(shelf.path()).unwrap();
    save(&mut file, &book(2, 3));
    save(&mut file, &book(3, 3));
    assert_eq!(shelf.told(), ["1 2026-09-24 Day"]);
    let kept = shelf.backups().list().unwrap().remove(0).path;
    assert_eq!(fs::read(kept).unwrap(), first);
    // Saving what is there already changes nothing, so that there is nothing to keep.
    shelf.calendar.turn(1);
    save(&mut file, &book(3, 3));
    assert_eq!(shelf.told().len(), 1);
    save(&mut file, &book(4, 3));
    assert_eq!(shelf.told(), ["1 2026-09-24 Day", "2 2026-09-25 Day"]);
}

#[test]
fn what_somebody_else_took_out_of_the_file_does_not_come_into_a_backup() {
    let shelf = Shelf::new();
    let mut file = shelf.file();
    save(&mut file, &book(1, 3));
    save(&mut open(&shelf.path()).file, &Book::default());
    assert!(matches!(file.save(&book(2, 3)), Save::Foreign(_)));
    assert!(shelf.told().is_empty());
    // A file that is gone is written again: what it held is all the more worth keeping.
    fs::remove_file(shelf.path()).unwrap();
    save(&mut file, &book(2, 3));
    assert_eq!(shelf.told(), ["1 2026-09-24 Day"]);
}

#[test]
fn what_others_wrote_is_kept_before_a_merge_takes_its_place() {
    let shelf = Shelf::new();
    let mut file = shelf.file();
    save(&mut file, &book(1, 3));
    let mut theirs = open(&shelf.path());
    theirs.book.contacts.put(contact("Theirs"));
    save(&mut theirs.file, &theirs.book);
    // Nothing of ours: nothing is put together, and nothing is written.
    let settled = file.save_merged(book(1, 3));
    assert_eq!(settled.book, theirs.book);
    assert!(shelf.told().is_empty());
    let mut ours = settled.book;
    ours.contacts.put(contact("Ours"));
    theirs.book.contacts.put(contact("More of theirs"));
    save(&mut theirs.file, &theirs.book);
    let before = fs::read(shelf.path()).unwrap();
    let settled = file.save_merged(ours);
    assert_eq!(settled.book.contacts.len(), theirs.book.contacts.len() + 1);
    let kept = shelf.backups().list().unwrap();
    assert_eq!(kept[0].before, Before::Merge);
    assert_eq!(fs::read(&kept[0].path).unwrap(), before);
}

#[test]
fn ten_days_and_five_events_are_kept_whichever_come_more_often() {
    let shelf = Shelf::new();
    let mut file = shelf.file();
    save(&mut file, &book(0, 1));
    for seed in 1..=14 {
        shelf.calendar.turn(1);
        save(&mut file, &book(seed, 1));
        let event = [Before::Import, Before::Merge][seed as usize % 2];
        if seed <= 7 {
            file.back_up(event).unwrap().unwrap();
        }
    }
    let told = shelf.told();
    let days = told.iter().filter(|one| one.ends_with("Day")).count();
    assert_eq!((days, told.len() - days), (10, 5), "{told:?}");
    // The oldest went, of each kind.
    assert_eq!(told.first().unwrap(), "6 2026-09-27 Merge");
    assert_eq!(told.last().unwrap(), "21 2026-10-08 Day");
    let folder = shelf.backups().folder().to_owned();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 15);
}

#[test]
fn a_clock_that_was_wrong_for_a_day_costs_no_backup_of_another_day() {
    let shelf = Shelf::new();
    let mut file = shelf.file();
    save(&mut file, &book(0, 1));
    shelf.calendar.turn(36_500);
    save(&mut file, &book(1, 1));
    *shelf.calendar.0.lock().unwrap() = "2026-09-24".parse().unwrap();
    for seed in 2..=11 {
        save(&mut file, &book(seed, 1));
        shelf.calendar.turn(1);
    }
    let told = shelf.told();
    assert_eq!(told.len(), 10);
    assert!(
        told.iter().all(|one| one.contains(" 2026-")),
        "the oldest one went, whatever it says: {told:?}"
    );
}

#[test]
fn backups_are_for_the_owner_alone_even_of_a_book_that_is_not() {
    let shelf = Shelf::new();
    shelf.folder.put("book.ron", "(version: 1)");
    super::folder::set_mode(&shelf.path(), 0o644);
    save(&mut shelf.file(), &book(1, 1));
    let backup = shelf.backups().list().unwrap().remove(0);
    assert_eq!(mode(&backup.path), 0o600);
    assert_eq!(mode(shelf.backups().folder()), 0o700);
    assert_eq!(shelf.folder.names(), ["backups", "book.ron"]);
}

#[test]
fn each_book_has_a_folder_of_its_own_by_whichever_way_it_is_named() {
    let folder = Folder::new();
    let all = folder.path("state");
    fs::create_dir_all(folder.path("one")).unwrap();
    fs::create_dir_all(folder.path("two")).unwrap();
    let one = folder.put("one/book.ron", "(version: 1)");
    symlink("one", folder.path("link")).unwrap();
    symlink("../one/book.ron", folder.path("two/other.ron")).unwrap();
    let of = |name: &str| {
        let backups = Backups::of(&all, &folder.path(name), NaiveDate::default);
        backups.folder().to_owned()
    };
    assert_eq!(of("one/book.ron"), of("link/book.ron"));
    assert_eq!(of("one/book.ron"), of("two/other.ron"));
    assert_eq!(of("one/book.ron"), of("two/../one/book.ron"));
    assert_ne!(of("one/book.ron"), of("two/book.ron"));
    assert_ne!(of("one/book.ron"), of("one/work.ron"));
    assert!(of("one/book.ron").starts_with(&all));
    let before = of("one/book.ron");
    fs::remove_file(one).unwrap();
    assert_eq!(of("one/book.ron"), before, "the file may be gone");
    assert_eq!(of("gone/book.ron"), of("gone/book.ron"));
}

#[test]
fn whichever_call_fails_a_day_without_a_backup_stops_no_save() {
    let calls = {
        let (_shelf, disk, mut file) = on_failing_disk();
        save(&mut file, &book(2, 1));
        let plan = disk.0.lock().unwrap();
        plan.calls.clone()
    };
    for wanted in ["create_folder", "sync", "read_back", "place_new", "list"] {
        assert!(calls.contains(&wanted), "{wanted} is not in {calls:?}");
    }
    for (number, call) in calls.iter().enumerate() {
        let (shelf, disk, mut file) = on_failing_disk();
        disk.0.lock().unwrap().fail = Some((number, 28));
        save(&mut file, &book(2, 1));
        // The first look only tells whether to look again.
        let trouble = file.backup_trouble().is_some();
        assert_eq!(trouble, number > 0, "{call} ({number}) failed in silence");
        assert!(file.backup_trouble().is_none(), "told once");
        for backup in shelf.backups().list().unwrap() {
            assert_eq!(open(&backup.path).book, book(1, 1), "{call}: a torn backup");
        }
        // The disk is well again: the next save of the day brings the backup, where it is not there.
        *disk.0.lock().unwrap() = Plan::default();
        save(&mut file, &book(3, 1));
        assert_eq!(shelf.told().len(), 1, "{call}");
        let left = fs::read_dir(shelf.backups().folder()).unwrap().count();
        assert_eq!(left, 1, "{call}: left-overs");
    }
}

#[test]
fn a_disk_that_gives_back_other_bytes_is_no_place_for_a_backup() {
    let (shelf, disk, mut file) = on_failing_disk();
    disk.0.lock().unwrap().lie = true;
    save(&mut file, &book(2, 1));
    let trouble = file.backup_trouble().unwrap().to_string();
    assert!(trouble.contains("gave back other bytes"), "{trouble}");
    assert!(shelf.told().is_empty());
    // Each save tries again, and what is known already is not said again.
    save(&mut file, &book(3, 1));
    assert!(file.backup_trouble().is_none());
    disk.0.lock().unwrap().lie = false;
    save(&mut file, &book(4, 1));
    assert_eq!(shelf.told(), ["1 2026-09-24 Day"]);
    shelf.calendar.turn(1);
    disk.0.lock().unwrap().lie = true;
    save(&mut file, &book(5, 1));
    assert!(
        file.backup_trouble().is_some(),
        "another day, another trouble"
    );
}

#[test]
fn an_older_format_is_not_written_over_without_a_backup() {
    let (shelf, disk, mut file) = on_failing_disk_with("(version: 0)");
    disk.0.lock().unwrap().fail = Some((0, 28));
    let message = not_saved(file.save(&book(2, 1)));
    assert!(
        message.contains("backing up the book in its older format failed"),
        "{message}"
    );
    assert_eq!(fs::read(shelf.path()).unwrap(), b"(version: 0)");
    *disk.0.lock().unwrap() = Plan::default();
    save(&mut file, &book(2, 1));
    assert_eq!(shelf.told(), ["1 2026-09-24 Migration", "2 2026-09-24 Day"]);
}

#[test]
fn what_changes_much_is_read_back_however_large_the_book_is() {
    let shelf = Shelf::new();
    let mut file = shelf.file();
    save(&mut file, &book(1, 1));
    let mut large = Book::default();
    large.contacts.put(contact(&"x".repeat(3 << 20)));
    // A text that could not be opened again.
    large.version = 2;
    file.back_up(Before::Import).unwrap().unwrap();
    let message = not_saved(file.save(&large));
    assert!(message.contains("would not read back"), "{message}");
    assert_eq!(open(&shelf.path()).book, book(1, 1));
    large.version = 1;
    save(&mut file, &large);
    assert_eq!(open(&shelf.path()).book, large);
}

#[test]
fn the_newest_good_one_is_the_newest_that_can_be_read() {
    let shelf = Shelf::new();
    assert_eq!(shelf.backups().newest_good(), None);
    let good = encoded(&book(1, 1));
    let backups = shelf.backups();
    backups.before_event(Before::Import, &good).unwrap();
    backups
        .before_event(Before::Import, b"(version: 1, ")
        .unwrap();
    backups
        .before_event(Before::Import, b"(version: 99)")
        .unwrap();
    backups.before_event(Before::Import, b"").unwrap();
    assert_eq!(backups.newest_good().unwrap().number, 1);
}

#[test]
fn what_is_no_backup_is_left_alone_and_left_overs_go() {
    let shelf = Shelf::new();
    let backups = shelf.backups();
    backups
        .before_event(Before::Merge, b"(version: 1)")
        .unwrap();
    for name in [
        "mine.ron",
        "0001-2026-09-24-party.ron",
        "x-2026-09-24-day.ron",
    ] {
        shelf.folder.put(&format!("backups/{name}"), "");
    }
    shelf
        .folder
        .put("backups/.goodword-a1b2c3.tmp", "(version: 1, co");
    assert_eq!(shelf.told(), ["1 2026-09-24 Merge"]);
    backups.sweep().unwrap();
    let left = fs::read_dir(backups.folder()).unwrap().count();
    assert_eq!(left, 4);
}

fn contact(name: &str) -> Contact {
    let folder = Folder::in_memory();
    let text = format!("(version: 1, contacts: [(name: \"{name}\", added: \"2026-01-01\")])");
    let book = open(&folder.put("book.ron", text)).book;
    book.contacts.iter().next().unwrap().as_ref().clone()
}

/// The bytes of a book as a save writes them.
fn encoded(book: &Book) -> Vec<u8> {
    let folder = Folder::in_memory();
    let path = folder.path("book.ron");
    save(&mut open(&path).file, book);
    fs::read(path).unwrap()
}

/// A saved book whose backups are on a disk that can fail.
fn on_failing_disk() -> (Shelf, FailingDisk, BookFile) {
    on_failing_disk_with(std::str::from_utf8(&encoded(&book(1, 1))).unwrap())
}

fn on_failing_disk_with(text: &str) -> (Shelf, FailingDisk, BookFile) {
    let shelf = Shelf::new();
    let path = shelf.folder.put("book.ron", text);
    let disk = FailingDisk::default();
    let folder = shelf.folder.path("backups");
    let backups = Backups::on(Box::new(disk.clone()), folder, shelf.calendar.today());
    let opened = BookFile::open(&path).unwrap();
    (shelf, disk, opened.file.backed_up_by(Some(backups)))
}
