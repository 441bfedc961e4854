//! Rows that are marked, and keys that act on all of them in one step.

use goodword::domain::promise::State;

use super::desk::Desk;

#[test]
fn people_are_marked_archived_together_and_come_back_with_one_key() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("2")
        .goes_to("Bob Reyes")
        .keys("v")
        .sees("1 marked");
    desk.goes_to("Dana Liu").keys("v").sees("2 marked");
    assert_eq!(desk.under_cursor(), "Dana Liu", "marking moves nothing");
    desk.keys("d")
        .sees("Remove 2 people?")
        .sees("promise")
        .keys("Enter");
    desk.sees("archived 2 people · u undoes").sees_not("marked");
    assert!(desk.contact("Bob Reyes").archived && desk.contact("Dana Liu").archived);
    desk.keys("u").sees("undid");
    assert!(*desk.book() == before, "one step back is all the way back");
}

#[test]
fn all_rows_of_a_filter_are_marked_and_the_marks_outlive_it() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 / o w e s : t h e m Enter");
    let in_view = desk.model.contacts.rows.keys().len();
    assert!(in_view > 2);
    desk.keys("V").sees(&format!("{in_view} marked"));
    desk.keys("Esc")
        .sees(&format!("{in_view} marked"))
        .sees_not("/ owes");
    desk.keys("/")
        .types("bob")
        .keys("Enter")
        .sees("not in sight");
    desk.keys("d").sees("not in sight:").keys("Esc");
    desk.keys("Esc Esc")
        .sees("No row is marked")
        .sees_not("not in sight");
    desk.keys("V V").sees_not("marked,");
}

#[test]
fn many_are_deleted_with_all_that_hangs_on_them() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("2")
        .goes_to("Eve Park")
        .keys("v")
        .goes_to("Cleo Ito")
        .keys("v d");
    desk.sees("Remove 2 people?")
        .goes_to("Delete")
        .keys("Enter");
    desk.sees("deleted 2 people");
    assert!(!desk.knows("Eve Park") && !desk.knows("Cleo Ito"));
    desk.keys("u");
    assert!(*desk.book() == before);
    assert_eq!(
        desk.model.contacts.marks.len(),
        0,
        "whoever went is not marked"
    );
}

#[test]
fn a_pace_is_set_for_all_that_are_marked() {
    let mut desk = Desk::kept_demo();
    desk.keys("2")
        .goes_to("Lea Novak")
        .keys("v")
        .goes_to("Bob Reyes")
        .keys("v p");
    desk.sees("How often do you mean to talk with 2 people?");
    desk.goes_to("Every three months")
        .keys("Enter")
        .sees("every 91 days for 2 people");
    for name in ["Lea Novak", "Bob Reyes"] {
        assert_eq!(
            desk.contact(name).rhythm_days.map(u32::from),
            Some(91),
            "{name}"
        );
    }
    desk.sees("2 marked")
        .keys("z")
        .goes_to("For a week")
        .keys("Enter");
    desk.sees("left 2 people alone until Thu 1 Oct");
}

#[test]
fn marked_promises_are_ticked_in_one_step_and_the_ticks_taken_back() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("3").goes_to("Comments on her deck").keys("v");
    desk.goes_to("Read the licence that her spin-offs are offered")
        .keys("v")
        .sees("2 marked")
        .keys("Space");
    desk.sees("delivered 2 promises · u undoes")
        .sees("2 marked");
    for text in [
        "Comments on her deck",
        "Read the licence that her spin-offs are offered",
    ] {
        let state = &desk.promise(text).state;
        assert!(matches!(state, State::Delivered { .. }), "{text}");
    }
    desk.keys("Space")
        .sees("not delivered after all: 2 promises");
    desk.keys("u u");
    assert!(*desk.book() == before);
    desk.keys("d")
        .sees("Remove 2 promises?")
        .goes_to("Delete")
        .keys("Enter");
    desk.sees("deleted 2 promises").keys("u");
    assert!(*desk.book() == before);
}

#[test]
fn what_stays_as_it_is_stands_in_one_bracket() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 V Space")
        .sees(" had ended, 1 waits for a yes) · u undoes")
        .sees_not(") (");
}

#[test]
fn a_key_for_one_row_says_so_while_several_are_marked() {
    let mut desk = Desk::demo();
    for (screen, keys) in [("2", "t + x c n o e w Space"), ("3", "t + x c n o e w z")] {
        desk.keys(screen).keys("Home v");
        for key in keys.split_whitespace() {
            desk.waits(9)
                .keys(key)
                .sees("That key is for one row, and 1 is marked");
        }
    }
}

#[test]
fn marks_stay_on_their_records_through_edits_and_sorting() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Carl Voss").keys("v s s s");
    desk.keys("a")
        .types("helped carl: looked after his stand")
        .keys("Enter")
        .sees("1 marked");
    let carl = desk.contact("Carl Voss").id;
    assert!(desk.model.contacts.marks.has(carl));
    assert_eq!(desk.under_cursor(), "Carl Voss");
}
