//! The laws of the comparison, each tried on thousands of drawn cases (raise the number by `PROPTEST_CASES`).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop where it stands"
)]

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

/// At least 2,000 cases, more where `PROPTEST_CASES` asks for them.
fn cases() -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|number| number.parse().ok()).unwrap_or(0);
    Config {
        cases: 2_000.max(asked),
        failure_persistence: None,
        ..Config::default()
    }
}
