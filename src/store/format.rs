//! The version of the format, read before anything else: a newer file may hold what this program cannot parse.

/// The number after `version:` at the start of a book; `None` where the file does not begin like a book.
///
/// Reads bytes, not text, so that a newer format is known as such whatever else it holds. A number beyond 64 bits is
/// the greatest one.
pub(super) fn version(bytes: &[u8]) -> Option<u64> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let rest = skip_blank(bytes);
    let name = rest.iter().take_while(|byte| is_word(**byte)).count();
    let rest = skip_blank(rest.get(name..)?).strip_prefix(b"(")?;
    let rest = skip_blank(rest).strip_prefix(b"version")?;
    let rest = skip_blank(skip_blank(rest).strip_prefix(b":")?);
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let digits = rest.get(..digits).filter(|digits| !digits.is_empty())?;
    Some(digits.iter().fold(0_u64, |number, digit| {
        number
            .saturating_mul(10)
            .saturating_add(u64::from(digit - b'0'))
    }))
}

/// Skips white space, comments and attributes.
fn skip_blank(mut rest: &[u8]) -> &[u8] {
    loop {
        rest = rest.trim_ascii_start();
        rest = if rest.starts_with(b"//") {
            after(rest, b"\n")
        } else if rest.starts_with(b"/*") {
            after(rest, b"*/")
        } else if rest.starts_with(b"#!") {
            after(rest, b"]")
        } else {
            return rest;
        };
    }
}

fn after<'a>(bytes: &'a [u8], end: &[u8]) -> &'a [u8] {
    let place = bytes.windows(end.len()).position(|window| window == end);
    place
        .and_then(|place| bytes.get(place + end.len()..))
        .unwrap_or_default()
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}
