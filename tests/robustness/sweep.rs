//! Every place at every size.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::NaiveDate;

use goodword::domain::Book;
use goodword::store::demo;

use super::hostile;
use super::places::{assert_everywhere, places};
use super::screen::tricks;
use super::session::Session;

/// At the breakpoints and one below each.
const WIDTHS: [u16; 11] = [40, 49, 50, 69, 70, 79, 80, 99, 100, 120, 200];
const HEIGHTS: [u16; 8] = [10, 11, 12, 13, 14, 24, 36, 60];

fn sizes() -> Vec<(u16, u16)> {
    let usual = WIDTHS
        .iter()
        .flat_map(|width| HEIGHTS.map(|height| (*width, height)));
    let tiny = (0..=41).flat_map(|width| (0..=12).map(move |height| (width, height)));
    usual.chain(tiny).collect()
}

/// What goes wrong when a place is drawn at every size; a panic is named with the size that it came at.
fn sweep(way: &str, session: &mut Session, sizes: &[(u16, u16)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (width, height) in sizes {
        let drawn = catch_unwind(AssertUnwindSafe(|| session.draw(*width, *height)));
        let place = format!("{way:?} at {width}x{height}");
        match drawn {
            Err(_) => wrong.push(format!("{place}: panic")),
            Ok(buffer) => {
                let tricks = tricks(&buffer);
                if !tricks.is_empty() {
                    wrong.push(format!("{place}: {tricks:?}"));
                }
            }
        }
    }
    wrong
}

fn sweep_all(book: &Book, today: NaiveDate, sizes: &[(u16, u16)]) {
    let mut places = places(book, today);
    assert_everywhere(&places);
    let mut wrong = Vec::new();
    for (way, session) in &mut places {
        wrong.extend(sweep(way, session, sizes));
    }
    let shown = wrong.iter().take(40).cloned().collect::<Vec<_>>();
    assert!(
        wrong.is_empty(),
        "{} in all:\n{}",
        wrong.len(),
        shown.join("\n")
    );
}

#[test]
fn the_demo_at_every_size() {
    let book = demo::book(demo::ANCHOR).unwrap();
    sweep_all(&book, demo::ANCHOR, &sizes());
}

#[test]
fn a_hostile_book_at_every_size() {
    sweep_all(&hostile::book(0), demo::ANCHOR, &sizes());
}

#[test]
fn every_hostile_text_in_every_place() {
    let mut wrong = Vec::new();
    for number in 1..hostile::TEXTS {
        for (way, mut session) in places(&hostile::book(number), demo::ANCHOR) {
            wrong.extend(sweep(&way, &mut session, &[(40, 10), (100, 60)]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_from_the_ends_of_the_calendar() {
    let book = hostile::out_of_time();
    let days = [
        NaiveDate::MIN,
        NaiveDate::from_ymd_opt(1, 1, 1).unwrap(),
        demo::ANCHOR,
        NaiveDate::from_ymd_opt(9999, 12, 31).unwrap(),
        NaiveDate::MAX,
    ];
    for today in days {
        let mut wrong = Vec::new();
        for (way, mut session) in places(&book, today) {
            wrong.extend(sweep(&way, &mut session, &[(40, 10), (80, 24), (120, 60)]));
        }
        assert!(wrong.is_empty(), "on {today}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn an_empty_book_at_every_size() {
    let mut session = Session::new(Book::default(), demo::ANCHOR);
    for way in ["1", "2", "2 A", "3", "3 A", "4", "4 A", "4 e", "2 e", "3 d"] {
        session.press("Esc Esc");
        session.press(way);
        let wrong = sweep(way, &mut session, &sizes());
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
