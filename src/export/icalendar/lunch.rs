//! A lunch as an event.
//!
//! Beside what every calendar reads stand three lines of our own, by which the same lunch comes back from the file
//! wherever it is read, whoever reads it: with whom it is, who asked, and the answer.

use super::Hand;
use super::when::{occurrence, span, utc};
use crate::domain::Book;
use crate::domain::incident::Party;
use crate::domain::invite::{Invite, Outcome, Reply};
use crate::domain::sentences::{lunch_with, name};
use crate::export::content_line::{ContentLines, parameter};

/// An event; none for a lunch in a year that iCalendar cannot write.
pub(super) fn event(book: &Book, invite: &Invite, hand: &Hand) -> Option<ContentLines> {
    let mut lines = ContentLines::default();
    let entry = invite.entry();
    lines.begin("VEVENT");
    lines.text("UID", &entry.uid);
    lines.line("DTSTAMP", &utc(hand.stamp)?);
    lines.line("SEQUENCE", &entry.sequence.to_string());
    if let Some(id) = &entry.recurrence_id {
        occurrence(&mut lines, id);
    }
    span(&mut lines, invite)?;
    lines.text("SUMMARY", &title(book, invite));
    if !invite.place.is_empty() {
        lines.text("LOCATION", &invite.place);
    }
    if let Some(status) = status(invite) {
        lines.line("STATUS", status);
    }
    lines.line(
        "TRANSP",
        if takes_time(invite) {
            "OPAQUE"
        } else {
            "TRANSPARENT"
        },
    );
    lines.line("CLASS", "PRIVATE");
    people(&mut lines, book, invite, hand);
    own_lines(&mut lines, book, invite);
    lines.end("VEVENT");
    Some(lines)
}

fn title(book: &Book, invite: &Invite) -> String {
    if !invite.title.is_empty() {
        return invite.title.clone();
    }
    let names: Vec<String> = invite
        .with
        .iter()
        .map(|id| name(book, *id).to_owned())
        .collect();
    lunch_with(&names)
}

/// Nothing says in iCalendar that one of two said no: whoever takes part says that.
fn status(invite: &Invite) -> Option<&'static str> {
    match (invite.outcome, invite.reply) {
        (Some(Outcome::FellThrough | Outcome::MovedTo(_)), _) => Some("CANCELLED"),
        (Some(Outcome::Happened), _) | (None, Reply::Accepted) => Some("CONFIRMED"),
        (None, Reply::Tentative | Reply::NeedsAction) => Some("TENTATIVE"),
        (None, Reply::Declined) => None,
    }
}

fn takes_time(invite: &Invite) -> bool {
    let is_on = matches!(invite.outcome, None | Some(Outcome::Happened));
    is_on && invite.reply != Reply::Declined && !invite.all_day
}

/// Who asked and who was asked, as calendars know it.
fn people(lines: &mut ContentLines, book: &Book, invite: &Invite, hand: &Hand) {
    let entry = invite.entry();
    let me = entry.attendee.as_ref().or_else(|| hand.me.first());
    let them: Vec<(&str, &str)> = invite
        .with
        .iter()
        .filter_map(|id| {
            let contact = book.contacts.get(*id)?;
            Some((contact.name.as_str(), contact.emails.first()?.as_str()))
        })
        .collect();
    let me = me.map(|me| ("", me.as_str()));
    let organizer = entry.organizer.as_deref().map(|organizer| ("", organizer));
    let (organizer, asked) = match invite.host {
        Party::Me => (me, them),
        Party::Them => (
            organizer.or_else(|| them.first().copied()),
            me.into_iter().collect(),
        ),
    };
    // Without somebody who asked, calendars make nothing of those who were asked.
    let Some((called, address)) = organizer else {
        return;
    };
    person(lines, "ORGANIZER", called, address);
    let attendee = format!("ATTENDEE;PARTSTAT={}", partstat(invite.reply));
    for (called, address) in asked {
        person(lines, &attendee, called, address);
    }
}

/// What only Goodword reads: with whom it is, mail address or not, who asked, and the answer.
fn own_lines(lines: &mut ContentLines, book: &Book, invite: &Invite) {
    for id in &invite.with {
        let contact = book.contacts.get(*id);
        let address = contact.and_then(|contact| contact.emails.first());
        let address = address.map(|address| format!(";EMAIL={}", parameter(address)));
        let property = format!("X-GOODWORD-WITH{}", address.unwrap_or_default());
        lines.text(&property, name(book, *id));
    }
    if invite.title.is_empty() {
        lines.line("X-GOODWORD-UNTITLED", "TRUE");
    }
    let host = match invite.host {
        Party::Me => "ME",
        Party::Them => "THEM",
    };
    lines.line("X-GOODWORD-HOST", host);
    lines.line("X-GOODWORD-REPLY", partstat(invite.reply));
}

/// Somebody who takes part, whom no server writes to because of it.
fn person(lines: &mut ContentLines, what: &str, called: &str, address: &str) {
    let called = if called.is_empty() {
        String::new()
    } else {
        format!(";CN={}", parameter(called))
    };
    lines.line(
        &format!("{what}{called};SCHEDULE-AGENT=NONE"),
        &format!("mailto:{address}"),
    );
}

/// An answer as iCalendar says it.
pub(super) const fn partstat(reply: Reply) -> &'static str {
    match reply {
        Reply::NeedsAction => "NEEDS-ACTION",
        Reply::Tentative => "TENTATIVE",
        Reply::Accepted => "ACCEPTED",
        Reply::Declined => "DECLINED",
    }
}
