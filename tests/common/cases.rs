//! How many cases a property test draws.

/// 2,000, or as many as `GOODWORD_CASES` asks for; `.ci/run` asks for 10,000.
pub(crate) fn cases() -> u32 {
    let asked = std::env::var("GOODWORD_CASES").ok();
    asked
        .and_then(|number| number.parse().ok())
        .unwrap_or(2_000)
}
