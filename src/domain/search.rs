//! Fuzzy finding in lists: accents folded, the better match first.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Keeps what the pattern finds, the better match first; an empty pattern keeps everything as it stands.
///
/// Words of the pattern may stand anywhere in the text, in any order; `zoe` finds `Zoë`.
pub fn filter<K>(pattern: &str, rows: impl IntoIterator<Item = (K, String)>) -> Vec<K> {
    let pattern = Pattern::parse(pattern, CaseMatching::Ignore, Normalization::Smart);
    if pattern.atoms.is_empty() {
        return rows.into_iter().map(|(key, _)| key).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut found: Vec<(u32, K)> = rows
        .into_iter()
        .filter_map(|(key, text)| {
            let score = pattern.score(Utf32Str::new(&text, &mut letters), &mut matcher)?;
            Some((score, key))
        })
        .collect();
    // Stable: equal matches keep the order of the list.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, key)| key).collect()
}
