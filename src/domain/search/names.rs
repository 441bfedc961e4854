//! What rows are called, folded once for many words.

use nucleo_matcher::Utf32Str;
use nucleo_matcher::chars::graphemes;

use super::Word;
use super::folded::Folded;

/// What many rows are called, by the order in which they came.
#[derive(Clone, Default)]
pub struct Names {
    folded: Folded,
    has: Vec<Letters>,
    /// The letters of those that are not written in plain ASCII, one name behind the other.
    letters: Vec<char>,
    /// Where the letters of each end.
    ends: Vec<usize>,
}

/// What a row is called.
#[derive(Clone, Copy, Default)]
pub struct Name<'a> {
    pub(super) folded: &'a str,
    pub(super) has: Letters,
    letters: &'a [char],
}

impl Names {
    /// One name alone.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut names = Self::default();
        names.push([name]);
        names
    }

    /// Adds a name: that of the parts, with a space between them.
    pub fn push<'a>(&mut self, parts: impl IntoIterator<Item = &'a str>) {
        self.folded.push(parts);
        let name = self.folded.get(self.folded.len() - 1);
        if name.is_ascii() {
            self.has.push(Letters::of(name));
        } else {
            // The matcher folds some of them further.
            self.has.push(Letters::ANY);
            self.letters.extend(graphemes(name));
        }
        self.ends.push(self.letters.len());
    }

    /// The name that came at this place; an empty one where none did.
    #[must_use]
    pub fn get(&self, place: usize) -> Name<'_> {
        let before = place.checked_sub(1);
        let from = before.and_then(|before| self.ends.get(before));
        let letters = self
            .ends
            .get(place)
            .and_then(|end| self.letters.get(from.copied().unwrap_or(0)..*end));
        Name {
            folded: self.folded.get(place),
            has: self.has.get(place).copied().unwrap_or_default(),
            letters: letters.unwrap_or(&[]),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Takes all of them out; the room stays.
    pub fn clear(&mut self) {
        self.folded.clear();
        self.has.clear();
        self.letters.clear();
        self.ends.clear();
    }
}

impl<'a> Name<'a> {
    /// Whether a word stands in it as it is.
    #[must_use]
    pub fn says(self, word: &Word) -> bool {
        word.stands_in(self.folded)
    }

    /// The same, looked at as if any letter could be in it.
    #[cfg(test)]
    pub(super) fn with_any_letter(self) -> Self {
        Self {
            has: Letters::ANY,
            ..self
        }
    }

    /// As the matcher reads it.
    pub(super) fn whole(self) -> Utf32Str<'a> {
        if self.letters.is_empty() {
            Utf32Str::Ascii(self.folded.as_bytes())
        } else {
            Utf32Str::Unicode(self.letters)
        }
    }
}

/// Which letters a text has, a bit for each; some letters share one. It tells at once of most names that a word cannot be
/// found in them: more is to be looked at only where the letters are there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    /// Any letter may be there.
    pub(super) const ANY: Self = Self(u64::MAX);

    pub(super) fn of(text: &str) -> Self {
        let bits = text.chars().map(|letter| 1 << (u32::from(letter) % 64));
        Self(bits.fold(0, |all, bit: u64| all | bit))
    }

    /// How many letters of others are not here, at least.
    pub(super) const fn lacks(self, others: Self) -> u32 {
        (others.0 & !self.0).count_ones()
    }
}
