//! Reads what Goodword itself wrote, in little more than half the time that the reader of all RON takes.
//!
//! It knows the part of RON that [`super::encode`] writes and gives up at anything else: a comment, a raw string, a
//! number in another base, a mistake. Then the reader of all RON decides, and says what is wrong. So this one may refuse
//! whatever it likes, but what it accepts is to be what the other one reads: a property test holds both side by side.

mod cursor;
mod values;

use std::thread;

use memchr::memmem;
use serde::Deserialize;

use super::encode::HEADER;
use crate::domain::Book;
use crate::domain::interaction::Interaction;
use crate::domain::table::Table;
use cursor::Cursor;

/// From how many bytes on it is worth a thread to read the talks beside everything else.
const WORTH_A_THREAD: usize = 256 << 10;

/// The book that Goodword wrote; `None` where something in the text is not as Goodword writes it.
///
/// Half of a long book is talks: they are read by a second thread.
pub(super) fn book(text: &str) -> Option<Book> {
    let text = text.strip_prefix(HEADER).unwrap_or(text);
    match talks(text).filter(|talks| talks.len() >= WORTH_A_THREAD) {
        Some(talks) => beside_talks(text, talks),
        None => read(text),
    }
}

fn beside_talks(text: &str, talks: &str) -> Option<Book> {
    thread::scope(|scope| {
        let reader = thread::Builder::new();
        let reader = reader.spawn_scoped(scope, || read::<Table<Interaction>>(talks));
        // Where no thread is to be had, one has to do.
        let Ok(reader) = reader else {
            return read(text);
        };
        let mut cursor = Cursor::new(text).leaving_out(talks);
        let book = Book::deserialize(&mut cursor);
        let is_whole = cursor.is_at_end() && cursor.has_left_out();
        let talks = reader.join().ok().flatten()?;
        let book = book.ok().filter(|_| is_whole)?;
        Some(Book {
            interactions: talks,
            ..book
        })
    })
}

/// The list of talks, as far as the lines tell; whether it is one, the readers find out.
fn talks(text: &str) -> Option<&str> {
    const BEGIN: &[u8] = b"\n  interactions: ";
    const END: &[u8] = b"\n  ]";
    let begin = memmem::find(text.as_bytes(), BEGIN)? + BEGIN.len();
    let from = text.get(begin..)?;
    let end = memmem::find(from.as_bytes(), END)? + END.len();
    from.get(..end)
}

/// The value of a text; `None` where something in it is not as Goodword writes it.
fn read<'text, T: Deserialize<'text>>(text: &'text str) -> Option<T> {
    let mut cursor = Cursor::new(text);
    let value = T::deserialize(&mut cursor).ok()?;
    cursor.is_at_end().then_some(value)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::{WORTH_A_THREAD, book, read, talks};
    use crate::domain::Book;
    use crate::domain::id::Id;
    use crate::domain::interaction::Interaction;
    use crate::store::demo;
    use crate::store::encode::encode;

    #[test]
    fn what_goodword_writes_is_read_here() {
        let demo = demo::book(demo::ANCHOR).unwrap();
        let text = encode(&demo).unwrap();
        assert_eq!(book(&text).as_ref(), Some(&demo));
        // The same at its end, and then something else.
        assert!(book(&format!("{text}()")).is_none());
    }

    /// A book so long that two threads read it.
    fn long() -> Book {
        let mut long = demo::book(demo::ANCHOR).unwrap();
        for number in 1..=3_000 {
            let mut talk = Interaction::clone(long.interactions.iter().next().unwrap());
            talk.id = Id::from_u128(number);
            talk.note = format!("talk \u{301} {number}");
            long.interactions.put(talk);
        }
        long
    }

    #[test]
    fn two_threads_read_what_one_reads() {
        let long = long();
        let text = encode(&long).unwrap();
        assert!(talks(&text).unwrap().len() > WORTH_A_THREAD);
        assert_eq!(book(&text).as_ref(), Some(&long));
        for (from, to) in [
            ("  interactions: [", "  interactions: [ 7,"),
            ("  exchanges: [", "  interactions: [],\n  exchanges: ["),
            ("  version: 1,", "  version: 1, interactions: [],"),
        ] {
            assert!(book(&text.replacen(from, to, 1)).is_none(), "{to}");
        }
    }

    #[test]
    fn lines_in_a_note_that_look_like_the_list_of_talks_are_a_note() {
        let long = long();
        let text = encode(&long).unwrap();
        let list = talks(&text).unwrap();
        // As somebody may write it by hand, with line breaks in a string.
        let note = format!("notes: \"\n  interactions: {}\n", list.replace('"', "'"));
        let odd = text.replacen("notes: \"", &note, 1);
        assert!(odd.len() > text.len());
        assert!(book(&odd).is_none(), "left to the reader of all RON");
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
        assert_eq!(read::<Option<bool>>("r#None"), None);
        assert_eq!(read::<bool>("r#true"), None);
    }
}
