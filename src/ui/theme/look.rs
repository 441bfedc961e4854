//! How the finished frame is shown on this terminal: one pass over it, from roles to the colours of a theme, and from
//! signs to ASCII where the terminal has no others.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::{ascii, palette};
use crate::domain::preferences::Theme;

/// How the finished frame is shown on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    theme: Theme,
    depth: Depth,
    signs: Signs,
}

/// How many colours a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// None, or none are wanted.
    None,
    /// The sixteen that the user chose for it.
    Sixteen,
    /// 256.
    Many,
    /// Millions.
    All,
}

/// Which signs a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signs {
    /// All of them.
    All,
    /// Letters of all languages, but marks and borders in ASCII.
    Letters,
    /// ASCII and nothing else.
    Ascii,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: Theme::Terminal,
            depth: Depth::All,
            signs: Signs::All,
        }
    }
}

impl Look {
    /// The look of a theme on the terminal that the environment describes. Marks and borders are in ASCII where that is
    /// wished, and, without a wish, where the terminal is not known to have others.
    #[must_use]
    pub fn of(
        theme: Theme,
        ascii: Option<bool>,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let says = |name: &str| environment(name).filter(|value| !value.is_empty());
        let is_limited = matches!(says("TERM").as_deref(), Some("linux" | "dumb"));
        let signs = match ascii {
            Some(false) => Signs::All,
            _ if !speaks_utf8(says) => Signs::Ascii,
            Some(true) => Signs::Letters,
            None if is_limited => Signs::Letters,
            None => Signs::All,
        };
        Self {
            theme,
            depth: depth(says),
            signs,
        }
    }

    /// Shows a finished frame so.
    pub(in crate::ui) fn paint(self, buffer: &mut Buffer) {
        if self.signs != Signs::All {
            ascii::spell(buffer, self.signs);
        }
        if self.depth != Depth::None && self.theme == Theme::Terminal {
            return;
        }
        for cell in &mut buffer.content {
            self.paint_cell(cell);
        }
    }

    pub(super) fn paint_cell(self, cell: &mut Cell) {
        let palette = palette::of(self.theme).filter(|_| self.depth != Depth::None);
        let Some(palette) = palette else {
            // A colour that is left out on the way to the terminal would take bold and reverse along.
            cell.fg = Color::Reset;
            cell.bg = Color::Reset;
            return;
        };
        let is_chosen = cell.modifier.contains(Modifier::REVERSED);
        let hue = match cell.fg {
            _ if is_chosen => palette.chosen,
            Color::Cyan => palette.accent,
            Color::Red => palette.warm,
            Color::Yellow => palette.mild,
            Color::Green => palette.good,
            _ if cell.modifier.contains(Modifier::DIM) => palette.dim,
            _ => palette.text,
        };
        let ground = if is_chosen {
            palette.chosen_ground
        } else {
            palette.ground
        };
        cell.modifier.remove(Modifier::REVERSED | Modifier::DIM);
        cell.fg = hue.on(self.depth);
        cell.bg = ground.on(self.depth);
    }

    #[cfg(test)]
    pub(super) const fn with(theme: Theme, depth: Depth, signs: Signs) -> Self {
        Self {
            theme,
            depth,
            signs,
        }
    }
}

fn depth(says: impl Fn(&str) -> Option<String>) -> Depth {
    let term = says("TERM").unwrap_or_default();
    let all = says("COLORTERM").is_some_and(|says| matches!(&*says, "truecolor" | "24bit"));
    match () {
        () if says("NO_COLOR").is_some() || term == "dumb" => Depth::None,
        () if all || term.ends_with("-direct") => Depth::All,
        () if term.contains("256color") => Depth::Many,
        () => Depth::Sixteen,
    }
}

/// Whether text may be written in UTF-8: it may, where nothing is said of it.
fn speaks_utf8(says: impl Fn(&str) -> Option<String>) -> bool {
    let said = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(says);
    said.is_none_or(|said| {
        let said = said.to_lowercase();
        said.contains("utf-8") || said.contains("utf8")
    })
}
