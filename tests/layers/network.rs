//! Nothing speaks to a network: no source names it, and no crate in the tree is there for it.

use super::names::names;
use super::source::tokens;

/// What a source may not name.
const NETWORK: [&[&str]; 3] = [
    &["std", "net"],
    &["std", "os", "unix", "net"],
    &["rustix", "net"],
];

/// Crates with which one speaks to a network.
const CRATES: [&str; 16] = [
    "async-std",
    "attohttpc",
    "curl",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "native-tls",
    "openssl",
    "quinn",
    "reqwest",
    "rustls",
    "socket2",
    "tokio",
    "tungstenite",
    "ureq",
];

/// What of the network a source names.
pub(crate) fn named(place: &str, source: &str) -> Vec<String> {
    let names = names(place, &tokens(source)).into_iter();
    let is_network = |words: &[String]| {
        let leads_there = |path: &&[&str]| {
            words.len() >= path.len() && words.iter().zip(*path).all(|(a, b)| a == b)
        };
        NETWORK.iter().any(leads_there)
    };
    names
        .filter(|name| is_network(&name.words))
        .map(|name| format!("src/{place}:{}: {}", name.line, name.words.join("::")))
        .collect()
}

/// The crates of a lock file that speak to a network.
pub(crate) fn locked(lock: &str) -> Vec<&str> {
    let names = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \""));
    let names = names.map(|name| name.trim_end_matches('"'));
    names.filter(|name| CRATES.contains(name)).collect()
}

#[test]
fn what_speaks_to_a_network_is_seen() {
    let source = "use std::net::TcpStream;\nfn a() { std::os::unix::net::UnixStream::pair(); }";
    assert_eq!(named("store/a.rs", source).len(), 2);
    assert_eq!(locked("name = \"serde\"\nname = \"ureq\"\n"), ["ureq"]);
}
