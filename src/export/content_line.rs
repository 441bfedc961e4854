//! Content lines, which vCard (RFC 2426, RFC 6350) and iCalendar (RFC 5545) share: `NAME;PARAMETER=VALUE:VALUE`, folded
//! at 75 octets and ended by CRLF.

/// The longest line on paper, in octets of UTF-8, its end not counted (RFC 5545 3.1, RFC 6350 3.2).
const LONGEST: usize = 75;

/// A text that grows line by line.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ContentLines(String);

impl ContentLines {
    /// Begins a thing of this kind: `VCARD`, `VEVENT`, …
    pub fn begin(&mut self, kind: &str) {
        self.line("BEGIN", kind);
    }

    /// Ends it.
    pub fn end(&mut self, kind: &str) {
        self.line("END", kind);
    }

    /// A line whose value is free text: escaped. `name` holds the parameters, too.
    pub fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    /// A line whose value is written already: a date, a number, an address, or parts that were escaped one by one.
    /// What could end the line early becomes a space.
    pub fn line(&mut self, name: &str, value: &str) {
        let line: String = [name, ":", value].concat();
        let line: String = line
            .chars()
            .map(|sign| if ends_line(sign) { ' ' } else { sign })
            .collect();
        self.0.push_str(&folded(&line));
    }

    /// Adds lines that are folded and ended already.
    pub fn append(&mut self, lines: &str) {
        self.0.push_str(lines);
    }

    /// All lines so far.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }
}

/// A text as a value: what would end it or part it is escaped, so that it comes back as it was.
///
/// Every kind of line end becomes `\n`; other control characters, which these formats cannot hold, become spaces.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' | ',' | ';' => escaped.extend(['\\', sign]),
            '\r' if signs.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            sign if sign.is_control() => escaped.push(' '),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// A text as the value of a parameter (`CN=…`): quoted where it must be. A parameter cannot hold a quotation mark or a
/// line end: `'` and a space stand for them.
#[must_use]
pub fn parameter(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|sign| match sign {
            '"' => '\'',
            sign if sign == '\t' || ends_line(sign) => ' ',
            sign => sign,
        })
        .collect();
    if plain.contains([',', ';', ':']) {
        format!("\"{plain}\"")
    } else {
        plain
    }
}

/// A line as it is written: in pieces of at most 75 octets, each but the first after a space, none of which cuts a
/// character in two.
#[must_use]
pub fn folded(line: &str) -> String {
    let mut folded = String::with_capacity(line.len() + line.len() / 32 + 2);
    let mut filled = 0;
    for sign in line.chars() {
        if filled + sign.len_utf8() > LONGEST {
            folded.push_str("\r\n ");
            filled = 1;
        }
        folded.push(sign);
        filled += sign.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

/// Line ends of every kind, and control characters, some of which readers take for line ends.
fn ends_line(sign: char) -> bool {
    matches!(sign, '\u{2028}' | '\u{2029}') || (sign.is_control() && sign != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_by_octets_and_never_within_a_character() {
        for text in [
            "x".repeat(400),
            "é".repeat(200),
            "日本語".repeat(70),
            "a🙂".repeat(60),
        ] {
            let line = format!("NOTE:{text}");
            let folded = folded(&line);
            assert!(folded.ends_with("\r\n"));
            let longest = folded.split("\r\n").map(str::len).max();
            assert!(
                longest.is_some_and(|longest| (72..=75).contains(&longest)),
                "{longest:?}"
            );
            assert_eq!(folded.replace("\r\n ", ""), format!("{line}\r\n"));
        }
    }

    #[test]
    fn a_line_of_75_octets_is_not_folded() {
        assert_eq!(folded(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(
            folded(&"x".repeat(76)),
            format!("{}\r\n x\r\n", "x".repeat(75))
        );
    }

    #[test]
    fn what_would_part_a_value_is_escaped() {
        assert_eq!(escaped(r"a,b;c\d:e"), r"a\,b\;c\\d:e");
        assert_eq!(escaped("a\r\nb\rc\nd\u{2028}e"), r"a\nb\nc\nd\ne");
        assert_eq!(escaped("a\u{b}b\u{0}c\td"), "a b c\td");
    }

    #[test]
    fn a_parameter_is_quoted_where_it_must_be() {
        assert_eq!(parameter("Ana Silva"), "Ana Silva");
        assert_eq!(parameter("Silva, Ana"), "\"Silva, Ana\"");
        assert_eq!(parameter("Ana \"Nana\"\r\nSilva"), "Ana 'Nana'  Silva");
    }

    #[test]
    fn no_value_can_begin_a_line_of_its_own() {
        let mut lines = ContentLines::default();
        lines.begin("VCARD");
        lines.text("NOTE", "a\nEND:VCARD\u{85}BEGIN:VCARD");
        lines.line("URL", "https://x\r\nEND:VCARD");
        lines.end("VCARD");
        let text = lines.into_text();
        assert_eq!(text.matches("\r\nEND:VCARD").count(), 1, "{text}");
        assert_eq!(text.lines().count(), 4, "{text}");
    }
}
