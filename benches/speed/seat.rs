//! The dashboard without its threads: keys go in, a frame comes out.

use std::io::{Sink, sink};
use std::sync::Arc;
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use goodword::app::chord::Chord;
use goodword::app::status::Origin;
use goodword::app::{Action, Context, Effect, Model, resolve, update};
use goodword::domain::Book;
use goodword::domain::id::IdSource;
use goodword::ui::{Viewports, render};

use super::people::TODAY;

/// A screen of 200 columns and 60 rows with its keyboard.
pub(crate) struct Seat {
    pub(crate) model: Model,
    cx: Context,
    view: Viewports,
    /// What it writes to the terminal is worked out and thrown away.
    terminal: Terminal<CrosstermBackend<Sink>>,
    /// What was handed to the saver last, which holds it while it writes: a change meanwhile has to copy.
    pub(crate) handed_over: Option<Book>,
}

impl Seat {
    /// Opens a book; nothing is drawn yet.
    pub(crate) fn new(book: Book) -> Self {
        let cx = Context {
            today: TODAY,
            clock: Duration::ZERO,
            page: 1,
            detail_reach: 0,
            detail_top: 0,
            stops: Vec::new(),
            columns: 76,
            ids: IdSource::seeded(1),
        };
        let screen = TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, 200, 60)),
        };
        Self {
            model: Model::new(book, Origin::default(), &cx),
            cx,
            view: Viewports::default(),
            terminal: Terminal::with_options(CrosstermBackend::new(sink()), screen).unwrap(),
            handed_over: None,
        }
    }

    /// Opens a book and goes somewhere: "2 / a n".
    pub(crate) fn at(book: Book, keys: &str) -> Self {
        let mut seat = Self::new(book);
        seat.draw();
        seat.model.settle(&seat.cx);
        seat.press(keys);
        seat
    }

    /// Presses keys as the keymap writes them, with a frame after each, as the event loop draws it.
    pub(crate) fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let chord = Chord::parse_named(name).unwrap();
            match resolve(&self.model, chord) {
                Some(action) => self.act(action),
                None => self.model.prefix = None,
            }
            self.draw();
        }
    }

    fn act(&mut self, action: Action) {
        for effect in update(&mut self.model, action, &self.cx) {
            if let Effect::Save(book) = effect {
                self.handed_over = Some(book);
            }
        }
        // What the event loop keeps by for the case that the program breaks.
        drop(self.model.typed(&self.cx));
    }

    /// Works everything out anew that follows from the book.
    pub(crate) fn refresh(&mut self) {
        self.model.derived = Arc::default();
        self.model.refresh(&self.cx);
    }

    /// Draws a frame.
    pub(crate) fn draw(&mut self) {
        let (model, cx, view) = (&self.model, &self.cx, &mut self.view);
        let drawn = self.terminal.draw(|frame| render(frame, model, cx, view));
        drawn.unwrap();
        self.cx.page = self.view.page();
        self.cx.detail_reach = self.view.detail_reach();
        self.cx.detail_top = self.view.detail_top();
        self.cx.stops = self.view.stops().to_vec();
        self.cx.columns = self.view.columns();
    }
}
