//! The form of a talk.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::id::Id;
use crate::domain::interaction::{Interaction, InteractionId, InteractionKind};
use crate::domain::sentences::{first_name, listed, name, words};

const ON: &str = "Day";
const WITH: &str = "With";
const HOW: &str = "How";
const BOTH: &str = "Spoke";
const NOTE: &str = "What about";

const KINDS: [InteractionKind; 5] = [
    InteractionKind::InPerson,
    InteractionKind::Call,
    InteractionKind::Message,
    InteractionKind::Lunch,
    InteractionKind::Event,
];

/// The title and the fields of a new talk with a person.
pub(super) fn fields(id: ContactId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let fields = shown(&blank(id, today), book);
    (format!("A talk with {}", name(book, id)), fields)
}

/// The title and the fields of a talk that was noted.
pub(super) fn fields_of(id: InteractionId, book: &Book) -> (String, Vec<Field>) {
    let Some(talk) = book.interactions.get(id) else {
        return (String::new(), Vec::new());
    };
    let names: Vec<String> = talk
        .with
        .iter()
        .map(|who| first_name(book, *who).to_owned())
        .collect();
    (format!("A talk with {}", listed(&names)), shown(talk, book))
}

fn shown(talk: &Interaction, book: &Book) -> Vec<Field> {
    vec![
        Field::long_field(
            NOTE,
            "Alt-Enter breaks the line, Ctrl-o your editor",
            &talk.note,
        ),
        Field::people_field(
            WITH,
            "a part of the name, a comma after each; Backspace takes the last away",
            &talk.with,
            book,
        ),
        Field::one_of(
            HOW,
            "← → choose",
            &KINDS.map(words::interaction),
            &KINDS,
            talk.kind,
        ),
        Field::choice_field(
            BOTH,
            "← → choose; only when both did the pace begins anew",
            &["both of you", "only you"],
            usize::from(!talk.two_way),
        ),
        Field::past_day_field(ON, "today, yesterday, 22 sep", Some(talk.on)),
    ]
}

/// Reads the talk.
pub(super) fn read(
    form: &Form,
    id: Option<InteractionId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let gone = || Problem::gone(NOTE, "talk");
    let mut talk = match id {
        Some(id) => book.interactions.get(id).ok_or_else(gone)?.as_ref().clone(),
        None => Interaction {
            id: cx.ids.next(),
            ..blank(Id::nil(), cx.today)
        },
    };
    let mut after = book.clone();
    if id.is_none() || form.is_touched(WITH) {
        talk.with = form.people(WITH, &mut after, cx)?;
    }
    if form.is_touched(ON) {
        talk.on = form.day(ON, cx.today)?.unwrap_or(cx.today);
    }
    if talk.on > cx.today {
        return Err(Problem::at(
            ON,
            "A talk is noted once it is over; one to come is an invite (4, A)",
        ));
    }
    if form.is_touched(HOW) {
        talk.kind = KINDS.get(form.choice(HOW)).copied().unwrap_or(talk.kind);
    }
    talk.two_way = form.choice(BOTH) == 0;
    form.put_text(NOTE, &mut talk.note);
    let names: Vec<String> = talk
        .with
        .iter()
        .map(|who| name(&after, *who).to_owned())
        .collect();
    let what = if id.is_some() { "changed" } else { "noted" };
    let label = format!("{what}: a talk with {}", listed(&names));
    let subject = Subject::KnownTalk(talk.id);
    after.interactions.put(talk);
    Ok(Outcome {
        label,
        book: after,
        subject,
    })
}

fn blank(with: ContactId, today: NaiveDate) -> Interaction {
    Interaction {
        id: Id::nil(),
        with: vec![with],
        on: today,
        kind: InteractionKind::InPerson,
        two_way: true,
        note: String::new(),
    }
}
