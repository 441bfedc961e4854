//! A source as its words and signs, without comments and quoted text.

/// A word or a sign, with the line on which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub(crate) fn is_word(&self) -> bool {
        self.text.starts_with(is_word_char)
    }
}

fn is_word_char(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

/// The words and signs of a source; `::` is one sign, every other sign a character.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader {
        rest: source,
        line: 1,
    };
    let mut tokens = Vec::new();
    while let Some(first) = reader.rest.chars().next() {
        let line = reader.line;
        if let Some(text) = reader.token(first) {
            tokens.push(Token {
                text: text.to_owned(),
                line,
            });
        }
    }
    tokens
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    /// Takes what comes next; none where it is blank, a comment or quoted.
    fn token(&mut self, first: char) -> Option<&'a str> {
        let rest = self.rest;
        if rest.starts_with("//") {
            self.take(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.take(block_comment(rest));
        } else if let Some(length) = raw_text(rest) {
            self.take(length);
        } else if first == '"' || rest.starts_with("b\"") || rest.starts_with("c\"") {
            self.take(quoted(rest));
        } else if first == '\'' {
            // A lifetime has no second quote; what stands behind the one quote is then a word.
            self.take(character(rest).unwrap_or(1));
        } else if rest.starts_with("r#") {
            self.take(2);
        } else if is_word_char(first) {
            return Some(self.take(rest.find(|char| !is_word_char(char)).unwrap_or(rest.len())));
        } else if rest.starts_with("::") {
            return Some(self.take(2));
        } else {
            let sign = self.take(first.len_utf8());
            return (!first.is_whitespace()).then_some(sign);
        }
        None
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }
}

/// The length of a comment, those within it included.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of a text such as `r#"…"#`.
fn raw_text(text: &str) -> Option<usize> {
    let start = ["r", "br", "cr"]
        .into_iter()
        .find(|start| {
            let rest = text.strip_prefix(start);
            rest.is_some_and(|rest| rest.trim_start_matches('#').starts_with('"'))
        })?
        .len();
    let hashes = text.get(start..)?.chars().take_while(|c| *c == '#').count();
    let opened = start + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    let length = text.get(opened..)?.find(&end);
    Some(length.map_or(text.len(), |length| opened + length + end.len()))
}

/// The length of a text in quotes.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    let mut opened = false;
    for (at, char) in text.char_indices() {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' if opened => return at + 1,
            '"' => opened = true,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character in quotes; none for a lifetime.
fn character(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let behind = escape.chars().next()?.len_utf8();
        let end = escape.get(behind..)?.find('\'')?;
        return Some(1 + 1 + behind + end + 1);
    }
    let first = inside.chars().next()?.len_utf8();
    inside.get(first..)?.starts_with('\'').then_some(first + 2)
}

#[test]
fn comments_and_quoted_text_are_no_words() {
    let source = concat!(
        "/* a /* b */ c */ let x: &'static str = \"d \\\" e\"; // f\n",
        "/// g\nlet y = ('h', '\\'', '\\u{69}', b'j', r#\"k \" l\"#, br\"m\", c\"n\");\nr#type\n",
    );
    let words = |line| {
        let tokens = tokens(source).into_iter();
        let words = tokens.filter(|token| token.is_word() && token.line == line);
        words.map(|token| token.text).collect::<Vec<_>>()
    };
    assert_eq!(words(1), ["let", "x", "static", "str"]);
    assert_eq!(words(3), ["let", "y", "b"]);
    assert_eq!(words(4), ["type"]);
}
