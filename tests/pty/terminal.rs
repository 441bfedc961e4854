//! A terminal with the program in it, and a folder that is the program's whole world.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::termios::{Action, LocalModes, OptionalActions, tcflow, tcgetattr, tcsetattr};
use tempfile::TempDir;
use vt100::MouseProtocolMode;

use super::waiting::{PATIENCE, await_sign, comes_within};

const PROGRAM: &str = env!("CARGO_BIN_EXE_goodword");

/// The day of every test.
pub(crate) const TODAY: &str = "2026-09-24";

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

    /// Writes the settings.
    pub(crate) fn set(&self, config: &str) {
        let folder = self.file("config/goodword");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.ron"), config).unwrap();
    }

    pub(crate) fn book_text(&self) -> String {
        fs::read_to_string(self.book()).unwrap()
    }

    /// Waits until the book's file says something.
    pub(crate) fn await_book(&self, what: &str) {
        await_sign(&format!("{what:?} in the book"), || {
            self.book_text().contains(what)
        });
    }

    /// A file in the world's folder, for what a script tells.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The emergency copies.
    pub(crate) fn emergencies(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.file("state/goodword/emergency"));
        let entries = folder.into_iter().flatten();
        entries.map(|entry| entry.unwrap().path()).collect()
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
        self.open_asking(&[], arguments, columns, rows)
    }

    /// The same with more in its environment.
    pub(crate) fn open_asking(
        &self,
        asked: &[(&str, &str)],
        arguments: &[&str],
        columns: u16,
        rows: u16,
    ) -> Terminal {
        let mut command = self.command(PROGRAM);
        for (name, value) in asked {
            command.env(name, value);
        }
        command.args(["--today", TODAY]);
        command.args(arguments);
        Terminal::run(command, columns, rows)
    }

    /// A shell in a terminal, which does what a script says; `$GOODWORD` is the program.
    pub(crate) fn open_shell(&self, options: &str, script: &str) -> Terminal {
        let mut command = self.command("sh");
        command.env("GOODWORD", PROGRAM);
        command.env("GOODWORD_TODAY", TODAY);
        command.env("PATH", std::env::var("PATH").unwrap());
        command.args([options, script]);
        Terminal::run(command, 100, 30)
    }

    fn command(&self, program: &str) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        command
    }
}

/// What came out of the program so far.
struct Output {
    parser: Mutex<vt100::Parser>,
    more: Condvar,
    /// Whether whoever reads is to stop.
    hanging_up: AtomicBool,
}

/// A program that was started, and is not left behind.
pub(crate) struct Process(Box<dyn Child + Send + Sync>);

impl Process {
    /// Waits for the end and gives the exit code.
    pub(crate) fn await_end(&mut self) -> u32 {
        let mut ended = None;
        await_sign("end of the program", || {
            ended = self.0.try_wait().unwrap();
            ended.is_some()
        });
        let status = ended.unwrap();
        assert_eq!(status.signal(), None, "ended by a signal");
        status.exit_code()
    }

    /// Whether it ends in a time.
    pub(crate) fn ends_within(&mut self, patience: Duration) -> bool {
        comes_within(patience, || self.0.try_wait().unwrap().is_some())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Gone already where the test came to its end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(crate) struct Terminal {
    pub(crate) process: Process,
    output: Arc<Output>,
    reader: JoinHandle<()>,
    keys: Box<dyn Write + Send>,
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
            hanging_up: AtomicBool::new(false),
        });
        let from = pair.master.try_clone_reader().unwrap();
        let fed = Arc::clone(&output);
        Self {
            process: Process(child),
            output,
            reader: thread::spawn(move || read(from, &fed)),
            keys: pair.master.take_writer().unwrap(),
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

    /// Sends signals, one right after the other.
    pub(crate) fn signal(&self, names: &str) {
        let process = self.process.0.process_id().unwrap();
        let kill = names.split(' ');
        let kill: Vec<String> = kill.map(|name| format!("kill -{name} {process}")).collect();
        assert!(
            Command::new("sh")
                .args(["-c", &kill.join(" && ")])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Closes the terminal, as its window is closed. Nothing is left of it when this returns.
    pub(crate) fn hang_up(self) -> Process {
        self.output.hanging_up.store(true, Ordering::SeqCst);
        // Whatever comes next lets the reader go. It is not the program's own: that is to hear of nothing but the end.
        self.line().write_all(b"\n").unwrap();
        drop((self.keys, self.master));
        self.reader.join().unwrap();
        self.process
    }

    /// From here on the terminal takes nothing more; who writes to it waits.
    pub(crate) fn freeze(&self) {
        tcflow(self.line(), Action::OOff).unwrap();
    }

    /// Lets another program have turned echo and lines on.
    pub(crate) fn spoil(&self) {
        let line = self.line();
        let mut modes = tcgetattr(&line).unwrap();
        modes.local_modes |= LocalModes::ECHO | LocalModes::ICANON;
        tcsetattr(&line, OptionalActions::Now, &modes).unwrap();
    }

    /// The end of the line at which the program is.
    fn line(&self) -> fs::File {
        let name = self.master.tty_name().unwrap();
        fs::File::options()
            .read(true)
            .write(true)
            .open(name)
            .unwrap()
    }

    /// Waits until the screen shows something.
    pub(crate) fn await_text(&self, text: &str) {
        self.await_screen(&format!("{text:?}"), |screen| {
            screen.contents().contains(text)
        });
    }

    pub(crate) fn await_screen(&self, what: &str, is_there: impl Fn(&vt100::Screen) -> bool) {
        assert!(
            self.shows_within(PATIENCE, is_there),
            "no {what} in\n{}",
            self.text()
        );
    }

    fn shows_within(&self, patience: Duration, is_there: impl Fn(&vt100::Screen) -> bool) -> bool {
        let begun = Instant::now();
        let mut parser = self.output.parser.lock().unwrap();
        while !is_there(parser.screen()) {
            let left = patience.saturating_sub(begun.elapsed());
            if left.is_zero() {
                return false;
            }
            parser = self.output.more.wait_timeout(parser, left).unwrap().0;
        }
        true
    }

    pub(crate) fn text(&self) -> String {
        self.output.parser.lock().unwrap().screen().contents()
    }

    /// Waits for the end and gives the exit code.
    pub(crate) fn await_end(&mut self) -> u32 {
        self.process.await_end()
    }

    /// Waits for the end of a program that was killed.
    pub(crate) fn await_killed(&mut self) {
        assert!(self.process.ends_within(PATIENCE), "it lives");
    }

    /// That the terminal is as it was before the program came.
    pub(crate) fn assert_restored(&self) {
        assert!(
            self.is_restored_within(PATIENCE),
            "{} instead of {}, and in the end\n{}",
            modes(self.master.as_ref()),
            self.modes_before,
            self.text()
        );
    }

    /// Whether the shell's own screen comes back in a time, with a cursor, plain pastes, and the modes of the line.
    pub(crate) fn is_restored_within(&self, patience: Duration) -> bool {
        self.shows_within(patience, |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::None
        }) && self.has_its_modes()
    }

    /// Whether echo, lines and the signals of the keyboard are as they were.
    pub(crate) fn has_its_modes(&self) -> bool {
        modes(self.master.as_ref()) == self.modes_before
    }

    /// That the program has the terminal: what is given back must have been taken.
    pub(crate) fn assert_taken(&self) {
        self.await_screen("screen of the program's own", |screen| {
            screen.alternate_screen()
                && screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
        });
        await_sign("raw mode", || !self.has_its_modes());
    }
}

fn read(mut from: Box<dyn Read + Send>, output: &Output) {
    let mut bytes = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut bytes) {
        let new = bytes.get(..length).unwrap();
        // Where the test has failed nobody looks any longer.
        let Ok(mut parser) = output.parser.lock() else {
            return;
        };
        parser.process(new);
        drop(parser);
        output.more.notify_all();
        if output.hanging_up.load(Ordering::SeqCst) {
            return;
        }
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

/// The terminal that looks has one cell where the one that the program sees has none.
fn count(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap_or(NonZeroU16::MIN)
}
