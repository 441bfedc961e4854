//! The state machine: what the user meant, and what follows from it. Performs nothing.

pub mod action;
pub mod chord;
pub mod context;
pub mod copies;
pub mod derived;
pub mod effect;
pub mod first;
pub mod form;
pub mod history;
mod in_hand;
pub mod inbox;
pub mod keymap;
pub mod learned;
mod lists;
pub mod marks;
pub mod modal;
pub mod model;
mod own;
mod palette;
pub mod pane;
pub mod pointer;
pub mod rows;
pub mod screen;
pub mod sheet;
pub mod status;
mod typing;
pub mod unfinished;
mod update;
pub mod veil;
mod why_not;

pub use action::Action;
pub use context::Context;
pub use effect::Effect;
pub use model::Model;
pub use screen::Screen;
pub use update::{resolve, update};
