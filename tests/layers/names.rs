//! The names that a source uses, each written out from the root of a crate as far as the source tells.

use std::collections::HashMap;

use super::source::Token;

/// A name, written out: `crate::ui::text`, or `crate::ui::*` for everything in a module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) words: Vec<String>,
    pub(crate) line: usize,
}

/// All names of a source that stands at a path below `src`.
pub(crate) fn names(place: &str, tokens: &[Token]) -> Vec<Name> {
    let mut reader = Reader {
        tokens,
        at: 0,
        home: home(place),
        inner: Vec::new(),
        depth: 0,
        other_names: HashMap::new(),
        names: Vec::new(),
    };
    reader.read();
    let Reader {
        other_names, names, ..
    } = reader;
    let written_out = |name: Name| Name {
        words: without_other_names(name.words, &other_names),
        ..name
    };
    names.into_iter().map(written_out).collect()
}

/// The module of a file: `app/update/mod.rs` is crate, app, update.
fn home(place: &str) -> Vec<String> {
    let path = place.trim_end_matches(".rs");
    let words = path.split('/').map(str::to_owned);
    let mut home: Vec<String> = ["crate".to_owned()].into_iter().chain(words).collect();
    if matches!(
        home.last().map(String::as_str),
        Some("mod" | "lib" | "main")
    ) {
        home.pop();
    }
    home
}

/// What a `use … as` calls otherwise is called by its own name.
fn without_other_names(words: Vec<String>, other: &HashMap<String, Vec<String>>) -> Vec<String> {
    let Some((meant, rest)) = words
        .split_first()
        .and_then(|(first, rest)| Some((other.get(first)?, rest)))
    else {
        return words;
    };
    meant.iter().chain(rest).cloned().collect()
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    home: Vec<String>,
    /// The modules written out within the file, with the depth of brackets in which each stands.
    inner: Vec<(String, usize)>,
    depth: usize,
    other_names: HashMap<String, Vec<String>>,
    names: Vec<Name>,
}

impl Reader<'_> {
    fn read(&mut self) {
        while let Some(token) = self.tokens.get(self.at) {
            let next_is = |text| {
                self.tokens
                    .get(self.at + 1)
                    .is_some_and(|next| next.is(text))
            };
            if token.is("use") && !next_is("<") {
                self.at += 1;
                self.tree(&[]);
            } else if token.is("mod") && self.tokens.get(self.at + 2).is_some_and(|t| t.is("{")) {
                let name = self.tokens.get(self.at + 1);
                let name = name.map_or_else(String::new, |name| name.text.clone());
                self.inner.push((name, self.depth));
                self.at += 2;
            } else if token.is("{") {
                self.depth += 1;
                self.at += 1;
            } else if token.is("}") {
                self.depth = self.depth.saturating_sub(1);
                let depth = self.depth;
                self.inner.retain(|(_, outside)| *outside < depth);
                self.at += 1;
            } else if token.is_word() {
                let (words, line) = self.path();
                self.name(words, line);
            } else {
                self.at += 1;
            }
        }
    }

    /// Words with `::` between them; ends at a sign that is no part of a name.
    fn path(&mut self) -> (Vec<String>, usize) {
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        let mut words = Vec::new();
        while let Some(token) = self.tokens.get(self.at).filter(|token| token.is_word()) {
            words.push(token.text.clone());
            self.at += 1;
            let more = |at: usize| self.tokens.get(at).is_some_and(Token::is_word);
            if !self.is("::") || !more(self.at + 1) {
                break;
            }
            self.at += 1;
        }
        (words, line)
    }

    /// A branch of a `use`: a name, perhaps with a star, a group or another name behind it.
    fn tree(&mut self, trunk: &[String]) {
        if self.is("::") {
            self.at += 1;
        }
        let (words, line) = self.path();
        let words = trunk.iter().cloned().chain(words).collect::<Vec<_>>();
        if self.is("::") {
            self.at += 1;
        }
        let line = if line == 0 {
            self.tokens.get(self.at).map_or(0, |token| token.line)
        } else {
            line
        };
        if self.is("{") {
            self.at += 1;
            while !self.is("}") && self.at < self.tokens.len() {
                self.tree(&words);
                if self.is(",") {
                    self.at += 1;
                }
            }
            self.at += 1;
        } else if self.is("*") {
            self.at += 1;
            self.name(words.into_iter().chain(["*".to_owned()]).collect(), line);
        } else if words.len() > trunk.len() {
            self.leaf(words, line);
        } else {
            // Nothing that can stand in a `use`: go on, so that this ends.
            self.at += 1;
        }
    }

    fn leaf(&mut self, mut words: Vec<String>, line: usize) {
        if words.len() > 1 && words.last().is_some_and(|last| last == "self") {
            words.pop();
        }
        let words = self.written_out(words);
        if self.is("as") {
            if let Some(other) = self.tokens.get(self.at + 1) {
                self.other_names.insert(other.text.clone(), words.clone());
            }
            self.at += 2;
        }
        self.names.push(Name { words, line });
    }

    fn name(&mut self, words: Vec<String>, line: usize) {
        let words = self.written_out(words);
        self.names.push(Name { words, line });
    }

    /// `self` and `super` as what they stand for, and this crate's own name as `crate`.
    fn written_out(&self, words: Vec<String>) -> Vec<String> {
        let inner = self.inner.iter().map(|(name, _)| name.clone());
        let mut start: Vec<String> = self.home.iter().cloned().chain(inner).collect();
        let mut rest = words.as_slice();
        match rest {
            [first, others @ ..] if first == "goodword" => {
                start.truncate(1);
                rest = others;
            }
            [first, others @ ..] if first == "self" => rest = others,
            [first, ..] if first == "super" => {}
            _ => return words,
        }
        while let Some((_, others)) = rest.split_first().filter(|(first, _)| *first == "super") {
            start.truncate((start.len() - 1).max(1));
            rest = others;
        }
        start.extend(rest.iter().cloned());
        start
    }

    fn is(&self, text: &str) -> bool {
        self.tokens.get(self.at).is_some_and(|token| token.is(text))
    }
}
