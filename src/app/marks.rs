//! Rows that are marked, to be acted on together. They are marked by their id: filters, edits and reloads leave them.

/// The marked rows of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks<K>(Vec<K>);

impl<K> Default for Marks<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Copy + Ord> Marks<K> {
    /// Whether a row is marked.
    #[must_use]
    pub fn has(&self, key: K) -> bool {
        self.0.binary_search(&key).is_ok()
    }

    /// All of them, sorted.
    #[must_use]
    pub fn keys(&self) -> &[K] {
        &self.0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Marks a row, or takes its mark away.
    pub fn toggle(&mut self, key: K) {
        match self.0.binary_search(&key) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, key),
        }
    }

    /// Marks all of these; where all of them are marked already, takes their marks away.
    pub fn toggle_all(&mut self, keys: impl IntoIterator<Item = K>) {
        let mut keys: Vec<K> = keys.into_iter().collect();
        keys.sort_unstable();
        if keys.iter().all(|key| self.has(*key)) {
            self.keep(|key| keys.binary_search(&key).is_err());
        } else {
            self.0.append(&mut keys);
            self.0.sort_unstable();
            self.0.dedup();
        }
    }

    /// Keeps the marks of those for which this holds.
    pub fn keep(&mut self, holds: impl Fn(K) -> bool) {
        self.0.retain(|key| holds(*key));
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Those that are none of the rows in sight.
    #[must_use]
    pub fn out_of_sight(&self, in_sight: impl IntoIterator<Item = K>) -> Vec<K> {
        let mut hidden = self.clone();
        if !hidden.is_empty() {
            let mut shown: Vec<K> = in_sight.into_iter().collect();
            shown.sort_unstable();
            hidden.keep(|key| shown.binary_search(&key).is_err());
        }
        hidden.0
    }
}
