//! Reads what Goodword itself wrote, in a quarter of the time that the reader of all RON takes.
//!
//! It knows the part of RON that [`super::encode`] writes and gives up at anything else: a comment, a raw string, a
//! number in another base, a mistake. Then the reader of all RON decides, and says what is wrong. So this one may refuse
//! whatever it likes, but what it accepts is to be what the other one reads: a property test holds both side by side.

mod cursor;
mod values;

use serde::Deserialize;

use super::encode::HEADER;
use cursor::Cursor;

/// The value of a text that Goodword wrote; `None` where something in it is not as Goodword writes it.
pub(super) fn read<'text, T: Deserialize<'text>>(text: &'text str) -> Option<T> {
    let mut cursor = Cursor::new(text.strip_prefix(HEADER).unwrap_or(text));
    let value = T::deserialize(&mut cursor).ok()?;
    cursor.is_at_end().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::domain::Book;
    use crate::store::demo;
    use crate::store::encode::encode;

    #[test]
    fn what_goodword_writes_is_read_here() {
        let book = demo::book(demo::ANCHOR).unwrap();
        let text = encode(&book).unwrap();
        assert_eq!(read::<Book>(&text).as_ref(), Some(&book));
        // The same at its end, and then something else.
        assert!(read::<Book>(&format!("{text}()")).is_none());
    }

    #[test]
    fn every_sign_of_a_text_comes_back() {
        let text: String = ('\0'..='\u{3ff}')
            .chain("\u{feff}\u{1f600}\u{10ffff}".chars())
            .collect();
        let written = ron::to_string(&text).unwrap();
        assert_eq!(read::<String>(&written), Some(text));
    }

    #[test]
    fn anything_else_is_left_to_the_reader_of_all_ron() {
        for odd in [
            "",
            "7",
            "[1, 2",
            "[1,, 2]",
            "[,]",
            "[007]",
            "[0x10]",
            "[1_000]",
            "[1.0]",
            "[+1]",
            "[-]",
            "[- 1]",
            "[99999999999999999999]",
            "[1] // one",
            "/**/[1]",
            "[1u8]",
        ] {
            assert_eq!(read::<Vec<i64>>(odd), None, "{odd}");
        }
        assert_eq!(read::<Vec<i64>>(" [ -1 ,\n2\t, ] "), Some(vec![-1, 2]));
        for odd in [
            "'a'",
            "r\"a\"",
            "\"a",
            "\"\\x41\"",
            "\"\\u{}\"",
            "\"\\u{d800}\"",
            "\"\\u{+41}\"",
            "\"\\",
        ] {
            assert_eq!(read::<String>(odd), None, "{odd}");
        }
        assert_eq!(read::<Option<u8>>("Some(1)"), None);
        assert_eq!(read::<Option<u8>>("None"), Some(None));
    }
}
