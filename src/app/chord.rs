//! A key with its modifiers, as people write it: `j`, `Ctrl-d`, `PgDn`.

use std::fmt;

/// A key, without its modifiers. Shift is part of a letter: `G`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// The key.
    pub key: Key,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

impl Chord {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            alt: false,
        }
    }

    /// A character without modifiers.
    #[must_use]
    pub const fn char(char: char) -> Self {
        Self::plain(Key::Char(char))
    }

    /// Reads a chord as the keymap writes it: `j`, `Ctrl-d`, `Enter`, `F1`.
    #[must_use]
    pub fn parse_named(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("Ctrl-") {
            return Some(Self {
                ctrl: true,
                ..Self::parse_named(rest)?
            });
        }
        if let Some(rest) = text.strip_prefix("Alt-") {
            return Some(Self {
                alt: true,
                ..Self::parse_named(rest)?
            });
        }
        // Names first: an arrow is written as one character and is none.
        let mut names = NAMED.iter().chain(ALSO);
        if let Some((key, _)) = names.find(|(_, name)| *name == text) {
            return Some(Self::plain(*key));
        }
        let mut chars = text.chars();
        if let (Some(one), None) = (chars.next(), chars.next()) {
            return Some(Self::char(one));
        }
        let number = text.strip_prefix('F')?.parse().ok()?;
        Some(Self::plain(Key::F(number)))
    }

    /// Reads keys typed one after the other, as the keymap writes them: `g g`. What is no key is left out.
    #[must_use]
    pub fn sequence(text: &str) -> Vec<Self> {
        text.split(' ').filter_map(Self::parse_named).collect()
    }

    /// Whether it writes a character where text is typed.
    #[must_use]
    pub const fn is_typed(self) -> bool {
        matches!(self.key, Key::Char(_)) && !self.ctrl && !self.alt
    }
}

const NAMED: &[(Key, &str)] = &[
    (Key::Enter, "Enter"),
    (Key::Esc, "Esc"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift-Tab"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Delete"),
    (Key::Up, "↑"),
    (Key::Down, "↓"),
    (Key::Left, "←"),
    (Key::Right, "→"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
    (Key::Char(' '), "Space"),
];

/// Names that are easier to type than an arrow.
const ALSO: &[(Key, &str)] = &[
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
];

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match (self.key, NAMED.iter().find(|(key, _)| *key == self.key)) {
            (_, Some((_, name))) => f.write_str(name),
            (Key::Char(char), None) => write!(f, "{char}"),
            (Key::F(number), None) => write!(f, "F{number}"),
            (_, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_named_key_is_read_as_itself() {
        for (key, name) in NAMED {
            assert_eq!(Chord::parse_named(name), Some(Chord::plain(*key)), "{name}");
        }
    }
}
