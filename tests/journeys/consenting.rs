//! Nobody is introduced before both said yes, wherever it is ticked; and one introduction is given once.

use goodword::domain::exchange::{Direction, ExchangeKind};
use goodword::domain::introduction::{Introduction, IntroductionStatus};
use goodword::domain::promise::State;

use super::desk::Desk;

const PROMISE: &str = "Introduce her to Max";

/// Of Eve to Max, whom the demo waits for.
fn introduction(desk: &Desk) -> Introduction {
    let (eve, max) = (
        desk.contact("Eve Park").id,
        desk.contact("Max Lindqvist").id,
    );
    let mut all = desk.book().introductions.iter();
    let found = all.find(|one| (one.requester, one.target) == (eve, max));
    found.expect("it is in the book").as_ref().clone()
}

/// How many introductions I gave Eve.
fn given(desk: &Desk) -> usize {
    let eve = desk.contact("Eve Park").id;
    let all = desk.book().exchanges.iter();
    let given = all.filter(|one| {
        (one.contact, one.direction, one.kind)
            == (eve, Direction::Given, ExchangeKind::Introduction)
    });
    given.count()
}

/// Writes a line with `a`.
fn line(desk: &mut Desk, text: &str) {
    desk.keys("a").types(text).keys("Enter");
}

/// Nothing was given, kept or made.
fn waits(desk: &Desk, given_before: usize) {
    assert_eq!(introduction(desk).status(), IntroductionStatus::Asking);
    assert!(desk.promise(PROMISE).is_owed());
    assert_eq!(given(desk), given_before);
}

/// It was given once, the promise is kept, the board knows; and one step back takes all of it back.
fn is_made_once(desk: &mut Desk, given_before: usize) {
    assert!(introduction(desk).is_made());
    assert!(matches!(
        desk.promise(PROMISE).state,
        State::Delivered { .. }
    ));
    assert_eq!(given(desk), given_before + 1);
    desk.keys("u");
    assert_eq!(introduction(desk).status(), IntroductionStatus::Agreed);
    assert!(desk.promise(PROMISE).is_owed());
    assert_eq!(given(desk), given_before);
}

fn max_says_yes(desk: &mut Desk) {
    desk.keys("6").goes_to("Eve to Max").keys("Space Enter");
    desk.sees("Max said yes");
}

#[test]
fn a_tick_on_promises_asks_what_max_said() {
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    desk.keys("3").goes_to(PROMISE).keys("Space");
    desk.sees("What did Max say?").keys("j j Enter");
    waits(&desk, before);
    desk.keys("Space j Enter").sees("a no: Eve to Max");
    desk.keys("Space").sees("It is over");
    assert!(desk.promise(PROMISE).is_owed(), "a no is not kept");
    desk.keys("u");
    waits(&desk, before);
}

#[test]
fn no_mark_and_no_row_of_today_goes_around_it() {
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    desk.keys("3")
        .goes_to(PROMISE)
        .keys("v Space")
        .sees("both say yes first");
    waits(&desk, before);
    desk.keys("Esc 1").goes_to("Introduce her to").keys("Space");
    desk.sees("What did Max say?").keys("Esc");
    waits(&desk, before);
}

#[test]
fn marked_with_others_it_stays_behind() {
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    desk.keys("3").goes_to(PROMISE).keys("v j v Space");
    desk.sees("delivered 1 promise (1 waits for a yes)");
    waits(&desk, before);
}

#[test]
fn no_line_goes_around_it() {
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    for text in [
        "done eve intro to Max",
        "done eve introduce",
        "gave eve intro: Max",
        "gave eve intro to Max",
        "gave max intro: Eve",
        "gave eve an intro",
    ] {
        line(&mut desk, text);
        desk.sees("Max has not said yes").keys("Esc Enter");
        desk.keys("Esc");
        waits(&desk, before);
    }
    line(&mut desk, "intro eve to max: again");
    desk.sees("is under way (Max: 9 days)");
    assert_eq!(desk.book().introductions.len(), 6);
}

#[test]
fn a_line_after_both_said_yes_makes_it() {
    for text in ["done eve introduce", "gave eve intro: Max"] {
        let mut desk = Desk::kept_demo();
        let before = given(&desk);
        max_says_yes(&mut desk);
        line(&mut desk, text);
        is_made_once(&mut desk, before);
        desk.keys("U");
        line(&mut desk, "gave eve intro: Max");
        desk.sees("it counts once");
        assert_eq!(given(&desk), before + 1);
    }
}

#[test]
fn every_tick_after_both_said_yes_makes_it() {
    for keys in ["Space", "v Space"] {
        let mut desk = Desk::kept_demo();
        let before = given(&desk);
        max_says_yes(&mut desk);
        desk.keys("3").goes_to(PROMISE).keys(keys);
        is_made_once(&mut desk, before);
    }
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    max_says_yes(&mut desk);
    desk.keys("Space").sees("an introduction given to Eve");
    is_made_once(&mut desk, before);
}

#[test]
fn a_tick_taken_back_takes_the_introduction_back() {
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    max_says_yes(&mut desk);
    desk.keys("3").goes_to(PROMISE).keys("Space");
    assert!(introduction(&desk).is_made());
    desk.goes_to(PROMISE).keys("Space");
    desk.sees("not delivered after all");
    assert_eq!(introduction(&desk).status(), IntroductionStatus::Agreed);
    assert_eq!(given(&desk), before);
}

#[test]
fn a_yes_is_theirs_and_never_ticked_by_rushing_on() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Priya to Anne-Laure");
    desk.keys("Space Space Space Space Space Space");
    desk.sees("What did Priya say?").keys("Esc");
    desk.sees("Priya: today");
}

#[test]
fn the_form_of_value_does_not_count_it_again() {
    let mut desk = Desk::kept_demo();
    let before = given(&desk);
    desk.keys("2").goes_to("Eve Park").keys("l A");
    desk.goes_to("Value").keys("Enter");
    desk.fills("What it was", "to Max").goes_to("What kind");
    desk.keys("Right Right Ctrl-s").sees("Max has not said yes");
    assert_eq!(given(&desk), before);
}

/// Lea met Jon through me in spring; what I give her today is another gift.
#[test]
fn a_second_introduction_is_a_gift_of_its_own() {
    let lea = |desk: &Desk| {
        let lea = desk.contact("Lea Novak").id;
        let all = desk.book().exchanges.iter();
        all.filter(|one| (one.contact, one.kind) == (lea, ExchangeKind::Introduction))
            .count()
    };
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Lea to Jon").keys("Space Space");
    let before = lea(&desk);
    line(&mut desk, "gave lea intro: Jon Smith");
    assert_eq!(lea(&desk), before + 1, "another Jon");
    line(&mut desk, "gave lea intro: Jon");
    desk.sees("it counts once").keys("Esc Enter");
    let mut later = Desk::kept_demo();
    later.keys("6").goes_to("Lea to Jon").keys("Space");
    later.wakes_on("2026-11-02");
    let before = lea(&later);
    line(&mut later, "gave lea intro: Jon");
    assert_eq!(lea(&later), before + 1, "on another day");
    later.keys("2").goes_to("Lea").keys("l A");
    later.goes_to("Value").keys("Enter");
    later.fills("What it was", "to Jon").goes_to("What kind");
    later.keys("Right Right Ctrl-s");
    assert_eq!(lea(&later), before + 2);
}

#[test]
fn a_no_is_offered_only_where_one_can_come() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Eve to Max").sees("o a no");
    desk.keys("o Enter").sees_not("o a no");
    desk.keys("o").sees("Take it up again");
}

#[test]
fn what_is_folded_is_told_beside_it() {
    let mut desk = Desk::kept_demo();
    desk.keys("6").goes_to("Over").sees("a no");
    desk.sees("closed");
}

/// Lea and Jon both said yes; only then is it written down that this was promised.
#[test]
fn what_was_promised_afterwards_is_kept_by_the_same_tick() {
    let text = "introduction to Jon";
    for by_form in [false, true] {
        let mut desk = Desk::kept_demo();
        line(&mut desk, &format!("promise lea {text}"));
        assert!(desk.promise(text).is_owed());
        if by_form {
            desk.keys("6").goes_to("Lea to Jon").keys("e");
            desk.fills("Introduced", "today").keys("Ctrl-s");
        } else {
            desk.keys("3").goes_to(text).keys("Space");
        }
        assert!(matches!(desk.promise(text).state, State::Delivered { .. }));
        desk.keys("u");
        assert!(desk.promise(text).is_owed(), "one step, both ways");
    }
}
