//! The only impure loop: keys, signals and saves come in over one channel, the state machine says what follows, and
//! what it asks for is performed here.

mod bring_in;
mod clock;
mod editor;
mod event;
mod hang_up;
mod input;
mod kept;
mod keys;
mod last_words;
mod leave;
mod letters;
mod mistake;
mod odd;
mod perform;
mod saver;
mod settings;
mod signals;
mod terminal;
mod wait;
mod watchdog;

use std::mem::take;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use chrono::NaiveDate;
use color_eyre::eyre::bail;

use crate::app::action::SaveResult;
use crate::app::status::{Leaving, Origin};
use crate::app::unfinished::{OldForm, Unfinished};
use crate::app::{self, Action, Context, Model, resolve, update};
use crate::domain::Book;
use crate::domain::id::IdSource;
use crate::domain::import_plan::Mappings;
use crate::domain::messages::Templates;
use crate::store::config::{Config, Watch};
use crate::store::copies::Copy;
use crate::store::{BookFile, Foreign, Presence, paths, unfinished};
use crate::ui::{Viewports, render};
use bring_in::Looking;
use clock::Elapsed;
use event::Event;
use input::Gate;
use kept::Kept;
use leave::{End, code};
use letters::Letters;
use saver::Saver;
use signal_hook::consts::SIGHUP;
use terminal::Screen;
use watchdog::Watchdog;

pub use clock::{Clock, now, zone};
pub use keys::keymap;
pub use mistake::name_nobody_in_panics;

/// For how long names may stand after the machine woke.
const LOOK_UP: Duration = Duration::from_secs(2);

/// How the thread of the loop is called.
const LOOP: &str = "main";

/// What the dashboard starts with.
pub struct Setup {
    /// The book.
    pub book: Book,
    /// Its file; none for the demo, of which nothing is kept.
    pub file: Option<BookFile>,
    /// How it is shown where the book comes from.
    pub origin: Origin,
    /// What day it is, and whether that can change.
    pub clock: Clock,
    /// Where new ids come from.
    pub ids: IdSource,
    /// The words of the messages.
    pub templates: Templates,
    /// Where the own book stands, or would stand; none where the home folder is not known.
    pub own: Option<PathBuf>,
    /// What the user set.
    pub config: Config,
    /// Where that stands, where the home folder is known.
    pub config_path: Option<PathBuf>,
    /// Versions of the book that stand beside it.
    pub copies: Vec<Copy>,
    /// Something to say at the start.
    pub notice: Option<String>,
    /// Whether what is odd about the book is to be said instead, as soon as it is found: nothing graver is to be.
    pub says_what_is_odd: bool,
    /// What tells others that the book is open here; none for the demo.
    pub presence: Option<Presence>,
}

/// Opens the dashboard and runs it until the user leaves.
///
/// # Errors
/// Where the terminal cannot be set up or written to, or a thread cannot be started.
pub fn run(setup: Setup) -> color_eyre::Result<ExitCode> {
    // A mistake before the loop begins or after it ended leaves no dashboard: only what is known of it can be said.
    catch_unwind(AssertUnwindSafe(|| show(setup))).unwrap_or_else(|_| {
        last_words::say(&last_words::words(None, None, Path::new("")));
        Ok(ExitCode::from(mistake::CODE))
    })
}

fn show(mut setup: Setup) -> color_eyre::Result<ExitCode> {
    let _presence = setup.presence.take();
    let (sender, events) = mpsc::channel();
    signals::outlive_limits()?;
    let kept = Kept::of(setup.file.as_ref().map_or(Path::new(""), BookFile::path));
    let watchdog = Watchdog::start(kept.clone())?;
    mistake::watch(sender.clone(), watchdog.clone());
    let screen = Screen::enter()?;
    let mut dashboard = Dashboard::new(setup, screen, kept.clone(), &sender)?;
    input::listen(sender.clone(), dashboard.keys.clone())?;
    hang_up::listen(sender.clone(), watchdog.clone())?;
    signals::listen(sender, watchdog.clone())?;
    // However the loop ends, what was changed is written before anything is said.
    let end = dashboard.run_to_its_end(&events);
    let in_a_hurry = !matches!(end, Ok(End::User));
    if in_a_hurry {
        watchdog.begin(code(&end, false));
    }
    if in_a_hurry {
        kept.put_typed_by();
    }
    let lost = dashboard.leave(in_a_hurry, &events);
    let copied = (in_a_hurry || lost.is_some()).then(|| kept.copy());
    let copied = copied.flatten();
    let words = last_words::words(lost.as_deref(), copied.as_ref(), kept.own());
    last_words::say(&words);
    let code = code(&end, lost.is_some());
    end?;
    Ok(ExitCode::from(code))
}

/// Before anything is drawn, and so before the size of the terminal is known.
fn first_context(clock: Clock, ids: IdSource) -> Context {
    Context {
        today: clock.today(),
        clock: Duration::ZERO,
        page: 1,
        detail_reach: 0,
        detail_top: 0,
        stops: Vec::new(),
        columns: 76,
        ids,
    }
}

fn offered(copies: &[Copy]) -> Vec<app::copies::Copy> {
    let offered = |copy: &Copy| app::copies::Copy {
        name: copy.name(),
        book: copy.book.clone(),
        is_put_aside: copy.is_put_aside,
        is_merged: false,
    };
    copies.iter().map(offered).collect()
}

/// Offers the form that was left in the middle, and says in which file it stands.
fn offer_unfinished(model: &mut Model, kept: &Kept, cx: &Context) -> Option<PathBuf> {
    let folder = paths::unfinished().ok()?;
    let (path, typed) = unfinished::find::<Unfinished, OldForm>(&folder, kept.own())?;
    model.offer_unfinished(typed, cx);
    Some(path)
}

struct Dashboard {
    model: Model,
    view: Viewports,
    cx: Context,
    clock: Clock,
    elapsed: Elapsed,
    screen: Screen,
    keys: Gate,
    saver: Option<Saver>,
    kept: Kept,
    letters: Letters,
    /// My own addresses, for calendars.
    me: Vec<String>,
    /// How tables are read whose columns go by other names.
    mappings: Mappings,
    /// Where the own book stands, or would.
    own: Option<PathBuf>,
    copies: Vec<Copy>,
    /// The reading of files that is under way.
    looking: Looking,
    /// The file of a form that was left.
    left: Option<PathBuf>,
    events: Sender<Event>,
    /// Whether what is odd about the book is to be looked for, once there is something to look at.
    says_what_is_odd: bool,
}

impl Dashboard {
    fn new(
        setup: Setup,
        screen: Screen,
        kept: Kept,
        events: &Sender<Event>,
    ) -> color_eyre::Result<Self> {
        let cx = first_context(setup.clock, setup.ids);
        let mut model = Model::new(setup.book, setup.origin, &cx);
        model.templates = setup.templates;
        if let Some(notice) = setup.notice {
            model.warn(notice, &cx);
        }
        model.offer_copies(offered(&setup.copies));
        let left = offer_unfinished(&mut model, &kept, &cx);
        let watch = setup.config_path.map(Watch::begin);
        let saver = if let Some(file) = setup.file {
            Some(Saver::start(file, watch, kept.clone(), events.clone())?)
        } else {
            settings::watch(watch, events.clone())?;
            None
        };
        let mut dashboard = Self {
            model,
            view: Viewports::default(),
            cx,
            clock: setup.clock,
            elapsed: Elapsed::begin(),
            screen,
            keys: Gate::default(),
            saver,
            kept,
            letters: Letters::default(),
            me: Vec::new(),
            mappings: Mappings::default(),
            own: setup.own,
            copies: setup.copies,
            looking: Looking::default(),
            left,
            events: events.clone(),
            says_what_is_odd: setup.says_what_is_odd,
        };
        dashboard.go_by(&setup.config)?;
        Ok(dashboard)
    }

    /// Runs the loop; a mistake in it and a terminal that went away while it was written to are ends like others.
    fn run_to_its_end(&mut self, events: &Receiver<Event>) -> color_eyre::Result<End> {
        // What broke off half-way is not looked at again: see `leave`.
        let end = catch_unwind(AssertUnwindSafe(|| self.run(events)));
        match end.unwrap_or(Ok(End::Mistake)) {
            Err(_) if hang_up::has_happened() => Ok(End::Signal(SIGHUP)),
            end => end,
        }
    }

    /// Draws once for each batch of events, and sleeps until there is one.
    fn run(&mut self, events: &Receiver<Event>) -> color_eyre::Result<End> {
        loop {
            self.draw()?;
            // Once there is something to look at: no key is to wait for it either.
            self.model.settle(&self.cx);
            if take(&mut self.says_what_is_odd) {
                odd::look_for(self.model.book.clone(), self.events.clone());
            }
            let mut next = self.wait(events);
            // The machine may have slept since: what happens now happens today.
            self.let_time_pass()?;
            while let Some(event) = next {
                if let Some(end) = self.happen(event)? {
                    return Ok(end);
                }
                next = events.try_recv().ok();
            }
            if self.model.leaving == Leaving::Now {
                return Ok(End::User);
            }
        }
    }

    fn draw(&mut self) -> color_eyre::Result<()> {
        let (model, cx, view) = (&self.model, &self.cx, &mut self.view);
        self.screen.draw(|frame| render(frame, model, cx, view))?;
        self.cx.page = self.view.page();
        self.cx.detail_reach = self.view.detail_reach();
        self.cx.detail_top = self.view.detail_top();
        self.cx.stops = self.view.stops().to_vec();
        self.cx.columns = self.view.columns();
        Ok(())
    }

    fn happen(&mut self, event: Event) -> color_eyre::Result<Option<End>> {
        self.cx.clock = self.elapsed.look();
        let action = match event {
            Event::Key(chord) => resolve(&self.model, chord),
            Event::Paste(text) => Some(Action::Paste(text)),
            Event::Mouse(press, column, row) => {
                Some(Action::Point(press, self.view.under(column, row)))
            }
            Event::Resized => {
                mistake::on_request();
                None
            }
            Event::NoInput => bail!("the keyboard is gone"),
            Event::Broken(_) => return Ok(Some(End::Mistake)),
            Event::End(number) => return Ok(Some(End::Signal(number))),
            Event::Resumed => {
                self.screen.resume()?;
                None
            }
            Event::LookingInto(path, progress) => Some(Action::LookingInto { path, progress }),
            Event::LookedInto(path, result) => Some(Action::LookedInto { path, result }),
            Event::Odd(sentence) => {
                self.model.warn(sentence, &self.cx);
                None
            }
            Event::Twins(found) => Some(Action::Twins(found)),
            Event::Handed(result) => Some(Action::Handed(result)),
            Event::Foreign(change) => {
                if let Some(saver) = &mut self.saver {
                    saver.heard();
                }
                let Foreign { base, theirs } = *change;
                Some(Action::Foreign(Box::new((base, theirs))))
            }
            Event::Inbox(result) => Some(Action::Inbox(result)),
            Event::Unreadable(reason) => Some(Action::Unreadable(reason)),
            Event::Settings(config) => {
                self.settle(*config)?;
                None
            }
            Event::NotBackedUp(why) => {
                let said = format!("No backup could be made: {why}");
                self.model.warn(said, &self.cx);
                None
            }
            Event::Saved(result, changes) => {
                let is_latest = self.saver.as_mut().is_none_or(|saver| saver.done(changes));
                let failed = matches!(result, SaveResult::NotSaved(_));
                (is_latest || failed).then_some(Action::Saved(result))
            }
        };
        if let Some(action) = action {
            self.act(action)?;
        } else {
            self.model.prefix = None;
        }
        Ok(None)
    }

    fn act(&mut self, action: Action) -> color_eyre::Result<()> {
        for effect in update(&mut self.model, action, &self.cx) {
            self.perform(effect)?;
        }
        self.kept.typed(self.model.typed(&self.cx));
        Ok(())
    }

    /// The day may have changed while the program slept, or the machine did.
    fn let_time_pass(&mut self) -> color_eyre::Result<()> {
        self.cx.clock = self.elapsed.look();
        let today: NaiveDate = self.clock.today();
        if today != self.cx.today {
            self.cx.today = today;
            self.act(Action::NewDay)?;
        }
        self.act(Action::Tick)
    }
}
