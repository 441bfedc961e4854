//! A question with a few answers, one under the cursor.

use std::num::NonZeroU32;

use chrono::NaiveDate;

use crate::app::form::Subject;
use crate::app::keymap::Command;
use crate::app::modal::Modal;
use crate::app::rows::Rows;
use crate::domain::contact::ContactId;
use crate::domain::decision::DecisionId;
use crate::domain::incident::{IncidentId, Severity};
use crate::domain::introduction::{IntroductionId, Step};
use crate::domain::invite::{InviteId, MoveOk, Reply};
use crate::domain::messages::Purpose;
use crate::domain::options::OptionSetId;
use crate::domain::promise::{Ending, MissKind, PromiseId, Strength};
use crate::domain::record::Entry;

/// A question with a few answers.
#[derive(Clone)]
pub struct Menu {
    /// What it says above.
    pub title: String,
    /// What there is to know before answering, a paragraph each.
    pub text: Vec<String>,
    /// The answers.
    pub items: Vec<Item>,
    /// Which is under the cursor.
    pub rows: Rows<usize>,
    /// What waits behind the question, and comes back when nothing is chosen.
    pub behind: Option<Box<Modal>>,
}

/// An answer.
#[derive(Clone)]
pub struct Item {
    /// The answer.
    pub label: String,
    /// What follows from it.
    pub note: String,
    /// What is done.
    pub choice: Choice,
}

/// What an answer does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing; what waits behind comes back.
    Stay,
    /// Drop what was typed.
    Discard,
    /// Drop what was typed, and leave the program.
    DiscardAndLeave,
    /// Keep the person, but out of the lists.
    Archive(ContactId),
    /// Bring the person back into the lists.
    Unarchive(ContactId),
    /// Delete the person and what goes along.
    DeleteContact(ContactId),
    /// Delete the promise.
    DeletePromise(PromiseId),
    /// Delete an entry of this person's record.
    DeleteEntry(ContactId, Entry),
    /// Delete the invite.
    DeleteInvite(InviteId),
    /// Delete an option of a choice, by its place.
    DeleteOption(OptionSetId, usize),
    /// Delete a choice with all its options and what was decided about it.
    DeleteChoice(OptionSetId),
    /// Delete a decision; what it was about is open again.
    DeleteDecision(DecisionId),
    /// Open a form.
    Open(Subject),
    /// What they heard.
    Heard(PromiseId, Strength),
    /// I say it as strongly as they heard it.
    SaidAsHeard(PromiseId),
    /// A promise is no longer stuck.
    Unblock(PromiseId),
    /// A promise ends.
    End(PromiseId, Ending),
    /// Ask what I heard of a promise that they did not keep.
    HeardOfMiss(PromiseId),
    /// They did not keep it, and this is what I saw of it.
    TheyMissed(PromiseId, MissKind),
    /// A key acts on this promise.
    Act(Command, PromiseId),
    /// Ask which promise between this person and me ended otherwise.
    WhichEnded(ContactId),
    /// How often I mean to talk with the person.
    Pace(ContactId, Option<NonZeroU32>),
    /// Leave the person alone until a day, or no longer.
    LeaveAlone(ContactId, Option<NaiveDate>),
    /// Draw a line with the person, or take it away.
    DrawLine(ContactId, bool),
    /// Ask which of the things that happened between this person and me.
    WhatYouNoted(ContactId),
    /// Ask what became of something that happened.
    Incident(IncidentId),
    /// We settled what they did.
    Settled(IncidentId),
    /// I owned up to what I did.
    OwnedUp(IncidentId),
    /// A wrong of mine was made right.
    WrongMadeRight(IncidentId),
    /// Delete what was noted.
    DeleteIncident(IncidentId),
    /// A lunch fell through.
    FellThrough(InviteId),
    /// The answer to an invite.
    Reply(InviteId, Reply),
    /// What they said about another day.
    MoveOk(InviteId, MoveOk),
    /// Look back on a decision on another day, or never.
    LookBackOn(DecisionId, Option<NaiveDate>),
    /// Reply to this one of two invites.
    ReplyTo(InviteId),
    /// Write a message.
    Write(Purpose),
    /// They heard in time that this decision took back a yes.
    ToldInTime(DecisionId),
    /// They did not: ask how much it costs them.
    NotInTime(DecisionId),
    /// It is something to put right.
    BrokeWord(DecisionId, Severity),
    /// They did not hear in time that I let this lunch go: ask how much it costs them.
    LetGoUntold(InviteId),
    /// It is something to put right.
    LetGo(InviteId, Severity),
    /// This promise was kept at this lunch.
    KeptAtLunch(InviteId, PromiseId),
    /// Note that a step of an introduction was taken today.
    TakeStep(IntroductionId, Step),
    /// Note that one of the two said no, or take that away.
    Decline(IntroductionId, bool),
    /// Delete the introduction, and the value it added.
    DeleteIntroduction(IntroductionId),
    /// Open the brief about a person.
    Brief(ContactId),
    /// Go to a person.
    ShowPerson(ContactId),
    /// Write the book again.
    SaveAgain,
    /// Put a copy of the book where it can be written.
    PutAside,
    /// Leave without what could not be saved.
    LeaveUnsaved,
    /// Go on with the form that was left.
    Resume,
    /// Drop the form that was left.
    DropUnfinished,
    /// Merge the copy of the book at this place.
    MergeCopy(usize),
    /// Leave it where it is.
    LeaveCopy(usize),
    /// Make the demo the own book.
    KeepDemo,
    /// Back from the demo to the own book.
    LeaveDemo,
    /// Do this to all marked rows.
    Many(Bulk),
    /// Drop the line of the inbox with this number.
    DropLine(u32),
}

/// What can be done to all marked rows in one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// Keep the people, but out of the lists.
    Archive,
    /// Bring the people back into the lists.
    Unarchive,
    /// Delete the people and what goes along.
    Delete,
    /// How often I mean to talk with each of them.
    Pace(Option<NonZeroU32>),
    /// Leave them alone until a day, or no longer.
    LeaveAlone(Option<NaiveDate>),
    /// Delete the promises.
    DeletePromises,
}

impl Menu {
    /// A question; the cursor stands on the first answer.
    #[must_use]
    pub fn new(title: impl Into<String>, text: Vec<String>, items: Vec<Item>) -> Self {
        let mut rows = Rows::default();
        rows.replace((0..items.len()).collect());
        Self {
            title: title.into(),
            text,
            items,
            rows,
            behind: None,
        }
    }

    /// Whether to drop what was typed into the sheet that waits behind.
    #[must_use]
    pub fn about_dropping(behind: Modal, drop: Item) -> Self {
        let items = vec![
            Item::new("Go on", "back to where you were", Choice::Stay),
            drop,
        ];
        let mut menu = Self::new("Drop what you typed?", Vec::new(), items);
        menu.behind = Some(Box::new(behind));
        menu
    }

    /// The same question with the cursor on another answer.
    #[must_use]
    pub fn at(mut self, at: usize) -> Self {
        self.rows.select(at);
        self
    }

    /// Whether it asks about the program alone: what was typed, the save, leaving. All else may name somebody.
    #[must_use]
    pub fn is_about_the_program(&self) -> bool {
        self.items.iter().all(|item| {
            matches!(
                item.choice,
                Choice::Stay
                    | Choice::Discard
                    | Choice::DiscardAndLeave
                    | Choice::SaveAgain
                    | Choice::PutAside
                    | Choice::LeaveUnsaved
                    | Choice::MergeCopy(_)
                    | Choice::LeaveCopy(_)
                    | Choice::KeepDemo
                    | Choice::LeaveDemo
            )
        })
    }

    /// What the answer under the cursor does.
    #[must_use]
    pub fn choice(&self) -> Choice {
        let item = self.rows.selected().and_then(|at| self.items.get(at));
        item.map_or(Choice::Stay, |item| item.choice)
    }
}

impl Item {
    /// An answer.
    #[must_use]
    pub fn new(label: impl Into<String>, note: impl Into<String>, choice: Choice) -> Self {
        Self {
            label: label.into(),
            note: note.into(),
            choice,
        }
    }

    /// The answer that removes nothing.
    #[must_use]
    pub fn keep() -> Self {
        Self::new("Keep", "leave everything as it is", Choice::Stay)
    }

    /// The answer that changes nothing.
    #[must_use]
    pub fn leave_it() -> Self {
        Self::new("Leave it", "as it is", Choice::Stay)
    }
}
