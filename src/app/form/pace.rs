//! How often I mean to talk with a person.

use std::num::NonZeroU32;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::sentences::name;
use crate::domain::sentences::words::PACES;
use crate::domain::tuning::TUNING;

/// The field, here and in the form of a person.
pub(super) const PACE: &str = "Pace";

/// The title and the field.
pub(super) fn fields(id: ContactId, book: &Book) -> (String, Vec<Field>) {
    let pace = book
        .contacts
        .get(id)
        .and_then(|contact| contact.rhythm_days);
    let note = "how often you mean to talk: 2 weeks, 45 days; empty for no pace";
    let fields = vec![Field::text_field(PACE, note, &in_words(pace))];
    (format!("How often with {}?", name(book, id)), fields)
}

/// Reads the pace.
pub(super) fn read(form: &Form, id: ContactId, book: &Book) -> Result<Outcome, Problem> {
    let mut after = book.clone();
    if form.is_touched(PACE) {
        let days = read_pace(&form.text(PACE))?;
        after
            .contacts
            .change(id, |contact| contact.rhythm_days = days);
    }
    Ok(Outcome {
        label: format!("pace: {}", name(book, id)),
        book: after,
        subject: Subject::Contact(Some(id)),
    })
}

/// A pace as it is typed: "3 months", "45 days"; empty for none.
pub(super) fn in_words(days: Option<NonZeroU32>) -> String {
    let Some(days) = days.map(NonZeroU32::get) else {
        return String::new();
    };
    let offered = PACES.iter().find(|(offered, ..)| *offered == days);
    offered.map_or_else(
        || format!("{days} days"),
        |(_, typed, _)| (*typed).to_owned(),
    )
}

/// "3 months", "2 weeks", "91 days", "91", "quarterly"; empty is no pace.
pub(super) fn read_pace(text: &str) -> Result<Option<NonZeroU32>, Problem> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| *word != "every")
        .collect();
    let [month, quarter, _, year] = TUNING.paces;
    let days = match words.as_slice() {
        [] => return Ok(None),
        ["weekly"] => Some(7),
        ["monthly"] => Some(month),
        ["quarterly"] => Some(quarter),
        ["yearly"] => Some(year),
        [number] => number.parse().ok(),
        [number, unit] => number.parse().ok().and_then(|number| in_days(number, unit)),
        _ => None,
    };
    match days.filter(|days| *days <= 3_650).and_then(NonZeroU32::new) {
        Some(days) => Ok(Some(days)),
        None => Err(Problem::at(
            PACE,
            format!("\"{text}\" is no pace. Try 2 weeks, 3 months or 91 days, up to ten years"),
        )),
    }
}

/// Months as twelfths of a year, so that one, three, six and twelve of them are the paces that are offered.
fn in_days(number: u32, unit: &str) -> Option<u32> {
    let [.., year] = TUNING.paces;
    match unit.trim_end_matches('s') {
        "day" => Some(number),
        "week" => number.checked_mul(7),
        "month" => number.checked_mul(year).map(|days| days / 12),
        "year" => number.checked_mul(year),
        _ => None,
    }
}
