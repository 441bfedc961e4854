//! What the steps of a walk allocate.

use allocation_counter::measure;

use goodword::domain::Book;

use super::Step;
use super::seat::Seat;

/// What a step allocates.
pub(crate) struct Counted {
    /// The screen, and the key.
    pub(crate) about: String,
    pub(crate) allocations: u64,
}

/// Goes through the screens of a book, step by step.
pub(crate) fn walk(book: Book, steps: &[Step]) -> Vec<Counted> {
    let mut seat = Seat::at(book, "");
    let counted = |step: &Step| {
        seat.press(step.way);
        // What is remembered from frame to frame is there now.
        seat.draw();
        let screen = seat.model.screen.name();
        let act = || match step.key {
            "" => seat.draw(),
            key => seat.press(key),
        };
        let allocations = measure(act).count_total;
        let key = if step.key.is_empty() {
            "a frame"
        } else {
            step.key
        };
        Counted {
            about: format!("{screen}: {} {key}", step.way),
            allocations,
        }
    };
    steps.iter().map(counted).collect()
}
