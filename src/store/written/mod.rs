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
