//! What nobody finished typing before the program was ended from outside.

use std::fs;
use std::path::Path;

use goodword::app::modal::Modal;
use goodword::app::unfinished::{OldForm, Unfinished};
use goodword::domain::Book;
use goodword::domain::invite::Help;
use goodword::domain::messages::Purpose;
use goodword::store::disk::RealDisk;
use goodword::store::unfinished;

use super::desk::Desk;

#[test]
fn a_form_that_was_cut_off_is_gone_on_with_at_the_next_start() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A")
        .types("Cleo")
        .keys("Tab")
        .types("the second deck");
    desk.goes_to("Whose word").keys("Right").fills("Due", "fri");
    // A question over it hides it from nobody.
    desk.keys("Esc").sees("Drop what you typed?");
    let left = desk.model.typed(&desk.cx).expect("something was typed");
    desk.reopen();
    assert_eq!(desk.model.typed(&desk.cx), None);
    desk.model.offer_unfinished(left.clone(), &desk.cx);
    desk.wakes_on("2026-09-25")
        .sees("An unfinished form is here")
        .sees("A new promise");
    desk.goes_to("Go on")
        .keys("Enter")
        .sees("Cleo Ito")
        .sees("the second deck");
    desk.sees("theirs to me").keys("Ctrl-s");
    assert_eq!(
        desk.promise("the second deck").due.unwrap().to_string(),
        "2026-10-02"
    );
    desk.reopen();
    desk.model.offer_unfinished(left, &desk.cx);
    desk.goes_to("Drop it").keys("Enter").sees("Dropped");
}

#[test]
fn every_kind_of_field_comes_back_as_it_was_left() {
    let mut desk = Desk::kept_demo();
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("Enter A Enter")
        .types("two");
    desk.keys("Ctrl-j")
        .types("lines")
        .keys("Tab")
        .types("dana,Ada Byron,");
    let left = desk.model.typed(&desk.cx).unwrap();
    desk.reopen();
    desk.model.offer_unfinished(left, &desk.cx);
    desk.keys("Enter Ctrl-s")
        .sees("Bob Reyes, Dana Liu and Ada Byron");
    let mut talks = desk.book().interactions.iter();
    let talk = talks.find(|talk| talk.note == "two\nlines").unwrap();
    assert_eq!(talk.with.len(), 3);
}

/// Ends the program from outside and goes on with what was typed: by way of its file.
fn is_cut_off_and_goes_on(desk: &mut Desk, question: &str) {
    let left = desk.model.typed(&desk.cx).expect("something was typed");
    let folder = tempfile::tempdir().unwrap();
    let path = desk.path();
    unfinished::write(&RealDisk, folder.path(), &path, &left).unwrap();
    desk.reopen();
    assert_eq!(desk.model.typed(&desk.cx), None);
    let (_, left) = unfinished::find::<Unfinished, OldForm>(folder.path(), &path).unwrap();
    desk.model.offer_unfinished(left, &desk.cx);
    desk.wakes_on("2026-09-24").sees(question).keys("Enter");
    desk.sees_not(question);
}

#[test]
fn a_line_that_was_cut_off_is_gone_on_with() {
    let mut desk = Desk::kept_demo();
    desk.keys("a").types("note bob: late for the");
    desk.keys("Esc").sees("Drop what you typed?");
    is_cut_off_and_goes_on(&mut desk, "An unfinished line is here");
    desk.types(" train").keys("Enter");
    assert!(
        desk.contact("Bob Reyes")
            .notes
            .contains("late for the train")
    );
    assert_eq!(desk.model.typed(&desk.cx), None);
}

#[test]
fn a_line_comes_back_at_its_event() {
    let mut desk = Desk::kept_demo();
    desk.keys("a").types("at Web Summit:").keys("Enter");
    assert_eq!(desk.model.event.as_deref(), Some("Web Summit"));
    desk.types("met bob");
    is_cut_off_and_goes_on(&mut desk, "An unfinished line is here");
    assert_eq!(desk.model.event.as_deref(), Some("Web Summit"));
}

/// A message about a decision is being written.
fn writes_of_a_decision(desk: &mut Desk) -> Purpose {
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter Enter")
        .sees("To Dana Liu");
    desk.keys("e").types("Until soon!");
    let Some(Modal::Draft(sheet)) = &desk.model.modal else {
        panic!("no message is open");
    };
    sheet.purpose
}

#[test]
fn a_message_that_was_cut_off_is_gone_on_with_in_its_purpose() {
    let mut desk = Desk::kept_demo();
    let purpose = writes_of_a_decision(&mut desk);
    is_cut_off_and_goes_on(&mut desk, "An unfinished message is here");
    desk.sees("Until soon!");
    match &desk.model.modal {
        Some(Modal::Draft(sheet)) => assert_eq!(sheet.purpose, purpose),
        _ => panic!("no message is open"),
    }
}

#[test]
fn a_message_about_nothing_any_more_stands_in_a_plain_one() {
    let mut desk = Desk::kept_demo();
    writes_of_a_decision(&mut desk);
    let left = desk.model.typed(&desk.cx).unwrap();
    desk.reopen();
    let mut book = desk.book().clone();
    book.decisions = Book::default().decisions;
    desk.model.book = book;
    desk.model.offer_unfinished(left.clone(), &desk.cx);
    desk.keys("Enter").sees("Until soon!").sees("To Dana Liu");
    let Some(Modal::Draft(sheet)) = &desk.model.modal else {
        panic!("no message is open");
    };
    let dana = sheet.messages[0].contact;
    assert_eq!(sheet.purpose, Purpose::Note(dana));
    // Nobody of that name is in the book any more: the words are there to copy.
    desk.reopen();
    desk.model.book = Book::default();
    desk.model.offer_unfinished(left, &desk.cx);
    desk.keys("Enter").sees("Until soon!").sees("To Dana Liu");
}

#[test]
fn a_reason_and_answers_that_were_cut_off_are_gone_on_with() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter Down Tab")
        .types("she asked first");
    let way = |desk: &Desk| match &desk.model.modal {
        Some(Modal::Decision(sheet)) => sheet.way().map(|way| way.label.clone()),
        _ => panic!("no decision is open"),
    };
    let before = way(&desk);
    is_cut_off_and_goes_on(&mut desk, "An unfinished decision is here");
    desk.sees("she asked first");
    assert_eq!(way(&desk), before);
    let mut desk = Desk::kept_demo();
    desk.keys("4 e 3 Right 1 e").types("5 oct");
    let answers = |desk: &Desk| match &desk.model.modal {
        Some(Modal::Answers(answers)) => {
            let day = answers.day.as_ref().unwrap().input.to_string();
            ((answers.a.help, answers.b.help), answers.side, day)
        }
        _ => panic!("no answers are open"),
    };
    let before = answers(&desk);
    assert!([before.0.0, before.0.1].contains(&Some(Help::ALL[3])));
    is_cut_off_and_goes_on(&mut desk, "Unfinished answers are here");
    assert_eq!(answers(&desk), before);
    assert_eq!(before.2, "5 oct");
}

/// A form as it was kept when forms alone were.
#[test]
fn a_form_that_an_older_goodword_kept_is_gone_on_with() {
    let mut desk = Desk::kept_demo();
    let folder = tempfile::tempdir().unwrap();
    let old = "(book:\"/my/book.ron\",form:(title:\"A new person\",on:\"2026-09-20\",subject:Contact(None),\
        typed:[(\"Name\",\"Ada Byr\")]))";
    fs::write(folder.path().join("book-1.form"), old).unwrap();
    let found = unfinished::find::<Unfinished, OldForm>(folder.path(), Path::new("/my/book.ron"));
    desk.model.offer_unfinished(found.unwrap().1, &desk.cx);
    desk.wakes_on("2026-09-24")
        .sees("A new person, left")
        .keys("Enter");
    desk.sees("Ada Byr");
}
