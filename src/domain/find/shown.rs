//! Where in a text the words stand that it was found by.

use std::ops::Range;

use crate::domain::search::{Word, folded, folded_letter};

/// The parts of a text, in bytes and in order, that say the words. In a name letters may be missing in between, or one be
/// a slip: there the letters that are there, or the whole word.
#[must_use]
pub fn matches(text: &str, words: &[Word], is_name: bool) -> Vec<Range<usize>> {
    let letters = letters(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words {
        let wanted: Vec<char> = word.folded().chars().collect();
        if wanted.is_empty() {
            continue;
        }
        let as_it_is = places(&letters, &wanted);
        if !as_it_is.is_empty() || !is_name {
            found.extend(as_it_is);
        } else if let Some(slip) = with_a_slip(text, word) {
            found.push(slip);
        } else {
            found.extend(scattered(&letters, &wanted));
        }
    }
    joined(found)
}

/// Every folded letter, with the part of the text that it comes from.
fn letters(text: &str) -> Vec<(char, Range<usize>)> {
    let letters = text.char_indices().flat_map(|(at, letter)| {
        let part = at..at + letter.len_utf8();
        folded_letter(letter).map(move |folded| (folded, part.clone()))
    });
    letters.collect()
}

fn places(letters: &[(char, Range<usize>)], wanted: &[char]) -> Vec<Range<usize>> {
    let windows = letters.windows(wanted.len());
    let is_it = |window: &&[(char, Range<usize>)]| window.iter().map(|(one, _)| one).eq(wanted);
    let parts = windows.filter(is_it).filter_map(|window| {
        let (_, first) = window.first()?;
        let (_, last) = window.last()?;
        Some(first.start..last.end)
    });
    parts.collect()
}

fn with_a_slip(text: &str, word: &Word) -> Option<Range<usize>> {
    let mut from = 0;
    text.split(char::is_whitespace).find_map(|part| {
        let place = from..from + part.len();
        // A space of more bytes than one only shifts what is underlined.
        from = place.end + 1;
        let is_there = text.is_char_boundary(place.start) && text.is_char_boundary(place.end);
        (is_there && word.is_a_slip_in(&folded(part))).then_some(place)
    })
}

fn scattered(letters: &[(char, Range<usize>)], wanted: &[char]) -> Vec<Range<usize>> {
    let mut rest = letters.iter();
    let parts = wanted
        .iter()
        .map(|letter| rest.find(|(one, _)| one == letter));
    let parts: Option<Vec<_>> = parts.collect();
    parts.map_or_else(Vec::new, |parts| {
        parts.into_iter().map(|(_, part)| part.clone()).collect()
    })
}

/// In order, without overlaps.
fn joined(mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    parts.sort_by_key(|part| (part.start, part.end));
    let mut whole: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match whole.last_mut().filter(|last| part.start <= last.end) {
            Some(last) => last.end = last.end.max(part.end),
            None => whole.push(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_shown_as_it_is_written() {
        let cases = [
            ("Zoë Achterberg", "zoe", true, "[Zoë] Achterberg"),
            ("Dana Liu", "dnl", true, "[D]a[n]a [L]iu"),
            ("Bob Reyes", "reyse", true, "Bob [Reyes]"),
            (
                "the STRASSE, the strasse",
                "stras",
                false,
                "the [STRAS]SE, the [stras]se",
            ),
            ("ab bc", "ab b", false, "[ab] [b]c"),
            ("deck for Cleo", "clo", false, "deck for Cleo"),
        ];
        for (text, typed, is_name, shown) in cases {
            let words: Vec<Word> = typed.split(' ').map(Word::new).collect();
            let mut marked = text.to_owned();
            for part in matches(text, &words, is_name).into_iter().rev() {
                marked.insert(part.end, ']');
                marked.insert(part.start, '[');
            }
            assert_eq!(marked, shown, "{typed}");
        }
    }
}
