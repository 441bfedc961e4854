//! Bytes to text: what a file is written in is nowhere said, and one file may hold several encodings.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file. Bytes that are no text give a senseless one, in which no card and no event is found.
///
/// A mark at the start decides; without one, text that is UTF-8 is taken as such. The lines that are not are read in
/// the encoding that they name themselves (`CHARSET` of vCard 2.1), and in that of old Windows otherwise.
pub(super) fn decode(bytes: &[u8]) -> String {
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
    if is_old_mac {
        text.replace('\r', "\n")
    } else {
        text.into_owned()
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
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut named = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        // A folded line is written as the one that it continues.
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            named = charset(line);
        }
        text.push_str(&decode_line(line, named));
    }
    Cow::Owned(text)
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

/// The encoding that a line names for its value.
fn charset(line: &[u8]) -> Option<&'static Encoding> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let head = std::str::from_utf8(line.get(..colon)?).ok()?;
    let name = head.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.eq_ignore_ascii_case("CHARSET").then_some(value)
    })?;
    let is_wide = |encoding: &&'static Encoding| [UTF_16LE, UTF_16BE].contains(encoding);
    Encoding::for_label(name.trim_matches('"').as_bytes()).filter(|encoding| !is_wide(encoding))
}
