//! A desk at which a story sits down: keys go in, the screen comes out, and the book lies in a file where the story wants
//! one. What the runtime does with threads happens here at once and in order.

mod kept_up;
pub(crate) mod sight;
mod under_cursor;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use tempfile::TempDir;

use goodword::app::action::SaveResult;
use goodword::app::chord::{Chord, Key};
use goodword::app::inbox::Arrived;
use goodword::app::pointer::Press;
use goodword::app::status::{Leaving, Origin};
use goodword::app::twins::Twins;
use goodword::app::{self, Action, Context, Effect, Model, resolve, update};
use goodword::domain::Book;
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::{Mappings, Progress};
use goodword::import::{self, Viewpoint, read_all};
use goodword::store::copies::{self, Copy};
use goodword::store::disk::{Disk, RealDisk};
use goodword::store::{BookFile, Look, Save, demo, emergency, letter};
use goodword::ui::{Viewports, render};

use kept_up::assert_kept_up;

/// A screen with its keyboard, and the book behind it.
pub(crate) struct Desk {
    pub(crate) model: Model,
    /// What was put onto the clipboard.
    pub(crate) copied: Vec<String>,
    /// The addresses that the mail program was opened with.
    pub(crate) mailed: Vec<String>,
    /// What the user's own editor adds next to the text it gets, or how it fails.
    pub(crate) edits: Option<Result<String, String>>,
    /// Where messages are written to.
    pub(crate) letters: Option<TempDir>,
    pub(crate) cx: Context,
    view: Viewports,
    terminal: Terminal<TestBackend>,
    /// What was drawn last. The backend is only told what changed, and forgets what a wide character covers.
    shown: Buffer,
    file: Option<BookFile>,
    /// A book of this desk's own lies in here, and goes with it.
    folder: Option<TempDir>,
    /// What stands beside the book.
    copies: Vec<Copy>,
    /// Saves that were asked for and have not ended.
    under_way: Vec<Book>,
    /// Files that are being read.
    looking_into: Vec<String>,
    /// Whether saves take until [`Desk::lets_saves_end`].
    slow: bool,
    /// How often it was sat down at: no two sittings may draw the same ids.
    sittings: u64,
}

impl Desk {
    /// The demo, of which nothing is kept.
    pub(crate) fn demo() -> Self {
        let origin = Origin {
            demo: true,
            clock_set: true,
            ..Origin::default()
        };
        Self::sit_down(demo::book(demo::ANCHOR).unwrap(), origin, None)
    }

    /// A new book in a file of its own.
    pub(crate) fn with(book: &Book) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.ron");
        let mut opened = BookFile::open(&path).unwrap();
        assert!(matches!(opened.file.save(book), Save::Saved));
        let mut desk = Self::at(&path);
        desk.folder = Some(folder);
        desk
    }

    /// The people and lunches of the demo, in a file of their own.
    pub(crate) fn kept_demo() -> Self {
        Self::with(&demo::book(demo::ANCHOR).unwrap())
    }

    /// No book yet; the first change writes one.
    pub(crate) fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Self::at(&folder.path().join("book.ron"));
        desk.folder = Some(folder);
        desk
    }

    /// The book at a path.
    pub(crate) fn at(path: &Path) -> Self {
        Self::on(RealDisk, path)
    }

    /// The book at a path, on another file system than this machine's.
    pub(crate) fn on(disk: impl Disk + 'static, path: &Path) -> Self {
        let opened = BookFile::open_on(Box::new(disk), path).unwrap();
        let origin = Origin {
            path: "book.ron".to_owned(),
            ..Origin::default()
        };
        Self::sit_down(opened.book, origin, Some(opened.file))
    }

    fn sit_down(book: Book, origin: Origin, file: Option<BookFile>) -> Self {
        let cx = Context {
            today: demo::ANCHOR,
            clock: Duration::ZERO,
            page: 1,
            detail_reach: 0,
            detail_top: 0,
            stops: Vec::new(),
            columns: 76,
            ids: IdSource::seeded(1),
        };
        let mut desk = Self {
            model: Model::new(book, origin, &cx),
            copied: Vec::new(),
            mailed: Vec::new(),
            letters: None,
            edits: None,
            cx,
            view: Viewports::default(),
            terminal: Terminal::new(TestBackend::new(120, 36)).unwrap(),
            shown: Buffer::default(),
            file,
            folder: None,
            copies: Vec::new(),
            under_way: Vec::new(),
            looking_into: Vec::new(),
            slow: false,
            sittings: 1,
        };
        desk.draw();
        desk
    }

    /// Leaves, and opens what is in the file.
    pub(crate) fn reopen(&mut self) -> &mut Self {
        let path = self.path();
        self.sittings += 1;
        self.cx.ids = IdSource::seeded(self.sittings);
        let opened = BookFile::open(&path).unwrap();
        assert_eq!(
            opened.problems(),
            Vec::<String>::new(),
            "the saved book is odd"
        );
        self.model = Model::new(opened.book, self.model.origin.clone(), &self.cx);
        self.file = Some(opened.file);
        self.view = Viewports::default();
        self.draw();
        self
    }

    /// What stands beside the book is found, and offered.
    pub(crate) fn finds_copies(&mut self) -> &mut Self {
        let beside = copies::find(&RealDisk, &self.path());
        let folder = self.letters.as_ref().map(TempDir::path);
        let put_aside = folder.map(|folder| emergency::of(&RealDisk, folder, &self.path()));
        let put_aside = put_aside.unwrap_or_default();
        self.copies = beside.and_put_aside(&RealDisk, put_aside).copies;
        let offered = self.copies.iter().map(|copy| app::copies::Copy {
            name: copy.name(),
            book: copy.book.clone(),
            is_put_aside: copy.is_put_aside,
            is_merged: false,
        });
        self.model.offer_copies(offered.collect());
        self.draw();
        self
    }

    /// The book's file.
    pub(crate) fn path(&self) -> PathBuf {
        let file = self.file.as_ref();
        file.expect("this desk keeps nothing").path().to_path_buf()
    }

    /// Presses keys as the keymap writes them: "2 / b o b Enter". The arrows may be spelled out.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            // What the terminal sends, whatever the keymap makes of the name.
            let chord = match name {
                "Up" => Some(Chord::plain(Key::Up)),
                "Down" => Some(Chord::plain(Key::Down)),
                "Left" => Some(Chord::plain(Key::Left)),
                "Right" => Some(Chord::plain(Key::Right)),
                other => Chord::parse_named(other),
            };
            self.press(chord.unwrap_or_else(|| panic!("{name} is no key")));
        }
        self
    }

    /// Notes a message as sent, also where places of it stand open still: then it is asked once.
    pub(crate) fn sends(&mut self) -> &mut Self {
        self.keys("t");
        let asks = self.lines().iter().any(|line| line.contains("again: sent"));
        if asks { self.keys("t") } else { self }
    }

    /// Types a text, letter by letter.
    pub(crate) fn types(&mut self, text: &str) -> &mut Self {
        for char in text.chars() {
            self.press(Chord::char(char));
        }
        self
    }

    /// Empties the field in front and types a text into it.
    pub(crate) fn retypes(&mut self, text: &str) -> &mut Self {
        self.keys("End Ctrl-u").types(text)
    }

    /// Pastes a text.
    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.happens(Action::Paste(text.to_owned()))
    }

    /// Clicks on the first place of a text.
    pub(crate) fn clicks(&mut self, text: &str) -> &mut Self {
        self.points(Press::Click, text)
    }

    /// Turns the wheel by a notch towards oneself, over the first place of a text.
    pub(crate) fn wheels(&mut self, text: &str) -> &mut Self {
        self.points(Press::Down, text)
    }

    /// Presses everywhere on the screen, some rows and columns apart.
    pub(crate) fn presses_everywhere(&mut self, press: Press) -> &mut Self {
        let area = self.buffer().area;
        for y in (0..area.height).step_by(2) {
            for x in (0..area.width).step_by(17) {
                let target = self.view.under(x, y);
                self.happens(Action::Point(press, target));
            }
        }
        self
    }

    fn points(&mut self, press: Press, text: &str) -> &mut Self {
        let first = self.places_of(text).into_iter().next().unwrap();
        let (x, y) = (first.x, first.y);
        let target = self.view.under(x, y);
        self.happens(Action::Point(press, target))
    }

    /// Lets so many seconds go by.
    pub(crate) fn waits(&mut self, seconds: u64) -> &mut Self {
        self.cx.clock += Duration::from_secs(seconds);
        self.happens(Action::Tick)
    }

    /// Midnight passes, and it is this day.
    pub(crate) fn wakes_on(&mut self, day: &str) -> &mut Self {
        self.cx.today = day.parse().unwrap();
        self.happens(Action::NewDay)
    }

    /// The terminal gets another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.draw();
        self
    }

    /// From now on a save takes until [`Desk::lets_saves_end`].
    pub(crate) fn saves_slowly(&mut self) -> &mut Self {
        self.slow = true;
        self
    }

    /// Every save under way ends.
    pub(crate) fn lets_saves_end(&mut self) -> &mut Self {
        for book in std::mem::take(&mut self.under_way) {
            self.save(&book);
        }
        self
    }

    /// Whether the program has ended.
    pub(crate) fn has_left(&self) -> bool {
        self.model.leaving == Leaving::Now
    }

    /// The book as it stands on the screen.
    pub(crate) fn book(&self) -> &Book {
        &self.model.book
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.cx.today
    }

    fn press(&mut self, chord: Chord) {
        assert!(!self.has_left(), "{chord} is pressed after the end");
        if let Some(action) = resolve(&self.model, chord) {
            self.happens(action);
        } else {
            self.model.prefix = None;
            self.draw();
        }
    }

    fn happens(&mut self, action: Action) -> &mut Self {
        let before = self.model.book.clone();
        let effects = update(&mut self.model, action, &self.cx);
        if self.model.book != before {
            assert_kept_up(&self.model, &self.cx);
        }
        for effect in effects {
            match effect {
                Effect::Save(book) if self.slow => self.under_way.push(book),
                Effect::Save(book) => self.save(&book),
                Effect::Copy(text) => self.copied.push(text),
                Effect::OpenMail(address) => {
                    self.mailed.push(address);
                    self.happens(Action::Handed(Ok("Handed to mail".to_owned())));
                }
                Effect::WriteFile { to, text, answers } => {
                    let result = self.writes(&to, &text, answers.is_some());
                    self.happens(Action::Handed(result));
                }
                Effect::WritePage { what, about, text } => {
                    let result = self.writes_page((what, &about), &text);
                    self.happens(Action::Handed(result));
                }
                Effect::OpenEditor(text) => {
                    let edited = self.edits.take().unwrap_or(Ok(String::new()));
                    let edited = edited.map(|more| format!("{text}{more}\n"));
                    self.happens(Action::Edited(edited));
                }
                Effect::RemoveCopy(at) => {
                    // As in the program: what cannot be removed stays.
                    let _ = copies::remove(&RealDisk, self.copies.get(at).unwrap());
                }
                Effect::PutAside(book) => {
                    let result = self.puts_aside(&book);
                    self.happens(Action::PutAside(result));
                }
                Effect::LookAround => {
                    let demo = demo::book(self.cx.today).unwrap();
                    self.happens(Action::Demo(Ok(Box::new(demo))));
                }
                Effect::KeepDemo(_) => {
                    self.happens(Action::DemoKept(Ok("book.ron".to_owned())));
                }
                Effect::LookInto(path) if self.slow => self.looking_into.push(path),
                Effect::LookInto(path) => self.looks_into(path),
                Effect::CompletePath(typed) => {
                    let path = import::path::completed(&typed, None);
                    self.happens(Action::Completed { typed, path });
                }
                Effect::SeekTwins(book) => {
                    self.happens(Action::Twins(Box::new(Twins::of(&book))));
                }
                Effect::StopLooking => self.looking_into.clear(),
                Effect::ForgetUnfinished | Effect::Suspend | Effect::Redraw => {}
            }
        }
        self.draw();
        self
    }

    /// Every file that is being read is read.
    pub(crate) fn lets_files_be_read(&mut self) -> &mut Self {
        for path in std::mem::take(&mut self.looking_into) {
            self.looks_into(path);
        }
        self
    }

    /// Of what is being read, so many bytes of so many are through.
    pub(crate) fn has_read(&mut self, done: u64, of: u64) -> &mut Self {
        for path in self.looking_into.clone() {
            let progress = Progress {
                done,
                of,
                entries: 1234,
            };
            self.happens(Action::LookingInto { path, progress });
        }
        self
    }

    fn looks_into(&mut self, path: String) {
        let view = Viewpoint {
            today: self.cx.today,
            now: self.cx.today.and_hms_opt(9, 0, 0).unwrap(),
            zone: chrono_tz::Europe::Berlin,
            me: vec!["me@own.example".to_owned()],
            mappings: Mappings::default(),
        };
        let file = import::path::expanded(&path, None);
        let mut alone = |_| ControlFlow::Continue(());
        let reading = read_all(&[file], &view, &mut alone).unwrap();
        let result = reading.into_one().map(Box::new);
        self.happens(Action::LookedInto { path, result });
    }

    fn puts_aside(&mut self, book: &Book) -> Result<String, String> {
        let own = self.path();
        let folder = self
            .letters
            .get_or_insert_with(|| tempfile::tempdir().unwrap());
        emergency::write(&RealDisk, folder.path(), &own, 1, book)
            .map(|path| path.file_name().unwrap().display().to_string())
            .map_err(|error| error.to_string())
    }

    /// In the program the answer is a file of its own.
    fn writes(&mut self, to: &str, text: &str, answers: bool) -> Result<String, String> {
        let folder = self
            .letters
            .get_or_insert_with(|| tempfile::tempdir().unwrap());
        letter::write(&RealDisk, folder.path(), to, text, self.cx.today)
            .map(|path| {
                let beside = if answers {
                    " and an answer beside it"
                } else {
                    ""
                };
                format!("Written to {}{beside}", path.file_name().unwrap().display())
            })
            .map_err(|error| error.to_string())
    }

    fn writes_page(&mut self, about: (&str, &str), text: &str) -> Result<String, String> {
        let folder = self
            .letters
            .get_or_insert_with(|| tempfile::tempdir().unwrap());
        letter::write_page(&RealDisk, folder.path(), about, text, self.cx.today)
            .map(|path| format!("Written to {}", path.file_name().unwrap().display()))
            .map_err(|error| error.to_string())
    }

    fn save(&mut self, book: &Book) {
        let file = self.file.as_mut().expect("the demo is never saved");
        let settled = file.save_merged(book.clone());
        for change in settled.foreign {
            self.happens(Action::Foreign(Box::new((change.base, change.theirs))));
        }
        let result = match settled.save {
            Save::Saved | Save::Foreign(_) => SaveResult::Saved,
            Save::SavedMaybeNotDurable(error) => SaveResult::MaybeNotDurable(error.to_string()),
            Save::NotSaved(error) => SaveResult::NotSaved(error.to_string()),
        };
        self.happens(Action::Saved(result));
    }

    /// These lines are found in the inbox.
    pub(crate) fn finds_in_inbox(&mut self, lines: &[&str]) -> &mut Self {
        let number = self.model.inbox.state().0 + 1;
        self.happens(Action::Inbox(Ok(Arrived {
            number,
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            waiting: Vec::new(),
        })))
    }

    /// The dashboard looks at its file, as it does all the time.
    pub(crate) fn looks(&mut self) -> &mut Self {
        let file = self.file.as_mut().expect("the demo has no file");
        let action = match file.look() {
            Look::Same => Action::Unreadable(None),
            Look::Foreign(change) => Action::Foreign(Box::new((change.base, change.theirs))),
            Look::Unreadable(error) => Action::Unreadable(Some(error.reason())),
        };
        self.happens(action)
    }

    fn draw(&mut self) {
        let (model, cx, view) = (&self.model, &self.cx, &mut self.view);
        let draw = |frame: &mut ratatui::Frame<'_>| render(frame, model, cx, view);
        self.shown = self.terminal.draw(draw).unwrap().buffer.clone();
        self.cx.page = self.view.page();
        self.cx.detail_reach = self.view.detail_reach();
        self.cx.detail_top = self.view.detail_top();
        self.cx.stops = self.view.stops().to_vec();
        self.cx.columns = self.view.columns();
    }
}
