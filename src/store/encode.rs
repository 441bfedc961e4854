//! A book as text: one field a line, small things on one line, the same bytes for the same book.

use ron::Options;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;

use super::compact::Compact;
use crate::domain::Book;

/// The first lines of every book.
pub(super) const HEADER: &str =
    "#![enable(implicit_some)]\n// Goodword rewrites this file; comments are not kept.\n";

/// How a level is indented.
pub(super) const INDENT: &str = "  ";

/// The text of a book.
pub(super) fn encode(book: &Book) -> Result<String, ron::Error> {
    let layout = PrettyConfig::new().new_line("\n").indentor(INDENT);
    let mut text = Compact::behind(HEADER);
    dialect().to_writer_pretty(&mut text, book, layout)?;
    Ok(text.finish())
}

/// The dialect of RON that Goodword speaks: a value that may be missing stands as it is, without `Some(…)`. The limit
/// of nesting stays on, because without it a hostile file overflows the stack.
pub(super) fn dialect() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}
