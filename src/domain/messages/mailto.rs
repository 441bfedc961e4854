//! A message as an address that mail programs open (RFC 6068).

use std::fmt::Write;

/// The address of a new mail to these people, with subject and text.
#[must_use]
pub fn mailto(addresses: &[String], subject: &str, text: &str) -> String {
    let addresses: Vec<String> = addresses
        .iter()
        .map(|address| escaped(address, "@"))
        .collect();
    let text = text.replace('\n', "\r\n");
    let (subject, text) = (escaped(subject, ""), escaped(&text, ""));
    format!(
        "mailto:{}?subject={subject}&body={text}",
        addresses.join(",")
    )
}

/// Every byte but letters, digits, `-._~` and those listed becomes `%` and two digits.
fn escaped(text: &str, plain: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if char.is_ascii_alphanumeric() || "-._~".contains(char) || plain.contains(char) {
            escaped.push(char);
            continue;
        }
        for byte in char.encode_utf8(&mut [0; 4]).bytes() {
            // Writing into a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_leaves_its_place() {
        let to = ["ana+1@example.org?cc=x@y".to_owned(), "b@c".to_owned()];
        assert_eq!(
            mailto(&to, "A & B", "Zoë,\n50% #1"),
            "mailto:ana%2B1@example.org%3Fcc%3Dx@y,b@c?subject=A%20%26%20B&body=Zo%C3%AB%2C%0D%0A50%25%20%231"
        );
    }

    proptest! {
        #[test]
        fn it_is_always_one_plain_word(to in ".*", subject in ".*", text in "(?s).*") {
            let url = mailto(&[to], &subject, &text);
            prop_assert!(url.starts_with("mailto:"));
            prop_assert!(url.chars().all(|c| c.is_ascii_graphic()));
            prop_assert_eq!(url.matches('&').count(), 1);
            prop_assert_eq!(url.matches('?').count(), 1);
        }
    }
}
