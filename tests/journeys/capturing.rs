//! One line of words, from any screen.

use super::desk::Desk;

#[test]
fn a_wrong_is_written_down_in_a_line_and_undone() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 a").sees("wronged cleo seriously");
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
fn of_two_with_one_name_tab_takes_the_next() {
    let mut desk = Desk::demo();
    desk.keys("a")
        .types("line with an")
        .sees("are called like that")
        .sees("Tab takes the next");
    let said = |desk: &Desk| {
        let screen = desk.screen();
        let line = screen
            .lines()
            .find(|line| line.contains("You draw a line with"));
        line.map(str::to_owned)
    };
    let first = said(&desk);
    desk.keys("Tab");
    assert!(first.is_some() && said(&desk).is_some());
    assert_ne!(first, said(&desk));
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
