//! Templates: plain text with placeholders in braces.
//!
//! A line whose placeholder is empty falls away, and with it a line above that ends in a colon and only announces it.
//! A line that begins with `#` is a note to the writer. A first line `Subject: …` is the subject of a mail. A brace of
//! its own is written twice.

use std::fmt;

use crate::domain::clean;

/// A template that can be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    subject: Vec<Piece>,
    lines: Vec<Vec<Piece>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(&'static str),
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line, counted from 1.
    pub line: usize,
    /// A sentence.
    pub what: String,
}

/// What stands for the placeholders; one that is not named is empty.
#[derive(Clone, Default)]
pub(super) struct Values(Vec<(&'static str, String)>);

/// A template filled in.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Filled {
    pub(super) subject: String,
    pub(super) text: String,
}

const SUBJECT: &str = "Subject:";

impl Template {
    /// Reads a template that may name these placeholders.
    ///
    /// # Errors
    /// [`Mistake`] for the first line that names another one, or in which a brace stands alone.
    pub fn parse(text: &str, known: &[&'static str]) -> Result<Self, Mistake> {
        let mut subject = None;
        let mut lines = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let read = |line| pieces(line, known).map_err(|what| Mistake { line: at + 1, what });
            match line.strip_prefix(SUBJECT) {
                Some(rest) if subject.is_none() && lines.is_empty() => subject = Some(read(rest)?),
                _ => lines.push(read(line)?),
            }
        }
        Ok(Self {
            subject: subject.unwrap_or_default(),
            lines,
        })
    }

    /// The text with its placeholders filled in, without anything that could steer or mislead.
    pub(super) fn fill(&self, values: &Values) -> Filled {
        let mut kept: Vec<String> = Vec::new();
        let mut announces = false;
        for line in &self.lines {
            if let Some(line) = values.line(line) {
                announces = line.trim_end().ends_with(':');
                kept.push(line);
            } else if std::mem::take(&mut announces) {
                kept.pop();
            }
        }
        let subject = values.line(&self.subject).unwrap_or_default();
        Filled {
            subject: clean::line(&subject),
            text: clean::text(&kept.join("\n")),
        }
    }
}

impl Values {
    /// Says what stands for a placeholder.
    pub(super) fn with(mut self, placeholder: &'static str, value: impl AsRef<str>) -> Self {
        let value = clean::text(value.as_ref());
        self.0.push((placeholder, value.trim().to_owned()));
        self
    }

    fn get(&self, placeholder: &str) -> &str {
        let found = self.0.iter().find(|(name, _)| *name == placeholder);
        found.map_or("", |(_, value)| value)
    }

    /// A line filled in; none where a placeholder of it is empty.
    fn line(&self, pieces: &[Piece]) -> Option<String> {
        let filled = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Placeholder(name) => Some(self.get(name)).filter(|value| !value.is_empty()),
        });
        filled.collect()
    }
}

/// A line as text and placeholders.
fn pieces(line: &str, known: &[&'static str]) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = from.strip_prefix("{{").or(from.strip_prefix("}}")) {
            text.extend(from.chars().next());
            rest = after;
            continue;
        }
        let inside = from
            .strip_prefix('{')
            .and_then(|inside| inside.split_once('}'));
        let Some((name, after)) = inside else {
            return Err("a brace stands alone: write it twice, or close it.".to_owned());
        };
        let Some(known) = known.iter().find(|known| **known == name.trim()) else {
            return Err(unknown(name, known));
        };
        pieces.push(Piece::Text(std::mem::take(&mut text)));
        pieces.push(Piece::Placeholder(known));
        rest = after;
    }
    text.push_str(rest);
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

fn unknown(name: &str, known: &[&str]) -> String {
    let name: String = clean::line(name).chars().take(30).collect();
    let known: Vec<String> = known.iter().map(|name| format!("{{{name}}}")).collect();
    format!(
        "{{{name}}} is no placeholder of it. It has {}.",
        known.join(" ")
    )
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::*;
    use proptest::prelude::*;

    const KNOWN: &[&str] = &["name", "days"];

    fn filled(template: &str, name: &str, days: &str) -> String {
        let values = Values::default().with("name", name).with("days", days);
        Template::parse(template, KNOWN).unwrap().fill(&values).text
    }

    #[test]
    fn a_line_whose_placeholder_is_empty_falls_away_with_what_announces_it() {
        let template = "# note\nDear {name},\nFree are:\n{days}\nYours";
        assert_eq!(
            filled(template, "Ana", "Mon\nTue"),
            "Dear Ana,\nFree are:\nMon\nTue\nYours"
        );
        assert_eq!(filled(template, "Ana", " "), "Dear Ana,\nYours");
        assert_eq!(
            filled("a:\n\n{days}\nb", "", ""),
            "a:\n\nb",
            "an empty line parts them"
        );
    }

    #[test]
    fn braces_are_written_twice() {
        assert_eq!(filled("{{name}} {name}", "Ana", ""), "{name} Ana");
        assert_eq!(
            filled("{name}", "{days}", "x"),
            "{days}",
            "a value is no template"
        );
    }

    #[test]
    fn a_subject_stands_first() {
        let template = Template::parse("# n\nSubject: For {name}\nSubject: b", KNOWN).unwrap();
        let filled = template.fill(&Values::default().with("name", "Ana"));
        assert_eq!(
            (filled.subject.as_str(), filled.text.as_str()),
            ("For Ana", "Subject: b")
        );
    }

    #[test]
    fn a_mistake_names_its_line_and_what_could_stand_there() {
        let mistake = Template::parse("# x\nDear {name},\n{nmae}", KNOWN).unwrap_err();
        assert_eq!(
            mistake.to_string(),
            "line 3: {nmae} is no placeholder of it. It has {name} {days}."
        );
        for broken in ["{name", "a } b", "{", "{}", "{name}}"] {
            assert_eq!(
                Template::parse(broken, KNOWN).unwrap_err().line,
                1,
                "{broken}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*|[{}a-z#: \n\r\u{1b}]*", name in ".*") {
            if let Ok(template) = Template::parse(&text, KNOWN) {
                let filled = template.fill(&Values::default().with("name", &name));
                prop_assert!(!filled.text.contains(|c: char| c.is_control() && c != '\n'));
                prop_assert!(!filled.subject.contains(char::is_control));
            }
        }

        #[test]
        fn an_unknown_placeholder_is_named(name in "[a-z_]{1,20}", above in 0_usize..5) {
            prop_assume!(!KNOWN.contains(&name.as_str()));
            let mistake = Template::parse(&format!("{}{{{name}}}", "x\n".repeat(above)), KNOWN);
            let mistake = mistake.unwrap_err();
            prop_assert_eq!(mistake.line, above + 1);
            let known = "{days}";
            prop_assert!(mistake.what.contains(&name) && mistake.what.contains(known));
        }
    }
}
