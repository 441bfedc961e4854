//! What tells the loop that a thread broke: the program must not go on as if somebody still listened or wrote.

use std::sync::mpsc::Sender;
use std::thread;

use super::Event;

/// Held by a thread while it works; when the thread panics, the loop hears of it.
pub(super) struct Watch {
    events: Sender<Event>,
    what: &'static str,
}

impl Watch {
    /// Begins to watch over the thread that does this.
    pub(super) fn over(what: &'static str, events: Sender<Event>) -> Self {
        Self { events, what }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if thread::panicking() {
            // Where the loop is gone, nobody is left who could be told.
            let _ = self.events.send(Event::Broken(self.what));
        }
    }
}
