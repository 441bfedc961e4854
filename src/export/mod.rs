//! Exporters: the book, or what it says of some people, as text that other programs and people read; one adapter a format.
//!
//! They know the book alone: who wants a text, and where it goes, is the matter of whoever asks.

pub mod content_line;
pub mod readable;
pub mod vcard;
pub mod vdir;
