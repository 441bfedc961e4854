//! What other programs did to the book.

use super::counted;

/// That changes by another program are in the book now: how many records, and how many fields have two values.
#[must_use]
pub fn taken_over(records: usize, open: usize) -> String {
    let records = counted(records, "record");
    match open {
        0 => format!("Changed outside Goodword: {records} taken over"),
        1 => format!(
            "Changed outside Goodword: {records} taken over; 1 field has two values, both are kept"
        ),
        _ => format!(
            "Changed outside Goodword: {records} taken over; {open} fields have two values, both are kept"
        ),
    }
}
