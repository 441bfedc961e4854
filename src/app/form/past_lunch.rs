//! What became of a past lunch. Asked once; a lunch that came about is also a talk.

use chrono::NaiveDate;

use super::{Field, Form, Outcome, Problem, Subject};
use crate::app::context::Context;
use crate::domain::Book;
use crate::domain::dates::short;
use crate::domain::incident::Severity;
use crate::domain::interaction::{Interaction, InteractionKind};
use crate::domain::invite::{Invite, InviteId, Outcome as Became};
use crate::domain::resolution::moved_to;
use crate::domain::sentences::guest;
use crate::domain::word::{breach, is_noted};

const BECAME: &str = "It";
const TO: &str = "To which day";
const NOTE: &str = "What about";
const MINE: &str = "Because of me";
const COST: &str = "It cost them";

/// How much, where they did not hear in time.
const COSTS: [Severity; 3] = [Severity::Minor, Severity::Moderate, Severity::Serious];

/// The title and the fields.
pub(super) fn fields(id: InviteId, book: &Book, today: NaiveDate) -> (String, Vec<Field>) {
    let title = book.invites.get(id).map_or_else(String::new, |invite| {
        let who = guest(book, invite);
        format!("The lunch with {who}, {}", short(invite.day(), today))
    });
    let became = ["came about", "fell through", "moved to another day"];
    let fields = vec![
        Field::choice_field(BECAME, "← → choose", &became, 0),
        Field::long_field(NOTE, "what you talked about, if it came about", ""),
        Field::day_field(TO, "only if it moved", None),
        Field::choice_field(
            MINE,
            "if it fell through; the last is noted as something to put right",
            &[
                "no",
                "yes, and they knew in time",
                "yes, and they did not know in time",
            ],
            0,
        ),
        Field::choice_field(
            COST,
            "if they did not know in time",
            &["a nuisance", "something", "a lot"],
            0,
        ),
    ];
    (title, fields)
}

/// Reads what became of it.
pub(super) fn read(
    form: &Form,
    id: InviteId,
    book: &Book,
    cx: &Context,
) -> Result<Outcome, Problem> {
    let mut book = book.clone();
    let Some(invite) = book.invites.get(id).cloned() else {
        return Err(Problem::gone(BECAME, "lunch"));
    };
    let became = became(form, &invite, cx)?;
    if became != Became::Happened && !form.text(NOTE).is_empty() {
        let text = "This is kept with the talk, and there was none: empty it to go on";
        return Err(Problem::at(NOTE, text));
    }
    book.invites
        .change(id, |invite| invite.outcome = Some(became));
    match became {
        Became::Happened => {
            book.interactions.put(talk(form, &invite, cx));
        }
        Became::MovedTo(day) => {
            book.invites.put(moved_to(&invite, day, &cx.ids, cx.today));
        }
        Became::FellThrough => note_breach(form, &invite, &mut book, cx),
    }
    let who = guest(&book, &invite);
    let label = format!("noted: lunch with {who}");
    Ok(Outcome {
        label,
        book,
        subject: Subject::PastLunch(id),
    })
}

fn became(form: &Form, invite: &Invite, cx: &Context) -> Result<Became, Problem> {
    match form.choice(BECAME) {
        0 => return Ok(Became::Happened),
        1 => return Ok(Became::FellThrough),
        _ => {}
    }
    match form.day(TO, cx.today)? {
        Some(day) if day <= invite.day() => {
            let was = short(invite.day(), cx.today);
            let text = format!("The lunch was on {was}: to which day after it?");
            Err(Problem::at(TO, text))
        }
        Some(day) => Ok(Became::MovedTo(day)),
        None => Err(Problem::at(TO, "To which day did it move?")),
    }
}

fn talk(form: &Form, invite: &Invite, cx: &Context) -> Interaction {
    Interaction {
        id: cx.ids.next(),
        with: invite.with.clone(),
        on: invite.day(),
        kind: InteractionKind::Lunch,
        two_way: true,
        note: form.text(NOTE),
    }
}

/// It fell through because of me, and they did not know in time: something to put right.
fn note_breach(form: &Form, invite: &Invite, book: &mut Book, cx: &Context) {
    if form.choice(MINE) == 2
        && let Some(contact) = invite.with.first()
        && !is_noted(book, invite.id, *contact)
    {
        let cost = form.chosen(COST, &COSTS);
        let wrong = breach(invite, *contact, cost, &cx.ids, cx.today);
        book.incidents.put(wrong);
    }
}
