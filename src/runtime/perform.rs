//! What the state machine asks of the world, done.

use std::fs;

use super::{Dashboard, editor, signals, terminal};
use crate::app::{Action, Effect};
use crate::store::copies;
use crate::store::disk::RealDisk;

impl Dashboard {
    /// Does what the state machine asks for.
    pub(super) fn perform(&mut self, effect: Effect) -> anyhow::Result<()> {
        match effect {
            Effect::Save(book) => {
                if let Some(saver) = &mut self.saver {
                    self.kept.hold(book.clone());
                    saver.save(book, self.model.inbox.state());
                }
            }
            Effect::Copy(text) => terminal::copy(text)?,
            Effect::OpenMail(address) => {
                let result = self.letters.open_mail(&address, self.events.clone());
                self.act(Action::Handed(result))?;
            }
            Effect::WriteFile { to, text, answers } => {
                let answer = answers.map(|invite| self.answer(&invite));
                let result = self.letters.write(&to, &text, answer, self.cx.today);
                self.act(Action::Handed(result))?;
            }
            Effect::WritePage { what, about, text } => {
                let result = self.letters.write_page(what, &about, &text, self.cx.today);
                self.act(Action::Handed(result))?;
            }
            Effect::OpenEditor(text) => {
                let result = self.edit(&text)?;
                self.act(Action::Edited(result))?;
            }
            Effect::ForgetUnfinished => {
                // What cannot be removed is offered again.
                let _ = self.left.take().map(fs::remove_file);
            }
            Effect::PutAside(book) => {
                let result = self.kept.put_aside(&book);
                let result = result.map(|path| path.display().to_string());
                self.act(Action::PutAside(result))?;
            }
            Effect::RemoveCopy(at) => {
                // What cannot be removed is offered again, and then the book has all of it.
                if let Some(copy) = self.copies.get(at) {
                    let _ = copies::remove(&RealDisk, copy);
                }
            }
            Effect::LookAround
            | Effect::KeepDemo(_)
            | Effect::LookInto(_)
            | Effect::StopLooking
            | Effect::CompletePath(_)
            | Effect::SeekTwins(_) => {
                if let Some(action) = self.bring_in(effect) {
                    self.act(action)?;
                }
            }
            Effect::Suspend => self.screen.suspend()?,
            Effect::Redraw => self.screen.redraw()?,
        }
        Ok(())
    }

    /// Lets the user's own editor have the terminal and a text.
    fn edit(&mut self, text: &str) -> anyhow::Result<Result<String, String>> {
        if let Err(error) = self.keys.close() {
            return Ok(Err(format!("The keyboard cannot be handed over: {error}")));
        }
        signals::lend(true);
        let result = self.screen.lend(|| editor::edit(text));
        signals::lend(false);
        self.keys.open();
        Ok(result?)
    }
}
