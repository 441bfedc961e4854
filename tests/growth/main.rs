//! What a frame and a key cost does not know how many people there are. Counted in allocations, which are the same on
//! every machine and every time; `benches/README.md` has what takes time.
//!
//! `cargo test --test growth -- --nocapture` prints the table.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops at the first thing that is not as it says; the table is for reading"
)]

mod counted;
mod lean;
#[path = "../../benches/speed/people.rs"]
mod people;
#[path = "../../benches/speed/seat.rs"]
#[expect(dead_code, reason = "the benchmarks use all of it")]
mod seat;
#[path = "../../benches/speed/words.rs"]
mod words;

use std::fs;

use goodword::store::{BookFile, export};

use counted::{Counted, walk};
use lean::lean;

const FEW: usize = 100;
const MANY: usize = 100_000;

/// A step of a walk through the screens.
struct Step {
    /// The keys that lead there from the step before.
    way: &'static str,
    /// The key that is counted, with its frame; none for a frame in which nothing changes.
    key: &'static str,
    /// The most allocations it makes with [`MANY`] people.
    most: u64,
    cost: Cost,
}

/// How the cost of a step grows.
#[derive(PartialEq)]
enum Cost {
    /// With [`MANY`] people no more than three tenths above what it is with [`FEW`].
    Flat,
    /// With the people.
    Grows,
}

use Cost::{Flat, Grows};

const fn step(way: &'static str, key: &'static str, most: u64, cost: Cost) -> Step {
    Step {
        way,
        key,
        most,
        cost,
    }
}

/// Each figure is what was counted, and a twentieth more. The first letter of a filter (/) on Today may grow: it is looked
/// for in what each row says, and that is put into words once.
#[rustfmt::skip]
const WALK: &[Step] = &[
    step("1", "", 1_440, Flat),
    step("", "j", 1_450, Flat),
    step("", "2", 2_760, Flat),
    step("", "", 2_130, Flat),
    step("", "j", 2_140, Flat),
    step("/", "m", 2_200, Flat),
    step("", "a", 2_110, Flat),
    step("", "Backspace", 2_110, Flat),
    step("Esc", "3", 1_850, Flat),
    step("", "", 1_570, Flat),
    step("", "j", 1_580, Flat),
    step("", "Space", 1_780, Flat),
    step("4", "", 220, Flat),
    step("5", "", 220, Flat),
    step("6", "", 2_050, Flat),
    step("7", "", 840, Flat),
    step("", "1", 1_690, Flat),
    step("", "f", 1_340, Flat),
    step("", "m", 2_970, Flat),
    step("", "a", 2_590, Flat),
    step("Esc /", "n", 422_000, Grows),
    step("", "o", 2_500, Flat),
];

#[test]
fn a_frame_and_a_key_cost_the_same_however_many_people_there_are() {
    let few = walk(lean(FEW), WALK);
    let many = walk(lean(MANY), WALK);
    let mut wrong = Vec::new();
    println!("{:30} {FEW:>9} {MANY:>9}", "allocations, people:");
    for (step, (few, many)) in WALK.iter().zip(few.iter().zip(&many)) {
        let Counted { about, .. } = many;
        let (few, many) = (few.allocations, many.allocations);
        println!("{about:30} {few:>9} {many:>9}");
        if many > step.most {
            wrong.push(format!(
                "{about}: {many} allocations, and {} at most",
                step.most
            ));
        }
        if step.cost == Flat && 10 * many > 13 * few {
            wrong.push(format!(
                "{about}: {many} allocations, and {few} with {FEW} people"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_books_that_are_measured_are_whole_and_the_same_every_time() {
    let book = people::book(500);
    assert!(book == people::book(500));
    assert_eq!(
        [
            book.contacts.len(),
            book.promises.len(),
            book.interactions.len()
        ],
        [500, 500, 2500]
    );
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(&file, export::text(&book).unwrap()).unwrap();
    let opened = BookFile::open(file.path()).unwrap();
    assert_eq!(opened.problems(), Vec::<String>::new());
    assert!(opened.book == book);
}
