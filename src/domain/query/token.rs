//! What was typed, cut into words and fields.

use std::iter::Peekable;
use std::str::Chars;

/// A word, or a field with its value.
#[derive(PartialEq, Eq)]
pub(super) struct Token {
    /// Whether it stands behind a `-`.
    pub(super) is_negated: bool,
    /// What stands before the colon.
    pub(super) field: Option<String>,
    /// The word, or what stands behind the colon.
    pub(super) value: String,
    /// Whether the value stood in quotes.
    pub(super) is_quoted: bool,
}

/// Cuts a text into its tokens. Quotes hold words together; one that is not closed goes on to the end.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut letters = text.chars().peekable();
    let mut found = Vec::new();
    loop {
        while letters.next_if(|letter| letter.is_whitespace()).is_some() {}
        if letters.peek().is_none() {
            return found;
        }
        let token = next(&mut letters);
        // A minus alone, or nothing in quotes, says nothing yet.
        if token.field.is_some() || !token.value.is_empty() {
            found.push(token);
        }
    }
}

fn next(letters: &mut Peekable<Chars<'_>>) -> Token {
    let mut token = Token {
        is_negated: letters.next_if_eq(&'-').is_some(),
        field: None,
        value: String::new(),
        is_quoted: false,
    };
    while let Some(letter) = letters.next() {
        match letter {
            '"' if token.value.is_empty() => {
                token.is_quoted = true;
                token.value = letters
                    .by_ref()
                    .take_while(|letter| *letter != '"')
                    .collect();
                return token;
            }
            ':' if token.field.is_none() && is_field(&token.value) => {
                token.field = Some(std::mem::take(&mut token.value).to_lowercase());
            }
            letter if letter.is_whitespace() => return token,
            letter => token.value.push(letter),
        }
    }
    token
}

/// Letters alone name a field: a time of day or an address does not.
fn is_field(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphabetic)
}
