//! One file a screen.

pub(super) mod answers;
pub(super) mod card;
mod choice_sheet;
pub(super) mod choices;
pub(super) mod contacts;
pub(super) mod first;
pub(super) mod lunch;
pub(super) mod network;
pub(super) mod promise_page;
pub(super) mod promises;
pub(super) mod review;
pub(super) mod today;
mod week;
