//! Words that stand in every text and say nothing of what it is about.

/// Whether a word, folded, names no topic: "of", "the", "about". Short ones such as "it" and "hr" may name one.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.split_whitespace().any(|filler| filler == word)
}

const FILLERS: &str = "
    a an and at by for from her his in my of on or our the their to with
    about after again also around back been before between both each every first good have help here into just less like
    long made make more most much need only other over some than that them they this what
";
