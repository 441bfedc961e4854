//! The form of an invite.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::id::Id;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, InviteId, MoveOk, Reply};
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
    let clock = |time: NaiveDateTime| time.format("%H:%M").to_string();
    let at = |found: Option<usize>| found.unwrap_or(0);
    let way = if invite.travel_minutes == 0 {
        String::new()
    } else {
        invite.travel_minutes.to_string()
    };
    let until = if known.is_some() {
        clock(invite.end)
    } else {
        String::new()
    };
    let fields = vec![
        Field::person_field(PERSON, "a part of the name", person, book),
        Field::day_field(
            DAY,
            "fri, next tue, 25 sep",
            known.map(|invite| invite.day()),
        ),
        Field::text_field(FROM, "12:30", &clock(invite.start)),
        Field::text_field(UNTIL, "13:30; empty for an hour", &until),
        Field::text_field(PLACE, "", &invite.place),
        Field::text_field(WAY, "minutes, one way", &way),
        Field::choice_field(
            HOST,
            "← → choose",
            &["they asked me", "I asked them"],
            at(HOSTS.iter().position(|host| *host == invite.host)),
        ),
        Field::choice_field(
            REPLY,
            "← → choose",
            &["none yet", "maybe", "yes", "no"],
            at(REPLIES.iter().position(|reply| *reply == invite.reply)),
        ),
        Field::choice_field(
            HEARD,
            "← → what they took your maybe for",
            &["not checked", "taken for a yes", "taken for a maybe"],
            at(HEARINGS.iter().position(|heard| *heard == invite.heard_yes)),
        ),
        Field::choice_field(
            MOVE,
            "← → what they said about another day",
            &["not asked", "they said it is fine", "they said it is hard"],
            at(MOVES.iter().position(|ok| *ok == invite.move_ok)),
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
        Field::text_field(TITLE, "what the calendar calls it", &invite.title),
    ];
    (title, fields)
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
    let Some(day) = form.day(DAY, cx.today)? else {
        return Err(Problem::at(DAY, "On which day?"));
    };
    let (start, end) = hours(form, day)?;
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
    invite.start = start;
    invite.end = end;
    invite.place = form.text(PLACE);
    invite.travel_minutes = read_way(&form.text(WAY))?;
    invite.host = form.chosen(HOST, &HOSTS);
    invite.reply = form.chosen(REPLY, &REPLIES);
    invite.heard_yes = form.chosen(HEARD, &HEARINGS);
    invite.move_ok = form.chosen(MOVE, &MOVES);
    invite.yes_void = form.choice(VOID) == 1;
    invite.title = form.text(TITLE);

    let label = if known.is_some() { "changed" } else { "added" };
    let when = crate::domain::dates::short(day, cx.today);
    let label = format!("{label}: lunch with {}, {when}", first_name(&book, contact));
    let subject = Subject::Invite(Some(invite.id));
    book.invites.put(invite);
    Ok(Outcome {
        label,
        book,
        subject,
    })
}

fn hours(form: &Form, day: NaiveDate) -> Result<(NaiveDateTime, NaiveDateTime), Problem> {
    let time = |label: &'static str| {
        let text = form.text(label);
        when::time(&text).ok_or_else(|| {
            Problem::at(
                label,
                format!("\"{text}\" is no time of day. Try 12:30, noon or 7pm"),
            )
        })
    };
    let start = day.and_time(time(FROM)?);
    let hour = || {
        start
            .checked_add_signed(TimeDelta::hours(1))
            .unwrap_or(start)
    };
    let end = if form.text(UNTIL).is_empty() {
        hour()
    } else {
        day.and_time(time(UNTIL)?)
    };
    if end <= start {
        return Err(Problem::at(UNTIL, "It must end after it begins"));
    }
    Ok((start, end))
}

fn read_way(text: &str) -> Result<u32, Problem> {
    let digits = text.trim_end_matches(|last: char| !last.is_ascii_digit());
    if text.is_empty() {
        return Ok(0);
    }
    match digits
        .parse::<u32>()
        .ok()
        .filter(|minutes| *minutes <= 1_440)
    {
        Some(minutes) => Ok(minutes),
        None => Err(Problem::at(
            WAY,
            format!("\"{text}\" is no number of minutes, up to a day"),
        )),
    }
}

fn blank(today: NaiveDate) -> Invite {
    let noon = today.and_hms_opt(12, 30, 0).unwrap_or_default();
    Invite {
        id: Id::nil(),
        with: Vec::new(),
        host: Party::Them,
        title: String::new(),
        start: noon,
        end: noon,
        zone: None,
        all_day: false,
        travel_minutes: 0,
        place: String::new(),
        asked_on: today,
        reply: Reply::NeedsAction,
        my_words: String::new(),
        heard_yes: None,
        yes_void: false,
        move_ok: MoveOk::Unknown,
        outcome: None,
        assessment: None,
        asked_to_move: None,
        calendar: None,
    }
}
