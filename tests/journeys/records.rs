//! Every entry of a person's record can be edited and removed where it stands, and each is one step back.

use goodword::domain::contact::{Importance, Source};
use goodword::domain::exchange::Direction;
use goodword::domain::invite::Reply;

use super::desk::Desk;

/// The record of a person of the demo, with the keys.
fn at(person: &str) -> Desk {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to(person).keys("Enter");
    desk
}

#[test]
fn a_talk_is_edited_where_it_stands_and_takes_several_people() {
    let mut desk = at("Bob Reyes");
    desk.keys("A")
        .goes_to("A talk")
        .keys("Enter")
        .types("the new office");
    desk.keys("Tab").types("dana").keys(", Ctrl-s");
    desk.sees("noted: a talk with Bob Reyes and Dana Liu");
    let talk = |desk: &Desk| {
        let mut talks = desk.book().interactions.iter();
        talks
            .find(|talk| talk.note.starts_with("the new office"))
            .unwrap()
            .as_ref()
            .clone()
    };
    let with = [desk.contact("Bob Reyes").id, desk.contact("Dana Liu").id];
    assert_eq!(talk(&desk).with, with);
    desk.goes_to("the new office")
        .keys("e")
        .sees("A talk with Bob and Dana");
    desk.keys("End")
        .types(", in May")
        .keys("Tab Backspace Ctrl-s");
    assert_eq!(talk(&desk).note, "the new office, in May");
    assert_eq!(talk(&desk).with, with[..1]);
    desk.keys("u").goes_to("the new office");
    assert_eq!(talk(&desk).with, with);
    let before = desk.book().interactions.len();
    desk.keys("d")
        .sees("for everybody who was there")
        .sees("the new office");
    desk.goes_to("Delete")
        .keys("Enter")
        .sees_not("the new office, in May");
    assert_eq!(desk.book().interactions.len(), before - 1);
    desk.keys("u");
    assert_eq!(desk.book().interactions.len(), before);
}

#[test]
fn somebody_new_comes_in_with_a_talk() {
    let mut desk = at("Bob Reyes");
    desk.keys("A").goes_to("A talk").keys("Enter").types("fair");
    desk.keys("Tab").types("Ada Byron").keys("Ctrl-s");
    assert!(desk.knows("Ada Byron"));
    desk.keys("u");
    assert!(!desk.knows("Ada Byron"), "one step");
}

#[test]
fn what_somebody_is_working_on_has_a_form_of_its_own() {
    let mut desk = at("Bob Reyes");
    desk.keys("A")
        .goes_to("What they are working on")
        .keys("Enter");
    desk.types("a second office")
        .goes_to("They")
        .keys("Right")
        .sees("aim for it");
    desk.goes_to("Who says so")
        .keys("Right")
        .goes_to("To them it is")
        .keys("Right Ctrl-s");
    desk.sees("noted: a second office (Bob)").sees("your guess");
    let aim = |desk: &Desk| {
        let bob = desk.contact("Bob Reyes").clone();
        bob.aspirations
            .into_iter()
            .find(|aim| aim.text.starts_with("a second office"))
    };
    let noted = aim(&desk).unwrap();
    assert_eq!(
        (noted.source, noted.importance),
        (Source::MyGuess, Importance::Important)
    );
    desk.goes_to("a second office")
        .keys("e")
        .fills("Closed", "2026-01-01")
        .keys("Ctrl-s");
    desk.sees("not before that").retypes("today").keys("Ctrl-s");
    assert_eq!(aim(&desk).unwrap().closed, Some(desk.today()));
    desk.keys("u")
        .goes_to("a second office")
        .keys("d")
        .goes_to("Delete")
        .keys("Enter");
    assert!(aim(&desk).is_none());
}

#[test]
fn value_promises_and_decisions_are_edited_where_they_stand() {
    let mut desk = at("Dana Liu");
    desk.keys("A")
        .goes_to("Value")
        .keys("Enter")
        .types("the price list")
        .keys("Ctrl-s");
    desk.goes_to("the price list")
        .keys("e")
        .goes_to("You")
        .keys("Right Ctrl-s");
    let value = |desk: &Desk| {
        let mut values = desk.book().exchanges.iter();
        values
            .find(|value| value.note == "the price list")
            .map(|value| value.direction)
    };
    assert_eq!(value(&desk), Some(Direction::Received));
    desk.goes_to("the price list")
        .keys("d")
        .goes_to("Delete")
        .keys("Enter");
    assert_eq!(value(&desk), None);

    let mut desk = at("Eve Park");
    desk.goes_to("You promised")
        .keys("e")
        .sees("Exact words")
        .keys("Esc");
    desk.keys("x")
        .sees("stuck")
        .keys("Esc")
        .keys("Enter")
        .sees("Promises");

    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("Enter Enter Esc");
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("Enter")
        .goes_to("⇄")
        .keys("e");
    desk.types("he asked first")
        .keys("Tab")
        .retypes("jan 5")
        .keys("Ctrl-s");
    let decided = desk
        .book()
        .decisions
        .iter()
        .find(|one| one.reason == "he asked first")
        .cloned();
    let decided = decided.unwrap();
    assert_eq!(decided.review_on.unwrap().to_string(), "2027-01-05");
    let id = decided.id;
    desk.goes_to("⇄").keys("d").goes_to("Delete").keys("Enter");
    assert!(desk.book().decisions.get(id).is_none());
    desk.keys("u");
    assert!(desk.book().decisions.get(id).is_some());
}

#[test]
fn a_lunch_of_the_record_notes_the_promises_it_keeps() {
    let mut desk = at("Lea Novak");
    desk.goes_to("Lunch")
        .keys("e")
        .goes_to("It keeps")
        .sees("Market figures");
    let before = desk
        .invite("Lea Novak", "2026-09-24")
        .assessment
        .clone()
        .unwrap_or_default();
    desk.keys("Space Ctrl-s");
    let after = desk
        .invite("Lea Novak", "2026-09-24")
        .assessment
        .clone()
        .unwrap_or_default();
    assert_ne!(before.advances, after.advances);
    assert_eq!(
        desk.invite("Lea Novak", "2026-09-24").reply,
        Reply::Accepted
    );
    // A new invite offers them once the person is known.
    desk.keys("4 A").types("Lea Novak").keys("Tab").types("fri");
    desk.goes_to("It keeps").keys("Space Ctrl-s");
    assert_eq!(
        desk.invite("Lea Novak", "2026-09-25")
            .assessment
            .as_ref()
            .unwrap()
            .advances
            .len(),
        1
    );
}

#[test]
fn the_cursor_goes_through_the_whole_record_and_stays_on_its_entry() {
    for size in [(120, 36), (80, 24), (50, 16)] {
        let mut desk = at("Bob Reyes");
        desk.resize(size.0, size.1);
        let mut seen = Vec::new();
        for _ in 0..200 {
            let line = desk.under_cursor();
            assert!(line.is_empty() || line.starts_with('▸'), "{line}");
            if seen.last() != Some(&line) {
                seen.push(line);
            }
            desk.keys("Down");
        }
        assert!(seen.len() > 8, "{size:?}: {seen:?}");
        let last = desk.under_cursor();
        desk.keys("G");
        assert_eq!(desk.under_cursor(), last, "down leads to the end");
        desk.keys("Home e").sees("Name").keys("Esc");
    }
    // What is noted above does not move it away.
    let mut desk = at("Bob Reyes");
    desk.keys("G");
    let entry = desk.under_cursor();
    desk.keys("A Enter").types("a word").keys("Ctrl-s");
    assert_eq!(desk.under_cursor(), entry);
}

#[test]
fn long_text_takes_several_lines_and_goes_to_an_editor() {
    let mut desk = at("Bob Reyes");
    desk.goes_to("Prefers mornings")
        .keys("e")
        .sees("Alt-Enter breaks the line");
    desk.keys("End Ctrl-j")
        .types("second")
        .keys("Alt-Enter")
        .types("third")
        .keys("Ctrl-s");
    let notes = |desk: &Desk| desk.contact("Bob Reyes").notes.clone();
    assert!(
        notes(&desk).ends_with("\nsecond\nthird"),
        "{:?}",
        notes(&desk)
    );
    desk.keys("e").edits = Some(Ok("\n\nfrom the editor".to_owned()));
    desk.keys("Ctrl-o")
        .sees("Taken from your editor")
        .sees("from the editor")
        .keys("Ctrl-s");
    assert!(notes(&desk).ends_with("third\n\nfrom the editor"));
    // An editor that fails takes nothing away.
    desk.keys("e").types(" and more").edits =
        Some(Err("vi ended with 1; your text stands".to_owned()));
    desk.keys("Ctrl-o").sees("vi ended with 1").keys("Ctrl-s");
    assert!(notes(&desk).ends_with("from the editor and more"));
    desk.keys("e Home Tab Shift-Tab")
        .goes_to("Name")
        .keys("Ctrl-o")
        .sees("text of several lines");
}

#[test]
fn a_message_goes_to_an_editor_too() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Eve Park unheard").keys("w").edits = Some(Ok("Yours, me".to_owned()));
    desk.keys("Ctrl-o")
        .sees("Yours, me")
        .keys("Esc")
        .sees("Drop what you typed?");
}
