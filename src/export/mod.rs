//! Exporters: the book, or what it says of some people, as text that other programs and people read; one adapter a format.
//!
//! They know the book alone: who wants a text, and where it goes, is the matter of whoever asks. A new format is a file
//! here with a function that makes text of a [`Part`], and a variant with its arm in `cli::export`.

pub mod content_line;
pub mod csv;
pub mod icalendar;
pub mod json;
pub mod markdown;
pub mod part;
pub mod vcard;
pub mod vdir;

pub use part::Part;
