//! Names hidden: weighing without knowing whose lunch it is, and nobody reading along.

use std::time::Duration;

use goodword::domain::invite::{Help, Reply};

use super::desk::Desk;

#[test]
fn two_lunches_are_weighed_without_knowing_whose_they_are() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu");
    desk.sees("Bob").sees("Northwind").keys("H");
    desk.sees("names hidden")
        .sees("Person")
        .sees("•••")
        .sees_not("Bob")
        .sees_not("Dana")
        .sees_not("Northwind")
        .sees_not("a tenth of our customers");
    desk.keys("e").sees("What do you know?").sees_not("Bob");
    desk.keys("Left 3 Ctrl-s").sees_not("Bob");
    let answered = desk.invite("Bob Reyes", "2026-09-25").assessment.clone();
    assert_eq!(answered.unwrap().help, Some(Help::Important));

    desk.keys("Enter").sees("Decide").sees_not("Dana");
    desk.keys("Tab")
        .types("she needs it")
        .sees_not("she needs it");
    desk.goes_to("say no to Bob").sees_not("Bob").keys("Enter");
    desk.sees("Not while names are hidden: H shows them");
    desk.sees_not("Dear");
    let decided = desk
        .book()
        .decisions
        .iter()
        .filter(|decision| decision.on == desk.today());
    let reasons: Vec<&str> = decided.map(|decision| decision.reason.as_str()).collect();
    assert_eq!(reasons, ["she needs it"], "what is typed blind is kept");
    assert_eq!(
        desk.invite("Bob Reyes", "2026-09-25").reply,
        Reply::Declined
    );
    desk.keys("1")
        .sees_not("Bob")
        .keys("H")
        .sees("Bob")
        .sees_not("names hidden");
}

#[test]
fn what_holds_a_name_is_covered_and_kept() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("r")
        .sees("Lunch with");
    desk.keys("H")
        .sees("Names are hidden")
        .sees("H shows it")
        .sees_not("Lunch with");
    desk.keys("j Enter Esc").sees("H shows it");
    desk.keys("H").sees("Lunch with");
    desk.keys("Esc H e").sees("What do you know?").keys("Esc A");
    desk.sees("Not while names are hidden")
        .sees_not("A new invite");
    desk.keys("2 / b o b").sees("•••").sees_not("bob");
}

#[test]
fn what_was_done_is_not_named_in_passing() {
    let mut desk = Desk::kept_demo();
    desk.keys("4")
        .goes_to("Bob Reyes or Dana Liu")
        .keys("H e 3 Ctrl-s")
        .sees("Done. Names are hidden")
        .sees_not("Bob");
}

#[test]
fn a_line_that_is_typed_blind_changes_nothing() {
    let mut desk = Desk::kept_demo();
    desk.keys("2 A").types("Ada Byron").keys("Ctrl-s H");
    let before = desk.book().clone();
    let line = "thanked us in a mail, Joan KLM worth 3 Bonus";
    for screen in ["1", "2", "3", "4"] {
        desk.keys(screen).keys("a");
        desk.sees("Not while names are hidden: H shows them");
        desk.types(line).keys("Enter");
        desk.model.modal = None;
        assert!(*desk.book() == before, "{screen}");
    }
    for key in ["u", "U", "Space", "d", "J", "K"] {
        desk.keys("3").keys(key);
        assert!(*desk.book() == before, "{key}");
        desk.keys("4").keys(key);
        assert!(*desk.book() == before, "{key}");
    }
    desk.keys("H 2").sees("Ada Byron").keys("u");
    assert!(!desk.knows("Ada Byron"));
}

#[test]
fn whoever_is_away_for_five_minutes_finds_names_hidden() {
    let mut desk = Desk::kept_demo();
    desk.model.veil.after = Some(Duration::from_secs(300));
    desk.keys("2 A")
        .types("Somebody New")
        .waits(299)
        .sees("Somebody New");
    desk.keys("Tab").waits(299).sees("Somebody New");
    desk.waits(1).sees("names hidden").sees_not("Somebody New");
    desk.types("lost")
        .keys("Enter Esc")
        .sees("Names are hidden");
    desk.keys("H").sees("Somebody New").sees_not("lost");
    desk.keys("Ctrl-s").sees("Somebody New");
}

#[test]
fn a_hidden_firm_and_a_hidden_circle_are_dots_and_no_untruth() {
    let mut desk = Desk::demo();
    desk.keys("2").goes_to("Bob Reyes").keys("H");
    desk.sees_not("Where they work is not noted").sees("•••");
    desk.keys("6")
        .sees("the largest is •••, with")
        .sees_not("Manufacturing");
}
