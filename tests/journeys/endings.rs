//! Every other way in which a promise ends, and the day on which it was done.

use goodword::domain::exchange::{Direction, Horizon, Size};
use goodword::domain::incident::Party;
use goodword::domain::promise::{MissKind, State};

use super::desk::Desk;

const DECK: &str = "Comments on her deck";
const MAX: &str = "Introduce her to Max";
const MARKET: &str = "Market figures for flour and yeast";

/// At a promise, with the question how it ended.
fn asked(promise: &str) -> Desk {
    let mut desk = Desk::kept_demo();
    desk.keys("3 G Enter").goes_to(promise).keys("o");
    desk.sees("How did it end?");
    desk
}

#[test]
fn they_let_me_off_and_it_is_undone_and_kept() {
    let mut desk = asked(DECK);
    desk.sees("it no longer binds you");
    desk.goes_to("They let you off").keys("Enter");
    desk.sees("let off: Comments on her deck for Cleo");
    let released = State::Released { on: desk.today() };
    assert_eq!(desk.promise(DECK).state, released);
    assert_eq!(desk.under_cursor(), DECK, "it stays where it stood");
    desk.keys("u");
    assert_eq!(desk.promise(DECK).state, State::Open);
    desk.keys("U").reopen();
    assert_eq!(desk.promise(DECK).state, released);
}

#[test]
fn a_word_is_taken_back_only_in_time() {
    let mut desk = asked(MARKET);
    desk.sees_not("You took it back in time");
    let mut in_time = asked(MAX);
    in_time.goes_to("You took it back in time").keys("Enter");
    let on = in_time.today();
    assert_eq!(in_time.promise(MAX).state, State::Withdrawn { on });
}

#[test]
fn a_miss_says_what_they_saw_before_it_is_noted() {
    let mut desk = asked(MAX);
    desk.sees("in silence; to be put right");
    desk.goes_to("It was missed")
        .keys("Enter")
        .sees("in silence");
    desk.keys("Ctrl-s")
        .sees("missed: Introduce her to Max for Eve");
    let kind = |desk: &Desk| match desk.promise(MAX).state {
        State::Missed { kind, .. } => kind,
        _ => panic!("it is not missed"),
    };
    assert_eq!(kind(&desk), MissKind::Silent);
    desk.keys("u o")
        .goes_to("It was missed")
        .keys("Enter Left Ctrl-s");
    desk.sees("in a line, what did they see or hear?");
    desk.types("I rang her on Friday").keys("Ctrl-s");
    assert_eq!(kind(&desk), MissKind::ToldLate);
    desk.keys("Enter")
        .sees("Why            I rang her on Friday")
        .sees_not("I rang her on Friday (")
        .keys("Esc");
    desk.keys("o").goes_to("It is made right").keys("Enter");
    desk.sees("made right: Introduce her to Max");
    assert!(matches!(
        desk.promise(MAX).state,
        State::MadeRight {
            missed: MissKind::ToldLate,
            ..
        }
    ));
}

#[test]
fn they_say_that_it_is_done_and_then_nothing_leads_on_but_a_new_promise() {
    let mut desk = asked("Send the checklist from the talk");
    desk.goes_to("They said that it is done").keys("Enter");
    let on = desk.today();
    let old = desk.promise("Send the checklist from the talk").clone();
    assert!(
        matches!(old.state, State::Confirmed { on: said, delivered: Some(done) } if said == on && done < on),
        "the day it was done is kept: {:?}",
        old.state
    );
    desk.keys("Space").sees("ended for good");
    desk.keys("o").sees("going on means a new promise");
    desk.goes_to("Take it up again").keys("Enter");
    desk.sees("A new promise, taken up again").sees("Dana Liu");
    desk.fills("Promise", "Send the second checklist")
        .fills("Due", "fri")
        .keys("Ctrl-s");
    let new = desk.promise("Send the second checklist").clone();
    assert_eq!(new.reopened_from, Some(old.id));
    assert_eq!(
        (new.contact, new.kind, new.impact),
        (old.contact, old.kind, old.impact)
    );
    assert_eq!((new.made, new.heard), (desk.today(), None));
    desk.keys("Enter").sees("Takes up");
    desk.reopen();
    let stored = desk.promise("Send the second checklist");
    assert_eq!(stored.reopened_from, Some(old.id));
}

#[test]
fn theirs_are_kept_let_off_or_not_kept_and_never_chased() {
    const CONTRACT: &str = "Look over the Danish contract";
    for (way, label) in [
        ("They kept it", "delivered: Look over"),
        ("You let them off", "let off: Look over"),
    ] {
        let mut desk = asked(CONTRACT);
        desk.sees_not("You took it back").goes_to(way).keys("Enter");
        desk.sees(label);
        assert!(!desk.promise(CONTRACT).is_owed());
        assert_eq!(desk.promise(CONTRACT).by, Party::Them);
        desk.waits(9).keys("1").sees_not("Danish contract");
    }
    let mut desk = Desk::kept_demo();
    let before = desk.book().clone();
    desk.keys("3").goes_to(CONTRACT);
    for key in ["t", "+", "x", "c", "n"] {
        desk.waits(9).sees_not("never chased").keys(key);
        desk.sees("This is Hana's word to you, noted and never chased");
    }
    assert!(desk.book() == &before);
}

#[test]
fn of_a_promise_they_did_not_keep_i_say_what_i_heard() {
    const CONTRACT: &str = "Look over the Danish contract";
    for (heard, kind) in [
        ("They told you in time", MissKind::Shown),
        ("They told you late", MissKind::ToldLate),
        ("You heard nothing", MissKind::Silent),
    ] {
        let mut desk = asked(CONTRACT);
        desk.goes_to("They did not keep it").keys("Enter");
        desk.sees("What did you hear of it from Hana?")
            .sees_not("its day");
        assert!(
            desk.promise(CONTRACT).is_owed(),
            "nothing is claimed unasked"
        );
        desk.goes_to(heard)
            .keys("Enter")
            .sees("not kept: Look over");
        let on = desk.today();
        let promise = desk.promise(CONTRACT);
        assert_eq!(promise.state, State::Missed { on, kind });
        assert_eq!(promise.efforts, [], "nothing is made up beside it");
        desk.reopen();
        assert_eq!(desk.promise(CONTRACT).state, State::Missed { on, kind });
        desk.keys("1").sees_not("Danish contract");
    }
}

#[test]
fn what_has_ended_says_why_a_key_is_not_for_it() {
    let mut desk = Desk::kept_demo();
    desk.keys("3 G Enter")
        .goes_to("Help her pack up the old office");
    for key in ["t", "+", "x", "c", "n"] {
        desk.waits(9).keys(key).sees("this one has ended");
    }
}

#[test]
fn after_space_e_sets_the_day_and_the_value_moves_along() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to(DECK).keys("Space");
    desk.sees("e sets another day").keys("e").sees("Done on");
    desk.retypes("in 2 days").keys("Ctrl-s");
    desk.sees("still to come")
        .retypes("2026-01-01")
        .keys("Ctrl-s");
    desk.sees("It was made on")
        .retypes("tue")
        .sees("Tue 22 Sep");
    desk.keys("Ctrl-s").sees("done Tue 22 Sep");
    let on = |desk: &Desk| {
        let id = desk.promise(DECK).id;
        let mut given = desk.book().exchanges.iter();
        let given = given.find(|exchange| exchange.from == Some(id)).unwrap();
        assert_eq!(given.direction, Direction::Given);
        given.on.to_string()
    };
    assert_eq!(on(&desk), "2026-09-22");
    desk.keys("u");
    assert_eq!(on(&desk), "2026-09-24");
    desk.keys("U").reopen();
    assert_eq!(on(&desk), "2026-09-22");
    assert!(matches!(
        desk.promise(DECK).state,
        State::Delivered { on, .. } if on.to_string() == "2026-09-22"
    ));
}

#[test]
fn after_another_key_e_edits_again_and_o_still_sets_the_day() {
    let mut desk = Desk::kept_demo();
    desk.goes_to("Cleo Ito today")
        .keys("Space e")
        .sees("Done on");
    desk.keys("Esc e").sees_not("Done on").keys("Esc");
    desk.keys("3 G Enter")
        .goes_to(DECK)
        .keys("e")
        .sees("Exact words");
    desk.keys("Esc o")
        .goes_to("Done on another day")
        .keys("Enter");
    desk.retypes("yesterday")
        .keys("Ctrl-s")
        .sees("done Wed 23 Sep");
}

#[test]
fn what_the_line_below_says_of_e_is_true() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to("Comments on her deck").keys("Space");
    desk.sees("e sets another day").keys("o");
    desk.sees("How did it end?").sees_not("e sets another day");
    desk.keys("Esc e")
        .sees("A promise to")
        .sees_not("sets another");
}

#[test]
fn the_words_of_an_ended_promise_can_be_put_right() {
    const CHECKLIST: &str = "Send the checklist from the talk";
    let mut desk = asked(CHECKLIST);
    desk.goes_to("They said that it is done").keys("Enter e");
    desk.sees("A promise to Dana").sees_not("taken up again");
    let before = desk.promise(CHECKLIST).clone();
    desk.fills("Promise", "Send the list from the talk")
        .keys("Ctrl-s");
    let after = desk.promise("Send the list from the talk").clone();
    assert_eq!(
        (after.id, after.state, after.due),
        (before.id, before.state, before.due)
    );
}

#[test]
fn what_is_missed_before_its_day_says_so() {
    let mut desk = asked(MAX);
    desk.sees("not due until Mon 28 Sep; in silence");
    desk.goes_to("It was missed").keys("Enter Ctrl-s w");
    desk.sees("It was to be there by Mon 28 Sep.")
        .sees_not("It was due on");
}

#[test]
fn what_a_tick_adds_is_said_and_is_the_least() {
    let mut desk = Desk::kept_demo();
    desk.keys("3").goes_to(DECK).keys("Space");
    desk.sees("adds advice, small, for days");
    let id = desk.promise(DECK).id;
    let mut given = desk.book().exchanges.iter();
    let given = given.find(|exchange| exchange.from == Some(id)).unwrap();
    assert_eq!((given.size, given.horizon), (Size::Small, Horizon::Days));
}
