//! A list with a cursor that stays on its record, whatever happens to the list.

/// How a cursor moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One down.
    Next,
    /// One up.
    Previous,
    /// To the top.
    First,
    /// To the bottom.
    Last,
    /// Half a page down.
    HalfPageDown,
    /// Half a page up.
    HalfPageUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
}

impl Motion {
    /// Where an index goes, in a list of this length, with so many rows in sight.
    #[must_use]
    pub fn from(self, at: usize, len: usize, page: usize) -> usize {
        let page = page.max(2);
        let target = match self {
            Self::Next => at.saturating_add(1),
            Self::Previous => at.saturating_sub(1),
            Self::First => 0,
            Self::Last => usize::MAX,
            Self::HalfPageDown => at.saturating_add(page / 2),
            Self::HalfPageUp => at.saturating_sub(page / 2),
            Self::PageDown => at.saturating_add(page - 1),
            Self::PageUp => at.saturating_sub(page - 1),
        };
        target.min(len.saturating_sub(1))
    }
}

/// The keys of the rows in sight, one of them under the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<K> {
    keys: Vec<K>,
    at: usize,
}

impl<K> Default for Rows<K> {
    fn default() -> Self {
        Self {
            keys: Vec::new(),
            at: 0,
        }
    }
}

impl<K: Copy + PartialEq> Rows<K> {
    /// The row under the cursor.
    #[must_use]
    pub fn selected(&self) -> Option<K> {
        self.keys.get(self.at).copied()
    }

    /// All rows.
    #[must_use]
    pub fn keys(&self) -> &[K] {
        &self.keys
    }

    /// The index of the row under the cursor.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Puts other rows in; the cursor stays on its row where that is still there, else at its place.
    pub fn replace(&mut self, keys: Vec<K>) {
        self.change(|rows| *rows = keys);
    }

    /// Changes the rows; the cursor stays on its row where that is still there, else at its place.
    pub fn change(&mut self, change: impl FnOnce(&mut Vec<K>)) {
        let selected = self.selected();
        change(&mut self.keys);
        let at = selected.and_then(|selected| self.keys.iter().position(|key| *key == selected));
        self.at = at.unwrap_or(self.at).min(self.keys.len().saturating_sub(1));
    }

    /// Puts the cursor on a row; says whether it is there.
    pub fn select(&mut self, key: K) -> bool {
        match self.keys.iter().position(|other| *other == key) {
            Some(at) => {
                self.at = at;
                true
            }
            None => false,
        }
    }

    /// Moves the cursor.
    pub fn step(&mut self, motion: Motion, page: usize) {
        self.at = motion.from(self.at, self.keys.len(), page);
    }

    /// Puts the cursor on the first row.
    pub fn to_top(&mut self) {
        self.at = 0;
    }
}
