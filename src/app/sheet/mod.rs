//! Sheets: what is asked and said over a screen, besides forms.

mod answers;
mod brief;
mod capture;
mod decision;
mod draft;
mod duplicates;
mod editor;
mod find;
mod import;
mod menu;
mod palette;
mod reach;
mod steps;
mod tags;
mod values;
mod views;
mod why;

pub use answers::{Answers, Question, TypedDay, aims, movable};
pub use brief::BriefSheet;
pub use capture::CaptureLine;
pub use decision::{DecisionField, DecisionSheet, Way};
pub use draft::DraftSheet;
pub use duplicates::{DuplicatesSheet, SideBySide};
pub use editor::Editor;
pub use find::FindSheet;
pub use import::{Found, ImportSheet, Stage};
pub use menu::{Bulk, Choice, Item, Menu};
pub use palette::{Entry, Palette};
pub use reach::{Answer, ReachSheet};
pub use steps::StepsSheet;
pub use tags::TagsLine;
pub use values::ValuesSheet;
pub use views::{NamedView, ViewsSheet};
pub use why::WhySheet;
