//! Something that happened between us and that no promise tells: what they did, or what I did.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::dates::short;
use crate::domain::id::Id;
use crate::domain::incident::{Incident, IncidentId, IncidentKind, Party, Severity};
use crate::domain::sentences::{first_name, incident as say};

const NOTE: &str = "What happened";
const KIND: &str = "What it was";
const SEVERITY: &str = "How grave";
const ON: &str = "Day";
const SETTLED: &str = "Settled";
const OWNED_UP: &str = "You owned up";
const MADE_RIGHT: &str = "Made right";

const THEIRS: [IncidentKind; 3] = [
    IncidentKind::BadFaith,
    IncidentKind::Harmed,
    IncidentKind::Helped,
];
const MINE: [IncidentKind; 2] = [IncidentKind::Harmed, IncidentKind::Helped];
const SEVERITIES: [Severity; 3] = [Severity::Minor, Severity::Moderate, Severity::Serious];

/// The title and the fields for what one of us did.
pub(super) fn fields(
    person: ContactId,
    about: Party,
    book: &Book,
    today: NaiveDate,
) -> (String, Vec<Field>) {
    let who = first_name(book, person);
    let title = match about {
        Party::Them => format!("Something {who} did · only you see it"),
        Party::Me => format!("Something you did to {who} · only you see it"),
    };
    let blank = blank(person, about, today);
    (title, shown(&blank))
}

/// The title and the fields for what was noted, with how it was settled or made right.
pub(super) fn fields_of(id: IncidentId, book: &Book) -> (String, Vec<Field>) {
    let Some(incident) = book.incidents.get(id) else {
        return (String::new(), Vec::new());
    };
    let mut fields = shown(incident);
    let empty = "empty where it is not";
    match incident.about {
        Party::Them => fields.push(Field::past_day_field(SETTLED, empty, incident.settled)),
        Party::Me => {
            let owned_up = Field::past_day_field(OWNED_UP, empty, incident.acknowledged);
            let made_right = Field::past_day_field(MADE_RIGHT, empty, incident.made_right);
            fields.extend([owned_up, made_right]);
        }
    }
    let who = first_name(book, incident.contact);
    (format!("What happened with {who}"), fields)
}

fn shown(incident: &Incident) -> Vec<Field> {
    let kinds = kinds(incident.about);
    let note = match incident.about {
        Party::Them => "← → choose; what you write down today counts from tomorrow",
        Party::Me => "← → choose",
    };
    let words = kinds.iter().map(|kind| say::kind(*kind, incident.about));
    let words: Vec<String> = words.collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut fields = vec![
        Field::one_of(KIND, note, &words, kinds, incident.kind),
        Field::text_field(NOTE, "as you would tell it to both of you", &incident.note),
        Field::past_day_field(ON, "today, yesterday, tue, 22 sep", Some(incident.on)),
    ];
    if incident.about == Party::Me {
        let severity = Field::one_of(
            SEVERITY,
            "← → choose; of help it says nothing",
            &SEVERITIES.map(say::severity),
            &SEVERITIES,
            incident.severity,
        );
        fields.insert(1, severity);
    }
    fields
}

/// What one of us can have done.
const fn kinds(about: Party) -> &'static [IncidentKind] {
    match about {
        Party::Them => &THEIRS,
        Party::Me => &MINE,
    }
}

/// Reads what one of us did.
pub(super) fn read(
    form: &Form,
    person: ContactId,
    about: Party,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut incident = blank(person, about, cx.today);
    incident.id = cx.ids.next();
    take(form, &mut incident, cx)?;
    Ok(outcome("noted", incident, book))
}

/// Reads what was noted.
pub(super) fn read_of(
    form: &Form,
    id: IncidentId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let known = book.incidents.get(id);
    let gone = || Problem::gone(NOTE, "note");
    let mut incident = known.ok_or_else(gone)?.as_ref().clone();
    take(form, &mut incident, cx)?;
    let on = incident.on;
    for (label, place) in [
        (SETTLED, &mut incident.settled),
        (OWNED_UP, &mut incident.acknowledged),
        (MADE_RIGHT, &mut incident.made_right),
    ] {
        if form.is_touched(label) {
            *place = since(form, label, on, cx)?;
        } else if form.has(label) && place.is_some_and(|day| day < on) {
            return Err(too_early(label, on, cx));
        }
    }
    Ok(outcome("changed what you noted", incident, book))
}

/// A day on which it was put to rest: neither to come nor before it happened.
fn since(
    form: &Form,
    label: &'static str,
    happened: NaiveDate,
    cx: &Context,
) -> Result<Option<NaiveDate>, Problem> {
    if form.text(label).is_empty() {
        return Ok(None);
    }
    let day = form.past_day(label, cx.today)?;
    if day < happened {
        return Err(too_early(label, happened, cx));
    }
    Ok(Some(day))
}

fn too_early(label: &'static str, happened: NaiveDate, cx: &Context) -> Problem {
    let happened = short(happened, cx.today);
    Problem::at(label, format!("It happened on {happened}: not before that"))
}

fn take(form: &Form, incident: &mut Incident, cx: &Context) -> Result<(), Problem> {
    let kinds = kinds(incident.about);
    if form.is_touched(KIND) {
        let chosen = kinds.get(form.choice(KIND)).copied();
        incident.kind = chosen.unwrap_or(incident.kind);
    }
    form.put_text(NOTE, &mut incident.note);
    if incident.note.is_empty() && incident.kind != IncidentKind::Helped {
        let text = "What happened? Without it nobody can tell later what to make of it";
        return Err(Problem::at(NOTE, text));
    }
    if form.is_touched(ON) {
        incident.on = form.past_day(ON, cx.today)?;
    }
    form.put_chosen(SEVERITY, &SEVERITIES, &mut incident.severity);
    Ok(())
}

fn outcome(what: &str, incident: Incident, book: &Book) -> Outcome {
    let subject = Subject::Contact(Some(incident.contact));
    let who = first_name(book, incident.contact);
    // What it was stands on no screen that others may look at.
    let label = format!("{what}: {who}");
    let mut book = book.clone();
    book.incidents.put(incident);
    Outcome {
        label,
        book,
        subject,
    }
}

fn blank(contact: ContactId, about: Party, today: NaiveDate) -> Incident {
    Incident {
        id: Id::nil(),
        contact,
        about,
        kind: IncidentKind::Harmed,
        severity: Severity::Minor,
        on: today,
        noted: Some(today),
        note: String::new(),
        settled: None,
        acknowledged: None,
        made_right: None,
        from: None,
    }
}
