//! What commands and places are called: in the palette, in the help and in `config.ron`.

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

impl Command {
    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Move(motion) => name_of_motion(motion),
            Self::Left => "left",
            Self::Right => "right",
            Self::NextPane => "next-pane",
            Self::NextItem => "next",
            Self::PreviousItem => "previous",
            Self::Go(screen) => name_of_screen(screen),
            Self::Open => "open",
            Self::Back => "back",
            Self::Filter => "filter",
            Self::Sort => "sort",
            Self::Figures => "why",
            Self::Help => "help",
            Self::Add => "add",
            Self::AddLine => "add-line",
            Self::Edit => "edit",
            Self::Remove => "remove",
            Self::Tick => "done",
            Self::Raise => "more-important",
            Self::Lower => "less-important",
            Self::Write => "write",
            Self::ToFile => "to-file",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Redraw => "draw-again",
            Self::Suspend => "suspend",
            Self::Quit => "quit",
            Self::NextField => "next-field",
            Self::PreviousField => "previous-field",
            Self::Enter => "enter",
            Self::Done => "save",
            Self::Cancel => "cancel",
            Self::Rate(number) => name_of_answer(number),
            Self::Unsure => "unsure",
            Self::EnterDay => "date",
            Self::MoreQuestions => "more-questions",
            Self::Harm => "harm",
            Self::Copy => "copy",
            Self::Told => "told",
            Self::Tried => "tried",
            Self::Stuck => "stuck",
            Self::Check => "check",
            Self::Reply => "reply",
            Self::NewTerms => "new-terms",
            Self::Ending => "other-ending",
            Self::Pace => "pace",
            Self::Later => "not-today",
            Self::Hide => "hide-names",
            Self::Palette => "commands",
            Self::NextMatch => "next-match",
            Self::Import => "import",
            Self::Duplicates => "duplicates",
            Self::Reach => "reach",
            Self::HelpWith => "help-with",
            Self::Incident => "incident",
            Self::Settle => "settle",
            Self::OwnLine => "my-line",
            Self::ShortTerm => "short-term",
            Self::KeepDemo => "keep-demo",
            Self::LeaveDemo => "leave-demo",
            Self::Editor => "editor",
            Self::Tags => "tags",
            Self::Find => "find",
            Self::Brief => "brief",
            Self::Views => "views",
            Self::Steps => "changes",
            Self::MarkRow => "mark",
            Self::MarkAll => "mark-all",
            Self::Months => "months",
        }
    }

    /// The command of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let mut commands = KEYMAP.iter().map(|row| row.command);
        commands.find(|command| command.name() == name)
    }

    /// What it is about.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Move(_)
            | Self::Left
            | Self::Right
            | Self::NextPane
            | Self::NextItem
            | Self::PreviousItem
            | Self::NextField
            | Self::PreviousField
            | Self::NextMatch
            | Self::Go(_)
            | Self::Back => Group::Moving,
            Self::AddLine
            | Self::Undo
            | Self::Redo
            | Self::Redraw
            | Self::Suspend
            | Self::Help
            | Self::Hide
            | Self::Palette
            | Self::Import
            | Self::Duplicates
            | Self::Reach
            | Self::HelpWith
            | Self::KeepDemo
            | Self::LeaveDemo
            | Self::Find
            | Self::Steps
            | Self::Quit => Group::Everywhere,
            Self::Open
            | Self::Edit
            | Self::Remove
            | Self::Tick
            | Self::Raise
            | Self::Lower
            | Self::Figures
            | Self::Brief
            | Self::Told
            | Self::Tried
            | Self::Stuck
            | Self::Check
            | Self::Write
            | Self::Reply
            | Self::NewTerms
            | Self::Ending
            | Self::Pace
            | Self::Incident
            | Self::Settle
            | Self::OwnLine
            | Self::Tags
            | Self::MarkRow
            | Self::Later => Group::Row,
            _ => Group::Place,
        }
    }
}

const fn name_of_motion(motion: Motion) -> &'static str {
    match motion {
        Motion::Next => "down",
        Motion::Previous => "up",
        Motion::First => "first",
        Motion::Last => "last",
        Motion::HalfPageDown => "half-page-down",
        Motion::HalfPageUp => "half-page-up",
        Motion::PageDown => "page-down",
        Motion::PageUp => "page-up",
    }
}

const fn name_of_screen(screen: Screen) -> &'static str {
    match screen {
        Screen::Today => "today",
        Screen::Contacts => "contacts",
        Screen::Promises => "promises",
        Screen::Lunch => "lunch",
        Screen::Choices => "choices",
        Screen::Network => "network",
        Screen::Review => "review",
    }
}

const fn name_of_answer(number: u8) -> &'static str {
    match number {
        0 => "answer-0",
        1 => "answer-1",
        2 => "answer-2",
        3 => "answer-3",
        4 => "answer-4",
        5 => "answer-5",
        6 => "answer-6",
        7 => "answer-7",
        8 => "answer-8",
        _ => "answer-9",
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
            assert_eq!(Command::named(row.command.name()), Some(row.command));
        }
        for scope in Scope::ALL {
            assert_eq!(Scope::named(scope.name()), Some(scope));
        }
    }
}
