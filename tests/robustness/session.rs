//! A dashboard without a terminal: keys in, cells out.

use std::time::Duration;

use chrono::{NaiveDate, NaiveTime};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use goodword::app::chord::Chord;
use goodword::app::status::Origin;
use goodword::app::{Action, Context, Effect, Model, resolve, update};
use goodword::domain::Book;
use goodword::domain::id::IdSource;
use goodword::domain::import_plan::Mappings;
use goodword::import::{Viewpoint, read};
use goodword::ui::{Viewports, render};

/// What stands in every file: somebody new, and what is turned down.
const CARDS: &str = "BEGIN:VCARD\nVERSION:3.0\nFN:§ Ada\nNOTE:\u{202e}x\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n";

pub(crate) struct Session {
    pub(crate) model: Model,
    pub(crate) cx: Context,
    view: Viewports,
}

impl Session {
    pub(crate) fn new(book: Book, today: NaiveDate) -> Self {
        let cx = context(today);
        let origin = Origin {
            path: "/home/me/book.ron".to_owned(),
            demo: false,
            clock_set: true,
        };
        Self {
            model: Model::new(book, origin, &cx),
            cx,
            view: Viewports::default(),
        }
    }

    /// The same dashboard, freshly drawn, after these keys; this one stays where it is.
    pub(crate) fn after(&self, keys: &str) -> Self {
        let mut session = Self {
            model: self.model.clone(),
            cx: context(self.cx.today),
            view: Viewports::default(),
        };
        session.press(keys);
        session
    }

    /// Presses keys as the keymap writes them, with spaces between: "2 j Enter".
    pub(crate) fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.key(Chord::parse_named(key).unwrap());
        }
    }

    pub(crate) fn key(&mut self, chord: Chord) -> Vec<Effect> {
        match resolve(&self.model, chord) {
            Some(action) => self.act(action),
            None => Vec::new(),
        }
    }

    pub(crate) fn act(&mut self, action: Action) -> Vec<Effect> {
        let mut effects = update(&mut self.model, action, &self.cx);
        // A file is read at once, and always says the same.
        if let Some(Effect::LookInto(path)) =
            effects.pop_if(|last| matches!(last, Effect::LookInto(_)))
        {
            let view = Viewpoint {
                today: self.cx.today,
                now: self.cx.today.and_time(NaiveTime::MIN),
                zone: chrono_tz::UTC,
                me: Vec::new(),
                mappings: Mappings::default(),
            };
            let found = read("people.vcf", CARDS.as_bytes(), &view).unwrap();
            let result = if path == "x" {
                Err("x: \u{1b}[2J".to_owned())
            } else {
                Ok(Box::new(found))
            };
            effects.extend(self.act(Action::LookedInto { path, result }));
        }
        effects
    }

    /// Draws, and tells the state machine how much there was room for, as the program does.
    pub(crate) fn draw(&mut self, width: u16, height: u16) -> Buffer {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let (model, cx, view) = (&self.model, &self.cx, &mut self.view);
        let frame = terminal.draw(|frame| render(frame, model, cx, view));
        let buffer = frame.unwrap().buffer.clone();
        self.cx.page = self.view.page();
        self.cx.detail_reach = self.view.detail_reach();
        self.cx.detail_top = self.view.detail_top();
        self.cx.stops = self.view.stops().to_vec();
        self.cx.columns = self.view.columns();
        buffer
    }
}

fn context(today: NaiveDate) -> Context {
    Context {
        today,
        clock: Duration::ZERO,
        page: 10,
        detail_reach: 0,
        detail_top: 0,
        stops: Vec::new(),
        columns: 76,
        ids: IdSource::seeded(7),
    }
}
