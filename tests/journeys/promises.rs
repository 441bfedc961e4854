//! Promises: made, ticked, taken back, late.

use goodword::domain::exchange::{Direction, Exchange};
use goodword::domain::incident::Party;
use goodword::domain::promise::State;
use ratatui::style::Modifier;

use super::desk::Desk;

const DECK: &str = "Comments on her deck";

fn given_by(desk: &Desk, promise: &str) -> Vec<Exchange> {
    let id = desk.promise(promise).id;
    let exchanges = desk.book().exchanges.iter();
    exchanges
        .filter(|exchange| exchange.from == Some(id))
        .map(|exchange| exchange.as_ref().clone())
        .collect()
}

fn is_done(desk: &Desk, promise: &str) -> bool {
    matches!(desk.promise(promise).state, State::Delivered { on, .. } if on == desk.today())
}

fn is_struck_through(desk: &Desk, text: &str) -> bool {
    let mut places = desk.places_of(text).into_iter();
    let row = places
        .find(|place| place.x < 50)
        .expect("it stands in the list");
    row.is_all(|cell| cell.modifier.contains(Modifier::CROSSED_OUT))
}

#[test]
fn a_promise_is_ticked_undone_ticked_and_taken_back_in_another_sitting() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to(DECK);
    let place = desk.model.promises.rows.at();
    assert!(!is_struck_through(&desk, "Comments"));

    desk.keys("Space").sees("delivered: Comments on her deck");
    assert!(is_done(&desk, DECK));
    assert_eq!(
        desk.model.promises.rows.at(),
        place,
        "it stays where it stood"
    );
    assert!(is_struck_through(&desk, "Comments"));
    let given = given_by(&desk, DECK);
    assert_eq!(given.len(), 1, "advice was given with it");
    assert_eq!(
        (given[0].direction, given[0].on),
        (Direction::Given, desk.today())
    );

    desk.keys("u");
    assert_eq!(desk.promise(DECK).state, State::Open);
    assert!(
        given_by(&desk, DECK).is_empty(),
        "the advice went with the tick"
    );
    assert!(!is_struck_through(&desk, "Comments"));

    desk.keys("Space q");
    assert!(desk.has_left());
    desk.reopen().keys("3").sees_not(DECK);
    assert!(is_done(&desk, DECK));
    assert_eq!(given_by(&desk, DECK).len(), 1);

    desk.keys("G Enter")
        .goes_to(DECK)
        .keys("Space")
        .sees("not delivered after all");
    assert_eq!(desk.promise(DECK).state, State::Open);
    assert!(given_by(&desk, DECK).is_empty());
    desk.reopen();
    assert_eq!(
        desk.promise(DECK).state,
        State::Open,
        "and so it is in the file"
    );
}

#[test]
fn what_was_ticked_leaves_its_place_with_the_screen() {
    let mut desk = Desk::demo();
    desk.keys("3").goes_to(DECK).keys("Space").sees(DECK);
    desk.waits(10).keys("1 3").sees_not(DECK);
    desk.keys("1").sees_not(DECK);
}

#[test]
fn a_promise_of_theirs_is_ticked_as_received() {
    let mut desk = Desk::demo();
    desk.keys("3")
        .goes_to("Look over the Danish contract")
        .keys("Space");
    let received = given_by(&desk, "Look over the Danish contract");
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].direction, Direction::Received);
}

#[test]
fn what_has_ended_for_good_is_not_ticked() {
    let mut desk = Desk::demo();
    let before = desk.book().clone();
    desk.keys("3 G Enter")
        .goes_to("Sit in on the talk with her bank")
        .keys("Space");
    desk.sees("ended for good");
    assert!(desk.book() == &before);
}

#[test]
fn a_late_promise_says_so_in_words() {
    let mut desk = Desk::demo();
    desk.keys("3").goes_to("Market figures").sees("2 days late");
    desk.keys("1").goes_to("Lea Novak late").sees("2 days late");
}

#[test]
fn a_promise_to_someone_new_brings_them_into_the_book() {
    let mut desk = Desk::kept_demo();
    let people = desk.book().contacts.len();
    desk.keys("3 A")
        .types("Yusra Haddad")
        .sees("nobody of that name yet");
    desk.fills("Promise", "the list of suppliers")
        .fills("Due", "fri")
        .keys("Ctrl-s");
    desk.sees("the list of suppliers");
    assert_eq!(desk.under_cursor(), "the list of suppliers");
    let promise = desk.promise("the list of suppliers");
    assert_eq!(promise.due.unwrap().to_string(), "2026-09-25");
    assert_eq!(promise.by, Party::Me);
    assert_eq!(promise.contact, desk.contact("Yusra Haddad").id);
    assert_eq!(desk.book().contacts.len(), people + 1);
    desk.keys("u");
    assert_eq!(desk.book().contacts.len(), people, "one step, both records");
    assert!(!desk.knows("Yusra Haddad"));
}

#[test]
fn a_part_of_a_name_is_enough_for_someone_known() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A")
        .types("bob")
        .keys("Enter")
        .sees("Bob Reyes");
    desk.types("a word with Lee").keys("Ctrl-s");
    assert_eq!(
        desk.promise("a word with Lee").contact,
        desk.contact("Bob Reyes").id
    );
}

#[test]
fn a_bad_date_is_said_at_its_field_and_nothing_is_lost() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("3 A").types("Bob Reyes");
    desk.fills("Promise", "a call on the churn")
        .fills("Due", "fryday")
        .sees("not a day yet");
    desk.keys("Ctrl-s").sees("\"fryday\" is no day that I know");
    assert_eq!(desk.under_cursor(), "Due");
    desk.sees("a call on the churn").sees("Bob Reyes");
    assert!(desk.book() == &before, "nothing was written");
    desk.retypes("tomorrow")
        .sees("Fri 25 Sep")
        .sees_not("is no day")
        .keys("Ctrl-s");
    let due = desk.promise("a call on the churn").due;
    assert_eq!(due.unwrap().to_string(), "2026-09-25");
}

#[test]
fn a_promise_cannot_be_due_before_it_was_made() {
    let mut desk = Desk::kept_demo();
    desk.keys("3")
        .goes_to(DECK)
        .keys("e")
        .fills("Due", "2026-09-01")
        .keys("Ctrl-s");
    desk.sees("cannot be due before");
    assert_eq!(desk.promise(DECK).due.unwrap().to_string(), "2026-09-24");
}

#[test]
fn a_promise_that_was_never_made_can_be_deleted_and_comes_back() {
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("3")
        .goes_to(DECK)
        .keys("d")
        .goes_to("Keep")
        .keys("Enter");
    assert!(desk.book() == &before);
    desk.keys("d")
        .goes_to("Delete")
        .keys("Enter")
        .waits(10)
        .sees_not(DECK);
    desk.keys("u").sees(DECK);
    assert!(desk.book() == &before);
}

#[test]
fn a_ticked_row_stays_where_it_stood() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to("Comments on her deck");
    let stood = desk.model.promises.rows.keys().to_vec();
    desk.keys("Space").sees("delivered: Comments on her deck");
    assert_eq!(desk.model.promises.rows.keys(), stood);
    desk.keys("1 3");
    assert_ne!(
        desk.model.promises.rows.keys(),
        stood,
        "elsewhere once the screen was left"
    );
}
