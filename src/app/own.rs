//! The own book, while the demo stands in its place.

use super::history::History;
use super::status::{Origin, Saving};
use crate::domain::Book;

/// The own book, while the demo stands in its place.
#[derive(Clone)]
pub struct Own {
    /// The book.
    pub book: Book,
    /// The steps of this session.
    pub history: History,
    /// Where it comes from.
    pub origin: Origin,
    /// Where it is.
    pub saving: Saving,
}
