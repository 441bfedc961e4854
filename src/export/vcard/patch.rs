//! A card that stands somewhere already, with what changed in my book.
//!
//! Only the lines of what differs are written anew. All others stay as they are, to the byte: photographs, addresses,
//! the labels that a phone gives its numbers, and whatever other programs keep there.

use std::collections::HashSet;

use super::Version;
use super::lines::{self, one};
use crate::domain::clean;
use crate::domain::import_plan::{Held, digits};
use crate::export::content_line::escaped;

/// The card with `after` where it said `before`. `None` for one that cannot be changed in part: of another version than 3.0
/// and 4.0, or not one whole card.
#[must_use]
pub fn patched(card: &str, before: &Held, after: &Held) -> Option<String> {
    let mut card = Patch::of(card)?;
    let version = card.version;
    if before.name != after.name {
        card.set("FN", lines::formatted_name(&after.name));
        card.set("N", lines::name_in_parts(&after.name, &after.organisation));
    }
    if before.organisation != after.organisation {
        card.set("ORG", lines::organisation(&after.organisation));
    }
    if before.role != after.role {
        card.set("TITLE", lines::role(&after.role));
        // Where a card has no title its role stands for one.
        if after.role.is_empty() {
            card.set("ROLE", String::new());
        }
    }
    if before.birthday != after.birthday {
        card.set("BDAY", version.birthday(after.birthday));
    }
    if before.notes != after.notes {
        card.set("NOTE", lines::notes(&after.notes));
    }
    card.words("NICKNAME", &before.nicknames, &after.nicknames);
    card.words("CATEGORIES", &before.tags, &after.tags);
    let each = |names, key| Each { names, key };
    card.list(
        each(&["EMAIL"], str::to_lowercase),
        &before.emails,
        &after.emails,
        |email| version.email(email, false),
    );
    card.list(
        each(&["TEL"], digits),
        &before.phones,
        &after.phones,
        |phone| version.phone(phone, false),
    );
    card.list(
        each(&["URL", "SOCIALPROFILE", "X-SOCIALPROFILE"], str::to_owned),
        &before.urls,
        &after.urls,
        lines::url,
    );
    Some(card.into_text())
}

/// A list of which each entry has a line.
#[derive(Clone, Copy)]
struct Each<'a> {
    /// What the lines are called; new ones get the first name.
    names: &'a [&'a str],
    /// What makes two entries the same.
    key: fn(&str) -> String,
}

/// A card as its lines.
struct Patch {
    version: Version,
    lines: Vec<Line>,
    /// Whether its lines end as the standard says.
    has_returns: bool,
}

/// A line with its continuations.
#[derive(Default)]
struct Line {
    /// As it is written, ends included.
    raw: String,
    /// What it is called, in capitals; empty within another card inside this one.
    name: String,
    /// What ties it to lines that say more of it: `item1`.
    group: String,
    /// What stands before the value: name and parameters.
    head: String,
    /// The value, unfolded, as it is escaped.
    value: String,
}

impl Patch {
    fn of(card: &str) -> Option<Self> {
        let lines = lines(card);
        let count = |name: &str| lines.iter().filter(|line| line.name == name).count();
        if count("BEGIN") != 1 || count("END") != 1 {
            return None;
        }
        let version = lines.iter().find(|line| line.name == "VERSION")?;
        Some(Self {
            version: match version.value.trim() {
                "3.0" => Version::Three,
                "4.0" => Version::Four,
                _ => return None,
            },
            has_returns: card.contains("\r\n"),
            lines,
        })
    }

    fn into_text(self) -> String {
        self.lines.into_iter().map(|line| line.raw).collect()
    }

    /// One line of this name that says it, in the place of the first one; none where nothing is said.
    fn set(&mut self, name: &str, raw: String) {
        let at = self.lines.iter().position(|line| line.name == name);
        let at = at.unwrap_or(self.end());
        self.remove(|line| line.name == name);
        if !raw.is_empty() {
            self.insert(at, name, raw);
        }
    }

    fn list(
        &mut self,
        each: Each<'_>,
        before: &[String],
        after: &[String],
        write: impl Fn(&str) -> String,
    ) {
        let Each { names, key } = each;
        let (gone, new) = difference(before, after, key);
        if !gone.is_empty() {
            self.remove(|line| {
                names.contains(&line.name.as_str()) && gone.contains(&key(&line.plain()))
            });
        }
        let name = names.first().copied().unwrap_or_default();
        let last = self.lines.iter().rposition(|line| line.name == name);
        let at = last.map_or(self.end(), |last| last + 1);
        for one in new.iter().rev() {
            self.insert(at, name, write(one));
        }
    }

    /// A list that stands on one line, or on several. What it holds and is not mine, like the labels that a program gives
    /// everybody, stays.
    fn words(&mut self, name: &str, before: &[String], after: &[String]) {
        let (gone, mut new) = difference(before, after, str::to_lowercase);
        if gone.is_empty() && new.is_empty() {
            return;
        }
        let mut added = false;
        for line in self.lines.iter_mut().filter(|line| line.name == name) {
            let mut words: Vec<String> = parts(&line.value)
                .into_iter()
                .filter(|word| !gone.contains(&plain(word).to_lowercase()))
                .collect();
            words.extend(new.drain(..).map(|word| escaped(word)));
            added = true;
            line.value = words.join(",");
            line.raw = if words.is_empty() {
                String::new()
            } else {
                ended(one(&line.head, &line.value), self.has_returns)
            };
        }
        if !added {
            let words: Vec<String> = new.into_iter().cloned().collect();
            let line = lines::words(name, &words);
            self.insert(self.end(), name, line);
        }
    }

    /// Takes lines out, and what other lines said of them alone: the label of a number that is gone.
    fn remove(&mut self, is_gone: impl Fn(&Line) -> bool) {
        let (gone, kept): (Vec<Line>, Vec<Line>) = std::mem::take(&mut self.lines)
            .into_iter()
            .partition(is_gone);
        let says_more = |line: &Line| line.name.starts_with("X-AB");
        let still: HashSet<String> = kept
            .iter()
            .filter(|line| !says_more(line))
            .map(|line| line.group.clone())
            .collect();
        let is_orphan = |line: &Line| {
            says_more(line)
                && !line.group.is_empty()
                && !still.contains(&line.group)
                && gone.iter().any(|gone| gone.group == line.group)
        };
        self.lines = kept.into_iter().filter(|line| !is_orphan(line)).collect();
    }

    fn insert(&mut self, at: usize, name: &str, raw: String) {
        let at = at.min(self.end());
        self.lines.insert(
            at,
            Line {
                raw: ended(raw, self.has_returns),
                name: name.to_owned(),
                ..Line::default()
            },
        );
    }

    /// Where the last line is.
    fn end(&self) -> usize {
        let end = self.lines.iter().rposition(|line| line.name == "END");
        end.unwrap_or(self.lines.len())
    }
}

impl Line {
    fn of(raw: &str) -> Self {
        let unfolded = raw
            .replace("\r\n ", "")
            .replace("\r\n\t", "")
            .replace("\n ", "")
            .replace("\n\t", "");
        let (head, value) = halves(unfolded.trim_end_matches(['\r', '\n']));
        let called = head.split(';').next().unwrap_or_default();
        let (group, name) = called.rsplit_once('.').unwrap_or(("", called));
        Self {
            raw: raw.to_owned(),
            name: name.trim().to_ascii_uppercase(),
            group: group.to_ascii_lowercase(),
            head: head.to_owned(),
            value: value.to_owned(),
        }
    }

    /// The value as the book would hold it.
    fn plain(&self) -> String {
        let text = plain(&self.value);
        let scheme = ["mailto:", "tel:"].into_iter().find(|scheme| {
            let begins = text.get(..scheme.len());
            begins.is_some_and(|begins| begins.eq_ignore_ascii_case(scheme))
        });
        text.get(scheme.map_or(0, str::len)..)
            .unwrap_or_default()
            .to_owned()
    }
}

/// The lines of a card; those of a card within it have no name.
fn lines(card: &str) -> Vec<Line> {
    let mut raws: Vec<String> = Vec::new();
    for line in card.split_inclusive('\n') {
        match raws.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(line),
            _ => raws.push(line.to_owned()),
        }
    }
    let mut depth = 0_usize;
    let mut named: Vec<Line> = Vec::with_capacity(raws.len());
    for raw in raws {
        let mut line = Line::of(&raw);
        let is_end = line.name == "END";
        if line.name == "BEGIN" {
            depth += 1;
        }
        let is_inner = depth > 1;
        if is_end {
            depth = depth.saturating_sub(1);
        }
        if is_inner {
            line.name.clear();
        }
        named.push(line);
    }
    named
}

/// What stands before the first colon that is not quoted, and what after.
fn halves(line: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, sign) in line.char_indices() {
        match sign {
            '"' => is_quoted = !is_quoted,
            ':' if !is_quoted => {
                return (
                    line.get(..at).unwrap_or_default(),
                    line.get(at + 1..).unwrap_or_default(),
                );
            }
            _ => {}
        }
    }
    (line, "")
}

/// What one list has and the other lacks, as keys; and the other way round, as it is written.
fn difference<'a>(
    before: &[String],
    after: &'a [String],
    key: fn(&str) -> String,
) -> (HashSet<String>, Vec<&'a String>) {
    let keys = |list: &[String]| -> HashSet<String> { list.iter().map(|one| key(one)).collect() };
    let (old, now) = (keys(before), keys(after));
    let new = after.iter().filter(|one| !old.contains(&key(one)));
    let new = new.collect();
    (old.difference(&now).cloned().collect(), new)
}

/// The words of a list, as they are escaped.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_escaped = false;
    for sign in value.chars() {
        if sign == ',' && !is_escaped {
            parts.push(String::new());
            continue;
        }
        is_escaped = sign == '\\' && !is_escaped;
        if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// A value as text of one line.
fn plain(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(sign) => text.push(sign),
                None => {}
            },
            sign => text.push(sign),
        }
    }
    clean::line(&text)
}

/// A line that ends as the others of its card do.
fn ended(raw: String, has_returns: bool) -> String {
    if has_returns {
        raw
    } else {
        raw.replace("\r\n", "\n")
    }
}
