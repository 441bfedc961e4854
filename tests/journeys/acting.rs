//! Acting on what Today asks: telling, trying, getting stuck, checking, making right, noting a talk, replying.

use goodword::domain::comparison::Lean;
use goodword::domain::invite::MoveOk;
use goodword::domain::promise::{State, Strength};

use super::desk::Desk;

#[test]
fn efforts_are_told_and_the_row_leaves_today() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Eve Park unheard stuck").keys("+");
    desk.types("Rang his office").keys("Enter").sees("tried:");
    desk.sees("nothing heard for 9 days");
    let untold = |desk: &Desk| desk.promise("Introduce her to Max").untold().count();
    assert_eq!(untold(&desk), 3, "what I tried is not what Eve knows");

    desk.goes_to("Eve Park unheard stuck").keys("t");
    desk.types("Max is away until Monday").keys("Enter");
    desk.sees("told: Introduce her to Max")
        .sees_not("Eve Park unheard");
    assert_eq!(untold(&desk), 0);
    desk.keys("u");
    assert_eq!(untold(&desk), 3, "one step takes all of it back");
    desk.goes_to("Eve Park unheard stuck");
}

#[test]
fn the_ends_of_a_question_are_reached_as_those_of_a_list_are() {
    let mut desk = Desk::demo();
    desk.keys("2 d").sees("▸ Archive");
    desk.keys("G").sees("▸ Keep");
    desk.keys("g g").sees("▸ Archive");
    desk.keys("PgDn")
        .sees("▸ Keep")
        .keys("Home")
        .sees("▸ Archive");
}

#[test]
fn an_update_without_words_is_none() {
    let mut desk = Desk::demo();
    desk.goes_to("Eve Park unheard stuck").keys("t Ctrl-s");
    desk.sees("In a line: what?").keys("Esc").sees("Eve Park");
    assert_eq!(desk.promise("Introduce her to Max").untold().count(), 2);
}

#[test]
fn stuck_says_on_what_and_no_longer_stuck_takes_it_back() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to("Comments on her deck").keys("x");
    desk.types("the numbers from finance").keys("Enter");
    assert!(matches!(
        &desk.promise("Comments on her deck").state,
        State::Blocked { by, .. } if by == "the numbers from finance"
    ));
    desk.keys("x").sees("Is it still stuck?").keys("Esc");
    assert!(!matches!(
        desk.promise("Comments on her deck").state,
        State::Open
    ));
    desk.keys("x")
        .goes_to("Stuck on something else")
        .keys("Enter");
    desk.sees("the numbers from finance")
        .retypes("the printer")
        .keys("Enter");
    assert!(matches!(
        &desk.promise("Comments on her deck").state,
        State::Blocked { by, .. } if by == "the printer"
    ));
    desk.keys("x Enter").sees("no longer stuck");
    assert_eq!(desk.promise("Comments on her deck").state, State::Open);
}

#[test]
fn what_they_heard_is_checked_and_the_mark_clears_or_turns() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to("Market figures").keys("c");
    desk.sees("What did Lea hear?")
        .goes_to("that you'd try")
        .keys("Enter");
    let heard = desk.promise("Market figures for flour and yeast").heard;
    assert_eq!(heard, Some((Strength::Attempt, desk.today())));
    desk.keys("c")
        .goes_to("that you promised")
        .keys("Enter Enter");
    desk.sees("\"I promise\", you checked");
}

#[test]
fn a_broken_promise_is_made_right_once() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Søren Dahl put right").keys("Space");
    desk.sees("Did you make it right?")
        .goes_to("Not yet")
        .keys("Enter");
    desk.keys("Space").goes_to("It is made right").keys("Enter");
    desk.sees("made right:").sees_not("Søren Dahl put right");
    desk.keys("u").goes_to("Søren Dahl put right");
}

#[test]
fn a_talk_begins_the_pace_anew() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Jürgen Brandt pace").keys("Enter A");
    desk.sees("Add to Jürgen").goes_to("A talk").keys("Enter");
    desk.types("His new flour mill").keys("Ctrl-s");
    desk.sees("noted: a talk with Jürgen Brandt")
        .sees("today, in person")
        .keys("G")
        .sees("His new flour mill");
    desk.keys("1").sees_not("Jürgen Brandt pace");
}

#[test]
fn value_is_noted_on_the_open_person() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 / d a n a Enter Enter A")
        .goes_to("Value")
        .keys("Enter");
    desk.types("Her view on our tender")
        .keys("Enter Right Enter Right Ctrl-s");
    desk.sees("received advice: Her view on our tender");
}

#[test]
fn their_answer_lets_me_off_and_the_lines_speak() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .sees("Ask Dana before you move it");
    desk.keys("r")
        .goes_to("Dana says moving is fine")
        .keys("Enter");
    assert_eq!(
        desk.invite("Dana Liu", "2026-09-25").move_ok,
        MoveOk::TheySaidFine
    );
    desk.sees("Leans clearly to Bob.");
    desk.sees("You told Dana yes; Dana said that moving is fine, so it no longer binds.");
    assert_eq!(desk.model.lunch.verdict.as_ref().unwrap().lean, Lean::A);
}

#[test]
fn past_the_last_pair_stand_all_lunches_ahead() {
    let mut desk = Desk::demo();
    let pairs = desk.model.lunch.pairs.keys().len();
    desk.keys("4")
        .keys(&"] ".repeat(pairs))
        .sees("Lunches ahead");
    desk.keys("[").sees("Not counted");
}

#[test]
fn an_edit_of_one_field_leaves_the_others_as_they_were() {
    let desk = Desk::kept_demo();
    let mut before = desk.contact("Bob Reyes").clone();
    let id = before.id;
    before.problems[0].text = "churn; the quarter's end".to_owned();
    before.phones = vec!["+1 555 0100, ext. 7".to_owned()];
    before.notes = "one\ntwo".to_owned();
    let mut book = desk.book().clone();
    book.contacts.put(before.clone());
    let mut desk = Desk::with(&book);
    desk.keys("2 / b o b Enter e")
        .fills("Role", "Head of sales")
        .keys("Ctrl-s");
    let after = desk.book().contacts.get(id).unwrap();
    before.role = "Head of sales".to_owned();
    assert_eq!(after.as_ref(), &before);
}

#[test]
fn a_name_in_part_is_shown_whole_before_it_is_saved_and_may_be_somebody_new() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 A")
        .types("bob r")
        .sees("Bob Reyes")
        .sees("new person: bob r");
    desk.keys("Ctrl-s")
        .sees("Bob Reyes")
        .sees("Ctrl-s again saves");
    desk.types("A list of mills").keys("Ctrl-s");
    let bob = desk.contact("Bob Reyes").id;
    assert_eq!(desk.promise("A list of mills").contact, bob);

    desk.keys("A").types("bob r").keys("Down Enter");
    desk.types("Another list").keys("Ctrl-s");
    assert!(desk.knows("bob r"), "the last row is somebody new");
}

#[test]
fn who_said_that_moving_is_hard_is_not_asked_again() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu");
    desk.keys("r")
        .goes_to("Dana says moving is hard")
        .keys("Enter");
    desk.sees("Dana said that moving is hard")
        .sees_not("Ask Dana");
    desk.keys("Enter").sees("Decide");
    assert!(
        desk.under_cursor().contains("Keep Dana"),
        "{}",
        desk.screen()
    );
}

#[test]
fn each_message_is_told_by_itself() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Tomasz Zielony or Søren Dahl");
    desk.keys("Enter").goes_to("Take Søren").keys("Enter");
    desk.sees("Message 1 of 2").sees("To Tomasz Zielony");
    desk.keys("]").sees("To Søren Dahl").keys("t");
    desk.sees("told Søren Dahl").sees("To Tomasz Zielony");
    desk.keys("Esc 1").sees("you have not told Tomasz");
}

#[test]
fn a_yes_that_was_overtaken_before_it_was_told_is_not_told() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Carl Voss or Kim Alder");
    desk.keys("Enter").goes_to("Take Kim").keys("Enter");
    desk.sees("To Carl Voss")
        .keys("]")
        .sees("Yes, gladly")
        .keys("Esc");
    desk.goes_to("Kim Alder or Delphine Roux")
        .sees("You decided for Kim, who may not know yet: it stays Kim.");
    desk.keys("Enter").goes_to("Take Delphine").keys("Enter");
    desk.sees("To Kim Alder").sees("I have to say no this time");
    desk.keys("Esc 1").goes_to("Carl Voss untold").keys("Enter");
    desk.sees("To Carl Voss").sees_not("Message 1 of 2");
}

#[test]
fn the_footer_names_what_the_entry_under_the_cursor_takes() {
    let mut desk = Desk::kept_demo();
    let hints = |desk: &Desk| desk.lines().split_off(desk.lines().len() - 2).concat();
    desk.keys("2 / c l e o Enter Enter");
    assert!(hints(&desk).contains("Space") || hints(&desk).contains('␣'));
    assert!(!hints(&desk).contains("d remove"));
    desk.goes_to("lunch");
    assert!(!hints(&desk).contains(" told"), "{}", hints(&desk));
    assert!(hints(&desk).contains("d remove"), "{}", hints(&desk));
    desk.keys("1").goes_to("Bob or Dana clash");
    assert!(!hints(&desk).contains("not today"), "{}", hints(&desk));
    assert!(!hints(&desk).contains("w write"), "{}", hints(&desk));
    desk.goes_to("Jürgen Brandt pace");
    assert!(hints(&desk).contains("not today"), "{}", hints(&desk));
}

#[test]
fn a_narrow_screen_keeps_the_keys_that_a_notice_names_and_those_that_end_a_sheet() {
    let mut desk = Desk::kept_demo();
    desk.resize(50, 16);
    desk.keys("3").goes_to("Market figures").keys("Space");
    desk.sees("… · u undoes · e sets another day");
    desk.keys("4 Enter").sees("⏎ do it").sees("Esc not yet");
    desk.keys("Esc").resize(40, 10);
    desk.keys("e").sees("Ctrl-s save").sees("Esc as it was");
}
