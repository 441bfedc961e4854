//! Markdown: text of the book as it stands, and facts as a page that anybody can read or print.

use super::clean;
use super::sentences::facts::{Fact, Facts};

/// Facts under a title, one a line.
#[must_use]
pub fn page(title: &str, facts: &Facts) -> String {
    let mut page = format!("# {}\n", escaped(title));
    let mut is_list = false;
    for fact in facts.iter() {
        let (line, goes_on) = match fact {
            Fact::Heading(text) => (format!("## {}", escaped(text)), false),
            Fact::Sentence(text, _) => (escaped(text), false),
            // It goes on with the one above.
            Fact::Labelled("", text, _) => (format!("  - {}", escaped(text)), true),
            Fact::Item(_, text) => (format!("- {}", escaped(text)), true),
            Fact::Labelled(label, text, _) => {
                (format!("- **{}:** {}", escaped(label), escaped(text)), true)
            }
            Fact::Gap => continue,
        };
        if !(is_list && goes_on) {
            page.push('\n');
        }
        is_list = goes_on;
        page.push_str(line.trim_end());
        page.push('\n');
    }
    page
}

/// Text of the book on a line, with nothing in it that Markdown, or a terminal, would take for a sign of its own.
#[must_use]
pub fn escaped(text: &str) -> String {
    let line = clean::line(text);
    let text = clean::shown(&line);
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_within_a_word =
            before.is_alphanumeric() && letters.peek().is_some_and(|next| next.is_alphanumeric());
        let is_sign = "\\`*[]<>~#|".contains(letter) || (letter == '_' && !is_within_a_word);
        if is_sign {
            escaped.push('\\');
        }
        escaped.push(letter);
        before = letter;
    }
    escaped
}
