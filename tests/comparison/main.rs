//! The laws of the comparison, each tried on thousands of drawn cases (raise the number by `GOODWORD_CASES`).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

#[path = "../common/cases.rs"]
mod number;

mod answers;
mod beside;
mod books;
mod coverage;
mod draw;
mod edges;
mod laws;
mod orders;
mod plans;
mod records;
mod weights;

use proptest::test_runner::Config;

fn cases() -> Config {
    Config {
        cases: number::cases(),
        failure_persistence: None,
        ..Config::default()
    }
}
