//! Sheets: what is asked and said over a screen, besides forms.

mod answers;
mod capture;
mod decision;
mod draft;
mod editor;
mod menu;
mod values;
mod why;

pub use answers::{Answers, Question, TypedDay, aims, movable};
pub use capture::CaptureLine;
pub use decision::{DecisionField, DecisionSheet, Way};
pub use draft::DraftSheet;
pub use editor::Editor;
pub use menu::{Bulk, Choice, Item, Menu};
pub use values::ValuesSheet;
pub use why::WhySheet;
