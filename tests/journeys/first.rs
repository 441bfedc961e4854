//! The first screen: three ways to begin, and files that bring people.

use std::path::PathBuf;

use tempfile::TempDir;

use super::desk::Desk;

const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEMAIL:ana@nordwind.example\nEND:VCARD\n\
                     BEGIN:VCARD\nVERSION:3.0\nFN:Lee Okafor\nEND:VCARD\n\
                     BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n";

/// A folder with a file of two people and one that has no name.
fn cards() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("people.vcf");
    std::fs::write(&path, CARDS).unwrap();
    (folder, path)
}

#[test]
fn three_ways_to_begin_stand_under_a_cursor() {
    let mut desk = Desk::empty();
    desk.sees("How would you like to begin?")
        .sees("▸ Write one line");
    desk.sees("▸ Write one line")
        .keys("j j j")
        .sees("▸ Look around")
        .keys("k")
        .sees("▸ Bring people in");
    desk.keys("k Enter")
        .sees("One line")
        .keys("Esc")
        .sees("▸ Write one line");
    assert!(!desk.path().exists(), "looking writes nothing");
}

#[test]
fn one_line_begins_a_book() {
    let mut desk = Desk::empty();
    desk.keys("A").types("Ana Silva").keys("Ctrl-s 1");
    desk.sees_not("How would you like to begin?");
    desk.keys("u").sees("How would you like to begin?");
}

#[test]
fn a_file_is_shown_before_it_is_kept_and_is_one_step() {
    let (_folder, path) = cards();
    let mut desk = Desk::empty();
    desk.keys("j Enter")
        .sees("Bring people in")
        .types(&path.display().to_string());
    desk.keys("Enter")
        .sees("Nothing of it is kept yet")
        .sees("people: 2 new, 0 changed, 1 rejected");
    desk.sees("people.vcf");
    assert_eq!(desk.book().record_count(), 0);
    assert!(!desk.path().exists());
    desk.keys("Enter")
        .sees("imported people: 2 new, 0 changed · u undoes");
    assert!(desk.knows("Ana Silva") && desk.knows("Lee Okafor"));
    desk.keys("u").sees("How would you like to begin?");
    assert_eq!(desk.book().record_count(), 0);
    desk.keys("U").reopen();
    assert!(desk.knows("Ana Silva"));
}

#[test]
fn a_file_can_be_named_behind_the_command_and_again_changes_nothing() {
    let (_folder, path) = cards();
    let mut desk = Desk::empty();
    let line = format!("import {}", path.display());
    desk.keys("2 :")
        .types(&line)
        .keys("Enter Enter")
        .sees("Ana Silva");
    desk.keys(":")
        .types(&line)
        .keys("Enter")
        .sees("2 same")
        .sees("The book stays as it is");
    desk.keys("Enter").sees("The book has all of it already");
    desk.keys(":")
        .types(&line)
        .keys("Enter Esc")
        .sees_not("What the file brings");
}

#[test]
fn a_path_is_completed_and_a_wrong_one_is_said() {
    let (folder, path) = cards();
    let mut desk = Desk::empty();
    let begun = folder.path().join("peo").display().to_string();
    desk.keys("j Enter").types(&begun).keys("Tab");
    desk.sees("people.vcf")
        .keys("Enter")
        .sees("What the file brings")
        .keys("Esc");
    desk.keys("Enter")
        .types("/nowhere/at/all.vcf")
        .keys("Enter");
    desk.sees("there is no such file")
        .retypes(&path.display().to_string());
    desk.sees_not("there is no such file")
        .keys("Enter")
        .sees("2 new");
    std::fs::write(&path, "hello").unwrap();
    desk.keys("Esc Enter")
        .pastes(&format!("'{}'", path.display()));
    desk.keys("Enter")
        .sees("no vCard, no iCalendar file and no table");
}

#[test]
fn a_path_behind_the_name_of_the_import_is_completed_where_it_stands() {
    let (folder, _) = cards();
    let mut desk = Desk::empty();
    let begun = folder.path().join("peo").display().to_string();
    desk.keys(":").types(&format!("import {begun}"));
    desk.keys("Tab").sees("import ").sees("people.vcf");
    desk.keys("Enter").sees("What the file brings");
}

#[test]
fn a_large_file_says_that_it_is_read_and_can_be_left() {
    let (_folder, path) = cards();
    let mut desk = Desk::empty();
    desk.saves_slowly()
        .keys("j Enter")
        .types(&path.display().to_string());
    desk.keys("Enter")
        .sees("Reading it")
        .has_read(1, 4)
        .sees("1234 entries so far")
        .sees("25%")
        .keys("Esc")
        .sees("How would you like to begin?");
    desk.lets_files_be_read()
        .sees("How would you like to begin?");
    desk.keys("Enter").types(&path.display().to_string());
    desk.keys("Enter").lets_files_be_read().sees("2 new");
}

#[test]
fn a_folder_is_gone_through_person_by_person_and_field_by_field() {
    let (folder, path) = cards();
    let mut desk = Desk::empty();
    desk.keys(":")
        .types(&format!("import {}", folder.path().display()))
        .keys("Enter")
        .sees("people: 2 new, 0 changed, 1 rejected")
        .sees("New people")
        .keys("Enter");
    let many: Vec<String> = (1..40)
        .map(|line| format!("EMAIL:ana{line}@nordwind.example\n"))
        .collect();
    let many = many.concat();
    let text = format!(
        "BEGIN:VCARD\nFN:Ana Silva\nORG:Mill\nTITLE:Miller\nPHOTO:x\n{many}EMAIL:ana@nordwind.example\nEND:VCARD\n"
    );
    std::fs::write(path, text).unwrap();
    desk.keys(":")
        .types(&format!("import {}", folder.path().display()))
        .keys("Enter")
        .sees("People who change")
        .sees("organisation: Mill")
        .sees("role: Miller")
        .sees("not taken: photo on 1 card");
    desk.keys("Esc").sees_not("People who change");
}

#[test]
fn one_can_look_around_and_come_back() {
    let mut desk = Desk::empty();
    desk.keys("G Enter")
        .sees("demo: nothing here is kept")
        .sees("Esc on Today leads back");
    desk.keys("3").goes_to("Comments on her deck").keys("Space");
    assert!(!desk.path().exists(), "nothing of the demo is kept");
    desk.keys("1 Esc")
        .sees("Leave the demo?")
        .goes_to("Back to your own book")
        .keys("Enter");
    desk.sees("How would you like to begin?")
        .sees_not("demo: nothing");
    assert_eq!(desk.book().record_count(), 0);
    desk.keys("u").sees("Nothing to undo");
}

#[test]
fn the_demo_can_become_the_own_book_where_there_is_none() {
    let mut desk = Desk::empty();
    desk.keys("G Enter :")
        .types("keep-demo")
        .keys("Enter")
        .sees("Make the demo your own book?");
    desk.goes_to("Keep it as your own book")
        .keys("Enter")
        .sees("your book from now on");
    desk.sees_not("demo: nothing")
        .reopen()
        .keys("2")
        .sees("Bob Reyes");

    let mut desk = Desk::kept_demo();
    desk.keys(":")
        .types("keep-demo")
        .sees("not here: this is no demo");
    let mut desk = Desk::demo();
    desk.keys(":")
        .types("keep-demo")
        .keys("Enter Enter")
        .sees("Kept as it stands, in book.ron");
}

#[test]
fn a_book_that_appears_meanwhile_ends_the_look_around() {
    let mut desk = Desk::empty();
    desk.keys("G Enter").sees("demo: nothing here is kept");
    let mut other = Desk::at(&desk.path());
    other.keys("A").types("Ana Silva").keys("Ctrl-s");
    desk.looks().sees_not("demo: nothing");
    assert!(desk.knows("Ana Silva") && desk.book().contacts.len() == 1);
}
