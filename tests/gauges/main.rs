//! The gauges: what the book says of promises and hours, by worked examples and by laws on drawn books.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it says"
)]

#[path = "../common/cases.rs"]
mod cases;

mod lead;
mod load;
mod records;
mod week;
