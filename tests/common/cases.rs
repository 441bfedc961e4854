//! How many cases a law is tried on.

/// `GOODWORD_CASES`, or 2,000: few enough to wait for, many enough to trust.
pub(crate) fn cases() -> u32 {
    let asked = std::env::var("GOODWORD_CASES").ok();
    asked.and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}
