//! What can be seen at the desk.

use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthStr;

use super::Desk;

/// A text on the screen.
pub(crate) struct Place<'a> {
    /// Its first column.
    pub(crate) x: u16,
    /// Its row.
    pub(crate) y: u16,
    pub(crate) cells: Vec<&'a Cell>,
}

impl Place<'_> {
    /// Whether this holds for each of its cells.
    pub(crate) fn is_all(&self, what: impl Fn(&Cell) -> bool) -> bool {
        self.cells.iter().all(|cell| what(cell))
    }
}

impl Desk {
    /// Every cell.
    pub(crate) fn buffer(&self) -> &Buffer {
        &self.shown
    }

    /// The whole screen as text.
    pub(crate) fn screen(&self) -> String {
        self.lines().join("\n")
    }

    /// Says that a text stands on the screen; it may be wrapped within its box.
    #[track_caller]
    pub(crate) fn sees(&mut self, text: &str) -> &mut Self {
        assert!(self.shows(text), "\"{text}\" is not on\n{}", self.screen());
        self
    }

    /// Says that a text is nowhere on the screen.
    #[track_caller]
    pub(crate) fn sees_not(&mut self, text: &str) -> &mut Self {
        assert!(!self.shows(text), "\"{text}\" is on\n{}", self.screen());
        self
    }

    /// The cells of every place where a text stands, in the order of reading.
    #[track_caller]
    pub(crate) fn places_of(&self, text: &str) -> Vec<Place<'_>> {
        let width = u16::try_from(text.width()).unwrap();
        let area = self.shown.area;
        let mut places = Vec::new();
        for y in 0..area.height {
            for x in 0..=area.width.saturating_sub(width) {
                let cells: Vec<&Cell> = (x..x + width).map(|x| &self.shown[(x, y)]).collect();
                if row_text(cells.iter().copied()) == text {
                    places.push(Place { x, y, cells });
                }
            }
        }
        assert!(
            !places.is_empty(),
            "\"{text}\" is not on\n{}",
            self.screen()
        );
        places
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        let buffer = self.buffer();
        let rows = buffer.content.chunks(usize::from(buffer.area.width));
        rows.map(|row| row_text(row.iter()).trim_end().to_owned())
            .collect()
    }

    fn shows(&self, text: &str) -> bool {
        let lines = self.lines();
        if lines.iter().any(|line| line.contains(text)) {
            return true;
        }
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let wanted = words(text);
        let columns = lines.iter().map(|line| line.split('│').count()).max();
        (0..columns.unwrap_or(0)).any(|column| {
            let cells = lines.iter().filter_map(|line| line.split('│').nth(column));
            words(&cells.collect::<Vec<_>>().join(" ")).contains(&wanted)
        })
    }
}

/// The text of some cells; what a wide character covers is left out.
fn row_text<'a>(cells: impl Iterator<Item = &'a Cell>) -> String {
    let mut text = String::new();
    let mut covered = 0;
    for cell in cells {
        if covered > 0 {
            covered -= 1;
            continue;
        }
        text.push_str(cell.symbol());
        covered = cell.symbol().width().saturating_sub(1);
    }
    text
}
