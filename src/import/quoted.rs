//! Quoted-printable of vCard 2.1: in any encoding, and written in any way, made into the one that the parser knows.

use std::borrow::Cow;
use std::fmt::Write as _;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::decode::named_charset;

const NAME: &str = "QUOTED-PRINTABLE";

/// The same card with its quoted-printable values in UTF-8.
///
/// A value without a word on its encoding is UTF-8 today and Latin-1 by the old standard: it is taken as UTF-8 where it is
/// valid as such.
pub(super) fn in_utf_8(text: &str) -> Cow<'_, str> {
    if !contains_ignoring_case(text, NAME) {
        return Cow::Borrowed(text);
    }
    let mut rewritten = String::with_capacity(text.len() + 64);
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let Some((head, value)) = line.split_once(':').filter(|(head, _)| is_quoted(head)) else {
            rewritten.push_str(line);
            continue;
        };
        let mut whole = value.to_owned();
        while whole.trim_end().ends_with('=') {
            let Some(next) = lines.next() else { break };
            whole.truncate(whole.trim_end().len() - 1);
            whole.push_str(next);
        }
        let kept = head.split(';').filter(|parameter| {
            !is_quoted(&format!(";{parameter}"))
                && !parameter.to_ascii_uppercase().starts_with("CHARSET=")
        });
        rewritten.push_str(&kept.collect::<Vec<_>>().join(";"));
        rewritten.push_str(";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:");
        recode(
            &mut rewritten,
            whole.trim_end_matches(['\r', '\n']),
            named_charset(head),
        );
        rewritten.push('\n');
    }
    Cow::Owned(rewritten)
}

/// Whether the parameters before the colon of a line say that its value is quoted; vCard 2.1 may leave their name out.
fn is_quoted(head: &str) -> bool {
    head.split(';').skip(1).any(|parameter| {
        let value = parameter
            .split_once('=')
            .map_or(parameter, |(_, value)| value);
        value.trim_matches('"').eq_ignore_ascii_case(NAME)
    })
}

/// A value in UTF-8. What separates its parts stays where it is: no letter of another encoding has it as its half.
fn recode(into: &mut String, value: &str, named: Option<&'static Encoding>) {
    for part in value.split_inclusive([';', ',']) {
        let separator = part
            .chars()
            .next_back()
            .filter(|sign| matches!(sign, ';' | ','));
        let part = separator.map_or(part, |sign| part.strip_suffix(sign).unwrap_or(part));
        let bytes = unquote(part);
        let encoding = match named {
            Some(encoding) => encoding,
            None if std::str::from_utf8(&bytes).is_ok() => UTF_8,
            None => WINDOWS_1252,
        };
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        for letter in text.chars() {
            if letter.is_ascii_graphic() && letter != '=' && !matches!(letter, ';' | ',') {
                into.push(letter);
            } else {
                for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(into, "={byte:02X}");
                }
            }
        }
        into.extend(separator);
    }
}

/// The bytes of a quoted-printable value. What is no escape stays as it is.
fn unquote(value: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let hex = (*first == b'=').then(|| after.get(..2)).flatten();
        let byte = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => bytes.push(*first),
        }
    }
    bytes
}

/// Whether a card, with its quoted values on one line each, has a line that is no field and belongs to none.
pub(super) fn has_stray_line(text: &str) -> bool {
    let mut is_binary = false;
    // A name may be folded before its colon.
    let mut is_open = false;
    for line in text.lines() {
        let is_continued = line.is_empty() || line.starts_with([' ', '\t', '\r']);
        match line.split_once(':') {
            _ if is_open && !is_continued => return true,
            Some(_) if is_continued => is_open = false,
            Some((head, _)) => {
                let head = head.to_ascii_uppercase();
                is_binary = head.contains("BASE64") || head.contains("ENCODING=B");
            }
            None => is_open |= !is_continued && !is_binary,
        }
    }
    is_open
}

fn contains_ignoring_case(text: &str, word: &str) -> bool {
    text.as_bytes()
        .windows(word.len())
        .any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
