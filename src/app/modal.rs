//! What lies over a screen and takes the keys.

use super::context::Context;
use super::form::Form;
use super::keymap::Scope;
use super::sheet::{
    Answers, BriefSheet, CaptureLine, DecisionField, DecisionSheet, DraftSheet, DuplicatesSheet,
    FindSheet, ImportSheet, Menu, NamedView, Palette, ReachSheet, SideBySide, Stage, StepsSheet,
    TagsLine, ValuesSheet, ViewsSheet, WhySheet,
};
use super::veil::masked;
use crate::domain::Book;

/// What lies over a screen.
#[derive(Clone)]
pub enum Modal {
    /// The help for a scope, scrolled down by so many lines.
    Help {
        /// The scope it was asked in.
        about: Scope,
        /// Which of its pages.
        page: HelpPage,
        /// Lines scrolled.
        scroll: usize,
        /// The sheet it was asked over, which waits behind it.
        behind: Option<Box<Modal>>,
    },
    /// A form.
    Form(Box<Form>),
    /// The answers about two invites.
    Answers(Box<Answers>),
    /// The decision between two invites.
    Decision(Box<DecisionSheet>),
    /// A message.
    Draft(Box<DraftSheet>),
    /// A line that becomes a record.
    Capture(CaptureLine),
    /// A question with a few answers; what it was asked over waits behind it.
    Menu(Menu),
    /// What is behind how it stands with a person.
    Why(WhySheet),
    /// What there is to know before a meeting.
    Brief(BriefSheet),
    /// The two values that a merge found for a field.
    Values(ValuesSheet),
    /// A file that brings people.
    Import(Box<ImportSheet>),
    /// Every command by name.
    Palette(Box<Palette>),
    /// Anyone or anything is looked for.
    Find(FindSheet),
    /// A way to somebody, or somebody who can help, is looked for.
    Reach(Box<ReachSheet>),
    /// The changes of this session.
    Steps(StepsSheet),
    /// People who may stand in the book twice.
    Duplicates(DuplicatesSheet),
    /// Two of them side by side.
    SideBySide(Box<SideBySide>),
    /// A line of tags.
    Tags(TagsLine),
    /// The saved views.
    Views(ViewsSheet),
    /// A view that is being named.
    NameView(NamedView),
    /// What may not be seen while names are hidden. Only drawn, never open.
    Covered,
}

/// A page of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpPage {
    /// The keys that work here.
    Keys,
    /// How figures come about.
    Formulas,
}

impl Modal {
    /// Where the keys go while it lies there.
    #[must_use]
    pub fn scope(&self) -> Scope {
        match self {
            Self::Help { .. } => Scope::Help,
            Self::Form(_) => Scope::Form,
            Self::Answers(answers) if answers.day.is_some() => Scope::AnswerDay,
            Self::Answers(_) => Scope::Answers,
            Self::Decision(sheet) if sheet.field == DecisionField::Ways => Scope::Decision,
            Self::Decision(_) => Scope::Reason,
            Self::Draft(sheet) if sheet.editor.is_some() => Scope::Writing,
            Self::Draft(_) => Scope::Draft,
            Self::Menu(_) => Scope::Menu,
            Self::Capture(_) => Scope::Line,
            Self::Why(_) => Scope::Why,
            Self::Brief(_) => Scope::Brief,
            Self::Values(_) => Scope::Values,
            Self::Palette(_) => Scope::Palette,
            Self::Import(sheet) if matches!(sheet.stage, Stage::Found(_)) => Scope::Found,
            Self::Import(_) => Scope::Path,
            Self::Find(_) => Scope::Find,
            Self::Reach(_) => Scope::Reach,
            Self::Steps(_) => Scope::Steps,
            Self::Duplicates(_) => Scope::Duplicates,
            Self::SideBySide(_) => Scope::SideBySide,
            Self::Tags(_) => Scope::Tags,
            Self::Views(_) => Scope::Views,
            Self::NameView(_) => Scope::NameView,
            Self::Covered => Scope::Covered,
        }
    }

    /// Whether it holds something typed or answered that would be lost with it.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        match self {
            Self::Form(form) => form.is_dirty(),
            Self::Answers(answers) => answers.is_dirty(),
            Self::Decision(sheet) => sheet.is_dirty(),
            Self::Capture(line) => line.is_dirty(),
            Self::Menu(menu) => menu.behind.as_ref().is_some_and(|behind| behind.is_dirty()),
            Self::Draft(sheet) => sheet.is_dirty(),
            Self::Tags(line) => !line.input.value().trim().is_empty(),
            Self::Help { behind, .. } => behind.as_ref().is_some_and(|behind| behind.is_dirty()),
            // What is looked for, which side of a field is taken and a path are typed again in a moment; a view that is not kept has its filter still.
            Self::Find(_)
            | Self::Reach(_)
            | Self::NameView(_)
            | Self::Import(_)
            | Self::Palette(_)
            | Self::Why(_)
            | Self::Brief(_)
            | Self::Values(_)
            | Self::Steps(_)
            | Self::Duplicates(_)
            | Self::SideBySide(_)
            | Self::Views(_)
            | Self::Covered => false,
        }
    }

    /// What lies there without the questions and the help over it.
    #[must_use]
    pub fn beneath(&self) -> &Self {
        let behind = match self {
            Self::Menu(menu) => menu.behind.as_deref(),
            Self::Help { behind, .. } => behind.as_deref(),
            _ => None,
        };
        behind.map_or(self, Self::beneath)
    }

    /// Whether it holds names or words that are hidden under the veil. What is not known to hold none is covered.
    #[must_use]
    pub fn is_private(&self) -> bool {
        match self {
            Self::Help { .. }
            | Self::Answers(_)
            | Self::Decision(_)
            | Self::Why(_)
            | Self::Palette(_)
            | Self::Covered => false,
            Self::Menu(menu) => !menu.is_about_the_program(),
            Self::Form(_)
            | Self::Draft(_)
            | Self::Capture(_)
            | Self::Import(_)
            | Self::Brief(_)
            | Self::Values(_)
            | Self::Find(_)
            | Self::Reach(_)
            | Self::Steps(_)
            | Self::Duplicates(_)
            | Self::SideBySide(_)
            | Self::Tags(_)
            | Self::Views(_)
            | Self::NameView(_) => true,
        }
    }

    /// Whether it, or what waits behind it, is private.
    #[must_use]
    pub fn keeps_private(&self) -> bool {
        let behind = match self {
            Self::Menu(menu) => menu.behind.as_deref(),
            Self::Help { behind, .. } => behind.as_deref(),
            _ => None,
        };
        self.is_private() || behind.is_some_and(Self::is_private)
    }

    /// What of it is drawn while names are hidden, in the words of the book that may be seen.
    #[must_use]
    pub(super) fn as_seen(&self, book: &Book, cx: &Context) -> Self {
        match self {
            Self::Decision(sheet) => Self::Decision(Box::new(sheet.as_seen(book, cx.today))),
            Self::Answers(answers) => Self::Answers(Box::new(answers.as_seen(cx.today))),
            Self::Palette(palette) => Self::Palette(Box::new(Palette {
                input: masked(&palette.input),
                ..(**palette).clone()
            })),
            // What waits behind it is not drawn.
            Self::Help {
                about,
                page,
                scroll,
                ..
            } => Self::Help {
                about: *about,
                page: *page,
                scroll: *scroll,
                behind: None,
            },
            other if other.is_private() => Self::Covered,
            other => other.clone(),
        }
    }
}
