//! What a person aims for, or is trying to solve.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::{Aim, AimId, ContactId, Importance, Source};
use crate::domain::dates::short;
use crate::domain::id::Id;
use crate::domain::sentences::first_name;

const TEXT: &str = "In their words";
const SORT: &str = "They";
const SOURCE: &str = "Who says so";
const IMPORTANCE: &str = "To them it is";
const NOTED: &str = "Noted";
const CLOSED: &str = "Closed";

const SOURCES: [Source; 2] = [Source::TheySaid, Source::MyGuess];
const IMPORTANCES: [Importance; 4] = [
    Importance::Useful,
    Importance::Important,
    Importance::Critical,
    Importance::Minor,
];

/// The title and the fields.
pub(super) fn fields(
    person: ContactId,
    id: Option<AimId>,
    book: &Book,
    today: NaiveDate,
) -> (String, Vec<Field>) {
    let contact = book.contacts.get(person);
    let known = id.and_then(|id| contact?.aim(id));
    let blank = blank(today);
    let aim = known.unwrap_or(&blank);
    let is_problem = |contact: &crate::domain::contact::Contact| {
        id.is_none() || contact.problems.iter().any(|aim| Some(aim.id) == id)
    };
    let sort = usize::from(!contact.is_some_and(|contact| is_problem(contact)));
    let mut fields = vec![
        Field::text_field(TEXT, "what they told you, or what you think", &aim.text),
        Field::choice_field(SORT, "← → choose", &["are solving it", "aim for it"], sort),
        Field::one_of(
            SOURCE,
            "← → choose; a guess of yours is marked after half a year",
            &["they said so", "my guess"],
            &SOURCES,
            aim.source,
        ),
        Field::one_of(
            IMPORTANCE,
            "← → choose",
            &["of use", "important", "what a lot hangs on", "minor"],
            &IMPORTANCES,
            aim.importance,
        ),
        Field::past_day_field(NOTED, "when you learnt of it", Some(aim.noted)),
    ];
    if known.is_some() {
        let note = "when it was reached, solved or dropped; empty while it is open";
        fields.push(Field::past_day_field(CLOSED, note, aim.closed));
    }
    let who = first_name(book, person);
    (format!("What {who} is working on"), fields)
}

/// Reads it.
pub(super) fn read(
    form: &Form,
    person: ContactId,
    id: Option<AimId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(TEXT, "aim");
    let mut contact = book.contacts.get(person).ok_or_else(gone)?.as_ref().clone();
    let mut aim = match id {
        Some(id) => contact.aim(id).ok_or_else(gone)?.clone(),
        None => Aim {
            id: cx.ids.next(),
            ..blank(cx.today)
        },
    };
    form.put_text(TEXT, &mut aim.text);
    if aim.text.is_empty() {
        return Err(Problem::at(TEXT, "What is it?"));
    }
    form.put_chosen(SOURCE, &SOURCES, &mut aim.source);
    form.put_chosen(IMPORTANCE, &IMPORTANCES, &mut aim.importance);
    if form.is_touched(NOTED) {
        aim.noted = form.past_day(NOTED, cx.today)?;
    }
    if form.is_touched(CLOSED) {
        aim.closed = closed(form, aim.noted, cx)?;
    }
    let label = match id {
        Some(_) => format!("changed: {} ({})", aim.text, contact.first_name()),
        None => format!("noted: {} ({})", aim.text, contact.first_name()),
    };
    let (to, other) = if form.choice(SORT) == 0 {
        (&mut contact.problems, &mut contact.aspirations)
    } else {
        (&mut contact.aspirations, &mut contact.problems)
    };
    other.retain(|one| one.id != aim.id);
    match to.iter_mut().find(|one| one.id == aim.id) {
        Some(known) => *known = aim,
        None => to.push(aim),
    }
    let mut book = book.clone();
    book.contacts.put(contact);
    Ok(Outcome {
        label,
        book,
        subject: Subject::Aim(person, id),
    })
}

fn closed(form: &Form, noted: NaiveDate, cx: &Context) -> Result<Option<NaiveDate>, Problem> {
    if form.text(CLOSED).is_empty() {
        return Ok(None);
    }
    let day = form.past_day(CLOSED, cx.today)?;
    if day < noted {
        let noted = short(noted, cx.today);
        return Err(Problem::at(
            CLOSED,
            format!("You noted it on {noted}: not before that"),
        ));
    }
    Ok(Some(day))
}

fn blank(today: NaiveDate) -> Aim {
    Aim {
        id: Id::nil(),
        text: String::new(),
        source: Source::default(),
        importance: Importance::default(),
        noted: today,
        closed: None,
    }
}
