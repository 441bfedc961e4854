//! One option of a choice: what I would do, what it does for them now and in a year, and how open it is. Nothing is
//! answered for me; what I would get is words, and no other field of it is.

use super::{Field, Form, Outcome, Problem, Subject};
use crate::domain::Book;
use crate::domain::invite::Help;
use crate::domain::options::{Choice, Later, OptionSetId};
use crate::domain::sentences::first_name;
use crate::domain::sentences::options::{for_them_now, in_a_year, letter};

const WHAT: &str = "You would";
const NOW: &str = "For them, now";
const LATER: &str = "In a year";
const KNOW: &str = "They know";
const SHOW: &str = "Your reasons";
const GAIN: &str = "You get";

/// The steps of a year from now, those that help first: their digits are those of now.
const LATERS: [Later; 9] = [
    Later::Nothing,
    Later::Pleasant,
    Later::Useful,
    Later::Important,
    Later::Critical,
    Later::Nuisance,
    Later::Harms,
    Later::HarmsMuch,
    Later::Ruins,
];
const YES_NO: [bool; 2] = [true, false];

/// The title and the fields.
pub(super) fn fields(set: OptionSetId, at: Option<usize>, book: &Book) -> (String, Vec<Field>) {
    let Some(set) = book.option_sets.get(set) else {
        return (String::new(), Vec::new());
    };
    let known = at.and_then(|at| set.options.get(at));
    let letter = letter(at.unwrap_or(set.options.len()));
    let title = format!("Option {letter}, for {}", first_name(book, set.contact));
    let fields = vec![
        Field::text_field(
            WHAT,
            "in words you could say aloud",
            known.map_or("", |known| &known.text),
        ),
        Field::asked(
            NOW,
            "1-5 or ← →: what it does for them, not for you",
            &Help::ALL.map(for_them_now),
            known.and_then(|known| place(&Help::ALL, known.now)),
        ),
        Field::asked(
            LATER,
            "1-9 or ← →: where it leaves them in a year; it counts twice",
            &LATERS.map(in_a_year),
            known.and_then(|known| place(&LATERS, known.later)),
        ),
        Field::asked(
            KNOW,
            "1 2 or ← →: what you know and would want to know in their place",
            &["all that matters", "not all that matters"],
            known.and_then(|known| place(&YES_NO, known.they_know)),
        ),
        Field::asked(
            SHOW,
            "1 2 or ← →: would it hold up if they read them?",
            &["you would show them", "you would rather not"],
            known.and_then(|known| place(&YES_NO, known.would_show)),
        ),
        Field::text_field(
            GAIN,
            "in words, to be honest with yourself; it is never counted",
            known.map_or("", |known| &known.my_gain),
        ),
    ];
    (title, fields)
}

fn place<T: Copy + PartialEq>(of: &[T], one: T) -> Option<usize> {
    of.iter().position(|other| *other == one)
}

/// Reads it.
pub(super) fn read(
    form: &Form,
    set: OptionSetId,
    at: Option<usize>,
    book: &Book,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(WHAT, "choice");
    let mut after = book.option_sets.get(set).ok_or_else(gone)?.as_ref().clone();
    let text = form.text(WHAT);
    if text.is_empty() {
        return Err(Problem::at(WHAT, "What would you do?"));
    }
    let read = Choice {
        text,
        now: form.answer(NOW, &Help::ALL)?,
        later: form.answer(LATER, &LATERS)?,
        they_know: form.answer(KNOW, &YES_NO)?,
        would_show: form.answer(SHOW, &YES_NO)?,
        my_gain: form.text(GAIN),
    };
    let count = after.options.len();
    let place = at.unwrap_or(count);
    match (at, after.options.get_mut(place)) {
        (Some(_), Some(known)) => put(form, &read, known),
        (Some(_), None) => return Err(Problem::at(WHAT, "This option is no longer there")),
        (None, _) => after.options.push(read),
    }
    let what = if at.is_some() { "changed" } else { "added" };
    let who = first_name(book, after.contact);
    let label = format!("{what} option {} for {who}", letter(place));
    let mut book = book.clone();
    book.option_sets.put(after);
    Ok(Outcome {
        label,
        book,
        subject: Subject::OptionOf(set, Some(place)),
    })
}

/// What nobody touched stays as it is in the book.
fn put(form: &Form, read: &Choice, known: &mut Choice) {
    form.put_text(WHAT, &mut known.text);
    form.put_text(GAIN, &mut known.my_gain);
    known.now = read.now;
    known.later = read.later;
    known.they_know = read.they_know;
    known.would_show = read.would_show;
}
