//! What a reader expected, in words: the parser's own messages speak of Rust.

use ron::Error;

use super::excerpt::visible_text;

/// What is wrong at a place, as one or two sentences.
pub(super) fn expected(error: &Error) -> String {
    let sentence = match error {
        Error::Eof => "Expected more here.".to_owned(),
        Error::ExpectedComma => {
            "Expected a comma or a closing bracket. (If a quote is missing in a line above, this is the first place \
             where it shows.)"
                .to_owned()
        }
        Error::ExpectedNamedStructLike(_) | Error::ExpectedStructLike => {
            "Expected an opening bracket \"(\".".to_owned()
        }
        Error::ExpectedDifferentStructName { found, .. } => {
            format!("Expected an opening bracket \"(\", found \"{found}\".")
        }
        Error::ExpectedString => "Expected a text in quotes.".to_owned(),
        Error::ExpectedStringEnd => "Expected the quote that ends this text.".to_owned(),
        Error::ExpectedInteger => "Expected a whole number.".to_owned(),
        Error::ExpectedBoolean => "Expected true or false.".to_owned(),
        Error::ExpectedIdentifier => "Expected the name of a field.".to_owned(),
        Error::IntegerOutOfBounds => "This number is out of range.".to_owned(),
        Error::TrailingCharacters => "Expected nothing after the last bracket.".to_owned(),
        Error::ExceededRecursionLimit => "The brackets are nested too deep.".to_owned(),
        Error::MissingStructField { field, outer } => {
            format!("The field \"{field}\" is missing{}.", inside(outer.as_deref()))
        }
        Error::DuplicateStructField { field, outer } => {
            format!("The field \"{field}\" stands twice{}.", inside(outer.as_deref()))
        }
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => format!(
            "There is no field \"{found}\"{}. The fields are: {}.",
            inside(outer.as_deref()),
            expected.join(", ")
        ),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => format!("\"{found}\" is none of: {}.", expected.join(", ")),
        Error::InvalidValueForType { expected, found } if expected.contains("nonzero") => {
            format!("Expected a whole number above 0, found {}.", found.trim_start_matches("integer "))
        }
        Error::InvalidValueForType { expected, found } => {
            format!("Expected {expected}, found {found}.")
        }
        Error::Message(message) if is_about_a_date(message) => {
            "Expected a day that the calendar has, written 2026-09-20; with a time of day, 2026-09-20T12:30:00."
                .to_owned()
        }
        other => capitalized(&other.to_string()),
    };
    visible_text(&sentence)
}

/// Whether this is what chrono says of a text that is no date. Nothing else that stands in a book is read by it.
fn is_about_a_date(message: &str) -> bool {
    [
        "input contains invalid characters",
        "input is out of range",
        "premature end of input",
        "trailing input",
        "no possible date and time matching input",
        "input is not enough for unique date and time",
    ]
    .contains(&message)
}

fn inside(outer: Option<&str>) -> String {
    outer
        .map(|outer| format!(" in {outer}"))
        .unwrap_or_default()
}

fn capitalized(message: &str) -> String {
    let mut rest = message.chars();
    let first = rest.next().map(|c| c.to_uppercase().to_string());
    format!(
        "{}{}.",
        first.unwrap_or_default(),
        rest.as_str().trim_end_matches('.')
    )
}
