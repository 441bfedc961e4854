//! A choice for one person: whom it is about, and what is asked. Its options are forms of their own.

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::options::{OptionSet, OptionSetId};
use crate::domain::sentences::first_name;

const PERSON: &str = "For whom";
const QUESTION: &str = "The question";

/// The title and the fields.
pub(super) fn fields(id: Option<OptionSetId>, book: &Book) -> (String, Vec<Field>) {
    let known = id.and_then(|id| book.option_sets.get(id));
    let question = known.map_or("", |set| set.question.as_str());
    let person = known.map(|set| set.contact);
    (title(person, book), of(person, question, book))
}

/// The same for a choice that is new, for this person.
pub(super) fn fields_for(person: ContactId, book: &Book) -> (String, Vec<Field>) {
    (title(Some(person), book), of(Some(person), "", book))
}

fn title(person: Option<ContactId>, book: &Book) -> String {
    person.map_or_else(
        || "A choice for one person".to_owned(),
        |person| format!("A choice for {}", first_name(book, person)),
    )
}

fn of(person: Option<ContactId>, question: &str, book: &Book) -> Vec<Field> {
    vec![
        Field::person_field(PERSON, "whom it touches; a part of the name", person, book),
        Field::text_field(
            QUESTION,
            "what you ask yourself: what do I offer? The options come next",
            question,
        ),
    ]
}

/// Reads it.
pub(super) fn read(
    form: &Form,
    id: Option<OptionSetId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut book = book.clone();
    let contact = form.person(PERSON, &mut book, cx)?;
    let question = form.text(QUESTION);
    if question.is_empty() {
        return Err(Problem::at(QUESTION, "What is to be chosen?"));
    }
    let known = id.and_then(|id| book.option_sets.get(id));
    let mut set = match known {
        Some(known) => known.as_ref().clone(),
        None => OptionSet {
            id: cx.ids.next(),
            contact,
            on: cx.today,
            question: String::new(),
            options: Vec::new(),
        },
    };
    let what = if known.is_some() { "changed" } else { "added" };
    let who = first_name(&book, contact);
    let label = format!("{what} a choice for {who}");
    set.contact = contact;
    form.put_text(QUESTION, &mut set.question);
    let subject = Subject::Choice(Some(set.id));
    book.option_sets.put(set);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}
