//! The memory of the drawing: how far each list is scrolled, and how much of it is in sight.

/// The memory of the drawing.
#[derive(Debug, Clone, Default)]
pub struct Viewports {
    pub(super) today: Viewport,
    pub(super) contacts: Viewport,
    pub(super) promises: Viewport,
    pub(super) ahead: Viewport,
    pub(super) form: Viewport,
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
    /// Whether nothing is to have a colour.
    pub(super) without_colour: bool,
}

/// The part of a list that is in sight.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Viewport {
    offset: usize,
}

impl Viewports {
    /// For a terminal whose user wants no colour (`NO_COLOR`): marks, words, bold and reverse say the same.
    #[must_use]
    pub fn without_colour() -> Self {
        Self {
            without_colour: true,
            ..Self::default()
        }
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
    /// How many rows there are below those in sight.
    pub(super) fn below(self, rows: usize, len: usize) -> usize {
        len.saturating_sub(self.offset.saturating_add(rows))
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
