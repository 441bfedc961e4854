//! The mouse: it selects and opens, and decides nothing.

use std::time::Duration;

use goodword::app::Screen;
use goodword::app::pointer::Press;

use super::desk::Desk;

#[test]
fn a_click_selects_a_row_and_a_second_one_opens_it() {
    let mut desk = Desk::demo();
    desk.keys("2").clicks("Cleo Ito");
    assert_eq!(desk.person(), "Cleo Ito");
    desk.waits(1).clicks("Lea Novak");
    assert_eq!(desk.person(), "Lea Novak");
    desk.sees_not("← list");
    desk.clicks("Lea Novak").keys("Down");
    // The person has the keys now: the cursor of the list stays.
    assert_eq!(desk.person(), "Lea Novak");
    desk.keys("Esc Down");
    assert_ne!(desk.person(), "Lea Novak");
}

#[test]
fn two_clicks_far_apart_in_time_or_place_open_nothing() {
    let mut desk = Desk::demo();
    desk.keys("2")
        .clicks("Cleo Ito")
        .waits(1)
        .clicks("Cleo Ito");
    desk.clicks("Lea Novak").clicks("Cleo Ito");
    desk.keys("Down");
    assert_ne!(desk.person(), "Cleo Ito", "the list still has the keys");
}

#[test]
fn a_click_on_a_name_goes_to_the_screen_and_leaves_the_filter_as_it_is() {
    let mut desk = Desk::demo();
    for screen in [
        Screen::Promises,
        Screen::Lunch,
        Screen::Choices,
        Screen::Contacts,
        Screen::Today,
    ] {
        desk.clicks(&format!("{} {}", screen.number(), screen.name()));
        assert_eq!(desk.model.screen, screen);
    }
    desk.keys("2 /")
        .types("bob")
        .clicks("3 Promises")
        .clicks("2 Contacts");
    desk.sees("/ bob").keys("Esc").sees_not("/ bob");
}

/// Where seven names have no room, the last ones stand under one, and a click leads to the first of those.
#[test]
fn a_narrow_row_names_the_first_screens_and_the_open_one() {
    for (desk, width, named) in [
        (Desk::demo as fn() -> Desk, 80, 4),
        (Desk::kept_demo, 80, 4),
        (Desk::kept_demo, 50, 1),
    ] {
        let mut desk = desk();
        desk.resize(width, 24);
        let row = |desk: &Desk| desk.screen().lines().next().unwrap().to_owned();
        assert!(row(&desk).contains("-7"), "{}", row(&desk));
        for screen in Screen::ALL {
            desk.keys(&screen.number().to_string());
            let of_one = |screen: &Screen| format!("{} {} ", screen.number(), screen.name());
            for screen in Screen::ALL[..named].iter().chain([&screen]) {
                assert!(row(&desk).contains(&of_one(screen)), "{}", row(&desk));
            }
        }
        assert!(row(&desk).contains("-6 "), "{}", row(&desk));
        desk.keys("1").clicks("-7");
        assert_eq!(
            desk.model.screen,
            Screen::ALL[if width == 80 { 4 } else { 3 }]
        );
        desk.keys("5").clicks("6-7");
        assert_eq!(desk.model.screen, Screen::Network);
        desk.clicks(" 7 ");
        assert_eq!(desk.model.screen, Screen::Review);
        desk.clicks("2 Contacts");
        assert_eq!(desk.model.screen, Screen::Contacts);
    }
}

#[test]
fn the_ledger_is_clicked_row_by_row_and_its_headings_are_no_rows() {
    let mut desk = Desk::demo();
    desk.keys("3").clicks("Comments on her deck");
    desk.sees("You to Cleo Ito");
    desk.clicks("Due within a week").sees("You to Cleo Ito");
    desk.waits(1)
        .clicks("Done and ended")
        .clicks("Done and ended");
    desk.sees("hides them");
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut desk = Desk::demo();
    desk.resize(120, 16).keys("2");
    let before = desk.person();
    desk.wheels("Fjord Labs · Founder")
        .sees_not("Fjord Labs · Founder");
    assert_eq!(desk.person(), before, "the list stayed");
    desk.wheels("Lea Novak");
    assert_ne!(desk.person(), before);
}

#[test]
fn in_a_question_a_click_moves_the_cursor_and_answers_nothing() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("2")
        .clicks("Eve Park")
        .keys("d")
        .clicks("Delete")
        .clicks("Delete");
    assert_eq!(*desk.book(), before);
    desk.sees("Archive");
    // What lies behind the question is out of reach.
    desk.clicks("3 Promises").clicks("Cleo Ito").keys("Esc");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.person(), "Eve Park");
}

#[test]
fn a_field_is_clicked_and_the_one_that_is_left_says_what_is_wrong_with_it() {
    let mut desk = Desk::demo();
    desk.keys("3 A")
        .fills("Due", "fryday")
        .clicks("Exact words")
        .types("by Friday");
    desk.sees("Exact words      by Friday");
    desk.clicks("Due")
        .sees("fryday")
        .keys("Esc")
        .sees("Drop it");
}

#[test]
fn a_decision_is_not_made_with_the_mouse() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu");
    let before = desk.book().clone();
    desk.clicks("Dana Liu ·").clicks("Dana Liu ·").keys("Enter");
    desk.clicks("Neither").clicks("Neither").sees("▸ Neither");
    assert_eq!(*desk.book(), before);
}

#[test]
fn wherever_it_is_pressed_nothing_is_changed() {
    for way in ["2", "3", "4", "4 ]", "2 d", "4 Enter", "4 e", "2 e"] {
        let mut desk = Desk::kept_demo();
        let before = desk.book().clone();
        desk.resize(80, 24).keys(way);
        for press in [Press::Click, Press::Down] {
            desk.presses_everywhere(press);
        }
        assert_eq!(*desk.book(), before, "{way}");
        assert!(!desk.has_left(), "{way}");
    }
}

#[test]
fn under_the_veil_the_covered_is_out_of_reach() {
    let mut desk = Desk::demo();
    desk.model.veil.after = Some(Duration::from_secs(60));
    desk.keys("2")
        .goes_to("Eve Park")
        .keys("w")
        .waits(90)
        .sees("Names are hidden");
    desk.clicks("3 Promises").keys("H Esc");
    assert_eq!(desk.model.screen, Screen::Contacts);
}

#[test]
fn the_veil_does_not_fall_while_the_mouse_is_used() {
    let mut desk = Desk::demo();
    desk.model.veil.after = Some(Duration::from_secs(60));
    desk.keys("2").waits(40).clicks("3 Promises").waits(40);
    desk.sees_not("hidden");
    desk.waits(30).sees("hidden");
}
