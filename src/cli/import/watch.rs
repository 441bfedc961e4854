//! How far an import is, on a terminal, and the Ctrl-C that stops it while nothing is written.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::domain::import_plan::Progress;

/// What a program ends with that Ctrl-C stopped, as shells count it.
pub(super) const STOPPED: u8 = 130;
/// Files of fewer bytes are read before one could look.
const WORTH_A_BAR: u64 = 500_000;

/// Listens for Ctrl-C.
pub(super) struct Watch {
    is_stopped: Arc<AtomicBool>,
}

impl Watch {
    /// Begins to listen; the second Ctrl-C ends the program at once, and a save under way leaves the book whole.
    pub(super) fn begin() -> io::Result<Self> {
        let is_stopped = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            flag::register_conditional_shutdown(
                signal,
                i32::from(STOPPED),
                Arc::clone(&is_stopped),
            )?;
            flag::register(signal, Arc::clone(&is_stopped))?;
        }
        Ok(Self { is_stopped })
    }

    /// Whether Ctrl-C was pressed.
    pub(super) fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::SeqCst)
    }

    /// Shows on standard error how far a reading is, where that is a terminal; nothing of it stays there.
    pub(super) fn follow<T>(
        &self,
        read: impl FnOnce(&mut dyn FnMut(Progress) -> ControlFlow<()>) -> T,
    ) -> T {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(style());
        let mut is_shown = false;
        let result = read(&mut |progress| {
            if !is_shown && progress.of >= WORTH_A_BAR {
                is_shown = true;
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.set_length(progress.of);
            bar.set_position(progress.done);
            bar.set_message(progress.entries.to_string());
            if self.is_stopped() {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });
        bar.finish_and_clear();
        result
    }
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("reading [{bar:30}] {percent:>3}%, {msg} entries; Ctrl-C stops it")
        .map_or_else(
            |_| ProgressStyle::default_bar(),
            |style| style.progress_chars("=> "),
        )
}
