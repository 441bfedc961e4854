//! How long the loop sleeps.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::event::Event;
use super::{Dashboard, LOOK_UP};

impl Dashboard {
    /// The next event; none when something is to be done without one: a notice goes away, a day begins, names are hidden.
    pub(super) fn wait(&mut self, events: &Receiver<Event>) -> Option<Event> {
        let now = self.elapsed.look();
        let notice = self.model.notice.as_ref().map(|notice| notice.until);
        let until = |moment: Duration| moment.saturating_sub(now);
        // A sleep of the machine is not counted while waiting: so it never waits for long.
        let veil = self.model.veil.falls_at();
        let veil = veil.map(|at| until(at).min(LOOK_UP));
        let pause = [notice.map(until), veil, self.clock.until_midnight()]
            .into_iter()
            .flatten()
            .min();
        match pause {
            None => events.recv().ok(),
            Some(pause) => events.recv_timeout(pause).ok(),
        }
    }
}
