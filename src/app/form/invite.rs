//! The form of an invite.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::{Entry, Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::contact::ContactId;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, MoveOk, Reply};
use crate::domain::promise::{Promise, PromiseId};
use crate::domain::sentences::first_name;
use crate::domain::when;

const PERSON: &str = "Person";
const DAY: &str = "Day";
const FROM: &str = "From";
const UNTIL: &str = "Until";
const PLACE: &str = "Place";
const WAY: &str = "Way there";
const HOST: &str = "Who asked";
const REPLY: &str = "Answer";
const HEARD: &str = "A maybe was";
const MOVE: &str = "Moving it";
const VOID: &str = "Your yes";
const TITLE: &str = "Title";
const KEEPS: &str = "It keeps";

const HOSTS: [Party; 2] = [Party::Them, Party::Me];
const REPLIES: [Reply; 4] = [
    Reply::NeedsAction,
    Reply::Tentative,
    Reply::Accepted,
    Reply::Declined,
];
const HEARINGS: [Option<bool>; 3] = [None, Some(true), Some(false)];
const MOVES: [MoveOk; 3] = [MoveOk::Unknown, MoveOk::TheySaidFine, MoveOk::TheySaidHard];

/// The title and the fields for an invite.
pub(super) fn fields(id: Option<InviteId>, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let known = id.and_then(|id| book.invites.get(id));
    let blank = blank(today);
    let invite = known.map_or(&blank, AsRef::as_ref);
    let person = invite.with.first().copied();
    let title = match (known, person) {
        (Some(_), Some(person)) => format!("A lunch with {}", first_name(book, person)),
        _ => "A new invite".to_owned(),
    };
    let mut fields = vec![Field::person_field(
        PERSON,
        "a part of the name",
        person,
        book,
    )];
    fields.extend(when_and_where(invite, known.is_some()));
    fields.extend(what_was_said(invite));
    let advances = invite.assessment.as_ref().map(|known| &known.advances[..]);
    let options = person.map_or_else(Vec::new, |who| options(who, advances.unwrap_or(&[]), book));
    fields.push(Field::several_field(
        KEEPS,
        "← → through your open promises to them, Space where this lunch keeps it",
        options,
    ));
    fields.push(Field::text_field(
        TITLE,
        "what the calendar calls it",
        &invite.title,
    ));
    (title, fields)
}

/// The hour of a known invite; empty for a new one, so that what is left out follows the usual.
fn when_and_where(invite: &Invite, is_known: bool) -> [Field; 5] {
    let known = |text: String| if is_known { text } else { String::new() };
    let clock = |time: NaiveDateTime| known(time.format("%H:%M").to_string());
    let way = match invite.travel_minutes {
        0 => String::new(),
        minutes => minutes.to_string(),
    };
    let day = is_known.then(|| invite.day());
    [
        Field::day_field(DAY, "fri, next tue, 25 sep", day),
        Field::text_field(FROM, "12:30 if empty; noon, 7pm", &clock(invite.start)),
        Field::text_field(
            UNTIL,
            "13:30 or 45 min; an hour if empty",
            &clock(invite.end),
        ),
        Field::text_field(PLACE, "", &invite.place),
        Field::text_field(WAY, "minutes, one way", &way),
    ]
}

/// Who asked, what was answered, and what each took it for.
fn what_was_said(invite: &Invite) -> [Field; 5] {
    [
        Field::one_of(
            HOST,
            "← → choose",
            &["they asked me", "I asked them"],
            &HOSTS,
            invite.host,
        ),
        Field::one_of(
            REPLY,
            "← → choose",
            &["none yet", "maybe", "yes", "no"],
            &REPLIES,
            invite.reply,
        ),
        Field::one_of(
            HEARD,
            "← → what they took your maybe for",
            &["not checked", "taken for a yes", "taken for a maybe"],
            &HEARINGS,
            invite.heard_yes,
        ),
        Field::one_of(
            MOVE,
            "← → what they said about another day",
            &["not asked", "they said it is fine", "they said it is hard"],
            &MOVES,
            invite.move_ok,
        ),
        Field::choice_field(
            VOID,
            "← → choose",
            &[
                "holds for what is planned",
                "was to something else than what is planned",
            ],
            usize::from(invite.yes_void),
        ),
    ]
}

/// Whether the form gives a yes of mine, or a maybe that may be taken for one.
pub(super) fn is_my_yes(form: &Form) -> bool {
    let reply = REPLIES.get(form.choice(REPLY));
    form.chosen(HOST, &HOSTS) == Party::Them
        && matches!(reply, Some(Reply::Accepted | Reply::Tentative))
}

/// Reads the invite out of the form.
pub(super) fn read(
    form: &Form,
    id: Option<InviteId>,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut book = book.clone();
    let known = id.and_then(|id| book.invites.get(id)).cloned();
    let contact = form.person(PERSON, &mut book, cx)?;
    let mut invite = known.as_ref().map_or_else(
        || Invite {
            id: cx.ids.next(),
            ..blank(cx.today)
        },
        |known| known.as_ref().clone(),
    );
    // Others at the table stay; the form names the first one.
    match invite.with.first_mut() {
        Some(first) => *first = contact,
        None => invite.with.push(contact),
    }
    if [DAY, FROM, UNTIL]
        .iter()
        .any(|label| form.is_touched(label))
        || known.is_none()
    {
        (invite.start, invite.end) = hours(form, &invite, cx.today)?;
        invite.all_day &= !form.is_touched(FROM) && !form.is_touched(UNTIL);
    }
    form.put_text(PLACE, &mut invite.place);
    if form.is_touched(WAY) {
        invite.travel_minutes = read_way(&form.text(WAY))?;
    }
    form.put_chosen(HOST, &HOSTS, &mut invite.host);
    form.put_chosen(REPLY, &REPLIES, &mut invite.reply);
    form.put_chosen(HEARD, &HEARINGS, &mut invite.heard_yes);
    form.put_chosen(MOVE, &MOVES, &mut invite.move_ok);
    invite.yes_void = form.choice(VOID) == 1;
    form.put_text(TITLE, &mut invite.title);
    if form.is_touched(KEEPS) {
        put_kept(form, &mut invite, contact, &book);
    }
    if let Some(known) = &known {
        invite.revise(known);
    }

    let label = if known.is_some() { "changed" } else { "added" };
    let when = crate::domain::dates::short(invite.day(), cx.today);
    let label = format!("{label}: lunch with {}, {when}", first_name(&book, contact));
    let subject = Subject::Invite(Some(invite.id));
    book.invites.put(invite);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}

/// Once the person is picked, the promises to them can be.
pub(super) fn offer_promises(form: &mut Form, book: &Book) {
    let Some(Entry::Person(pick)) = form.entry(PERSON).filter(|_| form.is_touched(PERSON)) else {
        return;
    };
    let fresh = pick
        .picked
        .map_or_else(Vec::new, |who| options(who, &[], book));
    let field = form.fields.iter_mut().find(|field| field.label == KEEPS);
    if let Some(Entry::Several { options, at }) = field.map(|field| &mut field.entry) {
        let is_same = options
            .iter()
            .map(|(text, _)| text)
            .eq(fresh.iter().map(|(text, _)| text));
        if !is_same {
            (*options, *at) = (fresh, 0);
        }
    }
}

/// The promises that a lunch with this person may keep, and which of them it does.
fn options(person: ContactId, advances: &[PromiseId], book: &Book) -> Vec<(String, bool)> {
    let promises = keepable(person, advances, book).into_iter();
    promises
        .map(|promise| (promise.text.clone(), advances.contains(&promise.id)))
        .collect()
}

/// What I owe this person, and what the lunch is noted to keep already; the first due comes first.
fn keepable(person: ContactId, advances: &[PromiseId], book: &Book) -> Vec<Arc<Promise>> {
    let mut promises: Vec<Arc<Promise>> = book
        .promises
        .iter()
        .filter(|promise| promise.contact == person)
        .filter(|promise| promise.is_owed_by_me() || advances.contains(&promise.id))
        .cloned()
        .collect();
    promises.sort_by_key(|promise| promise.by_due());
    promises
}

fn put_kept(form: &Form, invite: &mut Invite, person: ContactId, book: &Book) {
    let known = invite.assessment.get_or_insert_default();
    let promises = keepable(person, &known.advances, book);
    let taken = promises.iter().zip(form.taken(KEEPS));
    known.advances = taken
        .filter(|(_, taken)| *taken)
        .map(|(promise, _)| promise.id)
        .collect();
}

/// When it begins and ends. What was not changed is kept: the length of an invite that is only moved.
fn hours(
    form: &Form,
    before: &Invite,
    today: NaiveDate,
) -> Result<(NaiveDateTime, NaiveDateTime), Problem> {
    let Some(day) = form.day(DAY, today)? else {
        return Err(Problem::at(DAY, "On which day?"));
    };
    let from = form.text(FROM);
    let start = match when::time(&from) {
        Some(time) => day.and_time(time),
        None if from.is_empty() => day.and_time(before.start.time()),
        None => {
            let text = format!("\"{from}\" is no time of day. Try 12:30, noon or 7pm");
            return Err(Problem::at(FROM, text));
        }
    };
    let until = form.text(UNTIL);
    // "1h" is a length; what has no unit is a time of day where it can be one.
    let has_unit = until.ends_with(char::is_alphabetic);
    let length = when::minutes(&until);
    let end = match (when::time(&until), length) {
        _ if !form.is_touched(UNTIL) => {
            start.checked_add_signed(before.end.signed_duration_since(before.start))
        }
        (Some(time), length) if !has_unit || length.is_none() => Some(day.and_time(time)),
        (_, Some(minutes)) => start.checked_add_signed(TimeDelta::minutes(minutes.into())),
        _ if until.is_empty() => start.checked_add_signed(TimeDelta::hours(1)),
        _ => {
            let text = format!("\"{until}\" is no end. Try 13:30, 1 h or 45 min");
            return Err(Problem::at(UNTIL, text));
        }
    };
    match end.filter(|end| *end > start) {
        Some(end) => Ok((start, end)),
        None => Err(Problem::at(UNTIL, "It must end after it begins")),
    }
}

fn read_way(text: &str) -> Result<u32, Problem> {
    if text.is_empty() {
        return Ok(0);
    }
    match when::minutes(text).filter(|minutes| *minutes <= 1_440) {
        Some(minutes) => Ok(minutes),
        None => Err(Problem::at(
            WAY,
            format!("\"{text}\" is no length of a way. Try 20 min, up to a day"),
        )),
    }
}

fn blank(today: NaiveDate) -> Invite {
    let start = today.and_hms_opt(12, 30, 0).unwrap_or_default();
    let end = start.checked_add_signed(TimeDelta::hours(1));
    Invite::new(Vec::new(), start, end.unwrap_or(start), today)
}
