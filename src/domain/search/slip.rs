//! One slip of the hand: a letter more, a letter less, another letter, or two swapped.

/// From so many letters on the beginning of a word is enough: what is still being typed is found.
const ENOUGH_FOR_A_BEGINNING: usize = 4;
/// Below so many letters a slip would make one word of almost any other.
const FEWEST: usize = 3;

/// Whether letters as typed are a word, or with enough of them the beginning of one, but for one slip.
pub(super) fn is_slip_of(typed: &[char], word: &str) -> bool {
    if typed.len() < FEWEST {
        return false;
    }
    let begins = typed.len() >= ENOUGH_FOR_A_BEGINNING;
    let goes_on = |typed: &[char], word: &str| {
        let mut letters = word.chars();
        let is_there = typed.iter().all(|letter| letters.next() == Some(*letter));
        is_there && (begins || letters.as_str().is_empty())
    };
    // Up to the first letter that differs there is no slip; behind the slip there may be none.
    let letters = typed.iter().copied();
    let same = letters
        .zip(word.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let (typed_on, word_on) = (from(typed, same), behind(word, same));
    let (typed_next, word_next) = (from(typed_on, 1), behind(word_on, 1));
    let is_more = || goes_on(typed_next, word_on);
    let is_less = || goes_on(typed_on, word_next);
    let is_another = || !word_on.is_empty() && goes_on(typed_next, word_next);
    let is_swapped = || match typed_on {
        [a, b, typed_on @ ..] => {
            word_on.chars().take(2).eq([*b, *a]) && goes_on(typed_on, behind(word_on, 2))
        }
        _ => false,
    };
    is_more() || is_less() || is_another() || is_swapped()
}

fn from(letters: &[char], at: usize) -> &[char] {
    letters.get(at..).unwrap_or(&[])
}

/// What stands behind so many letters of a word.
fn behind(word: &str, letters: usize) -> &str {
    let mut rest = word.chars();
    rest.by_ref().take(letters).for_each(drop);
    rest.as_str()
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
                is_slip_of(&letters(typed), word),
                is_slip,
                "{typed} for {word}"
            );
        }
    }
}
