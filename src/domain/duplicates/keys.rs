//! Addresses as they are compared: who writes one down writes it as they like.

use crate::domain::profile::profile;

/// Numbers of fewer digits are extensions of a house, which many have.
const FEWEST_DIGITS: usize = 6;
/// The last digits by which two numbers are one: with and without the code of the country they end alike.
const LAST_DIGITS: usize = 9;

/// An e-mail address; none where it is no address.
pub(super) fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    (!text.is_empty()).then_some(text)
}

/// A telephone number by its digits: `+49 170 1234567` and `0170/1234567` are one.
pub(super) fn phone(text: &str) -> Option<String> {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    let first = digits.len().saturating_sub(LAST_DIGITS);
    let last = digits.get(first..).unwrap_or_default();
    (digits.len() >= FEWEST_DIGITS).then(|| last.iter().collect())
}

/// The page of a person: a site as a whole is no person's. A profile of a network is the same however it is written.
pub(super) fn page(text: &str) -> Option<String> {
    profile(text).or_else(|| {
        let text = text.trim().to_lowercase();
        let text = text.split_once("://").map_or(&*text, |(_, rest)| rest);
        let text = text.split('#').next().unwrap_or_default();
        let (host, path) = text.split_once('/')?;
        let host = host.strip_prefix("www.").unwrap_or(host);
        let path = path.trim_end_matches('/');
        (!path.is_empty()).then(|| format!("{host}/{path}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_is_one_however_it_is_written() {
        let phones = ["+49 170 1234567", "0170/123 45 67", "0049-170-1234567"];
        let keys: Vec<_> = phones.iter().map(|text| phone(text)).collect();
        assert!(keys.iter().all(|key| *key == Some("701234567".to_owned())));
        assert_eq!(phone("12-34"), None);
        assert_eq!(phone("none"), None);
        let pages = [
            "https://www.linkedin.com/in/Ana-Li/",
            "de.linkedin.com/in/ana-li?trk=x#top",
            "HTTP://linkedin.com/in/ana-li",
        ];
        let keys: Vec<_> = pages.iter().map(|text| page(text)).collect();
        assert!(
            keys.iter()
                .all(|key| *key == Some("linkedin.com/in/ana-li".to_owned()))
        );
        assert_eq!(page("https://acme.example/"), None);
        assert_eq!(page("acme.example"), None);
        assert_ne!(page("f.example/p.php?id=1"), page("f.example/p.php?id=2"));
        assert_eq!(email(" Ana@Li.example "), email("ana@li.EXAMPLE"));
        assert_eq!(email(" "), None);
    }
}
