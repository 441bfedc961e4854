//! A mistake in Goodword itself, in any thread: noted without the text of the panic, which may quote the book. Then the
//! program ends in order, and says what it knows.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::fmt;
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::OnceLock;
use std::sync::mpsc::Sender;
use std::thread;

use super::Event;
use super::watchdog::Watchdog;

/// What the program ends with after a mistake, as every Rust program does.
pub(super) const CODE: u8 = 101;

/// The first mistake; what follows from it explains nothing.
static FIRST: OnceLock<Mistake> = OnceLock::new();

/// Where Goodword broke.
#[derive(Debug)]
pub(super) struct Mistake {
    thread: String,
    place: String,
    /// Names functions and lines of the program; taken where `RUST_BACKTRACE` asks for it.
    trace: Backtrace,
}

impl Mistake {
    fn of(info: &PanicHookInfo<'_>) -> Self {
        Self {
            thread: thread::current().name().unwrap_or("unnamed").to_owned(),
            place: info.location().map_or_else(
                || "an unknown place".to_owned(),
                |place| format!("{}:{}", place.file(), place.line()),
            ),
            trace: Backtrace::capture(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            thread,
            place,
            trace,
        } = self;
        write!(
            f,
            "a mistake in Goodword ended it ({thread}, {place}). Please report this line: it holds nothing of your book"
        )?;
        match trace.status() {
            BacktraceStatus::Captured => write!(f, ".\n{trace}"),
            _ => Ok(()),
        }
    }
}

/// From here on a panic says where it was and nothing else.
pub fn name_nobody_in_panics() {
    panic::set_hook(Box::new(|info| {
        // Where nobody reads any more, there is nobody to tell.
        let _ = writeln!(io::stderr(), "goodword: {}", Mistake::of(info));
    }));
}

/// From here on a panic in any thread ends the dashboard in order, and soon.
pub(super) fn watch(events: Sender<Event>, watchdog: Watchdog) {
    panic::set_hook(Box::new(move |info| {
        let mistake = Mistake::of(info);
        let thread = mistake.thread.clone();
        let _ = FIRST.set(mistake);
        // Where the loop is gone, the watchdog is not.
        let _ = events.send(Event::Broken(thread));
        watchdog.begin(CODE);
    }));
}

/// The first mistake that was made, if there was one.
pub(super) fn first() -> Option<&'static Mistake> {
    FIRST.get()
}

/// Whether it was made in the thread of this name.
pub(super) fn broke(thread: &str) -> bool {
    first().is_some_and(|mistake| mistake.thread == thread)
}

/// Breaks the thread that `GOODWORD_TEST_PANIC` names, for the tests; the text names somebody, which nobody may see.
#[cfg(debug_assertions)]
pub(super) fn on_request() {
    let asked = std::env::var("GOODWORD_TEST_PANIC").ok();
    let is_asked = asked.is_some() && asked.as_deref() == thread::current().name();
    assert!(!is_asked, "Dana Reyes told me so");
}

/// Nothing, outside of tests.
#[cfg(not(debug_assertions))]
pub(super) fn on_request() {}
