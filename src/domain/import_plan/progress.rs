//! How far the reading of files is.

/// How far the reading of files is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes were gone through.
    pub done: u64,
    /// How many there are in all files.
    pub of: u64,
    /// How many cards and events were met.
    pub entries: usize,
}

impl Progress {
    /// The part that is done, from 0 to 1.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "a share that is drawn needs no more than three digits"
    )]
    pub fn share(&self) -> f64 {
        if self.of == 0 {
            return 0.0;
        }
        (self.done as f64 / self.of as f64).clamp(0.0, 1.0)
    }
}
