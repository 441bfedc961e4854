//! Looking back on a quarter: from the sentence to a figure, from there to its entries, and on to the record of one.

use goodword::app::Screen;
use goodword::app::screen::Focus;

use super::desk::Desk;

#[test]
fn from_a_figure_to_the_record_behind_it() {
    let mut desk = Desk::demo();
    desk.keys("7").sees("July to September 2026");
    desk.sees("You kept 5 of 6 promises; 1 miss was silent.");
    desk.goes_to("Missed in silence").sees("1 promise");
    desk.keys("Enter").sees("Bring Carl's depot plan");
    assert_eq!(desk.model.review.focus, Focus::Detail);
    desk.keys("Enter");
    assert_eq!(desk.model.screen, Screen::Promises);
    assert_eq!(
        desk.under_cursor(),
        "Bring Carl's depot plan to the harbour meeting"
    );
    desk.keys("7 Esc");
    assert_eq!(
        desk.under_cursor(),
        "Missed in silence",
        "the cursor stayed"
    );
    desk.goes_to("Gave advice").keys("Enter Enter");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.person(), "Ana Silva");
}

#[test]
fn a_promise_ticked_today_is_in_the_figure_at_once() {
    let mut desk = Desk::kept_demo();
    desk.keys("7").sees("You kept 5 of 6");
    desk.keys("3")
        .goes_to("Comments on her deck")
        .keys("Space 7");
    desk.sees("You kept 6 of 7");
    desk.keys("u").sees("You kept 5 of 6");
}

#[test]
fn the_quarters_before_are_a_key_away_and_none_lies_ahead() {
    let mut desk = Desk::demo();
    desk.keys("7 [")
        .sees("April to June 2026")
        .sees_not("Talks your paces ask for");
    desk.keys("]").sees("July to September 2026");
    desk.keys("]")
        .sees("The months to come have nothing to review");
    desk.keys("[ [ [ [ [ [ [ [ [ [ [ [").sees("Too few to say");
    desk.sees_not("█");
    desk.keys("Enter").sees("Nothing stands behind this figure");
}

#[test]
fn figures_say_what_is_counted_among_its_like() {
    let mut desk = Desk::demo();
    desk.keys("7")
        .goes_to("Gave advice")
        .sees_not("2 of 6 times");
    desk.keys("i").sees("2 of 6 times");
    desk.keys("i").sees_not("2 of 6 times");
    desk.sees("Hana").keys("H").sees_not("Hana");
}

#[test]
fn an_empty_book_has_too_few_to_say() {
    let mut desk = Desk::empty();
    desk.keys("7")
        .sees("Too few to say: 0 entries in these months.");
    desk.sees_not("█");
}
