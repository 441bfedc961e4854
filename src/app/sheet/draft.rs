//! Messages to read, change and hand on. Nothing is ever sent.

use super::Editor;
use crate::app::chord::Chord;
use crate::app::rows::{Motion, Rows};
use crate::app::unfinished::Letter;
use crate::domain::contact::ContactId;
use crate::domain::messages::{Message, Purpose};

/// The messages of a purpose.
#[derive(Clone)]
pub struct DraftSheet {
    /// What they are about.
    pub purpose: Purpose,
    /// The messages, one for each person who is to hear.
    pub messages: Vec<Message>,
    /// Which is in sight.
    pub rows: Rows<usize>,
    /// How many lines it is scrolled down.
    pub scroll: usize,
    /// The text in sight, while it is written.
    pub editor: Option<Editor>,
    /// Each text as it was drafted.
    drafted: Vec<String>,
    /// Each text as it was last handed on, or drafted: what else stands there would be lost.
    safe: Vec<String>,
    /// The text of which it was asked whether it was sent with places open still.
    said_open: Option<String>,
}

impl DraftSheet {
    /// The messages of a purpose.
    #[must_use]
    pub fn new(purpose: Purpose, messages: Vec<Message>) -> Self {
        let mut rows = Rows::default();
        rows.replace((0..messages.len()).collect());
        let drafted: Vec<String> = messages.iter().map(|one| one.text.clone()).collect();
        Self {
            purpose,
            messages,
            rows,
            scroll: 0,
            editor: None,
            safe: drafted.clone(),
            drafted,
            said_open: None,
        }
    }

    /// The message in sight.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        self.messages.get(self.rows.at())
    }

    /// Whether the text in sight is not what was drafted.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let drafted = self.drafted.get(self.rows.at());
        self.message().map(|message| &message.text) != drafted
    }

    /// How many places of the text in sight stand in brackets still.
    pub(in crate::app) fn open_places(&self) -> usize {
        self.message().map_or(0, |message| {
            let mut rest = message.text.split('[');
            rest.next();
            rest.filter(|after| after.contains(']')).count()
        })
    }

    /// How many places stand open in the text in sight, if that was not asked of it yet. It is asked once, and stops nobody.
    pub(in crate::app) fn open_unsaid(&mut self) -> usize {
        let text = self.message().map(|message| message.text.clone());
        if self.said_open == text {
            return 0;
        }
        self.said_open = text;
        self.open_places()
    }

    /// Whether something was written that would be lost.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        !self.letters().is_empty()
    }

    /// What was written and would be lost.
    #[must_use]
    pub fn letters(&self) -> Vec<Letter> {
        let being_written = self.editor.as_ref().map(Editor::text);
        let at = self.rows.at();
        let messages = self.messages.iter().zip(&self.safe).enumerate();
        let written = messages.map(|(index, (message, safe))| {
            let written = being_written.as_ref().filter(|_| index == at);
            (message, written.unwrap_or(&message.text), safe)
        });
        written
            .filter(|(_, text, safe)| text != safe)
            .map(|(message, text, _)| Letter {
                contact: message.contact,
                to: message.to.clone(),
                text: text.clone(),
            })
            .collect()
    }

    /// Goes on with what was written: the first of it is in sight.
    pub(in crate::app) fn go_on(&mut self, letters: &[Letter]) {
        for letter in letters.iter().rev() {
            let of = |message: &Message| message.contact == letter.contact;
            let Some(at) = self.messages.iter().position(of) else {
                continue;
            };
            self.rows.select(at);
            self.put(letter.text.clone());
        }
        self.editor = self.message().map(|one| Editor::at_the_end(&one.text));
    }

    /// The text in sight stands elsewhere too now.
    pub(in crate::app) fn is_safe(&mut self) {
        let text = self.message().map(|message| message.text.clone());
        if let (Some(safe), Some(text)) = (self.safe.get_mut(self.rows.at()), text) {
            *safe = text;
        }
    }

    /// To the other message, from its beginning.
    pub(in crate::app) fn turn(&mut self, motion: Motion) {
        self.rows.step(motion, self.messages.len());
        self.scroll = 0;
    }

    /// Begins to write.
    pub(in crate::app) fn write(&mut self) {
        self.editor = self.message().map(|message| Editor::new(&message.text));
    }

    /// Ends the writing; the text stays.
    pub(in crate::app) fn stop_writing(&mut self) {
        let at = self.rows.at();
        if let (Some(editor), Some(message)) = (self.editor.take(), self.messages.get_mut(at)) {
            message.text = editor.text();
        }
        self.scroll = 0;
    }

    /// The text in sight, as far as it is written.
    pub(in crate::app) fn text(&self) -> Option<String> {
        let being_written = self.editor.as_ref().map(Editor::text);
        being_written.or_else(|| self.message().map(|message| message.text.clone()))
    }

    /// Puts another text into the place of the one in sight; the writing is done.
    pub(in crate::app) fn put(&mut self, text: String) {
        self.editor = None;
        self.scroll = 0;
        if let Some(message) = self.messages.get_mut(self.rows.at()) {
            message.text = text;
        }
    }

    /// Takes a message away that is told.
    pub(in crate::app) fn without(mut self, contact: ContactId) -> Self {
        while let Some(at) = self.messages.iter().position(|one| one.contact == contact) {
            self.messages.remove(at);
            self.drafted.remove(at);
            self.safe.remove(at);
        }
        self.rows = Rows::default();
        self.rows.replace((0..self.messages.len()).collect());
        self.scroll = 0;
        self
    }

    pub(in crate::app) fn type_key(&mut self, chord: Chord, columns: usize) {
        if let Some(editor) = &mut self.editor {
            editor.type_key(chord, columns);
        }
    }

    pub(in crate::app) fn paste(&mut self, text: &str) {
        if let Some(editor) = &mut self.editor {
            editor.paste(text);
        }
    }
}
