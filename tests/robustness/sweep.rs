//! Every place at every size.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::NaiveDate;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use goodword::domain::Book;
use goodword::store::demo;

use super::hostile;
use super::places::{assert_everywhere, places};
use super::screen::tricks;
use super::session::Session;

/// At the breakpoints and one below each.
const WIDTHS: [u16; 11] = [40, 49, 50, 69, 70, 79, 80, 99, 100, 120, 200];
const HEIGHTS: [u16; 8] = [10, 11, 12, 13, 14, 24, 36, 60];

fn usual() -> Vec<(u16, u16)> {
    WIDTHS
        .iter()
        .flat_map(|width| HEIGHTS.map(|height| (*width, height)))
        .collect()
}

fn sizes() -> Vec<(u16, u16)> {
    let tiny = (0..=41).flat_map(|width| (0..=12).map(move |height| (width, height)));
    usual().into_iter().chain(tiny).collect()
}

/// What goes wrong when a place is drawn at every size; a panic is named with the size that it came at.
fn sweep(way: &str, session: &mut Session, sizes: &[(u16, u16)]) -> Vec<String> {
    sweep_with(way, sizes, |width, height| session.draw(width, height))
}

fn sweep_with(
    way: &str,
    sizes: &[(u16, u16)],
    mut draw: impl FnMut(u16, u16) -> Buffer,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for (width, height) in sizes {
        let drawn = catch_unwind(AssertUnwindSafe(|| draw(*width, *height)));
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

/// Every place at the usual sizes, and one in ten at all: where it is too small, every place draws the same line.
fn sweep_all(book: &Book, today: NaiveDate) {
    let mut places = places(book, today);
    assert_everywhere(&places);
    let (usual, all) = (usual(), sizes());
    let (mut drawings, mut wrong) = (0, Vec::new());
    for (at, (way, session)) in places.iter_mut().enumerate() {
        let sizes = if at % 10 == 0 { &all } else { &usual };
        drawings += sizes.len();
        wrong.extend(sweep(way, session, sizes));
    }
    println!(
        "{} places, {drawings} drawings: {} went wrong",
        places.len(),
        wrong.len()
    );
    let shown = wrong.iter().take(40).cloned().collect::<Vec<_>>();
    assert!(
        wrong.is_empty(),
        "{} in all:\n{}",
        wrong.len(),
        shown.join("\n")
    );
}

/// The control: a drawing that reaches past the edge, and one that lets an escape sequence through, are each named with
/// the sizes that they go wrong at.
#[test]
fn a_drawing_that_breaks_is_named() {
    let sizes = sizes();
    let cells = |width, height| Buffer::empty(Rect::new(0, 0, width, height));
    let past_the_edge = sweep_with("1", &sizes, |width, height| {
        let buffer = cells(width, height);
        buffer.cell((4, 2)).unwrap();
        buffer
    });
    let too_small = |(width, height): &&(u16, u16)| *width <= 4 || *height <= 2;
    assert_eq!(past_the_edge.len(), sizes.iter().filter(too_small).count());
    assert_eq!(past_the_edge.first().unwrap(), "\"1\" at 0x0: panic");
    let escaping = sweep_with("1", &[(40, 10)], |width, height| {
        let mut buffer = cells(width, height);
        *buffer.content.first_mut().unwrap() = Cell::new("\u{1b}");
        buffer
    });
    assert_eq!(escaping.len(), 1, "{escaping:?}");
}

#[test]
fn the_demo_at_every_size() {
    let book = demo::book(demo::ANCHOR).unwrap();
    sweep_all(&book, demo::ANCHOR);
}

#[test]
fn a_hostile_book_at_every_size() {
    sweep_all(&hostile::book(0), demo::ANCHOR);
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
