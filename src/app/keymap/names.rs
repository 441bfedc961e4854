//! What commands and places are called: in the palette, in the help and in `config.ron`.

use super::Command as Do;
use super::{Command, KEYMAP, Scope};
use crate::app::rows::Motion;
use crate::app::screen::Screen;

/// What a command is about; the help shows them in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What is under the cursor.
    Row,
    /// The screen, or the sheet.
    Place,
    /// Moving, which never changes the book.
    Moving,
    /// The same wherever you are.
    Everywhere,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 4] = [Self::Row, Self::Place, Self::Moving, Self::Everywhere];
}

/// What each command is about, and what it is called.
const NAMES: &[(Do, Group, &str)] = &[
    (Do::Move(Motion::Next), Group::Moving, "down"),
    (Do::Move(Motion::Previous), Group::Moving, "up"),
    (Do::Move(Motion::First), Group::Moving, "first"),
    (Do::Move(Motion::Last), Group::Moving, "last"),
    (
        Do::Move(Motion::HalfPageDown),
        Group::Moving,
        "half-page-down",
    ),
    (Do::Move(Motion::HalfPageUp), Group::Moving, "half-page-up"),
    (Do::Move(Motion::PageDown), Group::Moving, "page-down"),
    (Do::Move(Motion::PageUp), Group::Moving, "page-up"),
    (Do::Left, Group::Moving, "left"),
    (Do::Right, Group::Moving, "right"),
    (Do::NextPane, Group::Moving, "next-pane"),
    (Do::NextItem, Group::Moving, "next"),
    (Do::PreviousItem, Group::Moving, "previous"),
    (Do::Go(Screen::Today), Group::Moving, "today"),
    (Do::Go(Screen::Contacts), Group::Moving, "contacts"),
    (Do::Go(Screen::Promises), Group::Moving, "promises"),
    (Do::Go(Screen::Lunch), Group::Moving, "lunch"),
    (Do::Go(Screen::Choices), Group::Moving, "choices"),
    (Do::Go(Screen::Network), Group::Moving, "network"),
    (Do::Go(Screen::Review), Group::Moving, "review"),
    (Do::Back, Group::Moving, "back"),
    (Do::NextField, Group::Moving, "next-field"),
    (Do::PreviousField, Group::Moving, "previous-field"),
    (Do::NextMatch, Group::Moving, "next-match"),
    (Do::Help, Group::Everywhere, "help"),
    (Do::AddLine, Group::Everywhere, "add-line"),
    (Do::Undo, Group::Everywhere, "undo"),
    (Do::Redo, Group::Everywhere, "redo"),
    (Do::Redraw, Group::Everywhere, "draw-again"),
    (Do::Suspend, Group::Everywhere, "suspend"),
    (Do::Quit, Group::Everywhere, "quit"),
    (Do::Hide, Group::Everywhere, "hide-names"),
    (Do::Palette, Group::Everywhere, "commands"),
    (Do::Import, Group::Everywhere, "import"),
    (Do::Duplicates, Group::Everywhere, "duplicates"),
    (Do::Reach, Group::Everywhere, "reach"),
    (Do::HelpWith, Group::Everywhere, "help-with"),
    (Do::KeepDemo, Group::Everywhere, "keep-demo"),
    (Do::LeaveDemo, Group::Everywhere, "leave-demo"),
    (Do::Find, Group::Everywhere, "find"),
    (Do::Steps, Group::Everywhere, "changes"),
    (Do::Open, Group::Row, "open"),
    (Do::Figures, Group::Row, "why"),
    (Do::Edit, Group::Row, "edit"),
    (Do::Remove, Group::Row, "remove"),
    (Do::Tick, Group::Row, "done"),
    (Do::Raise, Group::Row, "more-important"),
    (Do::Lower, Group::Row, "less-important"),
    (Do::Write, Group::Row, "write"),
    (Do::Told, Group::Row, "told"),
    (Do::Tried, Group::Row, "tried"),
    (Do::Stuck, Group::Row, "stuck"),
    (Do::Check, Group::Row, "check"),
    (Do::Reply, Group::Row, "reply"),
    (Do::NewTerms, Group::Row, "new-terms"),
    (Do::Ending, Group::Row, "other-ending"),
    (Do::Pace, Group::Row, "pace"),
    (Do::Later, Group::Row, "not-today"),
    (Do::Incident, Group::Row, "incident"),
    (Do::Settle, Group::Row, "settle"),
    (Do::OwnLine, Group::Row, "my-line"),
    (Do::Tags, Group::Row, "tags"),
    (Do::Brief, Group::Row, "brief"),
    (Do::MarkRow, Group::Row, "mark"),
    (Do::Filter, Group::Place, "filter"),
    (Do::Sort, Group::Place, "sort"),
    (Do::Add, Group::Place, "add"),
    (Do::ToFile, Group::Place, "to-file"),
    (Do::Enter, Group::Place, "enter"),
    (Do::Done, Group::Place, "save"),
    (Do::Cancel, Group::Place, "cancel"),
    (Do::Unsure, Group::Place, "unsure"),
    (Do::EnterDay, Group::Place, "date"),
    (Do::MoreQuestions, Group::Place, "more-questions"),
    (Do::Harm, Group::Place, "harm"),
    (Do::Copy, Group::Place, "copy"),
    (Do::ShortTerm, Group::Place, "short-term"),
    (Do::Editor, Group::Place, "editor"),
    (Do::Views, Group::Place, "views"),
    (Do::MarkAll, Group::Place, "mark-all"),
    (Do::Months, Group::Place, "months"),
    (Do::Rate(0), Group::Place, "answer-0"),
    (Do::Rate(1), Group::Place, "answer-1"),
    (Do::Rate(2), Group::Place, "answer-2"),
    (Do::Rate(3), Group::Place, "answer-3"),
    (Do::Rate(4), Group::Place, "answer-4"),
    (Do::Rate(5), Group::Place, "answer-5"),
    (Do::Rate(6), Group::Place, "answer-6"),
    (Do::Rate(7), Group::Place, "answer-7"),
    (Do::Rate(8), Group::Place, "answer-8"),
    (Do::Rate(9), Group::Place, "answer-9"),
];

impl Command {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |(_, _, name)| name)
    }

    /// The command of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut commands = KEYMAP.iter().map(|row| row.command);
        commands.find(|command| command.name() == name)
    }

    /// What it is about.
    #[must_use]
    pub fn group(self) -> Group {
        self.entry().map_or(Group::Place, |(_, group, _)| *group)
    }

    /// A test sees to it that there is one for every command of the keymap.
    fn entry(self) -> Option<&'static (Self, Group, &'static str)> {
        NAMES.iter().find(|(command, ..)| *command == self)
    }
}

impl Scope {
    /// What it is called in `config.ron`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::First => "first-screen",
            Self::Contacts => "contacts",
            Self::Promises => "promises",
            Self::Lunch => "lunch",
            Self::Week => "week",
            Self::Choices => "choices",
            Self::Network => "network",
            Self::Review => "review",
            Self::Reach => "reach",
            Self::Filter => "filter",
            Self::Form => "form",
            Self::Answers => "answers",
            Self::AnswerDay => "answer-date",
            Self::Decision => "decision",
            Self::Reason => "reason",
            Self::Draft => "draft",
            Self::Line => "line",
            Self::Writing => "writing",
            Self::Menu => "menu",
            Self::Why => "why",
            Self::Brief => "brief",
            Self::Values => "values",
            Self::Help => "help",
            Self::Covered => "covered",
            Self::Palette => "palette",
            Self::Path => "path",
            Self::Found => "found",
            Self::Find => "find",
            Self::Steps => "changes",
            Self::Duplicates => "duplicates",
            Self::SideBySide => "side-by-side",
            Self::Tags => "tags",
            Self::Views => "views",
            Self::NameView => "name-of-view",
        }
    }

    /// The screen that it is, as it is called in a sentence.
    #[must_use]
    pub const fn screen(self) -> Option<&'static str> {
        Some(match self {
            Self::Today => "Today",
            Self::First => "the first screen",
            Self::Contacts => "Contacts",
            Self::Promises => "Promises",
            Self::Lunch => "Lunch with two invites",
            Self::Week => "Lunch, the week",
            Self::Choices => "Choices",
            Self::Network => "Network",
            Self::Review => "Review",
            _ => return None,
        })
    }

    /// The place of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_of_its_own() {
        for row in KEYMAP {
            assert_ne!(row.command.name(), "", "{:?}", row.command);
            assert_eq!(Command::named(row.command.name()), Some(row.command));
        }
        for scope in Scope::ALL {
            assert_eq!(Scope::named(scope.name()), Some(scope));
        }
    }
}
