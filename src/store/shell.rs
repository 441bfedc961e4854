//! Commands as they are typed into a shell, for sentences that say what to do next.

use std::borrow::Cow;
use std::path::Path;

use super::excerpt::visible_text;
use super::paths;

/// A command about a book, which is named where it is not the usual one: "goodword --book my.ron restore 2".
#[must_use]
pub fn command(book: &Path, what: &str) -> String {
    if paths::book().is_ok_and(|usual| usual == book) {
        format!("goodword {what}")
    } else {
        format!("goodword --book {} {what}", quoted(book))
    }
}

/// A path as a shell takes it.
#[must_use]
pub fn quoted(path: &Path) -> String {
    let path = path.to_string_lossy();
    let plain = |char: char| char.is_alphanumeric() || "/._-+,:@%".contains(char);
    let quoted = if path.chars().all(plain) {
        path
    } else {
        Cow::Owned(format!("'{}'", path.replace('\'', "'\\''")))
    };
    visible_text(&quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_can_be_copied_into_a_shell() {
        let quoted = |path| quoted(Path::new(path));
        assert_eq!(quoted("/home/me/book-1.ron"), "/home/me/book-1.ron");
        assert_eq!(quoted("/my books/b.ron"), "'/my books/b.ron'");
        assert_eq!(quoted("/it's/b.ron"), r"'/it'\''s/b.ron'");
    }

    #[test]
    fn a_book_elsewhere_is_named() {
        let told = command(Path::new("/my books/$b.ron"), "restore 2");
        assert_eq!(told, "goodword --book '/my books/$b.ron' restore 2");
    }
}
