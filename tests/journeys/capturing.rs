//! One line of words, from any screen.

use super::desk::Desk;

#[test]
fn a_wrong_is_written_down_in_a_line_and_undone() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 a").sees("met bob, dana yesterday: pricing");
    desk.types("wronged bob")
        .sees("Behind a colon: what happened?");
    desk.keys("Enter").sees("what happened?");
    desk.types(": forgot to credit him")
        .sees("You wronged Bob Reyes (slightly), today (Thu 24 Sep): forgot to credit him.");
    desk.keys("Enter")
        .sees("noted: Bob · u undoes")
        .sees_not("You wronged Bob");
    desk.reopen();
    let wrong = |desk: &Desk| {
        desk.book()
            .incidents
            .iter()
            .any(|one| one.note.contains("credit"))
    };
    assert!(wrong(&desk));
    desk.keys("a")
        .types("put right with bob")
        .keys("Enter u")
        .sees("undid: noted, Bob");
    assert!(wrong(&desk));
}

#[test]
fn whoever_is_archived_comes_back_with_what_is_noted_and_goes_with_undo() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Bob Reyes").keys("d Enter");
    assert!(desk.contact("Bob Reyes").archived);
    desk.keys("a").types("promise bob x by fri");
    desk.sees("Bob Reyes (archived; comes back to the lists).")
        .sees("You promise Bob Reyes: x");
    desk.keys("Enter");
    assert!(!desk.contact("Bob Reyes").archived);
    desk.keys("u");
    assert!(desk.contact("Bob Reyes").archived, "it is one step");
}

#[test]
fn the_hours_of_a_week_are_said_in_a_line_and_counted_before_a_yes() {
    let mut desk = Desk::demo();
    desk.sees("Before a yes")
        .keys("a")
        .types("free 40 h a week");
    desk.sees("You have 40 h a week for what you promise.")
        .keys("Enter");
    desk.sees("You have 40 h a week")
        .sees("about 4 h promised until today, about 6 h free");
    desk.keys("u").sees("about half an hour free");
}

#[test]
fn tab_finishes_a_name_and_then_takes_the_next() {
    let mut desk = Desk::demo();
    desk.keys("a").types("cal").keys("Tab").sees("> called");
    desk.types("an").sees("Tab: Ana Silva");
    desk.keys("Tab")
        .sees("> called Anne-Laure Petit")
        .keys("Tab");
    desk.sees("You called Ana Silva").keys("Tab Tab");
    desk.types(": the audit")
        .sees("You called Ana Silva")
        .keys("Enter");
    desk.sees("noted: a talk with Ana Silva");
}

#[test]
fn a_name_of_two_who_were_near_is_asked_for_and_the_line_waits() {
    let mut desk = Desk::empty();
    for line in ["met Bob Reyes: fees", "met Bob Stone: rates"] {
        desk.keys("a").types(line).sees("New: Bob").keys("Enter");
    }
    desk.keys("a")
        .types("called bob")
        .sees("Who is \"bob\"? Bob Reyes, in person today");
    desk.keys("Enter").sees("> called bob");
    desk.keys("Tab").sees("You called Bob Reyes").keys("Enter");
    desk.sees("noted: a talk with Bob Reyes").reopen();
    assert_eq!(desk.book().interactions.len(), 3);
}

#[test]
fn several_facts_are_one_step_and_one_undo() {
    let mut desk = Desk::kept_demo();
    let records = desk.book().record_count();
    desk.keys("4 a")
        .types("met lea: she is solving the lost tender; gave advice pricing; promise deck by fri");
    desk.sees("You met Lea Novak, today")
        .sees("Lea Novak is solving: the lost tender")
        .sees("You gave Lea Novak advice (small)")
        .sees("deck, by Fri 25 Sep (tomorrow)")
        .sees("Before a yes");
    desk.keys("Enter").sees("noted: 4 things, Lea");
    assert_eq!(desk.book().record_count(), records + 3);
    desk.keys("u").sees("undid: noted, 4 things, Lea");
    assert_eq!(desk.book().record_count(), records);
}

#[test]
fn at_a_fair_line_follows_line_until_it_is_ended() {
    let mut desk = Desk::empty();
    desk.keys("a").types("at Web Summit:").keys("Enter");
    desk.sees("At Web Summit, line after line");
    for line in ["Zoe Lind, Acme: fees", "Tom Hart, Fjord Labs: rates"] {
        desk.types(line)
            .sees("New: ")
            .sees("at Web Summit")
            .keys("Enter");
    }
    desk.keys("Esc").sees_not("line after line").keys("a");
    desk.sees("At Web Summit, line after line")
        .types("at:")
        .keys("Enter");
    desk.sees_not("line after line").reopen();
    assert_eq!(desk.book().contacts.len(), 2);
    assert!(
        desk.book()
            .interactions
            .iter()
            .all(|talk| talk.note.starts_with("at Web Summit"))
    );
}

#[test]
fn an_hour_that_is_wanted_twice_is_said_before_it_is_kept() {
    let mut desk = Desk::demo();
    desk.keys("a").types("lunch max fri 12:30 at Lumen");
    desk.sees("That hour is wanted by lunch with Bob Reyes");
    desk.keys("Enter").sees("added: lunch with Max, Fri 25 Sep");
    desk.keys("a")
        .types("no max lunch")
        .sees("Add the day")
        .types(" fri")
        .keys("Enter");
    desk.sees("no: lunch with Max, Fri 25 Sep");
}

#[test]
fn what_was_typed_is_not_dropped_unasked() {
    let mut desk = Desk::demo();
    desk.keys("1 a Esc")
        .sees_not("One line")
        .keys("a")
        .types("helped by ana: a lift");
    desk.keys("Esc")
        .sees("Drop what you typed?")
        .keys("Esc")
        .sees("a lift")
        .keys("Esc Enter")
        .sees_not("One line")
        .keys("a")
        .types("helped by ana:")
        .sees("what happened?")
        .sees_not("?.")
        .types(" a lift");
    desk.resize(50, 16)
        .sees("helped without having to")
        .sees("helped by ana: a lift");
}

#[test]
fn the_cursor_goes_onto_what_was_written_down() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 a").types("promise bob a map of the stands");
    desk.keys("Enter");
    assert!(desk.under_cursor().contains("map of the stands"));
    desk.keys("/").types("kind:none").keys("Esc Down Down a");
    desk.types("promise bob a second map").keys("Enter");
    assert!(desk.under_cursor().contains("second map"));
    desk.keys("2 a")
        .types("met Wanda Zorn today: mills")
        .keys("Enter");
    assert_eq!(desk.under_cursor(), "Wanda Zorn");
    desk.keys("1 A").types("Bob Reyes");
    desk.fills("Promise", "the last map").fills("Due", "today");
    desk.keys("Ctrl-s");
    assert!(desk.under_cursor().contains("the last map"));
}

#[test]
fn what_ended_does_not_hide_what_was_written_down() {
    let mut book = Desk::demo().book().clone();
    let ids: Vec<_> = book.promises.iter().map(|one| one.id).collect();
    for id in ids {
        book.promises.change(id, |promise| {
            promise.state = goodword::domain::promise::State::Released { on: promise.made };
        });
    }
    let mut desk = Desk::with(&book);
    desk.keys("3 a").types("promise bob a map of the stands");
    desk.keys("Enter");
    assert!(desk.under_cursor().contains("map of the stands"));
}
