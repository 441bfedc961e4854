//! Signals, in their own thread: the first one ends the program in order, the second one at once.

use std::io;
use std::process;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;

use super::watch::Watch;
use super::{Event, terminal};

/// How long a second signal waits for the terminal to be given back.
const PATIENCE: Duration = Duration::from_millis(200);

/// Starts to listen.
pub(super) fn listen(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            let _watch = Watch::over("listening for signals", events.clone());
            let mut asked = false;
            for signal in signals.forever() {
                let event = match signal {
                    SIGCONT => Event::Resumed,
                    _ if asked => {
                        leave_at_once(signal);
                    }
                    _ => {
                        asked = true;
                        Event::End(signal)
                    }
                };
                if events.send(event).is_err() {
                    return;
                }
            }
        })
        .map(drop)
}

/// Lets a file that would grow beyond what this process may write be an error of that write, which is told, and not the
/// end of the program with everything that is not saved.
pub(super) fn outlive_limits() -> io::Result<()> {
    flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(drop)
}

/// Ends the program without waiting for anything.
#[expect(
    clippy::disallowed_methods,
    reason = "who signals twice has waited for the orderly way and does not want it any longer"
)]
fn leave_at_once(signal: i32) -> ! {
    // A terminal that takes no more would hold the restoring up for ever.
    let restoring = thread::spawn(terminal::restore);
    let begun = Instant::now();
    while !restoring.is_finished() && begun.elapsed() < PATIENCE {
        thread::yield_now();
    }
    process::exit(128 + signal);
}
