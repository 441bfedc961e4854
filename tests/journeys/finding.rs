//! Filters with fields, on every list.

use super::desk::Desk;

#[test]
fn a_slip_of_the_hand_still_finds_the_person() {
    for (typed, name) in [
        ("reyse", "Bob Reyes"),
        ("novka", "Lea Novak"),
        ("soren", "Søren Dahl"),
        ("vos", "Carl Voss"),
    ] {
        let mut desk = Desk::demo();
        desk.keys("2 /").types(typed);
        assert_eq!(desk.under_cursor(), name, "found by {typed}");
    }
}

#[test]
fn a_field_narrows_the_list_while_it_is_typed_and_the_title_says_how_far() {
    let mut desk = Desk::demo();
    let all = desk.model.contacts.rows.keys().len();
    desk.keys("2 /").types("owes:");
    desk.sees("owes: me, them");
    assert_eq!(
        desk.model.contacts.rows.keys().len(),
        all,
        "no value yet: nothing is left out"
    );
    desk.types("them");
    let owed = desk.model.contacts.rows.keys().len();
    assert!(0 < owed && owed < all);
    desk.sees(&format!("{owed} of {all} · / owes:them"));
    desk.keys("Home").types("-");
    assert_eq!(
        desk.model.contacts.rows.keys().len(),
        all - owed,
        "all the others"
    );
}

#[test]
fn what_is_not_known_is_said_and_hides_nothing() {
    let mut desk = Desk::demo();
    let all = desk.model.contacts.rows.keys().len();
    desk.keys("2 /")
        .types("shoe:42")
        .sees("No field \"shoe\"")
        .sees("tag org last");
    assert_eq!(desk.model.contacts.rows.keys().len(), all);
    desk.keys("Ctrl-u")
        .types("trust:purple")
        .sees("No trust:purple; try solid, good");
    desk.keys("Ctrl-u")
        .types("by:me")
        .sees("by: says nothing about people");
    assert_eq!(desk.model.contacts.rows.keys().len(), all);
    desk.keys("Enter").sees("by: says nothing about people");
}

#[test]
fn the_same_fields_work_on_promises_and_today() {
    let mut desk = Desk::demo();
    desk.keys("3 /").types("by:them");
    let theirs = desk.model.promises.shown;
    assert!(theirs > 0);
    desk.sees(&format!("{theirs} of {}", desk.model.promises.total));
    desk.keys("Esc /")
        .types("state:stuck Enter")
        .keys("Esc /")
        .types("state:stuck");
    desk.sees("Introduce her to Max");
    desk.keys("Esc 1 /")
        .types("kind:unheard")
        .sees("Eve Park")
        .sees_not("clash");
    desk.keys("Ctrl-u").types("due:late -kind:unheard");
    assert!(!desk.under_cursor().contains("unheard"));
}

#[test]
fn promises_are_sorted_by_due_by_person_and_by_the_day_they_were_made() {
    let mut desk = Desk::demo();
    desk.keys("3")
        .goes_to("Introduce her to Max")
        .sees("Needs a word");
    desk.keys("s")
        .sees("Sorted by person")
        .sees("open, by person")
        .sees_not("Needs a word");
    assert_eq!(desk.under_cursor(), "Introduce her to Max");
    desk.keys("s").sees("Sorted by made");
    let made: Vec<_> = desk
        .model
        .promises
        .in_sight()
        .map(|id| desk.book().promises.get(id).unwrap().made)
        .collect();
    assert!(made.is_sorted_by(|one, next| one >= next), "{made:?}");
    desk.keys("s").sees("Sorted by due").sees("Needs a word");
    assert_eq!(desk.under_cursor(), "Introduce her to Max");
}

#[test]
fn the_archived_are_found_by_asking_for_them() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .goes_to("Eve Park")
        .keys("d Enter")
        .sees("archived");
    desk.keys("/").types("org:fjord Enter");
    desk.keys("Esc /").types("org:fjord");
    desk.sees_not("archived  ");
    desk.keys("Ctrl-u").types("is:archived");
    assert_eq!(desk.under_cursor(), "Eve Park");
}
