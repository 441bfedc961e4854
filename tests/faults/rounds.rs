//! How long a harness runs.

/// So many, or as many as `GOODWORD_ROUNDS` asks for.
pub(crate) fn rounds(short: u64) -> u64 {
    let asked = std::env::var("GOODWORD_ROUNDS").ok();
    asked
        .and_then(|number| number.parse().ok())
        .unwrap_or(short)
}
