//! Which pages stand for one person: profiles of networks, however their addresses are written.

/// Networks, and what stands before the name of a person in the path of a profile there.
const NETWORKS: [(&str, &str); 9] = [
    ("linkedin.com", "in/"),
    ("linkedin.com", "pub/"),
    ("xing.com", "profile/"),
    ("github.com", ""),
    ("gitlab.com", ""),
    ("twitter.com", ""),
    ("x.com", ""),
    ("facebook.com", ""),
    ("instagram.com", ""),
];

/// The profile that an address stands for, the same for every way to write it: `https://www.LinkedIn.com/in/ana-li/?x=1`
/// and `de.linkedin.com/in/ana-li` are `linkedin.com/in/ana-li`. None for any other page: colleagues share those.
#[must_use]
pub fn profile(url: &str) -> Option<String> {
    let address = unescaped(url.trim()).to_lowercase();
    let address = address
        .split_once("://")
        .map_or(&*address, |(_, rest)| rest);
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = address.split_once('/')?;
    let path = path.trim_matches('/');
    NETWORKS.iter().find_map(|(network, before)| {
        let front = host.strip_suffix(network)?;
        let name = path.strip_prefix(before)?;
        // LinkedIn adds a language, and older addresses numbers; elsewhere what follows is another page.
        let name = match *before {
            "in/" => name.split('/').next().unwrap_or_default(),
            _ => name,
        };
        let is_there = front.is_empty() || front.ends_with('.');
        let is_person = !name.is_empty() && (*before == "pub/" || !name.contains('/'));
        (is_there && is_person && !is_page_of_all(name))
            .then(|| format!("{network}/{before}{name}"))
    })
}

/// Pages that stand where a person would, and are nobody's own.
fn is_page_of_all(name: &str) -> bool {
    matches!(
        name,
        "home"
            | "login"
            | "about"
            | "search"
            | "explore"
            | "profile.php"
            | "intent"
            | "share"
            | "sharer.php"
    )
}

/// The address without the escapes of letters beyond ASCII: `jos%C3%A9` is `josé`.
fn unescaped(url: &str) -> String {
    let mut bytes = Vec::with_capacity(url.len());
    let mut rest = url.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let hex = (*first == b'%').then(|| after.get(..2)).flatten();
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if byte >= 0x80 => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| url.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_profile_has_one_form() {
        for written in [
            "https://www.linkedin.com/in/jos%C3%A9-li",
            "HTTP://de.LinkedIn.com/in/José-Li/",
            "linkedin.com/in/josé-li/en?trk=x#top",
        ] {
            assert_eq!(
                profile(written).as_deref(),
                Some("linkedin.com/in/josé-li"),
                "{written}"
            );
        }
        assert_eq!(
            profile("https://github.com/ana").as_deref(),
            Some("github.com/ana")
        );
    }

    #[test]
    fn what_colleagues_share_is_no_profile() {
        for shared in [
            "https://acme.example/in/ana",
            "https://www.linkedin.com/company/acme",
            "https://notlinkedin.com/in/ana",
            "https://www.linkedin.com/in/",
            "https://github.com/acme/project",
            "https://x.com/home",
            "linkedin.com",
            "",
            "%",
            "https://%/%c",
        ] {
            assert_eq!(profile(shared), None, "{shared}");
        }
    }
}
