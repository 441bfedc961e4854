//! The gauges of a person, and the hours I gave away: the worked cases, and the laws on drawn relationships (raise their
//! number by `GOODWORD_CASES`).

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a test may stop where it stands"
)]

#[path = "../common/books.rs"]
mod books;
#[path = "../common/cases.rs"]
mod cases;

mod apart;
mod balance;
mod conduct;
mod draw;
mod formulas;
mod lead;
mod load;
mod orientation;
mod records;
mod review;
mod rhythm;
mod sentences;
mod trust;
mod week;

use proptest::test_runner::Config;

fn config() -> Config {
    Config {
        cases: cases::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}

/// What speaks against them: above the range nothing is left but that.
fn doubt(opinion: &goodword::domain::trust::Opinion) -> f64 {
    let [_, most] = opinion.range();
    ((1.0 - most) * 1e9).round() / 1e9
}
