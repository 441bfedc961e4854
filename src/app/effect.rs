//! What the state machine asks of the world.

use crate::domain::Book;
use crate::domain::invite::Invite;
use crate::domain::redacted::redacted;

/// Something to be done outside; the answer, if there is one, comes back as an [`super::Action`].
#[derive(Clone, PartialEq)]
pub enum Effect {
    /// Write the book; answered by [`super::action::Action::Saved`].
    Save(Book),
    /// Put a text onto the clipboard of the terminal.
    Copy(String),
    /// Open a new mail at this `mailto:` address in the user's mail program; answered by
    /// [`super::action::Action::Handed`].
    OpenMail(String),
    /// Write the text of a message to this person to a new file; answered by [`super::action::Action::Handed`].
    WriteFile {
        /// The name of the person.
        to: String,
        /// The text.
        text: String,
        /// The invite of a calendar that it answers: the answer for that calendar is written beside it.
        answers: Option<Box<Invite>>,
    },
    /// Write a page to a new file; answered by [`super::action::Action::Handed`].
    WritePage {
        /// What it is: "brief", "review".
        what: &'static str,
        /// What it is about: the name of a person, a quarter.
        about: String,
        /// The text, in Markdown.
        text: String,
    },
    /// Let the user's own editor have this text; answered by [`super::action::Action::Edited`].
    OpenEditor(String),
    /// What was left unfinished is open again, or dropped: its file is not needed any more.
    ForgetUnfinished,
    /// Remove the copy of the book at this place among those that were offered: the book has all of it.
    RemoveCopy(usize),
    /// Write the book to a new file in the folder for emergencies; answered by [`super::action::Action::PutAside`].
    PutAside(Book),
    /// Open the demo; answered by [`super::Action::Demo`].
    LookAround,
    /// Write the demo as a new book; answered by [`super::Action::DemoKept`].
    KeepDemo(Book),
    /// Look into the file or folder at this path, as it was typed; answered by [`super::Action::LookingInto`] now and
    /// then, and by [`super::Action::LookedInto`] at the end.
    LookInto(String),
    /// What is being looked into is wanted no longer; no answer comes.
    StopLooking,
    /// Complete this path; answered by [`super::Action::Completed`].
    CompletePath(String),
    /// Go to the background of the shell.
    Suspend,
    /// Draw everything again.
    Redraw,
}

redacted!(enum Effect:
    Save {}, Copy {}, OpenMail {}, WriteFile {}, WritePage {}, OpenEditor {}, ForgetUnfinished, RemoveCopy {}, PutAside {},
    LookAround, KeepDemo {}, LookInto {}, StopLooking, CompletePath {}, Suspend, Redraw
);
