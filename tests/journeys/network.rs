//! Introductions from the idea to how it went, warm ways, who can help, and whom I know.

use goodword::app::Screen;
use goodword::domain::exchange::{Direction, ExchangeKind};
use goodword::domain::introduction::Introduction;
use goodword::domain::promise::State;

use super::desk::Desk;

fn introduction(desk: &Desk, purpose: &str) -> Introduction {
    let mut found = desk.book().introductions.iter();
    let found = found.find(|one| one.purpose == purpose);
    found.expect("it is in the book").as_ref().clone()
}

fn introductions_given(desk: &Desk, name: &str) -> usize {
    let who = desk.contact(name).id;
    let all = desk.book().exchanges.iter();
    let given = all.filter(|one| {
        one.contact == who
            && one.direction == Direction::Given
            && one.kind == ExchangeKind::Introduction
    });
    given.count()
}

#[test]
fn from_the_idea_to_how_it_went() {
    let mut desk = Desk::kept_demo();
    let before = introductions_given(&desk, "Cleo Ito");
    desk.keys("6 A").fills("Who wants it", "Cleo Ito");
    desk.fills("To meet whom", "Bob Reyes")
        .fills("What for", "A talk on schools");
    desk.fills("Good for both", "His sister builds one")
        .keys("Ctrl-s");
    desk.sees("added an introduction: Cleo to Bob");
    assert_eq!(desk.under_cursor(), "Cleo to Bob");
    desk.keys("Space").sees("You asked Cleo: Cleo to Bob");
    desk.keys("Space").sees("What did Cleo say?").keys("Enter");
    desk.sees("Cleo said yes");
    desk.keys("Space").sees("You asked Bob");
    assert_eq!(
        introductions_given(&desk, "Cleo Ito"),
        before,
        "nobody is connected before both said yes"
    );
    desk.keys("Space").sees("What did Bob say?").keys("Enter");
    desk.sees("Bob said yes");
    desk.keys("Space").sees("an introduction given to Cleo");
    assert_eq!(introductions_given(&desk, "Cleo Ito"), before + 1);
    desk.keys("u");
    assert_eq!(
        introductions_given(&desk, "Cleo Ito"),
        before,
        "one step back takes the introduction and its value"
    );
    desk.keys("U Space").sees("You asked Cleo how it went");
    desk.keys("Space").sees("It is over");
    let made = introduction(&desk, "A talk on schools");
    assert!(made.is_made() && made.is_over());
    desk.reopen().keys("6").sees("Over (3)");
}

#[test]
fn the_questions_are_drafted_and_sending_them_is_the_step() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Priya to Anne-Laure").keys("w");
    desk.sees("Dear Priya").sees("Anne-Laure Petit").sends();
    desk.sees("You asked Priya: Priya to Anne-Laure");
    let asked = introduction(&desk, "How a university hires designers for its spin-offs");
    assert_eq!(asked.asked_requester, Some(desk.today()));
    desk.keys("w").sends().sees("is noted already");
    desk.goes_to("Lea to Jon").keys("w");
    desk.sees("Dear Lea and Jon").sends();
    desk.sees("an introduction given to Lea");
    desk.keys("w").sees("Did you get together").keys("Esc");
}

#[test]
fn a_promise_to_introduce_is_the_introduction() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Eve to Max").keys("Space Enter");
    desk.sees("Max said yes");
    desk.keys("3").goes_to("Introduce her to Max").keys("Space");
    desk.sees("You introduced them: Eve to Max");
    let promise = desk.promise("Introduce her to Max");
    assert!(matches!(promise.state, State::Delivered { .. }));
    desk.keys("u");
    let promise = desk.promise("Introduce her to Max");
    assert!(promise.is_owed(), "one step, both ways");
}

#[test]
fn a_no_ends_it_and_it_can_be_taken_up_again() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Eve to Max").keys("o Enter");
    desk.sees("a no: Eve to Max").sees("A no");
    assert_eq!(desk.under_cursor(), "Eve to Max", "it is unfolded");
    desk.keys("Space").sees("It is over");
    desk.keys("o Enter").sees("taken up again: Eve to Max");
    desk.keys("d").sees("Remove the introduction").keys("Enter");
    desk.sees("deleted an introduction");
    desk.keys("u").goes_to("Eve to Max");
}

/// A no in spring, and both are asked anew: what was said then is set right, and the two do not wait twice.
#[test]
fn what_ended_stays_open_to_changes_while_the_same_two_are_asked_anew() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Eve to Max").keys("o Enter");
    desk.sees("a no: Eve to Max");
    desk.keys("e").fills("One said no", "yesterday");
    desk.keys("Ctrl-s").sees("changed an introduction");
    desk.keys("a").types("intro eve to max: anew").keys("Enter");
    let old = "A first data lead, or a word on how to find one";
    assert!(introduction(&desk, "anew").waits());
    // The one that is over stands behind the new one.
    desk.keys("6").goes_to("Rafael to Nia").keys("k");
    assert_eq!(desk.under_cursor(), "Eve to Max");
    desk.keys("e").fills("Good for both", "He asked for it");
    desk.keys("Ctrl-s").sees("changed an introduction");
    assert_eq!(introduction(&desk, old).good_for_target, "He asked for it");
    desk.keys("o Enter").sees("is under way (ask Eve)");
    assert!(introduction(&desk, old).declined.is_some());
    desk.keys("e").fills("One said no", "").keys("Ctrl-s");
    desk.sees("is under way (ask Eve)").keys("Esc");
    assert!(introduction(&desk, old).declined.is_some());
}

#[test]
fn a_form_lets_nobody_be_connected_before_both_said_yes() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Eve to Max").keys("e");
    desk.fills("Introduced", "today").keys("Ctrl-s");
    desk.sees("when did this yes come?");
    desk.fills("Other said yes", "1 sep").keys("Ctrl-s");
    desk.sees("Not before Tue 15 Sep");
    desk.fills("Other said yes", "yesterday").keys("Ctrl-s");
    desk.sees("changed an introduction: Eve to Max");
    let made = introduction(&desk, "A first data lead, or a word on how to find one");
    assert!(made.is_made());
}

#[test]
fn the_same_person_twice_is_no_introduction() {
    let mut desk = Desk::demo();
    desk.keys("6 A").fills("Who wants it", "Cleo Ito");
    desk.fills("To meet whom", "Cleo Ito")
        .fills("What for", "x")
        .keys("Ctrl-s");
    desk.sees("the same person twice");
}

#[test]
fn a_warm_way_says_why_and_leads_to_whom_to_ask() {
    let mut desk = Desk::demo();
    desk.keys(":").types("reach lee marsden").keys("Enter");
    desk.sees("You → Bob Reyes → Lee Marsden")
        .sees("You and Bob:")
        .sees("Bob knows Lee Marsden")
        .sees("Bob for ");
    desk.keys("Enter");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.person(), "Bob Reyes");
    desk.keys(":").types("reach xyzzy").keys("Enter");
    desk.sees("Nobody called \"xyzzy\"").keys("Esc");
}

#[test]
fn who_can_help_stands_with_what_they_try_to_solve() {
    let mut desk = Desk::demo();
    desk.keys(":").types("help-with pricing").keys("Enter");
    desk.sees("Ana Silva").sees("can help with pricing");
    desk.keys("Enter");
    assert_eq!(desk.person(), "Ana Silva");
}

#[test]
fn whom_somebody_knows_is_typed_into_their_form_and_makes_a_way() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").goes_to("Cleo Ito").keys("e");
    desk.fills("Knows", "Nora Quist (close); ngozi okafor")
        .keys("Ctrl-s");
    desk.keys(":").types("reach nora").keys("Enter");
    desk.sees("You → Cleo Ito → Nora Quist").keys("Esc");
    desk.keys("e").goes_to("Knows");
    desk.sees("Nora Quist (close); Ngozi Okafor");
}

#[test]
fn a_circle_opens_its_people_and_who_is_quiet_their_record() {
    let mut desk = Desk::demo();
    desk.keys("6").goes_to("Manufacturing").sees("Dana Liu");
    desk.keys("Enter");
    assert_eq!(desk.model.screen, Screen::Contacts);
    assert_eq!(desk.model.contacts.rows.keys().len(), 3);
    desk.keys("6").goes_to("Siobhán").keys("Enter");
    assert_eq!(desk.person(), "Siobhán O'Dowd");
    desk.keys("6 i").sees("Blau").keys("i").sees_not("Blau");
}

#[test]
fn the_circles_are_drawn_around_me_and_walked_by_keys() {
    let mut desk = Desk::demo();
    desk.keys("6").goes_to("Your circles").keys("Enter");
    desk.sees("You").sees("closest tie");
    assert_eq!(desk.under_cursor(), "Manufacturing");
    desk.sees("Dana Liu").keys("l");
    assert_ne!(desk.under_cursor(), "Manufacturing");
    desk.keys("h");
    assert_eq!(desk.under_cursor(), "Manufacturing", "across and back");
    desk.keys("Enter");
    assert_eq!(desk.model.contacts.rows.keys().len(), 3);
    desk.keys("6 Esc").sees("Introductions and circles");
    assert_eq!(desk.under_cursor(), "Manufacturing", "the cursor stays");
}

#[test]
fn an_empty_board_says_how_to_begin() {
    let mut desk = Desk::empty();
    desk.keys("6")
        .sees("No introduction is written down")
        .sees("Both are asked");
    desk.keys("Space Enter w i o d e");
    assert_eq!(desk.book().record_count(), 0);
}
