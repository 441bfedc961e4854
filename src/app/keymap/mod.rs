//! The one table of keys: it drives dispatch, help, palette and the footer. A key means one thing everywhere.

mod in_force;
mod names;
mod remap;
mod table;

pub use in_force::{Keymap, Row};
pub use names::Group;
pub use remap::Change;
pub use table::KEYMAP;

use super::chord::Chord;
use super::rows::Motion;
use super::screen::Screen;

/// What the user asks for with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Move the cursor.
    Move(Motion),
    /// To the pane or person on the left.
    Left,
    /// To the pane or person on the right.
    Right,
    /// To the next pane.
    NextPane,
    /// To the next of what fills the screen.
    NextItem,
    /// To the previous of what fills the screen.
    PreviousItem,
    /// To a screen.
    Go(Screen),
    /// The main thing here.
    Open,
    /// One step out.
    Back,
    /// Filter the list.
    Filter,
    /// Sort the list another way.
    Sort,
    /// Show the figures behind what is said.
    Figures,
    /// A month at a time, or a quarter again.
    Months,
    /// Help.
    Help,
    /// A new record of this screen, by form.
    Add,
    /// A line that becomes a record.
    AddLine,
    /// Edit what is under the cursor.
    Edit,
    /// Remove what is under the cursor.
    Remove,
    /// Done, or not done after all.
    Tick,
    /// Make a line of the comparison more important.
    Raise,
    /// Make a line of the comparison less important.
    Lower,
    /// Write to the person.
    Write,
    /// Write the text to a file.
    ToFile,
    /// Take a long text to the user's own editor.
    Editor,
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Draw again.
    Redraw,
    /// To the background of the shell.
    Suspend,
    /// Leave the program.
    Quit,
    /// To the next field.
    NextField,
    /// To the previous field.
    PreviousField,
    /// Next field, and on the last one done.
    Enter,
    /// Done with the sheet.
    Done,
    /// Leave the sheet.
    Cancel,
    /// Answer with a number.
    Rate(u8),
    /// I do not know.
    Unsure,
    /// Answer with a date.
    EnterDay,
    /// Show the questions that are asked less often.
    MoreQuestions,
    /// Someone may come to harm.
    Harm,
    /// Put the text onto the clipboard.
    Copy,
    /// I have told them.
    Told,
    /// I tried.
    Tried,
    /// I am stuck, or no longer stuck.
    Stuck,
    /// Check what they heard.
    Check,
    /// Reply to an invite.
    Reply,
    /// New terms, agreed with them.
    NewTerms,
    /// Another ending than done, and what else there is to say between us.
    Ending,
    /// How often I mean to talk.
    Pace,
    /// Not today.
    Later,
    /// Hide names and notes, or show them again.
    Hide,
    /// Every command by name.
    Palette,
    /// The next match, for hands that know it from elsewhere.
    NextMatch,
    /// Show who may stand in the book twice.
    Duplicates,
    /// Bring people in from a file.
    Import,
    /// The warm ways to somebody.
    Reach,
    /// Who can help with a topic.
    HelpWith,
    /// Note what happened between a person and me.
    Incident,
    /// Say what became of something that happened.
    Settle,
    /// Draw my line with a person, or take it away.
    OwnLine,
    /// Look at a choice as if I needed the short-term win, or no longer.
    ShortTerm,
    /// Make the demo my own book.
    KeepDemo,
    /// Back from the demo to my own book.
    LeaveDemo,
    /// Tags of this person, or of all that are marked.
    Tags,
    /// Find anyone or anything.
    Find,
    /// What there is to know before a meeting.
    Brief,
    /// The saved views.
    Views,
    /// The changes of this session.
    Steps,
    /// Mark this row, or take its mark away.
    MarkRow,
    /// Mark all rows of the list, or take their marks away.
    MarkAll,
}

impl Command {
    /// Whether it acts on the promise or the person that a row, an entry or a matter is about.
    pub(in crate::app) const fn is_for_a_record(self) -> bool {
        matches!(
            self,
            Self::Tick
                | Self::Told
                | Self::Tried
                | Self::Stuck
                | Self::Check
                | Self::NewTerms
                | Self::Ending
                | Self::Pace
                | Self::Later
        )
    }

    /// Whether it means something only with a row under the cursor.
    pub(in crate::app) const fn is_for_a_row(self) -> bool {
        let is_of_the_row = matches!(
            self,
            Self::Open
                | Self::Write
                | Self::Edit
                | Self::Remove
                | Self::Reply
                | Self::Figures
                | Self::Brief
                | Self::Sort
                | Self::Tags
        );
        is_of_the_row || self.is_for_a_record()
    }
}

/// Where a key is meant: a screen, or what lies over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Today.
    Today,
    /// The people.
    Contacts,
    /// The promises.
    Promises,
    /// Two lunches side by side.
    Lunch,
    /// The lunches ahead, where none compete.
    Week,
    /// The choices for one person.
    Choices,
    /// Introductions, and whom I know.
    Network,
    /// My own conduct over time.
    Review,
    /// A way to somebody, or somebody who can help, is looked for.
    Reach,
    /// The line that filters a list.
    Filter,
    /// A form.
    Form,
    /// The answers about two invites.
    Answers,
    /// A date within the answers.
    AnswerDay,
    /// The decision, while a way is chosen.
    Decision,
    /// The decision, while its reason or its day is typed.
    Reason,
    /// A message.
    Draft,
    /// A line that becomes a record.
    Line,
    /// A message while its text is written.
    Writing,
    /// A question with a few answers.
    Menu,
    /// What is behind how it stands with a person.
    Why,
    /// What there is to know before a meeting.
    Brief,
    /// The two values that a merge found for a field.
    Values,
    /// Anyone or anything is looked for.
    Find,
    /// The changes of this session.
    Steps,
    /// People who may stand in the book twice.
    Duplicates,
    /// Two of them side by side.
    SideBySide,
    /// A line of tags.
    Tags,
    /// The saved views.
    Views,
    /// A view that is being named.
    NameView,
    /// The help.
    Help,
    /// What is covered while names are hidden.
    Covered,
    /// The three ways to begin, where there is no book yet.
    First,
    /// Every command by name.
    Palette,
    /// The path of a file that brings people.
    Path,
    /// What such a file brings, before it is kept.
    Found,
}

impl Scope {
    /// All scopes.
    pub const ALL: [Self; 35] = [
        Self::Today,
        Self::Contacts,
        Self::Promises,
        Self::Lunch,
        Self::Week,
        Self::Choices,
        Self::Network,
        Self::Review,
        Self::Reach,
        Self::Filter,
        Self::Form,
        Self::Answers,
        Self::AnswerDay,
        Self::Decision,
        Self::Reason,
        Self::Draft,
        Self::Line,
        Self::Writing,
        Self::Menu,
        Self::Why,
        Self::Brief,
        Self::Values,
        Self::Find,
        Self::Steps,
        Self::Duplicates,
        Self::SideBySide,
        Self::Tags,
        Self::Views,
        Self::NameView,
        Self::Help,
        Self::Covered,
        Self::First,
        Self::Palette,
        Self::Path,
        Self::Found,
    ];

    /// Whether keys without another meaning are typed there.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(
            self,
            Self::Filter
                | Self::Form
                | Self::AnswerDay
                | Self::Reason
                | Self::Line
                | Self::Writing
                | Self::Palette
                | Self::Path
                | Self::Find
                | Self::Reach
                | Self::Tags
                | Self::NameView
        )
    }

    /// Whether it is a screen, with nothing over it.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Today
                | Self::First
                | Self::Contacts
                | Self::Promises
                | Self::Lunch
                | Self::Week
                | Self::Choices
                | Self::Network
                | Self::Review
        )
    }
}

/// A row of the table.
#[derive(Debug)]
pub struct Binding {
    /// The keys; a pair typed one after the other stands as "g g". Without any it is done by its name alone.
    pub keys: &'static [&'static str],
    /// What they do.
    pub command: Command,
    /// Where.
    pub scopes: &'static [Scope],
    /// What they do, in a word or two, for the footer and the border of a sheet; empty for keys that need no hint. Keys
    /// that belong together are shown as they stand before a colon: "J K:order".
    pub hint: &'static str,
    /// What they do, for the help.
    pub help: &'static str,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// This.
    Command(Command),
    /// It is the first of a pair.
    Prefix,
    /// Nothing.
    Nothing,
}

impl Binding {
    /// Its keys, each a sequence of one or two chords.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Chord>> {
        self.keys.iter().map(|keys| Chord::sequence(keys))
    }
}
