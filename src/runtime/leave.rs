//! The end of the dashboard: the last save, and what is said of it.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::event::Event;
use super::{Dashboard, LOOP, mistake, saver, signals};
use crate::app::action::SaveResult;
use crate::app::status::Saving;

/// How long the last save may take in a hurry; the watchdog has a little more patience.
const LAST_SAVE: Duration = Duration::from_millis(700);

/// Why the loop ended.
#[derive(Debug, Clone, Copy)]
pub(super) enum End {
    User,
    Signal(i32),
    /// A thread broke.
    Mistake,
}

pub(super) fn code(end: &anyhow::Result<End>, lost: bool) -> u8 {
    match end {
        _ if mistake::first().is_some() => mistake::CODE,
        Ok(End::Mistake) => mistake::CODE,
        Ok(End::Signal(number)) => signals::code(*number),
        Ok(End::User) => u8::from(lost),
        Err(_) => 1,
    }
}

impl Dashboard {
    /// Waits for the last save: as long as it takes where the user leaves, for less than a second in a hurry. What could
    /// not be saved so far is tried once more, unless the user chose to leave without it. Gives the terminal back, and
    /// says what was lost.
    pub(super) fn leave(self, in_a_hurry: bool, events: &Receiver<Event>) -> Option<String> {
        // What broke off in the midst of a change is no book to be saved.
        let again = matches!(self.model.saving, Saving::Failed(_)) && !mistake::broke(LOOP);
        // Nobody was asked what is to become of a book whose file broke or went a moment ago.
        let unasked = in_a_hurry || self.model.only_here().is_none();
        let result = match self.saver {
            None => None,
            Some(_) if mistake::broke(saver::THREAD) => {
                (!self.kept.is_saved()).then(|| SaveResult::NotSaved(saver::BROKE_OFF.to_owned()))
            }
            Some(mut saver) => {
                if again && in_a_hurry {
                    self.kept.hold(self.model.book.clone());
                    saver.save(self.model.book, self.model.inbox.state());
                }
                saver.finish(events, in_a_hurry.then_some(LAST_SAVE))
            }
        };
        drop(self.screen);
        match result {
            // What stood in the way before says more than that it still does.
            Some(SaveResult::NotSaved(reason)) if reason == saver::NO_MORE_TIME => {
                self.kept.why_refused().or(Some(reason))
            }
            Some(SaveResult::NotSaved(reason)) => Some(reason),
            Some(SaveResult::Saved | SaveResult::MaybeNotDurable(_)) => None,
            None => self.kept.why_alone().filter(|_| unasked),
        }
    }
}
