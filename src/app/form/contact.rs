//! The form of a person.

use super::knows;
use super::pace::{PACE, in_words, read_pace};
use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::{Aim, Contact, ContactId, Source, Tie};
use crate::domain::duplicates::like;
use crate::domain::search::folded;
use crate::domain::sentences::words::MY_LINE;

const NAME: &str = "Name";
const ORGANISATION: &str = "Organisation";
const ROLE: &str = "Role";
const PROBLEMS: &str = "Is solving";
const ASPIRATIONS: &str = "Aims for";
const EMAILS: &str = "E-mail";
const PHONES: &str = "Phone";
const TIE: &str = "How close";
const CIRCLE: &str = "Circle";
const HELPS: &str = "Can help with";
const KNOWS: &str = "Knows";
const TAGS: &str = "Tags";
const MET: &str = "How you met";
const BOUNDARY: &str = "Your line";
const NOTES: &str = "Notes";

const TIES: [Tie; 5] = [
    Tie::Unknown,
    Tie::Acquaintance,
    Tie::Familiar,
    Tie::Close,
    Tie::Trusted,
];
const TIE_WORDS: [&str; 5] = ["not said", "acquaintance", "familiar", "close", "trusted"];

/// The title and the fields for a person.
pub(super) fn fields(id: Option<ContactId>, book: &Book) -> (String, Vec<Field>) {
    let known = id.and_then(|id| book.contacts.get(id));
    let blank = Contact::default();
    let contact = known.map_or(&blank, AsRef::as_ref);
    let title = known.map_or_else(|| "A new person".to_owned(), |contact| contact.name.clone());
    let text = Field::text_field;
    let fields = vec![
        text(NAME, "", &contact.name),
        text(ORGANISATION, "", &contact.organisation),
        text(ROLE, "", &contact.role),
        text(
            PROBLEMS,
            "what they are trying to solve; several with ; and a ? before your own guess",
            &aims(&contact.problems),
        ),
        text(
            ASPIRATIONS,
            "where they want to get; several with ; and a ? before your own guess",
            &aims(&contact.aspirations),
        ),
        text(EMAILS, "several with a comma", &contact.emails.join(", ")),
        text(PHONES, "several with a comma", &contact.phones.join(", ")),
        text(
            PACE,
            "how often you mean to talk: 2 weeks, 3 months, 91 days; empty for no pace",
            &in_words(contact.rhythm_days),
        ),
        Field::one_of(TIE, "← → choose", &TIE_WORDS, &TIES, contact.tie),
        text(CIRCLE, "their field or firm", &contact.circle),
        text(
            HELPS,
            "what they know well; several with a comma",
            &contact.topics.join(", "),
        ),
        text(KNOWS, knows::NOTE, &knows::typed(&contact.knows, book)),
        text(TAGS, "several with a comma", &contact.tags.join(", ")),
        text(MET, "", &contact.how_we_met),
        Field::choice_field(
            BOUNDARY,
            "← → choose; only you see it",
            &["none", MY_LINE],
            usize::from(contact.boundary),
        ),
        Field::long_field(
            NOTES,
            "Alt-Enter breaks the line, Ctrl-o your editor",
            &contact.notes,
        ),
    ];
    (title, fields)
}

/// What tells who somebody is.
const WHO: [&str; 4] = [NAME, ORGANISATION, EMAILS, PHONES];

/// Looks whether somebody typed as new is here already, when a field is left that tells: the whole book is gone through,
/// too much for every key.
pub(super) fn look_for_alike(form: &mut Form, book: &Book) {
    if form.field().is_some_and(|field| WHO.contains(&field.label)) {
        let new = Contact {
            name: form.text(NAME),
            organisation: form.text(ORGANISATION),
            emails: form.list(EMAILS, ','),
            phones: form.list(PHONES, ','),
            ..Contact::default()
        };
        form.alike = like(&new, book.contacts.iter().map(AsRef::as_ref));
    }
}

/// The name in the form, where somebody in the book is called that.
pub(super) fn namesake(form: &Form, book: &Book) -> Option<String> {
    let name = form.text(NAME);
    let typed = folded(name.trim());
    let mut people = book.contacts.iter();
    let is_known = people.any(|one| folded(one.name.trim()) == typed);
    (is_known && !typed.is_empty()).then_some(name)
}

/// Reads the person out of the form.
pub(super) fn read(
    form: &Form,
    id: Option<ContactId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let name = form.text(NAME);
    if name.is_empty() {
        return Err(Problem::at(NAME, "A person needs a name"));
    }
    let known = id.and_then(|id| book.contacts.get(id));
    let mut contact = known.map_or_else(
        || Contact {
            id: cx.ids.next(),
            added: cx.today,
            ..Contact::default()
        },
        |known| known.as_ref().clone(),
    );
    contact.name = name;
    form.put_text(ORGANISATION, &mut contact.organisation);
    form.put_text(ROLE, &mut contact.role);
    if form.is_touched(PROBLEMS) {
        contact.problems = read_aims(&form.list(PROBLEMS, ';'), &contact.problems, cx);
    }
    if form.is_touched(ASPIRATIONS) {
        contact.aspirations = read_aims(&form.list(ASPIRATIONS, ';'), &contact.aspirations, cx);
    }
    form.put_list(EMAILS, &mut contact.emails);
    form.put_list(PHONES, &mut contact.phones);
    if form.is_touched(PACE) {
        contact.rhythm_days = read_pace(&form.text(PACE))?;
    }
    form.put_chosen(TIE, &TIES, &mut contact.tie);
    form.put_text(CIRCLE, &mut contact.circle);
    form.put_list(HELPS, &mut contact.topics);
    if form.is_touched(KNOWS) {
        contact.knows = knows::read(&form.list(KNOWS, ';'), &contact, book);
    }
    form.put_list(TAGS, &mut contact.tags);
    form.put_text(MET, &mut contact.how_we_met);
    contact.boundary = form.choice(BOUNDARY) == 1;
    if form.is_touched(NOTES) {
        contact.notes = form.text(NOTES);
    }

    let label = if known.is_some() { "changed" } else { "added" };
    let label = format!("{label}: {}", contact.name);
    let subject = Subject::Contact(Some(contact.id));
    let mut book = book.clone();
    book.contacts.put(contact);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}

/// The open aims in one line.
fn aims(aims: &[Aim]) -> String {
    let open = aims
        .iter()
        .filter(|aim| aim.closed.is_none())
        .map(|aim| match aim.source {
            Source::TheySaid => aim.text.clone(),
            Source::MyGuess => format!("?{}", aim.text),
        });
    open.collect::<Vec<_>>().join("; ")
}

/// The aims after an edit: one that still stands there keeps its history, one that is gone is closed, not forgotten.
fn read_aims(texts: &[String], before: &[Aim], cx: &Context) -> Vec<Aim> {
    let mut aims: Vec<Aim> = before.to_vec();
    for aim in aims.iter_mut().filter(|aim| aim.closed.is_none()) {
        let stands = texts
            .iter()
            .any(|text| text.trim_start_matches('?').trim() == aim.text);
        if !stands {
            aim.closed = Some(cx.today);
        }
    }
    for text in texts {
        let words = text.trim_start_matches('?').trim();
        let source = if text.starts_with('?') {
            Source::MyGuess
        } else {
            Source::TheySaid
        };
        match aims
            .iter_mut()
            .find(|aim| aim.closed.is_none() && aim.text == words)
        {
            Some(aim) => aim.source = source,
            None if words.is_empty() => {}
            None => aims.push(Aim {
                id: cx.ids.next(),
                text: words.to_owned(),
                source,
                importance: crate::domain::contact::Importance::default(),
                noted: cx.today,
                closed: None,
            }),
        }
    }
    aims
}
