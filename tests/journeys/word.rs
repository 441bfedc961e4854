//! A word from the day it was given: what they heard of it, what they saw, and what was agreed anew.

use goodword::domain::promise::{EffortKind, Hearing, State, Strength};

use super::desk::Desk;

const LIST: &str = "the list of suppliers";

/// A promise of today to Bob, due in two weeks.
fn promised(said: &str) -> Desk {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A").types("Bob Reyes");
    desk.fills("Promise", LIST).fills("Due", "in 2 weeks");
    desk.goes_to("How it was said");
    for _ in 0..4 {
        if !desk.screen().contains(said) {
            desk.keys("Right");
        }
    }
    desk.keys("Ctrl-s").sees(LIST);
    desk
}

#[test]
fn stuck_tried_twice_unheard_told_and_gone() {
    let mut desk = promised("I promise");
    desk.goes_to(LIST).keys("x");
    desk.types("the archive is shut").keys("Enter");
    desk.keys("+").types("Wrote to the archive").keys("Enter");
    desk.keys("+").types("Asked a former clerk").keys("Enter");
    desk.sees("Asked a former clerk (not told)")
        .sees("stuck since");
    desk.keys("1").sees_not("Bob Reyes unheard");

    desk.wakes_on("2026-09-28");
    desk.goes_to("Bob Reyes unheard")
        .sees("stuck, and nothing heard for 4 days")
        .sees("2 efforts, untold");
    desk.keys("t");
    desk.types("I wait for the archive, and asked a clerk")
        .keys("Enter");
    desk.sees("told: the list of suppliers");
    assert!(!desk.screen().contains("Bob Reyes          unheard"));
    let promise = desk.promise(LIST);
    assert_eq!((promise.efforts.len(), promise.untold().count()), (3, 0));
    desk.keys("u").goes_to("Bob Reyes unheard");
    desk.keys("U").reopen();
    assert_eq!(
        desk.promise(LIST).untold().count(),
        0,
        "so it is in the file"
    );
}

#[test]
fn a_try_stays_unclear_until_it_is_checked() {
    let mut desk = promised("I'll try");
    assert_eq!(desk.promise(LIST).said, Strength::Attempt);
    desk.keys("1").goes_to("Bob Reyes unclear");
    desk.sees("you said \"I'll try\"; what did they hear?");
    desk.keys("c").goes_to("that you'd try").keys("Enter");
    assert_eq!(desk.promise(LIST).hearing(), Hearing::Agreed);
    assert!(!desk.screen().contains("Bob Reyes          unclear"));
    desk.keys("u").goes_to("Bob Reyes unclear");
}

#[test]
fn who_heard_more_is_not_talked_out_of_it() {
    let mut desk = promised("I'll try");
    desk.keys("1").goes_to("Bob Reyes unclear").keys("c");
    desk.goes_to("that you meant to").keys("Enter");
    desk.goes_to("Bob Reyes unclear").keys("c");
    desk.sees("Bob heard more than you said")
        .sees("still more")
        .sees_not("that you'd try");
    desk.keys("Esc c")
        .keys("Enter")
        .sees("said as they heard it");
    assert_eq!(desk.promise(LIST).said, Strength::Intend);
    assert_eq!(desk.promise(LIST).hearing(), Hearing::Agreed);
    desk.keys("u").goes_to("Bob Reyes unclear");
}

#[test]
fn new_terms_are_told_and_the_old_ones_stay_in_sight() {
    let mut desk = promised("I'll try");
    desk.goes_to(LIST).keys("c").goes_to("that you promised");
    desk.keys("Enter 1").goes_to("Bob Reyes unclear").keys("n");
    desk.sees("New terms agreed with Bob").keys("Ctrl-s");
    desk.sees("The terms are as they were");
    desk.fills("New day", "23 oct")
        .fills("You agreed", "the list without prices")
        .keys("Ctrl-s");
    desk.sees("new terms: the list of suppliers");
    let promise = desk.promise(LIST);
    assert_eq!(promise.due.unwrap().to_string(), "2026-10-23");
    assert_eq!(promise.heard, None, "what they heard is open again");
    assert_eq!(promise.hearing(), Hearing::NotChecked);
    assert_eq!(promise.earlier_terms.len(), 1);
    let told = promise.efforts.last().unwrap();
    assert_eq!(
        (told.kind, told.told),
        (EffortKind::NewTerms, Some(desk.today()))
    );

    desk.reopen().keys("3").goes_to(LIST).keys("Enter");
    desk.sees("Agreed before")
        .sees("\"I'll try\", due Thu 8 Oct")
        .sees("the list without prices");
    assert_eq!(desk.promise(LIST).earlier_terms.len(), 1);
}

#[test]
fn terms_of_a_day_that_is_past_are_none() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to("Market figures").keys("n Ctrl-s");
    desk.sees("That day is past: which day did you agree on?");
    desk.retypes("31 feb")
        .keys("Ctrl-s")
        .sees("no day that I know");
    desk.retypes("2026-01-01").keys("Ctrl-s");
    desk.sees("It was made on");
    desk.retypes("next tue").keys("Ctrl-s").sees("new terms:");
    assert_eq!(
        desk.promise("Market figures for flour and yeast").state,
        State::Open
    );
}

#[test]
fn what_is_ticked_is_told_with_the_next_key() {
    let mut desk = promised("I promise");
    desk.goes_to(LIST)
        .keys("Space t")
        .types("it is in your mail");
    desk.keys("Enter").sees("told: the list of suppliers");
    let promise = desk.promise(LIST);
    let told = promise.efforts.last().unwrap();
    assert!(matches!(promise.state, State::Delivered { .. }));
    assert_eq!(
        (told.kind, told.told),
        (EffortKind::Delivered, Some(desk.today()))
    );
    desk.sees("done: it is in your mail (told");
    desk.keys("u");
    assert!(desk.promise(LIST).efforts.is_empty());
    desk.keys("t Enter").sees("done: said so (told");
}

#[test]
fn what_is_done_is_written_in_a_line_or_two() {
    let mut desk = promised("I promise");
    desk.goes_to(LIST).keys("Space w");
    desk.sees("What I said is done: the list of suppliers.");
    desk.keys("t").sees("told Bob Reyes");
    let promise = desk.promise(LIST);
    assert_eq!(promise.efforts.last().unwrap().kind, EffortKind::Delivered);
    desk.keys("w").sees_not("What I said is done");
}
