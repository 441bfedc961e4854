//! A terminal that is gone, seen by the terminal itself: the signal of it reaches the shell, and not always the program.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use signal_hook::consts::SIGHUP;

use super::watchdog::Watchdog;
use super::{Event, mistake, signals};

/// Starts to watch.
pub(super) fn listen(events: Sender<Event>, watchdog: Watchdog) -> io::Result<()> {
    thread::Builder::new()
        .name("hang-up".to_owned())
        .spawn(move || {
            mistake::on_request();
            if is_gone(None) {
                watchdog.begin(signals::code(SIGHUP));
                // Where the loop is gone, the program ends already.
                let _ = events.send(Event::End(SIGHUP));
            }
        })
        .map(drop)
}

/// Whether the terminal is gone now.
pub(super) fn has_happened() -> bool {
    is_gone(Some(Timespec::default()))
}

/// Waits until the terminal is gone, at most so long, and says whether it is. No key and no time wakes it. Where the
/// system cannot tell, the terminal counts as there.
fn is_gone(patience: Option<Timespec>) -> bool {
    let terminal = io::stdin();
    // What is asked for is nothing: a hang-up is told in any case.
    let mut asked = [PollFd::new(&terminal, PollFlags::empty())];
    loop {
        match poll(&mut asked, patience.as_ref()) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => break,
        }
    }
    let gone = PollFlags::HUP | PollFlags::ERR;
    asked.iter().any(|told| told.revents().intersects(gone))
}
