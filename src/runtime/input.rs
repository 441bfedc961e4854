//! The keyboard, in its own thread: half an escape sequence must never hold up a save.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use rustix::process::{Signal, getpid, kill_process};

use super::{Event, mistake};
use crate::app::chord::{Chord, Key};
use crate::app::pointer::Press;

/// For how long the thread may take to let go of the keyboard.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether the keys are ours; while another program has the terminal, the thread waits.
#[derive(Clone, Default)]
pub(super) struct Gate(Arc<(Mutex<Hands>, Condvar)>);

#[derive(Default)]
struct Hands {
    is_lent: bool,
    /// The thread stands still and reads nothing.
    is_waiting: bool,
}

impl Gate {
    /// Stops the reading of keys; returns once none is read any more. The thread sleeps in a read that only an event
    /// ends: a signal of a new size is one, and takes no key away.
    pub(super) fn close(&self) -> io::Result<()> {
        let (hands, changed) = &*self.0;
        hands.lock().unwrap_or_else(PoisonError::into_inner).is_lent = true;
        kill_process(getpid(), Signal::WINCH)?;
        let hands = hands.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = changed.wait_timeout_while(hands, PATIENCE, |hands| !hands.is_waiting);
        let (mut hands, late) = waited.unwrap_or_else(PoisonError::into_inner);
        if late.timed_out() {
            hands.is_lent = false;
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(())
    }

    /// Lets keys be read again.
    pub(super) fn open(&self) {
        let (hands, changed) = &*self.0;
        hands.lock().unwrap_or_else(PoisonError::into_inner).is_lent = false;
        changed.notify_all();
    }

    /// Stands still while the keys are not ours.
    fn pass(&self) {
        let (hands, changed) = &*self.0;
        let mut hands = hands.lock().unwrap_or_else(PoisonError::into_inner);
        hands.is_waiting = hands.is_lent;
        changed.notify_all();
        let hands = changed.wait_while(hands, |hands| hands.is_lent);
        hands.unwrap_or_else(PoisonError::into_inner).is_waiting = false;
    }
}

/// Starts to listen.
pub(super) fn listen(events: Sender<Event>, gate: Gate) -> io::Result<()> {
    // From here on a new size is heard of. Left to the thread, this might come after the first frame was drawn, and a
    // terminal that finds its size while the program starts would keep a frame of the old one.
    event::poll(Duration::ZERO)?;
    thread::Builder::new()
        .name("input".to_owned())
        .spawn(move || {
            while let Ok(event) = event::read() {
                gate.pass();
                let Some(event) = translate(event) else {
                    continue;
                };
                if matches!(event, Event::Resized) {
                    mistake::on_request();
                }
                if events.send(event).is_err() {
                    return;
                }
            }
            // Nobody listens any more where this fails, and then nothing is to be said.
            let _ = events.send(Event::NoInput);
        })
        .map(drop)
}

fn translate(event: event::Event) -> Option<Event> {
    match event {
        event::Event::Key(key) if key.kind != KeyEventKind::Release => chord(key).map(Event::Key),
        event::Event::Paste(text) => Some(Event::Paste(text)),
        event::Event::Mouse(mouse) => {
            let press = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => Press::Click,
                MouseEventKind::ScrollDown => Press::Down,
                MouseEventKind::ScrollUp => Press::Up,
                _ => return None,
            };
            Some(Event::Mouse(press, mouse.column, mouse.row))
        }
        event::Event::Resize(..) => Some(Event::Resized),
        _ => None,
    }
}

fn chord(key: KeyEvent) -> Option<Chord> {
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let plain = match key.code {
        KeyCode::Char(char) => Key::Char(char),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if shift => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    };
    Some(Chord {
        key: plain,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
    })
}
