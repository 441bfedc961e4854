//! The sentences about the options of a choice for one person.

use crate::domain::options::{Standing, Test};

/// Where none of the options does anything for them.
pub const NOTHING_HELPS: &str = "Nothing here helps them.";

/// The note on an option that harms them later, openly.
pub const HARM_IS_KNOWN: &str =
    "It leaves them worse off later, and they know: it is their informed choice.";

/// Why an option is ruled out, as it follows "ruled out: ".
#[must_use]
pub const fn failed(test: Test) -> &'static str {
    match test {
        Test::Publicity => "you would not want them to read your reasons",
        Test::ConcealedHarm => "it leaves them worse off later and relies on them not knowing",
        Test::NothingForThem => "there is nothing in it for them",
    }
}

/// What is said of an option. `beside` tells whether another one helps most.
#[must_use]
pub fn standing(standing: &Standing, beside: bool) -> String {
    match standing {
        Standing::RuledOut(tests) => {
            let tests: Vec<&str> = tests.iter().map(|test| failed(*test)).collect();
            format!("ruled out: {}", tests.join("; "))
        }
        Standing::HelpsMost => "helps most".to_owned(),
        Standing::Sound if beside => "also sound".to_owned(),
        Standing::Sound => "sound".to_owned(),
    }
}
