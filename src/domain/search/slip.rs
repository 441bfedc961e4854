//! One slip of the hand: a letter more, a letter less, another letter, or two swapped.

/// From so many letters on the beginning of a word is enough: what is still being typed is found.
const ENOUGH_FOR_A_BEGINNING: usize = 4;
/// Below so many letters a slip would make one word of almost any other.
const FEWEST: usize = 3;

/// Whether letters as typed are a word, or with enough of them the beginning of one, but for one slip.
pub(super) fn is_slip_of(typed: &[char], word: &[char]) -> bool {
    if typed.len() < FEWEST {
        return false;
    }
    // Up to the first letter that differs there is no slip; behind the slip there may be none.
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed_on, word_on) = (from(typed, same), from(word, same));
    let begins = typed.len() >= ENOUGH_FOR_A_BEGINNING;
    let goes_on = |typed: &[char], word: &[char]| {
        if begins {
            word.starts_with(typed)
        } else {
            word == typed
        }
    };
    let more = goes_on(from(typed_on, 1), word_on);
    let less = goes_on(typed_on, from(word_on, 1));
    let other = !word_on.is_empty() && goes_on(from(typed_on, 1), from(word_on, 1));
    let swapped = match (typed_on, word_on) {
        ([a, b, typed_on @ ..], [c, d, word_on @ ..]) => {
            a == d && b == c && goes_on(typed_on, word_on)
        }
        _ => false,
    };
    more || less || other || swapped
}

fn from(letters: &[char], at: usize) -> &[char] {
    letters.get(at..).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_and_no_second_one() {
        let cases = [
            ("reyes", "reyes", true),
            ("rreyes", "reyes", true),
            ("reyess", "reyes", true),
            ("eyes", "reyes", true),
            ("reys", "reyes", true),
            ("reyas", "reyes", true),
            ("ryees", "reyes", true),
            ("ryes", "reyes", true),
            ("raye", "reyes", true),
            ("rayis", "reyes", false),
            ("yeres", "reyes", false),
            ("bbo", "bob", true),
            ("bpb", "bob", true),
            ("bpb", "bobby", false),
            ("bo", "by", false),
            ("", "bob", false),
            ("abcd", "", false),
        ];
        for (typed, word, is_slip) in cases {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            assert_eq!(
                is_slip_of(&letters(typed), &letters(word)),
                is_slip,
                "{typed} for {word}"
            );
        }
    }
}
