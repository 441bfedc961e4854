//! A page of text: headings, facts with their label, paragraphs.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ui::text::{left, safe, wrap};
use crate::ui::theme::{DIM, HEADING, STRONG};

/// A page of text, built line by line for a width.
pub(in crate::ui) struct Page {
    lines: Vec<Line<'static>>,
    width: usize,
    label: usize,
    /// The lines of each entry that the cursor can stand on.
    stops: Vec<Range<usize>>,
}

impl Page {
    /// An empty page for a width, with labels of so many columns.
    pub(in crate::ui) fn new(width: u16, label: usize) -> Self {
        Self {
            lines: Vec::new(),
            width: usize::from(width),
            label,
            stops: Vec::new(),
        }
    }

    /// The width of a line, in columns.
    pub(in crate::ui) fn width(&self) -> usize {
        self.width
    }

    /// The columns of a label.
    pub(in crate::ui) fn label(&self) -> usize {
        self.label
    }

    /// A line as it is.
    pub(in crate::ui) fn line(&mut self, line: impl Into<Line<'static>>) {
        self.lines.push(line.into());
    }

    /// An empty line, unless one is there already or nothing stands above.
    pub(in crate::ui) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| line.width() > 0) {
            self.lines.push(Line::default());
        }
    }

    /// A heading, with air above.
    pub(in crate::ui) fn heading(&mut self, text: &str) {
        self.gap();
        self.lines
            .push(Line::styled(safe(text).into_owned(), HEADING));
    }

    /// A paragraph.
    pub(in crate::ui) fn text(&mut self, text: &str, style: Style) {
        for line in wrap(text, self.width) {
            self.lines.push(Line::styled(line, style));
        }
    }

    /// A fact with its label; what does not fit goes on below, under itself.
    pub(in crate::ui) fn fact(&mut self, label: &str, text: &str, style: Style) {
        self.named((label, DIM), text, style);
    }

    /// A key and what it does.
    pub(in crate::ui) fn key(&mut self, key: &str, text: &str) {
        self.named((key, STRONG), text, Style::new());
    }

    fn named(&mut self, (label, label_style): (&str, Style), text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        let room = self.width.saturating_sub(self.label + 1);
        for (at, line) in wrap(text, room).into_iter().enumerate() {
            let label = if at == 0 {
                left(label, self.label)
            } else {
                " ".repeat(self.label)
            };
            self.lines.push(Line::from(vec![
                Span::styled(label, label_style),
                Span::raw(" "),
                Span::styled(line, style),
            ]));
        }
    }

    /// An item of a list, behind a mark of one column.
    pub(in crate::ui) fn item(&mut self, mark: &Span<'static>, text: &str, style: Style) {
        let room = self.width.saturating_sub(2);
        for (at, line) in wrap(text, room).into_iter().enumerate() {
            let mark = if at == 0 {
                mark.clone()
            } else {
                Span::raw(" ")
            };
            self.lines.push(Line::from(vec![
                mark,
                Span::raw(" "),
                Span::styled(line, style),
            ]));
        }
    }

    /// A paragraph that stands so many columns further in.
    pub(in crate::ui) fn indented(&mut self, by: usize, text: &str, style: Style) {
        for line in wrap(text, self.width.saturating_sub(by)) {
            let line = format!("{}{line}", " ".repeat(by));
            self.lines.push(Line::styled(line, style));
        }
    }

    /// An entry that the cursor can stand on, as it is written.
    pub(in crate::ui) fn stop(&mut self, write: impl FnOnce(&mut Self)) {
        let start = self.lines.len();
        write(self);
        let air = self
            .lines
            .iter()
            .skip(start)
            .take_while(|line| line.width() == 0);
        let start = start + air.count();
        self.stops.push(start..self.lines.len());
    }

    /// The lines of each entry that the cursor can stand on.
    pub(in crate::ui) fn stops(&self) -> &[Range<usize>] {
        &self.stops
    }

    /// How many lines it has.
    pub(in crate::ui) fn len(&self) -> usize {
        self.lines.len()
    }

    /// Takes out the air between its parts, where it is longer than so many rows; then their headings, which labels can do
    /// without.
    pub(in crate::ui) fn tighten(&mut self, rows: usize) {
        if self.lines.len() > rows {
            self.lines.retain(|line| line.width() > 0);
        }
        if self.lines.len() > rows {
            self.lines.retain(|line| line.style != HEADING);
        }
    }

    /// Draws its beginning; where that is not all, it says so.
    pub(in crate::ui) fn draw_top(self, frame: &mut Frame<'_>, area: Rect) {
        let hidden = self.lines.iter().skip(usize::from(area.height));
        let is_cut = hidden.into_iter().any(|line| line.width() > 0);
        self.draw(frame, area, 0);
        if is_cut && area.width > 0 && area.height > 0 {
            let at = Rect {
                x: area.right() - 1,
                y: area.bottom() - 1,
                width: 1,
                height: 1,
            };
            frame.render_widget(Line::raw("…"), at);
        }
    }

    /// Draws it from a line on; gives how far down it can be scrolled.
    pub(in crate::ui) fn draw(self, frame: &mut Frame<'_>, area: Rect, scroll: usize) -> usize {
        let rows = usize::from(area.height);
        let reach = self.lines.len().saturating_sub(rows);
        let first = scroll.min(reach);
        for (line, y) in self
            .lines
            .into_iter()
            .skip(first)
            .zip(area.y..area.bottom())
        {
            frame.render_widget(
                line,
                Rect {
                    y,
                    height: 1,
                    ..area
                },
            );
        }
        reach
    }
}
