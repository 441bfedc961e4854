//! The three jobs, as the README tells them.

use goodword::domain::promise::State;

use super::desk::Desk;

#[test]
fn find_a_person() {
    let mut desk = Desk::kept_demo();
    desk.keys("2").sees("by what you owe");
    desk.keys("/").types("reyse").keys("Enter");
    assert_eq!(desk.under_cursor(), "Bob Reyes");
    desk.sees("we lose a tenth of our customers every quarter")
        .sees("Fri 25 Sep 12:30, tomorrow")
        .sees("Open between you")
        .sees("How it stands");
    desk.keys("b y");
    assert!(desk.copied[0].contains("Bob Reyes"), "{:?}", desk.copied);
    let talks = desk.book().interactions.len();
    desk.keys("Esc a")
        .types("called bob: the tender")
        .keys("Enter");
    assert_eq!(desk.book().interactions.len(), talks + 1);
    desk.keys("Enter A").sees("talk");
}

#[test]
fn decide_between_two_lunches() {
    let mut desk = Desk::kept_demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu");
    desk.sees("You told Dana yes. Ask Dana before you move it.")
        .sees("then the lines lean clearly to Bob");
    desk.keys("e").sees("the result shows afterwards");
    assert!(!desk.screen().contains("lean"), "{}", desk.screen());
    desk.keys("Esc Enter").sees("Ask Dana whether it may move");
    desk.keys("Enter").sees("To Dana Liu").keys("y");
    assert!(desk.copied[0].starts_with("Dear Dana"), "{:?}", desk.copied);
}

#[test]
fn tick_off_a_promise() {
    let mut desk = Desk::kept_demo();
    desk.keys("3")
        .sees("Needs a word from you")
        .sees("Due within a week");
    desk.goes_to("Comments on her deck");
    let given = desk.book().exchanges.len();
    let is_done = |desk: &Desk| {
        let mut promises = desk.book().promises.iter();
        let comments = promises.find(|one| one.text == "Comments on her deck");
        matches!(comments.unwrap().state, State::Delivered { .. })
    };
    desk.keys("Space").sees("Comments on her deck");
    assert!(is_done(&desk));
    assert_eq!(desk.book().exchanges.len(), given + 1, "it brings advice");
    desk.keys("Space");
    assert!(!is_done(&desk));
    assert_eq!(desk.book().exchanges.len(), given);
}
