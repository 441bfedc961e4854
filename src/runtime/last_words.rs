//! What is said when the terminal was given back: what broke, what is not saved, where it is instead.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::mistake;
use crate::domain::clean;
use crate::store::BookFile;
use crate::store::shell::{command, quoted};

/// The sentences, one a line; none where everything is well. They name no person, but for what the user called a file.
pub(super) fn words(
    lost: Option<&str>,
    copied: Option<&Result<PathBuf, String>>,
    own: &Path,
) -> Vec<String> {
    let mut words = Vec::new();
    words.extend(mistake::first().map(ToString::to_string));
    words.extend(lost.map(str::to_owned));
    words.extend(copied.map(|copied| match copied {
        Ok(copy) => format!(
            "Your book with its last changes is in {copy}\n  to look at it:  goodword --book {copy}\n  \
             to go on with it:  {open} offers to merge it{once}",
            copy = quoted(copy),
            open = command(own, "").trim_end(),
            once = if BookFile::open(own).is_ok() {
                ""
            } else {
                ", once your book can be read"
            }
        ),
        Err(reason) => {
            format!("Your last changes are not saved, and could not be put aside either: {reason}")
        }
    }));
    words
}

/// Says them on standard error. Where nobody reads any more, there is nobody to tell.
pub(super) fn say(words: &[String]) {
    for word in words {
        let _ = writeln!(io::stderr(), "goodword: {}", clean::shown_lines(word));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_where_all_is_well() {
        assert!(words(None, None, Path::new("/b.ron")).is_empty());
    }
}
