//! The pictures of the README, drawn from the screens. `GOODWORD_PICTURES=write cargo test --test pictures` draws them
//! anew; without it, a picture that no longer shows the program fails. Each stands on a dark ground and on a light one.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it says"
)]

#[path = "../common/desk.rs"]
#[expect(dead_code, reason = "a picture needs less of the desk than a story")]
mod desk;
mod svg;

use std::fs;
use std::path::Path;

use desk::Desk;
use svg::Ground;

#[test]
fn the_lunch_of_bob_and_dana() {
    let mut desk = Desk::demo();
    desk.keys("4").goes_to("Bob Reyes or Dana Liu");
    keep("lunch", &desk);
}

#[test]
fn what_waits_today() {
    let mut desk = Desk::demo();
    desk.resize(100, 30);
    keep("today", &desk);
}

#[test]
fn promises_with_one_ticked() {
    let mut desk = Desk::demo();
    desk.resize(120, 32)
        .keys("3")
        .goes_to("Comments on her deck")
        .keys("Space")
        .waits(10);
    keep("promises", &desk);
}

#[test]
fn bob_among_the_people() {
    let mut desk = Desk::demo();
    desk.resize(120, 32).keys("2").goes_to("Bob Reyes");
    keep("contacts", &desk);
}

/// Keeps the screen on a dark ground and on a light one.
fn keep(name: &str, desk: &Desk) {
    for (ending, ground) in [("", Ground::Dark), ("-light", Ground::Light)] {
        let file = format!("assets/{name}{ending}.svg");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(&file);
        let picture = svg::of(desk.buffer(), ground);
        if std::env::var("GOODWORD_PICTURES").is_ok_and(|wish| wish == "write") {
            fs::write(&path, &picture).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == picture,
            "{file} is not what the screen shows: GOODWORD_PICTURES=write cargo test --test pictures\n{}",
            desk.screen()
        );
    }
}
