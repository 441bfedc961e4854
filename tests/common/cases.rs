//! How many cases a property is tried on.

/// 2,000, or as many as `GOODWORD_CASES` asks for.
pub(crate) fn cases() -> u32 {
    let asked = std::env::var("GOODWORD_CASES").ok();
    asked
        .and_then(|number| number.parse().ok())
        .unwrap_or(2_000)
}
