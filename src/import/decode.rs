//! Bytes to text: what a file is written in is nowhere said, and one file may hold several encodings.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

const GLUED: &str = "END:VCARDBEGIN:VCARD";

/// The text of a file. Bytes that are no text give a senseless one, in which no card and no event is found.
///
/// A mark at the start decides; without one, text that is UTF-8 is taken as such. The lines that are not are read in
/// the encoding that they name themselves (`CHARSET` of vCard 2.1), and in that of old Windows otherwise.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding != UTF_8 => encoding.decode(bytes).0,
        Some((_, mark)) => lines(bytes.get(mark..).unwrap_or_default()),
        None => match looks_like_utf_16(bytes) {
            Some(encoding) => encoding.decode(bytes).0,
            None => lines(bytes),
        },
    };
    // Old Macs end lines with a lone carriage return.
    let is_old_mac = text.contains('\r') && !text.contains('\n');
    let text = if is_old_mac {
        Cow::Owned(text.replace('\r', "\n"))
    } else {
        text
    };
    // Files that were put together may lack the break between two of them.
    if text.contains(GLUED) {
        Cow::Owned(text.replace(GLUED, "END:VCARD\nBEGIN:VCARD"))
    } else {
        text
    }
}

/// Without a mark, every second byte of a western text in UTF-16 is zero.
fn looks_like_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(UTF_16LE),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(UTF_16BE),
        _ => None,
    }
}

fn lines(bytes: &[u8]) -> Cow<'_, str> {
    let has_escapes = bytes.contains(&0x1b);
    if let (Ok(text), false) = (std::str::from_utf8(bytes), has_escapes) {
        return Cow::Borrowed(text);
    }
    let bytes = with_whole_letters(bytes);
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut named = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        // A folded line is written as the one that it continues.
        if !is_folded(line) {
            named = charset(line);
        }
        text.push_str(&decode_line(line, named));
    }
    Cow::Owned(text)
}

/// The same lines, where a letter of UTF-8 that a fold cuts in two stands whole behind the fold: some programs fold
/// after so many bytes, whatever these are.
fn with_whole_letters(bytes: &[u8]) -> Vec<u8> {
    let mut healed = Vec::with_capacity(bytes.len());
    let mut half: Vec<u8> = Vec::new();
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let (fold, rest) = line.split_at(usize::from(!half.is_empty()));
        let line = [fold, &half, rest].concat();
        let end = line_end(&line);
        let body = line.get(..end).unwrap_or_default();
        half = match lines.peek() {
            Some(next) => half_letter(body, next).to_vec(),
            None => Vec::new(),
        };
        healed.extend(body.iter().take(end - half.len()));
        healed.extend(line.iter().skip(end));
    }
    healed
}

/// The first bytes of a letter at the end of a line of which the rest stands behind the fold.
fn half_letter<'bytes>(line: &'bytes [u8], next: &[u8]) -> &'bytes [u8] {
    let half = match std::str::from_utf8(line) {
        Err(error) if error.error_len().is_none() => line.get(error.valid_up_to()..),
        _ => None,
    };
    let half = half.filter(|_| is_folded(next)).unwrap_or_default();
    let after = next.get(1..).unwrap_or_default();
    let letter: Vec<u8> = half.iter().chain(after).take(4).copied().collect();
    let is_whole = match std::str::from_utf8(&letter) {
        Ok(_) => true,
        Err(error) => error.valid_up_to() > 0,
    };
    if is_whole { half } else { &[] }
}

fn is_folded(line: &[u8]) -> bool {
    line.starts_with(b" ") || line.starts_with(b"\t")
}

/// Where the break at the end of a line begins.
fn line_end(line: &[u8]) -> usize {
    let is_end = |byte: &&u8| matches!(byte, b'\n' | b'\r');
    line.len() - line.iter().rev().take_while(is_end).count()
}

fn decode_line(line: &[u8], named: Option<&'static Encoding>) -> String {
    let by_name = named.filter(|encoding| *encoding != UTF_8);
    // Text in Shift JIS or Latin-1 is hardly ever valid UTF-8 by chance; ISO-2022-JP always is.
    let is_misleading = by_name.is_some_and(|encoding| !encoding.is_ascii_compatible());
    match std::str::from_utf8(line) {
        Ok(text) if !is_misleading => text.to_owned(),
        _ => {
            let encoding = by_name.unwrap_or(WINDOWS_1252);
            let (text, _) = encoding.decode_without_bom_handling(line);
            text.into_owned()
        }
    }
}

/// Why a file that others are packed in, or a printed page, is not read at all: what happens to stand readable within
/// it is no table.
pub(super) fn packed(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        Some("this is a zip archive: unpack it and import what is in it")
    } else if bytes.starts_with(b"%PDF-") {
        Some(
            "this is a PDF: export what it shows as vCard (.vcf), CSV or iCalendar (.ics), and import that",
        )
    } else {
        None
    }
}

/// The encoding that a line names for its value.
fn charset(line: &[u8]) -> Option<&'static Encoding> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    named_charset(std::str::from_utf8(line.get(..colon)?).ok()?)
}

/// The encoding that is named before the colon of a line.
pub(super) fn named_charset(head: &str) -> Option<&'static Encoding> {
    let name = head.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.eq_ignore_ascii_case("CHARSET").then_some(value)
    })?;
    let is_wide = |encoding: &&'static Encoding| [UTF_16LE, UTF_16BE].contains(encoding);
    Encoding::for_label(name.trim_matches('"').as_bytes()).filter(|encoding| !is_wide(encoding))
}
