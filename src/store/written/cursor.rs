//! The text and how far it has been read: blanks, signs, words, numbers and strings.

use std::borrow::Cow;
use std::fmt;

use serde::de;

/// Something that Goodword does not write. What it is does not matter: the reader of all RON says it.
#[derive(Debug)]
pub(super) struct Surprise;

impl fmt::Display for Surprise {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not as Goodword writes it")
    }
}

impl std::error::Error for Surprise {}

impl de::Error for Surprise {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A text and how far it has been read.
pub(super) struct Cursor<'text> {
    /// What is left of it.
    rest: &'text str,
    /// A list that somebody else reads, until it is passed.
    left_out: Option<&'text str>,
    has_left_out: bool,
}

impl<'text> Cursor<'text> {
    pub(super) const fn new(text: &'text str) -> Self {
        Self {
            rest: text,
            left_out: None,
            has_left_out: false,
        }
    }

    /// The same for all of the text but a list in it, which is read as if it were empty.
    pub(super) const fn leaving_out(self, list: &'text str) -> Self {
        Self {
            left_out: Some(list),
            ..self
        }
    }

    /// Whether that list was come by, where a list belongs.
    pub(super) const fn has_left_out(&self) -> bool {
        self.has_left_out
    }

    /// Passes the list that is left out, where it stands next.
    pub(super) fn passes_left_out(&mut self) -> bool {
        self.peek();
        let begins_here = |list: &&str| list.as_ptr() == self.rest.as_ptr();
        let Some(list) = self.left_out.filter(begins_here) else {
            return false;
        };
        self.skip(list.len());
        self.has_left_out = true;
        true
    }

    /// Whether nothing but blanks is left.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.peek().is_none()
    }

    /// The next sign that is no blank.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.rest.as_bytes();
        let is_blank = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
        let blanks = bytes.iter().position(|byte| !is_blank(byte));
        self.skip(blanks.unwrap_or(bytes.len()));
        self.rest.as_bytes().first().copied()
    }

    /// Takes a sign, where it is the next one.
    pub(super) fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.peek() == Some(sign);
        if is_next {
            self.skip(1);
        }
        is_next
    }

    /// Takes a sign.
    pub(super) fn take(&mut self, sign: u8) -> Result<(), Surprise> {
        self.takes(sign).then_some(()).ok_or(Surprise)
    }

    /// The name of a field or of a kind, without the mark of one that is also a word of RON: `r#Some`.
    pub(super) fn name(&mut self) -> Result<&'text str, Surprise> {
        self.peek();
        if self.rest.starts_with("r#") {
            self.skip(2);
        }
        self.letters()
    }

    /// A word.
    pub(super) fn word(&mut self) -> Result<&'text str, Surprise> {
        self.peek();
        self.letters()
    }

    fn letters(&mut self) -> Result<&'text str, Surprise> {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let bytes = self.rest.as_bytes();
        let length = bytes.iter().take_while(|byte| is_part(byte)).count();
        if bytes.first().is_none_or(u8::is_ascii_digit) || length == 0 {
            return Err(Surprise);
        }
        self.cut(length)
    }

    /// Whether the next word is this one, which is then taken.
    pub(super) fn takes_word(&mut self, word: &str) -> bool {
        let before = self.rest;
        let is_next =
            self.peek() == word.bytes().next() && self.word().is_ok_and(|next| next == word);
        if !is_next {
            self.rest = before;
        }
        is_next
    }

    /// A whole number in decimal signs.
    pub(super) fn number(&mut self) -> Result<u64, Surprise> {
        self.peek();
        let bytes = self.rest.as_bytes();
        let length = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let digits = self.cut(length)?;
        // `0x10`, `1_000`, `1.5`, `7u8` and `007` are numbers too, but not as they are written here.
        let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
        if self.rest.as_bytes().first().is_some_and(goes_on)
            || (digits.starts_with('0') && length > 1)
        {
            return Err(Surprise);
        }
        digits.parse().map_err(|_| Surprise)
    }

    /// A whole number that may be below zero.
    pub(super) fn signed(&mut self) -> Result<i64, Surprise> {
        let is_below = self.takes(b'-');
        if is_below && !self.rest.starts_with(|next: char| next.is_ascii_digit()) {
            return Err(Surprise);
        }
        let number = i64::try_from(self.number()?).map_err(|_| Surprise)?;
        Ok(if is_below { -number } else { number })
    }

    /// A string; borrowed where nothing in it is escaped.
    pub(super) fn string(&mut self) -> Result<Cow<'text, str>, Surprise> {
        self.take(b'"')?;
        let plain = self.plain()?;
        if self.rest.starts_with('"') {
            self.skip(1);
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = plain.to_owned();
        while !self.rest.starts_with('"') {
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
        }
        self.skip(1);
        Ok(Cow::Owned(text))
    }

    /// What stands before the next quote or backslash.
    fn plain(&mut self) -> Result<&'text str, Surprise> {
        let end = memchr::memchr2(b'"', b'\\', self.rest.as_bytes());
        self.cut(end.ok_or(Surprise)?)
    }

    /// One character behind a backslash.
    fn escaped(&mut self) -> Result<char, Surprise> {
        let sign = self.rest.as_bytes().get(1).ok_or(Surprise)?;
        let character = match sign {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'0' => '\0',
            b'"' | b'\\' | b'\'' => char::from(*sign),
            b'u' => return self.numbered(),
            _ => return Err(Surprise),
        };
        self.skip(2);
        Ok(character)
    }

    /// One character by its number: `\u{301}`.
    fn numbered(&mut self) -> Result<char, Surprise> {
        let (number, rest) = self
            .rest
            .strip_prefix("\\u{")
            .and_then(|rest| rest.split_once('}'))
            .filter(|(number, _)| (1..=6).contains(&number.len()) && !number.starts_with('+'))
            .ok_or(Surprise)?;
        self.rest = rest;
        let number = u32::from_str_radix(number, 16).map_err(|_| Surprise)?;
        char::from_u32(number).ok_or(Surprise)
    }

    fn skip(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    fn cut(&mut self, length: usize) -> Result<&'text str, Surprise> {
        let (part, rest) = self.rest.split_at_checked(length).ok_or(Surprise)?;
        self.rest = rest;
        Ok(part)
    }
}
