//! The terminal: taken over at the start, given back on every way out.

use std::io::{self, Stdout, stdout};
use std::mem::ManuallyDrop;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal};
use rustix::process::{Signal, kill_current_process_group};

/// Asks the terminal for clicks and the wheel: as crossterm does, but not for every move of the pointer, each of which
/// would wake the program for nothing.
const CLICKS: &str = "\x1b[?1000h\x1b[?1006h";

/// The terminal while it is ours.
#[derive(Debug)]
pub(super) struct Screen {
    /// Never dropped: it would say on standard error that it cannot show the cursor of a terminal that is gone, and
    /// panic because nobody can hear it there.
    terminal: ManuallyDrop<Terminal<CrosstermBackend<Stdout>>>,
    /// Whether clicks are asked for.
    mouse: bool,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn enter() -> io::Result<Self> {
        enable_raw_mode()?;
        let entered = take().and_then(|()| Terminal::new(CrosstermBackend::new(stdout())));
        if entered.is_err() {
            restore();
        }
        let terminal = ManuallyDrop::new(entered?);
        Ok(Self {
            terminal,
            mouse: false,
        })
    }

    /// From now on clicks and the wheel come in, or no longer.
    pub(super) fn listen_to_mouse(&mut self, on: bool) -> io::Result<()> {
        if on == self.mouse || is_dumb() {
            return Ok(());
        }
        self.mouse = on;
        if on {
            execute!(stdout(), Print(CLICKS))
        } else {
            execute!(stdout(), DisableMouseCapture)
        }
    }

    /// Draws a frame, so that the terminal shows all of it at once.
    pub(super) fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        if is_dumb() {
            return self.terminal.draw(render).map(drop);
        }
        execute!(stdout(), BeginSynchronizedUpdate)?;
        self.terminal.draw(render)?;
        execute!(stdout(), EndSynchronizedUpdate)
    }

    /// Lets the next frame be drawn as if nothing stood there. (`Terminal::clear` would ask the terminal where its
    /// cursor is, and wait for an answer that the input thread takes.)
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        let size = self.terminal.backend().size()?;
        self.terminal
            .resize(Rect::new(0, 0, size.width, size.height))
    }

    /// Goes to the background; comes back when the shell says so. The whole job goes, as it does with the key of the
    /// terminal: a script that waits for this program would else keep the shell waiting. Where there is no shell to come
    /// back from, the system lets nobody go.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        restore();
        kill_current_process_group(Signal::TSTP)?;
        self.resume()
    }

    /// Lets another program have the terminal while this runs.
    pub(super) fn lend<T>(&mut self, meanwhile: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let done = meanwhile();
        self.resume()?;
        Ok(done)
    }

    /// Takes the terminal over again after the shell had it.
    pub(super) fn resume(&mut self) -> io::Result<()> {
        // Raw mode is remembered as on: only off and on sets it again.
        disable_raw_mode()?;
        enable_raw_mode()?;
        take()?;
        if std::mem::take(&mut self.mouse) {
            self.listen_to_mouse(true)?;
        }
        self.redraw()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal calls itself one that has no more than lines: nothing but text and places is sent to it.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

fn take() -> io::Result<()> {
    if is_dumb() {
        return Ok(());
    }
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)
}

/// Puts a text onto the clipboard of the terminal (OSC 52). The terminal gives no answer.
pub(super) fn copy(text: String) -> io::Result<()> {
    execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
}

/// Gives the terminal back. What fails here has no terminal left to say so, and leaves the rest to be tried.
pub(super) fn restore() {
    restore_modes();
    if is_dumb() {
        let _ = execute!(stdout(), Print("\r\n"), Show);
        return;
    }
    let _ = execute!(
        stdout(),
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
}

/// Gives back what can be given back to a terminal that takes no more: lines, echo and the signals of its keys.
pub(super) fn restore_modes() {
    let _ = disable_raw_mode();
}
