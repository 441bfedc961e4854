//! Text from elsewhere, made fit to be kept and shown.
//!
//! A card, a calendar or the clipboard may hold anything: escape sequences that would paint over the screen, marks that
//! turn the direction of a line, characters without width that make two names look like one. What could mislead becomes
//! visible instead of vanishing, so that nobody is fooled by a text that reads differently from what it is.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// What stands where a character must not.
pub const PLACEHOLDER: char = '\u{fffd}';

/// The marks that may stand on one letter: more than any language needs, too few to bury the lines above and below.
const MOST_MARKS: usize = 8;

/// A text of one line: breaks and tabs become spaces, runs of spaces one, and none stands at either end.
#[must_use]
pub fn line(text: &str) -> String {
    let safe = without_tricks(text, false);
    let mut line = String::with_capacity(safe.len());
    for word in safe.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A text of several lines: breaks of every kind become `\n`, and no space stands at the end of a line.
#[must_use]
pub fn text(text: &str) -> String {
    let safe = without_tricks(&text.replace("\r\n", "\n"), true);
    let mut cleaned = String::with_capacity(safe.len());
    for line in safe.split('\n') {
        cleaned.push_str(line.trim_end());
        cleaned.push('\n');
    }
    cleaned.trim_end().trim_start_matches('\n').to_owned()
}

/// A text for one line of the screen: breaks and tabs become spaces; spaces stay as they are.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(without_tricks(text, false))
}

/// A text for several lines of the screen: breaks of every kind become `\n`; spaces stay as they are.
#[must_use]
pub fn shown_lines(text: &str) -> Cow<'_, str> {
    if text.chars().all(|char| char == '\n' || is_plain(char)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(without_tricks(&text.replace("\r\n", "\n"), true))
}

/// Whether a character breaks a line, steers a terminal, turns the direction of a line or is not seen. One that joins or
/// marks letters does not: it has work to do in many languages.
#[must_use]
pub fn may_mislead(found: char) -> bool {
    matches!(kind(found), Kind::Break | Kind::Tab | Kind::Trick)
}

/// Almost every character of almost every text, found without a look into a table where it is ASCII.
fn is_plain(char: char) -> bool {
    matches!(char, ' '..='~') || matches!(kind(char), Kind::Plain)
}

fn without_tricks(text: &str, keep_breaks: bool) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut marks = 0;
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(found) = rest.next() {
        let kept = match kind(found) {
            Kind::Break if keep_breaks => Some('\n'),
            Kind::Break | Kind::Tab => Some(' '),
            Kind::Joiner if joins(before, rest.peek().copied()) => Some(found),
            Kind::FlagTag if is_flag(before) => Some(found),
            Kind::Joiner | Kind::FlagTag | Kind::Trick => Some(PLACEHOLDER),
            Kind::Mark if marks >= MOST_MARKS => None,
            Kind::Mark | Kind::Plain => Some(found),
        };
        marks = match kind(found) {
            Kind::Mark => marks + 1,
            _ => 0,
        };
        if let Some(kept) = kept {
            safe.push(kept);
            before = kept;
        }
    }
    safe
}

/// What a character may do to a text.
enum Kind {
    Plain,
    /// Ends a line.
    Break,
    Tab,
    /// Stands on the letter before it.
    Mark,
    /// Joins or parts two letters: part of emoji, of Persian and of Indic scripts.
    Joiner,
    /// Part of the flags of regions.
    FlagTag,
    /// Steers the terminal, turns the direction of the line or is not seen.
    Trick,
}

fn kind(found: char) -> Kind {
    match found {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::Break,
        '\t' => Kind::Tab,
        '\u{200c}' | '\u{200d}' => Kind::Joiner,
        '\u{e0020}'..='\u{e007f}' => Kind::FlagTag,
        // Marks of direction, soft hyphens, fillers and other characters that are not seen, and notes between lines.
        '\u{ad}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e001f}' => Kind::Trick,
        _ if found.is_control() => Kind::Trick,
        _ if found.width() == Some(0) => Kind::Mark,
        _ => Kind::Plain,
    }
}

/// A joiner has work to do only between two characters that are not plain ASCII.
fn joins(before: char, after: Option<char>) -> bool {
    let can_join = |letter: char| {
        !letter.is_ascii() && !letter.is_whitespace() && !matches!(kind(letter), Kind::Joiner)
    };
    can_join(before) && after.is_some_and(can_join)
}

fn is_flag(before: char) -> bool {
    before == '\u{1f3f4}' || matches!(kind(before), Kind::FlagTag)
}

/// A sentence without the number that a system gives its error, "(os error 13)": the words before it say the same.
#[must_use]
pub fn without_error_numbers(sentence: &str) -> String {
    let mut parts = sentence.split(" (os error ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once(')').map_or(part, |(_, rest)| rest));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_breaks_and_no_steering() {
        assert_eq!(line("  Ana\r\n\tLi "), "Ana Li");
        assert_eq!(line("Ana\u{1b}[31m\u{7}"), "Ana\u{fffd}[31m\u{fffd}");
        assert_eq!(line("evil\u{202e}txt.exe"), "evil\u{fffd}txt.exe");
        assert_eq!(line("A\u{200b}na"), "A\u{fffd}na");
    }

    #[test]
    fn a_text_keeps_its_lines() {
        assert_eq!(text("one \r\ntwo\rthree\u{2028}\r\n"), "one\ntwo\nthree");
        assert_eq!(text("a\n\nb\tc"), "a\n\nb c");
    }

    #[test]
    fn what_is_shown_keeps_its_spaces() {
        assert_eq!(shown("   a\tb\r\nc "), "   a b  c ");
        assert_eq!(shown_lines("  a \r\n\tb\u{202e}\rc"), "  a \n b\u{fffd}\nc");
        assert_eq!(shown("e\u{301}\u{7}"), "e\u{301}\u{fffd}");
        for plain in ["", "  Zoë · 日本 ", "a"] {
            assert!(matches!(shown(plain), Cow::Borrowed(same) if same == plain));
            assert!(matches!(shown_lines(plain), Cow::Borrowed(same) if same == plain));
        }
    }

    #[test]
    fn joiners_stay_where_they_join() {
        for joined in ["👩\u{200d}💻", "می\u{200c}خواهم", "❤\u{fe0f}\u{200d}🔥"] {
            assert_eq!(line(joined), joined);
        }
        assert_eq!(line("a\u{200d}b"), "a\u{fffd}b");
        let wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
        assert_eq!(line(wales), wales);
    }

    #[test]
    fn a_letter_carries_eight_marks_at_most() {
        let tower = format!("e{}x", "\u{301}".repeat(500));
        assert_eq!(line(&tower), format!("e{}x", "\u{301}".repeat(8)));
        assert_eq!(line("Zoe\u{308}"), "Zoe\u{308}");
    }
}
