//! Texts as they are compared, one behind the other: none of them is allocated for itself, and they are read in one go.

use unicode_normalization::UnicodeNormalization;

use super::folded_letter;

/// Many texts as they are compared, by the order in which they came.
#[derive(Clone, Default)]
pub struct Folded {
    all: String,
    /// Where each of them ends, in bytes.
    ends: Vec<usize>,
}

impl Folded {
    /// Adds a text: that of the parts, with a space between them.
    pub fn push<'a>(&mut self, parts: impl IntoIterator<Item = &'a str>) {
        for (nth, part) in parts.into_iter().enumerate() {
            if nth > 0 {
                self.all.push(' ');
            }
            fold_onto(&mut self.all, part);
        }
        self.ends.push(self.all.len());
    }

    /// The text that came at this place; nothing where none did.
    #[must_use]
    pub fn get(&self, place: usize) -> &str {
        let before = place.checked_sub(1);
        let from = before.and_then(|before| self.ends.get(before));
        let text = self
            .ends
            .get(place)
            .and_then(|end| self.all.get(from.copied().unwrap_or(0)..*end));
        text.unwrap_or("")
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|place| self.get(place))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Takes all of them out; the room stays.
    pub fn clear(&mut self) {
        self.all.clear();
        self.ends.clear();
    }
}

/// Adds a text as it is compared to another. Word by word: most are plain, and nothing joins across a space.
pub(super) fn fold_onto(all: &mut String, text: &str) {
    if text.is_ascii() {
        push_small(all, text);
        return;
    }
    for word in text.split_inclusive(' ') {
        if word.is_ascii() {
            push_small(all, word);
        } else {
            all.extend(word.nfc().flat_map(folded_letter));
        }
    }
}

/// Adds a text of plain letters, in small ones.
fn push_small(all: &mut String, text: &str) {
    let from = all.len();
    all.push_str(text);
    if let Some(added) = all.get_mut(from..) {
        added.make_ascii_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::search::folded;

    #[test]
    fn texts_keep_their_places_and_are_folded_as_each_alone() {
        let texts = [
            ["Zoë", "Achterberg"],
            ["", ""],
            ["Jose\u{301}", "\u{301}SØREN"],
        ];
        let mut all = Folded::default();
        for parts in texts {
            all.push(parts);
        }
        for (place, parts) in texts.into_iter().enumerate() {
            assert_eq!(all.get(place), folded(&parts.join(" ")));
        }
        assert_eq!(all.iter().count(), all.len());
        assert_eq!(all.get(texts.len()), "");
    }

    proptest! {
        #[test]
        fn word_by_word_is_as_the_whole(text in "([aZ é가각ᄀ\u{301}\u{323}\u{1100}\u{1161}]|\\PC){0,12}") {
            let whole: String = text.nfc().flat_map(folded_letter).collect();
            prop_assert_eq!(folded(&text), whole);
        }
    }
}
