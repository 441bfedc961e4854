//! What a filter does not know, and what it does.

/// So many known values are offered.
const OFFERED: usize = 6;

/// There is no such field.
#[must_use]
pub fn unknown_field(name: &str, known: &[&str]) -> String {
    format!("No field \"{name}\"; there are {}", known.join(" "))
}

/// There is no such value, or none was typed yet.
#[must_use]
pub fn unknown_value<'a>(
    field: &str,
    value: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> String {
    let known: Vec<&str> = known.into_iter().take(OFFERED + 1).collect();
    let offered = known.get(..OFFERED).unwrap_or(&known).join(", ");
    let more = if known.len() > OFFERED { " …" } else { "" };
    match (value, known.is_empty()) {
        (_, true) => format!("{field}: nobody has one"),
        ("", false) => format!("{field}: {offered}{more}"),
        (value, false) => format!("No {field}:{value}; try {offered}{more}"),
    }
}

/// The field says nothing of the rows of a list.
#[must_use]
pub fn says_nothing(field: &str, rows: &str) -> String {
    format!("{field}: says nothing about {rows}")
}
