//! A page of text: headings, facts with their label, paragraphs.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::ui::text::{left, safe, wrap};
use crate::ui::theme::{CURSOR, DIM, HEADING};

/// A page of text, built line by line for a width.
pub(in crate::ui) struct Page {
    lines: Vec<Line<'static>>,
    width: usize,
    label: usize,
    place: Option<usize>,
}

impl Page {
    /// An empty page for a width, with labels of so many columns.
    pub(in crate::ui) fn new(width: u16, label: usize) -> Self {
        Self {
            lines: Vec::new(),
            width: usize::from(width),
            label,
            place: None,
        }
    }

    /// Points at everything from a line on: that is what is to be seen.
    pub(in crate::ui) fn point_at(&mut self, from: usize) {
        self.place = Some(from);
        for line in self.lines.iter_mut().skip(from) {
            *line = std::mem::take(line).patch_style(CURSOR);
        }
    }

    /// The first line of what is pointed at.
    pub(in crate::ui) fn place(&self) -> Option<usize> {
        self.place
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
                Span::styled(label, DIM),
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

    /// Takes back everything below a line.
    pub(in crate::ui) fn cut(&mut self, len: usize) {
        self.lines.truncate(len);
    }

    /// How many lines it has.
    pub(in crate::ui) fn len(&self) -> usize {
        self.lines.len()
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
