//! What each part of the screen means, and the marks that say the same without colour.
//!
//! A widget takes a role. The roles stand here in the sixteen colours of the terminal, one colour for each meaning; a
//! theme, and a terminal that has neither colours nor signs, are one pass over the finished frame ([`Look`]). So no
//! widget knows of themes, and no other file names a colour.

mod ascii;
mod look;
mod palette;
#[cfg(test)]
mod tests;

use ratatui::style::{Color, Modifier, Style};

use crate::domain::agenda::Matter;
use crate::domain::owed::Mark;

pub use look::Look;

/// Declares the roles, and the list of all of them for the tests.
macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $style:expr;)*) => {
        $($(#[$doc])* pub(super) const $name: Style = $style;)*
        #[cfg(test)]
        const ROLES: &[(&str, Style)] = &[$((stringify!($name), $name)),*];
    };
}

roles! {
    /// What to read first.
    STRONG = Style::new().add_modifier(Modifier::BOLD);
    /// What is secondary.
    DIM = Style::new().add_modifier(Modifier::DIM);
    /// The one accent.
    ACCENT = Style::new().fg(Color::Cyan);
    /// What is late or broken.
    WARM = Style::new().fg(Color::Red);
    /// What is due, waits or is unclear.
    MILD = Style::new().fg(Color::Yellow);
    /// What is done.
    GOOD = Style::new().fg(Color::Green);
    /// A heading.
    HEADING = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
    /// The row under the cursor, in the pane that has the keys: one block, whatever colours the row has.
    CURSOR = Style::new()
        .fg(Color::Reset)
        .add_modifier(Modifier::REVERSED)
        .remove_modifier(Modifier::DIM);
    /// Whom the keys are about, where two stand side by side: no colour, so that it does not look like a favour.
    FOCUS = Style::new().add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED);
    /// The field that is typed into.
    FIELD = Style::new().add_modifier(Modifier::UNDERLINED);
    /// What is done and stays in place.
    STRUCK = Style::new().add_modifier(Modifier::DIM).add_modifier(Modifier::CROSSED_OUT);
}

/// A role that stands on a border, whose colour it must not take on.
pub(super) const fn on_border(role: Style) -> Style {
    role.fg(Color::Reset)
}

/// A mark of one column, always beside a word that says the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) glyph: &'static str,
    pub(super) style: Style,
}

const fn sign(glyph: &'static str, style: Style) -> Sign {
    Sign { glyph, style }
}

/// They wait for a word.
pub(super) const UNHEARD: Sign = sign("…", WARM);
/// Someone may come to harm.
pub(super) const HARM: Sign = sign("*", WARM);
/// Two lunches for one hour, two values for one field.
pub(super) const CLASH: Sign = sign("⇄", ACCENT);
/// Late.
pub(super) const LATE: Sign = sign("!", WARM);
/// Due today.
pub(super) const DUE: Sign = sign("•", MILD);
/// Not clear.
pub(super) const UNCLEAR: Sign = sign("≠", MILD);
/// Time to talk.
pub(super) const PACE: Sign = sign("~", DIM);
/// Done.
pub(super) const DONE: Sign = sign("✓", GOOD);
/// Broken, to be put right.
pub(super) const BROKEN: Sign = sign("✗", WARM);
/// A question about something past.
pub(super) const ASKS: Sign = sign("?", DIM);

/// Beside a row that is marked.
pub(super) const MARKED: &str = "┃";

/// The mark of a row of Today.
pub(super) const fn of_matter(matter: Matter, late: bool) -> Sign {
    match matter {
        Matter::Harm(_) => HARM,
        Matter::Unheard(_) | Matter::NotTold(_) => UNHEARD,
        Matter::Clash(_) | Matter::TwoValues => CLASH,
        Matter::Due(_) if late => LATE,
        Matter::Due(_) => DUE,
        Matter::HeardMore(_) | Matter::NotChecked(_) => UNCLEAR,
        Matter::BrokenPromise(_) | Matter::Wrong(_) => BROKEN,
        Matter::Pace(_) => PACE,
        Matter::NotAnswered(_) | Matter::PastLunch(_) | Matter::Review(_) | Matter::Inbox(_) => {
            ASKS
        }
    }
}

/// The mark beside a name, and its word.
pub(super) const fn of_mark(mark: Mark) -> (Sign, &'static str) {
    match mark {
        Mark::Unheard => (UNHEARD, "unheard"),
        Mark::Late => (LATE, "late"),
        Mark::DueToday => (DUE, "today"),
        Mark::PutRight => (BROKEN, "put right"),
        Mark::Unclear => (UNCLEAR, "unclear"),
        Mark::Pace => (PACE, "pace"),
    }
}
