//! The memory of the drawing: how far each list is scrolled, and how much of it is in sight.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use super::theme::Look;
use crate::app::Screen;
use crate::app::pointer::Target;
use crate::domain::comparison::Side;

/// The memory of the drawing.
#[derive(Debug, Clone, Default)]
pub struct Viewports {
    pub(super) today: Viewport,
    pub(super) contacts: Viewport,
    pub(super) promises: Viewport,
    pub(super) ahead: Viewport,
    pub(super) choices: Viewport,
    /// Where the sheet of a choice is scrolled to.
    pub(super) sheet: Viewport,
    pub(super) network: Viewport,
    pub(super) review: Viewport,
    /// The entries behind a figure of the review.
    pub(super) entries: Viewport,
    pub(super) form: Viewport,
    pub(super) palette: Viewport,
    pub(super) steps: Viewport,
    pub(super) found: Viewport,
    pub(super) views: Viewport,
    pub(super) duplicates: Viewport,
    pub(super) fields: Viewport,
    /// How far the record in sight can be scrolled.
    pub(super) detail_reach: usize,
    /// Where the record in sight is scrolled to.
    pub(super) record: Viewport,
    /// The first line of it in sight.
    pub(super) detail_top: usize,
    /// Where each of its entries begins.
    pub(super) stops: Vec<usize>,
    /// The columns of a line of the text being written.
    pub(super) columns: usize,
    /// Where the text being written is scrolled to.
    pub(super) writing: Viewport,
    /// The rows of the list drawn last.
    pub(super) page: usize,
    /// The screens by their names in the first row.
    pub(super) tabs: Vec<(Rect, Screen)>,
    /// The record beside the list.
    pub(super) detail: Option<Rect>,
    /// Two people side by side.
    pub(super) sides: Option<[Rect; 2]>,
    /// The items of the sheet in front, in the room they have there.
    pub(super) items: Vec<(Rect, usize)>,
    /// How the finished frame is shown.
    pub(super) look: Look,
}

/// The part of a list that is in sight.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Viewport {
    offset: usize,
    /// Where the list was drawn last, and how many rows it had.
    shown: Option<(Rect, usize)>,
}

impl Viewports {
    /// From now on every frame is shown so.
    pub fn show(&mut self, look: Look) {
        self.look = look;
    }

    /// Forgets where things stood: the next frame says it anew.
    pub(super) fn forget_places(&mut self) {
        for list in self.lists_mut() {
            list.shown = None;
        }
        self.entries.shown = None;
        self.tabs.clear();
        self.items.clear();
        self.detail = None;
        self.sides = None;
    }

    /// The lists of the screens, of which one frame shows one.
    fn lists_mut(&mut self) -> [&mut Viewport; 7] {
        [
            &mut self.today,
            &mut self.contacts,
            &mut self.promises,
            &mut self.ahead,
            &mut self.choices,
            &mut self.network,
            &mut self.review,
        ]
    }

    /// Of a sheet whose text stands here, scrolled by so many lines, these lines are an item.
    pub(super) fn note_item(&mut self, area: Rect, lines: Range<usize>, scroll: usize, at: usize) {
        for line in lines {
            let below = line
                .checked_sub(scroll)
                .and_then(|line| u16::try_from(line).ok());
            let y = below.and_then(|below| area.y.checked_add(below));
            if let Some(y) = y.filter(|y| *y < area.bottom()) {
                self.items.push((
                    Rect {
                        y,
                        height: 1,
                        ..area
                    },
                    at,
                ));
            }
        }
    }

    /// What lies at a place of the frame that was drawn last; what lies over the screen is asked first.
    #[must_use]
    pub fn under(&self, column: u16, row: u16) -> Option<Target> {
        let place = Position::new(column, row);
        let item = self.items.iter().find(|(area, _)| area.contains(place));
        let tab = self.tabs.iter().find(|(area, _)| area.contains(place));
        let lists = [
            &self.today,
            &self.contacts,
            &self.promises,
            &self.ahead,
            &self.choices,
            &self.network,
            &self.review,
        ];
        let detail = self.detail.filter(|area| area.contains(place));
        let sides = self.sides.unwrap_or_default();
        let [a, b] = sides.map(|area| area.contains(place));
        let side = match (a, b) {
            (true, _) => Some(Side::A),
            (_, true) => Some(Side::B),
            _ => None,
        };
        let row = lists.into_iter().find_map(|list| list.place_at(place));
        item.map(|(_, at)| Target::Item(*at))
            .or_else(|| tab.map(|(_, screen)| Target::Tab(*screen)))
            .or_else(|| row.map(Target::Row))
            .or_else(|| self.entries.place_at(place).map(Target::Entry))
            .or_else(|| detail.map(|_| Target::Detail))
            .or_else(|| side.map(Target::Side))
    }

    /// The rows that the list in sight shows at once.
    #[must_use]
    pub fn page(&self) -> usize {
        self.page.max(1)
    }

    /// The columns of a line of the text being written.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns.max(1)
    }

    /// The first line of the record that is in sight.
    #[must_use]
    pub fn detail_top(&self) -> usize {
        self.detail_top
    }

    /// Where each entry of the record in sight begins, in lines; empty where it has none.
    #[must_use]
    pub fn stops(&self) -> &[usize] {
        &self.stops
    }

    /// How many lines the record in sight can be scrolled down.
    #[must_use]
    pub fn detail_reach(&self) -> usize {
        self.detail_reach
    }
}

impl Viewport {
    /// A list of so many rows is drawn here.
    pub(super) fn note_place(&mut self, area: Rect, len: usize) {
        self.shown = Some((area, len));
    }

    /// How many rows stand below those in sight.
    pub(super) fn rows_below(&self) -> usize {
        self.shown.map_or(0, |(area, len)| {
            len.saturating_sub(self.offset + usize::from(area.height))
        })
    }

    /// The row there, counted from the first of all.
    fn place_at(&self, place: Position) -> Option<usize> {
        let (area, len) = self.shown.filter(|(area, _)| area.contains(place))?;
        let at = self.offset + usize::from(place.y - area.y);
        (at < len).then_some(at)
    }

    /// The first row in sight, moved as little as needed to keep the cursor in sight with a row of context.
    pub(super) fn follow(&mut self, cursor: usize, rows: usize, len: usize) -> usize {
        let margin = usize::from(rows > 4);
        let lowest = (cursor + 1 + margin).saturating_sub(rows);
        let highest = cursor.saturating_sub(margin);
        self.offset = self.offset.clamp(lowest.min(highest), highest);
        self.offset = self.offset.min(len.saturating_sub(rows));
        self.offset
    }
}
