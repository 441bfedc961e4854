//! The path of a file as somebody types it, or drops it onto the terminal.

use std::fs;
use std::path::{Path, PathBuf};

/// What was typed as a path: without the quotes and backslashes that a terminal puts around a file dropped onto it, and
/// with the home folder for `~`.
#[must_use]
pub fn expanded(typed: &str, home: Option<&Path>) -> PathBuf {
    let typed = plain(typed);
    match (typed.strip_prefix('~'), home) {
        (Some(""), Some(home)) => home.to_owned(),
        (Some(rest), Some(home)) if rest.starts_with('/') => {
            home.join(rest.trim_start_matches('/'))
        }
        _ => PathBuf::from(typed),
    }
}

/// What was typed, with as much more as all files agree on that begin like it; a folder ends with a slash.
#[must_use]
pub fn completed(typed: &str, home: Option<&Path>) -> String {
    let typed = plain(typed);
    if typed == "~" {
        return "~/".to_owned();
    }
    let (folder, begun) = match typed.rsplit_once('/') {
        Some((folder, begun)) => (format!("{folder}/"), begun),
        None => (String::new(), typed.as_str()),
    };
    let place = if folder.is_empty() {
        "."
    } else {
        folder.as_str()
    };
    let mut found: Vec<String> = fs::read_dir(expanded(place, home))
        .into_iter()
        .flatten()
        .filter_map(|entry| name(&entry.ok()?, begun))
        .collect();
    found.sort_unstable();
    let Some(first) = found.first() else {
        return typed;
    };
    let agreed = found.iter().fold(first.as_str(), |agreed, name| {
        let same = agreed.chars().zip(name.chars());
        let same = same.take_while(|(one, other)| one == other);
        let end = same.map(|(one, _)| one.len_utf8()).sum();
        agreed.get(..end).unwrap_or_default()
    });
    format!("{folder}{agreed}")
}

/// The name of a file that begins like this. What begins with a dot is only found by a dot.
fn name(entry: &fs::DirEntry, begun: &str) -> Option<String> {
    let mut name = entry.file_name().into_string().ok()?;
    let is_hidden = name.starts_with('.') && !begun.starts_with('.');
    if !name.starts_with(begun) || is_hidden {
        return None;
    }
    if entry.path().is_dir() {
        name.push('/');
    }
    Some(name)
}

fn plain(typed: &str) -> String {
    let typed = typed.trim();
    for quote in ['\'', '"'] {
        let inside = typed.strip_prefix(quote);
        if let Some(inside) = inside.and_then(|typed| typed.strip_suffix(quote)) {
            return inside.to_owned();
        }
    }
    typed.replace("\\ ", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn home_quotes_and_backslashes_are_understood() {
        let home = Some(Path::new("/home/me"));
        let expanded = |typed| expanded(typed, home).display().to_string();
        assert_eq!(expanded("~/a b.vcf"), "/home/me/a b.vcf");
        assert_eq!(expanded(" '/tmp/a b.vcf' "), "/tmp/a b.vcf");
        assert_eq!(expanded("/tmp/a\\ b.vcf"), "/tmp/a b.vcf");
        assert_eq!(expanded("~me/a.vcf"), "~me/a.vcf");
        assert_eq!(expanded("~"), "/home/me");
    }
}
