//! Signals, in their own thread: the first one ends the program in order, the second one at once.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;

use super::watchdog::Watchdog;
use super::{Event, mistake};

/// Whether another program has the terminal, and the signals of its keys.
static LENT: AtomicBool = AtomicBool::new(false);

/// The terminal is lent to another program, or ours again.
pub(super) fn lend(is_lent: bool) {
    LENT.store(is_lent, Ordering::SeqCst);
}

/// Starts to listen.
pub(super) fn listen(events: Sender<Event>, watchdog: Watchdog) -> io::Result<()> {
    let mut signals = Signals::new([SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            let mut asked = false;
            for signal in signals.forever() {
                if signal == SIGCONT {
                    mistake::on_request();
                    let _ = events.send(Event::Resumed);
                    continue;
                }
                // Meant for the program that has the terminal.
                if matches!(signal, SIGINT | SIGQUIT) && LENT.load(Ordering::SeqCst) {
                    continue;
                }
                if asked && signal != SIGHUP {
                    watchdog.at_once(code(signal));
                }
                // A terminal that is closed says so twice, by the shell and by the system, and a session that ends says
                // it beside another signal: nobody is impatient there.
                asked |= signal != SIGHUP;
                watchdog.begin(code(signal));
                // Where the loop is gone, the program ends already.
                let _ = events.send(Event::End(signal));
            }
        })
        .map(drop)
}

/// Lets a file that would grow beyond what this process may write be an error of that write, which is told, and not the
/// end of the program with everything that is not saved.
pub(super) fn outlive_limits() -> io::Result<()> {
    flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(drop)
}

/// What a program ends with that a signal ended, as shells count it.
pub(super) fn code(signal: i32) -> u8 {
    u8::try_from(signal.saturating_add(128)).unwrap_or(1)
}
