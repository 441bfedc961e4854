//! The watchdog: once the program is to end, it does, whoever waits for a terminal that takes no more or for a disk that
//! does not answer.

use std::io;
use std::process;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::kept::Kept;
use super::{last_words, mistake, terminal};

/// How long the orderly way may take: all but what [`LAST`] needs of the second in which the program is gone.
const PATIENCE: Duration = Duration::from_millis(750);

/// How long the emergency copy and giving the terminal back may take after that.
const LAST: Duration = Duration::from_millis(150);

/// Tells the watchdog.
#[derive(Debug, Clone)]
pub(super) struct Watchdog {
    signs: Sender<Sign>,
}

/// That the program is to end, and what with.
#[derive(Debug)]
enum Sign {
    Soon(u8),
    AtOnce(u8),
}

impl Watchdog {
    /// Starts the thread; it sleeps until there is a sign.
    pub(super) fn start(kept: Kept) -> io::Result<Self> {
        let (signs, heard) = mpsc::channel();
        thread::Builder::new()
            .name("watchdog".to_owned())
            .spawn(move || {
                mistake::on_request();
                wait(&heard, kept);
            })?;
        Ok(Self { signs })
    }

    /// The program is to end with this code, in order as long as that is quick.
    pub(super) fn begin(&self, code: u8) {
        let _ = self.signs.send(Sign::Soon(code));
    }

    /// The program is to end with this code, now.
    pub(super) fn at_once(&self, code: u8) {
        let _ = self.signs.send(Sign::AtOnce(code));
    }
}

fn wait(signs: &Receiver<Sign>, kept: Kept) {
    let mut ending = match signs.recv() {
        Err(_) => return,
        Ok(Sign::AtOnce(code)) => leave(code, kept),
        Ok(Sign::Soon(code)) => code,
    };
    let end = Instant::now() + PATIENCE;
    loop {
        match signs.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(Sign::Soon(_)) => {}
            Ok(Sign::AtOnce(code)) => {
                ending = code;
                break;
            }
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
    leave(ending, kept);
}

/// Ends the program without waiting for anybody.
#[expect(
    clippy::disallowed_methods,
    reason = "the orderly way had its time, or somebody has signalled twice and does not want it any longer"
)]
fn leave(code: u8, kept: Kept) -> ! {
    let (done, all_done) = mpsc::channel::<()>();
    // In a thread of its own, because each of these may be held up for ever. It never sends: its end is the message.
    let last = thread::Builder::new().name("last deeds".to_owned());
    let _ = last.spawn(move || {
        let _done = done;
        terminal::restore_modes();
        let copied = kept.copy();
        kept.put_typed_by();
        terminal::restore();
        last_words::say(&last_words::words(None, copied.as_ref(), kept.own()));
    });
    let _ = all_done.recv_timeout(LAST);
    process::exit(i32::from(code));
}
