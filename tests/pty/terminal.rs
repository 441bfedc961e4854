//! A terminal with the program in it, and a folder that is the program's whole world.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_goodword");

/// The day of every test.
pub(crate) const TODAY: &str = "2026-09-24";

/// How long something may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most time between two looks at what no terminal tells of: a file, the end of a process.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// A folder of its own for each test: home, and everything that may be looked for elsewhere.
pub(crate) struct World {
    folder: TempDir,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A world with a book at the usual place.
    pub(crate) fn with_book(text: &str) -> Self {
        let world = Self::new();
        fs::create_dir_all(world.book().parent().unwrap()).unwrap();
        fs::write(world.book(), text).unwrap();
        world
    }

    /// Where the book is looked for.
    pub(crate) fn book(&self) -> PathBuf {
        self.folder.path().join("data/goodword/book.ron")
    }

    /// Where the program keeps what is not the book's.
    pub(crate) fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    pub(crate) fn book_text(&self) -> String {
        fs::read_to_string(self.book()).unwrap()
    }

    /// Waits until the book's file says something.
    pub(crate) fn await_book(&self, what: &str) {
        let begun = Instant::now();
        let never = (Mutex::new(()), Condvar::new());
        while !self.book_text().contains(what) {
            assert!(
                begun.elapsed() < PATIENCE,
                "no {what:?} in\n{}",
                self.book_text()
            );
            let held = never.0.lock().unwrap();
            drop(never.1.wait_timeout(held, BETWEEN_LOOKS).unwrap());
        }
    }

    fn environment(&self) -> [(&'static str, String); 6] {
        let at = |name| self.folder.path().join(name).display().to_string();
        [
            ("HOME", at("home")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_STATE_HOME", at("state")),
            ("XDG_CACHE_HOME", at("cache")),
            ("TERM", "xterm-256color".to_owned()),
        ]
    }

    /// The program without a terminal.
    pub(crate) fn without_terminal(&self) -> Command {
        let mut command = Command::new(PROGRAM);
        command.env_clear().envs(self.environment());
        command
    }

    /// The program in a terminal, on the day of the tests.
    pub(crate) fn open(&self, arguments: &[&str], columns: u16, rows: u16) -> Terminal {
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        command.args(["--today", TODAY]);
        command.args(arguments);
        Terminal::run(command, columns, rows)
    }
}

/// What came out of the program so far.
struct Output {
    parser: Mutex<vt100::Parser>,
    more: Condvar,
}

pub(crate) struct Terminal {
    output: Arc<Output>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    modes_before: String,
}

impl Terminal {
    fn run(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let modes_before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let output = Arc::new(Output {
            parser: Mutex::new(vt100::Parser::new(count(rows), count(columns), 0)),
            more: Condvar::new(),
        });
        let mut reader = pair.master.try_clone_reader().unwrap();
        let fed = Arc::clone(&output);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                let new = bytes.get(..length).unwrap();
                // Where the test has failed nobody looks any longer.
                let Ok(mut parser) = fed.parser.lock() else {
                    return;
                };
                parser.process(new);
                drop(parser);
                fed.more.notify_all();
            }
        });
        Self {
            output,
            keys: pair.master.take_writer().unwrap(),
            child,
            master: pair.master,
            modes_before,
        }
    }

    /// Types; control characters as they come from a keyboard.
    pub(crate) fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Pastes as a terminal does that was asked to mark what is pasted.
    pub(crate) fn paste(&mut self, text: &str) {
        self.send(&format!("\u{1b}[200~{text}\u{1b}[201~"));
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let mut parser = self.output.parser.lock().unwrap();
        parser.screen_mut().set_size(count(rows), count(columns));
        drop(parser);
        self.master.resize(size(columns, rows)).unwrap();
    }

    pub(crate) fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap();
        let kill = format!("kill -{name} {process}");
        assert!(
            Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Waits until the screen shows something.
    pub(crate) fn await_text(&self, text: &str) {
        self.await_screen(&format!("{text:?}"), |screen| {
            screen.contents().contains(text)
        });
    }

    pub(crate) fn await_screen(&self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        let begun = Instant::now();
        let mut parser = self.output.parser.lock().unwrap();
        while !is_there(parser.screen()) {
            let left = PATIENCE.saturating_sub(begun.elapsed());
            assert!(
                !left.is_zero(),
                "no {what} in\n{}",
                parser.screen().contents()
            );
            parser = self.output.more.wait_timeout(parser, left).unwrap().0;
        }
    }

    pub(crate) fn text(&self) -> String {
        self.output.parser.lock().unwrap().screen().contents()
    }

    /// Waits for the end and gives the exit code.
    pub(crate) fn await_end(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert_eq!(status.signal(), None, "ended by a signal");
                return status.exit_code();
            }
            assert!(begun.elapsed() < PATIENCE, "still there:\n{}", self.text());
            let parser = self.output.parser.lock().unwrap();
            drop(
                self.output
                    .more
                    .wait_timeout(parser, BETWEEN_LOOKS)
                    .unwrap(),
            );
        }
    }

    /// That the terminal is as it was before the program came.
    pub(crate) fn assert_restored(&self) {
        self.await_screen(
            "shell's own screen, with a cursor and plain pastes",
            |screen| {
                !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
            },
        );
        assert_eq!(modes(self.master.as_ref()), self.modes_before);
    }

    /// That the program has the terminal: what is given back must have been taken.
    pub(crate) fn assert_taken(&self) {
        self.await_screen("screen of the program's own", |screen| {
            screen.alternate_screen() && screen.bracketed_paste()
        });
        assert_ne!(modes(self.master.as_ref()), self.modes_before);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Gone already where the test came to its end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Echo, lines and signals of the keyboard, as text.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?}", modes.local_flags, modes.input_flags)
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn count(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}
