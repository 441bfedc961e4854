//! Words that somebody may be called by and that mean something else as well.

/// Whether a word, folded, is more often no name: "will", "may", the "van" of van Gogh, a number.
pub(super) fn is_ordinary(word: &str) -> bool {
    word.chars().all(|char| char.is_ascii_digit())
        || ORDINARY.split_whitespace().any(|ordinary| ordinary == word)
}

/// Particles of names, the small words that hold sentences together, and what notes about work and days speak of.
const ORDINARY: &str = "
    af av bin bint da das de dei del della den der di do dos du el ibn la las le les los of ten ter van von zu zum zur
    a an and any are as at be been but by can did done for from go good had has have he her him his how i if in into is it
    its let like long many may me more most much must my no nor not now off on one or our out own she so some than that
    the them then there they this to too two up us very was way we well were what when which who why will with yes yet
    you your young early late best
    april august autumn bill bush case chance chase church day days dawn faith field fields friday grace grant ground
    hall hill home hope house joy june king lake lane law love mark march mason may monday north page park post power
    price prince read rich rose short south spring star stone street summer sunny trip week weeks west winter wood
    woods
";
