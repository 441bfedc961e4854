//! One file a screen.

pub(super) mod answers;
pub(super) mod card;
pub(super) mod contacts;
mod figures;
pub(super) mod lunch;
pub(super) mod promise_page;
pub(super) mod promises;
pub(super) mod today;
