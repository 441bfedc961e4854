//! The power is cut after every step of a row of saves: whatever was called saved is there, and otherwise the old book
//! or the new one, whole. Every choice is tried of what a disk may have done by then of what it was not waited for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use goodword::store::BookFile;

use super::dropping_disk::{Breaks, DroppingDisk, Remains};
use super::folder::{Folder, open, save};
use super::people::{of_save, save_of};
use super::rounds::rounds;

/// What was found after all cuts.
#[derive(Debug, Default)]
struct Tally {
    /// After how many steps the power was cut.
    cuts: usize,
    /// How many disks came out of that.
    disks: usize,
    /// Books that cannot be read.
    torn: usize,
    /// Books older than one that was called saved.
    lost: usize,
}

/// How many saves in a row.
fn saves() -> u64 {
    rounds(6)
}

#[test]
fn whatever_was_called_saved_survives_every_cut() {
    let tally = cut_everywhere("as it is", Breaks::default());
    assert_eq!((tally.torn, tally.lost), (0, 0), "{tally:?}");
    assert!(tally.disks > tally.cuts * 2, "{tally:?}");
}

#[test]
fn it_does_where_files_cannot_change_places_too() {
    let breaks = Breaks {
        exchange: true,
        ..Breaks::default()
    };
    let tally = cut_everywhere("without exchange", breaks);
    assert_eq!((tally.torn, tally.lost), (0, 0), "{tally:?}");
}

/// The first control: names that last, of files that do not.
#[test]
fn a_disk_that_does_not_wait_for_files_is_caught() {
    let breaks = Breaks {
        sync: true,
        ..Breaks::default()
    };
    let tally = cut_everywhere("files are not waited for", breaks);
    assert!(tally.torn > 0, "{tally:?}");
}

/// The second one: files that last, under names that do not.
#[test]
fn a_disk_that_does_not_wait_for_names_is_caught() {
    let breaks = Breaks {
        sync_folder: true,
        ..Breaks::default()
    };
    let tally = cut_everywhere("names are not waited for", breaks);
    assert!(tally.lost > 0, "{tally:?}");
}

fn cut_everywhere(what: &str, breaks: Breaks) -> Tally {
    let folder = Folder::in_memory();
    let path = folder.path("book.ron");
    let disk = DroppingDisk::that_breaks(breaks);
    let mut file = BookFile::open_on(Box::new(disk.clone()), &path)
        .unwrap()
        .file;
    let mut tally = Tally::default();
    let mut before = 0;
    // A disk that never waits for names has ever more of them open: a few saves show it.
    let saves = if breaks.sync_folder { 3 } else { saves() };
    for number in 1..=saves {
        save(&mut file, &of_save(number));
        let after = disk.steps();
        for step in before..after {
            judge(&disk, step, &(number - 1..=number).collect(), &mut tally);
        }
        judge(&disk, after, &BTreeSet::from([number]), &mut tally);
        before = after + 1;
    }
    eprintln!("{what}: {tally:?}");
    tally
}

/// Cuts the power after a step; the book of one of these saves is to be there.
fn judge(disk: &DroppingDisk, step: usize, right: &BTreeSet<u64>, tally: &mut Tally) {
    tally.cuts += 1;
    for remains in disk.cut_after(step) {
        tally.disks += 1;
        match found(&remains) {
            None => tally.torn += 1,
            Some(number) if !right.contains(&number) => tally.lost += 1,
            Some(_) => {}
        }
    }
}

/// The save that is found when the machine runs again, 0 where no book is there; none where it is torn.
fn found(remains: &Remains) -> Option<u64> {
    let folder = Folder::in_memory();
    for (name, bytes) in remains {
        fs::write(folder.path(file_name(name)), bytes).unwrap();
    }
    let path = folder.path("book.ron");
    let opened = BookFile::open(&path).ok()?;
    if opened.is_new {
        return Some(0);
    }
    // What the start of the program clears away must not be the book.
    drop(opened.file.sweep());
    let again = open(&path).book;
    (again == opened.book).then(|| save_of(&again)).flatten()
}

fn file_name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}
